"""Evenings of the usual length: about 75 words an answer, 15 for saying back."""

from datetime import date
from uuid import UUID

from glasswork.checkin.kinds import Answer, Heard, Trust, Verdict, Words
from glasswork.programme.feelings import FEELINGS
from glasswork.programme.prompts import PROMPTS

WHEN = "you came in and the kitchen was already tidy and nobody said a word about it until supper"
BECAUSE = "I had got myself ready for a talk about the week and then there was only soup"
WOULD_HELP = "we said at the door whether it is a talking evening or a quiet one"
REPLY = "The walk round by the mill, the long way, with the dog pulling all the way up the hill & back."
GOOD = "The soup. It had too much pepper in it, and we both finished it."
HEARD = "You had got yourself ready for a talk, and then there was only soup. You would like to know at the door."


def answer(round_id: UUID, evening: date, number: int) -> Answer:
    prompt = PROMPTS[number % len(PROMPTS)]
    feelings = {each.id: each.word for each in (FEELINGS[number % 40], FEELINGS[number % 37 + 1])}
    words = Words(
        feelings=feelings,
        closeness=number % 5 + 1,
        feel="a bit lost",
        when=WHEN,
        because=BECAUSE,
        would_help=WOULD_HELP,
        prompt=prompt.id,
        prompt_version=prompt.version,
        question=prompt.text,
        reply=REPLY,
        good=GOOD,
    )
    return Answer(round=round_id, evening=evening, words=words)


def trust(evening: date, number: int) -> Trust:
    return Trust(evening=evening, trust=number % 5 + 1, move=("rose", "dipped", "same")[number % 3], why="The message.")


def heard(round_id: UUID, number: int) -> Heard:
    return Heard(round=round_id, attempt=1, text=HEARD[: 60 + number])


def verdict(round_id: UUID) -> Verdict:
    return Verdict(round=round_id, attempt=1, is_it=True)
