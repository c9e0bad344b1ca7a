"""A letter that was sent with what was said to it: whose turn it is, and what each may do. Pure, but for finding it."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple
from uuid import UUID

from glasswork.letters.kinds import PARTS, TAG, Answer, Heard, Letter, Mine, Mirror, Part, PullTold, Reply
from glasswork.letters.sorts import IMPACT, MENDS, MORE, SORTS, Sort
from glasswork.spaces.kinds import Kind
from glasswork.spaces.names import NAMES, names_in
from glasswork.spaces.opening import OpenSpace, Spaces
from glasswork.spaces.reading import Opened, Want, check_authors, read_entries, slot_of

ROOT, MIRROR = "root", "mirror"
SLOTS = (ROOT, MIRROR, "heard", "reply", *(f"answer-{says}" for says in ("heard", "not-yet", "more", "not-so")))
WITHOUT_A_MOMENT = timedelta(days=3)  # where one's own note of it is gone: whole days, never less than two


class Post(NamedTuple):
    """``letter`` is None once it was taken back; ``said`` are its reader's parts, in the order of the record.

    ``mirrored`` is what its writer said back, also once those words were taken back.
    """

    id: UUID
    space: OpenSpace
    author: UUID
    day: date
    letter: Letter | None
    said: list[Opened[Kind]]
    own: list[UUID]  # entries that this reader of the page wrote and that still stand
    mirrored: Opened[Kind] | None = None

    @property
    def sort(self) -> Sort:
        return SORTS[self.letter.sort] if self.letter else IMPACT

    @property
    def is_mine(self) -> bool:
        return self.author == self.space.me

    @property
    def is_open(self) -> bool:
        """Whether its reader may still say something to it."""
        return self.letter is not None and not self.space.is_closed

    @property
    def heard(self) -> Heard | None:
        return next((entry.value for entry in self.said if isinstance(entry.value, Heard)), None)

    @property
    def reply(self) -> Reply | None:
        return next((entry.value for entry in self.said if isinstance(entry.value, Reply)), None)

    @property
    def answers(self) -> list[Answer]:
        return [entry.value for entry in self.said if isinstance(entry.value, Answer)]

    @property
    def mirror(self) -> Mirror | None:
        return self.mirrored.value if self.mirrored and isinstance(self.mirrored.value, Mirror) else None

    @property
    def may_say_back(self) -> bool:
        """Its writer, once, where its reader needs more of something (P5)."""
        is_asked = any(answer.says == MORE for answer in self.answers)
        return self.is_open and self.is_mine and is_asked and self.mirrored is None

    @property
    def repair(self) -> Part | None:
        """What its writer offers to do, for themself to make a promise of."""
        parts = self.letter.parts if self.letter and self.is_mine and self.is_open else ()
        return next((part for part in parts if part.id == MENDS), None)

    @property
    def answers_left(self) -> list[tuple[str, str]]:
        """One more word may follow; the same one is said once."""
        is_free = self.is_open and not self.is_mine
        return [each for each in self.sort.answers.items() if self._is_free(f"answer-{each[0]}")] if is_free else []

    @property
    def may_tell_heard(self) -> bool:
        return self.is_open and not self.is_mine and self.sort is IMPACT and self._is_free("heard")

    def reply_from(self, mine: Mine) -> datetime | None:
        """The moment from which its reader may write back; None while there is nothing to wait for."""
        told = next((entry for entry in self.said if isinstance(entry.value, Heard)), None)
        if told is None or self.is_mine:
            return None
        return mine.replies.get(self.id) or datetime.combine(told.day + WITHOUT_A_MOMENT, time(), UTC)

    def may_reply(self, mine: Mine, now: datetime) -> bool:
        moment = self.reply_from(mine)
        return self.is_open and self._is_free("reply") and moment is not None and now >= moment

    def _is_free(self, part: str) -> bool:
        """Each part is said once; also when its words were taken back since."""
        slot = letter_slot(self.space, self.id, self.space.me, part)
        return all(entry.slot != slot for entry in self.said)

    def is_door_for(self, mine: Mine) -> bool:
        """From the other, neither opened nor answered, also after parting. Known to nobody but the reader."""
        return self.letter is not None and not self.is_mine and self.id not in mine.opened and not self.said


class Found(NamedTuple):
    post: Post
    partner_name: str


def letter_slot(space: OpenSpace, letter: UUID, author: UUID, part: str) -> bytes:
    return slot_of(space, "letters", letter.bytes, author.bytes, part)


def find_post(spaces: Spaces, letter: UUID) -> Found | None:
    """None for whoever can't read it, as for a letter that never was. One query over all the spaces of a person."""
    shared = [space for space in spaces.all() if space.is_shared]
    entries = check_authors(read_entries(*(_want(space, letter) for space in shared)), shared)
    for space in shared:
        here = [entry for entry in entries if entry.space == space.id]
        roots = {letter_slot(space, letter, author, ROOT): author for author in space.members}
        root = next((entry for entry in here if entry.slot in roots), None)
        if root:
            said = [entry for entry in here if entry.slot and entry.slot not in roots]
            return Found(_post(letter, space, root, said), _name(space, names_in(here)))
    return None


class Mail(NamedTuple):
    """All newest first. ``gone`` are letters that were taken back."""

    posts: list[Post]
    gone: list[Opened[Kind]]
    pulls: list[Opened[Kind]]


def mail_of(spaces: Spaces) -> Mail:
    """Every letter of every shared space. Two queries, or none."""
    shared = {space.id: space for space in spaces.all() if space.is_shared}
    if not shared:
        return Mail([], [], [])
    roots = read_entries(*(Want(space, tags=(TAG,)) for space in shared.values()))
    parts = read_entries(*(Want(space, tags=(PARTS,)) for space in shared.values()))
    said = said_to(parts)
    found = [
        _post(root.value.letter, shared[root.space], root, said.get(root.value.letter, []))
        for root in roots
        if isinstance(root.value, Letter)
    ]
    pulls = [entry for entry in parts if isinstance(entry.value, PullTold)]
    return Mail(found[::-1], [root for root in roots if root.value is None][::-1], pulls[::-1])


def said_to(entries: Iterable[Opened[Kind]]) -> dict[UUID, list[Opened[Kind]]]:
    found: dict[UUID, list[Opened[Kind]]] = {}
    for entry in entries:
        if isinstance(entry.value, Heard | Reply | Answer | Mirror):
            found.setdefault(entry.value.letter, []).append(entry)
    return found


def _want(space: OpenSpace, letter: UUID) -> Want:
    slots = tuple(letter_slot(space, letter, author, part) for author in space.members for part in SLOTS)
    return Want(space, tags=(NAMES,), slots=slots)


def _name(space: OpenSpace, names: dict[UUID, str]) -> str:
    pin = space.partner
    return names.get(pin.account) or pin.name if pin else ""


def _post(letter: UUID, space: OpenSpace, root: Opened[Kind], said: list[Opened[Kind]]) -> Post:
    value = root.value if isinstance(root.value, Letter) else None
    theirs = [entry for entry in said if entry.author != root.author]
    own = [entry.id for entry in (root, *said) if entry.author == space.me and entry.value]
    back = letter_slot(space, letter, root.author, MIRROR)
    mirrored = next((entry for entry in said if entry.slot == back), None)
    return Post(letter, space, root.author, root.day, value, theirs, own, mirrored)
