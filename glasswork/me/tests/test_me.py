"""Me: one's name, settings, and where one is signed in."""

import json
from datetime import timedelta
from http.cookies import Morsel
from typing import Any

import pytest
import time_machine
from django.http import HttpResponse
from django.utils import timezone

from glasswork.lib.directions import isolated
from glasswork.me.views import TOO_MANY_NAMES
from glasswork.people.models import Session
from glasswork.people.sessions import start_session
from glasswork.spaces.common_kinds import RememberedHead, Settings
from glasswork.spaces.models import Entry
from glasswork.spaces.names import NAMES, names_in
from glasswork.spaces.opening import OpenSpace
from glasswork.spaces.reading import Want, read_entries, read_slip
from glasswork.ui.appearance import FACE_COOKIE, THEME_COOKIE
from tests import cast

pytestmark = pytest.mark.django_db
CHOSEN = {"theme": "dark", "face": "notes", "zone": "Asia/Tokyo", "country": "IE", "shared": "yes"}


def names(space: OpenSpace) -> dict[Any, str]:
    return names_in(read_entries(Want(space, tags=(NAMES,))))


def settings_of(actor: cast.Actor) -> Settings:
    found = read_slip(actor.private, Settings, "settings")
    assert found
    return found


def test_the_page_names_me_and_how_i_sign_in(ana: cast.Actor) -> None:
    body = ana.get("/me/").content.decode()
    assert '<h1 dir="auto">Ana</h1>' in body
    assert ana.new.sign_in_name in body
    assert "/record/" not in body


def test_somebody_who_shares_finds_the_record(couple: Any) -> None:
    body = couple[0].get("/me/").content.decode()
    assert f"You and {isolated('Ben')}" in body
    assert 'href="/record/"' in body


def test_a_new_name_is_mine_in_both_spaces_and_the_old_one_is_taken_back(couple: Any) -> None:
    ana, ben = couple
    assert ana.post("/me/name/", {"name": " Anna "})["Location"] == "/me/?done=name"
    assert names(ana.private) == {ana.account.id: "Anna"}
    assert names(ana.shared)[ana.account.id] == "Anna"
    assert names(ben.shared) == {ana.account.id: "Anna", ben.account.id: "Ben"}
    assert f"You and {isolated('Anna')}" in ben.get("/me/").content.decode()


def test_a_new_name_moves_the_head_one_remembers(couple: Any) -> None:
    ana, _ = couple
    ana.post("/me/name/", {"name": "Anna"})
    memory = read_slip(ana.private, RememberedHead, "head", ana.shared.id.bytes)
    assert memory
    assert memory.sequence == ana.shared.sequence
    assert "Your record is whole." in ana.post("/record/", {"space": str(ana.shared.id)}).content.decode()


def test_a_name_can_be_changed_ten_times_a_day(couple: Any) -> None:
    ana, ben = couple
    for number in range(10):
        assert ana.post("/me/name/", {"name": f"Ana {number}"}).status_code == 302
    page, before = ana.post("/me/name/", {"name": "Anouk"}), Entry.objects.count()
    assert page.status_code == 429
    assert TOO_MANY_NAMES in page.content.decode()
    assert 'value="Anouk"' in page.content.decode()
    assert ana.post("/me/name/", {"name": "Ana 9"}).status_code == 302
    assert Entry.objects.count() == before
    assert names(ana.private)[ana.account.id] == "Ana 9"
    assert ben.post("/me/name/", {"name": "Benny"}).status_code == 302
    with time_machine.travel(timezone.now() + timedelta(days=1, seconds=1)):
        ana.sign_in()
        assert ana.post("/me/name/", {"name": "Anouk"}).status_code == 302


def test_the_same_name_again_writes_nothing(ana: cast.Actor) -> None:
    before = Entry.objects.count()
    ana.post("/me/name/", {"name": "Ana"})
    assert Entry.objects.count() == before


@pytest.mark.parametrize(("typed", "sentence"), [("   ", "Please type a name."), ("x" * 61, "at most 60 characters")])
def test_a_name_that_will_not_do_says_why_and_stays_typed(ana: cast.Actor, typed: str, sentence: str) -> None:
    page = ana.post("/me/name/", {"name": typed})
    assert sentence in page.content.decode()
    assert typed.strip() in page.content.decode()
    assert names(ana.private) == {ana.account.id: "Ana"}


def test_a_name_of_another_script_stays_in_its_place(couple: tuple[cast.Actor, cast.Actor]) -> None:
    ana, ben = couple
    ben.post("/me/name/", {"name": "\u202eروبن\n"})
    assert "You and \u2068روبن\u2069" in ana.get("/me/").content.decode()
    assert "Stop sharing with \u2068روبن\u2069" in ana.get("/pairing/end/").content.decode()
    assert "You and \u2068روبن\u2069" in ana.get("/record/").content.decode()


def test_the_name_page_starts_with_the_name_one_has(ana: cast.Actor) -> None:
    assert 'value="Ana"' in ana.get("/me/name/").content.decode()


def test_settings_keep_zone_and_country_and_touch_nothing_else(ana: cast.Actor) -> None:
    answer = ana.post("/me/settings/", CHOSEN)
    assert answer["Location"] == "/me/?done=settings"
    assert settings_of(ana) == Settings(zone="Asia/Tokyo", country="IE", sign_in_name=ana.new.sign_in_name)
    assert Session.objects.get().idle_minutes == 5


def test_theme_and_face_are_cookies_that_say_nothing(ana: cast.Actor) -> None:
    answer = ana.post("/me/settings/", CHOSEN)
    for name, value in ((THEME_COOKIE, "dark"), (FACE_COOKIE, "notes")):
        cookie: Morsel[str] = answer.cookies[name]
        assert cookie.value == value
        assert (cookie["path"], cookie["samesite"]) == ("/", "Strict")
        assert cookie["secure"]
        assert cookie["httponly"]
    body = ana.get("/me/settings/").content.decode()
    assert 'data-theme="dark"' in body
    for choice in (
        'value="dark" checked',
        'value="notes" checked',
        'value="Asia/Tokyo" selected',
        'value="IE" selected',
    ):
        assert choice in body
    assert json.loads(ana.get("/manifest.webmanifest").content)["name"] == "Notes"


def test_going_back_to_the_device_takes_the_cookies_away(ana: cast.Actor) -> None:
    ana.post("/me/settings/", CHOSEN)
    answer = ana.post("/me/settings/", {**CHOSEN, "theme": "auto", "face": "glasswork"})
    assert (answer.cookies[THEME_COOKIE].value, answer.cookies[FACE_COOKIE].value) == ("", "")
    assert "data-theme" not in ana.get("/me/settings/").content.decode()


def test_ones_own_device_waits_fifteen_minutes_again(ana: cast.Actor) -> None:
    ana.post("/me/settings/", CHOSEN)
    ana.post("/me/settings/", {name: value for name, value in CHOSEN.items() if name != "shared"})
    assert Session.objects.get().idle_minutes == 15


def test_a_zone_that_is_none_says_so_and_keeps_the_rest(ana: cast.Actor) -> None:
    page = ana.post("/me/settings/", {**CHOSEN, "zone": "Moon/Crater"})
    body = page.content.decode()
    assert "Please choose a time zone from the list." in body
    assert 'value="dark" checked' in body
    assert 'value="IE" selected' in body
    assert settings_of(ana).zone == "Europe/London"


@pytest.mark.parametrize("country", ["XX", "", "<b>"])
def test_a_country_nobody_knows_is_none(ana: cast.Actor, country: str) -> None:
    ana.post("/me/settings/", {**CHOSEN, "country": country})
    assert settings_of(ana).country == ""


def test_signing_out_the_others_keeps_this_one(ana: cast.Actor, sam: cast.Actor) -> None:
    for _ in range(2):
        start_session(HttpResponse(), ana.account, ana.new.account_key)
    assert "2 other places" in ana.get("/me/").content.decode()
    assert ana.post("/me/other-places/")["Location"] == "/me/?done=places"
    body = ana.get("/me/?done=places").content.decode()
    assert "Only here, on this device." in body
    assert "You’re signed out everywhere else." in body
    assert sam.get("/me/").status_code == 200


def test_a_made_up_message_is_not_shown(ana: cast.Actor) -> None:
    assert "evil" not in ana.get("/me/?done=evil").content.decode()
