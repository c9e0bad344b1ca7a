"""Questions that wait for their hour, in trays that lie in slots named for it: none is fetched before."""

from datetime import datetime
from uuid import UUID

from msgspec.structs import replace

from glasswork.questions.delivery import marks_gone, marks_of
from glasswork.questions.kinds import Asked
from glasswork.questions.kinds_of_own import Item, Tray
from glasswork.questions.threads import Question, Said, part_slot
from glasswork.spaces.opening import OpenSpace
from glasswork.spaces.reading import check_author, open_prepared
from glasswork.spaces.writing import prepare


def tray_names(owner: UUID, due: datetime) -> list[str]:
    """A tray lies under each of them."""
    return [_name(owner, mark) for mark in marks_of(due)]


def due_names(space: OpenSpace, now: datetime) -> list[str]:
    """Names of the other’s trays that may be opened now, and of none whose hour is to come."""
    return [_name(space.other, mark) for mark in marks_gone(now)] if space.partner else []


def _name(owner: UUID, mark: str) -> str:
    return f"questions-tray {owner.hex} {mark}"


def item_of(space: OpenSpace, asked: Asked, *, goes: bool) -> Item:
    """Sealed and signed by its writer. A stand-in is as long, and its words say nothing."""
    value = asked if goes else _blank(asked)
    slot = part_slot(space, asked.id, space.me, "root")
    return Item(prepare(space, value, slot=slot), goes)


def questions_in_tray(space: OpenSpace, tray: Tray) -> list[Question]:
    """What of it is meant to be read, with every signature checked (K13)."""
    found = []
    for question, item in tray.items.items():
        if not item.goes or item.entry.author != tray.owner:
            continue
        check_author(space, tray.owner, item.entry.header, item.entry.signature)
        value = open_prepared(space, item.entry)
        if isinstance(value, Asked) and value.id == question:
            found.append(Question(question, space, tray.owner, (Said(item.entry.id, tray.owner, 0, value, "root"),)))
    return found


def _blank(asked: Asked) -> Asked:
    return replace(asked, words="-" * len(asked.words.encode()))
