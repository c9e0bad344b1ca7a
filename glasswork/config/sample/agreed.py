"""What the sample couple agreed on, said about contact and offered, through the actions of that room."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import get_args
from uuid import UUID

from glasswork.agreements import actions, openness
from glasswork.agreements.contact_kinds import Contact, State
from glasswork.agreements.declarations import state
from glasswork.agreements.forms import Cleaned, clean_line, clean_word
from glasswork.agreements.held import put_in
from glasswork.agreements.here import Here, load_here
from glasswork.agreements.kinds import LINES, Review
from glasswork.agreements.openness_kinds import OPENNESS
from glasswork.agreements.terms import Line
from glasswork.config.sample.people import SamplePerson
from glasswork.config.sample.words import Agreed, Name
from glasswork.lib import clock
from glasswork.spaces.kinds import Kind
from glasswork.spaces.opening import OpenSpace


class Agreements:
    """Remembers which line each has become."""

    def __init__(self, couple: Mapping[Name, SamplePerson]) -> None:
        self.couple = couple
        self.lines: dict[str, UUID] = {}

    def live(self, act: Agreed, moment: datetime) -> None:
        """``moment`` is aware, and never before that of an earlier act."""
        with clock.at(moment):
            here = load_here(self.couple[act.by].spaces, (LINES, OPENNESS))
            if act.does == "line":
                once = act.named or act.words
                self.lines[act.named] = actions.suggest(
                    here.private, _shared(here), _said(here, act), moment, once=once
                )
            elif act.of:
                ABOUT_A_LINE[act.does](here, act, here.lines(_shared(here))[self.lines[act.of]])
            else:
                OTHERS[act.does](here, act)


def _words(here: Here, act: Agreed, line: Line) -> None:
    actions.reword(here.private, _shared(here), line.id, _said(here, act), here.now, once=act.words)


def _yes(here: Here, _: Agreed, line: Line) -> None:
    actions.agree(here.private, _shared(here), line.id, line.open[-1].id, here.now)


def _review(here: Here, act: Agreed, line: Line) -> None:
    word, in_force = clean_word(act.what), line.in_force
    if word is None or in_force is None:
        raise LookupError(act)
    day = here.today + timedelta(days=act.days)

    def make(round_id: UUID) -> list[tuple[Kind, str]]:
        said = Review(round=round_id, line=line.id, wording=in_force.id, word=word, look_again_on=day, words=act.words)
        return [(said, "line-review")]

    put_in(here.private, _shared(here), f"review {in_force.id.hex} {len(line.reviews)}", make)


def _state(here: Here, act: Agreed) -> None:
    known = next(each for each in get_args(State.__value__) if each == act.what)
    said = Contact(
        state=known,
        on=here.today - timedelta(days=act.days),
        called=act.called,
        blocked=act.blocked,
        unavoidable=act.unavoidable,
        report=act.report,
        chance=act.chance,
    )
    state(here.private, _shared(here), said, once="")


def _request(here: Here, act: Agreed) -> None:
    openness.ask(here, act.topic, act.words, once="")


def _offer(here: Here, act: Agreed) -> None:
    ends_on = here.today + timedelta(days=act.days)
    openness.make_offer(here, act.topic, covers=act.words, leaves=act.leaves, purpose=act.purpose, ends_on=ends_on)


def _welcome(here: Here, act: Agreed) -> None:
    offered = openness.side_of(openness.sides(here)[1], act.topic).offer
    if offered is None:
        raise LookupError(act)
    openness.welcome_offer(here, act.topic, offered.id)


def _show(here: Here, act: Agreed) -> None:
    openness.show(here, act.topic, act.words, once="")


def _said(here: Here, act: Agreed) -> Cleaned:
    """As the worksheet sends it; what it would refuse is a mistake in the sample."""
    day = str(here.today + timedelta(days=act.days))
    sent: dict[str, list[str]] = {
        "text": [act.words],
        "if_crossed": [act.if_crossed],
        "whose": [act.whose],
        "look_again_on": [day],
    }
    said = clean_line(sent, here.today)
    if said.problems:
        raise ValueError(said.problems)
    return said


def _shared(here: Here) -> OpenSpace:
    if here.space is None:
        raise LookupError
    return here.space


ABOUT_A_LINE: dict[str, Callable[[Here, Agreed, Line], None]] = {"words": _words, "yes": _yes, "review": _review}
OTHERS: dict[str, Callable[[Here, Agreed], None]] = {
    "state": _state,
    "request": _request,
    "offer": _offer,
    "welcome": _welcome,
    "show": _show,
}
