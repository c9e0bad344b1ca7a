"""Sign-in names that the server makes, and display names that people choose (S3)."""

import pytest

from glasswork.people.actions import create_account
from glasswork.people.display_names import clean_display_name, display_name_problem
from glasswork.people.models import Account
from glasswork.people.sign_in_names import clean_sign_in_name, hash_sign_in_name, new_sign_in_name
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("chosen", "begins"),
    [("Robin", "robin-"), ("  RÓBÍN!  ", "robin-"), ("Ana Maria von Habsburg", "anamariavonhabsb-"), ("R0b1n", "rbn-")],
)
def test_a_sign_in_name_begins_like_the_chosen_one(chosen: str, begins: str) -> None:
    assert new_sign_in_name(chosen).startswith(begins)


@pytest.mark.parametrize("chosen", ["", "روبن", "🌊", "123", "'; DROP TABLE--", "\x00"])
def test_any_name_gives_one_that_can_be_typed(chosen: str) -> None:
    name = new_sign_in_name(chosen)
    assert name == clean_sign_in_name(name)
    assert name.isascii()
    assert name.count("-") == 2


def test_only_its_keyed_hash_is_stored() -> None:
    made = create_account(display_name="Robin", password=cast.PASSWORD)
    row = Account.objects.get()
    assert bytes(row.sign_in) == hash_sign_in_name(made.sign_in_name)
    stored = b"".join(bytes(getattr(row, f.name)) for f in row._meta.fields if f.get_internal_type() == "BinaryField")
    assert made.sign_in_name.encode() not in stored
    assert b"robin" not in stored.lower()


def test_two_people_of_one_name_get_two() -> None:
    names = {create_account(display_name="Robin", password=cast.PASSWORD).sign_in_name for _ in range(20)}
    assert len(names) == 20


@pytest.mark.parametrize("name", ["Robin", "روبن", "🌊", "<b>", "x" * 60, "a\u200bb"])
def test_a_display_name_may_be_anything_that_shows(name: str) -> None:
    assert display_name_problem(name) == ""


@pytest.mark.parametrize("name", ["", "\u200b", "\u2060\u00ad", "\x00", "\u3000"])
def test_a_name_nobody_could_see_is_asked_for_again(name: str) -> None:
    assert display_name_problem(name) == "Please type a name. A made-up one is fine."


@pytest.mark.parametrize("mark", ["\u202e", "\u2067", "\u2069", "\u200f", "\u061c"])
def test_a_name_cannot_turn_the_sentence_around_it(mark: str) -> None:
    assert clean_display_name(f" {mark}Rob{mark}in\n") == "Robin"
    assert display_name_problem(mark)


def test_names_that_need_their_joiners_keep_them() -> None:
    for name in ("👩\u200d🚀", "می\u200cخواهم"):
        assert clean_display_name(name) == name


def test_a_very_long_one_is_too_long() -> None:
    assert "at most 60" in display_name_problem("x" * 61)
