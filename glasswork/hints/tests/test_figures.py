"""How well the rules read the lines that were written with them; ``docs/hints.md`` holds these and the unseen ones."""

from glasswork.hints.looking import look
from glasswork.hints.tests.sets import by_class, false_alarms, found, hinted, read, stirred, told

PAIRS = read("pairs")["pair"]
OWN = read("own_words")


def test_the_sets_are_as_large_as_they_should_be() -> None:
    assert len(PAIRS) >= 150
    assert {pair["class"] for pair in PAIRS} == set(range(1, 11))
    assert len(read("kind")["lines"]) >= 120
    assert len(told(OWN)) + len(OWN["none"]) >= 400


def test_what_blames_is_hinted_with_its_class() -> None:
    share = hinted([(pair["class"], pair["blaming"]) for pair in PAIRS] + by_class("blaming"))
    assert share.part >= 0.95, share.wrong


def test_what_is_kind_stays_quiet() -> None:
    share = stirred([pair["kinder"] for pair in PAIRS] + read("kind")["lines"])
    assert share.part <= 0.03, share.wrong


def test_every_trap_stays_quiet() -> None:
    assert stirred(read("kind")["traps"]).wrong == ()


def test_own_words_that_call_for_help_are_led_to_it() -> None:
    share = found(told(OWN))
    assert share.part >= 0.95, share.wrong


def test_other_words_are_not() -> None:
    share = false_alarms(OWN["none"])
    assert share.part <= 0.03, share.wrong


def test_the_kind_of_help_is_right() -> None:
    right = [look(text).help == kind for kind in ("self-harm", "violence", "control") for text in OWN[kind]]
    assert sum(right) / len(right) >= 0.95


def test_public_rows_that_are_own_words_are_found_and_the_others_are_not() -> None:
    sets = read("public_rows")["set"]
    assert found([text for each in sets for text in told(each)]).part >= 0.9
    assert false_alarms([text for each in sets for text in each.get("none", [])]).wrong == ()


def test_no_report_of_harm_gets_a_hint() -> None:
    for text in told(OWN):
        assert look(text).hints == (), text
