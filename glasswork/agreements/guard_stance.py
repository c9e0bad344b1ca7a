"""Clauses and their stance, pure: whose act is it that a clause is about? For the control guard."""

import re
from enum import StrEnum

from glasswork.agreements.guard_words import NOT_NAMES


class Stance(StrEnum):
    OWN = "own"
    DEMAND = "demand"
    ASIDE = "aside"  # a condition or a remark, which demands nothing by itself


OTHER = (
    r"(?:you|your partner|my (?:partner|wife|husband|girlfriend|boyfriend|fianc[ée]e?|spouse)|"
    r"she|he|they)"
)
MODAL = (
    r"(?:must|have to|has to|need to|needs to|should|shall|will|would|ought to|are to|is to|"
    r"got to|may|can|might|could|"
    r"are going to|is going to|are not|is not|are supposed to|is supposed to|never|always|"
    r"only|no longer|do not|does not)"
)
WISH = re.compile(
    r"\b(?:i|we) (?:will |would |really |just |also |do )*(?:want|need|expect|demand|insist|"
    r"require|ask|like|love|prefer|beg|"
    r"wish|rather)(?: it)?(?: of you)?(?: on)?(?: for)?(?: that)? (?:you|your)\b|\bi (?:do|"
    r"can|could|will|would) not "
    r"(?:want|let|allow|have|accept|tolerate|stand|permit|like|put up with|bear) (?:it (?:if|"
    r"when|that) )?(?:you|your)\b|"
    r"\bi insist on\b|\bi forbid\b|\b(?:it is|would be) (?:not ok|not okay|only fair|best|"
    r"better) (?:for you|that you|if you)\b"
)
OWN_SUBJECT = re.compile(
    r"^(?:(?:and|but|so|then|also|instead|if|when|whenever|each \w+|every \w+|on \w+) )*(?:i|"
    r"we|both of us|each of us|neither of us|nobody|no one|my|our|us|one of us|either of us|"
    r"both)\b"
)
OTHER_SUBJECT = re.compile(
    rf"^(?:(?:and|but|so|then|also|please|from now on|in future|now|today|always|again|or|"
    rf"because|that|{OTHER} and) )*(?:{OTHER}|your)\b"
)
CONDITION = re.compile(
    r"^(?:and |but |so |then )?(?:if|when|whenever|while|because|since|in case|although|"
    r"though|as soon as|before|after|once)\b"
)
LEAD = re.compile(
    r"^(?:and |but |so )?(?:at|in|on|by|from|every|each|after|before|during|until|for|this|"
    r"next|tonight|tomorrow|whenever)\b"
    r"(?: \w+){0,4}? (?=(?:i|we|you) (?:will|must|may|can|do|never|always|look|check|read|"
    r"give|show|tell|have|are|get)\b)"
)
VERB = re.compile(
    r"^(?:(?:please|and|also|then|now|just|so|always|from now on|in future|or|but) )*(?:give|"
    r"show|send|tell|share|hand|let|leave|turn|keep|stop|quit|"
    r"delete|block|unfriend|unfollow|drop|cut|ask|call|ring|text|message|report|do not|never|"
    r"switch|install|put|log|unlock|open|"
    r"stay|get|no|no more|none|not|spend|buy|wear|dress|lose|eat|see|meet|go|come|convert|"
    r"pray|prove|hold|check|account|"
    r"choose|forget|resign|answer|pick up|take|bring|pay|transfer|be|make|only|cancel|end|"
    r"say goodbye|turn off|avoid|only ever|forward|copy|sell|sign|break|write|say|read|use|"
    r"have|all|every|nobody|any|anyone|to|hide|remove|close|return|return home|swear|"
    r"promise)\b"
)
SHORT = {
    r"\bcan(?:no|')?t\b": "can not", r"\bcannot\b": "can not", r"\bwon't\b": "will not", r"\bshan't\b": "shall not",
    r"n't\b": " not", r"\bdont\b": "do not", r"\bwont\b": "will not", r"\bmustnt\b": "must not",
    r"'ll\b": " will", r"'re\b": " are", r"'ve\b": " have", r"'d\b": " would", r"'m\b": " am",
    r"\b(it|that|she|he|what|where|who|there)'s\b": r"\1 is", r"\b(?:gotta|gotten to)\b": "got to",
    r"\bgonna\b": "going to", r"\bwanna\b": "want to", r"\bur\b": "your", r"\bu\b": "you", r"\byoull\b": "you will",
    r"\bmay not\b": "may not", r"\bhave got to\b": "have to", r"\bwould better\b": "must", r"\bhad better\b": "must",
}  # fmt: skip


def plain(clause: str) -> str:
    """Lower case, without short forms, single spaces."""
    text = clause.lower()
    for short, long in SHORT.items():
        text = re.sub(short, long, text)
    return " ".join(re.sub(r"[^\w'/ -]", " ", text).split())


def stance_of(clause: str, inherited: Stance) -> Stance:
    """Whose act a clause is about. One without a subject of its own goes on as the clause before it."""
    text = LEAD.sub("", plain(clause))
    if WISH.search(text):
        return Stance.DEMAND
    if CONDITION.match(text):
        return Stance.ASIDE
    if OWN_SUBJECT.match(text) and not OTHER_SUBJECT.match(text):
        return Stance.OWN
    if (
        OTHER_SUBJECT.match(text)
        or re.search(rf"\b(?:you|my (?:partner|wife|husband)) {MODAL}\b", text)
        or names_somebody(clause)
    ):
        return Stance.DEMAND
    if inherited is not Stance.ASIDE:
        return inherited
    return Stance.DEMAND if VERB.match(text) else Stance.ASIDE


def clauses_of(sentence: str) -> list[str]:
    parts = re.split(
        (
            r",|\s[–—-]\s|\b(?:and|but|so|or)\s+(?=(?:I|i|we|We|you|You|she|he|they|then|never|"
            r"do|don't|must|not)\b)"
        ),
        sentence,
    )
    return [part.strip() for part in parts if part and part.strip()]


def names_somebody(clause: str) -> bool:
    first = re.match(
        (
            r"\s*([A-Z][a-z]+)\s+(must|has to|may not|may|can't|cannot|can not|should|needs to|will|"
            r"is not allowed)\b"
        ),
        clause,
    )
    return first is not None and first[1] not in NOT_NAMES
