"""Something told, pure: what its door says, how far it has come, and when it is mended."""

from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

from glasswork.promises.here import Here
from glasswork.promises.kinds import Board
from glasswork.promises.kinds_of_telling import Answer, Mended, Repair, RepairAnswer, Told
from glasswork.promises.panes import is_mended
from glasswork.promises.seams import seams_in
from glasswork.promises.threads import ROOT, Key, Thread, keys_of
from glasswork.spaces.opening import OpenSpace

ABOUT = {
    "ran-into": ("I ran into them", "contact"),
    "they-reached": ("They got in touch", "contact"),
    "i-reached": ("I got in touch", "contact"),
    "promise": ("I didn’t keep a promise", "a promise"),
    "line": ("I crossed a line we agreed", "a line you agreed"),
    "else": ("Something else", "something you may not know"),
}
CONTACT = [about for about, (_, topic) in ABOUT.items() if topic == "contact"]  # a tap says enough; words may follow
TAPS = {
    "where": (
        "Where",
        {"out": "Out and about", "work": "At work", "phone": "Message or phone", "else": "Elsewhere"},
    ),
    "length": (
        "How long",
        {"moment": "A moment", "minutes": "Minutes", "hour": "About an hour", "more": "Longer"},
    ),
    "spoke": ("Did we speak", {"no": "No", "few": "A few words", "talk": "Yes, a talk"}),
}
ANSWERS = {"thanks": "Thank you for telling me", "space": "I need space", "question": "I have a question"}
REPLIES = {"helps": "This helps", "not-enough": "Not enough yet", "time": "I need time"}
MOST_ATTEMPTS = 5
NEWEST = 3  # of each person, on the front page; the months before hold the rest
STEADY_FOR = timedelta(days=30)
PARTS = (
    "mended",
    *(f"answer-{says}" for says in ANSWERS),
    *(f"repair-{n}" for n in range(1, MOST_ATTEMPTS + 1)),
    *(f"reply-{n}-{says}" for n in range(1, MOST_ATTEMPTS + 1) for says in REPLIES),
)


class Attempt(NamedTuple):
    """A repair with what its reader said of it; the newest word counts, and the ones before stay."""

    repair: Repair
    replies: list[RepairAnswer]

    @property
    def reply(self) -> RepairAnswer | None:
        return self.replies[-1] if self.replies else None


class Story(NamedTuple):
    thread: Thread
    told: Told | None

    @property
    def is_mine(self) -> bool:
        return self.thread.is_mine

    @property
    def is_same_day(self) -> bool:
        told = self.told
        return told is not None and told.told_on == told.happened_on and not told.hidden

    @property
    def taps(self) -> list[tuple[str, str]]:
        found = [(title, options.get(getattr(self.told, name, ""))) for name, (title, options) in TAPS.items()]
        return [(title, label) for title, label in found if label]

    @property
    def topic(self) -> str:
        return ABOUT[self.told.about][1] if self.told else "something"

    @property
    def answers(self) -> list[Answer]:
        return [answer for author, answer in self.thread.all_said(Answer) if author != self.thread.opener]

    @property
    def attempts(self) -> list[Attempt]:
        replies = [reply for author, reply in self.thread.all_said(RepairAnswer) if author != self.thread.opener]
        return [
            Attempt(repair, [reply for reply in replies if reply.attempt == repair.attempt])
            for author, repair in self.thread.all_said(Repair)
            if author == self.thread.opener
        ]

    @property
    def newest(self) -> Attempt | None:
        return self.attempts[-1] if self.attempts else None

    @property
    def is_mended(self) -> bool:
        return is_mended(self.thread)

    @property
    def mended_on(self) -> date | None:
        entries = sorted(self.thread.parts.values(), key=lambda entry: entry.sequence)
        return next((seam.day for seam in seams_in(entries, self.thread.space.members)), None)

    @property
    def has_said_mended(self) -> bool:
        return self.thread.said(self.thread.me, "mended", Mended) is not None

    @property
    def may_mend(self) -> bool:
        """Either of the two, once a repair was read."""
        return (
            self.told is not None
            and bool(self.attempts)
            and not self.has_said_mended
            and self.thread.is_open_for_writing
        )

    @property
    def may_repair(self) -> bool:
        """Its teller: once at first, and again when it is not enough yet."""
        newest = self.newest
        is_free = newest is None or (newest.reply is not None and newest.reply.says == "not-enough")
        has_room = len(self.attempts) < MOST_ATTEMPTS
        return (
            self.told is not None
            and self.is_mine
            and is_free
            and has_room
            and not self.is_mended
            and self.thread.is_open_for_writing
        )

    @property
    def may_reply(self) -> bool:
        """Its reader, until they said that it helps or isn’t enough; “I need time” may be followed by either."""
        newest = self.newest
        is_free = newest is not None and (newest.reply is None or newest.reply.says == "time")
        return self.told is not None and not self.is_mine and is_free and self.thread.is_open_for_writing

    def is_door_for(self, here: Here) -> bool:
        """Told by the other, and neither opened nor answered. Opening is known to nobody but the reader."""
        is_new = not self.answers and self.thread.id not in here.own.opened
        return self.told is not None and not self.is_mine and is_new and here.is_shared


def stories_of(threads: dict[UUID, Thread]) -> list[Story]:
    """Newest first; a promise that was put right is among them."""
    found = [story_of(thread) for thread in threads.values() if thread.root(Told)]
    return sorted(found, key=lambda story: story.thread.parts[story.thread.opener, ROOT].sequence, reverse=True)


def story_of(thread: Thread) -> Story:
    return Story(thread, thread.root(Told))


def story_keys(space: OpenSpace, *boards: Board) -> list[Key]:
    return [
        key for board in boards for thread in board.told[-NEWEST:] for key in keys_of(space, thread, (ROOT, *PARTS))
    ]


def is_steady_now(stories: list[Story], here: Here) -> bool:
    """For its reader once the door is open: before, it would say what is behind it."""
    back = [s for s in stories if s.told and s.told.steady and here.today <= s.told.told_on + STEADY_FOR]
    return any(not story.is_door_for(here) for story in back)
