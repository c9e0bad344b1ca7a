"""Plain words, pure: a typed text in lower case, without short forms and without common slips of the finger."""

import re
from functools import cache

from glasswork.guard.words import SPELLED, TYPED

SHORT = [
    (re.compile(short), long)
    for short, long in {
        r"[’‘`´]": "'", r"\bw/ ?o(?:ut)?\b": "without", r"\bw/(?=\s)": "with", r"\bb4\b": "before",
        r"\b24/7\b": "always", r"\bcan(?:no|')?t\b": "can not", r"\bwon'?t\b": "will not",
        r"\bshan'?t\b": "shall not", r"\bain'?t\b": "is not", r"n't\b": " not",
        r"\b(do|did|does|is|are|was|should|would|could|must|have|has|need)nt\b": r"\1 not", r"'ll\b": " will",
        r"\b(you|they|she|it)ll\b": r"\1 will", r"'re\b": " are", r"'ve\b": " have",
        r"\b(?:your|youre|ur) (?=(?:not|gonna|going|allowed|never|to|grounded|staying|leaving|done)\b)": "you are ",
        r"\b(you|u|i)(?:'d| would| had) (?:better|best)\b": r"\1 must", r"'d\b": " would", r"\bi'?m\b": "i am",
        r"\b(it|that|she|he|what|where|who|there|here|nobody|everyone)'s\b": r"\1 is", r"\bthats\b": "that is",
        r"\blet's\b|^lets (?!me)": "we will ", r"\b(?:gotta|(?:have |has )?got to)\b": "have to",
        r"\bgonna\b": "going to", r"\bwanna\b": "want to", r"\bgimme\b": "give me", r"\blemme\b": "let me",
        r"\b(?:ur|yr|youre|yer)\b": "your", r"\b(?:u|ya|yous|youse)\b": "you", r"\bill (?=\w)": "i will ",
        r"\b(?:pls|plz)\b": "please", r"\bthru\b": "through", r"\b(?:nite|tonite)\b": "night", r"\bevry\b": "every",
        r"\b(?:cos|cuz|coz)\b": "because", r"\bwen\b": "when", r"\bloc\b": "location", r"\bmsgs\b": "messages",
        r"\bpics\b": "pictures", r"\bw (?=the|your|ur|my)": "with ", r"\bc (?=who|where|what)": "see ",
        r"\b2 (?=other|the|my|me|see)": "to ", r"\brn\b": "right now", r"\btxt\b": "text",
        r"\b(?:ur|youre) (?=(?!wedding|evening|morning|training|drinking|earning)\w+ing\b)": "you are ",
        r"\be mails?\b": "email", r"\bany more\b": "anymore",
    }.items()
]  # fmt: skip
LONG = re.compile(r"[a-z]{5,}")


def plain(text: str) -> str:
    """Lower case, short forms written out, single spaces, near misses of the guard's own words mended."""
    text = text.lower()
    for short, long in SHORT:
        text = short.sub(long, text)
    words = re.sub(r"[^\w' /-]", " ", text).split()
    return " ".join(mended(word) for word in words)


@cache
def _near() -> dict[str, list[str]]:
    starts: dict[str, list[str]] = {}
    for word in sorted(SPELLED):
        starts.setdefault(word[0], []).append(word)
    return starts


def mended(word: str) -> str:
    """The word of the lists that this is one slip away from; itself where there is none."""
    if not LONG.fullmatch(word) or word in SPELLED or word in TYPED or len(word) > 14:
        return TYPED.get(word) or word
    return next((known for known in _near().get(word[0], ()) if _one_slip(word, known)), word)


def _one_slip(word: str, known: str) -> bool:
    """One letter wrong, missing or too many, or two letters the wrong way round."""
    if abs(len(word) - len(known)) > 1:
        return False
    if len(word) == len(known):
        off = [at for at, letter in enumerate(word) if letter != known[at]]
        swapped = (
            len(off) == 2 and off[1] == off[0] + 1 and word[off[0]] == known[off[1]] and word[off[1]] == known[off[0]]
        )
        return len(off) == 1 or swapped
    short, long = sorted((word, known), key=len)
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
