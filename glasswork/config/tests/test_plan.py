"""``glasswork plan simulate``, as an author uses it."""

from unittest import mock

import pytest

from glasswork.config.command import main
from glasswork.plan import choosing


def test_it_says_who_lived_and_that_nothing_went_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["plan", "simulate", "--people", "6", "--weeks", "2"]) == 0
    said = capsys.readouterr().out
    assert "6 people, 2 weeks" in said
    assert "Nothing went wrong." in said


def test_a_fault_ends_with_1(capsys: pytest.CaptureFixture[str]) -> None:
    with (
        mock.patch.object(choosing, "broken_by", return_value=0),
        mock.patch.object(choosing, "holding", return_value=""),
    ):
        assert main(["plan", "simulate", "--people", "24", "--weeks", "8", "--seed", "5"]) == 1
    assert "rule" in capsys.readouterr().out


@pytest.mark.parametrize("wrong", [["--people", "0"], ["--weeks", "many"], ["--seed", "x"]])
def test_a_wrong_number_is_refused(wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["plan", "simulate", *wrong])
    assert ended.value.code == 2
    assert capsys.readouterr().err
