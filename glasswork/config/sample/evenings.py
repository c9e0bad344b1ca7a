"""Lives the sample's evenings, oldest first, with the clock set to each: check-ins, waiting, saying back."""

from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime, time, timedelta
from uuid import UUID

from glasswork.checkin import actions
from glasswork.checkin.drafts import Form
from glasswork.checkin.evening import Evening as EveningOf
from glasswork.checkin.evening import load_evening
from glasswork.checkin.forms import Cleaned, clean
from glasswork.checkin.kinds import Heard, Reply, Verdict
from glasswork.checkin.rounds import WAIT
from glasswork.config.sample.people import ZONE, SamplePerson
from glasswork.config.sample.words import Anybody, Evening, EveningAlone, Name, Said, Side, read_replies
from glasswork.lib import clock
from glasswork.lib.evenings import TURN, evening_of, zone_of
from glasswork.programme.prompts import Prompt, Who, prompt_of_evening
from glasswork.spaces.kinds import Kind
from glasswork.spaces.opening import Spaces
from glasswork.spaces.reading import slot_of

BETWEEN_ANSWERS = timedelta(minutes=17)
BETWEEN_PARTS = timedelta(minutes=6)
JUST_NOW = timedelta(minutes=12)
TEXTS = ("feel", "when", "because", "would_help", "good", "move", "why")

type Couple = Mapping[Name, SamplePerson]
type Everybody = Mapping[Anybody, SamplePerson]


class Diary:
    """Remembers who has answered which question, so that nobody says the same thing twice."""

    def __init__(self, now: datetime) -> None:
        self.now = now
        self.zone = zone_of(ZONE)
        self.today = evening_of(now, self.zone)
        self.replies = read_replies()
        self.asked: Counter[tuple[str, str]] = Counter()

    def live(self, couple: Couple, evening: Evening) -> None:
        """One evening of two: their answers, then what they said back."""
        moment, round_id = self.start(evening.ago, evening.starts), None
        for name, side in evening.sides:
            with clock.at(moment):
                round_id = self._answer(couple[name], name, side, moment)
            moment += BETWEEN_ANSWERS
        if round_id:
            _say_back(couple, evening.after, round_id, moment)

    def live_alone(self, person: SamplePerson, evening: EveningAlone) -> None:
        moment = self.start(evening.ago, evening.starts)
        with clock.at(moment):
            self._keep(person, person.name.lower(), evening, moment)

    def start(self, ago: int, starts: str) -> datetime:
        """A little after eight, and never the same; today's may not lie in the future, nor before the day."""
        day = self.today - timedelta(days=ago)
        hour = time.fromisoformat(starts) if starts else time(20, ago * 13 % 50)
        start = self.on(ago, hour.isoformat())
        earliest = datetime.combine(day, TURN, self.zone).astimezone(UTC)
        return start if ago else max(earliest, min(start, self.now - JUST_NOW))

    def on(self, ago: int, at: str) -> datetime:
        """``at`` is HH:MM by the couple's clock, so many days before today."""
        day = self.today - timedelta(days=ago)
        return datetime.combine(day, time.fromisoformat(at), self.zone).astimezone(UTC)

    def _answer(self, person: SamplePerson, name: str, side: Side, moment: datetime) -> UUID | None:
        """The round, once it is open."""
        if side.fate == "kept":
            self._keep(person, name, side, moment)
            return None
        filled = self._fill(person.spaces, name, side, moment)
        sealed = actions.seal_answer(person.spaces, moment, filled.words, filled.trust)
        if side.fate != "sealed":
            self._decide(person, side, moment + WAIT)
        return sealed.round if sealed.is_open else None

    def _keep(self, person: SamplePerson, name: str, side: Side, moment: datetime) -> None:
        filled = self._fill(person.spaces, name, side, moment)
        form = Form(once=f"sample {evening_of(moment, zone_of(ZONE))}", is_alone=True)
        actions.keep_for_myself(person.spaces, moment, filled.words, filled.trust, form=form)

    def _decide(self, person: SamplePerson, side: Side, moment: datetime) -> None:
        """What its writer does with an answer that nobody has met for a day."""
        with clock.at(moment):
            evening: EveningOf = load_evening(person.spaces, moment)
            act = actions.share_anyway if side.fate == "shared-anyway" else actions.keep_mine
            act(evening, evening.held[0])

    def _fill(self, spaces: Spaces, name: str, side: Side, moment: datetime) -> Cleaned:
        """The evening's form as they would have sent it."""
        prompt = question_of(spaces, moment)
        fields = {field: [getattr(side, field)] for field in TEXTS}
        fields |= {field: [str(getattr(side, field) or "")] for field in ("closeness", "trust")}
        fields |= {"feelings": list(side.feelings), "prompt": [prompt.id]}
        fields["reply"] = [] if side.leaves_question else [self._reply(name, prompt)]
        return clean(fields)

    def _reply(self, name: str, prompt: Prompt) -> str:
        times = self.asked[name, prompt.id]
        self.asked[name, prompt.id] += 1
        known = self.replies.get(prompt.id)
        said: tuple[str, ...] = getattr(known, name) if known else ()
        return said[times] if times < len(said) else ""


def question_of(spaces: Spaces, moment: datetime) -> Prompt:
    """The question that the check-in page asks these people at that moment."""
    who: Who = "both" if spaces.shared else "alone"
    seed = slot_of(spaces.shared or spaces.private, "questions")
    return prompt_of_evening(evening_of(moment, zone_of(ZONE)), who, seed)


def _say_back(couple: Couple, after: tuple[Said, ...], round_id: UUID, moment: datetime) -> None:
    spoken: Counter[tuple[str, str]] = Counter()
    for said in after:
        with clock.at(moment):
            _say(couple[said.by], said, round_id, spoken)
        moment += BETWEEN_PARTS


def _say(person: SamplePerson, said: Said, round_id: UUID, spoken: Counter[tuple[str, str]]) -> None:
    """``spoken`` counts what each has said back, and judged, in this round so far."""
    part = {"heard": "heard", "aloud": "heard", "reply": "reply"}.get(said.says, "verdict")
    spoken[said.by, part] += 1
    attempt = spoken[said.by, part]
    value: Kind
    if part == "heard":
        value = Heard(round=round_id, attempt=attempt, text=said.text, aloud=said.says == "aloud")
    elif part == "verdict":
        value = Verdict(round=round_id, attempt=attempt, is_it=said.says == "yes", adds=said.text)
    else:
        value = Reply(round=round_id, text=said.text)
    name = part if part == "reply" else f"{part}-{attempt}"
    actions.add_part(person.spaces.private, person.shared, name, value, round_id=round_id)
