"""The page of one question, as its asker or its reader sees it."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse

from glasswork.hints.beside import Beside
from glasswork.lib.directions import isolated
from glasswork.programme.questions import choices_of, short_words
from glasswork.questions import standing as rules
from glasswork.questions.before_it_goes import done_well
from glasswork.questions.here import Here
from glasswork.questions.kinds import Answer, Asked, Later, Thanks
from glasswork.questions.standing import MOST_DAYS, MOST_PARKED, State, has_day_come, is_back, where
from glasswork.questions.threads import Found, Question, find_question
from glasswork.questions.unparkable import in_words
from glasswork.questions.views.pages import name_of_partner, show
from glasswork.spaces.http import InSpacesRequest
from glasswork.spaces.writing import utc_day
from glasswork.ui.jinja import url

HOW_WORDS, SORT_WORDS, WHOM = short_words("how"), short_words("sort"), choices_of("whom")
LOOK_AGAIN_AFTER = timedelta(days=14)
_EMPTY = {"words": "", "why": ""}


def find(here: Here, question_id: UUID) -> Found:
    """404 for whoever can’t read it, and for what is not laid before them yet."""
    due = here.due()
    if question_id in due:
        return Found(due[question_id], {})
    found = find_question(here.spaces, question_id)
    if found is None:
        raise Http404
    if found.question.asked and not here.is_laid(found.question):
        raise Http404
    return found


def question_page(
    request: InSpacesRequest,
    here: Here,
    found: Found,
    problems: dict[str, str] | None = None,
    *,
    form: str = "",
    beside: Beside | None = None,
) -> HttpResponse:
    """``form`` is the one that came back, with its problems or a hint; what was typed stands in it."""
    question, name = found.question, _name(here, found)
    words = request.POST.get("words", request.POST.get("why", ""))
    context: dict[str, Any] = {
        "here": here,
        "question": question,
        "part": form,
        "typed": _typed(request, here, question, form),
        "beside": beside,
        "good": _done_well(request, here, question),
        "unsent": words if problems and ("" in problems or not takes(here, question, form)) else "",
        "problems": problems,
    }
    if question.asked is None:
        return show(request, "taken_back", context | {"said": [each for _, each in question.all(Answer)]}, name)
    context |= _what_is_said(here, question, question.asked, name) | _what_may_be_said(here, question)
    return show(request, "question", context, name)


def _done_well(request: InSpacesRequest, here: Here, question: Question) -> str:
    """Right after somebody’s own answer went."""
    answer = question.last(Answer) if "said" in request.GET and not question.is_mine else None
    return done_well(here, answer.words) if answer else ""


def takes(here: Here, question: Question, form: str) -> bool:
    """Whether the page still holds out that form; where it doesn’t, no hint comes between, and words are shown back."""
    now, is_open = where(question), not question.space.is_closed and question.asked is not None
    may = is_open and rules.may_answer(now, here.today)
    return {
        "answer": may and not question.is_mine,
        "day": may and not question.is_mine,
        "parking": may and now.state is not State.OFFERED and not rules.never_parks(question),
        "later": is_open and now.state is State.ANSWERED and not question.is_mine,
    }.get(form, False)


def _what_is_said(here: Here, question: Question, asked: Asked, name: str) -> dict[str, Any]:
    mine, now = question.is_mine, where(question)
    return {
        "asked": asked,
        "now": now,
        "mine": mine,
        "states": State,
        "sort": SORT_WORDS.get(asked.sort, ""),
        "how": _how(asked.how, name, mine=mine),
        "change": here.desk.changes.get(question.id, "") if mine else "",
        "never": in_words(rules.never_parks(question)),
        "is_back": is_back(now, here.today),
        "has_day_come": mine and has_day_come(now, here.today),
        "answer": question.last(Answer) if now.state is State.ANSWERED else None,
        "additions": [each for _, each in question.all(Later)],
        "is_thanked": question.last(Thanks) is not None,
    }


def _what_may_be_said(here: Here, question: Question) -> dict[str, Any]:
    now, is_open = where(question), not question.space.is_closed
    return {
        "is_open": is_open,
        "may_answer": not question.is_mine and is_open and rules.may_answer(now, here.today),
        "may_park": is_open and rules.may_answer(now, here.today) and now.state is not State.OFFERED,
        "whom": WHOM,
        "days": {"by": here.today + timedelta(days=MOST_DAYS), "parked": here.today + timedelta(days=MOST_PARKED)},
        "look_on": utc_day() + LOOK_AGAIN_AFTER,  # shown to both, so it starts from no place
        "talking": url("talks"),
    }


def _typed(request: InSpacesRequest, here: Here, question: Question, form: str) -> dict[str, dict[str, str]]:
    """Of each form: as just sent, or as it was left."""
    typed = {name: {**_EMPTY, **here.draft(name, str(question.id))} for name in ("answer", "parking", "later")}
    if form in typed:
        typed[form] = {name: request.POST.get(name, "") for name in _EMPTY}
    return typed


def _how(how: str, name: str, *, mine: bool) -> str:
    """How its asker would like the answer, as a sentence."""
    who = "You’d" if mine else f"{isolated(name)} would"
    return f"{who} like the answer {HOW_WORDS[how]}." if how in HOW_WORDS else ""


def _name(here: Here, found: Found) -> str:
    space = found.question.space
    pin = space.partner
    if pin is None:
        return ""
    return found.names.get(pin.account) or (name_of_partner(here) if here.space is space else pin.name)
