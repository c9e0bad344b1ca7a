"""The page around every page."""

import re
from typing import Any

import pytest

from glasswork.ui import samples
from glasswork.ui.appearance import FACE_COOKIE, THEME_COOKIE
from glasswork.ui.page import render
from glasswork.ui.tests.make import make_request

PAGE = "ui/elements_page.html"


def page(context: dict[str, Any] | None = None, **cookies: str) -> str:
    return render(make_request(**cookies), PAGE, {**samples.elements(), **(context or {})}).content.decode()


def test_exit_and_calm_come_before_the_tabs() -> None:
    order = [page().index(mark) for mark in ("Skip to the page", "data-exit", ">Calm<", "<nav", "<main")]
    assert order == sorted(order)


def test_the_current_tab_is_marked() -> None:
    assert re.findall(r'aria-current="page".*?<span>(\w+)</span>', page()) == ["Today"]


def test_the_side_list_names_the_other_person_only_when_there_is_one() -> None:
    assert "You and" in page({"partner_name": "Ben"})
    assert "You and <" not in page({"partner_name": ""})


def test_a_page_with_problems_says_so_in_its_title() -> None:
    assert "<title>Error: Elements</title>" in page()
    assert "<title>Elements</title>" in page({"problems": FewProblems()})


class FewProblems(dict[str, str]):
    """Empty, yet with a sentence for whoever asks by name, as the elements page does."""

    name = agreed = ""


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_chosen_theme_holds(theme: str) -> None:
    drawn = page(None, **{THEME_COOKIE: theme})
    assert f'data-theme="{theme}"' in drawn
    assert drawn.count('name="theme-color"') == 1


@pytest.mark.parametrize("theme", ["", '"><script>', "sepia"])
def test_without_a_known_theme_the_device_decides(theme: str) -> None:
    drawn = page(None, **{THEME_COOKIE: theme})
    assert "data-theme" not in drawn
    assert drawn.count('name="theme-color"') == 2


def test_a_neutral_face_changes_the_icon() -> None:
    assert "icons/notes-192" in page(None, **{FACE_COOKIE: "notes"})
    assert "icons/notes-192" not in page(None, **{FACE_COOKIE: "other"})


def test_a_form_names_its_owner_only_for_somebody_signed_in() -> None:
    request = make_request()
    assert "_owner" not in render(request, PAGE, samples.elements()).content.decode()
    request.form_owner = "a1b2"  # type: ignore[attr-defined]
    signed_in = render(request, PAGE, samples.elements()).content.decode()
    assert '<input type="hidden" name="_owner" value="a1b2">' in signed_in
