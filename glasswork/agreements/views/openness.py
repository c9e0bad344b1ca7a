"""Openness: what each offers, until when, what was shown, and what one may ask for."""

from collections.abc import Callable
from secrets import token_urlsafe
from typing import Any

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from glasswork.agreements import actions, openness
from glasswork.agreements.caught import Why, guarded, let_rest, offer_hint, why_not_sent
from glasswork.agreements.forms import clean_id, first, latest_day, usual_day
from glasswork.agreements.here import Here, load_here, read_aside, shared_spaces
from glasswork.agreements.kinds import LINES
from glasswork.agreements.news import quiet_key
from glasswork.agreements.offers import USUAL, Standing, may_ask_on
from glasswork.agreements.open_forms import OFFER_TEXTS, clean_offer, clean_text
from glasswork.agreements.openness import Side, side_of, sides
from glasswork.agreements.openness_kinds import OPENNESS, TOPICS, Request, Shown, Topic
from glasswork.agreements.views.drafts import shown_in, typed_in
from glasswork.agreements.views.lines import of_sort
from glasswork.agreements.waiting import why_rest, why_wait
from glasswork.guard import checking
from glasswork.lib.typed import number_in
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.spaces.reading import Opened
from glasswork.spaces.refused import STOPPED, Refused
from glasswork.spaces.writing import SpaceClosed
from glasswork.ui.page import render

TAKES = (
    "That would hand over a key, a place or other people’s words. Offer something you tell or show by your own hand."
)
AT_ONCE = 20
ACTS: dict[str, Callable[[Here, str], None]] = {
    "pause": openness.pause_offer,
    "resume": openness.resume_offer,
    "stop": openness.stop_offer,
}


@in_spaces
@require_safe
def show(request: InSpacesRequest) -> HttpResponse:
    here = load_here(request.spaces, (OPENNESS,))
    return _page(request, here)


@in_spaces
@require_http_methods(["GET", "POST"])
def offer(request: InSpacesRequest, topic: str) -> HttpResponse:
    """Making, renewing, pausing and stopping an offer: its giver’s alone."""
    here, known = load_here(request.spaces, (OPENNESS,)), _topic(topic)
    act = ACTS.get(request.POST.get("act", ""))
    if act:
        return _do(request, here, lambda: act(here, topic))
    if request.method == "GET":
        return _to_page() if here.space is None else _offer_form(request, here, known)
    (texts, ends_on), problems = clean_offer(request.POST, here.today)
    if checking.hands_over("\n".join(texts.values())):
        problems["covers"] = TAKES
    if problems:
        return _offer_form(request, here, known, problems)

    def send() -> None:
        _may_ask_for_a_yes(request, here)
        let_rest(here.private, "\n".join(texts.values()), here.now)
        # “Who else was there” alone would read as a question.
        leaves = texts["leaves"] and f"It leaves alone: {texts['leaves']}"
        offer_hint(request, **{**texts, "leaves": leaves})
        openness.make_offer(here, topic, ends_on=ends_on, **texts)

    if why := why_not_sent(send, stopped=STOPPED):
        return _offer_form(request, here, known, why.at(""), why)
    return _sent(request, "offer", topic)


@in_spaces
@require_http_methods(["GET", "POST"])
def welcome(request: InSpacesRequest, topic: str) -> HttpResponse:
    """Whether one wants to be shown it, asked in private. “Not today” and “no” tell nobody anything (S10)."""
    here = load_here(request.spaces, (OPENNESS,))
    _topic(topic)
    side = side_of(sides(here)[1], topic) if here.space else None
    if side is None or side.offer is None:
        return _to_page()
    act, read = request.POST.get("act", ""), clean_id(request.POST.get("wording", "")) or side.offer.id
    if act == "yes" and read != side.offer.id:
        return _welcome_page(request, here, side, {"": openness.OTHER_TERMS})
    if act == "yes" and not why_wait(here):
        return _do(request, here, lambda: openness.welcome_offer(here, topic, read))
    if act in {"leave", "not-today"}:
        actions.quieten_offers(here.private, quiet_key(topic), here.now)
    if act == "leave":
        return _do(request, here, lambda: openness.leave_offer(here, topic))
    if act in {"not-today", "yes"}:
        return _to_page()
    return _welcome_page(request, here, side)


def _welcome_page(
    request: InSpacesRequest, here: Here, side: Side, problems: dict[str, str] | None = None
) -> HttpResponse:
    context = {"side": side, "topic": side.topic, "wait": why_wait(here), "problems": problems or {}}
    back = (reverse("openness"), "Openness")
    return render(request, "agreements/welcome.html", _names(here) | context | {"back": back})


@in_spaces
@require_POST
def shown(request: InSpacesRequest, topic: str) -> HttpResponse:
    here, _ = load_here(request.spaces, (OPENNESS,)), _topic(topic)
    field = f"shown_{topic}"
    text, problems = clean_text(request.POST.get(field, ""))
    if problems:
        return _page(request, here, {field: problems["words"]})

    def send() -> None:
        if why := why_rest(here):
            raise Refused(why)
        _is_with(request, here)
        let_rest(here.private, text, here.now)
        offer_hint(request, **{field: text})
        openness.show(here, topic, text, once=request.POST.get("once", ""))

    if why := why_not_sent(send, stopped=STOPPED):
        return _page(request, here, why.at(field), unsent="" if why.beside else text, why=why, topic=topic)
    return _sent(request, "shown", topic)


@in_spaces
@require_http_methods(["GET", "POST"])
def request_(request: InSpacesRequest, topic: str) -> HttpResponse:
    """Asking for openness. Whether and how it is answered belongs to the one who is asked."""
    here, known = load_here(request.spaces, (OPENNESS,)), _topic(topic)
    if request.method == "GET":
        return _to_page() if here.space is None else _request_form(request, here, known)
    words, problems = clean_text(request.POST.get("words", ""))
    if not words and topic != "other":  # what is asked for says itself
        problems = {}
    if problems:
        return _request_form(request, here, known, problems)

    def send() -> None:
        _may_ask_for_a_yes(request, here)
        let_rest(here.private, words, here.now, as_wish=True)
        offer_hint(request, words=words)
        openness.ask(here, topic, words, once=request.POST.get("once", ""))

    if why := why_not_sent(send, stopped=STOPPED):
        return _request_form(request, here, known, why.at("words"), why)
    return _sent(request, "request", topic)


def _sent(request: InSpacesRequest, form: str, topic: str) -> HttpResponse:
    """The draft of a form that was sent has ended."""
    actions.end_draft(request.spaces.private, f"{form}-{topic}", once=request.POST.get("once", ""))
    return _to_page()


def _may_ask_for_a_yes(request: InSpacesRequest, here: Here) -> None:
    """Raises Refused or SpaceClosed."""
    _is_with(request, here)
    if why := why_wait(here):
        raise Refused(why)


def _is_with(request: InSpacesRequest, here: Here) -> None:
    """Raises SpaceClosed for words that were written for somebody else, or for nobody who is here any more."""
    if not here.is_with(request.POST.get("space", "")):
        raise SpaceClosed


@in_spaces
@require_POST
def request_aside(request: InSpacesRequest) -> HttpResponse:
    """Puts a request away. Whoever asked is told nothing (S10)."""
    if found := clean_id(request.POST.get("request", "")):
        actions.put_away(request.spaces.private, found)
    return _to_page()


@in_spaces
@require_safe
def who_knows(request: InSpacesRequest) -> HttpResponse:
    """Who knows what, as lines of their own sort: on the map once both have said yes."""
    here = load_here(request.spaces, (LINES,))
    found = of_sort(here, "who-knows")
    return render(request, "agreements/who_knows.html", _names(here) | {"found": found, "me": here.me})


def _page(
    request: InSpacesRequest,
    here: Here,
    problems: dict[str, str] | None = None,
    *,
    unsent: str = "",
    why: Why | None = None,
    topic: str = "",
) -> HttpResponse:
    mine, theirs = sides(here)
    away = read_aside(here.private).away
    asked = openness.requests_in(here.of(here.space), here.space) if here.space else []
    again = {topic: may_ask_on(asked, topic) for topic in TOPICS}
    context = _names(here) | {
        "mine": mine,
        "theirs": theirs,
        "again": {topic: day for topic, day in again.items() if day and here.now.date() < day},
        "requests": [e for e in _requests(here) if e.id not in away],
        **_history(request, here),
        "typed": shown_in(request),
        "topics": TOPICS,
        "problems": problems or {},
        "unsent": unsent,
        "finding_topic": topic,
        **guarded(why),
        "once": request.POST.get("once") or token_urlsafe(12),
    }
    return render(request, "agreements/openness.html", context)


def _history(request: InSpacesRequest, here: Here) -> dict[str, Any]:
    """What was shown, newest first, some at a time. ``older`` is how many newer ones the next page leaves out."""
    found = [e for space in shared_spaces(here.spaces) for e in here.of(space)[::-1] if isinstance(e.value, Shown)]
    after = number_in(request.GET.get("after", ""), digits=5) or 0
    to = after + AT_ONCE
    return {"history": found[after:to], "older": to if len(found) > to else 0}


def _requests(here: Here) -> list[Opened[Any]]:
    """What the other asked for in the last days, newest first."""
    found = [e for e in here.of(here.space) if isinstance(e.value, Request) and e.author != here.me]
    return [entry for entry in found if (here.now.date() - entry.day) <= USUAL][::-1]


def _offer_form(
    request: InSpacesRequest,
    here: Here,
    topic: Topic,
    problems: dict[str, str] | None = None,
    why: Why | None = None,
) -> HttpResponse:
    side = side_of(sides(here)[0], topic.id) if here.space else Side(topic, Standing.NONE)
    usual = usual_day(here.today, USUAL.days).isoformat()
    sent = typed_in(request, f"offer-{topic.id}")
    typed = {name: first(sent, name) if name in sent else getattr(side.offer, name, "") for name in OFFER_TEXTS}
    context = _names(here) | {
        "topic": topic,
        "typed": typed,
        "ends_on": first(sent, "ends_on") if "ends_on" in sent else usual,
        "once": request.POST.get("once") or token_urlsafe(12),
        "earliest": usual_day(here.today, 1),
        "latest": latest_day(here.today),
        "problems": problems or {},
        **guarded(why),
        "back": (reverse("openness"), "Openness"),
    }
    return render(request, "agreements/offer.html", context)


def _request_form(
    request: InSpacesRequest,
    here: Here,
    topic: Topic,
    problems: dict[str, str] | None = None,
    why: Why | None = None,
) -> HttpResponse:
    context = _names(here) | {
        "topic": topic,
        "typed": first(typed_in(request, f"request-{topic.id}"), "words"),
        "problems": problems or {},
        "once": request.POST.get("once") or token_urlsafe(12),
        **guarded(why),
        "back": (reverse("openness"), "Openness"),
    }
    return render(request, "agreements/request.html", context)


def _do(request: InSpacesRequest, here: Here, act: Callable[[], None]) -> HttpResponse:
    why = why_not_sent(act, stopped=STOPPED)
    return _page(request, here, {"": why.sentence}) if why else _to_page()


def _to_page() -> HttpResponse:
    return HttpResponseRedirect(reverse("openness"))


def _topic(name: str) -> Topic:
    found = TOPICS.get(name)
    if found is None:
        raise Http404
    return found


def _names(here: Here) -> dict[str, Any]:
    return {"here": here, "partner_name": here.partner_name, "me": here.me}
