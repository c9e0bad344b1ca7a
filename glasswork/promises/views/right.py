"""Putting it right: four rows of acts, what landed, and “would this help?” before an amends."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from glasswork.promises.actions import right as actions
from glasswork.promises.big import PARTS, SAYS
from glasswork.promises.forms import Form
from glasswork.promises.here import DRAFTS, Here, Read
from glasswork.promises.kinds_of_acts import RIGHT, Act, Landed, Offer, WouldHelp
from glasswork.promises.righting import ROWS, acts_of, by_row
from glasswork.promises.threads import ROOT, Thread, keys_of
from glasswork.promises.views.drafts import keep_typed
from glasswork.promises.views.pages import find, let_words_rest, offer_hint, shared_here, show, to, until_of, words_kept
from glasswork.promises.views.resting import for_two, resting_page, rests_here
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.spaces.kinds import Kind
from glasswork.spaces.reading import Opened, Want, read_entries
from glasswork.spaces.refused import MOVED_ON, reason_against
from glasswork.ui.sent import once_of, typed

AT_ONCE = 60
SAY_ROW, SAY_ACT = "Choose one of the four rows.", "Write what you did, in a line or two."
SAY_OFFER, SAY_ANSWER = "Write what you have in mind.", "Choose one, or leave it for today."


@in_spaces
@require_http_methods(["GET", "POST"])
@words_kept
def putting_right(request: InSpacesRequest) -> HttpResponse:
    here = shared_here(request)
    if request.method == "GET":
        return _page(request, here)
    if rests_here(request, here):
        return resting_page(request)
    form = Form(request.POST, here.today)
    done = Act(
        row=form.choice("row", ROWS, if_none=SAY_ROW),
        words=form.words("words", if_empty=SAY_ACT, in_words=True),
        on=form.day_gone("on"),
    )
    offer_hint(request, form, here, words=done.words)
    once = once_of(request)
    problem = None if form.problems else reason_against(lambda: actions.write_act(here, done, once=once))
    if problem and problem != MOVED_ON:
        form.problems[""] = problem
    if form.problems:
        keep_typed(request, "act")
        return _page(request, here, form.problems)
    DRAFTS.end(request.spaces.private, "act", once=once)
    return to("putting_right")


@in_spaces
@require_POST
@for_two
def landed(request: InSpacesRequest, act_id: UUID) -> HttpResponse:
    """“It landed” or “it did not”, by the other; never a duty."""
    here = shared_here(request)
    entries = _entries(here, None)
    row = next((row for row in acts_of(entries, here.other or here.me) if row.entry.id == act_id), None)
    if row is None:
        raise Http404
    form = Form(request.POST, here.today)
    did, words = form.choice("act", ("yes", "no"), if_none=SAY_ANSWER), form.words("words", is_line=True)
    if form.problems:
        return _page(request, here, form.problems)
    said = Landed(act=act_id, did=did == "yes", words=words)
    entry: Opened[Any] = row.entry
    problem = None if row.now == said else reason_against(lambda: actions.say_landed(here, entry, said, row.said))
    return _page(request, here, {"": problem}) if problem else to("putting_right")


@in_spaces
@require_POST
@words_kept
@for_two
def offers(request: InSpacesRequest) -> HttpResponse:
    """“Would this help?”, asked before the act."""
    here = shared_here(request)
    form = Form(request.POST, here.today)
    offer, once = Offer(words=form.words("offer", if_empty=SAY_OFFER, in_words=True)), once_of(request)
    let_words_rest(form, here, offer=offer.words)
    offer_hint(request, form, here, offer=offer.words)
    problem = None if form.problems else reason_against(lambda: actions.make_offer(here, offer, once=once))
    if problem and problem != MOVED_ON:
        form.problems[""] = problem
    if form.problems:
        keep_typed(request, "offer")
        return _page(request, here, form.problems)
    DRAFTS.end(request.spaces.private, "offer", once=once)
    return to("putting_right")


@in_spaces
@require_POST
@words_kept
@for_two
def offer_answer(request: InSpacesRequest, thread_id: UUID) -> HttpResponse:
    thread = _offer(request, thread_id)
    here = shared_here(request)
    form = Form(request.POST, here.today)
    says, words = form.choice("act", SAYS, if_none=SAY_ANSWER), form.words("words", is_line=True)
    if form.problems:
        return _page(request, here, form.problems)
    problem = reason_against(lambda: actions.say_would_help(here, thread, says, words))
    said = thread.said(here.me, "would-help", WouldHelp)
    if problem and words and (said is None or said.words != words):
        return _page(request, here, {"": problem}, unsent=words)
    return to("putting_right")


@in_spaces
@require_POST
def offer_end(request: InSpacesRequest, thread_id: UUID) -> HttpResponse:
    here, thread = shared_here(request), _offer(request, thread_id)
    reason_against(lambda: actions.end_offer(here, thread))
    return to("putting_right")


def _offer(request: InSpacesRequest, thread_id: UUID) -> Thread:
    thread = find(request, thread_id, PARTS).thread
    if thread.root(Offer) is None:
        raise Http404
    return thread


def _entries(here: Here, until: date | None) -> list[Opened[Kind]]:
    return read_entries(Want(here.space, tags=(RIGHT,), until=until), newest=AT_ONCE)


def _page(
    request: InSpacesRequest, here: Here, problems: dict[str, str] | None = None, *, unsent: str = ""
) -> HttpResponse:
    until = until_of(request)
    entries = _entries(here, until)
    keys = [k for b in (here.board, here.theirs) for t in b.offers for k in keys_of(here.space, t, (ROOT, *PARTS))]
    read = Read(here, keys)
    mine, theirs = acts_of(entries, here.me), acts_of(entries, here.other or here.me)
    open_offers = [(thread, found) for thread in read.threads.values() if (found := thread.root(Offer))]
    older = entries[0].day - timedelta(days=1) if len(entries) == AT_ONCE else None
    context = {
        "here": here,
        "tables": [("theirs", by_row(theirs), bool(theirs)), ("mine", by_row(mine), bool(mine))],
        "offers": [(t, offer, t.said(t.other_of_opener, "would-help", WouldHelp)) for t, offer in open_offers],
        "rows": [(name, f"{title}. {hint}") for name, (title, hint) in ROWS.items()],
        "says": SAYS,
        "older": older,
        "typed": typed(request, ("words", "row", "on", "offer"), here.draft("act") | here.draft("offer")),
        "back": (reverse("promises"), "Promises"),
        "problems": problems,
        "unsent": unsent,
    }
    return show(request, "right", context, read.partner_name)
