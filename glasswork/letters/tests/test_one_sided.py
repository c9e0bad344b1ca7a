"""S11: nothing private here changes a byte or a row of what the other gets; and it rests for whoever isn't safe.

The same evening is lived twice from one starting point, once with Ana’s private act and once without it.
"""

from collections.abc import Callable
from uuid import UUID

import pytest

from glasswork.letters.kinds import Letter
from glasswork.letters.tests.make import (
    TONIGHT,
    WORDS,
    Clock,
    all_of,
    answer,
    body,
    choose,
    finish,
    page,
    send_impact,
    send_letter,
    tell,
)
from glasswork.safety.actions import keep_answer
from glasswork.safety.rules import make_answer
from glasswork.spaces.models import Entry, Slip
from glasswork.spaces.quiet import keep_quiet
from tests.cast import Actor, undone
from tests.test_one_sided import Received, received

Couple = tuple[Actor, Actor]
Act = Callable[[Actor, UUID], object]


def post(path: str, **fields: str) -> Act:
    return lambda actor, letter: actor.post(path.format(letter=letter), fields)


def rest(actor: Actor, _: UUID) -> None:
    keep_answer(actor.spaces, make_answer("no", None), once="rest")


def kept(actor: Actor, _: UUID) -> None:
    finish(actor, "perspective", that_day=WORDS)
    choose(actor, "keep", "perspective")


PRIVATE: dict[str, Act] = {
    "a draft": post("/letters/draft/impact/", since=WORDS),
    "a letter that rests": lambda actor, _: finish(actor),
    "a kept letter": kept,
    "a letter never sent": post("/letters/never-sent/", to="Mum", words=WORDS),
    "kept anger": post("/letters/anger/", words=WORDS, act="keep"),
    "burnt anger": post("/letters/anger/", words=WORDS, act="burn"),
    "an open door": post("/letters/{letter}/door/", act="open"),
    "a closed door": post("/letters/{letter}/door/", act="later"),
    "what will be said": post("/letters/draft/answer/", words=WORDS),
    "ten minutes": post("/letters/pull/", act="begin"),
    "a pull resisted": post("/letters/pull/", act="not"),
    "writing anyway": post("/letters/pull/", act="wrote"),
    "reasons": post("/letters/pull/reasons/", words=WORDS),
    "rest": rest,
}
PAGES = ["/today/", "/talk/", "/talks/", "/letters/", "/letters/write/impact/", "/letters/pull/", "/record/"]


def what_ben_receives(ben: Actor, letter: UUID) -> list[Received]:
    paths = [*PAGES, f"/letters/{letter}/"]
    sent = [
        ("/letters/write/ownership/", {"chose": "I hid it", "act": "ready", "once": "own"}),
        ("/letters/pull/", {"act": "tell"}),
    ]
    asked = [received(ben, "get", path) for path in paths]
    written = [received(ben, "post", path, fields) for path, fields in sent]
    return [*asked, *written, *(received(ben, "get", path) for path in paths)]


def rows_but_hers(ana: Actor) -> list[tuple[object, ...]]:
    """Every row outside her own space, as a thief would count it."""
    entries = [("entry", row.space_id, row.author, row.day, len(row.body)) for row in Entry.objects.all()]
    slips = [("slip", row.space_id, row.owner, row.expires_on, len(row.body)) for row in Slip.objects.all()]
    return sorted((row for row in entries + slips if row[1] != ana.private.id), key=repr)


@pytest.mark.parametrize("what", PRIVATE)
def test_nothing_the_other_receives_depends_on_it(couple: Couple, what: str) -> None:
    ana, ben = couple
    letter = send_letter(ben, "apology")
    with undone():
        without = what_ben_receives(ben, letter), rows_but_hers(ana)
    with undone():
        PRIVATE[what](ana, letter)
        with_it = what_ben_receives(ben, letter), rows_but_hers(ana)
    assert {each.status for each in without[0]} == {200, 302}
    assert without == with_it


def test_how_well_somebody_feels_understood_changes_nothing_for_the_other(couple: Couple, clock: Clock) -> None:
    ana, ben = couple
    letter = send_impact(ana, ben, clock)
    tell(ben, letter)
    seen = []
    for level in ("", "0", "10"):
        with undone():
            ana.post(f"/letters/{letter}/understood/", {"understood": level})
            seen.append((what_ben_receives(ben, letter), rows_but_hers(ana)))
    assert seen[0] == seen[1] == seen[2]


@pytest.mark.parametrize("what", ["mirror", "promise"])
def test_what_is_begun_after_an_apology_changes_nothing_for_the_other(couple: Couple, what: str) -> None:
    """What Ana will say back, and the promise she makes of her repair, are hers until they are sent."""
    ana, ben = couple
    letter = send_letter(ana, "apology")
    answer(ben, letter, "more", "what you told Jo")
    seen = []
    for does_it in (False, True):
        with undone():
            if does_it and what == "mirror":
                ana.post("/letters/draft/mirror/", {"about": str(letter), "words": WORDS})
            elif does_it:
                ana.post(f"/letters/{letter}/promise/")
            seen.append((what_ben_receives(ben, letter), received(ben, "get", "/promises/"), rows_but_hers(ana)))
    assert seen[0] == seen[1]


def test_the_comparison_can_fail(couple: Couple) -> None:
    """The seeded failure: an answer that was given does show."""
    ana, ben = couple
    letter = send_letter(ben, "apology")
    with undone():
        before = what_ben_receives(ben, letter)
    answer(ana, letter, "heard")
    assert what_ben_receives(ben, letter) != before


@pytest.mark.parametrize("why", ["not safe", "space"])
def test_steps_for_two_rest_and_lose_no_words(couple: Couple, why: str) -> None:
    """For whoever isn't safe, and while somebody takes space; the pages are the same."""
    ana, ben = couple
    letter = send_letter(ben, "apology")
    ana.post(f"/letters/{letter}/door/", {"act": "open"})
    finish(ana, "ownership", chose=WORDS)
    if why == "space":
        keep_quiet(ben.shared, TONIGHT.replace(hour=21))
    else:
        rest(ana, letter)
    assert "This one is resting" in body(choose(ana, "send", "ownership"))
    text = body(answer(ana, letter, "not-yet", "these words"))
    assert "This one is resting" in text
    assert "these words" in text
    assert "This one is resting" in body(ana.post("/letters/pull/", {"act": "tell"}))
    assert "Send it to" not in page(ana, "/letters/write/ownership/choice/")
    assert "/answer/" not in page(ana, f"/letters/{letter}/").partition("<main")[2]
    assert len(all_of(ana, Letter)) == 1
    for path, fields in (("never-sent/", {"words": WORDS}), ("anger/", {"words": WORDS, "act": "keep"})):
        assert ana.post(f"/letters/{path}", fields).status_code == 302
    assert choose(ana, "keep", "ownership").status_code == 302
    if why == "not safe":
        send_letter(ben)
        assert "has written you a letter" not in page(ana, "/today/")
