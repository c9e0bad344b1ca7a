"""What the first run seals: the words written before there was an account, and what brought somebody here."""

import msgspec

from glasswork.programme.frame import sentence
from glasswork.spaces.kinds import Kind, kind

TAG = "arrival"


@kind("arrival.first-words", version=1, tag=TAG)
class FirstWords(Kind, frozen=True, kw_only=True):
    """Feelings by content id, as shown, and the sentence in the frame. ``asked`` and ``wish`` are the questions."""

    asked: str
    wish: str
    feelings: dict[str, str] = {}
    feel: str = ""
    when: str = ""
    because: str = ""
    would_help: str = ""

    def as_text(self) -> str:
        return sentence(msgspec.structs.asdict(self))


@kind("arrival.reason", version=1, tag=TAG)
class Reason(Kind, frozen=True, kw_only=True):
    """What brings its author here. It changes only their own order and tone, never anything joint (S3)."""

    asked: str
    reason: str  # hurt, hurt-someone, both, alone, private
    answer: str

    def as_text(self) -> str:
        return self.answer
