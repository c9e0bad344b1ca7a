"""Erasing somebody from the record, and erasing again what a backup brought back (K18). Needs nobody's key."""

from collections import defaultdict
from uuid import UUID

from django.db import transaction

from glasswork.people import ledger
from glasswork.people.ledger import Erased
from glasswork.people.models import Account
from glasswork.spaces.models import Entry, Membership, Slip, Space
from glasswork.spaces.writing import utc_day

AT_ONCE = 500  # ids in one statement


def erase_person(account: UUID) -> None:
    """The account, its private space, its slips everywhere, and spaces that nobody else is in.

    What they wrote for two and did not take back stays with the other, who could read it anyway.
    """
    with transaction.atomic():
        gone = _erase(account)
        ledger.note(Erased(each) for each in (account, *gone))


def replay() -> int:
    """Erases what the ledger names and a backup brought back; returns how many accounts, spaces and entries."""
    noted = ledger.noted()
    whole = [each.id for each in noted if each.entry is None]
    with transaction.atomic():
        accounts = [found for part in _parts(whole) for found in Account.objects.filter(pk__in=part)]
        for account in accounts:
            _erase(account.id)
        spaces = sum(bool(Space.objects.filter(pk__in=part).delete()[0]) for part in _parts(whole))
        return len(accounts) + spaces + _empty(noted)


def _erase(account: UUID) -> list[UUID]:
    """Returns the spaces that went with it. Locked as others lock them: the account, then spaces by their ids."""
    list(Account.objects.select_for_update().filter(pk=account).values_list("pk"))
    within = list(Membership.objects.filter(account=account).values_list("space", flat=True))
    list(Space.objects.select_for_update().filter(pk__in=within).order_by("pk").values_list("pk"))
    others = set(Membership.objects.filter(space__in=within).exclude(account=account).values_list("space", flat=True))
    gone = [space for space in within if space not in others]
    Slip.objects.filter(space__in=within, owner=account).delete()
    Space.objects.filter(pk__in=others, closed_on=None).update(closed_on=utc_day())
    Space.objects.filter(pk__in=gone).delete()
    Account.objects.filter(pk=account).delete()
    return gone


def _empty(noted: list[Erased]) -> int:
    by_space: dict[UUID, list[UUID]] = defaultdict(list)
    for each in noted:
        if each.entry:
            by_space[each.id].append(each.entry)
    found = 0
    for space, entries in by_space.items():
        for part in _parts(entries):
            found += Entry.objects.filter(space=space, id__in=part).exclude(body=b"").update(body=b"")
    return found


def _parts(ids: list[UUID]) -> list[list[UUID]]:
    return [ids[start : start + AT_ONCE] for start in range(0, len(ids), AT_ONCE)]
