"""What an author is told about words: each check is shown something bad, with its line, and something fine."""

from pathlib import Path

import pytest

from glasswork.programme import grading
from glasswork.programme.authoring import VOICE, check_content, manuscripts, warnings_of
from glasswork.programme.reading import CONTENT, ContentError
from glasswork.programme.tests.make import EXERCISE, FIELD, LIBRARY, make_content, write
from glasswork.programme.voice import VoiceWarning, pattern_of, read_voice

FOUR_FIELDS = "\n".join(FIELD.replace("first", f"first-{number}") for number in range(4))
HARD = "Organisational considerations necessitate comprehensive interdepartmental deliberation. " * 8
CARD = '[[card]]\nid = "a"\nmood = "us"\ntext = "{text}"\n'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder that is whole and sounds like us, with the real lists of words."""
    root = make_content(tmp_path / "en")
    write(root, "library/tea.md", LIBRARY.replace("A leaf", "A leaf in a pot. " * 120 + "A leaf"))
    kept, _, _ = (CONTENT / VOICE).read_text("utf-8").partition("[[exempt]]")
    write(root, VOICE, f"exempt = []\n{kept}")
    return root


def told(root: Path) -> list[VoiceWarning]:
    return list(warnings_of(root, manuscripts(root)))


def test_pages_that_sound_like_us_are_left_alone(root: Path) -> None:
    assert told(root) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "sentence"),
    [
        ("Sam waited.", "Sam was the victim.", 33, "“victim” in “Sam was the victim.”; say: the person who was hurt"),
        ("Sam waited.", "Sam wanted to\nget\nover it.", 33, "“get over”"),
        ("Sam waited.", "Sam said she waited.", 33, "“she”"),
        ("Sam waited.", "**Triggers** came.", 33, "“Triggers”"),
        ("Sam waited.", "One [rule](kettle.md) is enough.", 33, "“rule”"),
        ('"The water is hot."', '"The kettle is fixed."', 11, "“fixed”"),
        ('["You are asleep"]', '[\n  "You are asleep",\n  "It is toxic",\n]', 14, "“toxic”"),
        ("What I saw", "What set off my meltdown", 25, "“meltdown”"),
        ("## 2. Wait", "## 2. Wait and avoid", 27, "“avoid”"),
        ("- **It stays cold.**", "- It stays.\n- **It was missed.**", 38, "“missed”"),
        ("The cup can wait too.", "The cup knows no closure.", 45, "“closure”"),
        ("Sam waited.", "Sam likes this color.", 33, "“color”"),
        ("Sam waited.", "Sam was organizing cups.", 33, "“organizing”"),
        ("Sam waited.", "Sam waited!", 33, "no exclamation marks"),
        ("Sam waited.", "Sam waited — at last.", 33, "no dash between words"),
        ("Sam waited.", "Sam waited – at last.", 33, "no dash between words"),
        ("Sam waited.", "Sam waited - at last.", 33, "no dash between words"),
        ("Sam waited.", 'Sam said "no".', 33, "quotes and apostrophes"),
        ("Sam waited.", "Sam didn't wait.", 33, "quotes and apostrophes"),
        ("Water boils. Nobody", "Water boils. It does. Nobody", 16, "“why” has 3 sentences"),
        ("Water boils. Nobody has tested this page.", "Water boils.", 16, "“why” has 1 sentences"),
        ("You are in a kitchen. You", "You", 19, "it opens with 1 sentences"),
        ("Wait for the click.", "Wait for it. " * 37, 27, "a step of 113 words"),
        (FIELD, FOUR_FIELDS, 21, "a step of 4 fields"),
        ("Sam waited.", "Your partner waited.", 33, "“Your partner” on a page for someone alone"),
        ("Sam waited.", HARD, 33, "in “An example”, more than 6"),
        ("Sam waited.", HARD, 19, "in the whole page, more than 6"),
        ("Sam waited.", "Sam sat and sat " + "and looked " * 99 + ".", 19, "words on average, more than 15"),
        ("Water boils. Nobody has tested this page.", HARD, 16, "in “why”, more than 8.5"),
    ],
)
def test_what_does_not_sound_like_us_is_told(root: Path, old: str, new: str, line: int, sentence: str) -> None:
    assert old in EXERCISE
    write(root, "exercises/kettle.md", EXERCISE.replace(old, new, 1))
    places = [(warning.file, warning.line) for warning in told(root) if sentence in warning.sentence]
    assert places == [("exercises/kettle.md", line)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("What I saw", "What your partner said"),  # the label of a field says whom it goes to
        ("Sam waited.", "Sam, 9–12 cups, “half past six”, the cups’ handles. A capsize. A prize."),
        ("Sam waited.", "Sam’s theme is water, not heroes; the fixture is loose."),
        ('source = ["programme E61"]', 'source = ["Spring 1996, After the Affair"]'),
        ('who = ["hurt", "alone"]', 'who = ["hurt", "both"]'),
        ("Sam waited.", HARD.partition(".")[0] + "."),  # too short to measure
    ],
)
def test_what_only_looks_like_it_is_left_alone(root: Path, old: str, new: str) -> None:
    assert old in EXERCISE
    write(root, "exercises/kettle.md", EXERCISE.replace(old, new, 1))
    assert told(root) == []


def test_your_partner_is_welcome_on_a_page_for_two(root: Path) -> None:
    text = EXERCISE.replace('["hurt", "alone"]', '["both"]').replace("Sam waited.", "Your partner waited.")
    write(root, "exercises/kettle.md", text)
    assert told(root) == []


def test_a_library_page_has_room_and_a_limit(root: Path) -> None:
    write(root, "library/tea.md", LIBRARY)
    (warning,) = told(root)
    assert "a library page has 500 to 900" in warning.sentence


def test_titles_of_sources_are_other_peoples_words(root: Path) -> None:
    text = (root / "library/tea.md").read_text("utf-8")
    write(root, "library/tea.md", text.replace("A tin.", "Spring, After the Affair! His color."))
    assert told(root) == []


@pytest.mark.parametrize("text", ["Do you like tea?", "Tea? Would you have some?", "On Sundays, is there tea?"])
def test_a_question_that_a_yes_would_answer_is_told(root: Path, text: str) -> None:
    write(root, "cards/conversation.toml", CARD.format(text=text))
    (warning,) = told(root)
    assert (warning.file, warning.line) == ("cards/conversation.toml", 4)
    assert "a yes or a no would answer" in warning.sentence


@pytest.mark.parametrize(
    "text", ["What do you like?", "Which tea would you have, and where is it?", "When you can’t sleep?"]
)
def test_an_open_question_is_left_alone(root: Path, text: str) -> None:
    write(root, "cards/conversation.toml", CARD.format(text=text))
    assert told(root) == []


def test_words_in_a_list_are_looked_at_with_their_lines(root: Path) -> None:
    write(root, "cards/conversation.toml", CARD.format(text="What then?") + CARD.format(text="Who was the cheater?"))
    assert [(warning.file, warning.line) for warning in told(root)] == [("cards/conversation.toml", 8)]


def test_an_exception_counts_for_its_file_and_is_named_when_nothing_needs_it(root: Path) -> None:
    voice = (root / VOICE).read_text("utf-8").partition("\n")[2]
    exempt = '[[exempt]]\nfile = "exercises/kettle.md"\nwords = ["rule"]\nreason = "a wooden rule"\n'
    write(root, VOICE, voice + exempt)
    assert [warning.sentence for warning in told(root)] == [
        "nothing in exercises/kettle.md needs its exception for “rule”"
    ]
    write(root, "exercises/kettle.md", EXERCISE.replace("Sam waited.", "Sam had a wooden rule."))
    assert told(root) == []
    write(root, "stages/steady.md", (root / "stages/steady.md").read_text("utf-8").replace("Sit down", "Rule"))
    assert [warning.file for warning in told(root)] == ["stages/steady.md"]


def test_a_star_stands_for_any_ending() -> None:
    assert pattern_of(("gaslight*",)).findall("Gaslighting, gaslight; a gas light") == ["Gaslighting", "gaslight"]
    assert not pattern_of(("men",)).search("women mention amen")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("dont_say = 3", "Expected `array`"),
        ("[[dont_say]]\nwords = []", "missing required field `say`"),
        ("[[exempt]]\nfile = 'a.md'\nwords = ['he']", "missing required field `reason`"),
        ("[[dont", "Expected ']]'"),
    ],
)
def test_lists_of_words_that_cannot_be_used_are_named(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(ContentError) as flaw:
        read_voice(write(tmp_path, VOICE, text))
    assert str(flaw.value).startswith(f"{VOICE}: ")
    assert reason in str(flaw.value)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('card = [{ id = "a", text = "What then?" }]', "[[table]] entries and nothing else"),
        ('title = "Cards"', "Expected `array`"),
        ("[[card]]\nid = a", "(at line 2"),
    ],
)
def test_a_list_that_cannot_be_used_is_named(root: Path, text: str, reason: str) -> None:
    write(root, "cards/conversation.toml", text)
    with pytest.raises(ContentError) as flaw:
        told(root)
    assert str(flaw.value).startswith("conversation.toml: ")
    assert reason in str(flaw.value)


def test_without_the_measure_everything_else_is_checked(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grading, "MEASURE", "a_ruler_that_nobody_has")
    write(root, "exercises/kettle.md", EXERCISE.replace("Sam waited.", f"{HARD}No!"))
    checked = check_content(root)
    assert not checked.is_graded
    assert [warning.sentence[:20] for warning in checked.warnings] == ["no exclamation marks"]


def test_every_flaw_is_told_at_once_and_words_only_without_one(root: Path) -> None:
    write(root, "exercises/kettle.md", EXERCISE.replace("Sam waited.", "He waited!").replace("[1]", "[9]"))
    write(root, "library/tea.md", LIBRARY.replace("## Sources", "## Books"))
    flaws = check_content(root).flaws
    assert [flaw.partition(",")[0] for flaw in flaws] == ["exercises/kettle.md", "library/tea.md"]
    assert check_content(root).warnings == ()
