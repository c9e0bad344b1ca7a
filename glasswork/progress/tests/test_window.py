"""The window: what both know fills it, the river is one's own, nothing falls out, and either may hide it."""

import re
from datetime import timedelta
from uuid import UUID, uuid4

import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from glasswork.checkin.kinds import Answer, Words
from glasswork.progress.kinds import MOST_EVENINGS, MOST_EVENTS, MOST_HALVES, ONE_SIZE, Event, New, Tally, filled
from glasswork.progress.pictures import SEAMS, being_filled, capacity, look_of, pictures_of
from glasswork.progress.tally import ALONE, OURS, OWN_PARTS, RIVER, SHARED_PARTS, fold
from glasswork.progress.tests.make import EVENING, TODAY, answer, page, picture, put_in, window
from glasswork.progress.weeks import KEPT_EVENINGS, MOST_WEEKS
from glasswork.promises.kinds_of_telling import Mended
from glasswork.promises.tests.make import mend, promise, say, tell, word
from glasswork.spaces.kinds import Kind, encode
from glasswork.spaces.reading import Opened
from glasswork.ui.window import read_window
from tests.cast import Actor, close_space

Couple = tuple[Actor, Actor]


def test_the_first_day_is_a_pencil_drawing(ana: Actor) -> None:
    shown = page(ana, "/how-far/")
    assert "It fills as you go. There is no hurry." in shown
    assert 'class="w-lead"' not in shown
    assert len(shown) < 60_000


def test_what_both_know_fills_it_for_both(couple: Couple) -> None:
    ana, ben = couple
    for actor in couple:
        answer(actor, good="we laughed")
    assert [dict(picture(actor).panes) for actor in couple] == [{"sky": 1, "sun": 1, "hills": 0, "river": 0}] * 2
    made = promise(ana)
    say(ana, made, "kept")
    assert picture(ben).panes["hills"] == 0  # only said by its giver so far
    word(ben, made, "yes")
    assert picture(ben).panes["hills"] == picture(ana).panes["hills"] == 1
    assert "a promise was kept" in page(ben, "/how-far/")


def test_the_river_is_ones_own(couple: Couple) -> None:
    ana, ben = couple
    ana.post("/exercises/breathing/", {"w-noticed": "my feet", "once": "x"})
    put_in(ana, "I laughed on the bus")
    assert picture(ana).panes["river"] == 1
    assert picture(ben).panes["river"] == 0
    assert window(ana).so_far == ""
    assert "fills as you go" not in page(ana, "/how-far/")
    put_in(ana, "the dog sat on the cake", act="share")
    assert [window(actor).so_far for actor in couple] == ["One pane so far."] * 2
    assert "I laughed" not in page(ben, "/how-far/jar/one/")


def test_a_mended_slip_is_gold_once_both_have_said_so(couple: Couple) -> None:
    ana, ben = couple
    told = tell(ben)
    mend(ben, told)
    ana.post(f"/promises/told/{told}/reply/", {"act": "helps", "attempt": "1"})
    ana.post(f"/promises/told/{told}/mended/")
    assert picture(ana).gold == 0
    ben.post(f"/promises/told/{told}/mended/")
    assert [picture(actor).gold for actor in couple] == [1, 1]
    assert page(ana, "/how-far/").count('class="w-gold"') == 1


def test_nothing_falls_out_when_words_are_taken_back(couple: Couple) -> None:
    ana, ben = couple
    put_in(ana, "the dog sat on the cake", act="share")
    before = picture(ana)
    entry = re.search(r"words/([0-9a-f-]{36})/erasure", page(ana, "/how-far/jar/one/"))
    assert entry
    assert ben.post(f"/how-far/words/{entry[1]}/erasure/").status_code == 404
    ana.post(f"/how-far/words/{entry[1]}/erasure/", {"came_from": "jar"})
    assert "the dog" not in page(ana, "/how-far/jar/one/")
    assert picture(ana) == before
    assert before.panes["sun"] == 1


def test_the_newest_pane_is_bright_all_round_also_where_the_frame_covers_its_rim(couple: Couple) -> None:
    put_in(couple[0], "the dog sat on the cake", act="share")
    shown = page(couple[0], "/how-far/")
    bright = re.search(r'<g fill="none" stroke="#fff" clip-path="url\(#w-n\)">.*?</g>', shown)
    assert bright
    assert f'd="{read_window().frame}"' in bright[0]


def test_a_full_picture_is_followed_by_another() -> None:
    full = capacity()
    assert len(pictures_of(dict.fromkeys(full, 0), 0)) == 1
    pictures = pictures_of({**full, "river": 2}, len(SEAMS) + 1)
    assert [each.is_full for each in pictures] == [True, False]
    assert being_filled(pictures).number == 2
    assert [each.gold for each in pictures] == [len(SEAMS), 1]
    assert [each.panes["sky"] for each in pictures_of({**dict.fromkeys(full, 0), "sky": 60}, 0)] == [49, 11]


def test_each_couple_has_a_picture_of_its_own_that_both_see_alike(couple: Couple, sam: Actor) -> None:
    ana, ben = couple
    assert look_of(ana.shared.id) == look_of(ben.shared.id) != look_of(sam.private.id)
    assert sum(len(panes) for panes in look_of(ana.shared.id).panes.values()) == 117


def test_it_can_be_hidden_for_oneself(couple: Couple) -> None:
    ana, ben = couple
    ana.post("/how-far/hiding/", {"act": "hide"})
    assert "<title id=" not in page(ana, "/how-far/").replace("c-slim", "")
    assert 'class="window"' in page(ben, "/how-far/")
    put_in(ana, "one more")
    assert window(ana).counts["river"] == 1
    assert 'class="window"' not in page(ana, "/how-far/")
    ana.post("/how-far/hiding/", {"act": "show"})
    assert 'class="window"' in page(ana, "/how-far/")


def test_somebody_alone_has_a_whole_window(sam: Actor) -> None:
    sam.post("/check-in/", {"feel": "calm", "good": "the sea", "act": "keep", "once": "one"})
    put_in(sam, "I said no")
    assert dict(picture(sam).panes) == {"sky": 1, "sun": 1, "hills": 0, "river": 0}
    assert "you noticed a good thing" in page(sam, "/how-far/") or "a laugh went" in page(sam, "/how-far/")


def test_a_clock_that_was_set_back_loses_nothing(ana: Actor) -> None:
    put_in(ana, "before")
    assert window(ana).counts["sun"] == 1
    with time_machine.travel(EVENING - timedelta(days=40), tick=False):
        ana.sign_in()
        for number in range(5):
            put_in(ana, f"after {number}")
        assert window(ana).counts["sun"] == 2


def test_what_one_has_said_waits_for_the_other_for_months() -> None:
    """Neither the evenings since then, nor a second word of the same person, stand in its way."""
    ana, ben, told = uuid4(), uuid4(), uuid4()
    evenings = [Answer(round=uuid4(), evening=TODAY, words=Words()) for _ in range(100)]
    said: list[tuple[UUID, Kind]] = [(ana, Mended(told=told)), *((ana, each) for each in evenings), (ben, evenings[-1])]
    said += [(ana, Mended(told=told)), (ben, Mended(told=told)), (ben, Mended(told=told))]
    tally = Tally()
    for number, (author, value) in enumerate(said, 1):
        entry = Opened(uuid4(), told, number, author, TODAY, b"", value, b"", b"")
        tally = fold(tally, [entry], (ana, ben), ana)
    assert tally.acts == {"evening": 1, "mended": 1}


def test_the_fullest_tally_is_as_large_as_an_empty_one() -> None:
    names = dict.fromkeys({**SHARED_PARTS, **OWN_PARTS, "mended": ""}, 0)
    full = Tally(
        upto=10**6,
        since=TODAY,
        acts=dict.fromkeys(names, 10**4),
        newest={whose: New("river", "own-evening", TODAY) for whose in (OURS, RIVER, ALONE)},
        firsts=dict.fromkeys(names, TODAY),
        halves={bytes(7) + bytes([n]): bytes(4) for n in range(MOST_HALVES + MOST_EVENINGS)},
        events=(Event(TODAY, "told-same-day", is_mine=False),) * MOST_EVENTS,
        evenings=dict.fromkeys(range(740_000, 740_000 + KEPT_EVENINGS), 5),
        weeks=dict.fromkeys(range(105_000, 105_000 + MOST_WEEKS), (35, 7)),
        is_hidden=True,
    )
    assert len(encode(filled(full))) <= ONE_SIZE + 8
    assert abs(len(encode(filled(full))) - len(encode(filled(Tally())))) <= 8


def test_a_second_visit_reads_little(couple: Couple) -> None:
    ana, _ = couple
    for actor in couple:
        answer(actor)
    page(ana, "/how-far/")
    with CaptureQueriesContext(connection) as queries:
        page(ana, "/how-far/")
    assert len(queries) <= 6
    assert all(query["sql"].startswith("SELECT") for query in queries)  # docs/decisions/0009


def test_what_was_shared_once_stays_to_be_seen_after_parting(couple: Couple) -> None:
    ana, ben = couple
    for actor in couple:
        answer(actor)
    close_space(ben.private, ben.shared)
    assert picture(ana).panes["sky"] == 1
    own = f"/how-far/window/{ana.private.id}/1/"
    assert own in page(ana, "/how-far/")
    page(ana, own)
    assert ana.get(f"/how-far/window/{ben.private.id}/1/").status_code == 404
