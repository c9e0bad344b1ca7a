"""What changes a line: suggesting, changing its words, a yes, a stop, talking, taking back. All under the lock."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from hashlib import sha256
from uuid import UUID, uuid4

from glasswork.agreements import damping
from glasswork.agreements.forms import Cleaned
from glasswork.agreements.here import read_aside
from glasswork.agreements.kinds import LINES, Aside, Caught, Draft, Moment, Stop, Talk, Wording, Yes
from glasswork.agreements.terms import Line, Stand, lines_in
from glasswork.spaces.kinds import Kind
from glasswork.spaces.opening import OpenSpace
from glasswork.spaces.reading import Want, read_entries, read_slip, read_slips_at, slot_of
from glasswork.spaces.refused import Refused
from glasswork.spaces.writing import (
    Page,
    append,
    head_slip,
    prepare,
    remember_head,
    save_slip,
    save_slips,
    withdraw,
    writing_in,
)

REST = timedelta(days=1)
GONE = "This line has stopped, so nothing was changed."
OLD_WORDS = "These words have changed since. Here are the newest ones."
OLD_DAY = "The day to look again has passed in these words. Change it first, and send them anew."


def suggest(private: OpenSpace, space: OpenSpace, said: Cleaned, now: datetime, *, once: str) -> UUID:
    """A new line in its author’s words, with their yes to them. Raises Refused, SpaceClosed or AlreadyWritten."""
    with _lines(private, space) as (page, lines):
        today = _utc(now)
        if why := damping.why_not_suggest(lines.values(), space.me, said.texts["text"], today):
            raise Refused(why)
        if why := damping.why_not_again(lines.values(), space.me, list(said.sent.values()), today):
            raise Refused(why)
        line_id = uuid4()
        _put_words(page, space, line_id, said, once)
    _keep_moment(private, line_id, said)
    return line_id


def reword(private: OpenSpace, space: OpenSpace, line_id: UUID, said: Cleaned, now: datetime, *, once: str) -> None:
    """Other words for a line. Those in force stay in force until both have said yes to these."""
    with _lines(private, space) as (page, lines):
        line, today = _going_on(lines, line_id), _utc(now)
        if why := damping.why_not_reword(line, space.me, today):
            raise Refused(why)
        if why := damping.why_not_again(lines.values(), space.me, list(said.sent.values()), today):
            raise Refused(why)
        _put_words(page, space, line_id, said, once)
    _keep_moment(private, line_id, said)


def agree(private: OpenSpace, space: OpenSpace, line_id: UUID, wording: UUID, now: datetime) -> None:
    """One person’s yes to exactly these words. Raises Refused when they are no longer on the table."""
    with _lines(private, space) as (page, lines):
        line = _going_on(lines, line_id)
        version = next((version for version in line.open if version.id == wording), None)
        if version is None or version.words is None:
            raise Refused(OLD_WORDS)
        if version.words.look_again_on <= _utc(now):
            raise Refused(OLD_DAY)
        _put(page, space, Yes(line=line_id, wording=wording), "line-yes", wording.bytes)


def stop(private: OpenSpace, space: OpenSpace, line_id: UUID) -> None:
    """Counts at once, needs nobody’s leave and is never held back."""
    with _lines(private, space) as (page, lines):
        line = lines.get(line_id)
        if line and line.stand is Stand.IN_FORCE:
            _put(page, space, Stop(line=line_id), "line-stop", line_id.bytes)


def ask_to_talk(private: OpenSpace, space: OpenSpace, line_id: UUID, wording: UUID) -> None:
    with _lines(private, space) as (page, lines):
        if _going_on(lines, line_id).version(wording):
            _put(page, space, Talk(line=line_id, wording=wording), "line-talk", wording.bytes)


def take_back(private: OpenSpace, space: OpenSpace, line_id: UUID) -> None:
    """One’s own words of a line, unless they are in force; it stays visible that they were there (S7).

    It looks under the lock: a yes of the other, a moment before, has put them in force.
    """
    with _lines(private, space) as (_, lines):
        line = lines[line_id]
        kept = line.in_force.id if line.in_force and not line.stopped_on and not space.is_closed else None
        for version in line.versions:
            if version.author == space.me and version.words and version.id != kept:
                withdraw(space, version.id)
    remember_head(private, space)


def put_away(private: OpenSpace, thing: UUID) -> None:
    """Out of one’s own sight. Nobody else learns of it."""
    before = read_aside(private)
    if thing not in before.away:
        save_slip(private, Aside(away=(*before.away, thing), until=before.until), "agreements-aside")


def bring_back(private: OpenSpace, thing: UUID) -> None:
    before = read_aside(private)
    left = tuple(each for each in before.away if each != thing)
    save_slip(private, Aside(away=left, until=before.until), "agreements-aside")


def sleep_on(private: OpenSpace, line_id: UUID, now: datetime) -> None:
    """No yes of one’s own to this line for a day, whoever asks for it."""
    before = read_aside(private)
    until = {line: moment for line, moment in before.until.items() if moment > now}
    save_slip(private, Aside(away=before.away, until={**until, line_id.hex: now + REST}), "agreements-aside")


def quieten_offers(private: OpenSpace, key: str, now: datetime) -> None:
    """Today says no more of offers on that topic for a week, however often they are made. Nobody else learns of it."""
    before = read_aside(private)
    until = {each: moment for each, moment in before.until.items() if moment > now}
    save_slip(private, Aside(away=before.away, until={**until, key: now + 7 * REST}), "agreements-aside")


def rest_until(private: OpenSpace, text: str, now: datetime) -> datetime | None:
    """Words that the guard caught rest for a day. Returns when they may be sent, None once they may."""
    mark = sha256(" ".join(text.lower().split()).encode()).hexdigest()[:32]
    before = read_slip(private, Caught, "agreements-caught") or Caught(since={})
    fresh = {key: since for key, since in before.since.items() if now - since < 30 * REST}
    since = fresh.setdefault(mark, now)
    if fresh != before.since:
        save_slip(private, Caught(since=fresh), "agreements-caught")
    return since + REST if now < since + REST else None


def save_draft(private: OpenSpace, form: str, fields: dict[str, list[str]], *, once: str = "") -> None:
    """What is being typed, unless that form was sent in the meantime. One slip a form, however often it is saved."""
    before = read_draft(private, form)
    if not (before and once and before.ended == once):
        save_slip(private, Draft(fields=fields), "agreements-draft", form)


def end_draft(private: OpenSpace, form: str, *, once: str) -> None:
    save_slip(private, Draft(fields={}, ended=once), "agreements-draft", form)


def read_draft(private: OpenSpace, form: str) -> Draft | None:
    return read_slip(private, Draft, "agreements-draft", form)


def read_drafts(private: OpenSpace, *forms: str) -> list[Draft]:
    """Those of several forms, in one query."""
    slots = [slot_of(private, "agreements-draft", form) for form in forms]
    return [slip.value for slip in read_slips_at(private, slots) if isinstance(slip.value, Draft)]


@contextmanager
def _lines(private: OpenSpace, space: OpenSpace) -> Iterator[tuple[Page, dict[UUID, Line]]]:
    """The shared space under its lock, with the lines as they stand now."""
    with writing_in(space) as (page,):
        yield page, lines_in(read_entries(Want(space, tags=(LINES,))), space.members)
        if page.placed:
            save_slips([head_slip(private, space)])


def _going_on(lines: dict[UUID, Line], line_id: UUID) -> Line:
    line = lines.get(line_id)
    if line is None or line.stand in {Stand.STOPPED, Stand.TAKEN_BACK}:
        raise Refused(GONE)
    return line


def _put_words(page: Page, space: OpenSpace, line_id: UUID, said: Cleaned, once: str) -> None:
    wording = Wording(
        line=line_id,
        text=said.texts["text"],
        look_again_on=said.look_again_on,
        sort=said.sort,
        whose=said.whose,
        need=said.texts["need"] if said.shares_need else "",
        if_crossed=said.texts["if_crossed"],
        told=said.told,
        answered=said.answered,
    )
    entry = prepare(space, wording, slot=slot_of(space, "line-words", space.me.bytes, once) if once else None)
    page.place(entry)
    _put(page, space, Yes(line=line_id, wording=entry.id), "line-yes", entry.id.bytes)


def _put(page: Page, space: OpenSpace, value: Kind, *name: bytes | str) -> None:
    page.place(prepare(space, value, slot=slot_of(space, *name, space.me.bytes)))


def _keep_moment(private: OpenSpace, line_id: UUID, said: Cleaned) -> None:
    if said.texts["happened"] or said.texts["need"]:
        append(private, Moment(line=line_id, happened=said.texts["happened"], need=said.texts["need"]))


def _utc(now: datetime) -> date:
    return now.date()
