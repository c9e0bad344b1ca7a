"""The control guard, pure: does a line demand something of the other that would rule their life (P8, stop rules)?

It answers demands, not topics. “I will not lunch alone with Jo” is about one’s own acts, and passes. “You may not see
your friends” is a demand, and is caught. It reads word by word with a few lists, on this server, and asks nobody.

A text is cut into clauses. Each has a stance: an act of one’s own, or a demand on the other. A demand is caught
where it meets a topic in the way that topic is ruled: some things are controlled by taking them in (passwords, places,
messages), others by cutting them off (friends, family, work, money, faith, health), and asking leave stands for itself.
"""

import re
from enum import StrEnum
from typing import NamedTuple

import msgspec

from glasswork.agreements.guard_stance import WISH, Stance, clauses_of, plain, stance_of
from glasswork.agreements.guard_words import (
    BENIGN,
    CUT,
    DOORKEEPER,
    FREE,
    INSIDE,
    INVADE,
    LEAVE,
    MINE,
    NAMED,
    NOT_NAMES,
    OF_KIN,
    ORDER,
    SEEN,
    STILL,
    STRINGS,
    TAKE,
    TOPICS,
    Rule,
)


class Control(StrEnum):
    """What a line would rule."""

    PASSWORDS = "passwords"
    LOCATION = "location"
    MESSAGES = "messages"
    PERMISSION = "permission"
    FRIENDS = "friends"
    FAMILY = "family"
    WORK = "work"
    MONEY = "money"
    FAITH = "faith"
    HEALTH = "health"


class Finding(NamedTuple):
    """``kind`` is empty where nothing was found; ``clause`` is the part that was."""

    kind: str = ""
    clause: str = ""

    def __bool__(self) -> bool:
        return bool(self.kind)


STRING = re.compile(r"\b(?:unless|until|only if|as long as|on condition that|provided(?: that)?) (?:you|your)\b.*")
THREAT = re.compile(
    r"\b(?:i (?:will|am going to) (?:leave you|leave for good|divorce|take the (?:children|"
    r"kids)|throw|tell everyone|hurt|kick you|lock)|i (?:will )?(?:leave|go|am gone)$|"
    r"(?:it is|we are) (?:over|finished|through|done)|over between us|you can pack)\b"
)
NEGATED = re.compile(r"\b(?:not|never|neither|nor|nobody|no one|without|no longer|no)\b")
ASK_FIRST = re.compile(
    r"\bbefore you (?:leave|go|see|meet|spend|buy|visit|make|take|have)\b.*\byou (?:ask|call|"
    r"clear|check|get|need)\b|"
    r"\bmy (?:decision|choice|call) (?:whether|if|who|what|when|where|how)\b|"
    r"\b(?:whatever|everything|anything|all) you (?:type|write|send|post|say)\b.*"
    r"\bi (?:can|get to|may|will|want to)? ?(?:see|read|know|check)\b|"
    r"\byou (?:ask|call|check with)(?: me)? (?:first )?before you (?:leave|go|see|meet|spend|"
    r"buy|visit|make plans|take a job)\b"
)
GIVES = re.compile(
    r"\b(?:you (?:can|may|could|get to)|i (?:will )?(?:let|"
    r"allow) you(?: to)?) (?:\w+ ){0,4}(?:read|check|look (?:at|through|in)|open|have|"
    r"use|search|go through|track|follow)\b.*\b(?:phone|messages|e-?mails?|texts|chats?|"
    r"accounts?|inbox|where i am)\b"
)
LET = re.compile(r"\blet me\b|\bi (?:want|need|expect|get|am allowed|should be able) to\b")


def check(text: str) -> Finding:
    """The first demand that would rule the other’s life, or nothing."""
    for sentence in re.split(r"[.;!?\n:]+", text.replace("’", "'").replace("‘", "'")):
        if found := _in_sentence(sentence):
            return found
    return Finding()


class Line(msgspec.Struct, frozen=True):
    """One line of ``glasswork guard``."""

    text: str


def answer_in_json(line: str) -> str | None:
    """``{"control": …, "kind": …}`` for a line of JSON with a ``text``; None for anything else."""
    try:
        found = check(msgspec.json.decode(line, type=Line).text)
    except msgspec.DecodeError:
        return None
    return msgspec.json.encode({"control": bool(found), "kind": str(found.kind)}).decode()


def hands_over(text: str) -> bool:
    """Whether an offer would hand over a key, a place or somebody’s phone: never offered here, even freely (S9)."""
    return any(rule.pattern.search(plain(text)) for rule in TAKE[:2]) or bool(GIVES.search(plain(text)))


def _in_sentence(sentence: str) -> Finding:
    if found := _threat(sentence):
        return found
    inherited, stances = Stance.ASIDE, set()
    clauses = clauses_of(sentence)
    for clause in clauses:
        stance = stance_of(clause, inherited)
        stances.add(stance)
        inherited = inherited if stance is Stance.ASIDE else stance
        if found := _in_clause(clause, stance):
            return found
    text = plain(sentence)
    if Stance.OWN in stances and INSIDE.search(text) and any(_reads_along(clause) for clause in clauses):
        return Finding(Control.MESSAGES, sentence.strip())
    if MINE.search(text) and re.search(r"\byou(?:r)?\b", text) and (found := _first([*LEAVE, *STILL], text, sentence)):
        return found
    # What was cut at a comma may only make sense together, where all of it is a demand; and so may a rule without
    # anybody in it (“Location sharing on at all times”).
    is_rule = stances == {Stance.ASIDE} and not re.search(r"\b(?:i|if|when|because)\b", text)
    is_whole = stances == {Stance.DEMAND} and len(clauses) > 1
    return _demanded(text, sentence) if is_rule or is_whole else Finding()


def _reads_along(clause: str) -> bool:
    text = plain(clause)
    own = re.match(r"^(?:and |but |while |then )?i\b", text)
    return bool(
        own
        and re.search(
            (
                r"\b(?:look at|look through|listen in|read along|read|check|go through|open|answer) (?:it|"
                r"them|in|along)$|\blisten in\b|\b(?:look at|check|go through|read) (?:it|them) (?:when|"
                r"whenever|every|each|any|as)"
            ),
            text,
        )
        and not NEGATED.search(text)
    )


def _in_clause(clause: str, stance: Stance) -> Finding:
    text = plain(clause)
    if string := STRING.search(text):
        return _demanded(string[0], clause)
    if stance is Stance.OWN:
        return _own(text, clause)
    if stance is Stance.DEMAND:
        return _demanded(text, clause)
    return Finding()


def _own(text: str, clause: str) -> Finding:
    is_not = NEGATED.search(text) and not re.search(r"\bnot (?:let|allow|have) you\b", text)
    return Finding() if is_not else _first(INVADE, text, clause)


def _demanded(text: str, clause: str) -> Finding:
    if seen := SEEN.search(text):
        return _first([*TAKE, *INVADE], text, clause) or Finding(Control.MESSAGES, seen[0])
    if (door := DOORKEEPER.search(text)) and not re.search(
        r"\b(?:welcome|matter|need|important|like|miss|love)\b", text
    ):
        return Finding(Control.FAMILY if OF_KIN.search(door["who"]) else Control.FRIENDS, clause)
    if FREE.search(text) and not STRINGS.search(text):
        return Finding()
    is_not = bool(NEGATED.search(text))
    found = _first(CUT, text, clause) or _first(LEAVE, text, clause) or _named(clause)
    found = found or (Finding() if is_not else _first(TAKE, text, clause))
    if not found and (WISH.search(text) or LET.search(text)):
        found = _first(INVADE, text, clause)
    is_kept_off = re.search(r"\b(?:not|never|stop|no) (?:\w+ ){0,5}my\b", text)
    found = found or (Finding() if is_kept_off else _first(STILL, text, clause))
    return found or _order(text, clause)


def _order(text: str, clause: str) -> Finding:
    """What the other must or may not do, in no way that a list knows: caught unless it is an ordinary thing to ask."""
    if not ORDER.search(text) or BENIGN.search(text):
        return Finding()
    kind = next((kind for kind, topic in TOPICS if topic.search(text)), Control.PERMISSION)
    return Finding(kind, clause.strip())


def _threat(sentence: str) -> Finding:
    """“If you see your friends, we are over”: what the condition speaks of is what would be cut off."""
    text = plain(sentence)
    if either := re.search(r"\b(?:me|i) or (your [\w ]+)$|\b(your [\w ]+) or me$", text):
        return _first(CUT, f"drop {either[1] or either[2]}", sentence)
    if ASK_FIRST.search(text):
        return Finding(Control.PERMISSION, sentence.strip())
    condition = re.search(r"\b(?:if|when) you (.*)", text)
    if not (condition and THREAT.search(text)):
        return Finding()
    return _first(CUT, f"not {condition[1]}", sentence) or _first(TAKE, re.sub(NEGATED, " ", condition[1]), sentence)


def _first(rules: list[Rule], text: str, clause: str) -> Finding:
    hits = [rule for rule in rules if rule.pattern.search(text) and not (rule.but and rule.but.search(text))]
    return Finding(hits[0].kind, clause.strip()) if hits else Finding()


def _named(clause: str) -> Finding:
    """Somebody by name whom the other is not to see. The word “the contact” stands for one third person, and passes."""
    names = [name for name in re.findall(r"(?<!^)\b[A-Z][a-z]+\b(?!'s)", clause.strip()) if name not in NOT_NAMES]
    text = plain(clause)
    if re.search(r"\b(?:in secret|secretly|behind my back|without (?:telling|saying))\b", text):
        return Finding()
    hits = [name for name in names if re.search(NAMED.pattern.replace("NAME", name.lower()), text)]
    return Finding(Control.FRIENDS, clause.strip()) if hits else Finding()
