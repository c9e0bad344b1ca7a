"""Comparing the four words, in either order, and what opens with the second press."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from glasswork.pairing import sentences
from glasswork.pairing.actions import settle
from glasswork.pairing.kinds import SENT_SLOT
from glasswork.pairing.models import Invitation
from glasswork.pairing.stages import State
from glasswork.pairing.tests.make import (
    answer_hark,
    invite,
    join,
    make_accepted,
    match,
    page,
    still,
    stop,
    the_invitation,
    words_of,
)
from glasswork.spaces.common_kinds import DisplayName
from glasswork.spaces.models import Entry, Slip, Space
from glasswork.spaces.names import NAMES, names_in
from glasswork.spaces.reading import Want, read_entries, slot_of
from glasswork.spaces.writing import append
from tests.cast import Actor, make_actor, pair

type Two = tuple[Actor, Actor]


@pytest.fixture
def two(db: None) -> Two:
    return make_accepted()


@pytest.fixture(params=["inviter first", "joiner first"])
def in_turn(request: pytest.FixtureRequest, two: Two) -> Two:
    """Whoever presses first, then the other."""
    return two if request.param == "inviter first" else two[::-1]


def test_both_see_the_same_four_words(two: Two) -> None:
    ana, ben = two
    assert words_of(ana) == words_of(ben)
    assert len(words_of(ana).split()) == 4


def test_the_space_opens_with_the_second_press_in_either_order(in_turn: Two) -> None:
    first, last = in_turn
    assert match(first).headers["Location"] == reverse("pairing")
    for actor in in_turn:
        assert actor.spaces.shared is None
    assert "Sharing begins once you have both said so." in page(first)
    assert match(last).headers["Location"].endswith("done=joined")
    assert first.shared.id == last.shared.id
    assert not Invitation.objects.exists()
    append(first.shared, DisplayName(name="still me"))
    assert len(read_entries(Want(last.shared, tags=(NAMES,)))) == 2


def test_whoever_presses_last_says_their_name_at_once_and_the_other_at_their_next_press(in_turn: Two) -> None:
    first, last = in_turn
    match(first)
    match(last)
    assert names_in(read_entries(Want(last.shared, tags=(NAMES,)))) == {last.account.id: last.name}
    assert f"You and <bdi>{first.name}</bdi>" in page(last)
    assert "You two are joined" in page(first)
    assert first.post(reverse("pairing_welcome")).headers["Location"] == reverse("today")
    assert names_in(read_entries(Want(last.shared, tags=(NAMES,)))) == {a.account.id: a.name for a in in_turn}
    assert "You two are joined" not in page(first)
    for actor in in_turn:
        assert actor.shared.id in actor.person.keyring.spaces


def test_whoever_presses_first_and_whoever_presses_last_get_the_same_welcome(in_turn: Two) -> None:
    first, last = in_turn
    match(first)
    joined = last.get(match(last).headers["Location"]).content.decode()
    assert "You two are joined" in joined
    assert "Sharing since" not in joined
    assert without_names(joined, in_turn) == without_names(page(first), in_turn)
    for actor in in_turn:
        assert actor.post(reverse("pairing_welcome")).headers["Location"] == reverse("today")
        assert "Sharing since" in page(actor)


def without_names(text: str, two: Two) -> str:
    """Without what must differ: their names, and the marks of their forms."""
    for actor in two:
        text = text.replace(actor.name, "-")
    return re.sub(r'(value|data-owner)="[A-Za-z0-9]{32,}"', "", text)


PRESSES = [
    ("pairing_welcome", {}),
    ("pairing_withdrawal", {}),
    ("pairing_join", {"code": "x"}),
    ("pairing_end", {"tell": "now"}),
]


@pytest.mark.parametrize(("name", "sent"), PRESSES)
def test_whatever_the_other_presses_next_in_this_room_settles_it(in_turn: Two, name: str, sent: dict[str, str]) -> None:
    first, last = in_turn
    match(first)
    match(last)
    space = last.shared
    page(first)
    assert len(read_entries(Want(space, tags=(NAMES,)))) == 1
    first.post(reverse(name), sent)
    assert names_in(read_entries(Want(space, tags=(NAMES,)))) == {a.account.id: a.name for a in in_turn}
    assert space.id in first.person.keyring.spaces
    assert not Slip.objects.filter(space=first.private.id, slot=slot_of(first.private, SENT_SLOT)).exists()


def test_settling_again_costs_one_query_and_changes_nothing(
    in_turn: Two, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    first, last = in_turn
    match(first)
    match(last)
    settle(first.person, first.spaces)
    person, spaces = first.person, first.spaces
    before = Entry.objects.count(), person.account.keyring_version
    with django_assert_num_queries(1):
        settle(person, spaces)
    assert (Entry.objects.count(), person.account.keyring_version) == before


def test_settling_in_the_moment_in_which_the_other_stops_is_no_fault(in_turn: Two) -> None:
    first, last = in_turn
    match(first)
    match(last)
    person, spaces = first.person, first.spaces
    stop(last)
    settle(person, spaces)
    assert len(first.spaces.former) == 1


def test_with_nobody_to_share_with_there_is_nothing_to_settle(
    ana: Actor, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    person, spaces = ana.person, ana.spaces
    with django_assert_num_queries(0):
        settle(person, spaces)


def test_the_other_cannot_tell_that_one_has_pressed(in_turn: Two) -> None:
    first, last = in_turn
    before = still(last), still(last, "pairing_words")
    match(first)
    assert (still(last), still(last, "pairing_words")) == before


def test_pressing_twice_changes_each_state_once(in_turn: Two) -> None:
    first, last = in_turn
    words = words_of(first)
    for _ in range(2):
        first.post(reverse("pairing_words"), {"words": words})
    for _ in range(2):
        last.post(reverse("pairing_words"), {"words": words})
        last.post(reverse("pairing_welcome"))
    assert Space.objects.filter(is_shared=True).count() == 1
    assert len(read_entries(Want(last.shared, tags=(NAMES,)))) == 1


def test_only_the_words_that_were_shown_can_be_confirmed(two: Two) -> None:
    ana, ben = two
    for typed in ("", "one two three four", words_of(ben).upper()):
        shown = ana.post(reverse("pairing_words"), {"words": typed})
        assert sentences.CHANGED in shown.content.decode()
    assert the_invitation().state == State.ACCEPTED
    assert not ana.person.keyring.pins


def test_words_of_an_older_invitation_in_another_tab_are_refused(two: Two) -> None:
    ana, ben = two
    old, sam = words_of(ana), make_actor("Sam")
    answer_hark(sam)
    join(sam, invite(ana))
    assert sentences.CHANGED in ana.post(reverse("pairing_words"), {"words": old}).content.decode()
    assert "An invitation has ended" in page(ben)
    assert ben.get(reverse("pairing_words")).headers["Location"].endswith("done=ended")


def test_they_dont_joins_nothing_and_the_other_sees_that_it_ended(in_turn: Two) -> None:
    first, last = in_turn
    match(first)
    ended = last.post(reverse("pairing_withdrawal"), {"because": "different"})
    assert sentences.DONE[sentences.DIFFERENT] in last.get(ended.headers["Location"]).content.decode()
    assert not Invitation.objects.exists()
    assert not Space.objects.filter(is_shared=True).exists()
    assert "An invitation has ended" in page(first)
    assert first.get(reverse("pairing_words")).headers["Location"].endswith("done=ended")
    join(last, invite(first))
    match(first)
    match(last)
    assert first.shared.id == last.shared.id


def test_a_stale_they_dont_never_touches_what_is_shared(in_turn: Two) -> None:
    for actor in in_turn:
        match(actor)
    assert in_turn[0].post(reverse("pairing_withdrawal"), {"because": "different"}).headers["Location"] == "/pairing/"
    assert in_turn[0].shared.id == in_turn[1].shared.id


def test_when_the_other_vanishes_it_ends_after_seven_days_and_leaves_no_space(in_turn: Two) -> None:
    first, last = in_turn
    match(first)
    with time_machine.travel(timezone.now() + timedelta(days=8), tick=False):
        for actor in in_turn:
            actor.sign_in()
        assert last.get(reverse("pairing_words")).headers["Location"].endswith("done=ended")
        assert "An invitation has ended" in page(first)
        assert first.spaces.shared is None
    assert not Space.objects.filter(is_shared=True).exclude(opened_on=None).exists()


def test_whoever_shares_with_somebody_else_by_now_cannot_be_joined(two: Two) -> None:
    ana, ben = two
    words, sam = words_of(ana), make_actor("Sam")
    pair(ben, sam)
    assert ana.post(reverse("pairing_words"), {"words": words}).headers["Location"].endswith("done=ended")
    assert Space.objects.filter(is_shared=True).count() == 1


def test_the_same_two_may_pair_again_into_a_new_space(in_turn: Two) -> None:
    first, last = in_turn
    for actor in in_turn:
        match(actor)
    before = first.shared.id
    stop(last)
    join(first, invite(last))
    match(last)
    match(first)
    assert first.shared.id == last.shared.id != before
    assert [space.id for space in first.spaces.former] == [before]


def test_a_fresh_password_is_asked_for_first(two: Two) -> None:
    ana, _ = two
    with time_machine.travel(timezone.now() + timedelta(minutes=6), tick=False):
        answer = ana.get(reverse("pairing_words"))
        assert answer.headers["Location"] == f"{reverse('again')}?next=%2Fpairing%2Fwords%2F"
        assert ana.post(reverse("pairing_words"), {"words": "x"}).status_code == 401
        assert ana.post(reverse("pairing_withdrawal")).status_code == 302
    assert not Invitation.objects.exists()


def test_welcome_without_anything_shared_changes_nothing(two: Two) -> None:
    ana, _ = two
    before = Slip.objects.count()
    ana.post(reverse("pairing_welcome"))
    assert Slip.objects.count() == before
    assert the_invitation().pk != uuid4()
