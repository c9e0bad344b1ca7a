"""What is typed for an evening, pure: two tabs, two devices and two evenings never write over each other's words.

A form for two and a form for oneself alone have a draft each, so that words written alone never stand in what is sent.
"""

from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from glasswork.checkin.forms import TEXTS, has_words
from glasswork.checkin.kinds import Draft, Piece, Saying
from glasswork.spaces.kinds import Kind

type Fields = Mapping[str, list[str]]


class Form(NamedTuple):
    """The marks of a form: which it is, what it began from, for which evening, and which waiting answer it changes."""

    once: str = ""
    follows: str = ""
    day: date | None = None
    changes: str = ""
    is_alone: bool = False

    def is_of_another(self, evening: date) -> bool:
        return self.day not in (None, evening)


UNMARKED = Form()


def together(found: list[Kind | None]) -> Draft:
    """The first of several drafts, with the words of the others beside it."""
    first, *others = (each if isinstance(each, Draft) else Draft(fields={}) for each in found)
    return replace(first, apart=[*first.apart, *(piece for each in others for piece in _set_apart(each).apart)])


def on_evening(draft: Draft, evening: date | None) -> Draft:
    """As it stands on that evening: words of another one stand apart, and the form is a new one."""
    if draft.evening == evening or draft.evening is None or evening is None:
        return replace(draft, evening=evening or draft.evening)
    return replace(_set_apart(draft), evening=evening)


def for_change(draft: Draft, changes: str) -> Draft:
    """As it stands beside a waiting answer: words that were not typed as a change of it stand apart."""
    return draft if draft.changes == changes else _set_apart(draft)


def typed(before: Draft, fields: Fields, form: Form) -> Draft:
    """With what a form sends. Words that it neither began from nor wrote itself are set apart."""
    here = on_evening(before, form.day)
    if here.once != form.once and mark_of(here.fields) != form.follows:
        here = _set_apart(here)
    sent = {name: list(values) for name, values in fields.items()}
    return replace(_without(here, form), fields=sent, once=form.once, changes=form.changes)


def ended(before: Draft, form: Form) -> Draft:
    """Once a form was sealed or kept: its own words are gone, those of another tab stay."""
    is_its_own = before.once == form.once or mark_of(before.fields) == form.follows
    here = replace(before, fields={}, once="", changes="") if is_its_own else before
    return replace(_without(here, form), ended=form.once)


def used(draft: Draft, mark: str) -> Draft:
    """The words that stand apart take the form's place; what stood there stands apart now."""
    piece = next((each for each in draft.apart if mark_of(each.fields) == mark), None)
    if piece is None:
        return draft
    here = _set_apart(let_go(draft, mark))
    fields = piece.fields if piece.evening == draft.evening else words_alone(piece.fields)
    return replace(here, fields=fields, changes=draft.changes)


def let_go(draft: Draft, mark: str) -> Draft:
    return replace(draft, apart=[each for each in draft.apart if mark_of(each.fields) != mark])


def words_alone(fields: Fields) -> dict[str, list[str]]:
    """Without what belongs to its own evening: the scales, and a question that was not answered."""
    kept = {"feelings", *TEXTS, *(["prompt"] if any(fields.get("reply", [])) else [])}
    return {name: list(values) for name, values in fields.items() if name in kept}


def mark_of(fields: Fields | Mapping[str, str]) -> str:
    """Names these words, so that a form can say which it began from."""
    return sha256(msgspec.json.encode(sorted(fields.items()))).hexdigest()[:16]


def said(before: Saying, fields: Mapping[str, str], form: Form) -> Saying:
    """The same for a round that is open: what another tab typed is kept, and so is a field that has gone since."""
    apart = {once: texts for once, texts in before.apart.items() if not once or once != form.once}
    if before.once != form.once and mark_of(before.fields) != form.follows:
        others = [text for name, text in before.fields.items() if text.strip() and text != fields.get(name, text)]
        apart |= {before.once: [*apart.get(before.once, []), *others]} if others else {}
    return replace(before, fields={**before.fields, **fields}, once=form.once, apart=apart)


def _set_apart(draft: Draft) -> Draft:
    piece = Piece(fields=draft.fields, once=draft.once, evening=draft.evening)
    is_new = has_words(piece.fields) and piece.fields not in [each.fields for each in draft.apart]
    apart = [*([piece] if is_new else []), *draft.apart]
    return replace(draft, fields={}, once="", changes="", apart=apart)


def _without(draft: Draft, form: Form) -> Draft:
    """An earlier state of the same form is no words of another."""
    return replace(draft, apart=[each for each in draft.apart if not form.once or each.once != form.once])
