"""One goal: its words, its small steps, and what may be done with it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from glasswork.goals import actions
from glasswork.goals.forms import STEP_FIELDS, Form, fields_of, id_of
from glasswork.goals.goal import DONE, NOT_NOW, OPEN
from glasswork.goals.here import Found, Here, growth_slot
from glasswork.goals.kinds import Growth
from glasswork.goals.views.pages import AT_REST, find, here_of, look_before_it_goes, reason_against, resting_page, show
from glasswork.hints.beside import Beside
from glasswork.people.carrying import typed_words
from glasswork.programme.shelf import SHELF
from glasswork.safety.resting import is_resting
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.spaces.reading import Opened, Want
from glasswork.ui.sent import once_of


@in_spaces
@require_safe
def goal(request: InSpacesRequest, goal_id: UUID) -> HttpResponse:
    return goal_page(request, goal_id)


@in_spaces
@require_POST
def steps(request: InSpacesRequest, goal_id: UUID) -> HttpResponse:
    """A new small step."""
    here = here_of(request)
    found = find(here, goal_id)
    if found.is_shared and is_resting(request):
        return resting_page(request)
    form = Form(request.POST, here.today)
    said = form.step()
    goes_on = found.is_shared and found.may_change and not found.goal.ended
    beside = look_before_it_goes(request, here, form, "first_step") if goes_on else None
    if said and not form.problems and not beside:
        problem = reason_against(
            lambda: actions.add_step(here.spaces.private, found.space, goal_id, said, once=once_of(request))
        )
        if not problem:
            return _to(goal_id)
        form.problems[""] = problem
    return goal_page(request, goal_id, form.problems, beside)


@in_spaces
@require_http_methods(["GET", "POST"])
def step(request: InSpacesRequest, goal_id: UUID, step_id: UUID) -> HttpResponse:
    """One step: done, not now, or in other words by whoever wrote it."""
    here = here_of(request)
    found = find(here, goal_id)
    now = found.goal.steps.get(step_id)
    if now is None:  # taken off on another device, or words that were taken back
        return _to(goal_id)
    says, private = request.POST.get("act", ""), here.spaces.private
    if says in actions.STATES:
        reason_against(lambda: actions.say_of_step(private, found.space, goal_id, step_id, says=says, on=here.today))
        return _to(goal_id)
    if now.by != here.me or not found.may_change or found.goal.ended:
        return goal_page(request, goal_id, {"": AT_REST}) if says == "words" else _to(goal_id)
    form, beside = Form(request.POST, here.today, standing=now.day), None
    if says == "words":
        if found.is_shared and is_resting(request):
            return resting_page(request)
        said = form.step()
        beside = look_before_it_goes(request, here, form, "first_step") if found.is_shared else None
        if said and not form.problems and not beside:
            problem = reason_against(lambda: actions.reword_step(private, found.space, goal_id, step_id, said))
            return goal_page(request, goal_id, {"": problem}) if problem else _to(goal_id)
    typed = {"first_step": now.words, "step_day": now.day.isoformat() if now.day else ""}
    context = {
        "goal": found.goal,
        "step": now,
        "typed": {**typed, **fields_of(request.POST, STEP_FIELDS)},
        "problems": form.problems,
        "beside": beside,
        "back": (reverse("goal", args=[goal_id]), "Back"),
    }
    return show(request, "step", context, found.partner_name)


@in_spaces
@require_POST
def agreement(request: InSpacesRequest, goal_id: UUID) -> HttpResponse:
    """A yes to the words on the table, or out of one's own sight. Only the yes is known to the other."""
    here = here_of(request)
    found, act = find(here, goal_id), request.POST.get("act", "")
    if not found.is_shared:
        raise Http404
    if act in {"away", "back"}:
        actions.put_away(here.spaces.private, goal_id, is_back=act == "back")
        return HttpResponseRedirect(reverse("our_goals"))
    if is_resting(request):
        return resting_page(request)
    wording = id_of(request.POST.get("wording", ""))
    problem = reason_against(lambda: actions.agree(here.spaces.private, found.space, goal_id, wording))
    return goal_page(request, goal_id, {"": problem}) if problem else _to(goal_id)


@in_spaces
@require_POST
def end(request: InSpacesRequest, goal_id: UUID) -> HttpResponse:
    """Reached, let go, or taken up again."""
    found, how = find(here_of(request), goal_id), request.POST.get("how", "")
    if how == "again" and found.is_shared and is_resting(request):
        return resting_page(request)
    if how not in actions.ENDS:
        return _to(goal_id)
    return _act(request, goal_id, lambda here, at: actions.end(here.spaces.private, at.space, goal_id, how, here.today))


@in_spaces
@require_POST
def withdrawal(request: InSpacesRequest, goal_id: UUID) -> HttpResponse:
    """One's own words, erased for good; also after sharing has stopped."""

    def take_back(here: Here, found: Found) -> None:
        table = found.goal.table
        only = table.id if table and found.is_shared and found.goal.in_force else None
        actions.take_back(here.spaces.private, found.space, goal_id, only=only)

    found = find(here_of(request), goal_id)
    if not found.may_take_back:
        return _to(goal_id)
    answer = _act(request, goal_id, take_back)
    return answer if found.is_shared else HttpResponseRedirect(reverse("my_goals"))


def _act(request: InSpacesRequest, goal_id: UUID, act: Callable[[Here, Found], None]) -> HttpResponse:
    here = here_of(request)
    found = find(here, goal_id)
    problem = reason_against(lambda: act(here, found))
    return goal_page(request, goal_id, {"": problem}) if problem else _to(goal_id)


def _to(goal_id: UUID) -> HttpResponse:
    return HttpResponseRedirect(reverse("goal", args=[goal_id]))


def goal_page(
    request: InSpacesRequest, goal_id: UUID, problems: dict[str, str] | None = None, beside: Beside | None = None
) -> HttpResponse:
    here = here_of(request)
    slots = {space.id: growth_slot(request.spaces, space, goal_id) for space in request.spaces.all()[1:]}
    found = find(here, goal_id, tuple(Want(space, slots=(slots[space.id],)) for space in request.spaces.all()[1:]))
    said = found.goal.words
    exercise = SHELF.exercises.get(said.exercise) if said else None
    context: dict[str, Any] = {
        "here": here,
        "found": found,
        "goal": found.goal,
        "said": said,
        "open_steps": found.goal.in_state(OPEN),
        "other_steps": found.goal.in_state(NOT_NOW) + found.goal.in_state(DONE),
        "exercise": exercise.facts if exercise else None,
        "growth": _growth(found, slots),
        "unsent": typed_words(request) if problems and not (found.may_change and not found.goal.ended) else [],
        "is_sharing": request.spaces.shared is not None,
        "rests": found.is_shared and is_resting(request),
        "typed": fields_of(request.POST, STEP_FIELDS) if problems or beside else {},
        "problems": problems or {},
        "beside": beside,
        "back": (reverse("our_goals"), "Our goals") if found.is_shared else (reverse("my_goals"), "My goals"),
    }
    return show(request, "goal", context, found.partner_name)


def _growth(found: Found, slots: dict[UUID, bytes]) -> Opened[Any] | None:
    """The sentence that was shared from this goal, taken back or not."""
    mine = [each for each in found.entries if slots.get(each.space) == each.slot]
    return next((each for each in reversed(mine) if each.value is None or isinstance(each.value, Growth)), None)
