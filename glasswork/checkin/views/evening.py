"""Tonight's check-in: the form, an answer that waits, and what one may do with it."""

from contextlib import suppress
from secrets import token_urlsafe
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from glasswork.checkin import actions
from glasswork.checkin.before_it_goes import done_well, hint_in
from glasswork.checkin.evening import Evening, load_evening
from glasswork.checkin.forms import CLOSENESS, MOVES, TEXTS, TRUST, Cleaned, clean, draft_of, fields_of, first, since
from glasswork.checkin.kinds import Held
from glasswork.hints.beside import Beside
from glasswork.programme.feelings import FEELINGS, FIRST_FEELINGS
from glasswork.programme.prompts import Who, another_prompt, prompt_by_id, prompt_of_evening
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.spaces.pulse import pulse_token
from glasswork.spaces.reading import slot_of
from glasswork.spaces.writing import AlreadyWritten, SpaceClosed
from glasswork.ui.page import render

ACTS = {"take-back": actions.take_back, "share": actions.share_anyway, "keep": actions.keep_mine}
NOTHING_YET = "Pick a word or write a line first. One is enough. Or leave it for today."
OPEN_ALREADY = "Tonight’s answers are open already, so this was not sent. You can keep these words for yourself."
STOPPED = "Sharing has stopped, so this was not sent. Your words are still here. You can keep them for yourself."


@in_spaces
@require_http_methods(["GET", "POST"])
def check_in(request: InSpacesRequest) -> HttpResponse:
    """With ``?alone`` the form that is only ever kept, whatever this evening of two has come to."""
    if request.method == "POST":
        return _send(request)
    evening = load_evening(request.spaces, timezone.now())
    if "alone" in request.GET:
        return _form(request, evening, evening.draft.fields if evening.draft else {})
    if evening.round_tonight:
        return render(request, "checkin/open.html", {"evening": evening, **_names(evening)})
    waiting = evening.held_tonight
    if waiting and "change" not in request.GET:
        return _waiting(request, evening, waiting)
    if evening.is_alone_done and not evening.shared and "more" not in request.GET:
        return render(request, "checkin/done.html", _names(evening))
    if waiting:
        start = draft_of(actions.words_of(evening, waiting), evening.trust_of(evening.today)).fields
    else:
        start = evening.draft.fields if evening.draft else {}
    return _form(request, evening, start)


@in_spaces
@require_POST
def draft(request: InSpacesRequest) -> HttpResponse:
    """What is being typed, kept sealed in one's own space; counts as being there, so the session stays."""
    actions.save_draft(request.spaces.private, fields_of(request.POST), once=request.POST.get("once", ""))
    return HttpResponse(status=204)


@in_spaces
@require_http_methods(["GET", "POST"])
def held(request: InSpacesRequest, day: str) -> HttpResponse:
    """An answer that waits, and what to do with it: take it back, share it after a day, or keep it.

    ``day`` is the evening it was written for.
    """
    evening = load_evening(request.spaces, timezone.now())
    found = next((each for each in evening.held if str(each.evening) == day), None)
    act = ACTS.get(request.POST.get("act", ""))
    if found is None or act is None:
        return HttpResponseRedirect(reverse("check_in")) if found is None else _waiting(request, evening, found)
    try:
        act(evening, found)
    except (AlreadyWritten, SpaceClosed):  # it opened or was changed in the meantime, or this is a second press
        return HttpResponseRedirect(reverse("check_in"))
    if act is actions.share_anyway:
        return HttpResponseRedirect(reverse("round", kwargs={"round_id": found.round}))
    return HttpResponseRedirect(reverse("today" if act is actions.keep_mine else "check_in"))


def _send(request: InSpacesRequest) -> HttpResponse:
    sent, act = fields_of(request.POST), request.POST.get("act", "")
    if act == "another":
        return _another_question(request, sent)
    cleaned = clean(sent)
    if not cleaned.problems and cleaned.words.is_empty() and not cleaned.trust:
        cleaned.problems["feelings"] = NOTHING_YET
    if cleaned.problems:
        return _again(request, sent, cleaned.problems)
    if act != "seal":
        return _keep(request, cleaned)
    if "hinted" not in request.POST and (beside := hint_in(cleaned.words, request.spaces.private)):
        return _again(request, sent, {}, beside)  # once; a second press sends
    return _seal(request, sent, cleaned)


def _another_question(request: InSpacesRequest, sent: dict[str, list[str]]) -> HttpResponse:
    """Keeps what was typed as a draft, with another of the questions, and shows the form again."""
    evening = load_evening(request.spaces, timezone.now())
    who, seed = _who(request, evening), _seed(evening)
    sent["prompt"] = [another_prompt(first(sent, "prompt"), day=evening.today, who=who, seed=seed).id]
    actions.save_draft(request.spaces.private, sent, once="")
    where = (
        "?alone=1" if _is_alone(request, evening) and evening.shared else "?change=1" if evening.held_tonight else ""
    )
    return HttpResponseRedirect(reverse("check_in") + where)


def _seal(request: InSpacesRequest, sent: dict[str, list[str]], cleaned: Cleaned) -> HttpResponse:
    try:
        sealed = actions.seal_answer(
            request.spaces, timezone.now(), cleaned.words, cleaned.trust, once=request.POST.get("once", "")
        )
    except SpaceClosed:
        return _again(request, sent, {"feelings": STOPPED})
    except AlreadyWritten:
        return _open_already(request, sent, cleaned)
    if sealed.is_open:
        return HttpResponseRedirect(reverse("round", kwargs={"round_id": sealed.round}))
    return HttpResponseRedirect(reverse("check_in"))


def _again(
    request: InSpacesRequest, sent: dict[str, list[str]], problems: dict[str, str], beside: Beside | None = None
) -> HttpResponse:
    """The form with what is wrong beside its fields, or with a hint; what was typed is kept as a draft as well."""
    actions.save_draft(request.spaces.private, sent, once="")
    return _form(request, load_evening(request.spaces, timezone.now()), sent, problems, beside)


def _open_already(request: InSpacesRequest, sent: dict[str, list[str]], cleaned: Cleaned) -> HttpResponse:
    """A second press changes nothing; other words, from another tab or device, are given back."""
    evening = load_evening(request.spaces, timezone.now())
    if evening.answer_tonight and evening.answer_tonight.words == cleaned.words:
        return HttpResponseRedirect(reverse("check_in"))
    return _again(request, sent, {"feelings": OPEN_ALREADY})


def _keep(request: InSpacesRequest, cleaned: Cleaned) -> HttpResponse:
    evening = load_evening(request.spaces, timezone.now())
    once = request.POST.get("once") or token_urlsafe(12)
    with suppress(AlreadyWritten):  # the same form came twice; what it says is kept already
        actions.keep_for_myself(evening, cleaned.words, cleaned.trust, once=once)
    return HttpResponseRedirect(f"{reverse('today')}?kept=1")


def _form(
    request: InSpacesRequest,
    evening: Evening,
    sent: dict[str, list[str]],
    problems: dict[str, str] | None = None,
    beside: Beside | None = None,
) -> HttpResponse:
    is_alone = _is_alone(request, evening)
    tonights = prompt_of_evening(evening.today, _who(request, evening), _seed(evening))
    context: dict[str, Any] = {
        "evening": evening,
        "is_shared": not is_alone,
        "typed": {name: first(sent, name) for name in (*TEXTS, "closeness", "trust", "move")},
        "chosen": sent.get("feelings", []),
        "question": prompt_by_id(first(sent, "prompt")) or tonights,
        "first_feelings": [(feeling.id, feeling.word.capitalize()) for feeling in FIRST_FEELINGS],
        "more_feelings": [(feeling.id, feeling.word.capitalize()) for feeling in FEELINGS[len(FIRST_FEELINGS) :]],
        "closeness": CLOSENESS,
        "trust": TRUST,
        "moves": MOVES,
        "since": since(evening.last_trust_day(), evening.today),
        "once": request.POST.get("once") or token_urlsafe(12),
        "problems": problems or {},
        "beside": beside,
        "is_change": evening.held_tonight is not None and not is_alone,
        **_names(evening),
    }
    return render(request, "checkin/edit.html", context)


def _waiting(request: InSpacesRequest, evening: Evening, waiting: Held) -> HttpResponse:
    words = actions.words_of(evening, waiting)
    context = {
        "evening": evening,
        "held": waiting,
        "words": words,
        "closeness_words": CLOSENESS,
        "done_well": "" if evening.settings.is_without_hints else done_well(words),
        "may_choose": evening.may_choose(waiting),
        "may_share": evening.is_shared_still(waiting),
        "token": pulse_token(evening.space_of(waiting)),
        **_names(evening),
    }
    return render(request, "checkin/waiting.html", context)


def _names(evening: Evening) -> dict[str, Any]:
    return {"partner_name": evening.partner_name, "back": (reverse("today"), "Today"), "today": evening.today}


def _is_alone(request: InSpacesRequest, evening: Evening) -> bool:
    """Nobody to seal it for, or a form that its writer opened for themself."""
    return evening.shared is None or "alone" in request.GET or "alone" in request.POST


def _who(request: InSpacesRequest, evening: Evening) -> Who:
    return "alone" if _is_alone(request, evening) else "both"


def _seed(evening: Evening) -> bytes:
    return slot_of(evening.shared or evening.spaces.private, "questions")
