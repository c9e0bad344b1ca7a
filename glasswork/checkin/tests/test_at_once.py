"""Two people press at the same moment, through the real pages: every outcome is a right one, and no words are lost."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import time_machine
from django.http import HttpResponse
from django.utils import timezone

from glasswork.checkin.actions import words_of
from glasswork.checkin.evening import Evening, load_evening
from glasswork.checkin.kinds import TAG, Alone, Answer, Held
from glasswork.spaces.common_kinds import Settings
from glasswork.spaces.reading import Want, read_all_slips, read_entries
from glasswork.spaces.record import Finding, check_record
from glasswork.spaces.writing import save_slip
from tests.at_once import TIMES, repeated, together
from tests.cast import Actor, make_couple

# The night on which clocks go back in London: an evening of 25 hours, so that for its last hour an answer may be joined
# and may also be shared by its writer alone.
LONG_EVENING = datetime(2026, 10, 24, 3, 10, tzinfo=UTC)
A_DAY_LATER = LONG_EVENING + timedelta(hours=24, minutes=20)
HELD = "/check-in/held/2026-10-24/"


def test_two_first_answers_open_one_round() -> None:
    assert repeated(two_answers) == {"open": TIMES}


def two_answers() -> str:
    ana, ben = make_couple()
    answers = together(seals(ana, "hers"), seals(ben, "his"))
    assert sorted(answer.headers["Location"] == "/check-in/" for answer in answers) == [False, True]
    assert_open_once(ana, ben)
    return "open"


def test_an_answer_sent_by_two_tabs_is_placed_once() -> None:
    assert repeated(two_tabs) == {"open": TIMES}


def two_tabs() -> str:
    ana, ben = make_couple()
    seals(ana, "hers")()
    together(seals(ben, "his"), seals(ben, "his"), seals(ana, "hers"))
    assert_open_once(ana, ben)
    return "open"


def test_taking_back_while_the_other_answers() -> None:
    assert_ways(repeated(take_back), "opened", "taken back")


def take_back() -> str:
    with at(LONG_EVENING):
        ana, ben = make_couple()
        seals(ana, "hers")()
        together(lambda: ana.post(HELD, {"act": "take-back"}), seals(ben, "his"))
        if answers_of(ana):
            assert_open_once(ana, ben)
            return "opened"
        assert (where(ana, "hers"), where(ben, "his")) == (["draft"], ["held"])
        assert_whole(ana, ben)
        return "taken back"


def test_sharing_anyway_while_the_other_answers() -> None:
    assert_ways(repeated(share_anyway), "opened together", "shared alone")


def share_anyway() -> str:
    ana, ben = waited_a_day()
    with at(A_DAY_LATER):
        sign_in(ana, ben)
        together(lambda: ana.post(HELD, {"act": "share"}), seals(ben, "his"))
        if len(answers_of(ana)) == 2:
            assert_open_once(ana, ben)
            return "opened together"
        assert (where(ana, "hers"), where(ben, "his")) == (["open"], ["held"])
        assert_whole(ana, ben)
        return "shared alone"


def test_keeping_it_while_the_other_answers() -> None:
    assert_ways(repeated(keep_mine), "opened", "kept")


def keep_mine() -> str:
    ana, ben = waited_a_day()
    with at(A_DAY_LATER):
        sign_in(ana, ben)
        together(lambda: ana.post(HELD, {"act": "keep"}), seals(ben, "his"))
        if answers_of(ben):
            assert_open_once(ana, ben)
            return "opened"
        assert (where(ana, "hers"), where(ben, "his")) == (["alone"], ["held"])
        assert_whole(ana, ben)
        return "kept"


def test_keeping_a_change_while_the_other_answers() -> None:
    assert_ways(repeated(keep_a_change), "opened", "kept")


def keep_a_change() -> str:
    """The changed words are kept either way; those that wait are gone, or open and her page says so."""
    ana, ben = make_couple()
    seals(ana, "hers")()
    changed = {"feel": "changed", "act": "keep", "changes": str(evening(ana).held[0].entry.id)}
    page, _ = together(lambda: ana.post("/check-in/", changed), seals(ben, "his"))
    assert where(ana, "changed") == ["alone"]
    if answers_of(ben):
        assert_open_once(ana, ben)
        assert page["Location"] == "/today/?kept=opened"
        return "opened"
    assert page["Location"] == "/today/?kept=alone"
    assert (where(ana, "hers"), where(ben, "his")) == ([], ["held"])
    assert_whole(ana, ben)
    return "kept"


def test_two_tabs_that_save_at_once_are_both_kept() -> None:
    assert repeated(two_drafts) == {"both": TIMES}


def two_drafts() -> str:
    ana, _ = make_couple()
    together(*(lambda tab=tab: ana.post("/check-in/draft/", {"feel": tab, "once": tab}) for tab in ("one", "two")))
    draft = evening(ana).draft(is_alone=False)
    assert {*draft.fields["feel"], *(text for piece in draft.apart for text in piece.fields["feel"])} == {"one", "two"}
    return "both"


def test_stopping_while_the_other_answers() -> None:
    assert_ways(repeated(stop_sharing), "opened before", "stopped before")


def stop_sharing() -> str:
    """Ana's answer waits; she stops sharing while Ben answers. His words are open, or back on his page."""
    ana, ben = make_couple()
    seals(ana, "hers")()
    parting = {"tell": "now", "words": "goodbye"}
    _, page = together(lambda: ana.post("/pairing/end/", parting), seals(ben, "his"))
    assert ana.spaces.shared is None
    assert_whole(ana, ben)
    if page.status_code == 302:
        assert len(answers_of(ana)) == len(answers_of(ben)) == 2
        assert not held_in(ana, ben)
        return "opened before"
    assert page.status_code == 200
    assert re.search(r">\s*his</textarea>", page.content.decode()), "his words are back in the form"
    assert where(ana, "hers") == ["held"], "it waits for her to keep it"
    assert not answers_of(ben)
    return "stopped before"


def test_two_who_stop_at_once_lose_no_words() -> None:
    assert repeated(two_stops) == {"stopped": TIMES}


def two_stops() -> str:
    """One parting is kept; the other's words come back on the page that says so."""
    ana, ben = make_couple()
    pages = together(
        *(lambda a=actor: a.post("/pairing/end/", {"tell": "now", "words": a.name}) for actor in (ana, ben))
    )
    late = [actor for actor, page in zip((ana, ben), pages, strict=True) if page.status_code == 200]
    assert len(late) == 1
    assert late[0].name in pages[(ana, ben).index(late[0])].content.decode()
    assert_whole(ana, ben)
    return "stopped"


def test_a_change_from_one_tab_while_another_takes_it_back() -> None:
    assert_ways(repeated(change_and_take_back), "draft", "held")


def change_and_take_back() -> str:
    """The newest words are what waits or what is taken back, never gone."""
    with at(LONG_EVENING):
        ana, _ = make_couple()
        seals(ana, "hers")()
        changed = {"feel": "changed", "act": "seal", "changes": str(evening(ana).held[0].entry.id)}
        together(lambda: ana.post(HELD, {"act": "take-back"}), lambda: ana.post("/check-in/", changed))
        (place,) = where(ana, "changed")
        return place


def seals(actor: Actor, words: str) -> Callable[[], HttpResponse]:
    return lambda: actor.post("/check-in/", {"feel": words, "act": "seal"})


def waited_a_day() -> tuple[Actor, Actor]:
    """Ana's answer has been sealed since the evening began; both live in London."""
    with at(LONG_EVENING):
        ana, ben = make_couple()
        for actor in (ana, ben):
            save_slip(actor.private, Settings(zone="Europe/London"), "settings")
        seals(ana, "hers")()
    return ana, ben


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    with time_machine.travel(moment, tick=False):
        yield


def sign_in(*actors: Actor) -> None:
    for actor in actors:
        actor.sign_in()


def evening(actor: Actor) -> Evening:
    return load_evening(actor.spaces, timezone.now())


def answers_of(reader: Actor) -> list[Answer]:
    """The open answers of every space this person shares or shared."""
    entries = read_entries(*(Want(space, tags=(TAG,)) for space in reader.spaces.all()))
    return [entry.value for entry in entries if isinstance(entry.value, Answer)]


def where(writer: Actor, words: str) -> list[str]:
    """Every place in which the writer finds these words again."""
    here = evening(writer)
    alone = [entry.value for entry in here.entries if isinstance(entry.value, Alone)]
    places = {
        "open": [answer.words.feel for answer in answers_of(writer)],
        "alone": [each.words.feel for each in alone],
        "held": [words_of(here, held).feel for held in here.held],
        "draft": here.draft(is_alone=False).fields.get("feel", []),
    }
    return [place for place, found in places.items() if words in found]


def held_in(*actors: Actor) -> list[Held]:
    slips = [slip for actor in actors for slip in read_all_slips(*actor.spaces.all())]
    return [slip.value for slip in slips if isinstance(slip.value, Held)]


def assert_open_once(ana: Actor, ben: Actor) -> None:
    for reader in (ana, ben):
        found = answers_of(reader)
        assert sorted(answer.words.feel for answer in found) == ["hers", "his"]
        assert len({answer.round for answer in found}) == 1
    assert (where(ana, "hers"), where(ben, "his")) == (["open"], ["open"])
    assert not held_in(ana, ben)
    assert_whole(ana, ben)


def assert_whole(*actors: Actor) -> None:
    for actor in actors:
        for space in actor.spaces.all()[1:]:
            assert check_record(actor.private, space).finding is Finding.WHOLE


def assert_ways(outcomes: dict[str, int], *allowed: str) -> None:
    assert sum(outcomes.values()) == TIMES
    assert set(outcomes) <= set(allowed)
