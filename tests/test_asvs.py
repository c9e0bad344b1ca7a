"""The ledger of OWASP ASVS 5.0.0 level 1 names files and tests that exist, and the threat model counts it rightly.

docs/asvs.csv is its own list: a row for each requirement of level 1 that applies, whether it is met or not.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterable

import pytest

from tests.house import ROOT

APPLICABLE = 63
COLUMNS = ["req_id", "level", "status", "where", "note"]
STATUSES = {"met", "deviation", "not_met"}
ID = re.compile(r"V\d+\.\d+\.\d+")
PATH = re.compile(r"`((?:[\w.-]+/)+[\w.-]+\.\w+(?:::\w+)?)`")
CLAIM = re.compile(
    r"self-assessed against ASVS 5\.0\.0 level 1: (\d+) of (\d+) applicable requirements met, "
    r"(\d+) deviations?, (\d+) not met"
)

type Row = dict[str, str]

GOOD: Row = {"req_id": "V1.2.3", "level": "1", "status": "met", "where": "tests/house.py", "note": ""}


def ledger() -> list[Row]:
    with (ROOT / "docs/asvs.csv").open(newline="") as file:
        return list(csv.DictReader(file))


def threat_model() -> str:
    return (ROOT / "docs/threat-model.md").read_text()


def flaws(row: Row) -> list[str]:
    """What is wrong with one row."""
    found = [] if ID.fullmatch(row["req_id"]) and row["level"] == "1" else ["is no requirement of level 1"]
    if row["status"] not in STATUSES:
        found.append(f"has the status {row['status']!r}")
    if row["status"] != "met" and not row["note"]:
        found.append("does not say why it is not simply met")
    found += missing(row["where"].split(";"))
    return [f"{row['req_id']} {flaw}" for flaw in found]


def missing(names: Iterable[str]) -> list[str]:
    """Those of ``names``, each ``path`` or ``path::test``, that are not there."""
    return [f"names {name!r}, which is not there" for name in names if not is_there(name)]


def is_there(name: str) -> bool:
    path, _, test = name.partition("::")
    file = ROOT / path
    return bool(path) and file.is_file() and (not test or f"def {test}(" in file.read_text())


def claimed(text: str) -> tuple[int, ...]:
    """Met, applicable, deviations, not met, as the sentence says them; nothing without one such sentence."""
    sentences = CLAIM.findall(" ".join(text.split()))
    return tuple(map(int, sentences[0])) if len(sentences) == 1 else ()


def counted(rows: list[Row]) -> tuple[int, ...]:
    count = Counter(row["status"] for row in rows)
    return count["met"], len(rows), count["deviation"], count["not_met"]


@pytest.mark.parametrize(
    "change",
    [
        {"req_id": "V1.2"},
        {"level": "2"},
        {"status": "nearly"},
        {"status": "not_met"},
        {"where": ""},
        {"where": "tests/nowhere.py"},
        {"where": "tests/test_house.py::test_that_nobody_wrote"},
    ],
)
def test_the_rule_finds_a_bad_row(change: Row) -> None:
    assert flaws(GOOD) == []
    assert flaws({**GOOD, **change})


def test_every_row_is_sound() -> None:
    rows = ledger()
    assert list(rows[0]) == COLUMNS
    assert [flaw for row in rows for flaw in flaws(row)] == []


def test_every_applicable_requirement_stands_there_once() -> None:
    ids = [row["req_id"] for row in ledger()]
    assert len(ids) == len(set(ids)) == APPLICABLE


def test_the_claim_counts_what_the_ledger_says() -> None:
    assert claimed("self-assessed against ASVS 5.0.0 level 1:\n1 of 1 applicable requirements met") == ()
    assert counted([GOOD]) == (1, 1, 0, 0)
    assert claimed(threat_model()) == counted(ledger())


def test_the_threat_model_names_what_is_there() -> None:
    assert missing(PATH.findall("See `tests/nowhere.py` and `tests/house.py::walk`.")) != []
    named = PATH.findall(threat_model())
    assert len(named) > 40
    assert missing(named) == []
