"""The pulse of a talk: whether the slip has changed since the page was made. One query, no key (performance.md).

200 talks are 400 pages that ask every second, so most of these answers read one row by its key and nothing else.
Every few seconds the answer also looks whether the session and the sharing still stand, and brings another token.
"""

from datetime import datetime
from hashlib import sha256
from typing import Any, NamedTuple, Self
from uuid import UUID

from django.db.models import BinaryField, QuerySet, Value
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from glasswork.lib.written_query import WrittenQuery
from glasswork.people.sessions import Times, has_ended, keep_in_talk, session_id
from glasswork.spaces.models import Membership, Slip
from glasswork.spaces.opening import OpenSpace
from glasswork.spaces.pulse import TIMES, Mark, make_token, over, read_token
from glasswork.spaces.reading import slot_of
from glasswork.talks.live import SLOT, Live, Phase
from glasswork.talks.presence import is_other_away
from glasswork.talks.slip import digest_of

SALT = "glasswork.talks"
CHECK_EVERY = 4  # seconds
COLUMNS = ["account__sessions__in_talk_at", *TIMES]


class Seen(NamedTuple):
    """What a page’s token says, as words with dots between. Moments are whole seconds; 0 for none.

    ``digest`` is of the sealed slip that the page shows. Until ``until`` an open page keeps its session alive (K16). At
    ``lapses`` an invitation or somebody’s space ends, which nothing else would tell. ``session`` holds at ``checked``.
    ``away`` is 1 where the page says that the other is away, 0 where it says they are here, and empty where neither.
    """

    slot: str
    digest: str
    until: int = 0
    lapses: int = 0
    checked: int = 0
    session: str = ""
    away: str = ""

    @classmethod
    def read(cls, words: str) -> Self:
        slot, digest, until, lapses, checked, session, away = words.split(".")
        return cls(slot, digest, int(until), int(lapses), int(checked), session, away)

    def written(self) -> str:
        return ".".join(map(str, self))


def talk_token(
    space: OpenSpace,
    live: Live | None,
    digest: str,
    now: datetime,
    *,
    is_away: bool | None = None,
    back: datetime | None = None,
) -> str:
    """For a page that shows this talk, read with this digest, and says whether the other is away, or does not.

    ``back``: when the space that somebody takes is over, which the page waits for.
    """
    until = int(live.alive_until.timestamp()) if live and live.alive_until else 0
    is_waiting = live is not None and live.phase in {Phase.ASKED, Phase.READY} and live.is_open(now)
    ends = [moment for moment in (live.lapses_at if live and is_waiting else None, back) if moment]
    lapses = int(min(ends).timestamp()) if ends else 0
    away = "" if is_away is None else str(int(is_away))
    seen = Seen(slot_of(space, SLOT).hex(), digest, until, lapses, away=away)
    return make_token(Mark(space.id, seen.written()), SALT)


@require_safe
def pulse(request: HttpRequest) -> HttpResponse:
    """JSON ``{"new": bool, "token": str}``; 403 once the session or the token has ended."""
    mark, session = read_token(request, SALT), session_id(request)
    if mark is None or session is None:
        return over()
    seen, now, has_moved = Seen.read(str(mark.seen)), timezone.now(), False
    if 0 <= now.timestamp() - seen.checked < CHECK_EVERY and seen.session == _name(session):
        body, is_closed, token = _body(mark.subject, seen), False, request.headers["X-Pulse"]
    else:
        row = _row(mark.subject, seen, session)
        if row is None or has_ended(row.times, now):
            return over()
        if now.timestamp() < seen.until:
            keep_in_talk(session, row.in_talk_at, now)
            has_moved = bool(seen.away) and seen.away != str(int(is_other_away(mark.subject, session, now)))
        seen = seen._replace(checked=int(now.timestamp()), session=_name(session))
        body, is_closed, token = row.body, row.is_closed, make_token(Mark(mark.subject, seen.written()), SALT)
    has_lapsed = 0 < seen.lapses <= now.timestamp()
    is_new = has_lapsed or is_closed or has_moved or digest_of(body) != seen.digest
    return JsonResponse({"new": is_new, "token": token})


class _Row(NamedTuple):
    """``body`` is None where there is no talk."""

    body: object
    is_closed: bool
    in_talk_at: datetime | None
    times: Times


def _row(space: UUID, seen: Seen, session: bytes) -> _Row | None:
    """None for whoever is no member, or not signed in. One query, and another where the talk is gone."""
    slot = bytes.fromhex(seen.slot)
    found = _SLIPS.rows([space], [slot], [session]) or _NO_SLIPS.rows([space], [session])
    return next((_Row(body, bool(closed), in_talk, Times(*times)) for body, closed, in_talk, *times in found), None)


def _body(space: UUID, seen: Seen) -> object:
    return next(iter(_BODIES.rows([space], [bytes.fromhex(seen.slot)])), (None,))[0]


def _name(session: bytes) -> str:
    """Which session a token was checked for, so that no other one goes on with it."""
    return sha256(session).hexdigest()[:16]


# The columns are named after the filter: before it, they would be those of anybody’s session.
def _slips(spaces: list[Any], slots: list[Any], sessions: list[Any]) -> "QuerySet[Any, tuple[Any, ...]]":
    who = {"space__memberships__account__sessions__id": sessions[0]}
    rows = Slip.objects.filter(space_id=spaces[0], slot=slots[0], **who)
    return rows.values_list("body", "space__closed_on", *(f"space__memberships__{name}" for name in COLUMNS))[:1]


def _members(spaces: list[Any], sessions: list[Any]) -> "QuerySet[Any, tuple[Any, ...]]":
    rows = Membership.objects.filter(space_id=spaces[0], account__sessions__id=sessions[0])
    return rows.values_list(Value(None, output_field=BinaryField()), "space__closed_on", *COLUMNS)[:1]


_SLIPS, _NO_SLIPS = WrittenQuery(_slips), WrittenQuery(_members)
_BODIES = WrittenQuery(lambda spaces, slots: Slip.objects.values_list("body").filter(space_id=spaces[0], slot=slots[0]))
