"""What a reader says to a letter, what its writer says back, and taking one's own words back."""

from datetime import datetime
from uuid import UUID

from msgspec.structs import replace

from glasswork.letters.forms import LANDING
from glasswork.letters.here import MINE, Here
from glasswork.letters.kinds import Answer, Heard, Mine, Mirror, Reply
from glasswork.letters.post import MIRROR, Post, find_post, letter_slot
from glasswork.letters.sorts import LAND
from glasswork.spaces.kinds import Kind
from glasswork.spaces.opening import OpenSpace
from glasswork.spaces.reading import read_slip
from glasswork.spaces.refused import MovedOn, Refused
from glasswork.spaces.writing import (
    SpaceClosed,
    head_slip,
    prepare,
    remember_head,
    save_slip,
    save_slips,
    withdraw,
    writing,
    writing_in,
)

KEPT_OPENED = 60


def open_door(here: Here, letter: UUID) -> None:
    """Kept in one’s own slip: whoever wrote never learns whether it was opened."""
    _change_mine(here.private, letter, is_open=True)


def put_by(here: Here, letter: UUID) -> None:
    _change_mine(here.private, letter, is_open=False)


def tell_heard(here: Here, post: Post, things: tuple[str, str, str]) -> None:
    """Once; from here two days pass before its reader may write back. Raises MovedOn, SpaceClosed, AlreadyWritten."""
    if not post.may_tell_heard:
        raise SpaceClosed if post.space.is_closed and post.letter else MovedOn
    _say(here, post, "heard", Heard(letter=post.id, things=things), until=here.now + LAND)


def write_back(here: Here, post: Post, words: str) -> None:
    """Raises Refused before its time, and MovedOn once it is written or the letter was taken back."""
    if post.space.is_closed and post.letter:
        raise SpaceClosed
    if not post.may_reply(here.mine, here.now):
        moment = post.reply_from(here.mine)
        raise Refused(LANDING) if post.is_open and moment and here.now < moment else MovedOn
    _say(here, post, "reply", Reply(letter=post.id, words=words))


def answer(here: Here, post: Post, says: str, words: str) -> None:
    """One of the answers that are left. Raises MovedOn, SpaceClosed or AlreadyWritten."""
    if post.space.is_closed and post.letter:
        raise SpaceClosed
    if says not in dict(post.answers_left):
        raise MovedOn
    _say(here, post, f"answer-{says}", Answer(letter=post.id, says=says, words=words))


def say_back(here: Here, post: Post, words: str) -> None:
    """Its writer, once. Raises MovedOn, SpaceClosed or AlreadyWritten."""
    if not post.may_say_back:
        raise SpaceClosed if post.space.is_closed and post.letter else MovedOn
    _say(here, post, MIRROR, Mirror(letter=post.id, words=words))


def take_back(here: Here, post: Post) -> None:
    """One's own words of this letter, for good; that they were there stays visible (S7). Also after parting."""
    for entry in post.own:
        withdraw(post.space, entry)
    remember_head(here.private, post.space)


def _say(here: Here, post: Post, part: str, value: Kind, *, until: datetime | None = None) -> None:
    private, space = here.private, post.space
    with writing_in(private, space) as (_, page):
        now = find_post(here.spaces, post.id)  # it may have been taken back since the page was read
        if now is None or now.post.letter is None:
            raise MovedOn
        page.place(prepare(space, value, slot=letter_slot(space, post.id, space.me, part)))
        slips: list[tuple[OpenSpace, Kind, bytes]] = [head_slip(private, space)]
        save_slips(slips)
        if until:
            mine = read_slip(private, Mine, MINE) or Mine()
            save_slip(private, replace(mine, replies={**mine.replies, post.id: until}), MINE)


def _change_mine(private: OpenSpace, letter: UUID, *, is_open: bool) -> None:
    with writing(private):
        mine = read_slip(private, Mine, MINE) or Mine()
        opened = tuple(each for each in mine.opened if each != letter)
        put_away = tuple(each for each in mine.put_by if each != letter)
        if is_open:
            opened = (*opened, letter)[-KEPT_OPENED:]
        else:
            put_away = (*put_away, letter)[-KEPT_OPENED:]
        save_slip(private, replace(mine, opened=opened, put_by=put_away), MINE)
