"""Marks every run of six words in the texts that the product was conceived from, so that none of it slips into ours.

The texts are other people's and not kept here. What is kept is a hash of each run: it can be looked up, not read.

    .venv/bin/python -m tests.source_runs FOLDER        a folder of .txt files; writes tests/data/source_runs.bin
"""

import sys
from hashlib import blake2b
from pathlib import Path

from glasswork.programme.sentences import runs

FILE = Path(__file__).resolve().parent / "data" / "source_runs.bin"
BYTES = 8


def mark_of(run: str) -> bytes:
    return blake2b(run.encode(), digest_size=BYTES).digest()


def make(folder: Path) -> int:
    """Writes the marks of all texts in order, and returns how many there are."""
    texts = [path.read_text("utf-8") for path in sorted(folder.glob("*.txt"))]
    marks = sorted({mark_of(run) for text in texts for run in runs(text)})
    FILE.write_bytes(b"".join(marks))
    return len(marks)


def marks() -> frozenset[bytes]:
    data = FILE.read_bytes()
    return frozenset(data[start : start + BYTES] for start in range(0, len(data), BYTES))


def borrowed(text: str, known: frozenset[bytes]) -> list[str]:
    """The runs of six words in ``text`` that stand in a source."""
    return sorted(run for run in runs(text) if mark_of(run) in known)


if __name__ == "__main__":
    sys.stdout.write(f"{make(Path(sys.argv[1]))} runs\n")
