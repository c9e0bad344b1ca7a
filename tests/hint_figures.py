"""What the writing helper makes of the written, unseen and public lines: ``python -m tests.hint_figures``."""

from collections.abc import Iterator

from glasswork.hints.tests.sets import Share, by_class, false_alarms, found, hinted, read, stirred, told


def figures() -> Iterator[str]:
    pairs, kind = read("pairs")["pair"], read("kind")
    yield line(
        "blaming, written with the rules", hinted([(p["class"], p["blaming"]) for p in pairs] + by_class("blaming"))
    )
    yield line("kind, written with the rules", stirred([p["kinder"] for p in pairs] + kind["lines"] + kind["traps"]))
    unseen = by_class("unseen_hints")
    yield line("blaming, unseen", hinted([each for each in unseen if each[0]]))
    yield line("kind, unseen", stirred([text for number, text in unseen if not number]))
    for name in ("own_words", "unseen_own_words"):
        yield line(f"{name}: help found", found(told(read(name))))
        yield line(f"{name}: false alarms", false_alarms(read(name)["none"]))
    for each in read("public_rows")["set"]:
        yield line(f"{each['name']}: help found", found(told(each)))
        if "none" in each:
            yield line(f"{each['name']}: false alarms", false_alarms(each["none"]))


def line(name: str, share: Share) -> str:
    return f"{name}: {share.hit} of {share.all} ({share.part:.1%})"


if __name__ == "__main__":
    print("\n".join(figures()))
