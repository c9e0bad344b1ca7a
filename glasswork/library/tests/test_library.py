"""Reading, flicking through cards, printing a sheet, and finding help near one."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from django.http import HttpResponse
from django.test import override_settings
from django.utils.html import escape

from glasswork.library.decks import DECKS
from glasswork.library.shelves import FIRST, GROUPS
from glasswork.programme.directory import CONFIRMED_FOR, HOW, NEVER, listings, reminders, ways_to_search
from glasswork.programme.reading import ContentError
from glasswork.programme.shelf import SHELF
from tests.cast import Actor

LISTING = """
[[entry]]
kind = "coach"
name = "A <b>coach</b>"
region = "York"
about = "Works with one person at a time."
contact = "01234"
url = "https://example.org"
confirmed = 2026-11-01
"""


def how(name: str, checked: str) -> str:
    return f"""
[[how]]
id = "{name}"
kind = "therapist"
title = "Where to begin"
text = "Ask the chamber first."
tag = "general"
checked = "{checked}"
"""


def all_confirmed(day: str) -> str:
    return "".join(how(each.id, day) for each in HOW)


def page(response: HttpResponse) -> str:
    assert response.status_code == 200, (response.status_code, response.get("Location"))
    return response.content.decode()


def test_the_index_leads_to_everything(ana: Actor) -> None:
    text = page(ana.get("/library/"))
    ways = [f"/library/{name}/" for name in SHELF.library] + [f"/library/cards/{name}/" for name in DECKS]
    for way in [*ways, *(f"/library/paper/{name}/" for name in SHELF.paper)]:
        assert f'href="{way}"' in text


def test_every_page_has_its_place_once() -> None:
    placed = [*FIRST, *(name for names in GROUPS.values() for name in names)]
    assert sorted(placed) == sorted(SHELF.library)


@pytest.mark.parametrize("name", SHELF.library)
def test_a_page_says_what_is_not_known(ana: Actor, name: str) -> None:
    text = page(ana.get(f"/library/{name}/"))
    assert "What is not known" in text
    assert "Sources" in text


@pytest.mark.parametrize("name", DECKS)
def test_a_deck_holds_every_card(ana: Actor, name: str) -> None:
    text = page(ana.get(f"/library/cards/{name}/"))
    for card in DECKS[name].cards:
        assert str(escape(card.text or card.title)) in text
    assert text.count('class="card"') == len(DECKS[name].cards)


def test_a_pile_keeps_its_capitals(ana: Actor) -> None:
    assert "AI companion" in page(ana.get("/library/cards/scenarios/"))


def test_one_can_look_for_a_page(ana: Actor) -> None:
    assert 'action="/search/"' in page(ana.get("/library/"))


def test_looking_from_the_library_puts_its_pages_above_ones_own_words(ana: Actor) -> None:
    ana.post("/exercises/apology/", {"w-did": "No sleep since Sunday"})
    asked = {"q": "sleep"}
    assert 'name="came_from" value="library"' in page(ana.get("/library/"))
    for sent, is_first in ((asked | {"came_from": "library"}, True), (asked, False)):
        found = page(ana.post("/search/", sent)).partition('id="h-found"')[2]
        own, to_read = found.index("No sleep since Sunday"), found.index("To read. ")
        assert (to_read < min(own, found.index("Exercise. "))) if is_first else own < to_read


def test_a_pile_of_a_deck(ana: Actor) -> None:
    text = page(ana.get("/library/cards/dates/?pile=free"))
    assert text.count('class="card"') == len(DECKS["dates"].of_pile("free")) < len(DECKS["dates"].cards)
    assert page(ana.get("/library/cards/dates/?pile=%22%3E")).count('class="card"') == len(DECKS["dates"].cards)


@pytest.mark.parametrize("name", SHELF.paper)
def test_a_sheet_can_be_printed(ana: Actor, name: str) -> None:
    assert "print-page" in page(ana.get(f"/library/paper/{name}/"))


@pytest.mark.parametrize("path", ["/library/none/", "/library/cards/none/", "/library/paper/none/"])
def test_what_is_not_there(ana: Actor, path: str) -> None:
    assert ana.get(path).status_code == 404


def test_messages_are_there_to_copy(ana: Actor) -> None:
    assert "copy-text" in page(ana.get("/library/enquiries/"))


def test_the_directory_says_how_to_search(ana: Actor) -> None:
    text = page(ana.get("/library/directory/"))
    assert all(str(escape(each.title)) in text for each in HOW)


def test_an_operator_adds_whom_they_know(ana: Actor, tmp_path: Path) -> None:
    own = tmp_path / "directory.toml"
    own.write_text(LISTING)
    with override_settings(GLASSWORK_DIRECTORY=own):
        text = page(ana.get("/library/directory/"))
    assert "A &lt;b&gt;coach&lt;/b&gt;" in text
    assert 'href="https://example.org"' in text


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"coach"\n', '"guru"\n'),
        ("https:", "javascript:"),
        ("confirmed = 2026-11-01", ""),
        ("[[entry]]", "[[entries]]"),
    ],
)
def test_a_flaw_in_the_operators_file_names_it(tmp_path: Path, old: str, new: str) -> None:
    own = tmp_path / "directory.toml"
    own.write_text(LISTING.replace(old, new))
    with pytest.raises(ContentError, match=r"directory\.toml can’t be used"):
        listings(own)


def test_a_flaw_is_counted_as_people_count(tmp_path: Path) -> None:
    own = tmp_path / "directory.toml"
    own.write_text(LISTING + LISTING.replace('"coach"', '"guru"'))
    with pytest.raises(ContentError, match=r"at `entry 2\.kind`\.$"):
        listings(own)


def test_old_entries_are_named_in_a_check(tmp_path: Path) -> None:
    own = tmp_path / "directory.toml"
    own.write_text(LISTING + all_confirmed("2026-11-01"))
    confirmed = listings(own)[0].confirmed
    assert reminders(own, today=confirmed) == []
    assert reminders(own, today=confirmed + CONFIRMED_FOR) == []
    entries, hows = reminders(own, today=confirmed + CONFIRMED_FOR + timedelta(days=1))
    assert "coach" in entries
    assert all(each.id in hows for each in HOW)


def test_a_check_asks_to_confirm_how_to_search(tmp_path: Path) -> None:
    (said,) = reminders(tmp_path / "none.toml", today=date(2026, 12, 1))
    assert HOW[0].id in said
    own = tmp_path / "directory.toml"
    own.write_text(how(HOW[0].id, "2026-12-01"))
    (said,) = reminders(own, today=date(2026, 12, 1))
    assert HOW[0].id not in said
    assert HOW[1].id in said


def test_an_operator_mends_how_to_search_and_adds_to_it(ana: Actor, tmp_path: Path) -> None:
    own = tmp_path / "directory.toml"
    own.write_text(how(HOW[0].id, "2026-12-01") + how("norway", NEVER))
    assert [each.id for each in ways_to_search(own)] == [*(each.id for each in HOW), "norway"]
    with override_settings(GLASSWORK_DIRECTORY=own):
        text = page(ana.get("/library/directory/"))
    assert str(escape(HOW[0].text)) not in text
    assert text.count("Ask the chamber first.") == 2
    assert "Checked on 1 December 2026" in text


@pytest.mark.parametrize("text", [how("norway", "soon"), how("norway", NEVER) * 2])
def test_a_flaw_in_how_to_search_is_named(tmp_path: Path, text: str) -> None:
    own = tmp_path / "directory.toml"
    own.write_text(text)
    with pytest.raises(ContentError, match=r"directory\.toml can’t be used"):
        ways_to_search(own)
