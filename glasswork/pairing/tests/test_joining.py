"""Typing a code, and answering it; what the inviter can tell from each answer."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from glasswork.pairing import sentences
from glasswork.pairing.models import Invitation
from glasswork.pairing.stages import State
from glasswork.pairing.tests.make import (
    TOKENS,
    answer_hark,
    answer_offer,
    invite,
    join,
    make_two,
    page,
    still,
    the_invitation,
    type_code,
)
from glasswork.seal.code import new_invitation_code
from glasswork.spaces.models import Entry, Membership, Space
from tests.cast import Actor, make_actor, pair

type Two = tuple[Actor, Actor]


@pytest.fixture
def two(db: None) -> Two:
    return make_two()


def test_joining_gives_name_and_keys_and_no_rights(two: Two) -> None:
    ana, ben = two
    join(ben, invite(ana))
    row = the_invitation()
    assert (row.state, row.joiner_id, row.space) == (State.ACCEPTED, ben.account.id, None)
    assert not Space.objects.filter(is_shared=True).exists()
    for actor, other in ((ana, "Ben"), (ben, "Ana")):
        assert actor.spaces.shared is None
        assert not actor.person.keyring.pins
        assert "Compare words" in page(actor)
        assert other in page(actor)


def test_a_code_is_forgiven_its_dashes_capitals_and_lookalikes(two: Two) -> None:
    ana, ben = two
    typed = invite(ana).replace("-", " ").lower().replace("0", "o").replace("1", "l")
    assert type_code(ben, f"  {typed} ").headers["Location"] == reverse("pairing_offer")


@pytest.mark.parametrize(
    "typed", ["", "ABCD", "ABCD-EFGH-JKMN-PQRS-TUVW", "ключ", "U" * 16, "<b>" + "A" * 16, "A" * 500]
)
def test_what_is_no_code_says_so_and_is_kept(two: Two, typed: str) -> None:
    _, ben = two
    shown = type_code(ben, typed)
    assert shown.status_code == 200
    assert sentences.NOT_A_CODE in shown.content.decode()
    assert "<b>" not in shown.content.decode()


def test_wrong_expired_and_used_codes_answer_alike(two: Two) -> None:
    ana, ben = two
    sam, code = make_actor("Sam"), new_invitation_code()
    answer_hark(sam)
    used = invite(ana)
    join(ben, used)
    expired = invite(sam)
    Invitation.objects.filter(inviter=sam.account).update(ends_on=timezone.now().date() - timedelta(days=1))
    max_ = make_actor("Max")
    answer_hark(max_)
    pages = set()
    for typed in (code, used, expired):
        shown = type_code(max_, typed)
        assert shown.status_code == 200
        assert "This code doesn’t work" in shown.content.decode()
        pages.add(TOKENS.sub("", shown.content.decode().replace(typed, "")))
    assert len(pages) == 1


def test_ones_own_code_has_its_own_sentence(two: Two) -> None:
    ana, _ = two
    assert sentences.OWN in type_code(ana, invite(ana)).content.decode()


def test_ten_codes_an_hour_may_be_tried(two: Two) -> None:
    ana, ben = two
    for _ in range(10):
        type_code(ben, new_invitation_code())
    refused = type_code(ben, invite(ana))
    assert refused.status_code == 429
    assert sentences.TOO_MANY_TRIES in refused.content.decode()


@pytest.mark.parametrize("answer", ["later", "no", "looked"])
def test_not_now_no_thanks_and_only_looking_are_alike_to_the_inviter(two: Two, answer: str) -> None:
    ana, ben = two
    code = invite(ana)
    before, row = still(ana), Invitation.objects.values().get()
    type_code(ben, code)
    if answer == "looked":
        page(ben, "pairing_offer")
    else:
        answer_offer(ben, answer)
    assert still(ana) == before
    assert Invitation.objects.values().get() == row


def test_not_now_can_be_looked_at_again_and_no_thanks_is_forgotten(two: Two) -> None:
    ana, ben = two
    type_code(ben, invite(ana))
    answer_offer(ben, "later")
    assert "Look at it again" in page(ben)
    answer_offer(ben, "no")
    assert "Look at it again" not in page(ben)
    assert ben.get(reverse("pairing_offer")).headers["Location"] == reverse("pairing_join")


def test_what_was_put_off_is_gone_when_the_invitation_is(two: Two) -> None:
    ana, ben = two
    type_code(ben, invite(ana))
    answer_offer(ben, "later")
    ana.post(reverse("pairing_withdrawal"))
    assert "Look at it again" not in page(ben)
    assert answer_offer(ben, "join").headers["Location"].endswith("done=ended")
    assert "has ended" in ben.get(f"{reverse('pairing')}?done=ended").content.decode()


def test_one_of_two_who_type_the_same_code_is_too_late(two: Two) -> None:
    ana, ben = two
    sam, code = make_actor("Sam"), invite(ana)
    answer_hark(sam)
    for actor in (sam, ben):
        type_code(actor, code)
    answer_offer(ben, "join")
    assert answer_offer(sam, "join").headers["Location"].endswith("done=ended")
    assert the_invitation().joiner_id == ben.account.id


def test_join_sent_twice_or_typed_again_leads_on(two: Two) -> None:
    ana, ben = two
    code = invite(ana)
    join(ben, code)
    row = Invitation.objects.values().get()
    assert answer_offer(ben, "join").headers["Location"] == reverse("pairing_words")
    join(ben, code)
    assert Invitation.objects.values().get() == row


def test_accepting_ends_ones_own_invitation(two: Two) -> None:
    ana, ben = two
    own = invite(ben)
    join(ben, invite(ana))
    assert Invitation.objects.get().inviter_id == ana.account.id
    assert "This code doesn’t work" in type_code(ana, own).content.decode()


def test_the_joiner_may_take_it_back_and_the_inviter_sees_that_it_ended(two: Two) -> None:
    ana, ben = two
    join(ben, invite(ana))
    ben.post(reverse("pairing_withdrawal"))
    assert not Invitation.objects.exists()
    assert "An invitation has ended" in page(ana)
    ana.post(reverse("pairing_withdrawal"))
    assert "An invitation has ended" not in page(ana)


def test_solo_work_stays_unseen(two: Two) -> None:
    """S4: whoever pairs later shows nothing of before, not even that there is something."""
    ana, ben = two
    spaces = set(Membership.objects.filter(account=ben.account).values_list("space", flat=True))
    pair(ana, ben)
    shared = Membership.objects.filter(account=ana.account).exclude(space__is_shared=False).values("space")
    assert not set(Entry.objects.filter(space__in=shared).values_list("space", flat=True)) & spaces


def test_a_form_from_an_ended_session_asks_to_sign_in_and_keeps_the_code(two: Two) -> None:
    ana, ben = two
    code, owner = invite(ana), ben.get(reverse("pairing_join")).content.decode().split('name="_owner" value="')[1][:32]
    lost = Client(headers={"Sec-Fetch-Site": "same-origin"})
    shown = lost.post(reverse("pairing_join"), {"code": code, "_owner": owner}, secure=True)
    assert shown.status_code == 401
    assert code in shown.content.decode()
