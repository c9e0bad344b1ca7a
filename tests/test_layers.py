"""Imports go one way, and nothing slips past that. Every rule is first shown something bad."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests import layers
from tests.house import ROOT, files, found_by

LINT = [sys.executable, "-c", "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"]
CONTRACT = """
[tool.importlinter]
root_package = "house"
[[tool.importlinter.contracts]]
name = "rooms"
type = "layers"
containers = ["house"]
exhaustive = true
layers = ["attic", "cellar"]
"""


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(LINT, cwd=folder, capture_output=True, text=True, check=False)


def build(folder: Path, **rooms: str) -> Path:
    """A house of one file a room, under the contract above."""
    (folder / "pyproject.toml").write_text(CONTRACT)
    for room, text in {"": "", **rooms}.items():
        (folder / "house" / room).mkdir(exist_ok=True)
        (folder / "house" / room / "__init__.py").write_text(text)
    return folder


def test_a_room_that_imports_upwards_is_found(tmp_path: Path) -> None:
    assert lint(build(tmp_path, attic="import house.cellar", cellar="")).returncode == 0
    assert lint(build(tmp_path, attic="", cellar="import house.attic")).returncode == 1


def test_a_room_without_a_place_is_found(tmp_path: Path) -> None:
    assert lint(build(tmp_path, attic="", cellar="", shed="")).returncode == 1


def test_rooms_import_only_rooms_below_them() -> None:
    done = lint(ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    "text",
    [
        "from glasswork.checkin.views.evening import show",
        "from glasswork.checkin import views",
        "from glasswork.people.forms import SignIn",
        "import glasswork.checkin.urls",
        "def late() -> None:\n    from glasswork.checkin.tests.make import make_answer",
    ],
)
def test_a_view_that_takes_what_is_anothers_own_is_found(text: str) -> None:
    assert layers.borrowed("glasswork/today/views.py", text)


def test_views_forms_and_addresses_stay_in_their_room() -> None:
    assert layers.borrowed("glasswork/today/views.py", "from glasswork.checkin.kinds import Answer") == []
    assert layers.borrowed("glasswork/today/urls.py", "from glasswork.today import views") == []
    assert found_by(layers.borrowed, files(".py", under="glasswork")) == []


@pytest.mark.parametrize(
    "text",
    [
        'account = models.ForeignKey("checkin.Answer", on_delete=models.CASCADE)',
        'account = models.ManyToManyField(to="today.Later")',
        'model = apps.get_model("today", "Later")',
        'find = import_string("glasswork.config.command")',
    ],
)
def test_a_room_named_upwards_as_text_is_found(text: str) -> None:
    assert layers.named_upwards("glasswork/spaces/models.py", text)


def test_no_room_names_one_above_it_as_text() -> None:
    below = 'account = models.ForeignKey("people.Account", on_delete=models.CASCADE)'
    assert layers.named_upwards("glasswork/spaces/models.py", below) == []
    assert found_by(layers.named_upwards, files(".py", under="glasswork")) == []


@pytest.mark.parametrize("text", ['{% extends "checkin/show.html" %}', "render(request, 'me/_card.html', {})"])
def test_a_template_of_another_room_is_found(text: str) -> None:
    assert layers.borrowed_template("glasswork/today/templates/today/show.html", text)


def test_pages_are_made_of_their_rooms_own_templates() -> None:
    fine = '"today/show.html" "ui/base.html" "checkin/_card.html"'
    assert layers.borrowed_template("glasswork/today/views.py", fine) == []
    assert found_by(layers.borrowed_template, files(".py", ".html", under="glasswork")) == []
