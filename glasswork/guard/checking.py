"""The control guard, pure: does a line demand something of the other that would rule their life (P8, stop rules)?

It answers demands, not topics. “I will not lunch alone with Jo” is about one’s own acts, and passes. “You may not see
your friends” is a demand, and is caught. It reads on this server, word by word, and asks nobody.

A line is cut into clauses, each with a frame: whose act, and how it is asked for (``frames``). Rules say which
frames rule a life and which are fine (``rules``, ``words.toml``). A small network says how far each sentence leans
towards a demand (``leaning``), and what the rules found moves that to or fro. How well that goes: docs/guard.md.
"""

import re
from typing import NamedTuple

import msgspec

from glasswork.guard.frames import Frame, Who, frames_of
from glasswork.guard.joints import Carried, joined, threat_in
from glasswork.guard.kinds import Control
from glasswork.guard.leaning import Lean, leans_of
from glasswork.guard.plain import plain
from glasswork.guard.rules import verdict_on
from glasswork.guard.words import sign


class Finding(NamedTuple):
    """``kind`` is empty where nothing was found; ``clause`` is the part that was."""

    kind: str = ""
    clause: str = ""

    def __bool__(self) -> bool:
        return bool(self.kind)


# How far a line must lean to rest, and how far the rules move it, in hundredths of log odds. Set by reading lines that
# the network had not learned from (docs/guard.md).
REST = 50
RULE_SAYS_SO, RULE_OF_NOBODY, RULE_SAYS_FINE, CAN_BE_REFUSED = 300, 100, 150, 400
LONGEST = 20_000  # letters; what two people send is far shorter
_GIFT, _STRING = sign("<gift>"), sign("<string>")
_KEYS = sign("<code>", "<place>")
_GIVES = re.compile(
    r"\b(?:you (?:can|may|could|get to)|i (?:will )?(?:let|allow) you(?: to)?) (?:\w+ ){0,4}"
    r"(?:read|check|look (?:at|through|in)|open|have|use|search|go through|track|follow)\b.*"
    r"\b(?:phone|messages|e-?mails?|texts|chats?|accounts?|inbox|where i am)\b"
)


def check(text: str, *, as_wish: bool = False) -> Finding:
    """The first demand that would rule the other’s life, or nothing. ``as_wish``: it follows “I want you to”."""
    text = text[:LONGEST]
    leans = leans_of(text)
    if not leans:
        return Finding()
    furthest = max(leans, key=lambda each: each.far)
    sentences = [joined(frames) for frames in frames_of(f"I want you to {text}" if as_wish else text)]
    ruled = _by_rule(sentences)
    if furthest.far + _moved(ruled, sentences) <= REST:
        return Finding()
    found = ruled or _by_lean(furthest, sentences, leans)
    return Finding(Control(found.kind), found.clause)


def _moved(ruled: Finding, sentences: list[list[Frame]]) -> int:
    """What the rules make of a line. Where they find nothing, they may find every clause fine."""
    frames = [frame for frames in sentences for frame in frames]
    if ruled:
        moved = RULE_OF_NOBODY if _names_nobody(ruled, frames) else RULE_SAYS_SO
    else:
        moved = -RULE_SAYS_FINE * all(verdict_on(frame).is_sure for frame in frames)
    return moved - CAN_BE_REFUSED * _can_be_refused(frames)


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


def _names_nobody(found: Finding, frames: list[Frame]) -> bool:
    """“No phones at supper”: a clause that says neither you nor I is seldom a demand, whatever the rules find in it."""
    return any(frame.who is Who.RULE and frame.raw == found.clause for frame in frames)


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


def _by_lean(furthest: Lean, sentences: list[list[Frame]], leans: list[Lean]) -> Finding:
    """The sentence that leans furthest; all of the line where it falls into other sentences here."""
    told = sentences[furthest.place : furthest.place + 1] if len(sentences) == len(leans) else sentences
    return Finding(furthest.kind, " ".join(frame.raw for frames in told for frame in frames))
