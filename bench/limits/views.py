"""Each page of Glasswork that is measured, as short as Django allows: the same statements and rows, little else."""

from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import Q
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render

from bench.limits.models import Entry, Membership, Session, Slip, Space
from bench.limits.sealing import LONG, LONGER, SHORT, opened, sealed, tag

AT_ONCE = 300
TURN = timedelta(hours=4)
FIELDS = ("id", "space_id", "sequence", "epoch", "author", "slot", "day", "header", "signature", "body")


def today(request: HttpRequest) -> HttpResponse:
    """Four statements: session with account, memberships with spaces, slips, some days of entries."""
    me, spaces = _spaces(request)
    _slips(spaces, owner=me)
    newest = [entry for entry in _newest(spaces) if entry["author"] != me and "when" in entry]
    return render(request, "today.html", {"name": "Ben", "today": _now(), "entries": newest[-3:]})


def talk(request: HttpRequest) -> HttpResponse:
    """Four: session with account, memberships with spaces, names, and as many entries as a page shows."""
    _, spaces = _spaces(request)
    ids = [space.id for space in spaces]
    names = Entry.objects.filter(space_id__in=ids, tag__in=[tag(space, "names") for space in ids]).order_by(
        "space_id", "sequence"
    )
    _open(names.values_list(*FIELDS))
    rows = Entry.objects.filter(space_id__in=ids, tag__in=[tag(space, "checkin") for space in ids])
    entries = _open(rows.order_by("-day", "-sequence").values_list(*FIELDS)[:AT_ONCE])
    days = [(day, list(some)) for day, some in groupby(entries, key=lambda entry: entry["day"])]
    return render(request, "talk.html", {"name": "Ben", "days": days})


def check_in(request: HttpRequest) -> HttpResponse:
    """The first answer waits, in 8 statements; the second opens both, in 11. BEGIN and COMMIT count."""
    me, spaces = _spaces(request)
    ids = [space.id for space in spaces]
    with transaction.atomic():
        locked = Space.objects.select_for_update().order_by("id").in_bulk(ids)
        ours = next(space for space in locked.values() if space.is_shared)
        mine = next(space for space in locked.values() if not space.is_shared)
        waiting = [slip for slip in _slips(spaces) if "answer" in slip]
        _newest(spaces, back=1)
        if not waiting:
            _put(me, {(ours.id, "held"): (request.POST.dict(), LONGER), (mine.id, "draft"): ({}, SHORT)})
            return HttpResponseRedirect("/check-in/")
        Slip.objects.filter(space_id=ours.id, slot__in=[tag(ours.id, "held")]).delete()
        _put(me, {(mine.id, "head"): ({}, SHORT), (mine.id, "draft"): ({}, SHORT)})
        Entry.objects.bulk_create([_entry(ours, me, request.POST.dict()) for _ in range(2)])
        ours.save(update_fields=["sequence", "head", "closed_on"])
    return HttpResponseRedirect("/check-in/")


def pulse(request: HttpRequest) -> HttpResponse:
    """One indexed query."""
    session, space = bytes.fromhex(request.COOKIES["session"]), UUID(request.GET["space"])
    rows = Membership.objects.filter(space_id=space, account__sessions__id=session)
    found = rows.values_list("space__sequence", "space__closed_on")[:1]
    return JsonResponse({"new": found[0][0] > 1_000_000, "token": "t" * 90})


def _spaces(request: HttpRequest) -> tuple[UUID, list[Space]]:
    """Two statements."""
    session = Session.objects.select_related("account").get(pk=bytes.fromhex(request.COOKIES["session"]))
    rows = Membership.objects.filter(account_id=session.account_id).select_related("space")
    return session.account_id, [row.space for row in rows]


def _slips(spaces: list[Space], **owner: UUID) -> list[dict[str, Any]]:
    rows = Slip.objects.filter(space_id__in=[space.id for space in spaces], **owner)
    return [opened(row[3]) for row in rows.values_list("space_id", "owner", "slot", "body")]


def _newest(spaces: list[Space], back: int = 4) -> list[dict[str, Any]]:
    ids = [space.id for space in spaces]
    recent = Q(tag__in=[tag(space, "checkin") for space in ids], day__gte=_now() - timedelta(days=back))
    names = Q(tag__in=[tag(space, "names") for space in ids])
    rows = Entry.objects.filter(Q(space_id__in=ids) & recent | Q(space_id__in=ids) & names)
    return _open(rows.order_by("space_id", "sequence").values_list(*FIELDS))


def _open(rows: Any) -> list[dict[str, Any]]:
    return [{**opened(row[9]), "author": row[4], "day": row[6]} for row in rows]


def _put(me: UUID, slips: dict[tuple[UUID, str], tuple[dict[str, str], int]]) -> None:
    ends = _now() + timedelta(days=90)
    rows = [
        Slip(
            space_id=space,
            owner=me,
            slot=tag(space, name),
            expires_on=ends,
            body=sealed({**fields, "answer": ""}, size),
        )
        for (space, name), (fields, size) in slips.items()
    ]
    unique, changed = ["space", "slot"], ["expires_on", "body"]
    Slip.objects.bulk_create(rows, update_conflicts=True, unique_fields=unique, update_fields=changed)


def _entry(space: Space, author: UUID, fields: dict[str, str]) -> Entry:
    space.sequence += 1
    return Entry(
        space_id=space.id,
        sequence=space.sequence,
        author=author,
        tag=tag(space.id, "checkin"),
        slot=uuid4().bytes,
        day=_now(),
        header=bytes(141),
        signature=bytes(64),
        body=sealed(fields, LONG),
    )


def _now() -> date:
    """A day turns at 04:00, as it does in Glasswork."""
    return (datetime.now(UTC) - TURN).date()
