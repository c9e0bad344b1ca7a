"""What import-linter cannot see, as functions like those of house.py: a room's own things, and rooms named as text."""

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.house import ROOT

OWN = {"views", "forms", "urls", "templates", "tests"}
RELATIONS = {"ForeignKey", "OneToOneField", "ManyToManyField"}
TOP = "config"  # joins the rooms, so it may name anything


@cache
def ranks() -> dict[str, int]:
    """Room: its row, 0 at the top, as the layers contract in pyproject.toml has it."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())
    layers = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    return {room.strip(): row for row, rooms in enumerate(layers) for room in rooms.split("|")}


def room_of(path: str) -> str:
    parts = Path(path).parts
    return parts[1] if len(parts) > 2 and parts[0] == "glasswork" else ""


def borrowed(path: str, text: str) -> list[str]:
    """A room's views, forms, addresses, templates and tests are its own."""
    room = room_of(path)
    if room in {"", TOP} or "/tests/" in path:
        return []
    return [
        f"{path}:{line} takes {name}, which is {other}’s own"
        for line, name in _imports(ast.parse(text))
        if (other := _room_in(name)) and other != room and OWN & set(name.split(".")[2:])
    ]


def _imports(tree: ast.AST) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def _room_in(name: str) -> str:
    parts = name.split(".")
    return parts[1] if len(parts) > 1 and parts[0] == "glasswork" and parts[1] in ranks() else ""


def named_upwards(path: str, text: str) -> list[str]:
    """A room named in a string (a relation, a late import, a task) must be lower, as if it were imported."""
    room = room_of(path)
    if room in {"", TOP} or "/tests/" in path or "/migrations/" in path:
        return []
    return [
        f"{path}:{line} names {other}, which is not below {room}"
        for line, other in _named(ast.parse(text))
        if other in ranks() and other != room and ranks()[other] <= ranks()[room]
    ]


def _named(tree: ast.AST) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if re.fullmatch(r"glasswork(\.\w+)+", node.value):
                yield node.lineno, node.value.split(".")[1]
        elif isinstance(node, ast.Call):
            yield from _related(node)


def _related(call: ast.Call) -> Iterator[tuple[int, str]]:
    called = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    targets = [*call.args[:1], *(word.value for word in call.keywords if word.arg == "to")]
    if called in RELATIONS | {"get_model"}:
        for target in targets:
            if isinstance(target, ast.Constant) and isinstance(target.value, str):
                yield call.lineno, target.value.partition(".")[0]


def borrowed_template(path: str, text: str) -> list[str]:
    """A page is made of its room's own templates and of parts (``_card.html``) of rooms below it."""
    room = room_of(path)
    if room in {"", TOP} or "/tests/" in path:
        return []
    used = re.findall(r"[\"'](\w+)/([\w/.-]+)\.html[\"']", text)
    return [
        f"{path} uses {other}/{name}.html, which is {other}’s own"
        for other, name in used
        if other in ranks()
        and other not in {room, "ui"}
        and not (name.startswith("_") and ranks()[other] > ranks()[room])
    ]
