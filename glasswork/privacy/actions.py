"""New keys, leaving, coming back, and going for good."""

from datetime import date, timedelta

from django.db import transaction

from glasswork.pairing.actions import end_invitation, stop_sharing
from glasswork.pairing.partings import Tell, make_parting
from glasswork.people.actions import rekey
from glasswork.people.models import Account, Session
from glasswork.people.person import Person
from glasswork.spaces.erasing import erase_person
from glasswork.spaces.opening import OpenSpace, Spaces, open_spaces
from glasswork.spaces.rekeying import reseal_slips, with_new_epoch
from glasswork.spaces.writing import SpaceClosed, utc_day, withdraw_all

DAYS_TO_COME_BACK = 14


def make_new_keys(person: Person, private: OpenSpace, *, password: str) -> str:
    """For somebody whose password may be known (K15); returns the new recovery code. Raises Outpaced or TooBusy."""
    keyring = with_new_epoch(person.keyring, private)
    key = keyring.spaces[private.id]
    return rekey(person, keyring, password=password, meanwhile=lambda: reseal_slips(private, key))


def leave(person: Person, spaces: Spaces, *, takes_back: bool, at_once: bool) -> None:
    """Sharing stops now and every session ends; the account goes now too, or on a day that its owner can still stop."""
    end_invitation(person, spaces)  # first: from here on nothing opens any more that would have to be stopped
    if not Account.objects.filter(pk=person.id).exists():
        return  # pressed twice
    spaces = open_spaces(person)
    if spaces.shared:
        _stop(spaces)
    if takes_back:
        for space in [*([spaces.shared] if spaces.shared else []), *spaces.former]:
            withdraw_all(space)
    if at_once:
        erase_person(person.id)
        return
    with transaction.atomic():
        Account.objects.filter(pk=person.id).update(leaves_on=utc_day() + timedelta(days=DAYS_TO_COME_BACK))
        Session.objects.filter(account=person.id).delete()


def stay(person: Person) -> None:
    """The account stays, as it is now: nothing that was shared opens again by itself."""
    Account.objects.filter(pk=person.id).update(leaves_on=None)
    person.account.leaves_on = None


def tidy() -> int:
    """Erases accounts whose day has come; returns how many."""
    leaving = list(Account.objects.filter(leaves_on__lte=utc_day()).values_list("pk", flat=True))
    for account in leaving:
        erase_person(account)
    return len(leaving)


def last_day(leaves_on: date) -> date:
    """The last whole day on which coming back is possible."""
    return leaves_on - timedelta(days=1)


def _stop(spaces: Spaces) -> None:
    """Without words of one's own: there is a page for those, and it can be used first."""
    try:
        stop_sharing(spaces, make_parting(Tell.NOT_HERE, "", utc_day()))
    except SpaceClosed:
        return
