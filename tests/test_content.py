"""The words of the programme are all there, sound like us, and are ours. Every rule is first shown something bad."""

from collections import Counter
from collections.abc import Callable

import pytest

from glasswork.programme import cards
from glasswork.programme.authoring import check_content
from glasswork.programme.directory import HOW, KINDS
from glasswork.programme.feelings import FEELINGS
from glasswork.programme.prompts import PROMPTS
from glasswork.programme.reading import CONTENT
from glasswork.programme.shelf import SHELF
from glasswork.programme.terms import STEPS
from tests import source_runs, sources
from tests.house import files

ROWS = tuple(f"programme E{number:02}" for number in range(1, 77))
ALSO_WANTED = """reassurance-words care-card wanting-to-write-to-them place-for-anger before-and-after-a-date
not-ready-yet shared-goals sharing-my-growth what-you-do-every-day""".split()
STAGES = "steady hear understand choose build part-well".split()
SHEETS = {"check-in-card", "line-worksheet", "accountability-table", "time-out-card", "comparison-sheet"}
SUBJECTS = {
    "emotional infidelity and how it differs": "emotional-infidelity",
    "what betrayal does to body and sleep": "what-betrayal-does-to-body-and-sleep",
    "how long it takes": "how-long-it-takes",
    "causes, and why they are not excuses": "causes-are-not-excuses",
    "why details can hurt": "why-details-can-hurt",
    "openness that heals, openness that controls": "openness-that-heals-and-openness-that-controls",
    "what an apology needs": "what-an-apology-needs",
    "low-cost and high-cost acts": "small-acts-and-big-acts",
    "forgiveness, reconciliation and trust": "forgiveness-reconciliation-trust",
    "patience": "patience-at-the-others-pace",
    "jealousy, checking and reassurance": "jealousy-checking-reassurance",
    "shame and guilt": "shame-and-guilt",
    "fear of commitment": "fear-of-commitment",
    "dating again": "dating-again",
    "therapists and coaches": "therapists-and-coaches",
    "workshops": "workshops",
    "telling others": "telling-others",
    "children": "children",
    "online, and AI companions": "online-and-ai-companions",
    "signs of trust": "signs-of-trust",
    "ups and downs": "ups-and-downs",
    "is it worth working on": "is-it-worth-working-on",
    "when parting is the good ending": "when-parting-is-the-good-ending",
    "the first three days, hurt": "first-three-days-if-you-were-hurt",
    "the first three days, having hurt": "first-three-days-if-you-hurt-someone",
    "questions": "questions-people-ask",
}
# The five questions of S2, in words of our own.
QUESTIONS = ("first", "How long", "stronger", "professional", "good relationship")


def test_nothing_is_wrong_and_everything_sounds_like_us() -> None:
    checked = check_content(CONTENT)
    assert checked.files > 130
    assert checked.is_graded
    assert [*checked.flaws, *map(str, checked.warnings)] == []


def test_every_row_of_the_catalogue_has_its_exercise() -> None:
    named = [source for exercise in SHELF.exercises.values() for source in exercise.facts.source]
    assert [row for row in ROWS if not any(row in source for source in named)] == []
    assert set(ALSO_WANTED) <= SHELF.exercises.keys()
    assert len(SHELF.exercises) >= len(ROWS) + len(ALSO_WANTED)


def test_every_subject_has_its_page() -> None:
    assert {subject: id for subject, id in SUBJECTS.items() if id not in SHELF.library} == {}  # noqa: A001
    assert tuple(SHELF.steps) == STEPS
    assert list(SHELF.stages) == STAGES
    assert SHELF.paper.keys() >= SHEETS


def test_the_five_questions_are_headings() -> None:
    headings = [heading for heading, _ in SHELF.library["questions-people-ask"].parts if heading.endswith("?")]
    assert len(headings) >= len(QUESTIONS)
    assert all(question in heading for question, heading in zip(QUESTIONS, headings, strict=False))


def test_somebody_alone_finds_something_at_every_step() -> None:
    for step in STEPS:
        assert sum("alone" in exercise.facts.who for exercise in SHELF.exercises_of(step)) >= 2, step


def test_lists_are_as_long_as_was_promised() -> None:
    assert len(FEELINGS) >= 40
    assert len({(feeling.energy > 0, feeling.pleasantness > 0) for feeling in FEELINGS}) == 4
    assert len(PROMPTS) >= 30
    assert len(cards.SCENARIOS) >= 40
    assert len(cards.CONVERSATION_CARDS) >= 60
    assert len(cards.DATE_IDEAS) >= 50
    assert min(Counter(idea.kind for idea in cards.DATE_IDEAS).values()) >= 10
    assert len({idea.kind for idea in cards.DATE_IDEAS}) == 4
    assert len(cards.ME_TIME_IDEAS) >= 20
    assert len(cards.GROUNDING) >= 10
    assert len(cards.REASSURANCE) >= 20


def test_lines_acts_and_letters_have_their_starters() -> None:
    topics = Counter(starter.topic for starter in cards.LINE_STARTERS)
    assert len(topics) >= 10
    assert min(topics.values()) >= 4
    assert len(cards.HIGH_COST_ACTS) >= 15
    assert {act.wait for act in cards.HIGH_COST_ACTS} == {0, 14}
    tones = {enquiry.tone for enquiry in cards.ENQUIRIES if enquiry.to == "a therapist for me"}
    assert tones == {"plain", "warm", "brief"}


def test_the_directory_says_how_to_search_for_each_kind_of_help() -> None:
    assert {how.kind for how in HOW} == KINDS.keys()


def test_the_rule_finds_six_words_of_a_source() -> None:
    known = frozenset([source_runs.mark_of("a jug of milk for tea")])
    assert source_runs.borrowed("Bring a jug of *milk*\nfor tea.", known) == ["a jug of milk for tea"]
    assert source_runs.borrowed("Bring a jug of milk for coffee.", known) == []


def test_the_marks_of_all_five_sources_are_kept() -> None:
    known = source_runs.marks()
    assert len(known) > 4000
    assert source_runs.borrowed("How to *rebuild* Trust\nin relationships", known)


def test_no_six_words_stand_in_a_source() -> None:
    known = source_runs.marks()
    ours = [*files(".md", ".toml", under="glasswork"), *files(".html", under="glasswork")]
    assert len(ours) > 150
    ours.append((str(sources.PATH), sources.without_titles(sources.text())))
    assert [(path, run) for path, text in ours for run in source_runs.borrowed(text, known)] == []


def test_the_map_of_the_sources_is_whole() -> None:
    assert len(sources.HEADING.findall(sources.text())) == 5
    assert sources.gaps(sources.text()) == []
    assert sources.nowhere(sources.text()) == []
    assert sources.lost(sources.text()) == []


MAP = "## S9: a leaflet (2 paragraphs)\n\n| 1 | tea | [talk][] |\n| 2 | milk | left out: sour |\n\n[talk]: {place}\n"
TALK = "../glasswork/content/en/steps/talk.md"


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("(2 paragraphs)", "(3 paragraphs)", sources.gaps),
        ("| 2 |", "| 3 |", sources.gaps),
        ("left out: sour", "somewhere", sources.nowhere),
        ("[talk][]", "[talk][], [walk][]", sources.lost),
        ("[talk][]", "`/dance-hall/`", sources.lost),
        (TALK, "../glasswork/content/en/steps/walk.md", sources.lost),
    ],
)
def test_the_rule_finds_a_hole_in_the_map(old: str, new: str, rule: Callable[[str], list[str]]) -> None:
    whole = MAP.format(place=TALK)
    assert rule(whole) == []
    assert rule(whole.replace(old, new))
