"""Somebody who is signed in, with the keys that exist only while they are."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from glasswork.people.keyring import Keyring, open_keyring, seal_keyring
from glasswork.people.models import Account, Session
from glasswork.seal.errors import SealError
from glasswork.seal.identity import Identity


class NoLongerSignedIn(Exception):
    """The account went, or got new keys, on another device while this request was on its way."""


@dataclass(slots=True)
class Person:
    account: Account
    session: Session
    account_key: bytes
    keyring: Keyring

    @property
    def id(self) -> UUID:
        return self.account.id

    @property
    def identity(self) -> Identity:
        return self.keyring.identity


def change_keyring(person: Person, change: Callable[[Keyring], Keyring]) -> None:
    """Applies ``change`` to the stored keyring by compare-and-swap (K5), so that two devices never lose a key.

    Raises NoLongerSignedIn.
    """
    while not _swap(person, change(person.keyring)):
        try:
            account = Account.objects.get(pk=person.id)
            ring, version = bytes(account.keyring), account.keyring_version
            keyring = open_keyring(ring, account=account.id, account_key=person.account_key, version=version)
        except (Account.DoesNotExist, SealError):
            raise NoLongerSignedIn from None
        person.account, person.keyring = account, keyring


def _swap(person: Person, keyring: Keyring) -> bool:
    old = person.account.keyring_version
    sealed = seal_keyring(keyring, account=person.id, account_key=person.account_key, version=old + 1)
    with transaction.atomic():
        rows = Account.objects.filter(pk=person.id, keyring_version=old)
        if not rows.update(keyring=sealed, keyring_version=old + 1):
            return False
    person.account.keyring, person.account.keyring_version = sealed, old + 1
    person.keyring = keyring
    return True
