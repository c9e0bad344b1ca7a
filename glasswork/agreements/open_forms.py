"""Cleans what the forms of contact and openness send."""

from datetime import date
from typing import NamedTuple, cast, get_args

from django.http import QueryDict

from glasswork.agreements.contact_kinds import Contact, State
from glasswork.agreements.forms import LONGEST, TOO_LONG, has_letters
from glasswork.agreements.offers import LONGEST as LONGEST_OFFER
from glasswork.agreements.offers import USUAL
from glasswork.lib.typed import as_typed

CONTACT_TEXTS = ("called", "blocked", "partner_told", "unavoidable", "report", "chance")
OFFER_TEXTS = ("purpose", "covers", "leaves")
STATES: list[tuple[State, str]] = [
    ("ended", "It has ended"),
    ("limited", "It can’t be nothing, so it is small"),
    ("not-so", "What I said before is no longer so"),
]

NO_STATE = "Choose what is so first. Nothing is shown that you haven’t stated."
FUTURE_DAY = "That day is still to come. Say it once it is so."
ODD_DAY = "Please choose a day."
NO_COVERS = "Say in a few words what you offer."
PAST_END = "That day has passed. Please choose one from tomorrow on."
FAR_END = "Ninety days are the longest. You can offer it again after that."
NO_TEXT = "Write a few words first."


class Cleaned[T](NamedTuple):
    value: T
    problems: dict[str, str]


def clean_contact(sent: QueryDict, today: date) -> Cleaned[Contact]:
    texts, problems = _texts(sent, CONTACT_TEXTS)
    state, day = sent.get("state", ""), _day(sent.get("on", ""))
    if state not in get_args(State.__value__):
        problems = {"state": NO_STATE, **problems}
    if day is None or day > today:
        problems["on"] = ODD_DAY if day is None else FUTURE_DAY
    known = cast("State", state) if state in get_args(State.__value__) else "not-so"
    return Cleaned(Contact(state=known, on=day or today, **texts), problems)


def clean_offer(sent: QueryDict, today: date) -> Cleaned[tuple[dict[str, str], date]]:
    texts, problems = _texts(sent, OFFER_TEXTS)
    if not has_letters(texts["covers"]):
        problems["covers"] = NO_COVERS
    day = _day(sent.get("ends_on", ""))
    if day is None:
        problems["ends_on"] = ODD_DAY
    elif day <= today:
        problems["ends_on"] = PAST_END
    elif day > today + LONGEST_OFFER:
        problems["ends_on"] = FAR_END
    return Cleaned((texts, day or today + USUAL), problems)


def clean_text(text: str) -> Cleaned[str]:
    plain = as_typed(text)
    return Cleaned(plain, {} if has_letters(plain) and len(plain) <= LONGEST else {"words": _wrong(plain)})


def _wrong(text: str) -> str:
    return TOO_LONG if len(text) > LONGEST else NO_TEXT


def _texts(sent: QueryDict, names: tuple[str, ...]) -> tuple[dict[str, str], dict[str, str]]:
    texts = {name: as_typed(sent.get(name, "")) for name in names}
    return texts, {name: TOO_LONG for name, text in texts.items() if len(text) > LONGEST}


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
