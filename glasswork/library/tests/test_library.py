"""Reading, flicking through cards, printing a sheet, and finding help near one."""

from pathlib import Path

import pytest
from django.http import HttpResponse
from django.test import override_settings
from django.utils.html import escape

from glasswork.library.decks import DECKS
from glasswork.library.shelves import FIRST, GROUPS
from glasswork.programme.directory import HOW, listings, reminders
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


def test_old_entries_are_named_in_a_check(tmp_path: Path) -> None:
    own = tmp_path / "directory.toml"
    own.write_text(LISTING)
    confirmed = listings(own)[0].confirmed
    assert reminders(own, today=confirmed) == []
    assert "coach" in reminders(own, today=confirmed.replace(year=confirmed.year + 2))[0]
