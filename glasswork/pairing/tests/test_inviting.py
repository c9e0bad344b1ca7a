"""Inviting somebody: what they will see, the question, the code and its picture."""

from datetime import timedelta
from typing import Any

import pytest
import segno
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from glasswork.pairing.models import Invitation
from glasswork.pairing.stages import State
from glasswork.pairing.tests.make import answer_hark, code_of, invite, join, make_two, page, still, the_invitation
from glasswork.safety import gate
from glasswork.seal.code import invitation_keys
from glasswork.spaces.models import Slip
from tests.cast import Actor, make_actor, make_couple
from tests.markup import shown_code, shows


def test_inviting_shows_a_code_that_only_its_maker_can_see(db: None) -> None:
    ana, ben = make_two()
    code = invite(ana)
    assert shown_code(ana.get(reverse("pairing"))) == code
    assert not shows(ben.get(reverse("pairing")), code)
    row = the_invitation()
    assert (row.state, row.joiner, row.space) == (State.SENT, None, None)
    assert bytes(row.verifier) == invitation_keys(code).verifier
    assert code.replace("-", "").encode() not in bytes(row.verifier) + bytes(row.payload)


def test_the_preview_shows_the_first_screen_that_the_other_gets(db: None) -> None:
    ana, ben = make_two()
    preview = page(ana, "pairing_preview")
    ben.post(reverse("pairing_join"), {"code": invite(ana)})
    offer = page(ben, "pairing_offer")
    for sentence in ("asked you to join", "You each get a private space.", "No snooping.", "Are you free to say no?"):
        assert sentence in preview
        assert sentence in offer


def test_looking_and_not_really_leave_nothing_behind(db: None) -> None:
    ana, _ = make_two()
    before = Slip.objects.count()
    for name in ("pairing", "pairing_preview", "pairing_invitation", "pairing_pause", "pairing_join"):
        page(ana, name)
    assert not Invitation.objects.exists()
    assert Slip.objects.count() == before


def test_the_private_questions_come_first(ana: Actor) -> None:
    for name in ("pairing_preview", "pairing_invitation", "pairing_join", "pairing_offer", "pairing_words"):
        assert ana.get(reverse(name)).headers["Location"] == gate.question_path(reverse(name))
    assert ana.post(reverse("pairing_invitation")).status_code == 302
    assert not Invitation.objects.exists()


def test_somebody_whose_joint_steps_rest_gets_help_and_no_code(ana: Actor) -> None:
    answer_hark(ana, "yes")
    for name in ("pairing_preview", "pairing_invitation", "pairing_join", "pairing_offer", "pairing_words"):
        assert reverse("help_lines") in page(ana, name)
    assert ana.post(reverse("pairing_invitation")).status_code == 200
    assert not Invitation.objects.exists()


def test_resting_after_accepting_looks_to_the_other_like_not_having_compared_yet(db: None) -> None:
    ana, ben = make_two()
    join(ben, invite(ana))
    before = still(ana, "pairing_words")
    answer_hark(ben, "yes")
    assert reverse("help_lines") in page(ben, "pairing_words")
    assert still(ana, "pairing_words") == before


def test_a_second_invitation_ends_the_first(db: None) -> None:
    ana, ben = make_two()
    first, second = invite(ana), invite(ana)
    assert first != second
    assert the_invitation().verifier == invitation_keys(second).verifier
    assert "This code doesn’t work" in ben.post(reverse("pairing_join"), {"code": first}).content.decode()


def test_at_most_five_codes_a_day(db: None) -> None:
    ana, _ = make_two()
    for _ in range(5):
        invite(ana)
    code = code_of(ana)
    refused = ana.post(reverse("pairing_invitation"))
    assert refused.status_code == 429
    assert "another one tomorrow" in refused.content.decode()
    assert code_of(ana) == code


def test_taking_it_back_spends_the_code(db: None) -> None:
    ana, ben = make_two()
    code = invite(ana)
    ana.post(reverse("pairing_withdrawal"))
    assert not Invitation.objects.exists()
    assert "Invite somebody" in page(ana)
    assert "This code doesn’t work" in ben.post(reverse("pairing_join"), {"code": code}).content.decode()


def test_after_seven_days_the_code_is_gone_and_its_maker_is_told_calmly(db: None) -> None:
    ana, _ = make_two()
    code = invite(ana)
    with time_machine.travel(timezone.now() + timedelta(days=8), tick=False):
        ana.sign_in()
        shown = ana.get(reverse("pairing"))
    assert not shows(shown, code)
    assert "An invitation has ended" in shown.content.decode()


def test_the_picture_holds_the_code_behind_the_hash_sign_and_is_never_stored(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    ana, ben = make_two()
    code, seen, make = invite(ana), [], segno.make

    def noted(text: str, **more: Any) -> segno.QRCode:
        seen.append(text)
        return make(text, **more)

    monkeypatch.setattr(segno, "make", noted)
    picture = ana.get(reverse("pairing_code_picture"))
    assert seen == [f"https://testserver{reverse('pairing_join')}#{code}"]
    assert picture.headers["Content-Type"] == "image/svg+xml; charset=utf-8"
    assert picture.headers["Cache-Control"] == "no-store"
    assert b"<svg" in picture.content
    assert b"style=" not in picture.content
    assert ben.get(reverse("pairing_code_picture")).status_code == 404


def test_somebody_who_shares_already_is_told_that_it_is_one_at_a_time(db: None) -> None:
    ana, _ = make_couple()
    for name in ("pairing_preview", "pairing_invitation", "pairing_join", "pairing_offer", "pairing_words"):
        assert ana.get(reverse(name)).headers["Location"] == f"{reverse('pairing')}?done=one"
    assert "one at a time" in ana.get(f"{reverse('pairing')}?done=one").content.decode()
    assert ana.post(reverse("pairing_invitation")).status_code == 302
    assert not Invitation.objects.exists()


def test_a_stranger_without_an_account_is_shown_the_way_in_and_back(db: None) -> None:
    shown = Client().get(reverse("pairing_join"), secure=True).content.decode()
    assert f"{reverse('start')}?next={reverse('pairing_join')}" in shown
    assert f"{reverse('sign_in')}?next={reverse('pairing_join')}" in shown


def test_a_name_is_shown_as_text_whatever_it_is(db: None) -> None:
    ana, ben = make_actor("<script>alert(1)</script>"), make_actor("Ben")
    for actor in (ana, ben):
        answer_hark(actor)
    join(ben, invite(ana))
    for shown in (page(ben), page(ben, "pairing_offer"), page(ben, "pairing_words")):
        assert "<script>alert" not in shown
        assert "&lt;script&gt;alert" in shown
