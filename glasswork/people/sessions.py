"""Sessions of our own (K16): the cookie holds 32 random bytes, the table only what HKDF makes of them."""

import base64
import binascii
from datetime import UTC, datetime, timedelta
from math import ceil
from typing import NamedTuple
from uuid import UUID

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from glasswork.lib.written_query import WrittenQuery
from glasswork.people.keyring import open_keyring
from glasswork.people.models import Account, Session
from glasswork.people.person import Person
from glasswork.seal.envelope import Place, seal, unseal
from glasswork.seal.errors import SealError
from glasswork.seal.session import SessionKeys, new_token, session_keys

COOKIE = "__Host-gw"
NEWS_HEADER = "X-News"  # a page that fetches itself because somebody else did something: nobody is using it
IDLE_MINUTES = 15
IDLE_MINUTES_SHARED_DEVICE = 5
ABSOLUTE_LIMIT = timedelta(hours=12)
FRESH = timedelta(minutes=5)
TOUCH_EVERY = timedelta(minutes=1)
LOCKED = datetime(1970, 1, 1, tzinfo=UTC)  # as the moment of the last password: no other moment is so long ago


class Times(NamedTuple):
    """What decides whether a session still lives."""

    started_at: datetime
    touched_at: datetime
    idle_minutes: int


def start_session(
    response: HttpResponse,
    account: Account,
    account_key: bytes,
    *,
    idle_minutes: int = IDLE_MINUTES,
    started_at: datetime | None = None,
) -> Session:
    """A new session with a new cookie value; whatever the browser sent before plays no part (no fixation).

    ``started_at``: when the session began that this one goes on with; now, unless told.
    """
    token, now = new_token(), timezone.now()
    keys = session_keys(token)
    session = Session.objects.create(
        id=keys.id,
        account=account,
        wrapped_key=seal(keys.wrap, _place(keys.id, account.id), account_key),
        started_at=started_at or now,
        touched_at=now,
        fresh_at=now,
        idle_minutes=idle_minutes,
    )
    _set_cookie(response, token)
    return session


def renew_session(response: HttpResponse, person: Person) -> None:
    """After the password was given again: a new cookie value, and the old one opens nothing any more."""
    started_at, idle = person.session.started_at, person.session.idle_minutes
    with transaction.atomic():
        person.session.delete()
        person.session = start_session(
            response, person.account, person.account_key, idle_minutes=idle, started_at=started_at
        )


def forget_session(request: HttpRequest) -> None:
    """Ends what this browser was signed in as before, so that its old cookie opens nothing."""
    if keys := _keys_in(request):
        Session.objects.filter(pk=keys.id).delete()


def end_session(request: HttpRequest, response: HttpResponse) -> None:
    forget_session(request)
    if COOKIE in request.COOKIES:  # a link on another site brings no cookie, so it ends nothing here either
        response.delete_cookie(COOKIE, path="/", samesite="Strict")
        response.cookies[COOKIE]["secure"] = True
    # "cache" alone: anything more would take the offline Calm page away (N3).
    response["Clear-Site-Data"] = '"cache"'


def find_person(request: HttpRequest) -> Person | None:
    """Whoever this browser is signed in as, with their keys. One query; touches the session once a minute."""
    keys = _keys_in(request)
    if keys is None:
        return None
    session = next(iter(_SESSIONS.rows([keys.id])), None)
    if session is None:
        return None
    now = timezone.now()
    if has_ended(session, now):
        session.delete()
        return None
    try:
        person = _open(session, keys.wrap)
    except SealError:
        return None
    if NEWS_HEADER not in request.headers:
        _touch(session, now)
    return person


def has_ended(times: Session | Times, now: datetime) -> bool:
    """Past the idle or the absolute limit, or used in the future (a clock set back must not prolong it)."""
    return not times.touched_at - TOUCH_EVERY <= now < _ends_at(times)


def seconds_left(times: Session | Times, now: datetime) -> int:
    """Until the session ends by itself if nobody uses it; 0 once it has."""
    return 0 if has_ended(times, now) else ceil((_ends_at(times) - now).total_seconds())


def minutes_for_page(times: Session | Times, now: datetime) -> int:
    """After how many a page made now outlives its session: making it was a use, so only the limits count."""
    until_limit = (times.started_at + ABSOLUTE_LIMIT - now) // timedelta(minutes=1)
    return max(1, min(times.idle_minutes, until_limit))


def is_fresh(person: Person) -> bool:
    fresh_at = person.session.fresh_at
    return fresh_at - TOUCH_EVERY <= timezone.now() < fresh_at + FRESH


def lock(person: Person) -> None:
    """Somebody else gets this phone in their hands: until the password is given, only what may stay open opens."""
    person.session.fresh_at = LOCKED
    Session.objects.filter(pk=person.session.pk).update(fresh_at=LOCKED)


def is_locked(person: Person) -> bool:
    return person.session.fresh_at == LOCKED


def other_sessions(person: Person) -> list[Session]:
    """Where else this person is signed in at this moment."""
    now = timezone.now()
    rows = Session.objects.filter(account=person.account).exclude(pk=person.session.pk)
    return [row for row in rows if not has_ended(row, now)]


def end_other_sessions(person: Person) -> None:
    Session.objects.filter(account=person.account).exclude(pk=person.session.pk).delete()


def session_id(request: HttpRequest) -> bytes | None:
    """The row's key for the pulse, which must not open any key."""
    keys = _keys_in(request)
    return keys.id if keys else None


def _ends_at(times: Session | Times) -> datetime:
    return min(times.touched_at + timedelta(minutes=times.idle_minutes), times.started_at + ABSOLUTE_LIMIT)


def _keys_in(request: HttpRequest) -> SessionKeys | None:
    value = request.COOKIES.get(COOKIE, "")
    try:
        token = base64.urlsafe_b64decode(value.encode("ascii", "replace"))
    except binascii.Error:
        return None
    return session_keys(token) if len(token) == 32 else None


def _open(session: Session, wrap: bytes) -> Person:
    account = session.account
    key = unseal(wrap, _place(bytes(session.id), account.id), bytes(session.wrapped_key))
    keyring = open_keyring(bytes(account.keyring), account=account.id, account_key=key, version=account.keyring_version)
    return Person(account, session, key, keyring)


def keep_in_talk(session: bytes, before: datetime | None, now: datetime) -> None:
    """A page that counts as being there without being used: a talk goes on beside it (K16).

    ``before``: when it last was. Nothing but the page of a talk says that somebody is in one.
    """
    if before is None or not before <= now < before + TOUCH_EVERY:
        Session.objects.filter(pk=session).update(touched_at=now, in_talk_at=now)


def _touch(session: Session, now: datetime) -> None:
    if now - session.touched_at >= TOUCH_EVERY:
        Session.objects.filter(pk=session.pk).update(touched_at=now)


def _set_cookie(response: HttpResponse, token: bytes) -> None:
    value = base64.urlsafe_b64encode(token).decode()
    response.set_cookie(COOKIE, value, path="/", secure=True, httponly=True, samesite="Strict")


def _place(session: bytes, account: UUID) -> Place:
    return Place("session", account.bytes, session[:16], 0, account.bytes)


_SESSIONS = WrittenQuery(lambda ids: Session.objects.select_related("account").filter(pk__in=ids))
