"""The whole account of what happened, with what was added later. Written once, shared whole, behind a door."""

from typing import NamedTuple
from uuid import UUID

from glasswork.questions.kinds_of_words import ACCOUNTS, Account, Addition, ScopeMet
from glasswork.questions.scopes import Asked, Scopes, scopes_of
from glasswork.spaces.names import NAMES, names_in
from glasswork.spaces.opening import OpenSpace, Spaces
from glasswork.spaces.reading import Want, check_authors, read_entries, slot_of

MOST_ADDITIONS = 20
PARTS = ("whole", *(f"later-{n}" for n in range(1, MOST_ADDITIONS + 1)))


class Told(NamedTuple):
    """``account`` is None once its author took it back. ``entries`` are the author’s, for taking back.

    ``scopes``: what its reader asked for, before it was written and since; ``is_met`` once they said that this is it.
    """

    id: UUID
    space: OpenSpace
    author: UUID
    account: Account | None
    additions: list[Addition]
    entries: list[UUID]
    names: dict[UUID, str]
    sequence: int = 0
    scopes: Scopes = Scopes([], is_asked_for=False)
    is_met: bool = False

    @property
    def scope(self) -> Asked | None:
        """What its reader had asked for when it was shared."""
        return self.scopes.at(self.sequence)

    @property
    def is_mine(self) -> bool:
        return self.author == self.space.me


def account_slot(space: OpenSpace, account: UUID, part: str) -> bytes:
    return slot_of(space, "account", account.bytes, part)


def scopes_in(space: OpenSpace, reader: UUID) -> Scopes:
    """One query."""
    return scopes_of(check_authors(read_entries(Want(space, tags=(ACCOUNTS,))), [space]), reader)


def accounts_in(space: OpenSpace) -> list[Told]:
    """Those that stand, oldest first. One query; they are few."""
    entries = read_entries(Want(space, tags=(ACCOUNTS,)))
    found = [entry for entry in entries if isinstance(entry.value, Account)]
    return [
        Told(entry.value.id, space, entry.author, entry.value, [], [entry.id], {})
        for entry in found
        if isinstance(entry.value, Account)
    ]


def find_account(spaces: Spaces, account: UUID) -> Told | None:
    """None for whoever can’t read it, as for one that never was. Every signature is checked (K13)."""
    wants = {
        space.id: Want(space, tags=(NAMES, ACCOUNTS), slots=tuple(account_slot(space, account, part) for part in PARTS))
        for space in spaces.all()
        if space.is_shared
    }
    entries = check_authors(read_entries(*wants.values()), spaces.all())
    for space in spaces.all():
        here = [entry for entry in entries if entry.space == space.id]
        first = next((entry for entry in here if entry.slot == account_slot(space, account, "whole")), None)
        if first:
            slots = set(wants[space.id].slots)
            own = [entry for entry in here if entry.slot in slots and entry.author == first.author]
            whole = first.value if isinstance(first.value, Account) else None
            additions = [entry.value for entry in own if isinstance(entry.value, Addition)]
            ids = [entry.id for entry in own if entry.value]
            scopes = scopes_of(here, space.me if first.author != space.me else space.other)
            names = names_in(here)
            is_met = any(isinstance(entry.value, ScopeMet) and entry.value.account == account for entry in here)
            return Told(account, space, first.author, whole, additions, ids, names, first.sequence, scopes, is_met)
    return None
