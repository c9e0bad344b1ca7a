"""Sign-in names such as “robin-harbour-27”: made by the server from a chosen name, kept only as an HMAC (S3)."""

import re
import secrets
import unicodedata

from glasswork.people.host import pepper
from glasswork.people.models import Account
from glasswork.seal.derive import keyed_hash
from glasswork.seal.labels import Label

LONGEST_STEM = 16
WORDS = (
    "acorn amber anchor apple aspen autumn bamboo barley basil beacon birch bracken bramble breeze bridge "
    "brook candle canyon cedar cherry clover cobble comet copper coral cotton cove daisy dawn delta ember "
    "falcon feather fennel fern field finch forest garden ginger granite grove harbour hazel heather heron "
    "hill holly honey island ivory jasmine juniper kettle lagoon lantern larch laurel lavender leaf lemon "
    "lilac linen maple marble meadow mint moss nutmeg oak olive orchard otter paper pebble pepper pine plum "
    "poplar quartz quill rain reed ridge river robin rosemary saffron sage sail sand shell silver sparrow "
    "spring stone summer thistle thyme timber valley velvet violet walnut willow winter wren"
).split()


def new_sign_in_name(display_name: str) -> str:
    """A name nobody has yet: the chosen one in plain letters, a word and two digits."""
    stem = _plain_letters(display_name) or secrets.choice(WORDS)
    while True:
        name = f"{stem}-{secrets.choice(WORDS)}-{secrets.randbelow(90) + 10}"
        if not Account.objects.filter(sign_in=hash_sign_in_name(name)).exists():
            return name


def hash_sign_in_name(name: str) -> bytes:
    return keyed_hash(pepper(), Label.SIGN_IN_NAME, clean_sign_in_name(name).encode())


def clean_sign_in_name(name: str) -> str:
    """As typed on a phone: capitals, spaces for dashes and odd dashes are all forgiven."""
    plain = unicodedata.normalize("NFKC", name).casefold().strip()
    return re.sub(r"[\s\-‐-―_.]+", "-", plain).strip("-")


def _plain_letters(display_name: str) -> str:
    letters = unicodedata.normalize("NFKD", display_name.casefold()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z]+", "", letters)[:LONGEST_STEM]
