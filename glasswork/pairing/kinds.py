"""What pairing keeps inside the seal: a person's own side of an invitation, and the words somebody leaves behind."""

from datetime import date
from uuid import UUID

from glasswork.people.keyring import Pin
from glasswork.spaces.kinds import Kind, kind

SENT_SLOT = "pairing-sent"
OFFER_SLOT = "pairing-offer"
PARTING_TAG = "parting"


@kind("pairing.sent", version=1, tag="pairing")
class Sent(Kind, frozen=True, kw_only=True):
    """The inviter's own slip: the code, so that it can be shown again, and opens the answer."""

    invitation: UUID
    code: str
    ends_on: date


@kind("pairing.offer", version=1, tag="pairing")
class Offer(Kind, frozen=True, kw_only=True):
    """The slip of whoever typed a code: who invited them, as it was when they first looked."""

    invitation: UUID
    code: str
    partner: Pin
    ends_on: date
    is_accepted: bool = False


@kind("pairing.parting", version=1, tag=PARTING_TAG)
class Parting(Kind, frozen=True, kw_only=True):
    """The last entry of a shared space. ``show_on`` None: its author chose to say nothing here.

    ``filler`` makes every parting one size, so that the row does not tell whether there are words in it.
    """

    show_on: date | None
    words: str = ""
    filler: bytes = b""

    def as_text(self) -> str:
        return self.words
