"""What is wrong in a page is said with its file, its line and the reason, and Glasswork does not start with it."""

from pathlib import Path

import pytest

from glasswork.programme.reading import ContentError
from glasswork.programme.shelf import load_shelf
from glasswork.programme.tests.make import EXERCISE, FIELD, LIBRARY, SHEET, STEP, make_content, write


def refused(root: Path) -> str:
    with pytest.raises(ContentError) as flaw:
        load_shelf(root)
    return str(flaw.value)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_content(tmp_path / "en")


def test_a_whole_folder_is_read(root: Path) -> None:
    shelf = load_shelf(root)
    kettle = shelf.exercises["kettle"]
    assert [step.title for step in kettle.steps] == ["Fill it", "Wait"]
    assert [field.label for field in kettle.fields] == ["What I saw"]
    assert kettle.last == "The cup can wait too."
    assert not kettle.is_joint
    assert list(shelf.steps) == ["talk", "support", "lines", "together", "self"]
    assert shelf.exercises_of("self") == (kettle,)


@pytest.mark.parametrize(
    ("old", "new", "line", "reason"),
    [
        ('title = "The kettle"\n', "", 1, "missing required field `title`"),
        ('title = "The kettle"', 'title = ""', 4, "length >= 1"),
        ("version = 1", 'version = "1"', 3, "Expected `int`"),
        ("stage = [1]", "stage = [7]", 6, "<= 5"),
        ('step = "self"', 'step = "dance"', 7, "Invalid enum value 'dance'"),
        ('who = ["hurt", "alone"]', 'who = ["him"]', 5, "Invalid enum value 'him'"),
        ('tag = "ours"', 'tag = "proven"', 15, "Invalid enum value 'proven'"),
        ('tag = "ours"', 'tag = "ours"\nmood = "warm"', 16, "unknown field `mood`"),
        ('id = "kettle"', 'id = "pot"', 2, "“pot” is not the file’s name"),
        ('id = "kettle"', 'id = "Kettle"', 2, "matching regex"),
        ('next = ["kettle"]', 'next = ["samovar"]', 14, "there is no exercise “samovar”"),
        ("../library/tea.md", "../library/coffee.md", 23, "leads nowhere"),
        ("../library/tea.md", "https://example.org/", 23, "leads nowhere"),
        ("Not in bed.", "Not in <script>bed()</script>.", 41, "HTML is not allowed"),
        ("Not in bed.", "Not in <!-- bed.", 41, "HTML is not allowed"),
        ("only you]", "my mother]", 25, "who sees a field is one of"),
        (" | only you]", " | only you | often]", 25, "a field is [field"),
        (" | only you]", "]", 25, "a field is [field: name | label | who sees it]"),
        (FIELD, f"{FIELD}\n{FIELD}", 26, "two fields are called “first”"),
        ("## 2. Wait\n\nWait", f"## 2. Wait\n\n{FIELD}\n\nWait", 29, "two fields are called “first”"),
        ("## 2. Wait", "## 3. Wait", 27, "step 2 should be headed “2. …”"),
        ("## An example", "## When not", 39, "numbered steps come first"),
        ("## 1. Fill it", "## Fill it", 21, "step 1 should be headed “1. …”"),
        ("\n---\n\nThe cup can wait too.\n", "", 19, "ends with a line after ---"),
        ("You are in a kitchen. You will boil water, and stop there.\n", "", 20, "opens with a few words"),
    ],
)
def test_a_flaw_in_an_exercise_is_found(root: Path, old: str, new: str, line: int, reason: str) -> None:
    assert EXERCISE.count(old) == 1
    write(root, "exercises/kettle.md", EXERCISE.replace(old, new))
    said = refused(root)
    assert said.startswith(f"exercises/kettle.md, line {line}: ")
    assert reason in said


@pytest.mark.parametrize(
    ("name", "text", "line", "reason"),
    [
        ("library/tea.md", LIBRARY.replace("## What is not known", "## What we know"), 15, "“What is not known”"),
        ("library/tea.md", LIBRARY.replace("## Sources", "## Books"), 15, "“Sources”"),
        ("paper/card.md", SHEET.replace("lines: 2", "lines: many"), 12, "empty lines are [lines: 3]"),
        ("paper/card.md", SHEET.replace("3 rows", "300 rows"), 14, "an empty table is"),
        ("steps/talk.md", STEP.format(id="talk").replace("kettle", "samovar"), 6, "no exercise “samovar”"),
        ("steps/dance.md", STEP.format(id="dance"), 2, "Invalid enum value 'dance'"),
        ("stages/steady.md", STEP.format(id="steady"), 1, "missing required field `number`"),
        ("library/kettle.md", EXERCISE, 10, "unknown field `how_often`"),
        ("exercises/tea.md", LIBRARY, 1, "missing required field `how_often`"),
        ("exercises/pot.md", EXERCISE, 2, "the id “kettle” is not the file’s name"),
        ("excercises/kettle.md", EXERCISE, 1, "a page lies in one of the folders exercises, library"),
    ],
)
def test_a_flaw_in_any_page_is_found(root: Path, name: str, text: str, line: int, reason: str) -> None:
    write(root, name, text)
    said = refused(root)
    assert said.startswith(f"{name}, line {line}: ")
    assert reason in said


@pytest.mark.parametrize(
    ("kept", "line", "reason"),
    [
        (0, 1, "a page begins with a +++ line"),
        (9, 9, "is this half a file?"),
        (24, 21, "numbered steps come first"),
        (38, 35, "numbered steps come first"),
        (42, 19, "ends with a line after ---"),
    ],
)
def test_half_a_file_is_found(root: Path, kept: int, line: int, reason: str) -> None:
    write(root, "exercises/kettle.md", "\n".join(EXERCISE.splitlines()[:kept]))
    said = refused(root)
    assert said.startswith(f"exercises/kettle.md, line {line}: ")
    assert reason in said


def test_front_matter_that_is_no_toml_is_found(root: Path) -> None:
    write(root, "exercises/kettle.md", EXERCISE.replace("minutes = 5", "minutes = five"))
    said = refused(root)
    assert said.startswith("exercises/kettle.md, front matter: ")
    assert "line 9" in said


def test_a_file_in_another_encoding_is_found(root: Path) -> None:
    (root / "exercises/kettle.md").write_bytes(EXERCISE.replace("Not in", "Schön").encode("latin-1"))
    assert refused(root) == "exercises/kettle.md, line 41: this is not UTF-8; save the file as that"


def test_a_stray_file_is_found(root: Path) -> None:
    write(root, "exercises/notes.txt", "tea")
    assert refused(root) == "exercises: it must hold pages that end in .md, and it holds notes.txt"


def test_an_exercise_in_a_folder_of_its_own_is_found(root: Path) -> None:
    write(root, "exercises/hot/kettle.md", EXERCISE)
    assert "exercises: it must hold pages that end in .md, and it holds hot" in refused(root)


def test_a_step_without_its_page_is_found(root: Path) -> None:
    (root / "steps/lines.md").unlink()
    assert refused(root) == "steps/lines.md, line 1: this step has no page"


def test_a_folder_that_is_missing_is_found(root: Path) -> None:
    (root / "paper/card.md").unlink()
    (root / "paper").rmdir()
    assert refused(root).startswith("paper: ")
