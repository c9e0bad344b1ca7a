"""What the writing helper makes of the written, unseen and public lines: ``python -m tests.hint_figures``."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from glasswork.hints.tests.sets import (
    KINDS,
    Share,
    by_class,
    false_alarms,
    found,
    hinted,
    look,
    read,
    said,
    stirred,
    told,
    voices,
)

EXAMS = ("fifth", "sixth", "seventh")  # never learned from


def figures() -> Iterator[str]:
    pairs, kind = read("pairs")["pair"], read("kind")
    yield line("pairs: blaming", hinted([(p["class"], p["blaming"]) for p in pairs] + by_class("blaming")))
    yield line("pairs: kind", stirred([p["kinder"] for p in pairs] + kind["lines"] + kind["traps"]))
    yield from talk("talk", said(read("talk")["set"]))
    yield from help_in("own_words", [read("own_words")])
    yield from help_in("situations", read("situations")["set"])
    for voice in voices():
        yield from talk(voice["situation"], said([voice]))
        yield from help_in(voice["situation"], [voice])
    for hand in EXAMS:
        yield from talk(f"{hand}_hints", by_class(f"{hand}_hints"))
        yield from help_in(f"{hand}_own_words", [read(f"{hand}_own_words")])
    for each in read("public_rows")["set"]:
        yield from help_in(each["name"], [each])


def figures_of(name: str, talks: list[dict[str, Any]], sets: list[dict[str, Any]]) -> Iterator[str]:
    """Only of these; true figures only while the weights have not learned from them."""
    yield from talk(f"talk, {name}", said(talks))
    yield from help_in(f"situations, {name}", sets)
    for kind in (*KINDS, "none"):
        seen = Counter(str(look(text).help) for each in sets for text in each.get(kind, []))
        yield f"  {kind} read as: {', '.join(f'{name} {count}' for name, count in seen.most_common())}"


def talk(name: str, lines: list[tuple[int, str]]) -> Iterator[str]:
    yield line(f"{name}: blaming", hinted([each for each in lines if each[0]]))
    yield line(f"{name}: kind", stirred([text for number, text in lines if not number]))


def help_in(name: str, sets: list[dict[str, list[str]]]) -> Iterator[str]:
    yield line(f"{name}: help found", found([text for each in sets for text in told(each)]))
    if none := [text for each in sets for text in each.get("none", [])]:
        yield line(f"{name}: false alarms", false_alarms(none))


def line(name: str, share: Share) -> str:
    return f"{name}: {share.hit} of {share.all} ({share.part:.1%})"


if __name__ == "__main__":
    print("\n".join(figures()))
