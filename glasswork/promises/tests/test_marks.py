"""No sequence of acts by anybody marks anything of the other's, or opens what was not given."""

from uuid import UUID

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from glasswork.promises.kinds import Closing, Outcome, Promise, SeenDifferently, Standing, Word
from glasswork.promises.kinds_of_acts import Ask, Big, BigStep, Done, Dropped, Offer, Thanks, WouldHelp
from glasswork.promises.kinds_of_roads import Commitment, Corner, CornerDone, Stopped
from glasswork.promises.kinds_of_telling import Answer, Mended, Repair, RepairAnswer, Told
from glasswork.promises.tests.make import TODAY, Act, board, mend, on, page, promise, tell
from glasswork.promises.threads import ROOT, part_slot
from glasswork.spaces.kinds import Kind
from glasswork.spaces.reading import Opened, Want, read_entries
from glasswork.spaces.record import Finding, check_record
from tests.cast import Actor, undone

THE_OPENERS = (Outcome, Closing, BigStep, Dropped, Thanks, Stopped, CornerDone, Repair)
THE_OTHERS = (Word, WouldHelp, Done, Answer, RepairAnswer)
EITHERS = (SeenDifferently, Mended)
HIDDEN = "a heron over the weir"
ROOTS = (Promise, Ask, Big, Offer, Told, Commitment, Corner)

ACTS: dict[str, Act] = {
    **{
        f"outcome {what}": on("/promises/{promise}/outcome/", what=what, pane="1")
        for what in ("kept", "late", "not-kept")
    },
    **{f"word {act}": on("/promises/{promise}/word/", act=act, pane="1") for act in ("yes", "not-quite")},
    "view": on("/promises/{promise}/choice/", act="park", pane="1"),
    "rest": on("/promises/{promise}/end/"),
    "put right": on(
        "/promises/told/new/", promise="{promise}", pane="1", facts="x", act="send", once="1", about="else"
    ),
    "do": on("/promises/small/{ask}/done/"),
    "drop": on("/promises/small/{ask}/end/"),
    "help": on("/promises/big/{big}/answer/", act="yes"),
    "begin": on("/promises/big/{big}/step/", act="begun"),
    "let go": on("/promises/big/{big}/step/", act="let-go"),
    "answer": on("/promises/told/{told}/answer/", act="thanks"),
    "mend": lambda actor, of: mend(actor, of["told"]),
    "reply": on("/promises/told/{told}/reply/", act="helps", attempt="1"),
    "mended": on("/promises/told/{told}/mended/"),
    "later": on("/promises/told/{told}/door/", act="later"),
    "stop": on("/promises/road/ninety-days/{commitment}/end/"),
    "done": on("/promises/road/parting/{corner}/end/", act="done"),
}


def begin(ben: Actor) -> dict[str, UUID]:
    """One of everything, all of it Ben’s."""
    day = str(TODAY)
    found = {"promise": promise(ben), "told": tell(ben, HIDDEN)}
    ben.post("/promises/small/", {"words": "Coffee on Sunday"})
    ben.post("/promises/big/new/", {"words": "I’ll change teams", "cost": "much", "by": day})
    ben.post("/promises/road/ninety-days/", {"words": "I will write", "ends_on": day, "act": "share"})
    ben.post("/promises/road/parting/", {"corner": "The keys"})
    here = board(ben)
    return {
        **found,
        "ask": here.asks[-1],
        "big": here.bigs[-1],
        "commitment": here.ninety[-1],
        "corner": here.corners[-1],
    }


def everything(actor: Actor) -> list[Opened[Kind]]:
    return read_entries(Want(actor.shared, tags=("promises", "small", "right", "telling", "roads")))


def opener_of(actor: Actor, entry: Opened[Kind], threads: dict[str, UUID], people: list[UUID]) -> UUID | None:
    """Whose thread an entry lies in, by the slots that it could have."""
    parts = [ROOT, "mended", "begun", "let-go", "dropped", "closed", "stopped", "done", "would-help"]
    parts += [f"{part}-1" for part in ("outcome", "word", "view", "repair")]
    parts += ["answer-thanks", "reply-1-helps", f"done-{TODAY}"]
    slots = {part_slot(actor.shared, t, a, p) for t in threads.values() for a in people for p in parts}
    return people[1] if entry.slot in slots else None


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(plan=st.lists(st.tuples(st.sampled_from(["Ana", "Ben"]), st.sampled_from(sorted(ACTS))), max_size=12))
def test_everybody_speaks_for_themself(couple: tuple[Actor, Actor], plan: list[tuple[str, str]]) -> None:
    ana, ben = couple
    with undone():
        threads = begin(ben)
        for who, act in plan:
            ACTS[act](ana if who == "Ana" else ben, threads)
        people = [ana.shared.me, ben.shared.me]
        for entry in everything(ana):
            value = entry.value
            assert value is not None
            if isinstance(value, ROOTS):
                assert not (isinstance(value, Told) and value.promise) or entry.author == people[1]
                continue
            assert opener_of(ana, entry, threads, people) == people[1], value
            if isinstance(value, THE_OPENERS):
                assert entry.author == people[1], value
            elif isinstance(value, THE_OTHERS):
                assert entry.author == people[0], value
            else:
                assert isinstance(value, EITHERS), value
        assert HIDDEN not in page(ana, f"/promises/told/{threads['told']}/") or said_something(plan)
        assert HIDDEN not in page(ana, "/promises/")


def said_something(plan: list[tuple[str, str]]) -> bool:
    """Whoever answers has read; nothing else opens the door."""
    return ("Ana", "answer") in plan


def test_what_was_written_has_an_author_and_verifies(couple: tuple[Actor, Actor]) -> None:
    threads = begin(couple[1])
    for act in ACTS.values():
        for actor in couple:
            act(actor, threads)
    for actor in couple:
        assert check_record(actor.private, actor.shared).finding is Finding.WHOLE


def test_the_board_is_an_index_and_never_the_record() -> None:
    """It holds ids and days alone; the only words in it are how its owner likes hard news."""
    assert Standing.__struct_fields__ == ("panes", "until", "closed_on")
