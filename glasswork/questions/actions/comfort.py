"""Choosing words that help, by day and by both; asking for them, and saying them."""

from uuid import UUID

from glasswork.questions.actions.writing import act_in, new_id
from glasswork.questions.comfort import MOST, PLEASE, SAID, Words, answer_to, is_asked_for, was_said_just_now, words_in
from glasswork.questions.here import Here
from glasswork.questions.kinds_of_words import COMFORT, CanSay, Comfort, Please, SaidIt
from glasswork.spaces.opening import OpenSpace
from glasswork.spaces.reading import Want, read_entries, read_slip, slot_of
from glasswork.spaces.refused import MovedOn, Refused
from glasswork.spaces.writing import drop_slots, prepare, save_slip, withdraw

NEWEST = 80
IN_SPACE = "One of you is taking space. Ask once that is over. Meanwhile Calm is open."
JUST_SAID = "It was answered within the hour. Let it land first. Meanwhile Calm is open."
FIVE_ARE_PLENTY = "Five are plenty to remember at night. Take one back first."


def read_words(space: OpenSpace) -> list[Words]:
    """One query."""
    return words_in(space, read_entries(Want(space, tags=(COMFORT,)), newest=NEWEST))


def add_words(here: Here, words: str, *, once: str) -> None:
    with act_in(here) as act:
        mine = [each for each in read_words(act.space) if each.author == here.me]
        if words in {each.words for each in mine}:
            return
        if len(mine) >= MOST:
            raise Refused(FIVE_ARE_PLENTY)
        value = Comfort(id=new_id(here.private, once, Comfort(id=UUID(int=0), words=words)), words=words)
        act.page.place(prepare(act.space, value, slot=slot_of(act.space, "comfort", value.id.bytes)))


def say_if(here: Here, comfort: UUID, can: CanSay) -> None:
    """By the other: whether they could say it truthfully. A new word takes the place of the one before."""
    with act_in(here) as act:
        found = _find(act.space, comfort)
        if found.author == here.me:
            raise MovedOn
        if found.can != can:
            act.page.place(prepare(act.space, can))
            if not can.is_yes:
                _end_asking(act.space, found)


def take_words_back(here: Here, comfort: UUID) -> None:
    with act_in(here) as act:
        found = _find(act.space, comfort)
        if found.author == here.me:
            _end_asking(act.space, found)
    if found.author == here.me:
        withdraw(act.space, found.entry)


def ask_to_hear(here: Here, comfort: UUID) -> None:
    """A tap; nobody counts. It takes the place of the one before, and pressing on changes nothing."""
    with act_in(here) as act:
        found = _find(act.space, comfort)
        if found.author != here.me or not found.is_agreed:
            raise MovedOn
        if here.quiet:
            raise Refused(IN_SPACE)
        before = read_slip(act.space, Please, f"{PLEASE} {here.me.hex}")
        said = read_slip(act.space, SaidIt, f"{SAID} {here.other.hex}") if here.other else None
        if was_said_just_now(before, said, here.now):
            raise Refused(JUST_SAID)
        if before is None or before.comfort != comfort or not is_asked_for(before, said, here.now):
            save_slip(act.space, Please(comfort=comfort, at=here.now), f"{PLEASE} {here.me.hex}")


def say_so(here: Here, how: str) -> None:
    """By the other: said, or tonight in person. Raises MovedOn where nothing is asked for."""
    with act_in(here) as act:
        other = here.other
        please = read_slip(act.space, Please, f"{PLEASE} {other.hex}") if other else None
        if please is None:
            raise MovedOn
        said = SaidIt(comfort=please.comfort, at=please.at, how=how)
        before = read_slip(act.space, SaidIt, f"{SAID} {here.me.hex}")
        if answer_to(please, before) != said:
            save_slip(act.space, said, f"{SAID} {here.me.hex}")


def _end_asking(space: OpenSpace, words: Words) -> None:
    """Nobody is asked for what its author took back, or what isn’t true any more."""
    name = f"{PLEASE} {words.author.hex}"
    please = read_slip(space, Please, name)
    if please and please.comfort == words.id:
        drop_slots(space, [slot_of(space, name)])


def _find(space: OpenSpace, comfort: UUID) -> Words:
    found = next((each for each in read_words(space) if each.id == comfort), None)
    if found is None:
        raise MovedOn
    return found
