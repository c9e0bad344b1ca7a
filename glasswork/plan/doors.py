"""Which told things and letters a reader has opened: what stands behind a closed door is not there for them. Pure."""

from functools import cached_property
from uuid import UUID

from glasswork.letters.kinds import Letter
from glasswork.letters.kinds import Mine as LettersOpened
from glasswork.promises.kinds import Mine
from glasswork.promises.kinds_of_telling import Answer, Repair, RepairAnswer, Told
from glasswork.promises.threads import ROOT, part_slot
from glasswork.spaces.kinds import Kind
from glasswork.spaces.opening import OpenSpace
from glasswork.spaces.reading import Opened


class Doors:
    """``own`` and ``letters`` are the reader’s slips; ``entries`` those of one page, among them what they answered."""

    def __init__(self, space: OpenSpace, own: Mine, letters: LettersOpened, entries: list[Opened[Kind]]) -> None:
        self._space, self._own, self._letters = space, own, letters
        self._mine = [each.value for each in entries if each.space == space.id and each.author == space.me]

    def thread_of(self, entry: Opened[Kind]) -> UUID | None:
        """Of a told thing that is open to its reader."""
        return self._threads.get(entry.slot)

    def is_closed(self, entry: Opened[Kind]) -> bool:
        if entry.author == self._space.me:
            return False
        match entry.value:
            case Letter(letter=letter):
                return letter not in self._letters.opened
            case Repair(told=told):
                return told not in self._open
            case Told():
                return self.thread_of(entry) is None
        return False

    @cached_property
    def _open(self) -> set[UUID]:
        """Whoever has answered has opened it, on whichever device."""
        return {*self._own.opened, *(each.told for each in self._mine if isinstance(each, Answer | RepairAnswer))}

    @cached_property
    def _threads(self) -> dict[bytes, UUID]:
        return {
            part_slot(self._space, each, author, ROOT): each for each in self._open for author in self._space.members
        }
