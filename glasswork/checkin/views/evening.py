"""Tonight's check-in: the form, an answer that waits, and what one may do with it."""

from secrets import token_urlsafe
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST
from msgspec.structs import replace

from glasswork.checkin import actions
from glasswork.checkin.before_it_goes import done_well, hint_in
from glasswork.checkin.draft_slips import save_draft
from glasswork.checkin.drafts import Form, for_change, let_go, mark_of, used, words_alone
from glasswork.checkin.evening import Evening, load_evening
from glasswork.checkin.forms import (
    CLOSENESS,
    MOVES,
    TEXTS,
    TRUST,
    Cleaned,
    clean,
    day_in,
    fields_for,
    fields_of,
    first,
    has_words,
    since,
)
from glasswork.checkin.kinds import Draft, Held
from glasswork.hints.beside import Beside
from glasswork.programme.feelings import FEELINGS, FIRST_FEELINGS
from glasswork.programme.prompts import Who, another_prompt, prompt_by_id, prompt_of_evening
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.spaces.pulse import pulse_token
from glasswork.spaces.reading import slot_of
from glasswork.spaces.writing import AlreadyWritten, SpaceClosed
from glasswork.ui.page import render

ACTS = {"take-back": actions.take_back, "share": actions.share_anyway, "keep": actions.keep_mine}
SAVING = {"save", "another", "use", "let-go"}  # buttons that send nothing and lead back to the form
NOTHING_YET = "Pick a word or write a line first. One is enough. Or leave it for today."
OPEN_ALREADY = "Tonight’s answers are open already, so this was not sent. You can keep these words for yourself."
SEALED_ALREADY = "Other words of yours are sealed already, so these were not sent. You can keep them for yourself."
STOPPED = "Sharing has stopped, so this was not sent. Your words are still here. You can keep them for yourself."


@in_spaces
@require_http_methods(["GET", "POST"])
def check_in(request: InSpacesRequest) -> HttpResponse:
    """With ``?alone`` the form that is only ever kept, whatever this evening of two has come to."""
    if request.method == "POST":
        return _send(request)
    evening = load_evening(request.spaces, timezone.now())
    if "alone" in request.GET:
        return _form(request, evening)
    if evening.round_tonight:
        return render(request, "checkin/open.html", {"evening": evening, **_names(evening)})
    waiting = evening.held_tonight
    if waiting and "change" not in request.GET:
        return _waiting(request, evening, waiting)
    if evening.is_alone_done and not evening.shared and "more" not in request.GET:
        return render(request, "checkin/done.html", _names(evening))
    return _form(request, evening)


@in_spaces
@require_POST
def draft(request: InSpacesRequest) -> HttpResponse:
    """What is being typed, kept sealed in one's own space; counts as being there, so the session stays."""
    save_draft(request.spaces, fields_of(request.POST), _marks(request))
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
    if act.partition(":")[0] in SAVING:
        return _save(request, sent, act)
    cleaned = clean(sent)
    if not cleaned.problems and cleaned.words.is_empty() and not cleaned.trust:
        cleaned.problems["feelings"] = NOTHING_YET
    if cleaned.problems:
        return _again(request, sent, cleaned.problems)
    if act != "seal":
        return _keep(request, sent, cleaned)
    if "hinted" not in request.POST and (beside := hint_in(cleaned.words, request.spaces.private)):
        return _again(request, sent, {}, beside)  # once; a second press sends
    return _seal(request, sent, cleaned)


def _save(request: InSpacesRequest, sent: dict[str, list[str]], act: str) -> HttpResponse:
    """Keeps what was typed as a draft and shows the form again: with another question, with words that stood apart."""
    evening = load_evening(request.spaces, timezone.now())
    form = _marks(request)
    act, _, mark = act.partition(":")
    if act == "another":
        who, seed = _who(request), _seed(evening)
        sent["prompt"] = [another_prompt(first(sent, "prompt"), day=evening.today, who=who, seed=seed).id]
    change = {"use": used, "let-go": let_go}.get(act)
    save_draft(request.spaces, sent, form, (lambda draft: change(draft, mark)) if change else None)
    where = "?alone=1" if form.is_alone and evening.shared else "?change=1" if evening.held_tonight else "?more=1"
    return HttpResponseRedirect(reverse("check_in") + where)


def _seal(request: InSpacesRequest, sent: dict[str, list[str]], cleaned: Cleaned) -> HttpResponse:
    try:
        sealed = actions.seal_answer(request.spaces, timezone.now(), cleaned.words, cleaned.trust, form=_marks(request))
    except SpaceClosed:
        return _again(request, sent, {"feelings": STOPPED})
    except AlreadyWritten:
        return _open_already(request, sent, cleaned)
    except actions.OtherWordsWait:
        return _again(request, sent, {"feelings": SEALED_ALREADY})
    except actions.AnotherEvening:
        return _save(request, sent, "")
    if sealed.is_open:
        return HttpResponseRedirect(reverse("round", kwargs={"round_id": sealed.round}))
    return HttpResponseRedirect(reverse("check_in"))


def _again(
    request: InSpacesRequest, sent: dict[str, list[str]], problems: dict[str, str], beside: Beside | None = None
) -> HttpResponse:
    """The form with what is wrong beside its fields, or with a hint; what was typed is kept as a draft as well."""
    form = _marks(request)
    save_draft(request.spaces, sent, form)
    evening = load_evening(request.spaces, timezone.now())
    if form.is_of_another(evening.today):
        return _save(request, sent, "")
    return _form(request, evening, sent, problems, beside)


def _open_already(request: InSpacesRequest, sent: dict[str, list[str]], cleaned: Cleaned) -> HttpResponse:
    """A second press changes nothing; other words, from another tab or device, are given back."""
    evening = load_evening(request.spaces, timezone.now())
    if evening.answer_tonight and evening.answer_tonight.words == cleaned.words:
        return HttpResponseRedirect(reverse("check_in"))
    return _again(request, sent, {"feelings": OPEN_ALREADY})


def _keep(request: InSpacesRequest, sent: dict[str, list[str]], cleaned: Cleaned) -> HttpResponse:
    kept, form = actions.Kept.ALONE, _marks(request)
    try:
        kept = actions.keep_for_myself(request.spaces, timezone.now(), cleaned.words, cleaned.trust, form=form)
    except AlreadyWritten:
        pass  # the same form came twice; what it says is kept already
    except actions.AnotherEvening:
        return _save(request, sent, "")
    return HttpResponseRedirect(f"{reverse('today')}?kept={kept}")


def _form(
    request: InSpacesRequest,
    evening: Evening,
    sent: dict[str, list[str]] | None = None,
    problems: dict[str, str] | None = None,
    beside: Beside | None = None,
) -> HttpResponse:
    """With what was just ``sent``, or with what is being typed, or with the waiting answer that is to be changed."""
    is_alone = _is_alone(request)
    draft, changes = _start(evening, is_alone=is_alone)
    once = request.POST.get("once") or token_urlsafe(12)
    begun = mark_of(draft.fields)
    if sent is None:
        sent = draft.fields
    else:  # a form that comes back is what it was, a change or not
        changes = request.POST.get("changes", "")
    tonights = prompt_of_evening(evening.today, _who(request), _seed(evening))
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
        "once": once,
        "follows": begun,
        "changes": changes,
        "apart": _apart(draft, once),
        "problems": problems or {},
        "beside": beside,
        "is_change": bool(changes),
        **_names(evening),
    }
    return render(request, "checkin/edit.html", context)


def _start(evening: Evening, *, is_alone: bool) -> tuple[Draft, str]:
    """What the form begins with, and which waiting answer it changes."""
    draft, waiting = evening.draft(is_alone=is_alone), None if is_alone else evening.held_tonight
    if waiting is None:
        return draft, ""
    draft, changes = for_change(draft, str(waiting.entry.id)), str(waiting.entry.id)
    if not has_words(draft.fields):
        fields = fields_for(actions.words_of(evening, waiting), evening.trust_of(evening.today))
        draft = replace(draft, fields=fields)
    return draft, changes


def _apart(draft: Draft, once: str) -> list[dict[str, Any]]:
    """Words that stand apart, as the form offers them: of another tab with all that was chosen there."""
    found = []
    for piece in draft.apart:
        day = piece.evening if piece.evening != draft.evening else None
        fields = words_alone(piece.fields) if day else piece.fields
        if has_words(fields) and piece.once != once:
            why = first(fields, "why")
            found.append({"mark": mark_of(piece.fields), "day": day, "words": clean(fields).words, "why": why})
    return found


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


def _is_alone(request: InSpacesRequest) -> bool:
    """Nobody to seal it for, or a form that its writer opened for themself."""
    return request.spaces.shared is None or "alone" in request.GET or "alone" in request.POST


def _marks(request: InSpacesRequest) -> Form:
    once, follows, changes = (request.POST.get(name, "") for name in ("once", "follows", "changes"))
    return Form(once, follows, day_in(request.POST.get("day", "")), changes, is_alone=_is_alone(request))


def _who(request: InSpacesRequest) -> Who:
    return "alone" if _is_alone(request) else "both"


def _seed(evening: Evening) -> bytes:
    return slot_of(evening.shared or evening.spaces.private, "questions")
