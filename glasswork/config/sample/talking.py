"""What the sample people asked, wrote and talked about, and when one took space, through the actions of those rooms."""

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

from glasswork.config.sample.evenings import Everybody
from glasswork.config.sample.people import SamplePerson
from glasswork.config.sample.words import Talking
from glasswork.letters.actions import desk, own, reading
from glasswork.letters.forms import one_part
from glasswork.letters.here import Here as Desk
from glasswork.letters.here import load_here as load_desk
from glasswork.letters.kinds import Kept
from glasswork.letters.post import Post, find_post
from glasswork.letters.sorts import SORTS
from glasswork.lib import clock
from glasswork.programme.flows import FLOWS
from glasswork.questions.actions import answering, asking, hour
from glasswork.questions.here import Here, load_here
from glasswork.questions.kinds import Answer, Parking
from glasswork.spaces.opening import Spaces
from glasswork.talks import actions as talks
from glasswork.talks import taking_space
from glasswork.talks.kinds import Ending
from glasswork.talks.live import Live
from glasswork.talks.slip import read_live

A_MOVE = timedelta(seconds=100)
EARLY = timedelta(minutes=3)


class Talks:
    """Remembers which question or letter each has become."""

    def __init__(self, everybody: Everybody) -> None:
        self.everybody = everybody
        self.named: dict[str, UUID] = {}

    def live(self, act: Talking, moment: datetime) -> None:
        """``moment`` is aware, and never before that of an earlier act."""
        with clock.at(moment):
            DOES[act.does](self, act)

    def spaces(self, act: Talking) -> Spaces:
        return self.everybody[act.by].spaces

    def here(self, act: Talking) -> Here:
        return load_here(self.spaces(act))

    def desk(self, act: Talking) -> Desk:
        return load_desk(self.spaces(act), clock.now())

    def post(self, act: Talking) -> Post:
        found = find_post(self.spaces(act), self.named[act.of])
        if found is None:
            raise LookupError(act)
        return found.post

    def name_hour(self, act: Talking) -> None:
        hour.name_hour(self.here(act), act.hour)

    def agree_to_hour(self, act: Talking) -> None:
        here = self.here(act)
        if here.ledger.wish is None:
            raise LookupError(act)
        hour.agree_to_hour(here, here.ledger.wish.hour)

    def ask(self, act: Talking) -> None:
        """Within the hour that both chose, so that it is asked at once."""
        wish = asking.Wish(act.words, act.sort, "writing", "", ())
        if asking.ask(self.here(act), wish, once=act.named) != "asked":
            raise ValueError(act)
        self.named[act.named] = next(reversed(self.here(act).ledger.standings))

    def answer(self, act: Talking) -> None:
        said = Answer(question=self.named[act.of], how="writing", words=act.words)
        answering.answer(self.here(act), said.question, said)

    def thank(self, act: Talking) -> None:
        asking.thank(self.here(act), self.named[act.of])

    def park(self, act: Talking) -> None:
        here, question = self.here(act), self.named[act.of]
        look_on = here.today + timedelta(days=act.days)
        answering.offer_parking(here, Parking(question=question, why=act.words, look_on=look_on, whom="therapist"))

    def agree_to_park(self, act: Talking) -> None:
        answering.answer_parking(self.here(act), self.named[act.of], is_yes=True)

    def finish_letter(self, act: Talking) -> None:
        desk.finish(self.desk(act), act.sort, SORTS[act.sort].parts_of(act.parts), once="")
        if waiting := self.desk(act).waiting(act.sort):
            self.named[act.named] = waiting.letter

    def send_letter(self, act: Talking) -> None:
        desk.send(self.desk(act), act.sort)

    def tell_heard(self, act: Talking) -> None:
        here, (one, two, three) = self.desk(act), act.things
        reading.open_door(here, self.named[act.of])
        reading.tell_heard(here, self.post(act), (one, two, three))

    def write_back(self, act: Talking) -> None:
        reading.write_back(self.desk(act), self.post(act), act.words)

    def never_send(self, act: Talking) -> None:
        parts = one_part("A letter that is never sent", act.words)
        own.keep_own(self.desk(act), Kept(sort="never", goes="never", parts=parts, to=act.to), once="")

    def talk(self, act: Talking) -> None:
        """A whole guided conversation, move by move, until both have said how it was."""
        now = clock.now()
        wish = talks.Wish(FLOWS[act.sort], act.minutes, act.to, is_first=True)
        talks.ask(self.spaces(act), wish, now)
        for number, move in enumerate(act.moves, start=1):
            moment = now + number * A_MOVE
            with clock.at(moment):
                self._move(act, move, moment)
        for who, words in act.was.items():
            _leave(self.everybody[who], words)

    def take_space(self, act: Talking) -> None:
        now = clock.now()
        until = now + timedelta(minutes=act.minutes)
        taking_space.take_space(self.spaces(act), until, act.words, now, once="sample")
        with clock.at(until - EARLY):
            taking_space.come_back(self.spaces(act), until - EARLY)

    def _move(self, act: Talking, move: str, moment: datetime) -> None:
        """“robin pass”: who does it, and what."""
        name, _, event = move.partition(" ")
        person = next(each for each in self.everybody.values() if each.name.lower() == name)
        step = _live(person).step
        if event == "line":
            ends_on = moment.date() + timedelta(days=act.days)
            is_so = talks.write_line(person.spaces, act.words, ends_on, step, moment)
        else:
            is_so = talks.act(person.spaces, event, step, moment)
        if not is_so:
            raise ValueError(move)


def _leave(person: SamplePerson, words: str) -> None:
    """Says how it was, to themself alone, and puts the talk aside."""
    live = _live(person)
    title = FLOWS[live.flow].facts.title
    talks.keep_ending(person.spaces.private, Ending(talk=live.id, title=title, how=4, heard=8, words=words))
    talks.set_aside(person.spaces.private, live.id)


def _live(person: SamplePerson) -> Live:
    live = read_live(person.shared)
    if live is None:
        raise LookupError
    return live


DOES: dict[str, Callable[[Talks, Talking], None]] = {
    "hour": Talks.name_hour,
    "hour-yes": Talks.agree_to_hour,
    "ask": Talks.ask,
    "answer": Talks.answer,
    "thanks": Talks.thank,
    "park": Talks.park,
    "park-yes": Talks.agree_to_park,
    "letter": Talks.finish_letter,
    "send": Talks.send_letter,
    "heard": Talks.tell_heard,
    "letter-back": Talks.write_back,
    "never": Talks.never_send,
    "talk": Talks.talk,
    "space": Talks.take_space,
}
