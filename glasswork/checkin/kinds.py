"""The entries and slips of the evening check-in."""

from datetime import date, datetime
from uuid import UUID

import msgspec

from glasswork.programme.frame import PARTS, sentence
from glasswork.spaces.kinds import Kind, kind
from glasswork.spaces.prepared import Prepared

TAG = "checkin"


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody said of their evening. Feelings and question are kept as shown, with their content ids."""

    feelings: dict[str, str] = {}
    closeness: int | None = None  # 1 far … 5 close
    feel: str = ""
    when: str = ""
    because: str = ""
    would_help: str = ""
    prompt: str = ""
    prompt_version: int = 0
    question: str = ""
    reply: str = ""
    good: str = ""

    @property
    def sentence(self) -> str:
        """The frame as one sentence, with only the parts that were filled."""
        return sentence({part.name: getattr(self, part.name) for part in PARTS})

    def is_empty(self) -> bool:
        written = (self.feel, self.when, self.because, self.would_help, self.reply, self.good)
        return not (self.feelings or self.closeness or any(written))


@kind("checkin.answer", version=1, tag=TAG)
class Answer(Kind, frozen=True, kw_only=True):
    """One person's part of a round, placed when both are in. ``evening`` is the author's own day."""

    round: UUID
    evening: date
    words: Words

    def as_text(self) -> str:
        return "\n".join(part for part in (self.words.sentence, self.words.reply, self.words.good) if part)


@kind("checkin.alone", version=1, tag=TAG)
class Alone(Kind, frozen=True, kw_only=True):
    """A check-in with oneself, or an answer its writer kept."""

    evening: date
    words: Words

    def as_text(self) -> str:
        return "\n".join(part for part in (self.words.sentence, self.words.reply, self.words.good) if part)


@kind("checkin.trust", version=1, tag=TAG)
class Trust(Kind, frozen=True, kw_only=True):
    """How much its author trusts today, for themself alone. The newest of an evening counts. Not a validated scale."""

    evening: date
    trust: int | None = None  # 1 not at all … 5 a lot
    move: str = ""  # dipped, same, rose
    why: str = ""

    def as_text(self) -> str:
        return self.why


@kind("checkin.heard", version=1, tag=TAG)
class Heard(Kind, frozen=True, kw_only=True):
    """Saying back, by the one who listened. ``aloud``: they say it out loud instead of writing."""

    round: UUID
    attempt: int
    text: str = ""
    aloud: bool = False

    def as_text(self) -> str:
        return self.text


@kind("checkin.verdict", version=1, tag=TAG)
class Verdict(Kind, frozen=True, kw_only=True):
    """“Yes, that’s it” or “Not quite”, by the one who was said back to."""

    round: UUID
    attempt: int
    is_it: bool
    adds: str = ""

    def as_text(self) -> str:
        return self.adds


@kind("checkin.reply", version=1, tag=TAG)
class Reply(Kind, frozen=True, kw_only=True):
    """A reply, once hearing was confirmed."""

    round: UUID
    text: str

    def as_text(self) -> str:
        return self.text


@kind("checkin.correction", version=1, tag=TAG)
class Correction(Kind, frozen=True, kw_only=True):
    """A line that somebody adds to their own words later; nobody edits what was said (S7)."""

    round: UUID
    text: str

    def as_text(self) -> str:
        return self.text


@kind("checkin.enough", version=1, tag=TAG)
class Enough(Kind, frozen=True, kw_only=True):
    """“Good enough for tonight”, by the one who was said back to."""

    round: UUID


@kind("checkin.held", version=1, tag="held")
class Held(Kind, frozen=True, kw_only=True):
    """A slip: an answer that waits. ``joinable_until`` is when the writer's own day turns."""

    round: UUID
    evening: date
    opened_at: datetime
    joinable_until: datetime
    entry: Prepared


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """Typed words that stand apart from what a form shows: of another evening, of another tab or device."""

    fields: dict[str, list[str]]
    once: str = ""
    evening: date | None = None


@kind("checkin.draft", version=1, tag="draft")
class Draft(Kind, frozen=True, kw_only=True):
    """A slip: what somebody is typing for an ``evening``, field by field as the form sends it.

    ``once`` is the mark of the form that saved it last; ``changes`` the waiting answer that it would change.
    ``ended`` is the mark of a form that was sealed or kept: a draft of it that arrives later is none.
    """

    fields: dict[str, list[str]]
    once: str = ""
    evening: date | None = None
    changes: str = ""
    apart: list[Piece] = []
    ended: str = ""


@kind("checkin.saying", version=1, tag="draft")
class Saying(Kind, frozen=True, kw_only=True):
    """A slip: what somebody is typing in a round that is open. ``apart`` is what other tabs typed, by their forms."""

    fields: dict[str, str]
    once: str = ""
    apart: dict[str, list[str]] = {}
    ended: str = ""


@kind("arrival.first-words", version=1, tag="first-words")
class FirstWords(Kind, frozen=True, kw_only=True):
    """What somebody wrote in the first run, before their account was made; Talk shows it to them alone.

    Feelings by content id, as shown, and the sentence in the frame. ``asked`` and ``wish`` are the questions;
    ``evening`` is their author's own day.
    """

    asked: str
    wish: str
    evening: date | None = None
    feelings: dict[str, str] = {}
    feel: str = ""
    when: str = ""
    because: str = ""
    would_help: str = ""

    def as_text(self) -> str:
        felt = ", ".join(self.feelings.values())
        return "\n".join(part for part in (felt, sentence(msgspec.structs.asdict(self))) if part)
