"""What changes an account: making it, a new password, recovery, tidying."""

from collections.abc import Callable
from typing import NamedTuple
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone

from glasswork.people.keyring import Keyring, seal_keyring
from glasswork.people.models import Account, Session, Throttle
from glasswork.people.person import Person
from glasswork.people.sessions import ABSOLUTE_LIMIT, end_other_sessions
from glasswork.people.sign_in_names import hash_sign_in_name, new_sign_in_name
from glasswork.people.stretching import stretch
from glasswork.seal.code import check_recovery_code, new_recovery_code, recovery_keys
from glasswork.seal.envelope import Place, new_key, seal, unseal
from glasswork.seal.errors import SealError
from glasswork.seal.identity import new_identity
from glasswork.seal.password import DEFAULT, Cost, PasswordKeys, new_salt, verifiers_equal


class Outpaced(Exception):
    """The keyring, or a way in, was changed elsewhere at the same moment; trying again will do."""


class NewAccount(NamedTuple):
    """What is shown once and stored nowhere: the sign-in name and the recovery code."""

    account: Account
    account_key: bytes
    keyring: Keyring
    sign_in_name: str
    recovery_code: str


def create_account(*, display_name: str, password: str) -> NewAccount:
    """Makes an account with a fresh key, keyring and recovery code. The display name only seeds the sign-in name."""
    account_id, key, code = uuid4(), new_key(), new_recovery_code()
    keyring = Keyring(identity=new_identity())
    name = new_sign_in_name(display_name)
    account = Account(
        id=account_id,
        sign_in=hash_sign_in_name(name),
        keyring=seal_keyring(keyring, account=account_id, account_key=key, version=1),
        exchange_public=keyring.identity.public.exchange,
        signing_public=keyring.identity.public.signing,
    )
    _set_password(account, key, password)
    _set_recovery_code(account, key, code)
    account.save(force_insert=True)
    return NewAccount(account, key, keyring, name, code)


def account_key_by_password(account: Account, password: str) -> bytes | None:
    """The account key, or None when the password is wrong. One Argon2id run either way."""
    keys = stretch(password, salt=bytes(account.salt), cost=_cost_of(account), account=account.id)
    if not verifiers_equal(keys.verifier, bytes(account.verifier)):
        return None
    return unseal(keys.wrap, _wrap_place("password", account.id), bytes(account.wrapped_key))


def spend_the_same_time(password: str) -> None:
    """For a sign-in name that nobody has: the same work, so that time tells nothing (Z9)."""
    stretch(password, salt=new_salt(), cost=DEFAULT, account=uuid4())


def account_key_by_recovery_code(account: Account, code: str) -> bytes | None:
    try:
        keys = recovery_keys(check_recovery_code(code), account.id.bytes)
        if not verifiers_equal(keys.verifier, bytes(account.recovery_verifier)):
            return None
        return unseal(keys.wrap, _wrap_place("recovery", account.id), bytes(account.recovery_wrapped_key))
    except SealError:
        return None


def is_recovery_code(account: Account, code: str) -> bool:
    """Whether this is the account's recovery code at this moment."""
    return account_key_by_recovery_code(account, code) is not None


def change_password(person: Person, *, password: str) -> None:
    """Wraps the account key anew and ends every other session (K15). Raises Outpaced or TooBusy."""
    ways = _ways_into(person.account)
    _set_password(person.account, person.account_key, password)
    with transaction.atomic():
        _save(person.account, ways, _PASSWORD_FIELDS)
        end_other_sessions(person)


def recover(account: Account, account_key: bytes, *, password: str) -> str:
    """A new password and a new recovery code, which is returned; every session ends, the old code is spent.

    Raises Outpaced or TooBusy.
    """
    ways, code = _ways_into(account), new_recovery_code()
    _set_password(account, account_key, password)
    _set_recovery_code(account, account_key, code)
    with transaction.atomic():
        _save(account, ways, [*_PASSWORD_FIELDS, *_RECOVERY_FIELDS])
        Session.objects.filter(account=account).delete()
    return code


def rekey(person: Person, keyring: Keyring, *, password: str, meanwhile: Callable[[], None]) -> str:
    """A new account key for ``keyring``, a new password and a new recovery code, which is returned (K15).

    Every other session ends; the one at hand needs renewing. ``meanwhile`` runs in the same transaction. Raises
    Outpaced when the keyring changed since it was read, and TooBusy.
    """
    account, key, code = person.account, new_key(), new_recovery_code()
    before = account.keyring_version
    _set_password(account, key, password)
    _set_recovery_code(account, key, code)
    account.keyring_version = before + 1
    account.keyring = seal_keyring(keyring, account=account.id, account_key=key, version=before + 1)
    changed = {name: getattr(account, name) for name in (*_PASSWORD_FIELDS, *_RECOVERY_FIELDS, *_KEYRING_FIELDS)}
    with transaction.atomic():
        if not Account.objects.filter(pk=account.id, keyring_version=before).update(**changed):
            raise Outpaced
        end_other_sessions(person)
        meanwhile()
    person.account_key, person.keyring = key, keyring
    return code


def replace_recovery_code(person: Person) -> str:
    """A new recovery code; the one before it stops working. Raises Outpaced."""
    ways, code = _ways_into(person.account), new_recovery_code()
    _set_recovery_code(person.account, person.account_key, code)
    _save(person.account, ways, _RECOVERY_FIELDS)
    return code


def tidy() -> int:
    """Deletes sessions past their absolute limit and counters that have ended; returns how many."""
    now = timezone.now()
    sessions, _ = Session.objects.filter(started_at__lt=now - ABSOLUTE_LIMIT).delete()
    counters, _ = Throttle.objects.filter(ends_at__lt=now).delete()
    return sessions + counters


_PASSWORD_FIELDS = ["salt", "memory_kib", "passes", "verifier", "wrapped_key"]
_RECOVERY_FIELDS = ["recovery_verifier", "recovery_wrapped_key"]
_KEYRING_FIELDS = ["keyring", "keyring_version"]


def _ways_into(account: Account) -> dict[str, bytes]:
    """What is new whenever the account key is (``rekey``)."""
    return {"verifier": bytes(account.verifier), "recovery_verifier": bytes(account.recovery_verifier)}


def _save(account: Account, ways: dict[str, bytes], fields: list[str]) -> None:
    """Only where ``ways`` still stand: a wrap of the account key from before would lock its owner out for good."""
    changed = {name: getattr(account, name) for name in fields}
    if not Account.objects.filter(pk=account.pk, **ways).update(**changed):
        raise Outpaced


def _set_password(account: Account, key: bytes, password: str) -> None:
    """Stretches the password, so call it outside any transaction: others must not wait that long for a lock."""
    salt = new_salt()
    keys: PasswordKeys = stretch(password, salt=salt, cost=DEFAULT, account=account.id)
    account.salt, account.memory_kib, account.passes = salt, DEFAULT.memory_kib, DEFAULT.passes
    account.verifier = keys.verifier
    account.wrapped_key = seal(keys.wrap, _wrap_place("password", account.id), key)


def _set_recovery_code(account: Account, key: bytes, code: str) -> None:
    keys = recovery_keys(check_recovery_code(code), account.id.bytes)
    account.recovery_verifier = keys.verifier
    account.recovery_wrapped_key = seal(keys.wrap, _wrap_place("recovery", account.id), key)


def _cost_of(account: Account) -> Cost:
    return Cost(account.memory_kib, account.passes)


def _wrap_place(purpose: str, account: UUID) -> Place:
    return Place(f"account-key/{purpose}", account.bytes, account.bytes, 0, account.bytes)
