"""Two people share one phone: covers between them, everything else locked, and nothing private kept."""

import re

import pytest

from glasswork.talks.kinds import Held, Line
from glasswork.talks.live import Live, Phase
from glasswork.talks.slip import read_live
from glasswork.talks.tests.make import CALM, ask, heading, kept, live_of, own, page, press
from tests.cast import PASSWORD, Actor

type Couple = tuple[Actor, Actor]
LOCKED = (
    "/today/",
    "/talk/",
    "/me/",
    "/talks/",
    "/space/",
    "/check-in/",
    "/talks/repair/",
    "/record/",
    "/me/settings/",
)


def live_of_or_none(actor: Actor) -> Live | None:
    return read_live(actor.spaces.shared)


def begin(ana: Actor, flow: str = "repair") -> None:
    """Ana asks on her phone; Ben, with the phone in his hands, is ready; it goes back to her under a cover."""
    ask(ana, flow, phones="one")
    press(ana, "here")
    press(ana, "ready", **CALM)


def test_covers_stand_between_the_two(couple: Couple) -> None:
    ana, _ = couple
    ask(ana, "repair", phones="one")
    assert heading(ana) == "Pass the phone to Ben"
    press(ana, "here")
    assert heading(ana) == "Would you like to talk?"
    press(ana, "ready", **CALM)
    assert heading(ana) == "Pass the phone to Ana"
    press(ana, "here")
    assert heading(ana) == "Two minutes of facts"
    press(ana, "pass")
    assert heading(ana) == "Pass the phone to Ben"
    assert "Ask what is missing" not in page(ana)
    press(ana, "here")
    assert heading(ana) == "Ask what is missing"


def test_under_a_cover_nothing_can_be_done_but_taking_the_phone(couple: Couple) -> None:
    ana, _ = couple
    begin(ana)
    for act in ("pass", "pause", "save", "done"):
        press(ana, act)
    press(ana, "line", both_say="from nobody")
    assert (live_of(ana).turn, live_of(ana).phase, live_of(ana).proposal) == ("facts", Phase.ON, None)


def test_every_other_page_is_locked_until_the_owner_gives_the_password(couple: Couple) -> None:
    ana, _ = couple
    begin(ana)
    for path in LOCKED:
        answer = ana.get(path)
        assert answer.status_code == 302, path
        assert answer.headers["Location"].startswith("/me/password/again/"), path
        assert ana.post(path, {"feel": "x", "act": "seal"}).status_code in {401, 405}, path
    assert ana.get("/calm/").status_code == ana.get("/safety/").status_code == 200
    ana.post("/me/password/again/", {"password": "a guess", "next": "/today/"})
    assert ana.get("/today/").status_code == 302
    ana.post("/me/password/again/", {"password": PASSWORD, "next": "/today/"})
    assert ana.get("/today/").status_code == 200


def test_the_owners_other_device_is_not_locked_and_shows_no_turn(couple: Couple) -> None:
    ana, ben = couple
    begin(ana)
    other = Actor("Ana", ana.new)
    other.sign_in()
    assert other.get("/today/").status_code == 200
    for actor in (other, ben):
        assert heading(actor) == "A talk is open on one phone"
        press(actor, "pass")
        press(actor, "here")
    live = live_of(ana)
    assert (live.turn, live.in_hand) == ("facts", None), "another device lifted the cover"


@pytest.mark.parametrize("who", ["holder", "owner", "partner"])
def test_anybody_stops_it_from_any_device_under_a_cover_too(couple: Couple, who: str) -> None:
    ana, ben = couple
    begin(ana)
    other = Actor("Ana", ana.new)
    other.sign_in()
    press({"holder": ana, "owner": other, "partner": ben}[who], "stop")
    assert live_of(ana).phase is Phase.OVER


def test_a_locked_phone_answers_nothing_in_its_owners_name(couple: Couple) -> None:
    """Ben keeps Ana's locked phone, asks for a talk from his own, and would say yes to it, and to his line, as her."""
    ana, ben = couple
    begin(ana)
    press(ana, "stop")
    ask(ben, "speaker-listener", topic="our Sunday")
    assert "our Sunday" not in page(ana)
    assert heading(ana) == "This phone is locked"
    for act in ("ready", "in-ten", "not-tonight", "carry-on"):
        press(ana, act, **CALM)
    ana.post("/talks/now/notes/", {"notes": "not hers"})
    ana.post("/talks/now/ending/", {"step": live_of(ana).step, "words": "not hers"})
    assert live_of(ana).phase is Phase.ASKED
    assert own(ana.spaces) == []
    ana.post("/me/password/again/", {"password": PASSWORD, "next": "/talks/now/"})
    assert heading(ana) == "Ben would like to talk"


def test_an_invitation_on_one_phone_shows_on_no_other_and_has_its_limit(couple: Couple) -> None:
    ana, ben = couple
    without = [ben.get(path).content.count(b"/talks/now/") for path in ("/today/", "/talks/")]
    for _ in range(7):
        ask(ana, "repair", phones="one")
        assert [ben.get(path).content.count(b"/talks/now/") for path in ("/today/", "/talks/")] == without
        ana.sign_in()
        if live_of_or_none(ana):
            press(ana, "take-back")
    assert "Let it rest until tomorrow" in ask(ana, "repair", phones="one").content.decode()
    for _ in range(3):  # asking Ben on his own phone is another thing
        assert ask(ana, "repair").headers["Location"] == "/talks/now/"
        press(ana, "take-back")


def test_the_owner_who_unlocked_goes_on_with_it_and_everything_locks_again(couple: Couple) -> None:
    ana, _ = couple
    begin(ana)
    ana.post("/me/password/again/", {"password": PASSWORD, "next": "/talks/"})
    assert heading(ana) == "A talk is open on one phone"
    press(ana, "carry-on")
    assert heading(ana) == "Pass the phone to Ana"
    assert ana.get("/today/").status_code == 302


def test_what_the_other_typed_is_kept_as_typed_on_this_phone(couple: Couple) -> None:
    ana, ben = couple
    begin(ana)
    for act in ("here", "pass", "here", "skip", "pass", "here", "said", "here", "yes", "here", "pass", "here"):
        press(ana, act, **CALM)
    assert live_of(ana).turn == "offer"
    press(ana, "skip")
    press(ana, "skip")
    press(ana, "line", both_say="the dog, from seven")
    assert heading(ana) == "Pass the phone to Ben"
    press(ana, "here")
    press(ana, "line", both_say="the dog, from eight")
    press(ana, "here")
    press(ana, "save")
    (line,) = [value for value in kept(ben) if isinstance(value, Line)]
    assert (line.words, line.by, line.phone_of) == ("the dog, from eight", ben.account.id, ana.account.id)
    press(ana, "stop")
    assert "Typed on" in ben.get("/talks/").content.decode()


def test_endings_are_asked_under_covers_and_kept_nowhere(couple: Couple) -> None:
    ana, ben = couple
    begin(ana)
    press(ana, "here")
    press(ana, "stop")
    for name in ("Ana", "Ben"):
        if name == "Ben":
            assert heading(ana) == "Pass the phone to Ben"
            press(ana, "here")
        assert heading(ana) == "You stopped here"
        assert not re.search(r"<textarea", page(ana))
        ana.post("/talks/now/ending/", {"step": live_of(ana).step, "how": "1", "words": "nobody keeps this"})
    assert heading(ana) == "Give the phone back to Ana"
    ben.post("/talks/now/ending/", {"step": live_of(ana).step})
    ana.sign_in()
    assert own(ana.spaces) == own(ben.spaces) == []
    (held,) = kept(ben)
    assert isinstance(held, Held)
    assert held.phone_of == ana.account.id
    assert heading(ana) == heading(ben) == "The talk is over"


@pytest.mark.parametrize("sent", [{"act": "not-tonight"}, {"act": "ready", "calm": "9", "alcohol": "no"}])
def test_the_other_says_no_in_one_way_whatever_it_was(couple: Couple, sent: dict[str, str]) -> None:
    ana, _ = couple
    ask(ana, "repair", phones="one")
    press(ana, "here")
    answer = press(ana, **sent)
    shown = re.sub("[\u2066-\u2069]", "", answer.content.decode())
    assert "Not tonight" in shown
    assert "Give the phone back to Ana" in shown
    assert 'href="/calm/"' in shown.split("<main", 1)[1].split("</main>", 1)[0]
    assert ana.get("/calm/").status_code == 200
    assert ana.get("/today/").status_code == 302
    assert heading(ana) == "This phone is locked"
    ana.sign_in()
    assert heading(ana) == "No talk is open"


def test_notes_are_not_taken_on_a_shared_phone(couple: Couple) -> None:
    ana, _ = couple
    ask(ana, "speaker-listener", phones="one")
    press(ana, "here")
    press(ana, "ready", **CALM)
    press(ana, "here")
    ana.post("/talks/now/notes/", {"notes": "from whoever holds it"})
    assert "from whoever holds it" not in page(ana)
