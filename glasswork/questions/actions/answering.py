"""What a reader does: answers, names a day, or would like to park it; and what either does with parking."""

from datetime import date
from uuid import UUID

from glasswork.questions.actions.writing import act_in
from glasswork.questions.here import Here
from glasswork.questions.kinds import Answer, Later, Parking, ParkingWord, Promised
from glasswork.questions.standing import State, may_answer, never_parks, where
from glasswork.questions.unparkable import in_words
from glasswork.spaces.refused import MovedOn, Refused

MANY_ANSWERS = "You have taken your answer back twice. Talk about it face to face now."
MANY_DAYS = "Three days have been named for this one. Answer it now, or talk about it together."
MANY_PARKINGS = "Four times is enough to ask for that. Answer it, or name a day."
MANY_LATER = "Ten additions are plenty. Talk about the rest face to face."


def answer(here: Here, question_id: UUID, said: Answer) -> None:
    """Whatever was promised before. Raises MovedOn where it was taken back, answered or parked."""
    with act_in(here) as act:
        question = act.question(question_id)
        if question.is_mine or not may_answer(where(question), here.today):
            raise MovedOn
        part = question.next_part("answer")
        if part is None:
            raise Refused(MANY_ANSWERS)
        act.place(question, part, said)


def name_day(here: Here, question_id: UUID, by: date) -> None:
    with act_in(here) as act:
        question = act.question(question_id)
        if question.is_mine or not may_answer(where(question), here.today):
            raise MovedOn
        part = question.next_part("by")
        if part is None:
            raise Refused(MANY_DAYS)
        act.place(question, part, Promised(question=question_id, by=by))


def offer_parking(here: Here, parking: Parking) -> None:
    """By either; some facts can’t be parked."""
    with act_in(here) as act:
        question = act.question(parking.question)
        now = where(question)
        if not may_answer(now, here.today) or now.state is State.OFFERED:
            raise MovedOn
        if subjects := never_parks(question):
            raise Refused(f"This one is about {in_words(subjects)}. It needs an answer soon, so it can’t be parked.")
        part = question.next_part("park")
        if part is None:
            raise Refused(MANY_PARKINGS)
        act.place(question, part, parking)


def answer_parking(here: Here, question_id: UUID, *, is_yes: bool) -> None:
    """The other’s yes or no; whoever comes second finds it said."""
    with act_in(here) as act:
        question = act.question(question_id)
        now = where(question)
        if now.state is not State.OFFERED or now.offered_by == here.me:
            raise MovedOn
        part = question.next_part("park-word")
        if part is None:
            raise Refused(MANY_PARKINGS)
        act.place(question, part, ParkingWord(question=question_id, is_yes=is_yes))


def add_later(here: Here, later: Later) -> None:
    """Beside an answer of one’s own, with its own day; never instead of it."""
    with act_in(here) as act:
        question = act.question(later.question)
        if question.is_mine or where(question).state is not State.ANSWERED:
            raise MovedOn
        if later.words in {said.words for _, said in question.all(Later)}:
            return
        part = question.next_part("later")
        if part is None:
            raise Refused(MANY_LATER)
        act.place(question, part, later)
