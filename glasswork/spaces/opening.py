"""Opens the spaces of a signed-in person. Without a key from their keyring there is nothing to show."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from glasswork.people.keyring import Pin, SpaceKey
from glasswork.people.person import Person
from glasswork.seal.errors import SealError
from glasswork.seal.grant import Grant
from glasswork.seal.identity import Identity, PublicIdentity
from glasswork.spaces.grants import open_space_key, terms_of
from glasswork.spaces.models import Membership


@dataclass(slots=True)
class OpenSpace:
    """A space whose key is at hand, for as long as the request lasts."""

    id: UUID
    key: SpaceKey
    me: UUID
    identity: Identity
    partner: Pin | None
    is_shared: bool
    opened_on: date | None
    closed_on: date | None
    sequence: int
    head: bytes

    @property
    def epoch(self) -> int:
        return max(self.key.epochs)

    @property
    def is_closed(self) -> bool:
        return self.closed_on is not None

    def signer(self, author: UUID) -> PublicIdentity | None:
        """The keys that ``author``'s signatures must fit: one's own, or a pinned partner's."""
        if author == self.me:
            return self.identity.public
        return self.partner.keys if self.partner and self.partner.account == author else None


@dataclass(slots=True)
class Spaces:
    """Everything one person can open: their own space, the one they share now, and those that were closed."""

    private: OpenSpace
    shared: OpenSpace | None
    former: list[OpenSpace]

    def all(self) -> list[OpenSpace]:
        return [self.private, *([self.shared] if self.shared else []), *self.former]


def open_spaces(person: Person) -> Spaces:
    """One query. Raises SealError when the private space is missing or a grant was tampered with."""
    rows = Membership.objects.filter(account=person.id).select_related("space")
    opened: dict[UUID, OpenSpace] = {}
    for row in sorted(rows, key=_age):
        space = _open(row, person)
        if space:
            opened[space.id] = space
    private = next((space for space in opened.values() if not space.is_shared), None)
    if private is None:
        raise SealError
    shared = [space for space in opened.values() if space.is_shared and space.opened_on]
    current = next((space for space in reversed(shared) if not space.is_closed), None)
    return Spaces(private, current, [space for space in shared if space is not current])


def _age(row: Membership) -> tuple[date, date, int, int]:
    """Oldest first. Sorted here: somebody has a handful, and telling the database costs more than doing it."""
    space = row.space
    return space.opened_on or date.max, space.closed_on or date.max, space.turn, row.epoch


def _open(row: Membership, person: Person) -> OpenSpace | None:
    key = person.keyring.spaces.get(row.space_id) or _granted(row, person)
    if key is None:
        return None
    space = row.space
    return OpenSpace(
        id=space.id,
        key=key,
        me=person.id,
        identity=person.identity,
        partner=person.keyring.pins.get(key.partner) if key.partner else None,
        is_shared=space.is_shared,
        opened_on=space.opened_on,
        closed_on=space.closed_on,
        sequence=space.sequence,
        head=bytes(space.head),
    )


def _granted(row: Membership, person: Person) -> SpaceKey | None:
    """The key from a grant, when its granter was pinned; nothing opens before the four words were compared."""
    pin = person.keyring.pins.get(row.granter) if row.granter else None
    if pin is None:
        return None
    grant = Grant(bytes(row.box), bytes(row.signature))
    return open_space_key(grant, terms_of(row), mine=person.identity, granter=pin)
