"""Measures the reading grade: the years of school somebody needs for a text (Flesch and Kincaid's formula).

It counts syllables and words, no more. A low grade is a result of plain words, and no reason to chop.
"""

from importlib import import_module
from importlib.util import find_spec

from glasswork.programme.passages import Manuscript, Passage
from glasswork.programme.sentences import ended, plain, sentences, words
from glasswork.programme.voice import Voice, VoiceWarning

MEASURE = "textstat"
SHORT = 40  # a shorter text has too few words to measure
SENTENCE_WORDS = 15


def is_measurable() -> bool:
    return find_spec(MEASURE) is not None


def grade(text: str) -> float:
    """A US school grade. Needs textstat, which only developers have."""
    return round(float(import_module(MEASURE).flesch_kincaid_grade(plain(text))), 1)


def check_grade(page: Manuscript, voice: Voice) -> list[VoiceWarning]:
    """A page as a whole, each of its sections that is long enough, and its reason.

    A list is measured as a whole: its entries are short, or full of names.
    """
    limit: float = getattr(voice.grade, page.sort)
    texts: dict[str, list[Passage]] = {}
    for passage in page.read() if page.facts else ():
        texts.setdefault(passage.part, []).append(passage)
    whole = [_graded(page, "the whole page", page.read(), limit)]
    parts = [_graded(page, f"“{part or 'opening'}”", passages, limit) for part, passages in texts.items()]
    why = [passage for passage in page.passages if passage.part == "why" and passage.kind == "fact"]
    return [
        warning for warning in (*whole, *parts, _graded(page, "“why”", why, voice.grade.why, 0), _long(page)) if warning
    ]


def _graded(
    page: Manuscript, what: str, passages: list[Passage] | tuple[Passage, ...], limit: float, short: int = SHORT
) -> VoiceWarning | None:
    text = "\n".join(ended(passage.words) for passage in passages)
    if not passages or len(words(text)) < short or (found := grade(text)) <= limit:
        return None
    return VoiceWarning(page.name, passages[0].line, f"reading grade {found} in {what}, more than {limit:g}")


def _long(page: Manuscript) -> VoiceWarning | None:
    """Long sentences on the whole; a single one is welcome between short ones."""
    lengths = [len(words(one)) for passage in page.read() for one in sentences(ended(passage.words))]
    mean = sum(lengths) / len(lengths) if lengths else 0
    sentence = f"sentences of {mean:.1f} words on average, more than {SENTENCE_WORDS}"
    return VoiceWarning(page.name, page.read()[0].line, sentence) if mean > SENTENCE_WORDS else None
