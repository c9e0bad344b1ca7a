"""The elements page shows every element there is, and each says what it must without sight or script."""

import re

import pytest
from django.conf import LazySettings
from django.template import engines
from django.test import Client

from glasswork.ui import samples
from glasswork.ui.tests.make import TEMPLATES, draw


def test_the_page_is_hidden_unless_switched_on(client: Client, settings: LazySettings) -> None:
    assert client.get("/elements/").status_code == 404
    settings.GLASSWORK_ELEMENTS_PAGE = True
    assert client.get("/elements/").status_code == 200


def test_the_page_shows_every_element() -> None:
    listed = re.findall(r"\{% set ([\w, ]+?) =", (TEMPLATES / "elements.html").read_text())
    names = {name.strip() for line in listed for name in line.split(",")}
    shown = set(re.findall(r"el\.(\w+)\(", (TEMPLATES / "elements_page.html").read_text()))
    assert len(names) > 30
    # the card of a code brings these two along
    assert names - shown == {"copy", "print"}


def test_a_field_with_a_problem_is_tied_to_its_sentence() -> None:
    drawn = draw('{{ el.field("name", "Your name", hint="Any.", error="Type a name.") }}')
    assert 'aria-describedby="hint-name error-name"' in drawn
    assert 'aria-invalid="true"' in drawn
    assert 'for="field-name"' in drawn


@pytest.mark.parametrize("hostile", ['"><script>alert(1)</script>', "' onfocus=alert(1) x='", "</textarea><b>"])
def test_words_that_look_like_markup_stay_words(hostile: str) -> None:
    drawn = draw(
        """{{ el.field("a", words, value=words, hint=words, error=words, **{"data-x": words}) }}
        {{ el.area("b", words, value=words) }}{{ el.quote(words) }}{{ el.goto(words, "#", detail=words) }}
        {{ el.picks("c", words, [(words, words)], chosen=words) }}{{ el.sentence([("d", words, words)]) }}
        {% call el.answer("partner", words, words) %}{{ el.feelings([words]) }}{% endcall %}""",
        words=hostile,
    )
    assert hostile not in drawn
    assert "<script" not in drawn
    assert "<b>" not in drawn


def test_a_password_is_never_written_back() -> None:
    assert "value=" not in draw('{{ el.password("password", "Password", autocomplete="new-password") }}')


def test_one_choice_does_not_tick_a_longer_word() -> None:
    drawn = draw('{{ el.picks("feel", "Feel", [("sad", "Sad"), ("sadder", "Sadder")], chosen="sadder") }}')
    assert re.findall(r'value="(\w+)" checked', drawn) == ["sadder"]


@pytest.mark.parametrize("chosen", [2, "2"])
def test_a_scale_shows_the_chosen_pane(chosen: int | str) -> None:
    drawn = draw('{{ el.scale("close", "How close?", ["a", "b", "c", "d", "e"], chosen=chosen) }}', chosen=chosen)
    assert re.findall(r'value="(\d)" checked', drawn) == ["2"]


def test_the_summary_leads_to_each_field() -> None:
    drawn = draw('{{ el.error_summary({"name": "Type a name.", "": "Try again."}) }}')
    assert 'href="#field-name"' in drawn
    assert "autofocus" in drawn
    assert "There is a problem" in drawn


def test_without_problems_there_is_no_summary() -> None:
    assert draw("{{ el.error_summary({}) }}").strip() == ""


def test_the_page_has_nothing_inline(client: Client, settings: LazySettings) -> None:
    settings.GLASSWORK_ELEMENTS_PAGE = True
    page = client.get("/elements/").content.decode()
    assert re.findall(r"<script(?![^>]*\bsrc=)[^>]*>|<style|\sstyle=|\son\w+=", page) == []


def test_a_name_that_is_missing_fails_loudly() -> None:
    with pytest.raises(Exception, match="nobody"):
        engines["jinja2"].from_string("{{ nobody }}").render({})


def test_the_samples_name_every_word_of_the_page() -> None:
    assert {"words", "closeness", "frame", "problems", "who_sees"} <= set(samples.elements())
