"""The guided conversations that come with Glasswork, loaded at start; a flaw in one stops it with one sentence."""

from glasswork.programme.conversations import load_flows
from glasswork.programme.reading import CONTENT

FLOWS = load_flows(CONTENT)
