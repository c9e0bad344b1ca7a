"""How much somebody would like to be told, before the other writes it down. Pure."""

from collections.abc import Iterable
from typing import NamedTuple
from uuid import UUID

from glasswork.programme.questions import choices_of
from glasswork.questions.kinds_of_words import Account, Scope, ScopePlease
from glasswork.spaces.kinds import Kind
from glasswork.spaces.reading import Opened

MOST = 12
NOTHING = "nothing"
SIZES, LEAVES = choices_of("size"), choices_of("leave")


class Asked(NamedTuple):
    """One that was said, by its place in the record."""

    id: UUID
    sequence: int
    scope: Scope


class Scopes(NamedTuple):
    """What one person said, oldest first, and whether the other has asked them to."""

    all: list[Asked]
    is_asked_for: bool

    @property
    def now(self) -> Asked | None:
        return self.all[-1] if self.all else None

    @property
    def allows_sharing(self) -> bool:
        return self.now is not None and self.now.scope.size != NOTHING

    def at(self, sequence: int) -> Asked | None:
        """What stood when something was placed there."""
        return next((each for each in reversed(self.all) if each.sequence < sequence), None)

    def since(self, sequence: int) -> list[Asked]:
        """What was changed after it."""
        return [each for each in self.all if each.sequence > sequence]


def scopes_of(entries: Iterable[Opened[Kind]], reader: UUID) -> Scopes:
    """``reader`` is who is to be told; what they took back is gone."""
    found = list(entries)
    said = [Asked(e.id, e.sequence, e.value) for e in found if e.author == reader and isinstance(e.value, Scope)]
    return Scopes(said, any(e.author != reader and isinstance(e.value, ScopePlease) for e in found))


def asking_of(entries: Iterable[Opened[Kind]], reader: UUID) -> UUID | None:
    """The entry in which the other asks ``reader`` how much, for as long as nothing that was said stands."""
    found = list(entries)
    please = [entry.id for entry in found if entry.author != reader and isinstance(entry.value, ScopePlease)]
    return please[-1] if please and not scopes_of(found, reader).all else None


def has_told(entries: Iterable[Opened[Kind]], giver: UUID) -> bool:
    return any(entry.author == giver and isinstance(entry.value, Account) for entry in entries)
