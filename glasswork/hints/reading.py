"""Reads a text as the rules need it: sentences of plain words, with what is quoted taken out and kept aside."""

import re
from typing import NamedTuple

from glasswork.hints.slips import mended

QUOTE = "xquotex"  # stands where a quotation stood
_LONGEST = 20_000  # characters
_RUN_ON = 60  # words
_PLAIN = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "`": "'",
        "´": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "…": "...",
        "\u00a0": " ",
    }
)
_QUOTED = re.compile(r'"([^"\n]{1,600})"|(?:(?<=\s)|(?<=[(,:])|^)\'([^\'\n]+(?:\'[a-z]+[^\'\n]*)*)\'(?=[\s.,;:!?)]|$)')
# The first look ahead only makes it quick.
_ENDS = re.compile(r"(?=[.!?;\n\r])(?:[.!?]+[\")\]]*(?=\s|$)|[\n\r]+|\.\.\.|[!?]+|;|(?<=[a-z])\.(?=[A-Z]))")
_WORD = re.compile(r"[^\W_]+(?:['\-/&][^\W_]+)*'?|[,:—–]")
_MARKS = dict.fromkeys(",:—–", ",")
_DRAWN_OUT = re.compile(r"([^\W\d_])\1{2,}")


class Sentence(NamedTuple):
    """``text``: mended lower-case words, one space apart; commas and dashes stand as “,”."""

    text: str
    words: frozenset[str]
    asks: bool
    quotes: tuple[str, ...]


def read(text: str) -> list[Sentence]:
    """The sentences of a text, in order; at most its first 20,000 characters."""
    plain = text[:_LONGEST].translate(_PLAIN)
    quotes: list[str] = []

    def kept(match: re.Match[str]) -> str:
        quotes.append(match[1] or match[2])
        return f" {QUOTE} "

    rest, start = _QUOTED.sub(kept, plain), 0
    found: list[Sentence] = []
    for end in [*_ENDS.finditer(rest), None]:
        piece = rest[start : end.start() if end else len(rest)]
        mark, start = (end[0], end.end()) if end else ("", len(rest))
        found += _sentences(piece, mark, quotes)
    return found


def flat(text: str) -> str:
    """The words of a piece, mended and one space apart."""
    words = _WORD.findall(_DRAWN_OUT.sub(r"\1", text.lower()))
    return " ".join([_MARKS.get(word) or mended(word) for word in words])


def _sentences(piece: str, mark: str, quotes: list[str]) -> list[Sentence]:
    """One, or several where somebody writes on and on without a stop."""
    words = flat(piece).split()
    return [_sentence(words[at : at + _RUN_ON], mark, quotes) for at in range(0, len(words), _RUN_ON)]


def _sentence(words: list[str], mark: str, quotes: list[str]) -> Sentence:
    inside = tuple(quotes.pop(0) for word in words if word == QUOTE and quotes)
    return Sentence(" ".join(words), frozenset(words), "?" in mark, inside)
