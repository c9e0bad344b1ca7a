"""Opens the spaces of a signed-in person. Without a key from their keyring there is nothing to show."""

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple
from uuid import UUID

from glasswork.lib.written_query import WrittenQuery
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
    slots: dict[tuple[bytes | str, ...], bytes] = field(default_factory=dict, repr=False)  # made in this request

    @property
    def epoch(self) -> int:
        return max(self.key.epochs)

    @property
    def is_closed(self) -> bool:
        return self.closed_on is not None

    @property
    def other(self) -> UUID:
        """Whom it is shared with; one’s own account where it is nobody."""
        return self.partner.account if self.partner else self.me

    @property
    def members(self) -> tuple[UUID, ...]:
        return (self.me, self.partner.account) if self.partner else (self.me,)

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


class Seat(NamedTuple):
    """What is read of a membership and its space."""

    space_id: UUID
    account_id: UUID
    epoch: int
    granter: UUID | None
    box: bytes
    signature: bytes
    is_shared: bool
    turn: int
    opened_on: date | None
    closed_on: date | None
    sequence: int
    head: bytes


def open_spaces(person: Person) -> Spaces:
    """One query. Raises SealError when the private space is missing or a grant was tampered with."""
    seats = map(Seat._make, _SEATS.rows([person.id]))
    opened: dict[UUID, OpenSpace] = {}
    for row in sorted(seats, key=_age):
        space = _open(row, person)
        if space:
            opened[space.id] = space
    private = next((space for space in opened.values() if not space.is_shared), None)
    if private is None:
        raise SealError
    shared = [space for space in opened.values() if space.is_shared and space.opened_on]
    current = next((space for space in reversed(shared) if not space.is_closed), None)
    return Spaces(private, current, [space for space in shared if space is not current])


def _age(seat: Seat) -> tuple[date, date, int, int]:
    """Oldest first. Sorted here: somebody has a handful, and telling the database costs more than doing it."""
    return seat.opened_on or date.max, seat.closed_on or date.max, seat.turn, seat.epoch


def _open(seat: Seat, person: Person) -> OpenSpace | None:
    key = person.keyring.spaces.get(seat.space_id) or _granted(seat, person)
    if key is None:
        return None
    return OpenSpace(
        id=seat.space_id,
        key=key,
        me=person.id,
        identity=person.identity,
        partner=person.keyring.pins.get(key.partner) if key.partner else None,
        is_shared=seat.is_shared,
        opened_on=seat.opened_on,
        closed_on=seat.closed_on,
        sequence=seat.sequence,
        head=bytes(seat.head),
    )


def _granted(seat: Seat, person: Person) -> SpaceKey | None:
    """The key from a grant, when its granter was pinned; nothing opens before the four words were compared."""
    pin = person.keyring.pins.get(seat.granter) if seat.granter else None
    if pin is None:
        return None
    terms = terms_of(space=seat.space_id, epoch=seat.epoch, recipient=seat.account_id, granter=pin.account)
    grant = Grant(bytes(seat.box), bytes(seat.signature))
    return open_space_key(grant, terms, mine=person.identity, granter=pin)


# Made once: naming the columns and making objects of the rows takes Django longer than finding them.
_OF_SPACE = ("is_shared", "turn", "opened_on", "closed_on", "sequence", "head")
_COLUMNS = (*Seat._fields[:-6], *(f"space__{name}" for name in _OF_SPACE))
_SEATS = WrittenQuery(lambda ids: Membership.objects.values_list(*_COLUMNS).filter(account=ids[0]))
