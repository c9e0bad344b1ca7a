from collections.abc import Iterator

import pytest

from glasswork.seal.code import (
    ALPHABET,
    check_recovery_code,
    clean_code,
    invitation_keys,
    new_invitation_code,
    new_recovery_code,
    recovery_keys,
)
from glasswork.seal.tests.make import is_refused, make_id


def test_a_recovery_code_is_shown_in_nine_groups_of_four() -> None:
    groups = new_recovery_code().split("-")
    assert [len(group) for group in groups] == [4] * 9


def test_an_invitation_code_is_shown_in_four_groups_of_four() -> None:
    groups = new_invitation_code().split("-")
    assert [len(group) for group in groups] == [4] * 4


def test_codes_are_new_every_time() -> None:
    assert len({new_recovery_code() for _ in range(100)} | {new_invitation_code() for _ in range(100)}) == 200


@pytest.mark.parametrize(
    "typed",
    ["abcd-efgh-jkmn-0110", "ABCD EFGH JKMN OIlO", " abcdefgh–jkmn—o1L0\n", "ABCD\u2011EFGH\u00a0JKMN0110\u200b"],
)
def test_a_code_is_understood_as_people_type_it(typed: str) -> None:
    assert clean_code(typed) == "ABCDEFGHJKMN0110"


@pytest.mark.parametrize("typed", ["", "--", "ABCU", "AB*D", "ABCÉ", "ſbcd", "ıbcd", "١٢٣٤"])
def test_what_is_no_code_is_refused(typed: str) -> None:
    assert is_refused(clean_code, typed)


def test_a_recovery_code_opens_however_it_is_typed() -> None:
    code = new_recovery_code()
    bare = check_recovery_code(code)
    assert bare == code.replace("-", "")
    assert recovery_keys(code, make_id(1)) == recovery_keys(f" {bare.lower()} ", make_id(1))


def test_every_single_slip_in_a_recovery_code_is_noticed() -> None:
    bare = check_recovery_code(new_recovery_code())
    assert all(is_refused(check_recovery_code, slip) for slip in _wrong_characters(bare))
    assert all(is_refused(check_recovery_code, slip) for slip in _swapped_neighbours(bare[:32], bare[32:]))


def test_a_recovery_code_of_another_length_is_refused() -> None:
    bare = check_recovery_code(new_recovery_code())
    assert is_refused(check_recovery_code, bare[:-1])
    assert is_refused(check_recovery_code, "0" + bare)
    assert is_refused(recovery_keys, bare[:-1], make_id(1))


def test_recovery_keys_differ_by_code_account_and_use() -> None:
    one, other = new_recovery_code(), new_recovery_code()
    keys = [recovery_keys(one, make_id(1)), recovery_keys(one, make_id(2)), recovery_keys(other, make_id(1))]
    assert len({part for pair in keys for part in pair}) == 6


def test_invitation_keys_differ_by_code_and_use() -> None:
    one, other = new_invitation_code(), new_invitation_code()
    assert len({*invitation_keys(one), *invitation_keys(other)}) == 4
    assert invitation_keys(one) == invitation_keys(one.lower().replace("-", " "))
    assert is_refused(invitation_keys, one[:-1])


def _wrong_characters(code: str) -> Iterator[str]:
    for at, right in enumerate(code):
        for wrong in ALPHABET.replace(right, ""):
            yield code[:at] + wrong + code[at + 1 :]


def _swapped_neighbours(code: str, check: str) -> Iterator[str]:
    for at in range(len(code) - 1):
        if code[at] != code[at + 1]:
            yield code[:at] + code[at + 1] + code[at] + code[at + 2 :] + check
