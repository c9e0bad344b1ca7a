"""Sharing the whole account in one go, adding to it later, opening its door, taking it back."""

from uuid import UUID

from msgspec.structs import replace

from glasswork.questions.accounts import MOST_ADDITIONS, Told, account_slot, accounts_in
from glasswork.questions.actions.writing import Enough, MovedOn, act_in, change_mine, new_id
from glasswork.questions.delivery import due_at
from glasswork.questions.here import Here
from glasswork.questions.kinds_of_own import Mine
from glasswork.questions.kinds_of_words import Account, Addition
from glasswork.spaces.writing import prepare, remember_head, withdraw

ONE_STANDS = "You have shared an account already. Open it, and add what is missing."
BY_DAY = "It goes by day, between 8 and half past nine. Your words are kept here until then."
IN_SPACE = "One of you is taking space. Your words are kept here until that is over."
MANY_ADDITIONS = "Twenty additions are plenty. Tell the rest face to face, or with your therapist."
DOORS = ("opens", "later", "visit")  # one length each


def share(here: Here, account: Account, *, once: str) -> UUID:
    """All of it at once. One of each person stands at a time."""
    with act_in(here) as act:
        whole = replace(account, id=new_id(here.private, once, account))
        mine = [told for told in accounts_in(act.space) if told.is_mine]
        if any(told.id == whole.id for told in mine):
            return whole.id
        if mine:
            raise Enough(ONE_STANDS)
        if due_at(here.now, here.zone, None, here.quiet) > here.now:
            raise Enough(IN_SPACE if here.quiet else BY_DAY)
        act.page.place(prepare(act.space, whole, slot=account_slot(act.space, whole.id, "whole")))
    return whole.id


def add_to(here: Here, told: Told, addition: Addition) -> None:
    """Beside the account, with its own day."""
    if not told.is_mine or told.account is None or here.space is None or told.space.id != here.space.id:
        raise MovedOn
    if addition.words in {each.words for each in told.additions}:
        return
    if len(told.additions) >= MOST_ADDITIONS:
        raise Enough(MANY_ADDITIONS)
    with act_in(here) as act:
        slot = account_slot(act.space, told.id, f"later-{len(told.additions) + 1}")
        act.page.place(prepare(act.space, addition, slot=slot))


def use_door(here: Here, account: UUID, how: str) -> None:
    """Opened, later, or with the therapist: in one’s own slip, so whoever told never learns which."""
    change_mine(here.private, lambda mine: Mine(doors={**mine.doors, account: how}))


def take_account_back(here: Here, told: Told) -> None:
    if not told.is_mine:
        raise MovedOn
    for entry in told.entries:
        withdraw(told.space, entry)
    remember_head(here.private, told.space)
