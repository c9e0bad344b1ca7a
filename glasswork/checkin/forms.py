"""Cleans what the check-in form sends. Nothing is lost: what is wrong comes back with its sentence."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from django.http import QueryDict

from glasswork.checkin.kinds import Trust, Words
from glasswork.lib.typed import as_typed
from glasswork.programme.feelings import FEELINGS
from glasswork.programme.prompts import PROMPTS, prompt_by_id

LONGEST = 20_000
TOO_LONG = "This is longer than one evening can hold. Please keep it under 20,000 characters."
CLOSENESS = ["Far", "A bit far", "In between", "Quite close", "Close"]
TRUST = ["Not at all", "A little", "Some", "Quite a lot", "A lot"]
MOVES = [("dipped", "Dipped"), ("same", "Same"), ("rose", "Rose")]
SINCE_YESTERDAY = "Since yesterday, it …"
SINCE_LAST_TIME = "Since last time, it …"
TEXTS = ("feel", "when", "because", "would_help", "reply", "good", "why")
FIELDS = ("feelings", "closeness", "trust", "move", "prompt", *TEXTS)


class Cleaned(NamedTuple):
    """``problems`` is field to sentence; empty when the rest may be sealed. ``trust`` None: that pane was left."""

    words: Words
    trust: dict[str, object] | None
    problems: dict[str, str]


def clean(sent: Mapping[str, list[str]]) -> Cleaned:
    """From the fields of a form or a draft. A reply counts only with the question that it answers."""
    texts = {name: as_typed(first(sent, name)) for name in TEXTS}
    problems = {name: TOO_LONG for name, text in texts.items() if len(text) > LONGEST}
    prompt = prompt_by_id(first(sent, "prompt")) or PROMPTS[0]
    words = Words(
        feelings={each.id: each.word for each in FEELINGS if each.id in sent.get("feelings", [])},
        closeness=_one_to_five(first(sent, "closeness")),
        feel=texts["feel"],
        when=texts["when"],
        because=texts["because"],
        would_help=texts["would_help"],
        prompt=prompt.id,
        prompt_version=prompt.version,
        question=prompt.text,
        reply=texts["reply"],
        good=texts["good"],
    )
    return Cleaned(words, _trust(sent, texts["why"]), problems)


def fields_of(sent: QueryDict) -> dict[str, list[str]]:
    """The form's own fields, as a draft keeps them."""
    return {name: sent.getlist(name) for name in FIELDS if name in sent}


def fields_for(words: Words, trust: Trust | None) -> dict[str, list[str]]:
    """The fields a form would send to give just these words: for changing an answer."""
    fields = {name: [str(getattr(words, name))] for name in TEXTS if name != "why"}
    fields |= {"feelings": list(words.feelings), "prompt": [words.prompt]}
    fields["closeness"] = [str(words.closeness or "")]
    if trust:
        fields |= {"trust": [str(trust.trust or "")], "move": [trust.move], "why": [trust.why]}
    return fields


def has_words(fields: Mapping[str, list[str]]) -> bool:
    """Whether anything was chosen or typed; the question alone is nothing."""
    return any(value for name, values in fields.items() if name != "prompt" for value in values)


def since(last: date | None, today: date) -> str:
    """What the move is measured from; nothing on somebody's very first evening. ``last`` is an evening before."""
    if last is None:
        return ""
    return SINCE_YESTERDAY if last == today - timedelta(days=1) else SINCE_LAST_TIME


def day_in(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def first(sent: Mapping[str, list[str]], name: str) -> str:
    values = sent.get(name) or [""]
    return values[0]


def _trust(sent: Mapping[str, list[str]], why: str) -> dict[str, object] | None:
    trust, move = _one_to_five(first(sent, "trust")), first(sent, "move")
    move = move if move in dict(MOVES) else ""
    return {"trust": trust, "move": move, "why": why} if trust or move or why else None


def _one_to_five(text: str) -> int | None:
    return int(text) if text in {"1", "2", "3", "4", "5"} else None
