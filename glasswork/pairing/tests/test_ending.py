"""Stopping: at once, by one person, and what each of the two sees afterwards."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from glasswork.pairing import sentences
from glasswork.pairing.partings import MOST_CHARACTERS
from glasswork.pairing.tests.make import answer_hark, invite, join, make_joined, make_two, match, page, stop
from glasswork.spaces.common_kinds import DisplayName
from glasswork.spaces.models import Entry, Slip
from glasswork.spaces.names import NAMES
from glasswork.spaces.reading import Want, read_entries
from glasswork.spaces.record import Finding, check_record
from glasswork.spaces.writing import append, withdraw
from tests.cast import Actor, make_actor, make_couple

type Two = tuple[Actor, Actor]
WORDS = "I need to be on my own. <b>It is not your cooking.</b>"


@pytest.fixture
def two(db: None) -> Two:
    return make_couple()


def later(actor: Actor, days: int) -> time_machine.travel:
    return time_machine.travel(timezone.now() + timedelta(days=days), tick=False)


def test_it_works_at_once_for_both_and_both_keep_reading(two: Two) -> None:
    ana, ben = two
    append(ben.shared, DisplayName(name="Benedict"))
    assert stop(ana).headers["Location"] == reverse("pairing_end")
    assert "Sharing has stopped" in page(ana, "pairing_end")
    for actor in two:
        assert actor.spaces.shared is None
        assert "Sharing has stopped" in page(actor)
        names = read_entries(Want(actor.spaces.former[0], tags=(NAMES,)))
        assert names[-1].value == DisplayName(name="Benedict")
        assert check_record(actor.private, actor.spaces.former[0]).finding == Finding.WHOLE


def test_several_times_in_one_evening_the_last_is_the_last(db: None) -> None:
    ana, ben = make_two()
    spaces = []
    for inviter, joiner in ((ana, ben), (ben, ana), (ana, ben)):
        join(joiner, invite(inviter))
        match(joiner)
        match(inviter)
        spaces.append(ana.shared.id)
        assert ben.shared.id == spaces[-1]
        assert [space.id for space in ana.spaces.former] == spaces[:-1]
        stop(ana)
    for actor in (ana, ben):
        assert [space.id for space in actor.spaces.former] == spaces
        assert actor.spaces.shared is None


def test_another_partner_on_the_same_evening_comes_after_the_one_before(db: None) -> None:
    ana, ben = make_joined()
    sam = make_actor("Sam")
    answer_hark(sam)
    before = ana.shared.id
    stop(ben)
    join(ana, invite(sam))
    match(ana)
    match(sam)
    stop(ana)
    assert ana.spaces.former[0].id == before
    assert "Sam" in page(ana)


def test_private_things_are_untouched(two: Two) -> None:
    ana, _ = two
    before = {actor.name: read_entries(Want(actor.private, tags=(NAMES, "safety"))) for actor in two}
    stop(ana)
    assert before == {actor.name: read_entries(Want(actor.private, tags=(NAMES, "safety"))) for actor in two}


def test_words_for_now_are_read_now_by_the_other_alone(two: Two) -> None:
    ana, ben = two
    stop(ana, "now", WORDS)
    assert "&lt;b&gt;It is not your cooking." in page(ben)
    assert "It is not your cooking." not in page(ana)


def test_words_for_in_a_week_wait_a_week(two: Two) -> None:
    ana, ben = two
    stop(ana, "week", WORDS)
    assert "cooking" not in page(ben)
    with later(ben, 6):
        ben.sign_in()
        assert "cooking" not in page(ben)
    with later(ben, 7):
        ben.sign_in()
        assert "cooking" in page(ben)


def test_just_stopping_and_waiting_a_week_look_alike_to_the_other(db: None) -> None:
    shown = []
    for tell in ("not-here", "week"):
        ana, ben = make_joined()
        stop(ana, tell, WORDS)
        left = page(ben).split('id="sharing-now"')[1]
        shown.append(left.split("<footer")[0])
    assert shown[0] == shown[1]
    assert "cooking" not in shown[0]


@pytest.mark.parametrize(
    ("tell", "words"), [("now", WORDS), ("week", "x" * MOST_CHARACTERS), ("not-here", ""), ("now", "🫶" * 8000)]
)
def test_the_rows_are_the_same_whatever_was_chosen(two: Two, tell: str, words: str) -> None:
    ana, _ = two
    stop(ana, tell, words)
    last = Entry.objects.filter(space=ana.spaces.former[0].id).order_by("sequence").last()
    assert last is not None
    assert (len(last.body), last.author, last.slot) == (32_768 + 75, ana.account.id, None)


def test_too_long_words_and_no_choice_are_said_and_kept(two: Two) -> None:
    ana, _ = two
    long = stop(ana, "now", "y" * 100_000)
    assert sentences.TOO_LONG in long.content.decode()
    assert "y" * 100_000 in long.content.decode()
    assert sentences.CHOOSE_TELLING in stop(ana, "", WORDS).content.decode()
    assert ana.shared


def test_stopping_twice_or_both_at_once_loses_no_words(two: Two) -> None:
    ana, ben = two
    stop(ana)
    entries = Entry.objects.count()
    late = stop(ben, "now", "I wanted to say thank you.")
    assert "These words were not sent" in late.content.decode()
    assert "I wanted to say thank you." in late.content.decode()
    assert Entry.objects.count() == entries


def test_sending_the_form_twice_sends_it_once_and_says_nothing_wrong(two: Two) -> None:
    ana, ben = two
    stop(ana, "now", WORDS)
    again = stop(ana, "now", WORDS)
    assert "These words were not sent" not in again.content.decode()
    assert page(ben).count("cooking") == 1


def test_the_leaver_can_take_the_parting_words_back(two: Two) -> None:
    ana, ben = two
    stop(ana, "now", WORDS)
    former = ana.spaces.former[0]
    [entry] = [each for each in read_entries(Want(former, tags=("parting",))) if each.value]
    assert withdraw(former, entry.id)
    assert "cooking" not in page(ben)
    assert "Sharing has stopped" in page(ben)


def test_a_fresh_password_is_asked_for_first(two: Two) -> None:
    ana, _ = two
    with time_machine.travel(timezone.now() + timedelta(minutes=6), tick=False):
        answer = ana.get(reverse("pairing_end"))
        assert answer.headers["Location"] == f"{reverse('again')}?next=%2Fpairing%2Fend%2F"
        assert stop(ana).status_code == 401
    ana.sign_in()
    assert ana.shared


def test_nothing_to_stop_leads_back(ana: Actor) -> None:
    assert ana.get(reverse("pairing_end")).headers["Location"] == reverse("pairing")
    assert stop(ana).headers["Location"] == reverse("pairing")


def test_nothing_of_the_invitation_is_left_in_the_leavers_slips(two: Two) -> None:
    ana, _ = two
    stop(ana)
    assert Slip.objects.filter(owner=ana.account.id).count() == 2  # settings and the remembered head
