"""The talk as one person sees it: whose turn it is, what it says, and what they may do."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from glasswork.lib.directions import isolated
from glasswork.programme.conversations import PARTNER, Flow, Side, Turn
from glasswork.spaces.drafts import fields_of
from glasswork.spaces.names import NAMES, names_in, partner_name
from glasswork.spaces.opening import OpenSpace, Spaces
from glasswork.spaces.reading import Want, read_entries
from glasswork.talks.actions import expected, flow_of
from glasswork.talks.flow import may, seconds_left, seconds_of
from glasswork.talks.live import Live, Phase
from glasswork.talks.slip import read_talk


@dataclass(frozen=True, slots=True)
class Here:
    """``me`` is whoever looks: on one phone the one who holds it. Names are isolated, for sentences."""

    space: OpenSpace
    live: Live
    flow: Flow | None
    now: datetime
    me: UUID
    names: dict[UUID, str]
    notes: str
    typed: dict[str, str]
    digest: str

    @property
    def partner_name(self) -> str:
        return self.names[self.live.other(self.me)]

    @property
    def is_others_phone(self) -> bool:
        """An invitation on the other’s phone: whoever is asked sits beside it, and finds nothing on their own."""
        live = self.live
        return live.phone_of not in {None, self.space.me} and live.phase is not Phase.ON

    @property
    def turn(self) -> Turn | None:
        return self.flow.turn(self.live.turn) if self.flow and self.live.phase is Phase.ON else None

    @property
    def has_fields(self) -> bool:
        """Whether this person has something to write now: such a page never fetches itself without script."""
        return self.turn is not None and bool(self.may) and (self.turn.act == "agree" or self.turn.notes)

    @property
    def place(self) -> str:
        """Names this turn of this talk, for what is being typed there."""
        return f"{self.live.id.hex}.{self.live.turn}"

    @property
    def draft(self) -> dict[str, str]:
        """The line that is being typed at this turn, as its form has it."""
        return self.typed if self.typed.get("once") == self.place else {}

    @property
    def is_mine(self) -> bool:
        """Whether this is one’s own turn, or the turn of both."""
        turn = self.turn
        return turn is not None and (turn.who == "both" or self.me == self._holder(turn))

    @property
    def side(self) -> Side:
        """What this person reads."""
        if self.flow is None or self.turn is None:
            return Side("This talk has changed", "Its pages are not the ones you began with. You can stop here.")
        return self.flow.pages[self.turn.id][0 if self.is_mine else 1]

    @property
    def may(self) -> set[str]:
        return may(self.live, self.turn, self.me) if self.turn else set()

    @property
    def whole(self) -> int:
        """Seconds of this turn."""
        return seconds_of(self.live, self.flow, self.turn) if self.flow and self.turn else 0

    @property
    def left(self) -> int | None:
        return seconds_left(self.live, self.whole, self.now)

    @property
    def says(self) -> str:
        """Whose turn it is, as a live region says it."""
        heading = self.side.heading.replace(PARTNER, self.partner_name)
        return "Paused" if self.live.paused_at else heading

    def day_of(self, text: str) -> date | None:
        return day_of(text)

    def _holder(self, turn: Turn) -> UUID:
        return self.live.second if turn.who == "second" else self.live.first


def load_here(spaces: Spaces, now: datetime) -> Here | None:
    """None where no talk shows: none is open, or this person has put it aside."""
    space = spaces.shared
    live, digest, aside, notes, draft = read_talk(spaces)
    if space is None or live is None or not (live.is_open(now) or live.phase is Phase.OVER or _has_lapsed(live, space)):
        return None
    if aside and aside.talk == live.id:
        return None
    entries = read_entries(Want(space, tags=(NAMES,)))
    theirs = partner_name(space, entries)
    mine = names_in(entries).get(space.me, "") or "You"
    names = {space.me: isolated(mine), live.other(space.me): isolated(theirs)}
    looking = (live.in_hand or expected(live) or space.me) if live.phone_of else space.me
    words = notes.words if notes and notes.talk == live.id else ""
    return Here(space, live, flow_of(live), now, looking, names, words, fields_of(draft), digest)


def day_of(text: str) -> date | None:
    """A day as a form or a slip writes it; None for anything else."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _has_lapsed(live: Live, space: OpenSpace) -> bool:
    """One’s own invitation that nobody took up still says so, to whoever asked and to nobody else."""
    return live.phase in {Phase.ASKED, Phase.READY} and live.opener == space.me
