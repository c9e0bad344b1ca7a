"""The state machine of a talk, pure: from a talk and what somebody did to the talk after it.

Nothing here moves by time alone. When a turn's time is up the page says so; its holder passes when the sentence ends.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

import msgspec

from glasswork.programme.conversations import Flow, Turn
from glasswork.programme.turnings import Tally
from glasswork.talks.live import INVITATION_LASTS, LONGEST_TALK, TEN_MINUTES, Live, Phase, Proposal


class NotNow(Exception):
    """What somebody did does not fit the talk as it stands: not their turn, or it has moved on."""


def advance(live: Live, flow: Flow | None, event: str, by: UUID, now: datetime) -> Live:
    """The talk after ``event``. ``flow`` is None when its content is gone. Raises NotNow."""
    if not live.is_about(by) or not live.is_open(now):
        raise NotNow
    step = _EVERYWHERE.get((live.phase, event))
    if step:
        after = step(live, by, now)
    elif (live.phase, event) == (Phase.READY, "begin"):
        after = _begin(live, flow, by, now)
    else:
        after = _in_turn(live, flow, event, by, now)
    if after.phase is Phase.OVER and _is_at_the_end(live, flow):
        after = _with(after, is_finished=True)
    return _with(after, mark=live.mark + (_place(after) != _place(live)), touched_at=now)


def begin(live: Live, flow: Flow, now: datetime) -> Live:
    """The first turn, for both: from here on the talk is on."""
    ends_by = now + min(2 * timedelta(minutes=live.minutes), LONGEST_TALK)
    return _enter(_with(live, phase=Phase.ON, begun_at=now, ends_by=ends_by), flow, flow.facts.turn[0], now)


def propose(live: Live, proposal: Proposal) -> Live:
    """A line, waiting for the other to save it too; a newer one takes its place."""
    return _with(live, proposal=proposal, mark=live.mark + 1)


def acting(live: Live, turn: Turn) -> UUID:
    """Whose act the turn waits for: who holds the phone, where they share one."""
    if turn.act == "back" and live.said:
        return live.other(_holder(live, turn))
    if turn.act == "agree" and live.proposal:
        return live.other(live.proposal.by)
    if turn.who == "both":
        return live.second if live.first in live.done else live.first
    return _holder(live, turn)


def may(live: Live, turn: Turn, person: UUID) -> set[str]:
    """What ``person`` may do at this turn of theirs, besides pausing and stopping."""
    if live.paused_at:
        return set()
    is_holder = turn.who == "both" or person == _holder(live, turn)
    found: set[str] = set()
    match turn.act:
        case "speak" | "ask":
            found = set(turn.events()) if is_holder else set()
        case "back":
            found = {"said"} if is_holder and not live.said else set() if is_holder else {"yes", "not-quite"}
        case "both":
            found = set(turn.events()) if person not in live.done else set()
        case "agree":
            found = {"line", *(set(turn.events()) - {"save"})}
            found |= {"save"} if live.proposal and live.proposal.by != person else set()
    return found


def seconds_of(live: Live, flow: Flow, turn: Turn) -> int:
    """How long a turn is, in a talk that may be shorter or longer than usual."""
    return turn.seconds * live.minutes // flow.facts.minutes


def seconds_left(live: Live, whole: int, now: datetime) -> int | None:
    """None where no clock runs. A clock that was set back never gives more than the turn has."""
    if live.ends_at is None:
        return None
    left = (live.ends_at - (live.paused_at or now)).total_seconds()
    return max(0, min(whole, int(left)))


def _place(live: Live) -> tuple[object, ...]:
    """What a form must still fit: not that the other is done too, or has paused, since it was shown."""
    return live.phase, live.turn, live.tries, live.rounds, live.proposal


def _begin(live: Live, flow: Flow | None, by: UUID, now: datetime) -> Live:
    if flow is None or by != live.opener:
        raise NotNow
    return begin(live, flow, now)


def _is_at_the_end(live: Live, flow: Flow | None) -> bool:
    """Whether only the last turn was left: whoever stops there has not stopped anything."""
    turn = flow.turn(live.turn) if flow else None
    return flow is not None and turn is not None and flow.is_last(turn)


def _in_turn(live: Live, flow: Flow | None, event: str, by: UUID, now: datetime) -> Live:
    turn = flow.turn(live.turn) if flow else None
    if live.phase is not Phase.ON or flow is None or turn is None or event not in may(live, turn, by):
        raise NotNow
    if event == "said":
        return _with(live, said=True)
    if event == "line":
        return live
    if turn.act == "both" and event == "done" and len(live.done) == 0:
        return _with(live, done=(by,))
    return _go_on(live, flow, turn, event, now)


def _go_on(live: Live, flow: Flow, turn: Turn, event: str, now: datetime) -> Live:
    tries = live.tries + (event == "not-quite")
    rounds = {**live.rounds, turn.id: live.rounds.get(turn.id, 0) + (event == "more")}
    has_time = live.ends_at is not None and now < live.ends_at
    following = flow.after(turn, Tally(event, tries, rounds[turn.id], has_time))
    if following is None:
        return _with(live, phase=Phase.OVER, is_finished=True, proposal=None)
    again = following == turn
    return _enter(_with(live, tries=tries if again else 0, rounds=rounds), flow, following, now)


def _enter(live: Live, flow: Flow, turn: Turn, now: datetime) -> Live:
    is_same_clock = bool(turn.clock) and turn.clock == live.clock and live.ends_at is not None
    seconds = seconds_of(live, flow, turn)
    ends_at = live.ends_at if is_same_clock else now + timedelta(seconds=seconds) if seconds else None
    return _with(live, turn=turn.id, said=False, done=(), proposal=None, clock=turn.clock, ends_at=ends_at)


def _holder(live: Live, turn: Turn) -> UUID:
    return live.second if turn.who == "second" else live.first


def _ready(live: Live, by: UUID, now: datetime) -> Live:
    if by == live.opener:
        raise NotNow
    return _with(live, phase=Phase.READY, lapses_at=now + INVITATION_LASTS)


def _not_after_all(live: Live, by: UUID, now: datetime) -> Live:
    """Whoever said they were ready no longer is: the invitation lapses, as any other does."""
    if by == live.opener:
        raise NotNow
    return _with(live, lapses_at=now)


def _in_ten(live: Live, by: UUID, now: datetime) -> Live:
    if by == live.opener or live.asks_for_ten:
        raise NotNow
    return _with(live, asks_for_ten=True, lapses_at=max(live.lapses_at, now + TEN_MINUTES + INVITATION_LASTS))


def _pause(live: Live, _: UUID, now: datetime) -> Live:
    return live if live.paused_at else _with(live, paused_at=now)


def _resume(live: Live, _: UUID, now: datetime) -> Live:
    if live.paused_at is None:
        raise NotNow
    rested = max(now - live.paused_at, timedelta())
    ends_at, ends_by = (when + rested if when else None for when in (live.ends_at, live.ends_by))
    return _with(live, paused_at=None, ends_at=ends_at, ends_by=ends_by)


def _stop(live: Live, _: UUID, __: datetime) -> Live:
    return _with(live, phase=Phase.OVER, proposal=None, paused_at=None)


def _with(live: Live, **changes: object) -> Live:
    return msgspec.structs.replace(live, **changes)


_EVERYWHERE: dict[tuple[Phase, str], Callable[[Live, UUID, datetime], Live]] = {
    (Phase.ASKED, "ready"): _ready,
    (Phase.ASKED, "in-ten"): _in_ten,
    (Phase.READY, "not-after-all"): _not_after_all,
    (Phase.ON, "pause"): _pause,
    (Phase.ON, "resume"): _resume,
    (Phase.ON, "stop"): _stop,
}
