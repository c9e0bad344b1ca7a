"""What may come before words go to the other: the guard’s day of rest, then one hint. Both for the writer alone."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from glasswork.agreements.actions import rest_until
from glasswork.guard.answers import ANSWERS
from glasswork.hints.beside import Beside, hint_beside
from glasswork.spaces.http import InSpacesRequest
from glasswork.spaces.opening import OpenSpace
from glasswork.spaces.refused import Refused
from glasswork.spaces.writing import AlreadyWritten, SpaceClosed

if TYPE_CHECKING:
    from glasswork.guard.checking import Finding

REST = "These words rest here for a day. You can send them tomorrow, or change them now."


class Caught(Refused):
    """``finding`` is for the writer alone."""

    def __init__(self, finding: "Finding") -> None:
        super().__init__(REST)
        self.finding = finding


class Hinted(Refused):
    """``beside`` is for the writer alone; a second press sends."""

    def __init__(self, beside: Beside) -> None:
        super().__init__("")
        self.beside = beside


class Why(NamedTuple):
    """Why something was not sent: a sentence, with what the guard found if it was that; or a hint, and no sentence."""

    sentence: str
    finding: "Finding | None" = None
    beside: Beside | None = None

    def at(self, field: str) -> dict[str, str]:
        """The problems of its form: none for a hint."""
        return {field: self.sentence} if self.sentence else {}


def let_rest(private: OpenSpace, words: str, now: datetime, *, as_wish: bool = False) -> None:
    """Raises Caught while words that would rule the other’s life must rest still.

    ``as_wish``: they follow “I want you to”. The day begins when the same words are sent for the first time.
    """
    finding = look_for(words, as_wish=as_wish)
    if finding and rest_until(private, words, now):
        raise Caught(finding)


def offer_hint(request: InSpacesRequest, **texts: str) -> None:
    """Raises Hinted when the writing helper has something to say, and hasn’t said it yet. By field."""
    if beside := hint_beside(request, texts):
        raise Hinted(beside)


def look_for(words: str, *, as_wish: bool = False) -> "Finding":
    from glasswork.guard import checking  # noqa: PLC0415 - its patterns would add a fifth to every start

    return checking.check(words, as_wish=as_wish)


def why_not_sent(send: Callable[[], object], *, stopped: str) -> Why | None:
    """Sends. None when it is there now, also when the same form was pressed twice; ``stopped``: once sharing ended."""
    try:
        send()
    except Hinted as hinted:
        return Why("", beside=hinted.beside)
    except Refused as why:
        return Why(str(why), why.finding if isinstance(why, Caught) else None)
    except SpaceClosed:
        return Why(stopped)
    except AlreadyWritten:
        return None
    return None


def guarded(why: Why | None) -> dict[str, Any]:
    """What a page needs to explain it to its reader."""
    finding = why.finding if why else None
    beside = why.beside if why else None
    return {"finding": finding, "answer": ANSWERS[finding.kind] if finding else None, "beside": beside}
