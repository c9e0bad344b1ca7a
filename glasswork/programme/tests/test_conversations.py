"""Every conversation can be walked to an end, whatever is pressed; what is wrong in one is said with file and line."""

import shutil
from collections import deque
from pathlib import Path
from unittest import mock

import msgspec
import pytest

from glasswork.programme.conversations import Branch, Flow, Turn, load_flows, read_flow
from glasswork.programme.flows import FLOWS
from glasswork.programme.reading import CONTENT, ContentError
from glasswork.programme.turnings import RULES, TRIES, Tally

MOST_ROUNDS = 4
type Place = tuple[str, int, tuple[tuple[str, int], ...], bool]


def ways_from(flow: Flow, turn: Turn, place: Place) -> list[Place | None]:
    """Where each event leads; None is the end. Time may run out at any moment, and never comes back on one clock."""
    _, tries, rounds, has_time = place
    found: list[Place | None] = []
    for event in turn.events():
        for still in {has_time, False}:
            counted = {**dict(rounds), turn.id: dict(rounds).get(turn.id, 0) + (event == "more")}
            tally = Tally(event, tries + (event == "not-quite"), counted[turn.id], still)
            following = flow.after(turn, tally)
            if following is None:
                found.append(None)
                continue
            time_there = still if following.clock and following.clock == turn.clock else True
            kept = tuple(sorted((name, min(number, MOST_ROUNDS)) for name, number in counted.items() if number))
            found.append((following.id, tally.tries if following == turn else 0, kept, time_there))
    return found


def walked(flow: Flow) -> tuple[set[Place], dict[Place, list[Place | None]]]:
    """Every place that can be reached, with the ways on from it."""
    start: Place = (flow.facts.turn[0].id, 0, (), True)
    waiting, ways = deque([start]), dict[Place, list[Place | None]]()
    while waiting:
        place = waiting.popleft()
        if place not in ways:
            turn = flow.turn(place[0])
            assert turn
            ways[place] = ways_from(flow, turn, place)
            waiting.extend(way for way in ways[place] if way)
    return set(ways), ways


def stuck(flow: Flow) -> set[Place]:
    """Places from which no way leads to the end."""
    places, ways = walked(flow)
    ending: set[Place] = set()
    while more := {place for place in places - ending if any(way is None or way in ending for way in ways[place])}:
        ending |= more
    return places - ending


@pytest.mark.parametrize("flow", FLOWS.values(), ids=list(FLOWS))
def test_every_turn_is_reached_and_every_path_ends(flow: Flow) -> None:
    places, _ = walked(flow)
    assert {place[0] for place in places} == {turn.id for turn in flow.facts.turn}
    assert stuck(flow) == set()


@pytest.mark.parametrize("flow", FLOWS.values(), ids=list(FLOWS))
def test_whoever_goes_on_and_on_comes_to_an_end(flow: Flow) -> None:
    """The longest way: “not quite” and “more” wherever they are, with time that runs out."""
    place: Place | None = (flow.facts.turn[0].id, 0, (), True)
    steps = 0
    while place:
        turn = flow.turn(place[0])
        assert turn
        worst = next((event for event in ("not-quite", "more", "pass") if event in turn.events()), turn.events()[0])
        ways = dict(
            zip([e for e in turn.events() for _ in {place[3], False}], ways_from(flow, turn, place), strict=True)
        )
        place = ways[worst] if steps < 40 else ways_from(flow, turn, (*place[:3], False))[0]
        steps += 1
        assert steps < 200


def test_a_path_without_an_end_would_show() -> None:
    """The seeded failure of the test above: a turn that leads back to itself, whatever is pressed."""
    flow = FLOWS["mirroring"]
    always = ("pass", "yes", "not-quite", "more", "enough", "done")
    loop = msgspec.structs.replace(flow.facts.turn[0], next=(Branch("always", "say"),))
    looped = flow._replace(facts=msgspec.structs.replace(flow.facts, turn=(loop, *flow.facts.turn[1:])))
    with mock.patch.dict(RULES, {"always": lambda tally: tally.event in always}):
        assert {place[0] for place in stuck(looped)} == {"say"}


def test_every_rule_is_used_and_bounds_what_it_repeats() -> None:
    used = {branch.when for flow in FLOWS.values() for turn in flow.facts.turn for branch in turn.next}
    assert used | {"once-more"} == set(RULES)
    assert not RULES["not-quite"](Tally("not-quite", tries=TRIES))
    for name, most in (("once-more", 1), ("twice-more", 2), ("thrice-more", 3)):
        assert [RULES[name](Tally("more", rounds=n)) for n in range(1, 6)] == [n <= most for n in range(1, 6)]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(CONTENT / "conversations" / "mirroring", tmp_path / "conversations" / "mirroring")
    return tmp_path / "conversations" / "mirroring"


def change(folder: Path, old: str, new: str, name: str = "flow.toml") -> None:
    text = (folder / name).read_text()
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1))


@pytest.mark.parametrize(
    ("old", "new", "line", "reason"),
    [
        ('title = "Say it back"', "", 1, "missing required field `title`"),
        ("minutes = 20", "minutes = 0", 5, ">= 1"),
        ('act = "speak"', 'act = "sing"', 19, "Invalid enum value 'sing'"),
        ('when = "not-quite"', 'when = "too-late"', 26, "there is no rule “too-late”"),
        ('to = "back"', 'to = "nowhere"', 26, "there is no turn “nowhere”"),
        ('id = "more"', 'id = "say"', 20, "two turns are called that"),
        ('more = "There is more"\n', "", 33, "has two buttons"),
        ('who = "first"', 'who = "both"', 20, "“speak” is not for “both”"),
        ("[[turn]]", "[[turn", 19, "at the end of an array"),
    ],
)
def test_a_flaw_is_named_with_its_line(copy: Path, old: str, new: str, line: int, reason: str) -> None:
    change(copy, old, new)
    with pytest.raises(ContentError) as flaw:
        read_flow(copy)
    assert f"mirroring/flow.toml, line {line}: " in str(flaw.value)
    assert reason in str(flaw.value)


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("## One part\n\nOnly.\n", 1, "2 parts"),
        ("## One\n\n## Two\n\nText.\n", 1, "nothing stands under this heading"),
        ("## One\n\n<b>Text</b>\n\n## Two\n\nText.\n", 3, "HTML"),
    ],
)
def test_a_flawed_page_is_named_too(copy: Path, text: str, line: int, reason: str) -> None:
    (copy / "say.md").write_text(text)
    with pytest.raises(ContentError, match=f"mirroring/say.md, line {line}: .*{reason}"):
        read_flow(copy)


def test_a_page_too_many_or_too_few_is_found(copy: Path) -> None:
    (copy / "say.md").rename(copy / "tell.md")
    with pytest.raises(ContentError, match=r"mirroring/say\.md"):
        read_flow(copy)
    (copy / "say.md").write_text((copy / "tell.md").read_text())
    with pytest.raises(ContentError, match=r"mirroring/tell\.md, line 1: no turn is called that"):
        load_flows(copy.parent.parent)
