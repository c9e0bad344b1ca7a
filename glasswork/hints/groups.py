"""Which group a word stands in, so that “punched” is read as “slapped” is, also where nobody wrote it before.

Groups are our own (``english/groups.toml``) or, for other words, neighbours in published word vectors
(``english/neighbours.txt.gz``: a word and the number of its group a line).
"""

import gzip
import re
import tomllib
from functools import cache
from pathlib import Path

ENGLISH = Path(__file__).parent / "english"
_DOUBLING = re.compile(r"[^aeiou]*[aeiou][bdgklmnprt]")
_HISSING = re.compile(r".*(?:s|sh|ch|x|z)")
OTHER = "o"  # the group of a word that stands in none


def groups_of(words: list[str]) -> list[str]:
    groups = every_group()
    return [groups.get(word, OTHER) for word in words]


@cache
def every_group() -> dict[str, str]:
    """The later ones win: our own groups over neighbours, the first of our own over the next."""
    lines = gzip.decompress((ENGLISH / "neighbours.txt.gz").read_bytes()).decode().splitlines()
    written = tomllib.loads((ENGLISH / "groups.toml").read_text(encoding="utf-8"))
    own = [(form, name) for name, words in written["groups"].items() for word in words.split() for form in forms(word)]
    small = written["function"]["words"].split()
    return dict(line.split() for line in lines) | {word: word for word in small} | dict(reversed(own))


def forms(word: str) -> set[str]:
    """“slap+” gives slap, slaps, slapped, slapping; a word without “+” is itself alone."""
    if not word.endswith("+"):
        return {word}
    stem = word.removesuffix("+")
    if stem.endswith("e"):
        return {stem, f"{stem}s", f"{stem}d", f"{stem[:-1]}ing"}
    if stem.endswith("y") and stem[-2] not in "aeiou":
        return {stem, f"{stem[:-1]}ies", f"{stem[:-1]}ied", f"{stem}ing"}
    full = stem + stem[-1] if _DOUBLING.fullmatch(stem) else stem
    return {stem, f"{stem}es" if _HISSING.fullmatch(stem) else f"{stem}s", f"{full}ed", f"{full}ing"}
