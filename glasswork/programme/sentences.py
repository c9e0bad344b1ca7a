"""Counts what stands in a text: sentences and words, without Markdown's signs."""

import re

_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "…": "..."})
_LINK = re.compile(r"\[([^\]|]+)\]\([^)]+\)")
_WORD = re.compile(r"\w+(?:['-]\w+)*")
_END = re.compile(r"(?<=[.?!])[\"')]*\s+(?=[\"'(]?[A-Z0-9])")
_LETTERS = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")

RUN = 6


def plain(text: str) -> str:
    """With straight quotes, three dots for “…”, the words of a link alone, and no signs for bold or slanted."""
    return re.sub(r"[*_`]", "", _LINK.sub(r"\1", text.translate(_PLAIN)))


def sentences(text: str) -> list[str]:
    parted = re.sub(r"\.\.\.\s*(?=[a-zA-Z])", "... ", plain(text))
    return [sentence for sentence in _END.split(parted) if re.search(r"\w", sentence)]


def words(text: str) -> list[str]:
    return _WORD.findall(plain(text))


def ended(text: str) -> str:
    """With a full stop where nothing closes it, so that a measure takes it for a sentence."""
    return text if re.search(r"[.?!:…]\W*$", text) else f"{text}."


def runs(text: str) -> set[str]:
    """Every run of six words, in small letters and without what stands between them."""
    found = _LETTERS.findall(plain(text).lower())
    return {" ".join(found[start : start + RUN]) for start in range(len(found) - RUN + 1)}
