"""What changes a plan: an intake, an act with a step, something that is different now.

Each is an entry of its owner's own, and goes on the course in the same transaction, under the lock: two devices at once
make one course.
"""

from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from hashlib import sha256

from glasswork.plan.changes import CHANGES
from glasswork.plan.course import course_after, go_on, said_in, with_deeds
from glasswork.plan.here import SLIP
from glasswork.plan.kinds import BROUGHT, TAG, Act, Changed, Course, Done, Intake, IntakeDraft, Reason, filled
from glasswork.plan.questions import WORDS, asked
from glasswork.programme.exercises import Exercise
from glasswork.spaces.kinds import encode
from glasswork.spaces.opening import OpenSpace
from glasswork.spaces.reading import Want, read_entries, read_slip, slot_of
from glasswork.spaces.writing import AlreadyWritten, prepare, save_slip, save_slips, writing

ACTS = ("chosen", "let-go", "declined", "swapped", "later", "not-today", "started", "done")
DRAFT = "plan-intake"
FROM_FIRST_RUN = {
    "hurt": "hurt",
    "hurt-someone": "involved",
    "both": "both",
    "alone": "alone",
    "private": "private",
}


def keep_intake(private: OpenSpace, answers: Mapping[str, list[str]], today: date, *, once: str) -> None:
    """The same form sent twice is kept once. The draft ends with it: one that arrives later is late."""
    intake = filled(Intake(asked=asked(answers), words=next(iter(answers.get(WORDS, [])), "")))
    slot = slot_of(private, "once", once, sha256(encode(intake)).digest())
    with suppress(AlreadyWritten):
        _go_on(private, intake, today, slot)
    save_slip(private, filled(IntakeDraft(fields={}, ended=once)), DRAFT)


def act_on(
    private: OpenSpace,
    exercise: Exercise,
    act: str,
    today: date,
    *,
    until: date | None = None,
    once: str = "",
    deeds: Mapping[str, Done] | None = None,
) -> None:
    """Done counts once a day, from however many devices; of the other acts, each form counts once.

    ``deeds`` are those that were read with the page, for the course to keep: none is read again for years.
    """
    about = exercise.facts
    value = Act(act=act, exercise=about.id, exercise_version=about.version, title=about.title, day=today, until=until)
    mark = ("done", str(today)) if act == "done" else (once, act) if once else ()
    with suppress(AlreadyWritten):
        _go_on(private, value, today, slot_of(private, "step", about.id, *mark) if mark else None, deeds=deeds)


def let_go(private: OpenSpace, name: str, title: str, today: date) -> None:
    """Of a step that the programme no longer has."""
    _go_on(private, Act(act="let-go", exercise=name, exercise_version=0, title=title, day=today), today, None)


def say_changed(
    private: OpenSpace, what: str, today: date, *, once: str, deeds: Mapping[str, Done] | None = None
) -> None:
    value = Changed(what=what, label=CHANGES[what].label, day=today)
    with suppress(AlreadyWritten):
        _go_on(private, value, today, slot_of(private, "changed", once, what) if once else None, deeds=deeds)


def save_intake_draft(private: OpenSpace, fields: Mapping[str, list[str]], page: int, *, once: str) -> IntakeDraft:
    """What was answered so far, with these fields. A form that was kept in the meantime changes nothing."""
    before = read_slip(private, IntakeDraft, DRAFT) or IntakeDraft(fields={})
    if once and before.ended == once:
        return before
    draft = filled(IntakeDraft(fields={**before.fields, **fields}, page=page, once=before.once or once))
    save_slip(private, draft, DRAFT)
    return draft


def read_first_answers(private: OpenSpace) -> dict[str, list[str]]:
    """What an intake begins with: the answers of the last one, or what the first run was told."""
    values = [each.value for each in read_entries(Want(private, tags=(TAG, BROUGHT)))]
    intakes = [value for value in values if isinstance(value, Intake)]
    if intakes:
        return {**said_in(intakes[-1]), WORDS: [intakes[-1].words]}
    brought = [value for value in values if isinstance(value, Reason)]
    return {"role": [FROM_FIRST_RUN.get(brought[-1].reason, "")]} if brought else {}


def _go_on(
    private: OpenSpace,
    value: Intake | Act | Changed,
    today: date,
    slot: bytes | None,
    *,
    deeds: Mapping[str, Done] | None = None,
) -> None:
    entry = prepare(private, value, slot=slot)
    with writing(private) as page:
        before = read_slip(private, Course, SLIP) or _from_entries(private) or Course(begun_on=today)
        if isinstance(value, Act) and value.act == "chosen" and value.exercise in before.chosen:
            return  # it is on the plan already, from another page or device
        page.place(entry)
        after = with_deeds(go_on(before, value, today), deeds or {})
        save_slips([(private, filled(after), slot_of(private, SLIP))])


def _from_entries(private: OpenSpace) -> Course | None:
    """Should the slip be gone, everything that was said and done is still there."""
    entries = read_entries(Want(private, tags=(TAG,)))
    return course_after((each.day, each.value) for each in entries if each.value)
