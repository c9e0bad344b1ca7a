"""Finds pages by their words; slips of typing are forgiven. Pure: asks nobody, keeps nothing."""

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Any, NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from glasswork.programme.exercises import Exercise, ExerciseFacts
from glasswork.programme.pages import LibraryFacts, Reading, Sheet
from glasswork.programme.shelf import FOLDERS, SHELF, Shelf

MOST_WORDS, MOST_RESULTS = 12, 30
IN_TITLE, IN_LEAD, IN_TEXT = 8, 3, 1
WHOLE, BEGINNING, NEARLY = 1.0, 0.6, 0.4
COMMON = frozenset(
    "a about am an and are as at be but by do for from have how i if in is it me my not of on or so that the their"
    " them they this to was we what when who why will with you your".split()
)
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")


class Found(NamedTuple):
    """A page. ``folder`` and ``id`` say which; ``lead`` is one line about it."""

    folder: str
    id: str
    title: str
    lead: str


class Index:
    """Words of all pages with how much each counts where."""

    def __init__(self, pages: Iterable[tuple[Found, str]]) -> None:
        self._pages: list[Found] = []
        self._weights: dict[str, dict[int, float]] = defaultdict(dict)
        for number, (page, text) in enumerate(pages):
            self._pages.append(page)
            for part, weight in ((page.title, IN_TITLE), (page.lead, IN_LEAD), (text, IN_TEXT)):
                self._add(number, words_of(part), weight)
        self._vocabulary = list(self._weights)

    def find(self, query: str) -> list[Found]:
        """The best first: pages that have all the words stand before those that lack some."""
        asked = [word for word in words_of(query) if word not in COMMON] or words_of(query)
        scores: dict[int, float] = defaultdict(float)
        hits: dict[int, int] = defaultdict(int)
        for word in asked[:MOST_WORDS]:
            for number, score in self._pages_with(word).items():
                scores[number] += score
                hits[number] += 1
        ranked = sorted(scores, key=lambda number: (-hits[number], -scores[number], self._pages[number].title))
        return [self._pages[number] for number in ranked[:MOST_RESULTS]]

    def _add(self, number: int, words: Iterable[str], weight: float) -> None:
        for word in words:
            pages = self._weights[word]
            # A word that comes often counts a little more, not as often as it comes.
            pages[number] = max(pages.get(number, 0), weight) + 0.05

    def _pages_with(self, word: str) -> dict[int, float]:
        best: dict[int, float] = {}
        for known, likeness in self._like(word):
            for number, weight in self._weights[known].items():
                best[number] = max(best.get(number, 0), weight * likeness)
        return best

    def _like(self, word: str) -> list[tuple[str, float]]:
        if word in self._weights:
            same = [(word, WHOLE)]
            return same + [(known, BEGINNING) for known in self._vocabulary if known != word and _begins(known, word)]
        begun = [(known, BEGINNING) for known in self._vocabulary if _begins(known, word)]
        slips = 0 if len(word) < 4 else 1 if len(word) < 8 else 2
        near = process.extract(word, self._vocabulary, scorer=OSA.distance, score_cutoff=slips, limit=8)
        return begun + [(known, NEARLY) for known, _, _ in near if slips]


def words_of(text: str) -> list[str]:
    return [word.replace("’", "'").casefold() for word in _WORD.findall(text)]


def _begins(known: str, word: str) -> bool:
    return len(word) >= 3 and known.startswith(word)


def index_of(shelf: Shelf) -> Index:
    return Index(
        (Found(folder, id, page.facts.title, _lead(page)), page.all_text())
        for folder in FOLDERS
        for id, page in getattr(shelf, folder).items()  # noqa: A001 - the content's own word
    )


def _lead(page: Exercise | Reading[Any] | Sheet) -> str:
    """One line about a page: what stands under its title, or why one would read it."""
    facts = page.facts
    lead: str = facts.why.partition(". ")[0] if isinstance(facts, ExerciseFacts | LibraryFacts) else facts.lead
    return lead.removesuffix(".") + "."


INDEX = index_of(SHELF)
