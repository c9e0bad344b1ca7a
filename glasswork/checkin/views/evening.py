"""Tonight's check-in: the form, an answer that waits, and what one may do with it."""

from contextlib import suppress
from secrets import token_urlsafe
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from glasswork.checkin import actions
from glasswork.checkin.evening import Evening, load_evening
from glasswork.checkin.forms import CLOSENESS, MOVES, TRUST, Cleaned, clean, draft_of, fields_of, first
from glasswork.checkin.kinds import Held
from glasswork.programme.feelings import FEELINGS, FIRST_FEELINGS
from glasswork.programme.prompts import Prompt, Who, another_prompt, prompt_by_id, prompt_of_evening
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
    if request.method == "POST":
        return _send(request)
    evening = load_evening(request.spaces, timezone.now())
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
    actions.save_draft(request.spaces.private, fields_of(request.POST))
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
    except AlreadyWritten:  # it opened in the meantime, or this is a second press
        return HttpResponseRedirect(reverse("check_in"))
    if act is actions.share_anyway:
        return HttpResponseRedirect(reverse("round", kwargs={"round_id": found.round}))
    return HttpResponseRedirect(reverse("today" if act is actions.keep_mine else "check_in"))


def _send(request: InSpacesRequest) -> HttpResponse:
    evening = load_evening(request.spaces, timezone.now())
    sent, act = fields_of(request.POST), request.POST.get("act", "")
    if act == "another":
        seed = _seed(evening)
        other = another_prompt(first(sent, "prompt"), day=evening.today, who=_who(evening), seed=seed)
        sent["prompt"] = [other.id]
        actions.save_draft(request.spaces.private, sent)
        return _form(request, evening, sent)
    cleaned = clean(sent, _tonights_question(evening))
    if not cleaned.problems and cleaned.words.is_empty() and not cleaned.trust:
        cleaned.problems["feelings"] = NOTHING_YET
    if cleaned.problems:
        return _form(request, evening, sent, cleaned.problems)
    if act == "keep" or (act != "seal" and not evening.shared):
        return _keep(request, evening, cleaned)
    return _seal(request, evening, sent, cleaned)


def _seal(request: InSpacesRequest, evening: Evening, sent: dict[str, list[str]], cleaned: Cleaned) -> HttpResponse:
    try:
        sealed = actions.seal_answer(request.spaces, evening.now, cleaned.words, cleaned.trust)
    except SpaceClosed:
        return _form(request, load_evening(request.spaces, evening.now), sent, {"feelings": STOPPED})
    except AlreadyWritten:
        return _open_already(request, sent, cleaned)
    if sealed.is_open:
        return HttpResponseRedirect(reverse("round", kwargs={"round_id": sealed.round}))
    return HttpResponseRedirect(reverse("check_in"))


def _open_already(request: InSpacesRequest, sent: dict[str, list[str]], cleaned: Cleaned) -> HttpResponse:
    """A second press changes nothing; other words, from another tab or device, are given back."""
    evening = load_evening(request.spaces, timezone.now())
    if evening.answer_tonight and evening.answer_tonight.words == cleaned.words:
        return HttpResponseRedirect(reverse("check_in"))
    return _form(request, evening, sent, {"feelings": OPEN_ALREADY})


def _keep(request: InSpacesRequest, evening: Evening, cleaned: Cleaned) -> HttpResponse:
    with suppress(AlreadyWritten):  # the same form came twice; what it says is kept already
        actions.keep_for_myself(evening, cleaned.words, cleaned.trust, once=request.POST.get("once", ""))
    return HttpResponseRedirect(f"{reverse('today')}?kept=1")


def _form(
    request: InSpacesRequest, evening: Evening, sent: dict[str, list[str]], problems: dict[str, str] | None = None
) -> HttpResponse:
    question = prompt_by_id(first(sent, "prompt")) or _tonights_question(evening)
    context: dict[str, Any] = {
        "evening": evening,
        "typed": {name: first(sent, name) for name in (*_TYPED, "closeness", "trust", "move")},
        "chosen": sent.get("feelings", []),
        "question": question,
        "first_feelings": [(feeling.id, feeling.word.capitalize()) for feeling in FIRST_FEELINGS],
        "more_feelings": [(feeling.id, feeling.word.capitalize()) for feeling in FEELINGS[len(FIRST_FEELINGS) :]],
        "closeness": CLOSENESS,
        "trust": TRUST,
        "moves": MOVES,
        "once": request.POST.get("once") or token_urlsafe(12),
        "problems": problems or {},
        "is_change": evening.held_tonight is not None,
        **_names(evening),
    }
    return render(request, "checkin/edit.html", context)


def _waiting(request: InSpacesRequest, evening: Evening, waiting: Held) -> HttpResponse:
    context = {
        "evening": evening,
        "held": waiting,
        "words": actions.words_of(evening, waiting),
        "closeness_words": CLOSENESS,
        "may_choose": evening.may_choose(waiting),
        "may_share": evening.is_shared_still(waiting),
        "token": pulse_token(evening.space_of(waiting)),
        **_names(evening),
    }
    return render(request, "checkin/waiting.html", context)


def _names(evening: Evening) -> dict[str, Any]:
    return {"partner_name": evening.partner_name, "back": (reverse("today"), "Today"), "today": evening.today}


def _tonights_question(evening: Evening) -> Prompt:
    return prompt_of_evening(evening.today, _who(evening), _seed(evening))


def _who(evening: Evening) -> Who:
    return "both" if evening.shared else "alone"


def _seed(evening: Evening) -> bytes:
    return slot_of(evening.shared or evening.spaces.private, "questions")


_TYPED = ("feel", "when", "because", "would_help", "reply", "good", "why")
