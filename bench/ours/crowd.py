"""Rows of very many couples, to fill the tables: like those of a real couple, with other ids and random bytes.

Nobody can sign in as one of them, so nothing has to open; the server only sees how many there are. SQLite alone.
"""

from typing import Any

from django.db import connection, models

from glasswork.people.models import Account
from glasswork.spaces.models import Entry, Membership, Slip, Space

SHARED, OWN = 6, 2  # entries of a couple’s space, and of each one’s own
NEW_ID = "lower(hex(randomblob(16)))"
EVERY_SPACE = f"""
  SELECT space, one AS author, number.n FROM crowd_couple JOIN crowd_number number ON number.n <= {SHARED}
  UNION ALL SELECT space, account, number.n FROM crowd_person JOIN crowd_number number ON number.n <= {OWN}"""
CROWD = [
    "CREATE TEMP TABLE crowd_number (n INTEGER PRIMARY KEY)",
    """INSERT INTO crowd_number
       WITH RECURSIVE up(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM up WHERE n < {people}) SELECT n FROM up""",
    "CREATE TEMP TABLE crowd_person (n INTEGER PRIMARY KEY, account TEXT, space TEXT)",
    f"INSERT INTO crowd_person SELECT n, {NEW_ID}, {NEW_ID} FROM crowd_number",
    "CREATE TEMP TABLE crowd_couple (space TEXT, one TEXT, two TEXT)",
    f"""INSERT INTO crowd_couple SELECT {NEW_ID}, one.account, two.account
        FROM crowd_person one JOIN crowd_person two ON two.n = one.n + 1 WHERE one.n % 2 = 1""",
]


def run(*, couples: int) -> dict[str, int]:
    """How many accounts and entries there are afterwards. There must be a real couple to be like."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous=OFF")
        cursor.execute("PRAGMA cache_size=-1000000")
        for step in CROWD:
            cursor.execute(step.format(people=2 * couples))
    _like(Account.objects.all(), "crowd_person", id="account")
    _like(Space.objects.filter(is_shared=False), "crowd_person", id="space")
    _like(Space.objects.filter(is_shared=True), "crowd_couple", id="space")
    _like(Membership.objects.filter(space__is_shared=False), "crowd_person", space_id="space", account_id="account")
    granted = Membership.objects.filter(granter__isnull=False)
    makers = Membership.objects.filter(space__is_shared=True, granter=None)
    _like(makers, "crowd_couple", space_id="space", account_id="one")
    _like(granted, "crowd_couple", space_id="space", account_id="two", granter="one")
    _like(Slip.objects.all(), "crowd_person", space_id="space", owner="account")
    _entries(Entry.objects.filter(space__is_shared=True).order_by("sequence"), remainder=0)
    _entries(Entry.objects.filter(space__is_shared=False).order_by("-sequence"), remainder=1)
    return {"accounts": Account.objects.count(), "entries": Entry.objects.count()}


def _entries(one_like_it: models.QuerySet[Any], *, remainder: int) -> None:
    """Half of them each time, so that there are long ones and short ones. All of a space have one tag."""
    source = f"({EVERY_SPACE}) WHERE n % 2 = {remainder}"
    tag, day = "CAST(substr(space, 1, 16) AS BLOB)", "date('now', '-' || (n / 3) || ' days')"
    _like(one_like_it, source, space_id="space", author="author", id=NEW_ID, sequence="n", tag=tag, day=day)


def _like(some: models.QuerySet[Any], source: str, **given: str) -> None:
    """A row for each of ``source``, as the first of ``some`` but for the columns that are given."""
    row, columns, values, parameters = some[0], [], [], []
    for field in row._meta.concrete_fields:
        value = getattr(row, field.attname)
        if field.column in given:
            values.append(given[field.column])
        elif isinstance(field, models.BinaryField) and value:
            values.append(f"randomblob({len(value)})")
        else:
            values.append("%s")
            parameters.append(field.get_db_prep_value(value, connection))
        columns.append(f'"{field.column}"')
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {row._meta.db_table} ({', '.join(columns)}) SELECT {', '.join(values)} FROM {source}",
            parameters,
        )
