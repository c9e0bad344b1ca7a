"""``glasswork content check``, as an author uses it."""

from pathlib import Path

import pytest

from glasswork.config import tasks
from glasswork.config.command import main
from glasswork.config.tests.server import run
from glasswork.programme import grading
from glasswork.programme.authoring import VOICE
from glasswork.programme.reading import CONTENT
from glasswork.programme.tests.make import EXERCISE, LIBRARY, make_content, write


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small folder in place of the packaged one. Three words in it don't sound like us."""
    root = make_content(tmp_path / "en")
    write(root, "library/tea.md", LIBRARY.replace("A leaf", "A leaf in a pot. " * 120 + "A leaf"))
    write(root, "exercises/kettle.md", EXERCISE.replace("Sam waited.", "He failed to fix it."))
    write(root, VOICE, "exempt = []\n" + (CONTENT / VOICE).read_text("utf-8").partition("[[exempt]]")[0])
    monkeypatch.setattr(tasks, "CONTENT", root)
    return root


def test_what_came_with_glasswork_is_fine_and_no_data_folder_is_made(tmp_path: Path) -> None:
    code, said, errors = run(tmp_path / "data", "content", "check")
    assert (code, errors) == (0, "")
    assert said.endswith(". Flaws: 0. Warnings: 0.\n")
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(("limit", "code"), [((), 1), (("--limit", "2"), 1), (("--limit", "3"), 0)])
def test_more_warnings_than_the_limit_end_with_1(
    content: Path, capsys: pytest.CaptureFixture[str], limit: tuple[str, ...], code: int
) -> None:
    assert main(["content", "check", *limit]) == code
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith("exercises/kettle.md, line 33: “He”")
    assert said[-1] == "Files: 9. Flaws: 0. Warnings: 3."


def test_a_flaw_ends_with_1_whatever_the_limit(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(content, "exercises/kettle.md", EXERCISE.replace("stage = [1]", "stage = [9]"))
    assert main(["content", "check", "--limit", "99"]) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith("exercises/kettle.md, line 6: Expected `int` <= 5")
    assert said[-1] == "Files: 9. Flaws: 1. Warnings: 0."


def test_a_flaw_between_two_pages_is_told(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(content, "steps/talk.md", (content / "steps/talk.md").read_text("utf-8").replace('["kettle"]', '["samovar"]'))
    assert main(["content", "check"]) == 1
    assert "steps/talk.md, line 6: there is no exercise “samovar”" in capsys.readouterr().out


def test_what_could_not_be_measured_is_said(
    content: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(grading, "MEASURE", "a_ruler_that_nobody_has")
    main(["content", "check"])
    assert "The reading grade was not measured: textstat is not installed." in capsys.readouterr().out


@pytest.mark.parametrize("limit", ["-1", "few", ""])
def test_a_limit_is_a_number(capsys: pytest.CaptureFixture[str], limit: str) -> None:
    with pytest.raises(SystemExit) as end:
        main(["content", "check", f"--limit={limit}"])
    assert end.value.code == 2
    assert "the limit is a number of warnings" in capsys.readouterr().err
