"""No sequence of acts of one person puts a line in force, prolongs it, or marks anything of the other’s.

The rules are tried on entries of any order and any author, also such as no page would ever write.
"""

from datetime import date, timedelta
from uuid import UUID, uuid4

from hypothesis import given
from hypothesis import strategies as st

from glasswork.agreements.kinds import Review, Stop, Talk, Wording, Yes
from glasswork.agreements.terms import LONGEST_WAIT, Line, Stand, lines_in
from glasswork.spaces.kinds import Kind
from glasswork.spaces.reading import Opened

ANA, BEN, EVE = UUID(int=1), UUID(int=2), UUID(int=3)
LINES = [UUID(int=n) for n in (10, 11)]
ROUNDS = [UUID(int=n) for n in (20, 21)]
START = date(2026, 1, 1)

type Act = tuple[UUID, str, int, int, int]
authors = st.sampled_from([ANA, BEN, EVE])
acts = st.tuples(
    authors, st.sampled_from(["words", "yes", "stop", "talk", "keep", "drop", "gone"]), st.integers(0, 1),
    st.integers(0, 7), st.integers(0, 400),
)  # fmt: skip


def entries_of(some: list[Act]) -> list[Opened[Kind]]:
    """Entries as an attacker might have them placed: any id may be named, and any day."""
    made: list[Opened[Kind]] = []
    wordings: list[UUID] = [uuid4()]
    for n, (author, what, line, pick, days) in enumerate(some):
        id_, about = uuid4(), wordings[pick % len(wordings)]
        value = value_of(what, LINES[line], about, ROUNDS[pick % 2], START + timedelta(days=days))
        if what == "words":
            wordings.append(id_)
        made.append(Opened(id_, UUID(int=9), n, author, START + timedelta(days=n), b"", value, b"", b""))
    return made


def value_of(what: str, line: UUID, wording: UUID, round_id: UUID, day: date) -> Kind | None:
    match what:
        case "words":
            return Wording(line=line, text="I will.", look_again_on=day)
        case "yes":
            return Yes(line=line, wording=wording)
        case "stop":
            return Stop(line=line)
        case "talk":
            return Talk(line=line, wording=wording)
        case "keep" | "drop":
            return Review(round=round_id, line=line, wording=wording, word=what, look_again_on=day)
    return None


def fold(entries: list[Opened[Kind]]) -> dict[UUID, Line]:
    return lines_in(entries, (ANA, BEN))


@given(st.lists(acts, max_size=40))
def test_a_line_in_force_has_a_yes_of_each_to_the_same_words(some: list[Act]) -> None:
    entries = entries_of(some)
    for line in fold(entries).values():
        if line.in_force:
            said = [e.author for e in entries if isinstance(e.value, Yes) and e.value.wording == line.in_force.id]
            assert {ANA, BEN} <= set(said)


@given(st.lists(acts, max_size=30), st.lists(acts, max_size=30))
def test_one_person_alone_puts_nothing_in_force_and_prolongs_nothing(before: list[Act], after: list[Act]) -> None:
    """Whatever came before, what Ana does from then on alone changes neither agreed words nor a review day."""
    entries = entries_of([*before, *((ANA, *act[1:]) for act in after)])
    then, now = fold(entries[: len(before)]), fold(entries)
    for id_, line in now.items():
        was = then.get(id_, Line(id_))
        is_answering = was.standing.get(BEN) and line.in_force and line.in_force.id == was.standing[BEN]
        if (line.in_force and line.in_force.id) != (was.in_force and was.in_force.id):
            assert is_answering, "only a yes to words that Ben stands by can put them in force"
        elif line.stand is Stand.IN_FORCE and line.look_again_on != was.look_again_on:
            word = [each for each in was.reviews if each.author == BEN]
            assert word, "only a word of Ben’s own can be joined"


@given(st.lists(acts, max_size=40))
def test_nobody_marks_anything_of_the_others(some: list[Act]) -> None:
    """Without Ben’s entries nothing is his: no words, no yes, no stop, no word of a review."""
    for line in fold([e for e in entries_of(some) if e.author != BEN]).values():
        assert line.in_force is None
        assert line.stopped_by != BEN
        assert BEN not in line.standing
        assert BEN not in {version.author for version in line.versions}
        assert BEN not in {by for version in line.versions for by in (*version.yes, *version.talk_by)}
        assert BEN not in {review.author for review in line.reviews}


@given(st.lists(acts, max_size=40))
def test_the_day_to_look_again_is_never_far(some: list[Act]) -> None:
    entries = entries_of(some)
    last = entries[-1].day if entries else START
    for line in fold(entries).values():
        assert line.look_again_on is None or line.look_again_on <= last + LONGEST_WAIT


@given(st.lists(acts, max_size=25), st.lists(acts, max_size=25))
def test_a_stopped_line_stays_as_it_was(before: list[Act], after: list[Act]) -> None:
    entries = entries_of([*before, (BEN, "stop", 0, 0, 0), *after])
    then, now = fold(entries[: len(before) + 1]), fold(entries)
    if LINES[0] in then:
        assert now[LINES[0]] == then[LINES[0]]
        assert then[LINES[0]].stand is Stand.STOPPED


@given(st.lists(acts, max_size=40))
def test_a_stranger_changes_nothing(some: list[Act]) -> None:
    entries = entries_of(some)
    assert fold(entries) == fold([e for e in entries if e.author != EVE])


@given(st.lists(acts, max_size=40))
def test_history_only_grows(some: list[Act]) -> None:
    entries = entries_of(some)
    for cut in range(len(entries)):
        early, late = fold(entries[:cut]), fold(entries)
        for id_, line in early.items():
            assert [version.id for version in late[id_].versions][: len(line.versions)] == [v.id for v in line.versions]


def test_both_saying_yes_to_each_others_words_ends_in_one_of_them() -> None:
    """Ana says yes to Ben’s words while he says yes to hers: the first yes settles it."""
    entries = entries_of([(ANA, "words", 0, 0, 60), (ANA, "yes", 0, 1, 0), (BEN, "words", 0, 0, 60)])
    mine, his = entries[0].id, entries[2].id
    more = [(BEN, his), (ANA, his), (BEN, mine)]
    for n, (author, wording) in enumerate(more, len(entries)):
        yes = Yes(line=LINES[0], wording=wording)
        entries.append(Opened(uuid4(), UUID(int=9), n, author, START, b"", yes, b"", b""))
    line = fold(entries)[LINES[0]]
    assert line.in_force
    assert line.in_force.id == his
