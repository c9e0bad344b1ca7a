"""Frames, pure: who is to do what in each clause of a line? For the control guard.

A line is cut into sentences and clauses. The frame of a clause says whose act it speaks of and how: an order to the
other, a wish of the speaker’s about the other, a leave given, the speaker’s own act, an act of both, a rule without
anybody in it. A clause without a subject of its own goes on as the clause before it. The shapes are in ``words.toml``.
"""

import re
from enum import StrEnum
from typing import NamedTuple

from glasswork.guard.plain import plain
from glasswork.guard.words import SHAPES, sign


class Who(StrEnum):
    OTHER = "other"  # you, my wife, a husband
    LEAVE = "leave"  # you can, you may: a leave given
    SPARED = "spared"  # you do not have to
    YOURS = "yours"  # your phone, your mother
    OWN = "own"  # I
    CLAIM = "claim"  # I want, I get to
    BOTH = "both"  # we, both, neither of us
    MINE = "mine"  # my phone
    RULE = "rule"  # no parties; phones are to be open; an order without a subject
    ASKED = "asked"  # would you, could we
    ASIDE = "aside"  # if, when, because


class Frame(NamedTuple):
    """``act`` is what is left of ``text`` once the subject is taken off; ``raw`` is as it was typed."""

    who: Who
    is_not: bool
    act: str
    text: str
    raw: str
    is_order: bool = False


NOT = sign("not", "never", "no", "nobody", "none", "neither", "nor", "no one", "without", "nothing", "cannot")
SPARED = sign(
    "(?:do|does|will|would|shall|need) (?:not|never) (?:ever )?(?:(?:have|need|has) to|owe(?: me)?|need my|have to)",
    "never (?:(?:have|has|need|needs) to|owe me)|need not|no need to|owe me (?:nothing|no)",
    "are not (?:obliged|expected|required) to",
)
SENTENCE = re.compile(r"\n+|[.!?]+(?=\s|$)|;")
_OTHER = re.compile(rf"^{SHAPES['other'].pattern}\b(?! s\b)(?P<act>.*)")
_HE = re.compile(r"^(?:he|she)\b(?P<act>.*)")
_ASKED = re.compile(r"^(?:would|could|can|may|will|do|might|should|shall|are|is) (?:you|it|i|we)\b(?P<act>.*)")
_UNWELCOME = sign("not", "never", "forbid", "uncomfortable", "upset", "bothers me", "hurts me", "hate", "no reason")
_YOURS = re.compile(r"^(?:any of |all of |all |both |everything |whatever |every )?(?:your|you)\b")
_BOTH = re.compile(
    r"^(?:we|us|both|each of us|neither|either|one of us|whoever|our|nobody|no one|everyone|everybody)\b"
)
_WE = re.compile(r"^(?:we|both of us|each of us|neither of us|either of us)\b ?(?:both )?")
_NOT_MINE = re.compile(r"^(?:\w+ ){0,3}?(?:not|never|no longer)\b|^(?:\w+ )?(?:stop|stopped|am done|quit)\b")
_GOES_ON = re.compile(
    r"^(?:will|must|are|can|should|shall|would|have|has|not|never|no longer|always|only|to|will not)\b"
)
_PAIR = re.compile(r" (?:you|i|we|when|if|because|so|until|unless|before|while|who|that) ")


def frames_of(text: str) -> list[list[Frame]]:
    """The frames of each sentence."""
    found = []
    for sentence in SENTENCE.split(text.replace("’", "'").replace("‘", "'")):
        frames: list[Frame] = []
        for raw in clauses_of(sentence):
            if said := plain(raw):
                before = next((each for each in reversed(frames) if each.who is not Who.ASIDE), None)
                frames.append(frame_of(said, raw, before))
        if frames:
            found.append(frames)
    return found


def clauses_of(sentence: str) -> list[str]:
    """Parts between commas and before a word that opens a clause; the opening word stays with what follows it."""
    parts, last = [], 0
    for found in SHAPES["cut"].finditer(sentence):
        is_word = any(letter.isalpha() for letter in found[0])
        parts.append(sentence[last : found.start()])
        last = found.start() if is_word else found.end()
    whole = [part.strip(" ,:–—-()") for part in [*parts, sentence[last:]]]
    return [part for each in whole if each for part in _aside_apart(each)]


def frame_of(text: str, raw: str, before: Frame | None) -> Frame:
    bare = SHAPES["lead"].sub("", text)
    if SHAPES["aside"].match(bare):
        return Frame(Who.ASIDE, bool(NOT.search(bare)), bare, bare, raw)
    return (
        _wish(bare, raw)
        or _of_other(bare, raw)
        or _of_both(bare, raw)
        or _own(bare, raw)
        or _going_on(bare, text, raw, before)
        or Frame(Who.RULE, bool(NOT.search(bare)), bare, bare, raw, bool(re.match(r"^(?:not|never|no longer)\b", bare)))
    )


def _aside_apart(clause: str) -> list[str]:
    """“If you go out you ask first” has no comma: its second subject opens the main clause."""
    if not SHAPES["led_aside"].match(clause):
        return [clause]
    at = [found.start() for found in SHAPES["main"].finditer(clause) if len(clause[: found.start()].split()) >= 3]
    return [clause[: at[0]].strip(), clause[at[0] :].strip()] if at else [clause]


def _is_not(act: str) -> bool:
    """Not what somebody else does further on: “where you are every hour you are not at home” asks for something."""
    return bool(NOT.search(_PAIR.split(act)[0]))


def _wish(bare: str, raw: str) -> Frame | None:
    """What the speaker wants, or will not have, of the other."""
    if SHAPES["unasked"].match(bare):
        return Frame(Who.OWN, True, bare.partition(" ")[2], bare, raw)
    wish = SHAPES["wish"].match(bare)
    if not wish or (SHAPES["told"].match(bare) and not SHAPES["have"].match(bare)):
        return None
    is_not = bool(_UNWELCOME.search(bare[: wish.start("who")]) or NOT.match(wish["act"]))
    if wish["who"] not in ("your", "all you", "everything you"):
        text = f"you {'' if not is_not or NOT.match(wish['act']) else 'not '}{wish['act']}"
        return Frame(Who.OTHER, is_not, wish["act"], text, raw)
    who = Who.YOURS if wish["who"] == "your" else Who.OTHER
    return Frame(who, True, f"{wish['who']} {wish['act']}", bare, raw) if is_not else None


def _of_other(bare: str, raw: str) -> Frame | None:
    if asked := _ASKED.match(bare):
        return Frame(Who.ASKED, bool(NOT.search(bare)), asked["act"].strip(), bare, raw)
    if found := _OTHER.match(bare):
        if not bare.startswith("you"):
            bare = _to_you(bare)
            found = _OTHER.match(bare) or found
        act = found["act"].strip()
        return Frame(_stance(act), _is_not(act) or bare.startswith("no "), act, bare, raw)
    if found := _HE.match(bare):
        act = _to_you(found["act"])
        return Frame(_stance(act), _is_not(act), act, f"you {act}", raw)
    return Frame(Who.YOURS, bool(NOT.search(bare)), bare, bare, raw) if _YOURS.match(bare) else None


def _to_you(act: str) -> str:
    """“A husband hands over his wages” means you."""
    return re.sub(r"\b(?:his|her)\b(?= \w)", "your", act.strip())


def _stance(act: str) -> Who:
    if SPARED.search(act):
        return Who.SPARED
    return Who.LEAVE if SHAPES["may"].match(act) else Who.OTHER


def _of_both(bare: str, raw: str) -> Frame | None:
    if _BOTH.match(bare):
        return Frame(Who.BOTH, bool(NOT.search(bare)), _WE.sub("", bare), bare, raw)
    return Frame(Who.MINE, bool(NOT.search(bare)), bare, bare, raw) if re.match(r"^(?:my|mine)\b", bare) else None


def _own(bare: str, raw: str) -> Frame | None:
    if not (own := re.match(r"^i\b ?(?P<act>.*)", bare)):
        return None
    is_not = bool(_NOT_MINE.match(own["act"]))
    is_claim = bool(SHAPES["claim"].match(own["act"])) and not is_not
    return Frame(Who.CLAIM if is_claim else Who.OWN, is_not, own["act"], bare, raw)


def _going_on(bare: str, text: str, raw: str, before: Frame | None) -> Frame | None:
    """A clause without a subject: an order, or more of what the clause before it began."""
    if SHAPES["verb"].match(bare) and not SHAPES["thing_first"].match(bare):
        carries = before and before.who in (Who.OWN, Who.BOTH, Who.OTHER, Who.LEAVE)
        who = before.who if before and carries and not re.match(r"^(?:so|then|now)\b", text) else Who.RULE
        return Frame(who, _is_not(bare), bare, bare, raw, who is Who.RULE)
    carries = before and before.who in (Who.OWN, Who.BOTH, Who.OTHER, Who.CLAIM, Who.YOURS)
    if before and carries and _GOES_ON.match(bare):
        return Frame(before.who, before.is_not or bool(NOT.search(bare)), bare, bare, raw)
    return None
