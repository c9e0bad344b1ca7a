"""What letters and hard questions ask for is content, read and checked at start."""

from pathlib import Path

import pytest

from glasswork.programme.authoring import lists
from glasswork.programme.letters import LETTERS, read_letters
from glasswork.programme.passages import read_list_passages
from glasswork.programme.questions import KNOWN, choices_of, read_choices, short_words
from glasswork.programme.reading import CONTENT, ContentError
from glasswork.programme.tests.make import write


def test_an_author_finds_both_lists_and_the_check_reads_every_word_of_them() -> None:
    assert {"letters.toml", "questions.toml"} <= {path.name for path in lists(CONTENT)}
    letters = read_list_passages(CONTENT, CONTENT / "letters.toml")
    said = {passage.words: passage.line for passage in letters.passages}
    lines = (CONTENT / "letters.toml").read_text("utf-8").splitlines()
    for letter in LETTERS.values():
        for words in (letter.title, *(part.text for part in letter.prompt), *(each.text for each in letter.answer)):
            assert f'"{words}"' in lines[said[words] - 1]
    assert {"By which day, if it has one?", "Say what it is, in your own words."} <= said.keys()
    assert [of for of in KNOWN if not all(choices_of(of).values())] == []
    assert short_words("soon")["contact"] == "contact now"


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('id = "apology"', 'id = "threat"', "Invalid enum value"),
        ('id = "mend"', 'id = "did"', "an id stands twice in the letter “apology”"),
        ('text = "I regret …"', 'text = ""', "letter 3 (“apology”)"),
        ('text = "I regret …"', 'text = "I regret …"\nmust = true', "unknown field `must`"),
    ],
)
def test_a_flaw_in_a_letter_is_told(tmp_path: Path, old: str, new: str, says: str) -> None:
    text = (CONTENT / "letters.toml").read_text("utf-8")
    with pytest.raises(ContentError) as caught:
        read_letters(write(tmp_path, "letters.toml", text.replace(old, new, 1)))
    assert says in str(caught.value)


def test_a_letter_or_a_choice_that_the_rules_know_may_not_be_missing(tmp_path: Path) -> None:
    text = (CONTENT / "letters.toml").read_text("utf-8").rpartition("[[letter]]")[0]
    with pytest.raises(ContentError, match="the letter “perspective” is missing"):
        read_letters(write(tmp_path, "letters.toml", text))
    text = (CONTENT / "questions.toml").read_text("utf-8").replace('id = "money"', 'id = "coins"')
    with pytest.raises(ContentError, match="the choices of “soon” are contact, health, money"):
        read_choices(write(tmp_path, "questions.toml", text))
