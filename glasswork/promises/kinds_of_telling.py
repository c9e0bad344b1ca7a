"""Something hard that is told, what its reader answers, and how it is mended."""

from datetime import date
from uuid import UUID

from glasswork.spaces.kinds import Kind, kind

TELLING = "telling"


@kind("promises.told", version=1, tag=TELLING)
class Told(Kind, frozen=True, kw_only=True):
    """Told by whom it is about. ``about`` is all that the door says. ``hidden``: it was kept back for longer.

    ``promise`` and ``pane`` name the promise it belongs to, when it is about one that was not kept. ``steady``: it
    leads both back to Steady for a while, which shows once its door is open. ``where``, ``length`` and ``spoke`` were
    tapped. ``wording`` is the entry of the words in force that were crossed, where its teller names them.
    """

    about: str
    happened_on: date
    told_on: date
    facts: str = ""
    how_long: str = ""
    was_said: str = ""
    did_next: str = ""
    hidden: bool = False
    promise: UUID | None = None
    pane: int = 0
    steady: bool = False
    where: str = ""
    length: str = ""
    spoke: str = ""
    wording: UUID | None = None

    def as_text(self) -> str:
        return "\n".join(text for text in (self.facts, self.how_long, self.was_said, self.did_next) if text)


@kind("promises.answer", version=1, tag=TELLING)
class Answer(Kind, frozen=True, kw_only=True):
    """The reader's: thanks, space, or a question. Each may be said once; saying nothing is no entry."""

    told: UUID
    says: str
    words: str = ""

    def as_text(self) -> str:
        return self.words


@kind("promises.repair", version=1, tag=TELLING)
class Repair(Kind, frozen=True, kw_only=True):
    """The four parts, by whoever told. A plan that changes is a new attempt."""

    told: UUID
    attempt: int
    happened: str
    own: str
    mend: str
    show: str

    def as_text(self) -> str:
        return "\n".join((self.happened, self.own, self.mend, self.show))


@kind("promises.repair-answer", version=1, tag=TELLING)
class RepairAnswer(Kind, frozen=True, kw_only=True):
    """The reader's: helps, not-enough or time."""

    told: UUID
    attempt: int
    says: str
    words: str = ""

    def as_text(self) -> str:
        return self.words


@kind("promises.mended", version=1, tag=TELLING)
class Mended(Kind, frozen=True, kw_only=True):
    """One of the two sees it as mended. The seam is gold once both have said so."""

    told: UUID
