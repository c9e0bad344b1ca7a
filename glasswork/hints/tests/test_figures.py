"""How well the rules read the lines that were written with them; ``docs/hints.md`` holds these and the unseen ones."""

from glasswork.hints.tests.sets import by_class, false_alarms, found, hinted, look, read, said, side, stirred, told

PAIRS = read("pairs")["pair"]
OWN = read("own_words")
# A third of the large sets, for the time it takes; all of them are in ``python -m tests.hint_figures``.
EXAMS = ("fifth", "sixth", "seventh")  # hands from whom nothing was learned
TALK, SITUATIONS = said(side("talk", held_out=True)), side("situations", held_out=True)


def test_the_sets_are_as_large_as_they_should_be() -> None:
    assert len(PAIRS) >= 150
    assert {pair["class"] for pair in PAIRS} == set(range(1, 11))
    assert len(read("kind")["lines"]) >= 120
    assert len(told(OWN)) + len(OWN["none"]) >= 400
    assert sum(len(told(each)) + len(each.get("none", [])) for each in read("situations")["set"]) >= 1500
    assert len(said(read("talk")["set"])) >= 1000


def test_what_blames_is_hinted_with_its_class() -> None:
    share = hinted([(pair["class"], pair["blaming"]) for pair in PAIRS] + by_class("blaming"))
    assert share.part >= 0.95, share.wrong


def test_what_is_kind_stays_quiet() -> None:
    share = stirred([pair["kinder"] for pair in PAIRS] + read("kind")["lines"])
    assert share.part <= 0.03, share.wrong


def test_what_two_people_say_in_many_voices_is_read_as_it_is_meant() -> None:
    share = hinted([each for each in TALK if each[0]])
    assert share.part >= 0.86, share.wrong
    share = stirred([text for number, text in TALK if not number])
    assert share.part <= 0.06, share.wrong


def test_own_words_from_many_situations_are_led_to_help_and_others_hardly_are() -> None:
    share = found([text for each in SITUATIONS for text in told(each)])
    assert share.part >= 0.9, share.wrong
    # Most were written on purpose beside a cry for help; a missed one is worse than a quiet line that one can pass by.
    share = false_alarms([text for each in SITUATIONS for text in each.get("none", [])])
    assert share.part <= 0.04, share.wrong


def test_lines_of_strangers_are_read_as_they_are_meant() -> None:
    """As ``docs/hints.md`` says it; a new network must not read them much worse."""
    said_lines = [line for hand in EXAMS for line in by_class(f"{hand}_hints")]
    assert hinted([line for line in said_lines if line[0]]).part >= 0.94
    assert stirred([text for number, text in said_lines if not number]).part <= 0.035
    own = [read(f"{hand}_own_words") for hand in EXAMS]
    assert found([text for each in own for text in told(each)]).part >= 0.94
    assert false_alarms([text for each in own for text in each["none"]]).part <= 0.03


def test_every_trap_stays_quiet() -> None:
    assert stirred(read("kind")["traps"]).wrong == ()


def test_own_words_that_call_for_help_are_led_to_it() -> None:
    share = found(told(OWN))
    assert share.part >= 0.95, share.wrong


def test_other_words_hardly_are() -> None:
    share = false_alarms(OWN["none"])
    assert share.part <= 0.03, share.wrong


def test_the_kind_of_help_is_right() -> None:
    right = [look(text).help == kind for kind in ("self-harm", "violence", "control") for text in OWN[kind]]
    assert sum(right) / len(right) >= 0.95


def test_public_rows_that_are_own_words_are_found_and_the_others_hardly_are() -> None:
    sets = read("public_rows")["set"]
    assert found([text for each in sets for text in told(each)]).part >= 0.9
    assert false_alarms([text for each in sets for text in each.get("none", [])]).part <= 0.03


def test_no_report_of_harm_gets_a_hint() -> None:
    for text in told(OWN):
        assert look(text).hints == (), text
