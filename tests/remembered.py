"""People who were made once come back as rows: the same sealed bytes, without sealing and signing them once more."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from django.db import connection, models
from django.utils import timezone

from glasswork.pairing.models import Invitation
from glasswork.people.models import Account, Session
from glasswork.spaces.models import Entry, Membership, Slip, Space

type Rows = list[tuple[type[models.Model], list[dict[str, object]]]]


class Kept[T](NamedTuple):
    made: T
    rows: Rows
    moment: datetime


class Remembered[T]:
    """``copied`` gives every test a thing of its own of what was made, with a browser of its own.

    Rows hold the day on which they were written, so each day has its own. The same person twice in one test is two
    people, and they are made anew where the clock stands before the moment at which they were made.
    """

    def __init__(self, copied: Callable[[T], T]) -> None:
        self._copied = copied
        self._kept: dict[tuple[object, date], Kept[T]] = {}

    def get(self, key: object, make: Callable[[], T]) -> T:
        now = timezone.now()
        kept = self._kept.get((key, now.date()))
        if kept is None or now < kept.moment:
            before = _accounts()
            made = make()
            self._kept[key, now.date()] = Kept(self._copied(made), _rows_of(_accounts() - before), timezone.now())
            return made
        if _is_there(kept.rows):
            return make()
        _put_back(kept.rows, now - kept.moment)
        return self._copied(kept.made)


def _accounts() -> set[UUID]:
    return set(Account.objects.values_list("pk", flat=True))


def _is_there(rows: Rows) -> bool:
    ids = [row["id"] for model, found in rows if model is Account for row in found]
    return Account.objects.filter(pk__in=ids).exists()


def _rows_of(accounts: set[UUID]) -> Rows:
    """Everything that hangs on these people, in the order in which it can be written again."""
    members = Membership.objects.filter(account__in=accounts)
    spaces = set(members.values_list("space", flat=True))
    found: list[models.QuerySet] = [
        Account.objects.filter(pk__in=accounts),
        Session.objects.filter(account__in=accounts),
        Invitation.objects.filter(inviter__in=accounts),
        Space.objects.filter(pk__in=spaces),
        members,
        Entry.objects.filter(space__in=spaces).order_by("space", "sequence"),
        Slip.objects.filter(space__in=spaces),
    ]
    return [
        (rows.model, [{field.attname: getattr(row, field.attname) for field in _fields(rows.model)} for row in rows])
        for rows in found
    ]


def _fields(model: type[models.Model]) -> list[models.Field]:
    return [field for field in model._meta.concrete_fields if field.column]


def _put_back(rows: Rows, passed: timedelta) -> None:
    """Past Django's models, which would take as long as making it. Moments move on: a session begins now."""
    quote = connection.ops.quote_name
    with connection.cursor() as cursor:
        for model, found in rows:
            fields = _fields(model)
            names = ", ".join(quote(field.column) for field in fields)
            places = ", ".join(["%s"] * len(fields))
            values = [[_saved(field, row[field.attname], passed) for field in fields] for row in found]
            if values:
                cursor.executemany(f"INSERT INTO {quote(model._meta.db_table)} ({names}) VALUES ({places})", values)


def _saved(field: models.Field, value: object, passed: timedelta) -> object:
    return field.get_db_prep_save(value + passed if isinstance(value, datetime) else value, connection)
