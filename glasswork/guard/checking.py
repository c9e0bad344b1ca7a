"""The control guard, pure: does a line demand something of the other that would rule their life (P8, stop rules)?

It answers demands, not topics. “I will not lunch alone with Jo” is about one’s own acts, and passes. “You may not see
your friends” is a demand, and is caught. It reads on this server, word by word, and asks nobody.

A line is cut into clauses, each with a frame: whose act, and how it is asked for (``frames``). Rules say which
frames rule a life and which are fine (``rules``, ``words.toml``). Learned weights say how far each sentence leans
towards a demand (``hunch``), and what the rules found moves that to or fro. How well that goes: docs/guard.md.
"""

import re
from enum import StrEnum
from typing import NamedTuple

import msgspec

from glasswork.guard import hunch
from glasswork.guard.frames import Frame, Who, frames_of
from glasswork.guard.hunch import HUNCH
from glasswork.guard.joints import Carried, joined, threat_in
from glasswork.guard.plain import plain
from glasswork.guard.rules import verdict_on
from glasswork.guard.words import sign


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


NOT_AT_ALL = -9.0
LONGEST = 20_000  # letters; what two people send is far shorter
_GIFT, _STRING = sign("<gift>"), sign("<string>")
_KEYS = sign("<code>", "<place>")
_GIVES = re.compile(
    r"\b(?:you (?:can|may|could|get to)|i (?:will )?(?:let|allow) you(?: to)?) (?:\w+ ){0,4}"
    r"(?:read|check|look (?:at|through|in)|open|have|use|search|go through|track|follow)\b.*"
    r"\b(?:phone|messages|e-?mails?|texts|chats?|accounts?|inbox|where i am)\b"
)


def check(text: str) -> Finding:
    """The first demand that would rule the other’s life, or nothing."""
    sentences = read(text)
    if lean_of(sentences) <= HUNCH.above:
        return Finding()
    found = _by_rule(sentences) or _by_hunch(sentences)
    return Finding(Control(found.kind), found.clause)


def lean_of(sentences: list[list[Frame]]) -> float:
    """How far a line leans towards a demand: its furthest sentence, with what the rules make of it."""
    if not sentences:
        return NOT_AT_ALL
    leans = [hunch.lean_of(frames) for frames in sentences]
    fine = [all(verdict_on(frame).is_sure for frame in frames) for frames in sentences]
    furthest = max(lean - HUNCH.rule_says_fine * is_fine for lean, is_fine in zip(leans, fine, strict=True))
    if found := _by_rule(sentences):
        furthest = max(leans) + (HUNCH.rule_of_nobody if _names_nobody(found, sentences) else HUNCH.rule_says_so)
    return furthest - HUNCH.can_be_refused * _can_be_refused([frame for frames in sentences for frame in frames])


def read(text: str) -> list[list[Frame]]:
    """The frames of each sentence, with what belongs together joined."""
    return [joined(frames) for frames in frames_of(text[:LONGEST])]


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
    return bool(_KEYS.search(plain(text)) or _GIVES.search(plain(text)))


def _can_be_refused(frames: list[Frame]) -> bool:
    """An ask with a way to say no, and no string to it."""
    whole = " , ".join(frame.text for frame in frames)
    return bool(_GIFT.search(whole)) and not _STRING.search(_GIFT.sub(" ", whole))


def _names_nobody(found: Finding, sentences: list[list[Frame]]) -> bool:
    """“No phones at supper”: a clause that says neither you nor I is seldom a demand, whatever the rules find in it."""
    return any(frame.who is Who.RULE and frame.raw == found.clause for frames in sentences for frame in frames)


def _by_rule(sentences: list[list[Frame]]) -> Finding:
    carried = Carried()
    for frames in sentences:
        for frame in frames:
            if kind := verdict_on(frame).kind or carried.to(frame):
                return Finding(kind, frame.raw)
            carried.on(frame)
        if kind := threat_in(frames):
            return Finding(kind, " ".join(frame.raw for frame in frames))
    return Finding()


def _by_hunch(sentences: list[list[Frame]]) -> Finding:
    """What the furthest sentence is about."""
    frames = max(sentences, key=hunch.lean_of)
    return Finding(hunch.kind_of(frames), " ".join(frame.raw for frame in frames))
