"""What happens to a space as a whole: made, shared, closed."""

from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import Max

from glasswork.people.keyring import Keyring, Pin, SpaceKey
from glasswork.people.person import Person, change_keyring
from glasswork.seal.envelope import new_key
from glasswork.spaces.common_kinds import DisplayName, Settings
from glasswork.spaces.grants import grant_space_key
from glasswork.spaces.models import Membership, Space
from glasswork.spaces.names import set_name
from glasswork.spaces.opening import OpenSpace, open_spaces
from glasswork.spaces.writing import append, save_slip, tidy, utc_day

__all__ = ["make_private_space", "make_shared_space", "open_shared_space", "tidy"]


def make_private_space(person: Person, *, display_name: str, settings: Settings) -> OpenSpace:
    """Everybody's own space, with the name they chose and their settings."""
    space_id = _add_key(person, partner=None)
    with transaction.atomic():
        Space.objects.create(id=space_id, is_shared=False, opened_on=utc_day())
        Membership.objects.create(space_id=space_id, account_id=person.id)
    space = open_spaces(person).private
    append(space, DisplayName(name=display_name))
    save_slip(space, settings, "settings")
    return space


def make_shared_space(person: Person, *, partner: Pin) -> UUID:
    """A space for two: the maker's membership, and a grant of its key to the pinned partner (K10, K11).

    It takes part in nothing until it is open, which it is once both have said that the four words match.
    """
    change_keyring(person, lambda keyring: keyring.with_pin(partner))
    space_id = _add_key(person, partner=partner.account)
    key = person.keyring.spaces[space_id]
    grant = grant_space_key(key, space=space_id, epoch=1, to=partner, by=person.identity, granter=person.id)
    with transaction.atomic():
        turn = _next_turn(person.id, partner.account)
        Space.objects.create(id=space_id, is_shared=True, turn=turn)
        Membership.objects.create(space_id=space_id, account_id=person.id)
        Membership.objects.create(
            space_id=space_id,
            account_id=partner.account,
            granter=person.id,
            box=grant.box,
            signature=grant.signature,
        )
    return space_id


def open_shared_space(space_id: UUID) -> None:
    """Both have compared the words: the space takes part from today."""
    Space.objects.filter(pk=space_id, opened_on=None).update(opened_on=utc_day())


def rename(spaces: list[OpenSpace], name: str) -> None:
    """A new display name in every space that is not closed; the old one is withdrawn."""
    for space in spaces:
        if not space.is_closed:
            set_name(space, name)


def _next_turn(*accounts: UUID) -> int:
    """After every space that either of them has been in."""
    newest = Membership.objects.filter(account__in=accounts).aggregate(newest=Max("space__turn"))["newest"]
    return (newest or 0) + 1


def _add_key(person: Person, *, partner: UUID | None) -> UUID:
    space_id, key = uuid4(), SpaceKey({1: new_key()}, new_key(), partner)

    def add(keyring: Keyring) -> Keyring:
        return keyring.with_space(space_id, key)

    change_keyring(person, add)
    return space_id
