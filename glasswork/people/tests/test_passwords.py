"""Which passwords are refused, and that the list of common ones is worth its name (ASVS V6.2.4)."""

import gzip

import pytest

from glasswork.people.passwords import LEAST, OURS, password_problem

TOP = 3000


def listed() -> list[str]:
    return gzip.decompress(OURS.read_bytes()).decode().split()


def test_the_list_holds_what_is_common_at_our_length() -> None:
    found = listed()
    assert len(set(found)) == len(found) >= TOP
    assert all(len(each) >= LEAST and each == each.lower() for each in found)


@pytest.mark.parametrize(
    "password", ["chickenwing101", "1qaz2wsx3edc4rfv", "NeedForSpeed", " unbelievable ", "administrator"]
)
def test_a_common_one_is_refused_however_it_is_written(password: str) -> None:
    assert "Many people use this password" in password_problem(password)


def test_every_one_of_the_list_is_refused() -> None:
    assert [each for each in listed() if not password_problem(each)] == []


@pytest.mark.parametrize("password", ["a lighthouse by the quiet sea", "brave otters hum at noon", "x7#kq02!mvLp"])
def test_others_are_taken(password: str) -> None:
    assert password_problem(password) == ""


@pytest.mark.parametrize("password", ["short", "eleven char", "a" * 201, "abababababababab"])
def test_too_short_too_long_and_repeated_ones_say_so(password: str) -> None:
    assert password_problem(password)
    assert "Many people" not in password_problem(password)
