"""Help lines: ours, or the operator's own; dated; a flaw stops the start and says where."""

from datetime import date
from pathlib import Path

import pytest
from django.apps import apps
from pytest_django import Settings

from glasswork.safety.help_lines import (
    PACKAGED,
    countries,
    dialled,
    find_country,
    lines_for,
    read_help_lines,
    reminders,
    unconfirmed,
)
from glasswork.safety.reading import FlawedFile

EU = """
[[country]]
code = "EU"
name = "European Union"
emergency = "112"
lines = [ { kind = "crisis", name = "A line", call = "116 123" } ]
"""
NORWAY = """
[[country]]
code = "NO"
name = "Norge"
emergency = "112"
confirmed_on = 2026-12-01
confirmed_by = "Kari"
lines = [ { kind = "violence", name = "VO-linjen", call = "+47 116 006", text = "HELP", hours = "24/7", free = true } ]
"""


@pytest.fixture
def own(tmp_path: Path, settings: Settings) -> Path:
    """The operator's own file, with Norway confirmed and the European Union not."""
    path = tmp_path / "help_lines.toml"
    path.write_text(EU + NORWAY, "utf-8")
    settings.GLASSWORK_HELP_LINES = path
    return path


def test_a_known_country_has_its_own_lines() -> None:
    assert lines_for("GB").name == "United Kingdom"
    assert [line.name for line in lines_for("GB").lines_of("crisis")] == ["Samaritans"]


@pytest.mark.parametrize("code", ["", "JP", "gb", "../etc"])
def test_anybody_else_gets_those_of_the_european_union(code: str) -> None:
    assert find_country(code) is None
    assert lines_for(code).code == "EU"


def test_the_operators_own_file_takes_the_place_of_ours(own: Path) -> None:
    assert [country.code for country in countries()] == ["EU", "NO"]
    line = lines_for("NO").lines[0]
    assert (line.dial, line.text, line.hours, line.free) == ("+47116006", "HELP", "24/7", True)


def test_an_operator_is_reminded_of_lines_never_confirmed(own: Path) -> None:
    assert unconfirmed(date(2026, 12, 2)) == ["European Union"]
    assert reminders(today=date(2026, 12, 2)) == [
        f"Confirm the help lines of European Union in {own}: never done, or over twelve months ago."
    ]


def test_without_a_file_of_their_own_an_operator_is_told_to_make_one(own: Path) -> None:
    own.unlink()
    (said,) = reminders(today=date(2026, 12, 2))
    assert f"copy {PACKAGED} to {own}" in said
    assert f"in {own}" not in said
    assert PACKAGED.exists()


def test_an_operator_is_reminded_again_after_twelve_months(own: Path) -> None:
    assert "Norge" not in unconfirmed(date(2027, 12, 1))
    assert "Norge" in unconfirmed(date(2027, 12, 2))


def test_nothing_is_said_when_all_are_confirmed(own: Path) -> None:
    text = EU.replace('emergency = "112"', 'emergency = "112"\nconfirmed_on = 2026-12-01\nconfirmed_by = "Kari"')
    own.write_text(text, "utf-8")
    assert reminders(today=date(2027, 1, 1)) == []


def test_ours_are_unconfirmed_as_they_come() -> None:
    assert len(unconfirmed(date(2026, 11, 22))) == len(countries())


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('name = "Norge"\n', "", "missing required field `name` - at `country 2`"),
        ('code = "NO"', 'code = "Norway"', "at `country 2.code`"),
        ('kind = "violence"', 'kind = "other"', "at `country 2.lines 1.kind`"),
        ("free = true", "cost = 3", "unknown field `cost`"),
        ("2026-12-01", '"soon"', "at `country 2.confirmed_on`"),
        ('code = "NO"', 'code = "EU"', "the country “EU” stands twice"),
        ('code = "EU"', 'code = "DK"', "it has no country “EU”"),
        ('emergency = "112"\nconfirmed', 'emergency = "police"\nconfirmed', "Norge: emergency holds no number"),
        ('confirmed_by = "Kari"\n', "", "Norge: confirmed_on and confirmed_by belong together"),
        ('call = "+47 116 006", text = "HELP"', 'call = "ask"', "Norge, VO-linjen: there is no number to call or text"),
        ("[[country]]", "[country", "line 2"),
    ],
)
def test_a_flawed_file_stops_the_start_and_says_where(own: Path, old: str, new: str, reason: str) -> None:
    text = EU + NORWAY
    assert old in text
    own.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(FlawedFile) as caught:
        apps.get_app_config("safety").ready()
    assert str(caught.value).startswith(f"The file {own} can’t be used: ")
    assert reason in str(caught.value)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(FlawedFile, match="nowhere"):
        read_help_lines(tmp_path / "nowhere.toml")


def test_ours_is_good_as_it_stands() -> None:
    assert read_help_lines(PACKAGED).collected_on == date(2026, 11, 21)


def test_a_number_is_dialled_without_its_dress() -> None:
    assert dialled("1-800-799-7233") == "18007997233"
    assert dialled(" +47 (0) 12") == "+47012"
