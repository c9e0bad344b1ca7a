"""How much is asked for, sharing the whole account in one go, adding to it later, opening its door, taking it back."""

from contextlib import suppress
from datetime import timedelta
from uuid import UUID

from msgspec.structs import replace

from glasswork.questions.accounts import MOST_ADDITIONS, Told, account_slot, accounts_in, scopes_in
from glasswork.questions.actions.writing import act_in, change_mine, new_id
from glasswork.questions.delivery import due_at
from glasswork.questions.here import Here
from glasswork.questions.kinds_of_own import Mine
from glasswork.questions.kinds_of_words import ACCOUNTS, Account, Addition, Scope, ScopeMet, ScopePlease
from glasswork.questions.scopes import MOST, asking_of, scopes_of
from glasswork.spaces.kinds import Kind
from glasswork.spaces.opening import OpenSpace
from glasswork.spaces.reading import Opened, Want, check_authors, read_entries, slot_of
from glasswork.spaces.refused import MovedOn, Refused
from glasswork.spaces.writing import AlreadyWritten, SpaceClosed, prepare, remember_head, utc_day, withdraw

ONE_STANDS = "You have shared an account already. Open it, and add what is missing."
BY_DAY = "It goes by day, between 8 in the morning and 9 at night. Your words are kept here until then."
IN_SPACE = "One of you is taking space. Your words are kept here until that is over."
MANY_ADDITIONS = "Twenty additions are plenty. Tell the rest face to face, or with your therapist."
FIRST_HOW_MUCH = "First comes how much they would like to know. Your words are kept here until then."
NOT_NOW = "They would rather not have it for now. Your words are kept here, for another day."
HAS_CHANGED = "What they would like to know has just changed. Read it once more, then share."
MANY_SCOPES = "It has changed a dozen times. Talk about it together now."
SCOPES_TODAY = "Three times is enough for one day, with those taken back. Your words are kept here for tomorrow."
SHARES_TODAY = "It was shared twice today, and taken back. Your words are kept here for tomorrow."
ADDITIONS_TODAY = "Five additions are enough for one day. Your words are kept here for tomorrow."
MOST_SCOPES, MOST_SHARES, MOST_ADDED = 3, 2, 5  # in one day
A_MONTH = 30  # days; so long does what was taken back count
DOORS = ("opens", "later", "visit")  # one length each


def set_scope(here: Here, scope: Scope) -> None:
    """By whoever is to be told. The same words twice are one; other words stand beside those before, with their day.

    What was taken back counts too: taking back makes no room for saying on and on.
    """
    with act_in(here) as act:
        entries = _all(act.space)
        mine = scopes_of(check_authors(entries, [act.space]), here.me)
        if mine.now and replace(mine.now.scope, on=scope.on) == scope:
            return
        said = _said_in_a_month(act.space, entries)
        if len({*said, *(each.id for each in mine.all)}) >= MOST:
            raise Refused(MANY_SCOPES)
        today = _scope_slots(act.space, 0)
        free = [slot for slot in today if slot not in said.values()]
        if not free:
            raise Refused(SCOPES_TODAY)
        _check_hour(here)
        act.page.place(prepare(act.space, scope, slot=free[0]))


def take_scope_back(here: Here) -> None:
    """All that one said of it; nothing is asked for then. That the other once asked is not held out again."""
    if here.space is None:
        raise MovedOn
    for each in scopes_in(here.space, here.me).all:
        withdraw(here.space, each.id)
    remember_head(here.private, here.space)
    put_scope_by(here)


def put_scope_by(here: Here) -> None:
    """“Later”, to being asked: in one’s own slip, so whoever asked never learns of it."""
    if here.space is None:
        raise MovedOn
    asking = asking_of(_all(here.space), here.me)
    if asking and asking not in here.mine.doors:
        use_door(here, asking, "later")


def ask_for_scope(here: Here) -> None:
    """Once and by day, by whoever would like to write it. Where it was said or asked for already, nothing happens."""
    _check_hour(here)
    with suppress(AlreadyWritten), act_in(here) as act:
        theirs = scopes_in(act.space, act.space.other)
        if not theirs.all and not theirs.is_asked_for:
            act.page.place(prepare(act.space, ScopePlease(), slot=slot_of(act.space, "scope-please", here.me.bytes)))


def share(here: Here, account: Account, *, once: str, scope: UUID | None) -> UUID:
    """All of it at once. One of each person stands at a time. ``scope``: what its writer had before them."""
    with act_in(here) as act:
        whole = replace(account, id=new_id(here.private, once, account))
        mine = [told for told in accounts_in(act.space) if told.is_mine]
        if any(told.id == whole.id for told in mine):
            return whole.id
        if mine:
            raise Refused(ONE_STANDS)
        theirs = scopes_in(act.space, act.space.other)
        if theirs.now is None or not theirs.allows_sharing:
            raise Refused(NOT_NOW if theirs.now else FIRST_HOW_MUCH)
        if theirs.now.id != scope:
            raise Refused(HAS_CHANGED)
        if _taken_back_today(act.space) >= MOST_SHARES:
            raise Refused(SHARES_TODAY)
        _check_hour(here)
        act.page.place(prepare(act.space, whole, slot=account_slot(act.space, whole.id, "whole")))
    return whole.id


def add_to(here: Here, told: Told, addition: Addition) -> None:
    """Beside the account, with its own day."""
    if not told.is_mine or told.account is None or here.space is None or told.space.id != here.space.id:
        raise MovedOn
    if addition.words in {each.words for each in told.additions}:
        return
    if len(told.additions) >= MOST_ADDITIONS:
        raise Refused(MANY_ADDITIONS)
    if sum(each.on == addition.on for each in told.additions) + _taken_back_today(here.space) >= MOST_ADDED:
        raise Refused(ADDITIONS_TODAY)
    _check_hour(here)
    with act_in(here) as act:
        slot = account_slot(act.space, told.id, f"later-{len(told.additions) + 1}")
        act.page.place(prepare(act.space, addition, slot=slot))


def use_door(here: Here, account: UUID, how: str) -> None:
    """Opened, later, or with the therapist: in one’s own slip, so whoever told never learns which."""
    change_mine(here.private, lambda mine: Mine(doors={**mine.doors, account: how}))


def say_met(here: Here, told: Told) -> None:
    """“That’s what I asked for”, once, by whoever opened it."""
    if told.is_mine or told.account is None or here.mine.doors.get(told.id) != "opens":
        raise MovedOn
    if here.space is None or told.space.id != here.space.id:
        raise SpaceClosed
    with suppress(AlreadyWritten), act_in(here) as act:
        act.page.place(prepare(act.space, ScopeMet(account=told.id), slot=account_slot(act.space, told.id, "met")))


def take_account_back(here: Here, told: Told) -> None:
    if not told.is_mine:
        raise MovedOn
    for entry in told.entries:
        withdraw(told.space, entry)
    remember_head(here.private, told.space)


def _all(space: OpenSpace) -> list[Opened[Kind]]:
    """One query."""
    return read_entries(Want(space, tags=(ACCOUNTS,)))


def _scope_slots(space: OpenSpace, ago: int) -> list[bytes]:
    """As many as may be said on one day; which is taken tells that one was said, also once its words are gone."""
    day = (utc_day() - timedelta(days=ago)).isoformat()
    return [slot_of(space, "scope", space.me.bytes, day, str(number)) for number in range(MOST_SCOPES)]


def _said_in_a_month(space: OpenSpace, entries: list[Opened[Kind]]) -> dict[UUID, bytes]:
    slots = {slot for ago in range(A_MONTH) for slot in _scope_slots(space, ago)}
    return {entry.id: entry.slot for entry in entries if entry.slot in slots}


def _taken_back_today(space: OpenSpace) -> int:
    """Of accounts, with what was added to them: their reader has seen them come."""
    today, scopes = utc_day(), set(_scope_slots(space, 0))
    mine = [entry for entry in _all(space) if entry.author == space.me and entry.day == today]
    return sum(entry.value is None and entry.slot not in scopes for entry in mine)


def _check_hour(here: Here) -> None:
    """Neither at night nor while one of the two takes space."""
    if due_at(here.now, here.zone, None, here.quiet) > here.now:
        raise Refused(IN_SPACE if here.quiet else BY_DAY)
