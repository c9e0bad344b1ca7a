"""Questions that are never parked, pure: contact now, health, money, safety, the children. Found by plain words (P7).

A question that names one of these needs an answer soon. Its asker may also say so with a tick; either is enough.
The rule would rather find one too many: then parking is not offered, and nothing else changes.
"""

import re

from glasswork.programme.questions import short_words

ABOUT = short_words("soon")
_MEETING = (
    r"(?:see|sees|seeing|seen|talk|talks|talking|talked|speak|speaking|spoken|spoke|text|texts|texting|texted|write|"
    r"writing|written|message|messaging|messaged|call|calling|called|phone|phoning|phoned|ring|ringing|meet|meeting|"
    r"met|contact|contacting|contacted|chat|chatting|chatted|reply|replying|replied|hear|hearing|heard|email|emailing)"
)
_LINES = {
    "contact": (
        rf"\b(?:are|were) you (?:still )?{_MEETING}\b",
        rf"\b(?:have|has|had) (?:you|they|he|she) (?:\w+ ){{0,2}}{_MEETING}\b",
        rf"\b(?:do|does) (?:you|they|he|she) (?:\w+ ){{0,2}}{_MEETING}\b",
        rf"\b(?:still|again|now|nowadays|these days|any ?more|lately|currently|today|this week)\b.*\b{_MEETING}\b",
        rf"\b{_MEETING}\b.*\b(?:still|again|now|nowadays|these days|any ?more|lately|currently|today|this week)\b",
        r"\b(?:in|out of|keep|kept) (?:touch|contact)\b",
        rf"\blast (?:time|contact|message)\b|\blast {_MEETING}\b",
        r"\b(?:is|are) (?:it|this|that|things|you two) (?:really |truly )?(?:over|finished|done|ended|still)\b",
        r"\bhas (?:it|this|that) (?:\w+ )?(?:ended|stopped|finished|gone on)\b",
        r"\bhave you (?:\w+ )?(?:stopped|ended|blocked|deleted)\b|\bblocked (?:them|him|her|the number)\b",
    ),
    "health": (
        r"\b(?:health|healthy|infect\w*|disease\w*|illness|clinic|symptom\w*|sti|std|stis|stds|hiv|herpes|chlamydia)\b",
        r"\b(?:tested|get a test|have a test|test results?|checked by a doctor)\b",
        r"\b(?:condoms?|protection|protected|unprotected|safe sex|the pill|pregnan\w*|abortion|miscarr\w*)\b",
        r"\buse (?:anything|something|one)\b",
    ),
    "money": (
        r"\b(?:money|paid|pay|pays|paying|spent|spend|spending|bank|debts?|loans?|savings|owe[ds]?|credit card|cash)\b",
        r"\b(?:bought|buy|buying|cost|costs|rent|salary|bills?|transfer\w*|joint account|how much (?:did|was|is))\b",
        r"[£$€]",
    ),
    "safety": (
        r"\b(?:danger\w*|threat\w*|weapons?|gun|knife|violen\w*|police|stalk\w*|blackmail\w*)\b",
        r"\b(?:am i|are we|are you|is it|is the house|feel) (?:\w+ )?safe\b|\bunsafe\b",
        r"\b(?:know|knows|knew) where (?:we|i) (?:live|work)\b|\b(?:our|my) address\b|\bkeys? to (?:our|the|my)\b",
        r"\b(?:hit|hurt|harm|follow|follows|following|followed) (?:me|us)\b",
        r"\bcome to (?:our|the|my) (?:house|home|door)\b",
    ),
    "children": (
        r"\b(?:child|children|kids?|sons?|daughters?|baby|babies|toddlers?|grandchild\w*|stepson|stepdaughter)\b",
        r"\b(?:our|the|my) (?:boys?|girls?|little ones?|teenagers?|twins)\b|\bpregnan\w*\b",
    ),
}
_RULES = {about: re.compile("|".join(lines)) for about, lines in _LINES.items()}
_INTIMATE = re.compile(
    r"\b(?:sex|sexual\w*|sexy|slept (?:with|together)|sleep (?:with|together)|in bed|naked|nude\w*|kiss\w*|breasts?|"
    r"orgasms?|positions?|body|bodies|made love|make love|making love|intimate|undress\w*|underwear|lingerie)\b"
    r"|\b(?<!in )(?<!keep )(?<!kept )touch(?:ed|ing)?\b"
    r"|\b(?:better|prettier|thinner|younger|sexier|hotter|more beautiful|more attractive|nicer) than (?:me|i am|mine)\b"
)


def subjects_in(words: str) -> tuple[str, ...]:
    """Keys of ``ABOUT`` that the words name, in its order."""
    text = _plain(words)
    return tuple(about for about, rule in _RULES.items() if rule.search(text))


def asks_for_detail(words: str) -> bool:
    """Whether it asks for intimate detail, or sets its asker beside somebody else."""
    return bool(_INTIMATE.search(_plain(words)))


def in_words(subjects: tuple[str, ...]) -> str:
    """“contact now and money”."""
    named = [ABOUT[subject] for subject in subjects if subject in ABOUT]
    return " and ".join([", ".join(named[:-1]), named[-1]]) if len(named) > 1 else "".join(named)


def _plain(words: str) -> str:
    return " ".join(words.lower().replace("’", "'").split())
