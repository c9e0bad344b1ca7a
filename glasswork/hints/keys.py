"""Which words a line of a rule can’t do without, so that it is asked only of sentences that hold one of them."""

import re
from collections.abc import Callable

type Words = frozenset[str]

_NONE: Words = frozenset()
_COMMON = frozenset(
    "i you a an the to of is are am do not have had me my it be and or that your in on for was will , so if when with "
    "at".split()
)
_PLAIN = re.compile(r"[\w'-]+|,")
_TAILED = re.compile(r"([\w'-]+)\( .*\)\?")
_LED = re.compile(r"\((?:[^()]|\([^()]*\))* \)(?:\{[\d,]+\}|[?*])\??([\w'-]+|\(.*\)|<[\w-]+>)")
_LIST = re.compile(r"<([\w-]+)(\*?)>")


def needed(line: str, words_of: Callable[[str], list[str]]) -> Words:
    """One of these stands in every text where the line is found; “” alone when there is no such set."""
    return _of_either(line, words_of) or frozenset({""})


def _of_either(line: str, words_of: Callable[[str], list[str]]) -> Words:
    each = [_of_one(part, words_of) for part in _split(line, "|")]
    return frozenset().union(*each) if all(each) else _NONE


def _of_one(line: str, words_of: Callable[[str], list[str]]) -> Words:
    found = [_of_token(token, words_of) for token in _split(line.strip(" ^$"), " ")]
    return min((words for words in found if words), key=_cost, default=_NONE)


def _of_token(token: str, words_of: Callable[[str], list[str]]) -> Words:
    if _PLAIN.fullmatch(token):
        return frozenset({token})
    if found := _LIST.fullmatch(token):
        return _NONE if found[2] else frozenset(word.split("_")[0] for word in words_of(found[1]))
    if found := _TAILED.fullmatch(token):
        return frozenset({found[1]})
    if found := _LED.fullmatch(token):
        return _of_token(found[1], words_of)
    groups = _groups(token)
    needs = [_of_either(inside, words_of) for inside, mark in groups if not mark and not inside.startswith("?")]
    return min((words for words in needs if words), key=_cost, default=_NONE)


def _cost(words: Words) -> int:
    return len(words) + 200 * len(words & _COMMON)


def _groups(token: str) -> list[tuple[str, str]]:
    """The brackets of a token with what follows each, as “(a|b)?(c)” gives (“a|b”, “?”) and (“c”, “”)."""
    found, depth, start = [], 0, 0
    for place, letter in enumerate(token):
        if letter == "(":
            start = place + 1 if depth == 0 else start
            depth += 1
        elif letter == ")":
            depth -= 1
            after = token[place + 1 : place + 2]
            if depth == 0:
                found.append((token[start:place], after if after in {"?", "*", "{"} else ""))
    return found if "\\" not in re.sub(r"\(.*\)", "", token) else []


def _split(line: str, at: str) -> list[str]:
    """At every ``at`` that stands outside brackets."""
    parts, depth = [""], 0
    for letter in line:
        depth += (letter in "([") - (letter in ")]")
        if letter == at and depth == 0:
            parts.append("")
        else:
            parts[-1] += letter
    return [part for part in parts if part]
