"""The ledger: what waits for whom, what is parked until when, and what was answered."""

from typing import Any, NamedTuple
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from glasswork.lib.directions import isolated
from glasswork.questions import standing as rules
from glasswork.questions.before_it_goes import done_well
from glasswork.questions.here import DRAFTS, Here
from glasswork.questions.kinds import TAG, Asked
from glasswork.questions.kinds_of_words import ACCOUNTS, Account
from glasswork.questions.scopes import scopes_of
from glasswork.questions.standing import SITTING, State, Where, has_day_come, is_back, where
from glasswork.questions.threads import NEWEST, Question, questions_in, read_question
from glasswork.questions.views.pages import here_of, show
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.spaces.kinds import Kind
from glasswork.spaces.names import NAMES, partner_name
from glasswork.spaces.pulse import pulse_token
from glasswork.spaces.reading import Opened, Want, read_entries
from glasswork.ui.jinja import url

FORMS = {
    "question": ("words", "change"),
    "answer": ("words",),
    "parking": ("why",),
    "later": ("words",),
    "account": ("walls", "doors", "touched", "left_out"),
    "addition": ("words",),
    "scope": ("words",),
    "comfort": ("words",),
}


class Row(NamedTuple):
    """One question with where it stands today, for a list."""

    question: Question
    asked: Asked
    where: Where
    is_back: bool
    has_day_come: bool

    @property
    def is_mine(self) -> bool:
        return self.question.is_mine


@in_spaces
@require_safe
def questions(request: InSpacesRequest) -> HttpResponse:
    here = here_of(request)
    if here.space is None:
        return HttpResponseRedirect(reverse("questions_mine"))
    entries = read_entries(Want(here.space, tags=(TAG,)), newest=NEWEST)
    few = read_entries(Want(here.space, tags=(ACCOUNTS, NAMES)))
    name = partner_name(here.space, few)
    rows = rows_of(here, all_questions(here, entries))
    to_answer = [row for row in rows if not row.is_mine and (_is_open(row) or row.is_back)]
    said = "waits" if "waits" in request.GET else "asked" if "asked" in request.GET else ""
    context: dict[str, Any] = {
        "here": here,
        "sitting": _soonest_first(to_answer)[:SITTING],
        "other_sittings": _soonest_first(to_answer)[SITTING:],
        "promised": [row for row in rows if not row.is_mine and row.where.state is State.PROMISED],
        "mine": [
            row for row in rows if row.is_mine and (row.where.state is State.PROMISED or _is_open(row) or row.is_back)
        ],
        "parked": [row for row in rows if row.where.state is State.PARKED and not row.is_back],
        "answered": [row for row in rows[::-1] if row.where.state is State.ANSWERED],
        "waiting": here.waiting(),
        "accounts": [_account(here, entry, name) for entry in few if isinstance(entry.value, Account)],
        "scopes": scopes_of(few, here.me),
        "their_scopes": scopes_of(few, here.space.other),
        "telling": url("tell"),
        "guide": url("exercise", slug="hard-question-ledger"),
        "token": pulse_token(here.space),
        "said": said,
        "good": done_well(here, _newest(here, rows, said)) if said else "",
        "back": (url("talks"), "Guided talks"),
    }
    return show(request, "questions", context, name)


@in_spaces
@require_POST
def draft(request: InSpacesRequest, form: str) -> HttpResponse:
    """What is being typed in one of the forms, kept sealed in one's own space."""
    fields = {name: request.POST[name] for name in FORMS.get(form, ()) if name in request.POST}
    if fields:
        once, about = request.POST.get("once", ""), request.POST.get("about", "")[:36]
        DRAFTS.save(request.spaces.private, form, fields, once=once, about=about)
    return HttpResponse(status=204)


def all_questions(here: Here, entries: list[Opened[Kind]]) -> dict[UUID, Question]:
    """Those in the record and those whose hour has just come, as far as they are laid before this person."""
    if here.space is None:
        return {}
    placed = questions_in(here.space, entries)
    beyond = (read_question(here.space, each) for each in here.ledger.standings if each not in placed)
    placed = {**{old.id: old for old in beyond if old}, **placed}  # older than the newest rows, and still open
    found = {each: question for each, question in placed.items() if here.is_laid(question)}
    return {**found, **{each: question for each, question in here.due().items() if each not in placed}}


def rows_of(here: Here, found: dict[UUID, Question]) -> list[Row]:
    rows = []
    for question in found.values():
        if asked := question.asked:
            now = where(question)
            rows.append(Row(question, asked, now, is_back(now, here.today), has_day_come(now, here.today)))
    return rows


def _newest(here: Here, rows: list[Row], said: str) -> str:
    """The words that were just asked, or wait for their hour."""
    words = [row.asked.words for row in rows if row.is_mine]
    if said == "waits":
        words = [note.words for note in here.waiting().values()]
    return words[-1] if words else ""


def own_lists(here: Here) -> dict[str, Any]:
    """Drafts, what one keeps to oneself, and what one takes to one’s own therapist."""
    notes = here.desk.notes.items()
    kept, visits = ({each: note for each, note in notes if note.state == state} for state in ("keeps", "visit"))
    return {"drafts": here.drafts(), "kept": kept, "visits": visits}


def _is_open(row: Row) -> bool:
    return row.where.state in {State.OPEN, State.OFFERED}


def _soonest_first(rows: list[Row]) -> list[Row]:
    """What can’t be parked comes first; the rest in the order it was asked."""
    return sorted(rows, key=lambda row: not rules.never_parks(row.question))


def _account(here: Here, entry: Opened[Kind], name: str) -> tuple[UUID, bool, str]:
    """Its id, whether it is one’s own, and what the row says; whether a door was opened is its reader’s alone."""
    assert isinstance(entry.value, Account)
    is_mine = entry.author == here.me
    title = "The account you shared" if is_mine else f"{isolated(name)} has written down what happened"
    return entry.value.id, is_mine, title
