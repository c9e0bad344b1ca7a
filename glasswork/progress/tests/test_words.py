"""The jar, letters of a month and looks back: kept once, sent only when it was meant, never lost."""

import re
from datetime import timedelta

import pytest
import time_machine

from glasswork.progress.kinds import JAR, LETTERS, LOOKS
from glasswork.progress.tests.make import EVENING, answer, page, put_in, window
from glasswork.promises.tests.make import promise, say
from glasswork.safety.actions import keep_answer
from glasswork.safety.rules import make_answer
from glasswork.spaces.opening import OpenSpace
from glasswork.spaces.reading import Want, read_entries
from tests.cast import Actor, close_space, make_actor, pair

Couple = tuple[Actor, Actor]
MONTH = "/how-far/letters/2026-11/"


def number_of(space: OpenSpace, tag: str) -> int:
    return len(read_entries(Want(space, tags=(tag,))))


def test_what_goes_into_the_jar_for_two_comes_out_for_both(couple: Couple) -> None:
    ana, ben = couple
    assert "The jar is empty" in page(ben, "/how-far/jar/one/")
    for _ in range(2):
        put_in(ana, "You told me about the fine", act="share", sort="honest")
    assert number_of(ana.shared, JAR) == 1
    out = page(ben, "/how-far/jar/one/")
    assert "You told me about the fine" in out
    assert "Ana, 19 November 2026" in out
    assert "Erase these words" not in out
    assert "Ana put something in the jar." in page(ben, "/today/")
    assert "in the jar." not in page(ana, "/today/")


def test_words_that_cannot_go_come_back(couple: Couple) -> None:
    ana, _ = couple
    for words, act in (("", "keep"), ("x" * 600, "share"), ("You never laugh with me", "share")):
        back = ana.post("/how-far/jar/", {"words": words, "sort": "laugh", "act": act, "once": "o"})
        assert back.status_code == 200
        assert words in back.content.decode()
    assert number_of(ana.shared, JAR) == number_of(ana.private, JAR) == 0
    hinted = {"words": "You never laugh with me", "act": "share", "hinted": "yes", "once": "o"}
    assert ana.post("/how-far/jar/", hinted).status_code == 302


def test_a_letter_is_made_of_ones_own_month(couple: Couple) -> None:
    ana, ben = couple
    answer(ana, good="the walk by the weir")
    answer(ben, good="nothing of hers")
    say(ana, promise(ana, "I’ll ring at six"), "kept")
    put_in(ana, "the dog on the cake")
    with time_machine.travel(EVENING + timedelta(days=30), tick=False):
        ana.sign_in()
        put_in(ana, "of December")
        letter = page(ana, MONTH)
    ana.sign_in()
    for words in ("the walk by the weir", "I’ll ring at six", "the dog on the cake"):
        assert words in letter
    assert "nothing of hers" not in letter
    assert "of December" not in letter
    for path in ("2027-01", "2026-13", "november", "2026-1"):
        assert ana.get(f"/how-far/letters/{path}/").status_code == 404


def test_months_begin_where_somebody_began(ana: Actor) -> None:
    assert "/how-far/letters/2026-11/" in page(ana, "/how-far/letters/")
    assert "/how-far/letters/2026-10/" not in page(ana, "/how-far/letters/")
    with time_machine.travel(EVENING + timedelta(days=400), tick=False):
        ana.sign_in()
        text = page(ana, "/how-far/letters/")
    assert len(re.findall(r"/how-far/letters/2027-\d\d/", text)) == 6


def test_a_letter_is_shown_before_it_goes(couple: Couple) -> None:
    ana, ben = couple
    sent = {"words": "My November\n\nWe laughed.", "once": "o"}
    shown = ana.post(MONTH, {**sent, "act": "show"})
    assert "We laughed." in shown.content.decode()
    assert "We laughed." not in page(ben, "/how-far/letters/")
    assert "We laughed." in ana.post(MONTH, {**sent, "act": "change"}).content.decode()
    for _ in range(2):
        assert ana.post(MONTH, {**sent, "act": "send", "hinted": "yes"}).status_code == 302
    assert number_of(ana.shared, LETTERS) == 1
    assert "We laughed." in page(ben, "/how-far/letters/")
    ana.post(MONTH, {**sent, "act": "keep"})
    assert number_of(ana.private, LETTERS) == 1


def test_looking_back_takes_nothing_out(ana: Actor) -> None:
    put_in(ana, "we laughed")
    before = window(ana)
    path = "/how-far/looking-back/new/"
    assert "Write a line in one of the three" in ana.post(path, {"once": "o"}).content.decode()
    for _ in range(2):
        assert ana.post(path, {"happened": "I rang them", "onward": "I’ll tell Mo", "once": "o"}).status_code == 302
    assert number_of(ana.private, LOOKS) == 1
    looks = page(ana, "/how-far/looking-back/")
    assert "I rang them" in looks
    assert "What held this time?" not in looks
    after = window(ana)
    assert all(after.counts[part] >= before.counts[part] for part in before.counts)
    assert [event.sort for event in after.events] == ["looked-back"]


def test_what_is_typed_waits_sealed(ana: Actor) -> None:
    ana.post("/how-far/draft/looking-back/", {"held": "I went for a walk", "once": "o"})
    ana.post("/how-far/draft/letter-2026-11/", {"words": "half a letter", "once": "o"})
    assert "I went for a walk" in page(ana, "/how-far/looking-back/new/")
    assert "half a letter" in page(ana, MONTH)
    ana.post("/how-far/draft/jar/", {"words": "half a laugh", "sort": "laugh", "once": "o"})
    assert re.search(r'value="laugh"[^>]*checked', page(ana, "/how-far/jar/"))
    for form in ("nothing", "letter-2026-13", "letter-20", "jar-2026"):
        assert ana.post(f"/how-far/draft/{form}/", {"words": "x"}).status_code == 404


def test_words_stay_with_whoever_wrote_them(couple: Couple) -> None:
    """After parting, and with somebody new: a letter keeps its author, and the jar no longer gives out their words."""
    ana, ben = couple
    ben.post(MONTH, {"words": "ours", "act": "send", "hinted": "yes", "once": "o"})
    put_in(ben, "the heron", act="share")
    close_space(ben.private, ben.shared)
    assert "From Ben" in page(ana, "/how-far/letters/")
    assert "Ben, 19 November 2026" in page(ana, "/how-far/jar/one/")
    pair(ana, make_actor("Cleo"))
    ana.sign_in()
    letters = page(ana, "/how-far/letters/")
    assert "From Ben" in letters
    assert "From Cleo" not in letters
    assert "the heron" not in page(ana, "/how-far/jar/one/")


@pytest.mark.parametrize("path", ["/how-far/jar/", MONTH])
def test_nothing_goes_out_while_steps_for_two_rest(couple: Couple, path: str) -> None:
    ana, ben = couple
    keep_answer(ana.spaces, make_answer("no", None), once="safe")
    sent = ana.post(path, {"words": "a line for Ben", "act": "send" if path == MONTH else "share", "once": "o"})
    assert "a line for Ben" in sent.content.decode()
    assert "Send it to" not in page(ana, MONTH)
    assert ana.shared.sequence == ben.shared.sequence == 2
