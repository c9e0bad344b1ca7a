"""One window for one reader, pure: its pictures, its newest pane, and what it says in words."""

from datetime import date
from typing import NamedTuple

from glasswork.progress.here import Here
from glasswork.progress.kinds import Event, New
from glasswork.progress.milestones import NEW
from glasswork.progress.pictures import Picture, pictures_of
from glasswork.progress.tally import ALONE, GOLD, OURS, OWN_PARTS, RIVER, SHARED_PARTS, panes, river
from glasswork.ui import dates

OF_TWO = {
    "sky": "Sky: talking and listening",
    "sun": "Sun: good times",
    "hills": "Hills: promises kept",
    "river": "River: looking after yourself",
}
OF_ONE = {
    "sky": "Sky: listening to yourself",
    "sun": "Sun: good moments",
    "hills": "Hills: your word to yourself",
    "river": "River: looking after yourself",
}
IN_WORDS = {"sky": "the sky", "sun": "the sun", "hills": "the hills", "river": "the river"}


class Window(NamedTuple):
    """``newest`` is the act behind the newest pane. ``events`` may stand on the chart."""

    pictures: list[Picture]
    counts: dict[str, int]
    newest: New | None
    gold_on: date | None
    events: list[Event]
    names: dict[str, str]
    is_of_two: bool

    @property
    def is_empty(self) -> bool:
        return not any(self.counts.values())

    @property
    def so_far(self) -> str:
        """How many, never out of how many. Of two, those that both see: no number is one person’s, beside another’s."""
        counted = sum(number for part, number in self.counts.items() if part != "river" or not self.is_of_two)
        return "" if not counted else "One pane so far." if counted == 1 else f"{counted} panes so far."

    @property
    def newest_words(self) -> str:
        return f"The newest one is of {dates.day(self.newest.day)}: {NEW[self.newest.act]}." if self.newest else ""

    def newest_in(self, picture: Picture) -> str:
        """The part whose last pane is the newest, where it lies in this picture."""
        is_here = self.newest and self.newest.part in picture.panes and picture == self.holding_newest
        return self.newest.part if self.newest and is_here else ""

    @property
    def holding_newest(self) -> Picture | None:
        """The last picture in which that part has any colour."""
        part = self.newest.part if self.newest else ""
        return next((each for each in reversed(self.pictures) if each.panes.get(part)), None)

    def described(self, picture: Picture) -> str:
        """For whoever hears the page, and for whoever looks."""
        begin = "A stained-glass picture of a sunrise over hills and a river. "
        if not picture.total:
            return f"{begin}All of it is drawn in thin lines, and waits for colour.{_gold(picture)}"
        parts = [f"{number} of {IN_WORDS[part]}" for part, number in picture.panes.items() if number]
        parts[0] = parts[0].replace(" of ", " pane of " if parts[0].startswith("1 ") else " panes of ")
        listed = f"{', '.join(parts[:-1])} and {parts[-1]}" if len(parts) > 1 else parts[0]
        rest = "" if picture.is_full else " The rest is drawn in thin lines."
        return f"{begin}In colour: {listed}.{rest}{_gold(picture)}"


def window_of(here: Here) -> Window:
    if here.is_of_two:
        counts = {**panes(here.ours.acts, SHARED_PARTS), "river": river(here.own.acts)}
        acts, news = here.ours, [here.ours.newest.get(OURS), here.own.newest.get(RIVER)]
        events = [*here.ours.events, *here.own.events]
    else:
        counts, acts = panes(here.own.acts, OWN_PARTS), here.own
        news, events = [here.own.newest.get(ALONE)], list(here.own.events)
    found = [new for new in news if new]
    return Window(
        pictures=pictures_of(counts, acts.acts.get(GOLD, 0)),
        counts=counts,
        newest=max(found, key=lambda new: new.day, default=None),
        gold_on=acts.firsts.get(GOLD),
        events=sorted(events, key=lambda event: event.day),
        names=OF_TWO if here.is_of_two else OF_ONE,
        is_of_two=here.is_of_two,
    )


def _gold(picture: Picture) -> str:
    if picture.gold == 1:
        return " One gold line shows what was mended."
    return " Gold lines show what was mended." if picture.gold else ""
