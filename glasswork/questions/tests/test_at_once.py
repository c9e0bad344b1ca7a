"""Two taps at the same moment give one result, whoever was first."""

from datetime import timedelta
from uuid import UUID

from glasswork.lib import clock
from glasswork.questions.kinds import Answer, Asked, ParkingWord, Promised
from glasswork.questions.tests.make import all_of, ask, say
from tests.at_once import repeated, together
from tests.cast import Actor, make_couple


def asked_two_nights_ago() -> tuple[Actor, Actor, UUID]:
    """Its hour has come since, and nobody’s step has placed it yet."""
    ana, ben = make_couple()
    for actor in (ana, ben):
        actor.post("/me/settings/", {"zone": "UTC"})
    with clock.at((clock.now() - timedelta(days=2)).replace(hour=2)):
        question = ask(ana)
    return ana, ben, question


def both_place_it() -> str:
    ana, ben, question = asked_two_nights_ago()
    day = str(clock.now().date())
    together(
        lambda: say(ben, question, "day", by=day),
        lambda: ana.post("/questions/hour/", {"hour": "19", "act": "name"}),
    )
    assert [asked.id for asked in all_of(ana, Asked)] == [question]
    return "named" if all_of(ana, Promised) else "placed"


def two_tabs_answer() -> str:
    ana, ben, question = asked_two_nights_ago()
    together(*(lambda words=words: say(ben, question, "answer", words=words) for words in ("Yes.", "Twice.")))
    said: list[str] = [answer.words for answer in all_of(ana, Answer)]
    assert len(said) == 1, said
    return said[0]


def yes_and_no_at_once() -> str:
    ana, ben, question = asked_two_nights_ago()
    in_a_week = str(clock.now().date() + timedelta(days=7))
    say(ben, question, "parking", why="It is heavy", look_again_on=in_a_week)
    together(*(lambda act=act: say(ana, question, "parking", act=act) for act in ("yes", "no")))
    said = [word.is_yes for word in all_of(ana, ParkingWord)]
    assert len(said) == 1, said
    return "yes" if said[0] else "no"


def test_what_both_place_at_once_is_there_once() -> None:
    assert sum(repeated(both_place_it, 4).values()) == 4


def test_two_answers_at_once_are_one() -> None:
    assert sum(repeated(two_tabs_answer, 4).values()) == 4


def test_a_yes_and_a_no_at_once_are_one_of_the_two() -> None:
    assert sum(repeated(yes_and_no_at_once, 4).values()) == 4
