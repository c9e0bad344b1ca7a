"""Whether somebody's own words tell of harming themself, of violence or fear, or of being controlled.

Told of oneself and of now: not denied, not quoted, not somebody else's, not from a film or a dream, not long past and
healed. What is found leads its writer, alone, to the page about staying safe. It is never a judgement on anybody.
"""

import re
from enum import StrEnum
from functools import cache

from glasswork.hints.learned import Weighed, weight_of
from glasswork.hints.reading import Sentence, flat
from glasswork.hints.rulebook import Book, Found, kind_words


class Help(StrEnum):
    NONE = "none"
    SELF_HARM = "self-harm"
    VIOLENCE = "violence"
    CONTROL = "control"


KINDS = (Help.SELF_HARM, Help.VIOLENCE, Help.CONTROL)
# Measured on lines that were not learned from; docs/hints.md.
_UNLIKELY, _LIKELY, _SURELY = weight_of(0.1), weight_of(0.65), weight_of(0.95)


def help_for(text: list[Weighed]) -> Help:
    """The most pressing kind of help that any sentence of a text calls for."""
    whole_text = " ; ".join(part.sentence.text for part in text)
    found: set[Help] = set()
    for part in text:
        found |= _in_part(part, whole_text)
        if Help.SELF_HARM in found:
            break
    return next((each for each in KINDS if each in found), Help.NONE)


def _in_part(part: Weighed, whole_text: str) -> set[Help]:
    """What reads as likely; between likely and most unlikely the rules decide, and wherever a threat is quoted."""
    sentence = part.sentence
    if part.helps > _LIKELY and not _is_elsewhere(sentence, whole_text):
        if part.helps < _SURELY and _is_all_denied(sentence, whole_text):
            return set()
        return {Help(part.kind)}
    return _in_sentence(sentence, whole_text) if part.helps > _UNLIKELY or sentence.quotes else set()


def _is_all_denied(sentence: Sentence, whole_text: str) -> bool:
    """Whether the rules find what calls for help, and find every bit of it denied, another's or long past."""
    return any(True for kind in KINDS for _ in _book(kind).find(sentence)) and not _in_sentence(sentence, whole_text)


def _is_elsewhere(sentence: Sentence, whole_text: str) -> bool:
    return bool(kind_words("unreal").search(sentence.text)) or _is_past(sentence.text, whole_text)


def _in_sentence(sentence: Sentence, whole_text: str) -> set[Help]:
    if not (sentence.quotes or any(True for kind in KINDS for _ in _book(kind).find(sentence))):
        return set()
    if kind_words("unreal").search(sentence.text):
        return set()
    plain = _without_idioms(sentence)
    found = {kind for kind in KINDS if any(_counts(kind, each, whole_text) for each in _book(kind).find(plain))}
    return found | _threatened_in(sentence)


def _counts(kind: Help, found: Found, whole_text: str) -> bool:
    match = found.match
    before, said = match.string[: match.start()], match[0]
    if not found.rule.name.startswith("denied") and _is_denied(before, said, is_inside=found.rule.inside):
        return False
    if kind is Help.SELF_HARM and _OWN.isdisjoint(said.split()) and _is_of_others(before):
        return False
    return not _is_past(match.string, whole_text)


def _is_denied(before: str, said: str, *, is_inside: bool) -> bool:
    """Whether a “not” reaches what is said; “I can not stop thinking of …” is none."""
    first = f"{said.split(maxsplit=1)[0]} "
    clause = _CLAUSE.split(f" {before}{first}")[-1].removesuffix(first)
    if kind_words("forbidding").search(f"{clause} {said}"):
        return False
    inside = " ".join(_plainly(_CLAUSE.split(said)[0])[:_REACH]) if is_inside else ""
    return bool(kind_words("denying").search(" ".join(_plainly(clause))) or kind_words("denying-inside").search(inside))


def _plainly(clause: str) -> list[str]:
    return kind_words("not-denying").sub(" ", clause).split()


def _is_of_others(before: str) -> bool:
    """Whether the last person named before is somebody else."""
    people = kind_words("people").findall(before)
    return bool(people) and people[-1] != "i"


def _is_past(text: str, whole_text: str) -> bool:
    if kind_words("still").search(whole_text):
        return False
    return bool(kind_words("past").search(text)) or bool(kind_words("healed").search(whole_text))


def _without_idioms(sentence: Sentence) -> Sentence:
    """The sentence without “this will kill me” and its like."""
    text = " ".join(kind_words("idioms").sub(" ", sentence.text).split())
    return sentence._replace(text=text, words=frozenset(text.split()))


def _threatened_in(sentence: Sentence) -> set[Help]:
    """A quotation counts when it is a threat that the other made: “She said “I will kill you””."""
    if (
        not sentence.quotes
        or kind_words("playful").search(sentence.text)
        or not kind_words("threatener").search(sentence.text)
    ):
        return set()
    quotes = [flat(quote) for quote in sentence.quotes]
    if any(kind_words("threat").search(quote) for quote in quotes):
        return {Help.VIOLENCE}
    return {Help.CONTROL} if any(kind_words("hold").search(quote) for quote in quotes) else set()


_OWN = frozenset("i me my myself".split())
_REACH = 5
# Where a new clause begins, so that a “not” before it does not reach into it.
_CLAUSE = re.compile(
    r" , | but | because | and i | so i | and (?:he|she|you|then) |"
    r"(?<!think)(?<!thought)(?<!say)(?<!believe)(?<!said) i "
    r"(?=(?:am|will|want|feel|just|keep|might|could|would|wish|cut|hurt|tried|took) )"
)


@cache
def _book(kind: Help) -> Book:
    return Book(kind.value.replace("-", "_"))
