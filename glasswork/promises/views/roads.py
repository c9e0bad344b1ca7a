"""The road ahead: ninety days in one’s own words, looking back, and the choice to stay, part or wait."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from glasswork.promises import roads as rules
from glasswork.promises.actions import roads as actions
from glasswork.promises.forms import Form
from glasswork.promises.held import my_held
from glasswork.promises.here import DRAFTS, Here, Read
from glasswork.promises.kinds_of_roads import Commitment, Decided, Decision, LookBack, Review, Stopped
from glasswork.promises.roads import MOST_DAYS, REVIEWS, ROADS, decided, last_words, road_keys, roads_of
from glasswork.promises.views.drafts import keep_typed
from glasswork.promises.views.pages import NoLongerTwo, find, here_of, let_words_rest, offer_hint, show, to, words_kept
from glasswork.promises.views.resting import resting_page, rests_here
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.spaces.kinds import Kind
from glasswork.spaces.reading import Want, read_entries
from glasswork.spaces.refused import MOVED_ON, reason_against
from glasswork.ui.jinja import url
from glasswork.ui.sent import once_of, typed

SAY_PART = "Write what you will do, in your own words."
TOO_FAR = "Choose a day within 90 days. You can write new ones then."
SAY_SOMETHING = "Write a line first, anywhere on this page. Or leave it for today."
SAY_TWO_LINES = "Write at least one of the two lines that you’d like to share."
SAY_ROAD = "Choose one of the three. You can change it on any day."
MINE_READ = 40


@in_spaces
@require_safe
def roads(request: InSpacesRequest) -> HttpResponse:
    here = here_of(request)
    read = Read(here, road_keys(here.space, here.board, here.theirs))
    all_roads = roads_of(here, read.threads)
    running = [road for road in all_roads if road.is_running]
    own = _own(here)
    choices = decided(read.threads)
    context = {
        "here": here,
        "running": running,
        "waiting": my_held(here),
        "has_mine": any(road.is_mine for road in running),
        "reviews": rules.shared_reviews(read.threads)[:6],
        "review_days": rules.days_ahead(all_roads, here.today),
        "decision": next((value for value in own if isinstance(value, Decision)), None),
        "look_backs": [value for value in own if isinstance(value, LookBack)][:3],
        "choices": choices,
        "is_different": len({choice.road for choice in choices.values()}) > 1,
        "last_words": last_words(read.threads),
        "labels": ROADS,
        "build": url("stage", slug="build"),
        "letters": url("exercise", slug="is-it-worth-it"),
        "part_well": url("stage", slug="part-well"),
    }
    return show(request, "roads", context, read.partner_name)


@in_spaces
@require_http_methods(["GET", "POST"])
@words_kept
def commitment(request: InSpacesRequest) -> HttpResponse:
    here = here_of(request)
    if rests_here(request, here):
        return resting_page(request)
    if request.method == "GET":
        return _commitment_page(request, here)
    form = Form(request.POST, here.today)
    made = Commitment(
        words=form.words("words", if_empty=SAY_PART, in_words=True),
        not_in_it=form.words("not_in_it"),
        began_on=here.today,
        ends_on=form.day_to_come("ends_on", most=MOST_DAYS, too_far=TOO_FAR),
    )
    let_words_rest(form, here, words=made.words, not_in_it=made.not_in_it)
    offer_hint(request, form, here, words=made.words, not_in_it=made.not_in_it)
    once = once_of(request)
    running = [road for road in _roads(here) if road.is_running]
    is_twice = any(road.is_mine and road.commitment == made for road in running)
    at_once = request.POST.get("act") == "share"
    if not form.problems and not is_twice:
        problem = reason_against(lambda: actions.commit(here, made, running, once=once, at_once=at_once))
        form.problems |= {"": problem} if problem else {}
    if form.problems:
        keep_typed(request, "commitment")
        return _commitment_page(request, here, form.problems)
    DRAFTS.end(request.spaces.private, "commitment", once=once)
    return to("roads", here)


@in_spaces
@require_POST
def commitment_held(request: InSpacesRequest) -> HttpResponse:
    """Ninety days that wait for the other’s: shared alone, or taken back to be changed."""
    here = here_of(request)
    if request.POST.get("act") == "back":
        actions.take_held_back(here)
        return to("commitment")
    if rests_here(request, here):
        return resting_page(request)
    reason_against(lambda: actions.share_held(here))
    return to("roads")


@in_spaces
@require_POST
def commitment_end(request: InSpacesRequest, thread_id: UUID) -> HttpResponse:
    here, found = here_of(request), find(request, thread_id, (rules.STOPPED,))
    made = found.thread.root(Commitment)
    if made is None:
        raise Http404
    road = rules.Road(found.thread, made, here.today)
    if not found.thread.said(here.me, rules.STOPPED, Stopped):
        reason_against(lambda: actions.stop_commitment(here, road))
    return to("roads", here)


@in_spaces
@require_http_methods(["GET", "POST"])
@words_kept
def review(request: InSpacesRequest) -> HttpResponse:
    """Looking back at thirty, ninety and a hundred and eighty days: for oneself, and two lines of it to share."""
    here = here_of(request)
    if request.method == "GET":
        return _review_page(request, here)
    form, shares = Form(request.POST, here.today), _shares(request, here, "grown", "will_do")
    if shares and rests_here(request, here):
        return resting_page(request)
    texts = {name: form.words(name) for name in ("was", "now", "still", "onward", "grown", "will_do")}
    after = form.number("after_days")
    days = after if after in REVIEWS else 0
    if not any(texts.values()):
        form.problems["was"] = SAY_SOMETHING
    elif shares and not (texts["grown"] or texts["will_do"]):
        form.problems["grown"] = SAY_TWO_LINES
    elif shares:
        offer_hint(request, form, here, grown=texts["grown"], will_do=texts["will_do"])
    if form.problems:
        keep_typed(request, "review")
        return _review_page(request, here, form.problems)
    own = LookBack(
        on=here.today, after_days=days, was=texts["was"], now=texts["now"], still=texts["still"], onward=texts["onward"]
    )
    two_lines = Review(after_days=days, grown=texts["grown"], onward=texts["will_do"]) if shares else None
    return _keep(request, here, "review", lambda once: actions.look_back(here, own, two_lines, once=once))


@in_spaces
@require_http_methods(["GET", "POST"])
@words_kept
def decision(request: InSpacesRequest) -> HttpResponse:
    """Stay, part or wait: its owner’s alone, until they share it."""
    here = here_of(request)
    if request.method == "GET":
        return _decision_page(request, here)
    form, shares = Form(request.POST, here.today), _shares(request, here, "share_words")
    if shares and rests_here(request, here):
        return resting_page(request)
    road = form.choice("road", ROADS, if_none=SAY_ROAD)
    own = Decision(on=here.today, road=road, why=form.words("why"), look_again=here.today + timedelta(days=30))
    shared = Decided(road=road, words=form.words("share_words")) if shares else None
    if shared:
        let_words_rest(form, here, share_words=shared.words)
        offer_hint(request, form, here, share_words=shared.words)
    if form.problems:
        keep_typed(request, "decision")
        return _decision_page(request, here, form.problems)
    return _keep(request, here, "decision", lambda once: actions.decide(here, own, shared, once=once))


def _shares(request: InSpacesRequest, here: Here, *words: str) -> bool:
    """Raises NoLongerTwo where there are words to share, and nobody any more to share them with."""
    means_to = request.POST.get("act") == "share"
    if means_to and not here.is_shared and any(request.POST.get(name, "").strip() for name in words):
        raise NoLongerTwo
    return means_to and here.is_shared


def _keep(request: InSpacesRequest, here: Here, form: str, act: Any) -> HttpResponse:
    once = once_of(request)
    problem = reason_against(lambda: act(once))
    if problem and problem != MOVED_ON:
        pages = {"review": _review_page, "decision": _decision_page}
        return pages[form](request, here, {"": problem})
    DRAFTS.end(request.spaces.private, form, once=once)
    return to("roads", here)


def _roads(here: Here) -> list[rules.Road]:
    return roads_of(here, Read(here, road_keys(here.space, here.board, here.theirs)).threads)


def _own(here: Here) -> list[Kind]:
    """One’s own choices and looks back, newest first; of nobody else’s space."""
    entries = read_entries(Want(here.spaces.private, tags=("mine",)), newest=MINE_READ)
    return [entry.value for entry in reversed(entries) if entry.value]


def _commitment_page(request: InSpacesRequest, here: Here, problems: dict[str, str] | None = None) -> HttpResponse:
    context = {
        "here": here,
        "typed": typed(request, ("words", "not_in_it", "ends_on"), here.draft("commitment")),
        "latest": here.today + timedelta(days=MOST_DAYS),
        "problems": problems,
    }
    return show(request, "commitment", context, Read(here, []).partner_name)


def _review_page(request: InSpacesRequest, here: Here, problems: dict[str, str] | None = None) -> HttpResponse:
    names = ("was", "now", "still", "onward", "grown", "will_do", "after_days")
    context = {
        "here": here,
        "typed": typed(request, names, here.draft("review")),
        "days": [(str(days), f"{days} days") for days in REVIEWS],
        "problems": problems,
    }
    return show(request, "review", context, Read(here, []).partner_name)


def _decision_page(request: InSpacesRequest, here: Here, problems: dict[str, str] | None = None) -> HttpResponse:
    now = next((value for value in _own(here) if isinstance(value, Decision)), None)
    context = {
        "here": here,
        "now": now,
        "labels": ROADS,
        "roads": list(ROADS.items()),
        "typed": typed(request, ("why", "share_words", "road"), here.draft("decision")),
        "problems": problems,
    }
    return show(request, "decision", context, Read(here, []).partner_name)
