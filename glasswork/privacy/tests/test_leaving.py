"""Deleting one’s account: now or in 14 days, with a way back until then, and nothing left behind (K18, Z8)."""

from datetime import timedelta

import pytest
from django.utils import timezone

from glasswork.people.models import Account, Session
from glasswork.people.person import change_keyring
from glasswork.people.present_password import WRONG
from glasswork.privacy import actions
from glasswork.privacy.actions import DAYS_TO_COME_BACK, tidy
from glasswork.privacy.tests.make import texts
from glasswork.spaces.actions import make_shared_space, open_shared_space
from glasswork.spaces.models import Entry, Membership, Slip, Space
from glasswork.spaces.writing import append, save_slip
from tests.cast import PASSWORD, Actor, Line, make_actor, pin_of
from tests.markup import shows

pytestmark = pytest.mark.django_db


def leave(actor: Actor, **typed: str) -> str:
    answer = actor.post("/me/leaving/", {"password": PASSWORD, "how": "now", "words": "stay", **typed})
    return answer.get("Location", "")


def test_now_means_now(ana: Actor) -> None:
    account, space = ana.account.id, ana.private.id
    append(ana.private, Line(text="mine"))
    assert leave(ana) == "/left/"
    assert not Account.objects.filter(pk=account).exists()
    assert not Space.objects.filter(pk=space).exists()
    assert not Entry.objects.filter(space=space).exists()
    assert not Slip.objects.filter(owner=account).exists()
    assert not Session.objects.exists()
    assert ana.get("/today/")["Location"].startswith("/sign-in/")


def test_the_other_keeps_their_own_and_what_was_left_with_them(couple: tuple[Actor, Actor]) -> None:
    ana, ben = couple
    append(ana.shared, Line(text="from ana"))
    append(ben.shared, Line(text="from ben"))
    leave(ana, words="stay")
    assert ben.spaces.shared is None
    [former] = ben.spaces.former
    assert texts(former) == ["from ana", "from ben"]
    for path in ("/today/", "/me/", "/pairing/", "/record/", "/talk/"):
        assert ben.get(path).status_code == 200


def test_words_can_be_taken_along(couple: tuple[Actor, Actor]) -> None:
    ana, ben = couple
    append(ana.shared, Line(text="from ana"))
    append(ben.shared, Line(text="from ben"))
    leave(ana, words="back")
    [former] = ben.spaces.former
    assert texts(former) == ["from ben"]
    assert shows(ben.get("/record/"), "whole")


def test_a_space_that_both_have_left_is_gone(couple: tuple[Actor, Actor]) -> None:
    ana, ben = couple
    leave(ana)
    leave(ben)
    assert not Space.objects.exists()
    assert not Entry.objects.exists()


def test_until_the_day_there_is_one_page_and_a_way_back(ana: Actor) -> None:
    append(ana.private, Line(text="mine"))
    leave(ana, how="later")
    assert not Session.objects.exists()
    ana.sign_in()
    for path in ("/today/", "/me/", "/check-in/"):
        assert ana.get(path)["Location"] == "/leaving/"
    assert ana.post("/me/name/", {"name": "Anna"})["Location"] == "/leaving/"
    assert ana.get("/leaving/").status_code == 200
    assert ana.post("/leaving/", {"act": "stay"})["Location"] == "/today/"
    assert ana.get("/today/").status_code == 200
    assert texts(ana.private) == ["mine"]


def test_until_the_day_one_can_go_sooner_but_only_with_the_password(ana: Actor) -> None:
    leave(ana, how="later")
    ana.sign_in()
    Session.objects.update(fresh_at=timezone.now() - timedelta(minutes=6))
    assert ana.post("/leaving/", {"act": "go"}).status_code == 401
    assert Account.objects.filter(pk=ana.new.account.pk).exists()
    Session.objects.update(fresh_at=timezone.now())
    assert ana.post("/leaving/", {"act": "go"})["Location"] == "/left/"
    assert not Account.objects.exists()


def test_the_day_comes_with_the_hourly_tidying(ana: Actor, sam: Actor) -> None:
    leave(ana, how="later")
    assert tidy() == 0
    Account.objects.filter(pk=ana.new.account.pk).update(leaves_on=timezone.now().date())
    assert tidy() == 1
    assert [row.pk for row in Account.objects.all()] == [sam.account.pk]
    assert list(Membership.objects.values_list("account", flat=True)) == [sam.account.pk]


def test_the_last_day_is_named(ana: Actor) -> None:
    leave(ana, how="later")
    day = timezone.now().date() + timedelta(days=DAYS_TO_COME_BACK - 1)
    ana.sign_in()
    assert shows(ana.get("/leaving/"), f"{day.day} {day:%B}")


def test_a_phone_that_lies_open_is_not_enough(couple: tuple[Actor, Actor]) -> None:
    ana, _ = couple
    page = ana.post("/me/leaving/", {"password": "a guess of the other one", "how": "now", "words": "back"})
    assert WRONG in page.content.decode()
    assert ana.shared
    assert Account.objects.filter(pk=ana.new.account.pk).exists()


def test_what_was_not_chosen_is_asked_beside_it(couple: tuple[Actor, Actor]) -> None:
    page = couple[0].post("/me/leaving/", {"password": PASSWORD, "words": "burn them", "how": "yesterday"})
    assert page.content.decode().count("Please choose one of these.") >= 2
    assert couple[0].shared


def test_nobody_who_stays_is_shown_the_page_of_those_who_leave(sam: Actor) -> None:
    assert sam.get("/leaving/")["Location"] == "/me/"
    assert sam.post("/leaving/", {"act": "go"})["Location"] == "/me/"
    assert Account.objects.count() == 1


def test_a_slip_that_waits_goes_too(couple: tuple[Actor, Actor]) -> None:
    ana, ben = couple
    save_slip(ana.shared, Line(text="waits"), "waiting")
    leave(ana)
    assert not Slip.objects.filter(space=ben.spaces.former[0].id).exists()


def test_a_space_that_opened_a_moment_ago_is_stopped_too(ana: Actor) -> None:
    """The other pressed “They match” while this form was on its way."""
    ben = make_actor("Ben")
    space = make_shared_space(ben.person, partner=pin_of(ana))
    change_keyring(ana.person, lambda keyring: keyring.with_pin(pin_of(ben)))
    person, before = ana.person, ana.spaces
    assert before.shared is None
    open_shared_space(space)
    assert ben.shared
    actions.leave(person, before, takes_back=False, at_once=False)
    assert ben.spaces.shared is None


def test_pressed_twice_is_once(couple: tuple[Actor, Actor]) -> None:
    ana, _ = couple
    person, spaces = ana.person, ana.spaces
    leave(ana)
    actions.leave(person, spaces, takes_back=True, at_once=True)
    assert Account.objects.count() == 1
