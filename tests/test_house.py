"""The house keeps its own rules. Every rule is first shown something bad, to prove that it can fail."""

import pytest
from django.apps import apps
from django.db import models
from django.test.utils import isolate_apps

from tests import dangers, house
from tests.house import files, found_by

LONG_FUNCTION = "def walk() -> None:\n" + "    step()\n" * house.FUNCTION_LINES


def product(*suffixes: str) -> tuple[tuple[str, str], ...]:
    """Files of the package itself, without its tests."""
    return tuple(file for file in files(*suffixes, under="glasswork") if "/tests/" not in file[0])


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("glasswork/today/views.py", "x = 1\n" * 301),
        ("glasswork/today/views.py", LONG_FUNCTION),
        ("glasswork/today/templates/today/show.html", "<p>\n" * 151),
        ("glasswork/ui/static/ui/base.css", "a{}\n" * 401),
        ("glasswork/ui/static/ui/app.js", ";\n" * 201),
    ],
)
def test_the_size_rule_finds_what_is_too_long(path: str, text: str) -> None:
    assert house.too_long(path, text)


def test_files_and_functions_are_small() -> None:
    assert found_by(house.too_long, files(".py", ".html", ".css", ".js")) == []


def test_every_exception_to_the_size_rule_is_still_needed() -> None:
    sizes = {path: text.count("\n") for path, text in files()}
    limits = {path: house.FILE_LINES["." + path.rpartition(".")[2]] for path in house.LONGER}
    assert [path for path, limit in limits.items() if sizes.get(path, 0) <= limit] == []


@pytest.mark.parametrize("path", ["glasswork/today/utils.py", "glasswork/helpers/dates.py", "tests/misc.py"])
def test_the_name_rule_finds_a_name_that_says_nothing(path: str) -> None:
    assert house.vague_name(path)


def test_files_are_named_for_their_subject() -> None:
    assert house.vague_name("glasswork/ui/static/ui/service-worker.js") == []
    assert found_by(house.vague_name, files()) == []


def test_the_rule_of_finished_work_finds_a_note_to_oneself() -> None:
    for word in house.NO_WORDS:
        assert house.unfinished("a.py", f"# {word}: later")


def test_nothing_is_left_unfinished() -> None:
    assert found_by(house.unfinished, files()) == []


def test_the_room_rule_finds_a_room_that_says_nothing_or_too_much() -> None:
    assert house.bad_room("glasswork/attic/README.md", "")
    assert house.bad_room("glasswork/attic/README.md", "word\n" * 16)


def test_every_room_says_in_a_few_lines_what_it_is() -> None:
    said = dict(files(".md", under="glasswork"))
    readmes = [f"glasswork/{room}/README.md" for room in house.rooms()]
    assert [problem for path in readmes for problem in house.bad_room(path, said.get(path, ""))] == []


@pytest.mark.parametrize(
    "text",
    [
        "from django.utils.safestring import mark_safe",
        "Markup(words)",
        "SafeString(words)",
        "eval('1')",
        "import pickle",
        "from pickle import loads",
        "Entry.objects.raw('SELECT 1')",
        "Entry.objects.extra(where=['1'])",
        "Entry.objects.annotate(a=RawSQL('1', []))",
        "with connection.cursor() as cursor: pass",
    ],
)
def test_the_python_rule_finds_a_danger(text: str) -> None:
    assert dangers.dangerous_python("glasswork/today/views.py", text)


def test_python_is_without_dangers() -> None:
    assert found_by(dangers.dangerous_python, product(".py")) == []


@pytest.mark.parametrize(
    "text",
    [
        "<p>{{ words | safe }}</p>",
        "<p>{{ words|safe }}</p>",
        "{% autoescape false %}{{ words }}{% endautoescape %}",
        '<p style="color: red">',
        '<p\n  style="color: red">',
        '<button onclick="go()">',
        '<a class="{{ "x" if a > b }}" onfocus="go()">',
        "<style>p { color: red }</style>",
        "<script>go()</script>",
        '<script src="/a.js">go()</script>',
        '<a href="javascript:go()">',
        '<iframe srcdoc="<p>">',
    ],
)
def test_the_template_rule_finds_a_danger(text: str) -> None:
    assert dangers.dangerous_template("glasswork/today/templates/today/show.html", text)


def test_the_template_rule_lets_plain_things_be() -> None:
    text = '{% set one = 1 %}<p class="{{ \'a\' if one == 2 }}">on = off</p><script src="/a.js"></script>'
    assert dangers.dangerous_template("a.html", text) == []


def test_templates_are_without_dangers() -> None:
    assert found_by(dangers.dangerous_template, product(".html")) == []


@pytest.mark.parametrize(
    "text",
    [
        "navigator.geolocation.getCurrentPosition(show)",
        "await navigator.clipboard.readText()",
        "navigator.mediaDevices.getUserMedia({ audio: true })",
        "await navigator.getBattery()",
        'localStorage.setItem("draft", words)',
        'part.innerHTML = "<p>"',
        "new Function(words)()",
        'fetch("https://example.org/")',
    ],
)
def test_the_script_rule_finds_a_danger(text: str) -> None:
    assert dangers.dangerous_script("glasswork/ui/static/ui/app.js", text)


def test_scripts_never_watch_the_device_keep_words_or_run_text() -> None:
    assert dangers.dangerous_script("app.js", "await navigator.clipboard.writeText(code)") == []
    assert found_by(dangers.dangerous_script, product(".js")) == []


@isolate_apps("glasswork.people")
def test_the_field_rule_finds_a_place_for_words() -> None:
    class Note(models.Model):
        words = models.CharField(max_length=10)
        more = models.JSONField()

        class Meta:
            app_label = "people"

    assert len(dangers.text_fields([Note])) == 2


def test_no_model_has_a_place_for_words_outside_the_seal() -> None:
    ours = [model for model in apps.get_models(include_auto_created=True) if model.__module__.startswith("glasswork.")]
    assert ours
    assert dangers.text_fields(ours) == []
