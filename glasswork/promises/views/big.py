"""Big things: examples with their limits, an offer, its answer, and its steps."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from glasswork.programme.cards import HIGH_COST_ACTS
from glasswork.promises.actions import right as actions
from glasswork.promises.big import PARTS, SAYS, Stage, stage_of
from glasswork.promises.forms import Form
from glasswork.promises.here import DRAFTS, Here, Read
from glasswork.promises.kinds_of_acts import Big, BigStep, WouldHelp
from glasswork.promises.threads import ROOT, Found, keys_of
from glasswork.promises.views.drafts import keep_typed
from glasswork.promises.views.pages import find, here_of, let_words_rest, offer_hint, shared_here, show, to, words_kept
from glasswork.promises.views.resting import for_two
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.spaces.refused import MOVED_ON, reason_against
from glasswork.ui.sent import once_of, typed

MOST_DAYS, WAIT = 365, timedelta(days=14)
TOO_FAR = "Choose a day within a year."
TOO_SOON = "It can’t be undone, so it waits fourteen days. Choose a day after that."
SAY_WHAT, SAY_COST = "Write what you would do.", "Write what it would cost you."
SAY_ANSWER = "Choose one, or leave it for today."
FIELDS = ("words", "cost", "support", "by", "undone")


@in_spaces
@require_safe
def big_things(request: InSpacesRequest) -> HttpResponse:
    here = shared_here(request)
    keys = [k for b in (here.board, here.theirs) for t in b.bigs for k in keys_of(here.space, t, (ROOT, *PARTS))]
    read = Read(here, keys)
    open_now = [(thread, found) for thread in read.threads.values() if (found := thread.root(Big))]
    stages = {thread.id: stage_of(thread, here.today) for thread, _ in open_now}
    context = {"here": here, "bigs": open_now, "stages": stages, "cards": HIGH_COST_ACTS, "my_name": read.my_name}
    return show(request, "bigs", context, read.partner_name)


@in_spaces
@require_http_methods(["GET", "POST"])
@words_kept
@for_two
def new(request: InSpacesRequest) -> HttpResponse:
    here = shared_here(request)
    if request.method == "GET":
        return _new_page(request, here)
    form = Form(request.POST, here.today)
    is_undone = form.choice("undone", ("yes",)) == "yes"
    big = Big(
        words=form.words("words", if_empty=SAY_WHAT, in_words=True),
        cost=form.words("cost", if_empty=SAY_COST),
        support=form.words("support"),
        by=form.day_to_come("by", most=MOST_DAYS, too_far=TOO_FAR),
        not_before=here.today + WAIT if is_undone else None,
        card=form.choice("card", [card.id for card in HIGH_COST_ACTS]),
    )
    if big.not_before and big.by < big.not_before and "by" not in form.problems:
        form.problems["by"] = TOO_SOON
    let_words_rest(form, here, words=big.words)
    offer_hint(request, form, here, words=big.words, cost=big.cost, support=big.support)
    if form.problems:
        return _ask_again(request, here, form.problems)
    once = once_of(request)
    problem = reason_against(lambda: actions.offer_big(here, big, once=once))
    if problem and problem != MOVED_ON:
        return _ask_again(request, here, {"": problem})
    DRAFTS.end(request.spaces.private, "big", once=once)
    return to("big_things")


@in_spaces
@require_safe
def big(request: InSpacesRequest, thread_id: UUID) -> HttpResponse:
    return _page(request, _find(request, thread_id))


@in_spaces
@require_POST
@words_kept
@for_two
def answer(request: InSpacesRequest, thread_id: UUID) -> HttpResponse:
    """“Would this help?”, by the other."""
    found = _find(request, thread_id)
    here = shared_here(request)
    form = Form(request.POST, here.today)
    says, words = form.choice("act", SAYS, if_none=SAY_ANSWER), form.words("words")
    offer_hint(request, form, here, has_form=_asks_for(found, here, is_mine=False), words=words)
    if form.problems:
        return _page(request, found, form.problems)
    problem = reason_against(lambda: actions.say_would_help(here, found.thread, says, words))
    return _after(request, found, problem, words)


@in_spaces
@require_POST
@words_kept
def step(request: InSpacesRequest, thread_id: UUID) -> HttpResponse:
    """Begun, done or let go, by whoever offered."""
    found = _find(request, thread_id)
    here = shared_here(request)
    form = Form(request.POST, here.today)
    what, words = form.choice("act", ("begun", "done", "let-go"), if_none=SAY_ANSWER), form.words("words")
    offer_hint(request, form, here, has_form=_asks_for(found, here, is_mine=True), words=words)
    if form.problems:
        return _page(request, found, form.problems)
    taken = BigStep(offer=thread_id, what=what, on=here.today, words=words)
    problem = reason_against(lambda: actions.take_step(here, found.thread, taken))
    return _after(request, found, problem, words)


def _asks_for(found: Found, here: Here, *, is_mine: bool) -> bool:
    """Whether its page asks for a step of whoever offered, or for the other’s answer."""
    thread, stage = found.thread, stage_of(found.thread, here.today)
    waits = stage not in {Stage.OVER, Stage.WAITING} if is_mine else stage in {Stage.OFFERED, Stage.AGAIN}
    return thread.is_mine is is_mine and thread.is_open_for_writing and waits


def _after(request: InSpacesRequest, found: Found, problem: str | None, unsent: str) -> HttpResponse:
    thread = found.thread
    is_said = any(unsent == getattr(value, "words", "") for _, value in (*thread.all_said(WouldHelp),))
    if problem is None or not unsent or is_said:
        return to("big", thread_id=thread.id)
    return _page(request, found, {"": problem}, unsent=unsent)


def _find(request: InSpacesRequest, thread_id: UUID) -> Found:
    found = find(request, thread_id, PARTS)
    if found.thread.root(Big) is None:
        raise Http404
    return found


def _ask_again(request: InSpacesRequest, here: Here, problems: dict[str, str]) -> HttpResponse:
    keep_typed(request, "big")
    return _new_page(request, here, problems)


def _new_page(request: InSpacesRequest, here: Here, problems: dict[str, str] | None = None) -> HttpResponse:
    draft = here.draft("big")
    values = typed(request, (*FIELDS, "card"), draft)
    chosen = request.GET.get("card") or values["card"]
    card = next((card for card in HIGH_COST_ACTS if card.id == chosen), None)
    if card and request.method == "GET" and draft.get("card") != card.id:
        values |= {"words": card.text, "undone": "yes" if card.wait else ""}
    context = {
        "here": here,
        "card": card,
        "typed": values,
        "soon": here.today + timedelta(days=30),
        "problems": problems,
    }
    return show(request, "big_new", context, Read(here, []).partner_name)


def _page(
    request: InSpacesRequest, found: Found, problems: dict[str, str] | None = None, *, unsent: str = ""
) -> HttpResponse:
    here = here_of(request)
    context: dict[str, Any] = {
        "here": here,
        "thread": found.thread,
        "big": found.thread.root(Big),
        "stage": stage_of(found.thread, here.today),
        "answers": [value for _, value in found.thread.all_said(WouldHelp)],
        "steps": [value for _, value in found.thread.all_said(BigStep)],
        "says": SAYS,
        "typed": typed(request, ("words",)),
        "problems": problems,
        "unsent": unsent,
    }
    return show(request, "big", context, found.partner_name)
