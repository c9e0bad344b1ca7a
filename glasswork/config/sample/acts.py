"""What the sample couple promised, told and mended, through the actions of that room."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from uuid import UUID

from glasswork.config.sample.people import SamplePerson
from glasswork.config.sample.words import Act, Name
from glasswork.lib import clock
from glasswork.promises.actions import promises, small, telling
from glasswork.promises.here import Here, load_here
from glasswork.promises.kinds import Outcome, Promise, Word
from glasswork.promises.kinds_of_acts import SMALL, Ask, Done
from glasswork.promises.kinds_of_telling import Answer, Repair, RepairAnswer, Told
from glasswork.promises.panes import Standpoint, keys_of_panes, standpoint
from glasswork.promises.telling import PARTS, Story, story_of
from glasswork.promises.threads import Thread, keys_of, read_threads
from glasswork.spaces.reading import Opened, Want, read_entries


class Acts:
    """Remembers which thread each thing has become."""

    def __init__(self, couple: Mapping[Name, SamplePerson]) -> None:
        self.couple = couple
        self.threads: dict[str, UUID] = {}

    def live(self, act: Act, moment: datetime) -> None:
        """``moment`` is aware, and never before that of an earlier act."""
        with clock.at(moment):
            here = load_here(self.couple[act.by].spaces, moment)
            if act.does in BEGIN:
                self.threads[act.named] = BEGIN[act.does](here, act)
            else:
                GO_ON[act.does](here, act, self.threads[act.of])


def _promise(here: Here, act: Act) -> UUID:
    until = here.today + timedelta(days=act.days)
    return promises.make_promise(here, Promise(words=act.words, until=until, each_time=act.each_time), once=act.words)


def _ask(here: Here, act: Act) -> UUID:
    return small.ask(here, Ask(words=act.words), once=act.words)


def _tell(here: Here, act: Act) -> UUID:
    told = Told(
        about=act.about,
        happened_on=here.today - timedelta(days=act.days),
        told_on=here.today,
        facts=act.words,
        how_long=act.how_long,
        was_said=act.was_said,
        did_next=act.did_next,
    )
    return telling.tell(here, told, once=act.words)


def _outcome(here: Here, act: Act, thread: UUID) -> None:
    view = _view(here, thread)
    said = Outcome(
        promise=thread, pane=view.next_pane, what=act.what, on=here.today, promised=view.words, words=act.words
    )
    promises.say_outcome(here, view, said)


def _word(here: Here, act: Act, thread: UUID) -> None:
    promises.say_word(here, _view(here, thread), Word(promise=thread, pane=act.pane, is_so=True, words=act.words))


def _done(here: Here, _: Act, thread: UUID) -> None:
    small.do(here, _thread(here, thread, ("dropped",)))


def _thank(here: Here, act: Act, thread: UUID) -> None:
    entries = read_entries(Want(here.space, tags=(SMALL,)))
    done: Opened[Done] = next(e for e in entries if isinstance(e.value, Done) and e.value.ask == thread)  # type: ignore[assignment]
    small.thank(here, _thread(here, thread, ()), done, act.words)


def _answer(here: Here, act: Act, thread: UUID) -> None:
    telling.open_door(here, _story(here, thread))
    telling.answer(here, _story(here, thread), Answer(told=thread, says=act.what, words=act.words))


def _repair(here: Here, act: Act, thread: UUID) -> None:
    plan = Repair(told=thread, attempt=1, happened=act.words, own=act.own, mend=act.mend, show=act.show)
    telling.offer_repair(here, _story(here, thread), plan)


def _reply(here: Here, act: Act, thread: UUID) -> None:
    said = RepairAnswer(told=thread, attempt=1, says=act.what, words=act.words)
    telling.reply_to_repair(here, _story(here, thread), said)


def _mended(here: Here, _: Act, thread: UUID) -> None:
    telling.call_it_mended(here, _story(here, thread))


def _view(here: Here, thread: UUID) -> Standpoint:
    standing = here.board.promises.get(thread) or here.theirs.promises[thread]
    threads = read_threads(here.space, keys_of_panes(here.space, thread, standing))
    return standpoint(threads[thread], standing, threads, here.today)


def _story(here: Here, thread: UUID) -> Story:
    return story_of(_thread(here, thread, PARTS))


def _thread(here: Here, thread: UUID, parts: tuple[str, ...]) -> Thread:
    return read_threads(here.space, keys_of(here.space, thread, ("root", *parts)))[thread]


BEGIN: dict[str, Callable[[Here, Act], UUID]] = {"promise": _promise, "ask": _ask, "told": _tell}
GO_ON: dict[str, Callable[[Here, Act, UUID], None]] = {
    "outcome": _outcome,
    "word": _word,
    "done": _done,
    "thanks": _thank,
    "answer": _answer,
    "repair": _repair,
    "reply": _reply,
    "mended": _mended,
}
