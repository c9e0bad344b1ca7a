"""Whether a frame would rule the other’s life, pure: the rules of ``words.toml``, in their order."""

import re
from typing import NamedTuple

from glasswork.guard.frames import Frame
from glasswork.guard.words import EXCUSED, NOT_NAMES, RULES, RuleWords, sign

# In the order in which a clause that speaks of several is read.
NEAR = {"passwords": sign("<code>"), "location": sign("<place>"), "messages": sign("<device>", "<mail>", "<social>")}
FAR = {
    "faith": sign("<creed>"),
    "health": sign("<body>"),
    "family": sign("<kin>"),
    "work": sign("<job>"),
    "money": sign("<means>"),
    "clothes": sign("<wear>"),
    "friends": sign("<friend>", "<sex>"),
    "hobby": sign("<hobby>"),
}
KIND = {"clothes": "permission", "hobby": "permission"}
_excused = {topic: sign(*patterns) for topic, patterns in EXCUSED.items()}
THIRD, EVERY = sign("<third>"), sign("<every>")
_ALL_CONTACT = re.compile(
    r"\b(?:all|any|every) (?:contact|ties?)\b|\bno (?:more )?contact\b|\bthe other \w+|\b(?:any|no) ?more\b"
)
_PEOPLE = sign("<friend>", "<kin>", "<job>")


class Rule(NamedTuple):
    words: RuleWords
    who: frozenset[str]
    has: list[re.Pattern[str]]
    said: list[re.Pattern[str]]
    unless: list[re.Pattern[str]]

    def fits(self, frame: Frame, *, third: bool, broad: bool) -> bool:
        asked = self.words
        facts = (
            (asked.is_not, frame.is_not),
            (asked.third, third),
            (asked.broad, broad),
            (asked.order, frame.is_order),
        )
        return (
            frame.who.value in self.who
            and all(wanted is None or wanted == real for wanted, real in facts)
            and all(pattern.search(frame.act) for pattern in self.has)
            and all(pattern.search(frame.text) for pattern in self.said)
            and not any(pattern.search(frame.text) for pattern in self.unless)
        )


_rules = [
    Rule(
        each,
        frozenset(each.who.split()),
        *([sign(part) for part in parts] for parts in (each.has, each.said, each.unless)),
    )
    for each in RULES
]


class Verdict(NamedTuple):
    """``kind`` is empty where nothing was found; ``is_sure`` where a rule says that it is fine."""

    kind: str
    is_sure: bool = False


def verdict_on(frame: Frame) -> Verdict:
    broad = bool(EVERY.search(_ALL_CONTACT.sub("", frame.text)))
    third = speaks_of_third(frame) and not broad
    for rule in _rules:
        if rule.fits(frame, third=third, broad=broad) and (kind := _kind(rule.words.kind, frame)):
            return Verdict("", is_sure=True) if kind == "fine" else Verdict(kind)
    return Verdict("")


def topics_of(act: str) -> list[str]:
    """The kinds that an act touches and could cut off, in the order of reading."""
    return [
        KIND.get(topic, topic)
        for topic, pattern in FAR.items()
        if pattern.search(act) and not (topic in _excused and _excused[topic].search(act))
    ]


def speaks_of_third(frame: Frame) -> bool:
    """About the third person: by a word for them, by “Jo”, a pronoun, or one bare name, which might be theirs."""
    text = re.sub(r"\b(?:in case|because)\b.*", "", frame.text)
    names = [
        name
        for name in re.findall(r"(?<!^)\b[A-Z][a-z]{2,}\b(?!'s? (?:friends|lot|mates))", frame.raw)
        if name not in NOT_NAMES
    ]
    return bool(THIRD.search(text) or re.search(r"\bJo\b", frame.raw) or (names and not _PEOPLE.search(frame.text)))


def _kind(kind: str, frame: Frame) -> str:
    if not kind.startswith(("topic", "thing")):
        return kind
    near = next((each for each, pattern in NEAR.items() if pattern.search(frame.act)), "") if kind == "thing" else ""
    return near or next(iter(topics_of(frame.act)), "permission" if kind.endswith("permission") else "")
