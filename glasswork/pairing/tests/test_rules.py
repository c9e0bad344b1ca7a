"""The pure rules: stages, partings; what Today asks; and the regular cleaning."""

from datetime import date, timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.utils import timezone

from glasswork.lib.directions import isolated
from glasswork.pairing.actions import tidy
from glasswork.pairing.models import Invitation
from glasswork.pairing.partings import MOST_CHARACTERS, Tell, make_parting
from glasswork.pairing.stages import Stage, State, stage_of
from glasswork.pairing.tests.make import (
    answer_offer,
    invite,
    join,
    make_accepted,
    make_joined,
    make_two,
    match,
    stop,
    type_code,
)
from glasswork.pairing.waiting import has_words_to_compare, parting_line
from glasswork.spaces.kinds import encode
from glasswork.spaces.models import Space
from glasswork.spaces.reading import read_own_slips
from tests.cast import Actor

TODAY = date(2026, 11, 19)


@pytest.mark.parametrize(
    ("state", "inviter", "joiner"),
    [
        (State.SENT, Stage.SENT, Stage.NONE),
        (State.ACCEPTED, Stage.COMPARE, Stage.COMPARE),
        (State.INVITER_MATCHED, Stage.WAITING, Stage.COMPARE),
        (State.JOINER_MATCHED, Stage.COMPARE, Stage.WAITING),
    ],
)
def test_each_is_shown_their_own_side(state: State, inviter: Stage, joiner: Stage) -> None:
    assert stage_of(state, is_inviter=True) == inviter
    assert stage_of(state, is_inviter=False) == joiner


def test_a_parting_has_one_size_and_keeps_no_words_that_are_not_to_be_told() -> None:
    sizes = {len(encode(make_parting(tell, words, TODAY))) // 64 for tell in Tell for words in ("", "a", "ü" * 500)}
    assert len(sizes) == 1
    assert make_parting(Tell.NOT_HERE, "secret", TODAY).words == ""
    assert make_parting(Tell.WEEK, "then", TODAY).show_on == TODAY + timedelta(days=7)
    with pytest.raises(ValueError, match="too many"):
        make_parting(Tell.NOW, "x" * (MOST_CHARACTERS + 1), TODAY)


def has_words(actor: Actor) -> bool:
    slips = {(slip.space, slip.slot): slip.value for slip in read_own_slips(actor.private)}
    return has_words_to_compare(actor.spaces, slips)


def test_today_learns_that_words_wait(db: None) -> None:
    ana, ben = make_two()
    code = invite(ana)
    assert (has_words(ana), has_words(ben)) == (False, False)
    type_code(ben, code)
    answer_offer(ben, "later")
    assert (has_words(ana), has_words(ben)) == (False, False)
    join(ben, code)
    assert (has_words(ana), has_words(ben)) == (True, True)
    match(ben)
    assert (has_words(ana), has_words(ben)) == (True, False)
    match(ana)
    assert (has_words(ana), has_words(ben)) == (False, False)


def test_today_says_that_sharing_has_stopped_while_that_is_news(db: None) -> None:
    ana, ben = make_joined()
    today = timezone.now().date()
    assert parting_line(ben.spaces, [], today) == ""
    stop(ana, "week", "I need time.")
    assert "left you" not in parting_line(ben.spaces, [], today)
    assert f"{isolated('Ana')} left you some words" in parting_line(ben.spaces, [], today + timedelta(days=7))
    assert "left you" not in parting_line(ana.spaces, [], today + timedelta(days=7))
    assert parting_line(ben.spaces, [], today + timedelta(days=15)) == ""


def test_nothing_is_asked_of_the_database_while_nothing_is_in_progress(
    db: None, django_assert_num_queries: object
) -> None:
    ana, _ = make_two()
    spaces = ana.spaces
    with django_assert_num_queries(0):  # type: ignore[operator]
        assert not has_words_to_compare(spaces, {})
        assert parting_line(spaces, [], TODAY) == ""


def test_tidy_removes_what_has_ended_and_spaces_that_never_opened(db: None) -> None:
    ana, _ = make_accepted()
    match(ana)
    assert tidy() == 0
    with time_machine.travel(timezone.now() + timedelta(days=8), tick=False):
        assert tidy() > 0
    assert not Invitation.objects.exists()
    assert not Space.objects.filter(is_shared=True).exists()


def test_tidy_leaves_an_open_space_alone(db: None) -> None:
    ana, ben = make_joined()
    with time_machine.travel(timezone.now() + timedelta(days=8), tick=False):
        tidy()
    assert ana.shared.id == ben.shared.id


def test_the_database_itself_refuses_a_joined_row_without_a_joiner(db: None) -> None:
    ana, _ = make_two()
    invite(ana)
    with pytest.raises(IntegrityError), transaction.atomic():
        Invitation.objects.update(state=State.ACCEPTED.value)
