"""Somebody who presses: floods, forms of an old page, ways around the damping, demands. All of it is damped."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.http import HttpResponse

from glasswork.agreements.caught import REST
from glasswork.promises.actions import roads
from glasswork.promises.actions.promises import MANY_NEW, ONE_A_DAY
from glasswork.promises.actions.roads import MANY
from glasswork.promises.here import load_here
from glasswork.promises.kinds import Outcome, Promise, Word
from glasswork.promises.kinds_of_acts import Offer
from glasswork.promises.kinds_of_roads import Commitment
from glasswork.promises.tests.make import DAY, TODAY, all_of, board, body, page, promise, say, tell, word
from glasswork.promises.tests.test_one_sided import SOON
from glasswork.spaces.models import Entry
from glasswork.spaces.writing import AlreadyWritten
from tests.cast import Actor, close_space

Couple = tuple[Actor, Actor]
DEMAND = "You give me your password every evening."
HERON = "a heron over the weir"
NOW = datetime(2026, 11, 19, 12, 0, tzinfo=UTC)
TOWARDS: dict[str, tuple[str, dict[str, str]]] = {
    "a promise": ("new/", {"words": "{}", "until": SOON}),
    "an ask": ("small/", {"words": "{}"}),
    "an offer": ("putting-right/offers/", {"offer": "{}"}),
    "a big thing": ("big/new/", {"words": "{}", "cost": "much", "by": SOON}),
    "ninety days": ("road/ninety-days/", {"words": "{}", "ends_on": SOON, "act": "share"}),
    "a choice": ("road/choice/", {"road": "part", "share_words": "{}", "act": "share"}),
}
LOST: dict[str, tuple[str, dict[str, str]]] = {
    **TOWARDS,
    "telling": ("told/new/", {"about": "else", "facts": "{}", "act": "send"}),
    "two lines": ("road/looking-back/", {"grown": "{}", "act": "share"}),
    "not ready": ("small/not-ready/", {"say_it": "{}", "look_again": SOON, "act": "tell"}),
    "last words": ("road/parting/words/", {"words": "{}"}),
    "hard news": ("told/hard-news/", {"how": "face", "words": "{}"}),
}


def send(actor: Actor, step: tuple[str, dict[str, str]], words: str, **more: str) -> HttpResponse:
    path, fields = step
    return actor.post(f"/promises/{path}", {**{name: text.format(words) for name, text in fields.items()}, **more})


@pytest.mark.parametrize("what", TOWARDS)
def test_no_way_leads_past_the_guard(couple: Couple, what: str) -> None:
    ana, _ = couple
    before = Entry.objects.filter(space=ana.shared.id).count()
    text = body(send(ana, TOWARDS[what], DEMAND))
    assert REST in text
    assert "This can turn into control" in text
    assert Entry.objects.filter(space=ana.shared.id).count() == before


def test_what_is_promised_to_oneself_is_nobody_elses(couple: Couple) -> None:
    assert send(couple[0], TOWARDS["a promise"], DEMAND, alone="1").status_code == 302


@pytest.mark.parametrize("what", LOST)
def test_words_of_an_old_page_come_back_and_go_to_nobody(couple: Couple, what: str) -> None:
    """Sharing has stopped since; or it is shared with somebody else by now."""
    ana, ben = couple
    space = str(ana.shared.id)
    before = Entry.objects.count()
    other = send(ana, LOST[what], HERON, space="0" * 8 + space[8:])
    close_space(ben.private, ben.shared)
    late = send(ana, LOST[what], HERON, space=space)
    for answer in (other, late):
        assert HERON in body(answer)
        assert "your words went to nobody" in body(answer)
    assert Entry.objects.count() == before


def test_a_form_says_for_whom_it_was_shown(couple: Couple, sam: Actor) -> None:
    ana, _ = couple
    assert f'name="space" value="{ana.shared.id}"' in page(ana, "/promises/told/new/")
    assert f'name="space" value="{sam.private.id}"' in page(sam, "/promises/new/")


def test_not_quite_is_damped_by_whatever_way_it_comes(couple: Couple) -> None:
    ana, ben = couple
    for n in range(5):
        thread = promise(ben, f"I’ll do thing {n}")
        say(ben, thread, "kept")
        word(ana, thread, "not-quite", alone="1")
    assert len(all_of(ben, Word)) == 3


def test_how_it_went_is_said_once_a_day(couple: Couple, clock: time_machine.Traveller) -> None:
    ana, ben = couple
    thread = promise(ben)
    say(ben, thread, "not-kept")
    text = body(say(ben, thread, "kept", 2, words=HERON))
    assert ONE_A_DAY in text
    assert HERON in text
    clock.move_to(NOW + DAY)
    for actor in couple:
        actor.sign_in()
    assert say(ben, thread, "kept", 2).status_code == 302
    assert [said.what for said in all_of(ana, Outcome)] == ["not-kept", "kept"]


def end(actor: Actor) -> None:
    actor.post(f"/promises/{list(board(actor).promises)[-1]}/end/")


def no_end(_: Actor) -> None:
    """It stays as it is."""


@pytest.mark.parametrize(
    ("what", "after", "most"),
    [("a promise", end, 10), ("a choice", no_end, 3), ("two lines", no_end, 3), ("last words", no_end, 3)],
)
def test_a_flood_ends_and_goes_on_next_week(
    couple: Couple, clock: time_machine.Traveller, what: str, after: Callable[[Actor], None], most: int
) -> None:
    ana, ben = couple
    for n in range(most):
        assert send(ana, LOST[what], f"I will ring {n}", once=str(n)).status_code == 302
        after(ana)
    before = Entry.objects.filter(space=ana.shared.id).count()
    text = body(send(ana, LOST[what], HERON, once="more"))
    assert HERON in text
    assert (MANY_NEW if what == "a promise" else MANY) in text
    assert Entry.objects.filter(space=ana.shared.id).count() == before
    clock.move_to(NOW + timedelta(days=8))
    for actor in couple:
        actor.sign_in()
    assert send(ana, LOST[what], HERON, once="more", until="2026-12-10").status_code == 302
    assert ben.get("/promises/").status_code == 200


def test_offers_that_are_made_and_ended_again_and_again(couple: Couple) -> None:
    ana, ben = couple
    for n in range(8):
        send(ana, TOWARDS["an offer"], f"I could cook {n}")
        if board(ana).offers:
            ana.post(f"/promises/putting-right/offers/{board(ana).offers[-1]}/end/")
    assert len(all_of(ben, Offer)) == 6


def test_a_promise_taken_back_takes_nobodys_place(couple: Couple) -> None:
    ana, ben = couple
    for n in range(5):
        thread = promise(ben, f"I’ll do thing {n}")
    ben.post(f"/promises/{thread}/withdrawal/")
    assert promise(ben, "I’ll do another")
    say(ben, thread, "kept")
    assert all_of(ana, Outcome) == []
    assert len(all_of(ana, Promise)) == 5
    assert ben.post(f"/promises/{thread}/withdrawal/").status_code == 302


def test_two_taps_at_once_write_ninety_days_once(couple: Couple) -> None:
    """The second was on its way while the first was placed with the other’s."""
    ana, ben = couple
    send(ben, TOWARDS["ninety days"], "I will listen", act="")
    here = load_here(ana.spaces, NOW)
    made = Commitment(words="I will rest", not_in_it="", began_on=TODAY, ends_on=TODAY + 30 * DAY)
    roads.commit(here, made, [], once="1")
    with pytest.raises(AlreadyWritten):
        roads.commit(here, made, [], once="1")
    assert len(all_of(ana, Commitment)) == 2


def test_nothing_hard_is_shown_by_a_form_that_fails(couple: Couple) -> None:
    ana, ben = couple
    told = tell(ben, HERON)
    for path, fields in {"answer/": {"act": "question"}, "reply/": {"act": "?"}, "door/": {"act": "?"}}.items():
        answer = ana.post(f"/promises/told/{told}/{path}", fields)
        assert HERON not in answer.content.decode()
    thread = promise(ben)
    say(ben, thread, "not-kept")
    sent = {"promise": str(thread), "pane": "1", "facts": HERON, "act": "send", "once": "2"}
    assert ben.post("/promises/told/new/", sent).status_code == 302
    assert HERON not in page(ana, f"/promises/{thread}/")
