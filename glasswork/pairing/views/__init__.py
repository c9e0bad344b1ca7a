"""Pages of pairing: where one stands, inviting, joining, the four words, and stopping."""

from glasswork.pairing.views.ending import end
from glasswork.pairing.views.inviting import code_picture, invitation, pause, preview
from glasswork.pairing.views.joining import join, offer
from glasswork.pairing.views.now import pairing, welcome, withdrawal
from glasswork.pairing.views.pulse import pulse
from glasswork.pairing.views.words import words

__all__ = [
    "code_picture",
    "end",
    "invitation",
    "join",
    "offer",
    "pairing",
    "pause",
    "preview",
    "pulse",
    "welcome",
    "withdrawal",
    "words",
]
