"""The offers of two people as one of them sees them, and what changes them. Reads only what stands."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from glasswork.agreements.damping import ENOUGH_ASKED, REQUESTS_A_DAY
from glasswork.agreements.here import Here
from glasswork.agreements.offers import LONGEST, SHOWN_A_DAY, Standing, as_giver, as_other, may_ask_on
from glasswork.agreements.openness_kinds import OPENNESS, TOPICS, Offer, Request, Shown, Topic, Welcome
from glasswork.spaces.kinds import Kind
from glasswork.spaces.opening import OpenSpace
from glasswork.spaces.reading import Opened, Want, read_entries, read_slips_at, slot_of
from glasswork.spaces.refused import Refused
from glasswork.spaces.writing import (
    AlreadyWritten,
    SpaceClosed,
    drop_slip,
    head_slip,
    prepare,
    save_slip,
    save_slips,
    writing_in,
)
from glasswork.ui.dates import day


@dataclass(frozen=True, slots=True)
class Side:
    """One person’s offer on a topic as this reader may know it."""

    topic: Topic
    standing: Standing
    offer: Offer | None = None


OTHER_TERMS = "This offer has changed since you read it. Here it is as it stands now."


def sides(here: Here) -> tuple[list[Side], list[Side]]:
    """One’s own offers, and the other’s. Two queries, however many stand."""
    space = here.space
    if space is None or space.partner is None:
        return [], []
    mine, theirs = space.me, space.partner.account
    name = {
        (kind, who, topic): slot_of(space, kind, who.bytes, topic)
        for kind in ("offer", "welcome")
        for who in (mine, theirs)
        for topic in TOPICS
    }
    found = {(slip.owner, slip.slot): slip.value for slip in read_slips_at(space, list(name.values()))}
    resting = [slot_of(here.private, "offer-paused", topic) for topic in TOPICS]
    paused = {slip.slot: slip.value for slip in read_slips_at(here.private, resting)}

    def of[K: Offer | Welcome](kind: type[K], what: str, who: UUID, topic: str) -> K | None:
        value = found.get((who, name[what, who, topic]))
        return value if isinstance(value, kind) else None

    own, other = [], []
    for slot, (id_, topic) in zip(resting, TOPICS.items(), strict=True):
        offer, kept = of(Offer, "offer", mine, id_), paused.get(slot)
        rest = kept if isinstance(kept, Offer) else None
        own.append(Side(topic, as_giver(offer, rest, of(Welcome, "welcome", theirs, id_), here.today), offer or rest))
        given = of(Offer, "offer", theirs, id_)
        seen = as_other(given, of(Welcome, "welcome", mine, id_), here.today)
        other.append(Side(topic, seen, given if seen is not Standing.NONE else None))
    return own, other


def side_of(some: list[Side], topic: str) -> Side:
    return next(side for side in some if side.topic.id == topic)


def make_offer(here: Here, topic: str, *, purpose: str, covers: str, leaves: str, ends_on: date) -> None:
    """Only its giver can make, renew or change one. A renewed offer is a new one, and is asked about anew."""
    space = _open(here)
    offer = Offer(
        id=uuid4(),
        topic=topic,
        purpose=purpose,
        covers=covers,
        leaves=leaves,
        made_on=here.today,
        ends_on=min(ends_on, here.today + LONGEST),
    )
    save_slip(space, offer, "offer", space.me.bytes, topic)
    drop_slip(here.private, "offer-paused", topic)


def pause_offer(here: Here, topic: str) -> None:
    """Moves it out of the shared space: from there it looks as if it had never been."""
    space, side = _open(here), side_of(sides(here)[0], topic)
    if side.offer and side.standing in {Standing.OFFERED, Standing.SHARED}:
        save_slip(here.private, side.offer, "offer-paused", topic)
        drop_slip(space, "offer", space.me.bytes, topic)


def resume_offer(here: Here, topic: str) -> None:
    """With the end it always had; nothing is prolonged by a pause."""
    space, side = _open(here), side_of(sides(here)[0], topic)
    if side.offer and side.standing is Standing.PAUSED:
        save_slip(space, side.offer, "offer", space.me.bytes, topic)
        drop_slip(here.private, "offer-paused", topic)


def stop_offer(here: Here, topic: str) -> None:
    space = _open(here)
    drop_slip(space, "offer", space.me.bytes, topic)
    drop_slip(here.private, "offer-paused", topic)


def welcome_offer(here: Here, topic: str, offer: UUID) -> None:
    """A yes to exactly the offer that was read. Raises Refused when its terms have changed since."""
    space, side = _open(here), side_of(sides(here)[1], topic)
    if side.offer and side.offer.id != offer:
        raise Refused(OTHER_TERMS)
    if side.offer:
        save_slip(space, Welcome(offer=side.offer.id), "welcome", space.me.bytes, topic)


def leave_offer(here: Here, topic: str) -> None:
    """No longer, or not at all. Its giver sees what they would see if it had not been answered yet."""
    space = _open(here)
    drop_slip(space, "welcome", space.me.bytes, topic)


def show(here: Here, topic: str, text: str, *, once: str) -> None:
    """Typed words under an offer that stands and is welcome. Raises Refused, SpaceClosed or AlreadyWritten."""
    space, side = _open(here), side_of(sides(here)[0], topic)
    if side.offer is None or side.standing is not Standing.SHARED:
        raise Refused("Not shared now, so this was not sent. Your words are still here.")
    shown = Shown(topic=topic, day=here.today, text=text, purpose=side.offer.purpose, until=side.offer.ends_on)
    with writing_in(space) as (page,):
        today = [
            e.value for e in read_entries(Want(space, tags=(OPENNESS,), since=here.now.date())) if e.author == space.me
        ]
        if sum(isinstance(value, Shown) and value.topic == topic for value in today) >= SHOWN_A_DAY:
            raise Refused("You’ve shown five things on this today. That’s plenty for one day.")
        page.place(prepare(space, shown, slot=slot_of(space, "shown", space.me.bytes, once) if once else None))
        save_slips([head_slip(here.private, space)])


def ask(here: Here, topic: str, words: str, *, once: str) -> None:
    """One request a topic in seven days, and two a day. Raises Refused, SpaceClosed or AlreadyWritten."""
    space = _open(here)
    slot = slot_of(space, "asked", space.me.bytes, once) if once else None
    with writing_in(space) as (page,):
        entries = read_entries(Want(space, tags=(OPENNESS,)))
        if slot in {entry.slot for entry in entries}:
            raise AlreadyWritten
        asked = requests_in(entries, space)
        again_on = may_ask_on(asked, topic)
        if again_on and here.now.date() < again_on:
            raise Refused(f"You’ve asked about this. You can ask again on {day(again_on)}.")
        if sum(day_asked == here.now.date() for day_asked, _ in asked) >= REQUESTS_A_DAY:
            raise Refused(ENOUGH_ASKED)
        page.place(prepare(space, Request(topic=topic, words=words), slot=slot))
        save_slips([head_slip(here.private, space)])


def requests_in(entries: list[Opened[Kind]], space: OpenSpace) -> list[tuple[date, Request]]:
    """One’s own requests with their days."""
    return [(e.day, e.value) for e in entries if isinstance(e.value, Request) and e.author == space.me]


def _open(here: Here) -> OpenSpace:
    if here.space is None or here.space.partner is None:
        raise SpaceClosed
    return here.space
