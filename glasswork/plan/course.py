"""How a plan goes on with each thing its owner says or does. Pure: a course and an entry make the next course.

Each exercise stands in it once, however often it was done, so that years of steps stay one small slip.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

import msgspec

from glasswork.plan.facts import Facts, Times
from glasswork.plan.kinds import Act, Changed, Course, Done, Intake
from glasswork.spaces.kinds import Kind

LATER, SWAPPED = timedelta(days=3), timedelta(days=30)
LONGEST_WAIT = SWAPPED + timedelta(days=1)  # a longer one is left over from a clock set back
# Said by a new intake, too: what it says then is newer.
OF_THE_INTAKE = ("contact-again", "contact-ended", "left", "back", "met")


def course_after(entries: Iterable[tuple[date, Kind]]) -> Course | None:
    """From all entries, oldest first, each with its day; None when there are none of the plan."""
    course: Course | None = None
    for day, value in entries:
        if isinstance(value, Intake | Act | Changed):
            course = go_on(course or Course(begun_on=day), value, day)
    return course


def go_on(course: Course, value: Intake | Act | Changed, today: date) -> Course:
    match value:
        case Intake():
            return _with_intake(course, value, today)
        case Changed():
            changes = {**_without(course.changes, value.what), value.what: value.day}  # in the order of saying
            return msgspec.structs.replace(course, changes=changes, newest_change=value.what)
        case Act():
            return _with_act(course, value)


def with_deeds(course: Course, deeds: Mapping[str, Done]) -> Course:
    """Of two devices, what the later saw."""
    kept = course.deeds
    newer = {name: each for name, each in deeds.items() if name not in kept or kept[name].last < each.last}
    return msgspec.structs.replace(course, deeds={**kept, **newer})


def facts_of(course: Course, today: date) -> Facts:
    """What stands in the course; whether it is shared, resting, late and so on, its caller adds."""
    said = course.said
    return Facts(
        today=today,
        begun_on=course.begun_on,
        role=_one(said, "role"),
        standing=_one(said, "standing"),
        goals=frozenset(said.get("goals", [])),
        focus=_one(said, "focus"),
        since=_one(said, "since"),
        contact=_one(said, "contact"),
        contact_on=course.intake_on,
        sleep=_one(said, "sleep"),
        support=_one(said, "support"),
        therapist=_one(said, "therapist"),
        pace=_one(said, "pace"),
        done=times_of(course.done),
        started=course.started,
        chosen=tuple(course.chosen),
        declined=frozenset(course.declined),
        waits={name: day for name, day in course.waits.items() if day - today < LONGEST_WAIT},
        again=course.again,
        changes=course.changes,
        quiet_on=course.quiet_on,
    )


def times_of(done: Mapping[str, Done]) -> dict[str, Times]:
    return {name: Times(each.number, each.first, each.last) for name, each in done.items()}


def said_in(intake: Intake) -> dict[str, list[str]]:
    return {each.id: list(each.answers) for each in intake.asked if each.answers}


def _with_intake(course: Course, intake: Intake, today: date) -> Course:
    changes = {name: day for name, day in course.changes.items() if name not in OF_THE_INTAKE}
    return msgspec.structs.replace(course, said=said_in(intake), intake_on=today, changes=changes)


def _with_act(course: Course, act: Act) -> Course:
    """A step that is done, let go or put off is no longer begun; one that repeats stays on the plan."""
    name = act.exercise
    chosen, started = dict(course.chosen), _without(course.started, name)
    waits, again = _without(course.waits, name), dict(course.again)
    declined = [each for each in course.declined if each != name]
    done = dict(course.done)
    match act.act:
        case "chosen":
            chosen[name] = act.title
        case "started":
            chosen[name], started[name] = act.title, act.day
        case "done":
            done[name] = _once_more(done.get(name), act.day)
            again.pop(name, None)
            if act.until:
                again[name] = act.until
        case "let-go" | "declined":
            chosen.pop(name, None)
            again.pop(name, None)
            declined += [name] if act.act == "declined" else []
        case "swapped":
            chosen.pop(name, None)
            waits[name] = act.day + SWAPPED
        case "later":
            started, waits[name] = dict(course.started), act.day + LATER
        case "not-today":
            started, waits[name] = dict(course.started), act.day + timedelta(days=1)
    quiet_on = act.day if act.act in {"later", "not-today"} else course.quiet_on
    return msgspec.structs.replace(
        course,
        quiet_on=quiet_on,
        chosen=chosen,
        started=started,
        waits=waits,
        again=again,
        declined=declined,
        done=done,
    )


def _once_more(before: Done | None, day: date) -> Done:
    """Twice on one day, as from two devices, counts once. The last is what was said last, as after a clock set back."""
    if before is None:
        return Done(1, day, day)
    is_same = before.last == day
    return Done(before.number + (not is_same), min(before.first, day), day)


def _without[T](some: Mapping[str, T], name: str) -> dict[str, T]:
    return {each: value for each, value in some.items() if each != name}


def _one(said: Mapping[str, list[str]], name: str) -> str:
    return next(iter(said.get(name, [])), "")
