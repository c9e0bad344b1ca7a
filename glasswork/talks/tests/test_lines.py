"""Lines that both saved in a talk: notes that never count by themselves, and that either takes back."""

import pytest

from glasswork.spaces.reading import Want, read_entries
from glasswork.talks.kinds import TAG, NoLonger
from glasswork.talks.lines import KeptLine, lines_of
from glasswork.talks.tests.make import live_of, page, press, start
from tests.cast import Actor, close_space

type Couple = tuple[Actor, Actor]
WORDS = "We both leave our phones in the hall at night."


def save_line(ana: Actor, ben: Actor, words: str = WORDS) -> KeptLine:
    """Ana writes it in a talk of theirs, and Ben saves it with her."""
    start(ana, ben, "lines-talk")
    for who, act in ((ana, "done"), (ben, "done"), (ana, "pass"), (ana, "yes")):
        press(who, act)
    press(ana, "line", both_say=words, hinted="yes")
    press(ben, "save")
    press(ana, "stop")
    return lines(ana)[0]


def lines(actor: Actor) -> list[KeptLine]:
    spaces = actor.spaces
    found = lines_of(read_entries(*(Want(space, tags=(TAG,)) for space in spaces.all() if space.is_shared)))
    return [each for some in found.values() for each in some]


def listed(actor: Actor) -> str:
    return actor.get("/talks/").content.decode()


def test_a_line_of_a_talk_counts_nowhere_and_says_so(couple: Couple) -> None:
    """It never met the guard that lines meet, so it must not stand as one."""
    ana, ben = couple
    save_line(ana, ben)
    for text in (listed(ben), ben.get("/talks/now/").content.decode()):
        assert WORDS in text
        assert "These don’t count yet" in text
        assert 'href="/lines/"' in text
    assert WORDS not in ben.get("/lines/").content.decode()
    assert WORDS not in ben.get("/lines/new/").content.decode()


def test_its_writer_takes_the_words_back_and_both_see_that(couple: Couple) -> None:
    ana, ben = couple
    line = save_line(ana, ben)
    assert listed(ana).count(f'value="{line.id}"') == 1
    ana.post("/talks/lines/withdrawal/", {"line": str(line.id)})
    for actor in couple:
        assert WORDS not in listed(actor)
        assert "took a line of this talk back" in listed(actor)
    ana.post("/talks/lines/withdrawal/", {"line": str(line.id)})
    assert lines(ben)[0].ended_by == ana.account.id


def test_whoever_said_yes_takes_that_back_once_and_no_words_of_the_others(couple: Couple) -> None:
    ana, ben = couple
    line = save_line(ana, ben)
    for _ in range(2):
        ben.post("/talks/lines/withdrawal/", {"line": str(line.id)})
    assert WORDS in listed(ana)
    assert "took their yes to it back" in listed(ana)
    entries = read_entries(Want(ana.shared, tags=(TAG,)))
    assert len([each for each in entries if isinstance(each.value, NoLonger)]) == 1
    assert f'value="{line.id}"' not in listed(ben)


def test_after_sharing_stopped_ones_own_words_can_still_be_taken_back(couple: Couple) -> None:
    ana, ben = couple
    line = save_line(ana, ben)
    close_space(ana.private, ana.shared)
    ben.post("/talks/lines/withdrawal/", {"line": str(line.id)})
    assert lines(ana)[0].line is not None
    ana.post("/talks/lines/withdrawal/", {"line": str(line.id)})
    assert lines(ben)[0].line is None


@pytest.mark.parametrize("line", ["", "x", "00000000-0000-4000-8000-000000000000"])
def test_a_made_up_line_takes_nothing_back(couple: Couple, max_: Actor, line: str) -> None:
    ana, ben = couple
    kept = save_line(ana, ben)
    ben.post("/talks/lines/withdrawal/", {"line": line})
    max_.post("/talks/lines/withdrawal/", {"line": str(kept.id)})
    assert lines(ana) == [kept]


def test_words_that_would_rule_the_others_life_are_not_shown_in_a_talk(couple: Couple) -> None:
    """Only their writer learns why, and a second press does not send them either."""
    ana, ben = couple
    start(ana, ben, "lines-talk")
    for who, act in ((ana, "done"), (ben, "done"), (ana, "pass"), (ben, "said"), (ana, "yes")):
        press(who, act)
    before = live_of(ben)
    for more in ({}, {"hinted": "yes"}):
        text = press(ana, "line", both_say="You share your live location with me all day.", **more).content.decode()
        assert "In Our lines such words rest for a day first" in text
        assert "live location" in text
    assert live_of(ben) == before
    press(ana, "line", both_say="I’ll tell you when my plans change.")
    assert "plans change" in page(ben)
