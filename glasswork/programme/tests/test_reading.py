"""A flaw in a content file names the file, the place and the reason."""

from pathlib import Path

import pytest

from glasswork.programme.feelings import Feeling, read_feelings
from glasswork.programme.prompts import read_prompts
from glasswork.programme.reading import ContentError

FEELING = """
[[feeling]]
id = "sad"
word = "sad"
definition = "An ache."
energy = -1
pleasantness = -2
"""
PROMPT = """
[[prompt]]
id = "a-no"
version = 1
text = "Where did you say no today?"
who = ["both"]
area = "boundaries"
"""


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_a_good_file_is_read_in_its_order(tmp_path: Path) -> None:
    text = FEELING + FEELING.replace('"sad"', '"glad"')
    assert read_feelings(write(tmp_path, "feelings.toml", text)) == (
        Feeling("sad", "sad", "An ache.", -1, -2),
        Feeling("glad", "glad", "An ache.", -1, -2),
    )


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('word = "glad"\n', "", "missing required field `word`"),
        ("energy = -1", "energy = 3", "`int` <= 2"),
        ("energy = -1", 'energy = "low"', "Expected `int`"),
        ('word = "glad"', 'word = ""', "length >= 1"),
        ('id = "glad"', 'id = "Glad one"', "matching regex"),
        ("energy = -1", "energy = -1\ncolour = 1", "unknown field `colour`"),
        ('id = "glad"', 'id = "sad"', "the id “sad” stands twice"),
        ('word = "glad"', 'word = "sad"', "the word “sad” stands twice"),
    ],
)
def test_a_flawed_feeling_is_named_with_its_place(tmp_path: Path, old: str, new: str, reason: str) -> None:
    second = FEELING.replace('"sad"', '"glad"')
    assert old in second
    path = write(tmp_path, "feelings.toml", FEELING + second.replace(old, new))
    with pytest.raises(ContentError) as caught:
        read_feelings(path)
    said = str(caught.value)
    assert said.startswith("feelings.toml, line 9, feeling 2 (“")
    assert reason in said


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"boundaries"', '"gardening"'),
        ('["both"]', '["hurt"]'),
        ('["both"]', "[]"),
        ("version = 1", "version = 0"),
        ("version = 1\n", ""),
    ],
)
def test_a_flawed_prompt_is_refused(tmp_path: Path, old: str, new: str) -> None:
    path = write(tmp_path, "prompts.toml", PROMPT.replace(old, new))
    with pytest.raises(ContentError, match=r"^prompts\.toml, line 2, prompt 1 \(“a-no”\): "):
        read_prompts(path)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "entries and nothing else"),
        ('title = "x"\n' + FEELING, "entries and nothing else"),
        ("feeling = 3", "entries and nothing else"),
        ("[[feeling]]\nid = x\nword = 1", "(at line 2, column 6)"),
        ("feeling = [3]", "feeling 1 (“no entry”): Expected `object`"),
    ],
)
def test_a_file_of_another_shape_is_refused(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(ContentError) as caught:
        read_feelings(write(tmp_path, "feelings.toml", text))
    assert str(caught.value).startswith("feelings.toml")
    assert reason in str(caught.value)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"feelings\.toml"):
        read_feelings(tmp_path / "feelings.toml")
    (tmp_path / "feelings.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(ContentError, match=r"feelings\.toml"):
        read_feelings(tmp_path / "feelings.toml")
