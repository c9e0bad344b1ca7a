"""Today: one next thing, and a way to put it off."""

from collections.abc import Iterator
from datetime import datetime
from secrets import token_urlsafe
from typing import NamedTuple

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from glasswork.agreements import news as agreements
from glasswork.agreements.kinds import Aside
from glasswork.checkin.evening import Evening, load_evening
from glasswork.goals import lines as goals
from glasswork.goals.here import ASIDE, BOARD
from glasswork.goals.here import SHOWN as GOALS
from glasswork.letters import news as letters
from glasswork.lib.directions import isolated
from glasswork.pairing.actions import settle
from glasswork.pairing.waiting import has_words_to_compare, is_in_progress, parting_line
from glasswork.plan import here as plan
from glasswork.progress import news as progress
from glasswork.promises import news as promises
from glasswork.promises.here import BOARD as PROMISES
from glasswork.promises.here import MINE
from glasswork.promises.kinds import Board, Mine
from glasswork.promises.panes import has_due
from glasswork.questions import news as questions
from glasswork.safety.gate import keeps_to_oneself, read_standing
from glasswork.safety.help_lines import find_country
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.spaces.opening import Spaces
from glasswork.spaces.reading import read_slip
from glasswork.spaces.writing import save_slip, utc_day
from glasswork.talks import news as talks
from glasswork.today.acts import TAGS, Claim, HardNews, claims, hard_news
from glasswork.today.kinds import PutOff
from glasswork.today.news import News, news_from
from glasswork.today.next_step import (
    JOINING,
    PLANNING,
    Next,
    Situation,
    is_done,
    is_plan_time,
    next_step,
    points_to_joining,
    points_to_planning,
    put_it_off,
)
from glasswork.today.rows import (
    Row,
    claim_row,
    in_order,
    letter_row,
    longer_row,
    news_row,
    notice_row,
    question_row,
)
from glasswork.ui.page import render

SLIP = "put-off"
KEPT = {
    "alone": "Kept. Only you can open it.",
    "opened": "Kept. Only you can open it. What you sealed before had opened already.",
    "sealed": "Kept. Only you can open it. What you sealed before still waits.",
}
LINES = {JOINING: "pairing", PLANNING: "intake"}


class FromThem(NamedTuple):
    """What the other did that both the one next thing and the rows below it look at."""

    news: list[News]
    claims: list[Claim]
    asked: questions.OnToday


@in_spaces
@require_safe
def today(request: InSpacesRequest) -> HttpResponse:
    evening = _evening(request.spaces)
    found = evening.slip(request.spaces.private, SLIP)
    put_off = found if isinstance(found, PutOff) else PutOff(evening=evening.today)
    planned = plan.here_from(evening)
    theirs = _from_them(evening)
    here = _situation(request, planned, put_off, theirs)
    chosen = next_step(here, put_off)
    context = {
        "evening": evening,
        "here": here,
        "next": chosen,
        "rows": in_order(_rows(evening, here, chosen, theirs)),
        "points_to_joining": points_to_joining(here, put_off) and not keeps_to_oneself(read_standing(request.spaces)),
        "points_to_planning": points_to_planning(here, put_off),
        "once": token_urlsafe(12),
        "is_due": _is_due(evening),
        "day_come": promises.day_come([*evening.past, *evening.entries], request.spaces.private.me, evening.today),
        "may_tell": planned.facts.role in {"involved", "both"} and not planned.facts.is_resting,
        "goals": _goal_lines(evening, planned),
        "own_question": questions.own_notice(evening.slips, request.spaces.private, evening.today),
        "rested_letter": letters.rested(evening),
        "partner_name": evening.partner_name,
        "my_name": evening.my_name,
        "country": _country(evening),
        "greeting": _greeting(evening.now.astimezone(evening.zone)),
        "parting": parting_line(request.spaces, evening.entries, utc_day()),
        "was_kept": KEPT.get(request.GET.get("kept", ""), ""),
    }
    return render(request, "today/show.html", context)


@in_spaces
@require_POST
def put_off(request: InSpacesRequest) -> HttpResponse:
    """Later, or Not today: kept for this person alone, and forgotten when the day turns. “Look” puts away too."""
    settle(request.person, request.spaces)
    private, step, how = request.spaces.private, request.POST.get("step", ""), request.POST.get("how", "")
    if step in {*Next, *LINES}:
        evening = load_evening(request.spaces, timezone.now())
        before = read_slip(private, PutOff, SLIP) or PutOff(evening=evening.today)
        after = put_it_off(step, "never" if step in LINES else how, evening.today, evening.now, before)
        save_slip(private, after, SLIP)
    return HttpResponseRedirect(reverse(LINES[step] if step in LINES and how == "look" else "today"))


def _evening(spaces: Spaces) -> Evening:
    """Everything that any room has for Today, by two queries."""
    return load_evening(
        spaces,
        timezone.now(),
        also=(*TAGS, *agreements.TAGS, *talks.TAGS, *letters.TAGS, *progress.TAGS, *questions.TAGS, *plan.ALSO),
        ever=(*plan.EVER, *promises.EVER),
        ours_ever=(*plan.OURS_EVER, *agreements.EVER),
        ours_lately=plan.OURS_LATELY,
        shown=(
            *talks.SHOWN,
            *GOALS,
            *agreements.offers_shown(spaces),
            *questions.shown(spaces, timezone.now()),
        ),
    )


def _from_them(evening: Evening) -> FromThem:
    if evening.shared is None:
        return FromThem([], [], questions.OnToday())
    shared, name, today = evening.shared, isolated(evening.partner_name), evening.today
    asked = questions.on_today(shared, evening.slips, name, today=today, now=evening.now, zone=evening.zone)
    return FromThem(news_from(shared, evening.ours, name, today), claims(shared, evening.ours, name), asked)


def _rows(evening: Evening, here: Situation, chosen: Next, theirs: FromThem) -> Iterator[Row]:
    """What is new from the other, without what the one next thing shows already."""
    shown = here.my_turn if chosen in {Next.READ, Next.READ_ON} else None
    claimed = here.claim if chosen is Next.CLAIM else None
    longer = _longer(evening)
    yield from (news_row(item) for item in theirs.news if item != shown)
    yield from (claim_row(claim) for claim in theirs.claims if claim != claimed)
    yield from map(letter_row, letters.lines(evening))
    yield from map(question_row, _question_lines(evening, here, chosen, theirs.asked))
    yield from [longer_row(longer)] if longer else []
    yield from map(notice_row, [*_notices(evening, rests=here.rests), *_goal_news(evening), *_progress_news(evening)])


def _notices(evening: Evening, *, rests: bool) -> list[agreements.Notice]:
    """Of lines, contact and openness; nothing of what this person put away, and no look at a line while they rest."""
    if evening.shared is None:
        return []
    kept, name = evening.slip(evening.spaces.private, "agreements-aside"), isolated(evening.partner_name)
    aside = kept if isinstance(kept, Aside) else Aside()
    now, today = evening.now, evening.today
    offered = agreements.offered(evening.shared, evening.slips, name, now=now, today=today, aside=aside)
    lines = [*evening.past, *evening.ours]
    due = [] if rests else agreements.to_look_at(evening.shared, lines, evening.slips, today, away=aside.away)
    return [*offered, *agreements.notices(evening.shared, evening.ours, name, evening.today, away=aside.away), *due]


def _is_due(evening: Evening) -> bool:
    """Whether a promise of one’s own has its day today."""
    shared = evening.shared
    board = evening.slip(shared, PROMISES, shared.me.bytes) if shared else None
    return isinstance(board, Board) and has_due(board, evening.today)


def _goal_lines(evening: Evening, planned: plan.Here) -> list[goals.Short]:
    """Of two, none for whoever nothing should suggest steps for two to."""
    private, shared = evening.spaces.private, evening.shared
    ours = evening.slip(shared, BOARD) if shared and not planned.facts.is_resting else None
    return goals.for_today(evening.slip(private, BOARD), ours, evening.slip(private, ASIDE), evening.today)


def _goal_news(evening: Evening) -> list[agreements.Notice]:
    if evening.shared is None:
        return []
    board, aside = evening.slip(evening.shared, BOARD), evening.slip(evening.spaces.private, ASIDE)
    found = goals.news_for(board, aside, evening.shared.me, isolated(evening.partner_name), evening.today)
    return [agreements.Notice(words, "our_goals", None, day) for words, day in found]


def _progress_news(evening: Evening) -> list[agreements.Notice]:
    return [agreements.Notice(words, page, None, day) for words, page, day in progress.lines(evening)]


def _question_lines(
    evening: Evening, here: Situation, chosen: Next, asked: questions.OnToday
) -> list[questions.QuestionNotice]:
    """What the one next thing doesn’t say already, and a door of the other’s."""
    lead = {Next.QUESTION: here.question, Next.ANSWER: here.answer}.get(chosen)
    found = [each for each in asked.notices if each.question is None or each.question != lead]
    private, name = evening.spaces.private, isolated(evening.partner_name)
    return [*found, *questions.doors(evening.ours, evening.slips, private, name, rests=here.rests)]


def _longer(evening: Evening) -> str:
    name = isolated(evening.partner_name)
    return talks.longer_line(evening.shared, evening.ours, name, evening.now, evening.zone) if evening.shared else ""


def _talk(evening: Evening) -> talks.Talk | None:
    if evening.shared is None:
        return None
    live, aside = evening.slip(evening.shared, talks.SHOWN[0]), evening.slip(evening.spaces.private, "talk-aside")
    return talks.talk_now(live, aside, me=evening.shared, now=evening.now)


def _time_out(evening: Evening) -> talks.TimeOutNow | None:
    return talks.time_out_now(evening.shared, evening.ours, evening.now, evening.zone) if evening.shared else None


def _hard_news(evening: Evening) -> HardNews | None:
    own = evening.slip(evening.spaces.private, MINE)
    kept = own if isinstance(own, Mine) else Mine()
    return hard_news(evening.shared, evening.ours, kept) if evening.shared else None


def _situation(request: InSpacesRequest, planned: plan.Here, put_off: PutOff, theirs: FromThem) -> Situation:
    evening = planned.evening
    has_words = has_words_to_compare(request.spaces, evening.slips)
    old = [held for held in evening.held if evening.may_choose(held)]
    return Situation(
        today=evening.today,
        now=evening.now,
        is_shared=evening.shared is not None,
        waiting=evening.held_tonight,
        may_choose=old[0] if old else None,
        my_turn=next((item for item in theirs.news if item.is_my_turn), None),
        is_done=is_done(evening),
        has_words=has_words,
        may_join=_may_join(request.spaces, evening),
        hard_news=_hard_news(evening),
        claim=next(iter(theirs.claims), None),
        step=planned.step if is_plan_time(evening, put_off) else None,
        has_plan=planned.course is not None,
        talk=_talk(evening),
        time_out=_time_out(evening),
        letter=letters.letter_to_read(evening),
        question=None if planned.facts.is_resting else theirs.asked.to_answer,
        answer=theirs.asked.to_read,
        rests=planned.facts.is_resting,
    )


def _may_join(spaces: Spaces, evening: Evening) -> bool:
    is_with_somebody = spaces.shared or spaces.former or is_in_progress(spaces, evening.slips)
    return evening.settings.is_about_two and not is_with_somebody


def _country(evening: Evening) -> str:
    """What the addresses of Calm and of the help page end in, so that their public pages put this country first."""
    code = evening.settings.country
    return f"?country={code}" if find_country(code) else ""


def _greeting(local: datetime) -> str:
    if 4 <= local.hour < 12:
        return "Good morning"
    return "Good afternoon" if 12 <= local.hour < 17 else "Good evening"
