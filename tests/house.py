"""The rules of the house as functions: each takes a path and its text and returns what is wrong, one line each.

They are shown to work on bad examples in test_house.py before they are turned on the house itself.
"""

import ast
import os
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
UNSEEN = {".git", ".hypothesis", ".venv", ".tools", "data", "build", "dist", "node_modules", "shots", "__pycache__"}
TEXTS = {".py", ".html", ".css", ".js", ".md", ".toml", ".txt", ".svg", ".sh", ".service", ".csv", ""}

FILE_LINES = {".py": 300, ".html": 150, ".css": 400, ".js": 200}
FUNCTION_LINES = 40
README_LINES = 15
LONGER: dict[str, str] = {}  # path: why it may be longer than the limit

NO_NAMES = {"utils", "util", "helpers", "helper", "services", "service", "managers", "manager", "misc"}
# Broken with a bar, so that this list does not find itself.
_BROKEN = "TO|DO FIX|ME XX|X HA|CK NotImplemented|Error coming_|soon lorem_|ipsum mark.sk|ip pytest.sk|ip mark.xf|ail"
NO_WORDS = [word.replace("|", "").replace("_", " ") for word in _BROKEN.split(" ")]

Rule = Callable[[str, str], list[str]]


@cache
def files(*suffixes: str, under: str = "") -> tuple[tuple[str, str], ...]:
    """(path from the root, text) of every text file that belongs to the project, optionally of some kinds only."""
    return tuple((str(path.relative_to(ROOT)), path.read_text()) for path in _paths(suffixes, ROOT / under))


def _paths(suffixes: tuple[str, ...], top: Path) -> Iterator[Path]:
    for folder, folders, names in os.walk(top):
        folders[:] = sorted(name for name in folders if name not in UNSEEN and not name.endswith("_cache"))
        for path in (Path(folder) / name for name in sorted(names)):
            if path.suffix in (suffixes or TEXTS) and not path.name.endswith((".egg-info", ".lock")):
                yield path


def found_by(rule: Rule, some: tuple[tuple[str, str], ...]) -> list[str]:
    return [problem for path, text in some for problem in rule(path, text)]


def too_long(path: str, text: str) -> list[str]:
    """Habit 1: files and functions stay small enough to be read at once."""
    suffix, lines = Path(path).suffix, text.count("\n")
    found = []
    if lines > FILE_LINES.get(suffix, lines) and path not in LONGER:
        found.append(f"{path} has {lines} lines, more than {FILE_LINES[suffix]}")
    if suffix == ".py" and "/migrations/" not in path:
        found += [
            f"{path}:{function.lineno} {function.name} has {length} lines, more than {FUNCTION_LINES}"
            for function in ast.walk(ast.parse(text))
            if isinstance(function, ast.FunctionDef)
            and (length := (function.end_lineno or 0) - function.lineno + 1) > FUNCTION_LINES
        ]
    return found


def vague_name(path: str, text: str = "") -> list[str]:
    """A file is named for its subject, never for being left over."""
    parts = [part.partition(".")[0].lower() for part in Path(path).parts]
    return [f"{path} has a name that says nothing: {part}" for part in parts if part in NO_NAMES]


def unfinished(path: str, text: str) -> list[str]:
    """Nothing half done is left lying about."""
    return [
        f"{path}:{number} says “{word}”"
        for number, line in enumerate(text.splitlines(), 1)
        for word in NO_WORDS
        if re.search(rf"(?<![A-Za-z]){re.escape(word)}(?![a-z])", line)
    ]


def bad_room(path: str, text: str) -> list[str]:
    """``path`` is a room's README.md and ``text`` what is in it, empty when there is none."""
    lines = text.count("\n")
    if not lines:
        return [f"{path} is missing"]
    return [f"{path} has {lines} lines, more than {README_LINES}"] if lines > README_LINES else []


def rooms() -> list[str]:
    """Names of the packages directly in glasswork/."""
    return sorted(path.parent.name for path in (ROOT / "glasswork").glob("*/__init__.py"))
