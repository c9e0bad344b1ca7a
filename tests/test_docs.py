"""Settings and commands are documented, links lead somewhere. Every rule is first shown something bad."""

import re
import subprocess
import tomllib

import pytest

from tests import papers
from tests.house import ROOT, files, found_by

DECISION = "# 1. Glass\n\n## Context\n\nDark.\n\n## Decision\n\nGlass.\n\n## Consequences\n\nLight.\n"


def settings() -> set[str]:
    """Every GLASSWORK_* variable that the package reads."""
    configuration = [text for path, text in files(".py", under="glasswork/config") if "/tests/" not in path]
    return {name for text in configuration for name in papers.SETTING.findall(text)}


def guide() -> str:
    return (ROOT / "docs/self-hosting.md").read_text()


def test_the_rule_finds_what_is_not_documented() -> None:
    assert papers.unsaid(["GLASSWORK_GLASS"], "| `GLASSWORK_GLASSES` | the pane |")
    assert papers.unsaid(["glasswork tidy"], "Run `glasswork check`.")


def test_the_rule_finds_a_setting_that_nothing_reads() -> None:
    assert papers.invented("Set `GLASSWORK_MIRROR`.", settings())


def test_every_setting_is_documented_and_no_other() -> None:
    assert settings()
    assert papers.unsaid(settings(), guide()) == []
    assert papers.invented(guide(), settings()) == []


def test_every_command_is_documented() -> None:
    parser = (ROOT / "glasswork/config/command.py").read_text()
    commands = [f"glasswork {name}" for name in re.findall(r"add_parser\(\s*\"(\w+)\"", parser)]
    assert commands
    assert papers.unsaid(commands, guide()) == []


def test_every_file_in_bin_is_documented() -> None:
    told = " ".join((ROOT / name).read_text() for name in ("README.md", "CONTRIBUTING.md", "docs/self-hosting.md"))
    assert papers.unsaid([f"bin/{path.name}" for path in (ROOT / "bin").iterdir()], told) == []


@pytest.mark.parametrize(
    ("path", "text", "found"),
    [
        ("docs/glass.md", "Sealed (K1-K3, S11).", {"K1", "K2", "K3", "S11"}),
        ("glasswork/glass.py", '"""E, S11: alike."""\nGLASS = "S4"  # never told (P7)', {"S11", "P7"}),
        ("glasswork/glass.html", '{# Who runs it (S2). #}<path d="M1 2S3 4 5 6">', {"S2"}),
        ("tests/glass.py", "COLOUR = 'E1'", set()),
    ],
)
def test_the_rule_finds_what_is_cited(path: str, text: str, found: set[str]) -> None:
    assert papers.cited(path, text) == found
    assert papers.listed("| K1 | Glass. |\n| E01 | A day. |\n\nK2 is no line.") == {"K1", "E01"}


def test_every_rule_that_is_cited_stands_in_the_list() -> None:
    known = papers.listed((ROOT / "docs/rules.md").read_text())
    found = {rule: path for path, text in citing() for rule in papers.cited(path, text) - known}
    assert found == {}


NUMBERED_APART = (
    "docs/rules.md",
    "docs/sources.md",
    "glasswork/content/",
    "glasswork/programme/tests/make.py",  # makes content
    "tests/browser/vendor/",
    "tests/data/",
    "tests/test_docs.py",
)


def citing() -> list[tuple[str, str]]:
    """Whatever may name a rule; sources and content have numbers of their own, docs/rules.md says which."""
    texts = [file for top in ("docs", "glasswork", "tests") for file in files(*papers.REMARKS, under=top)]
    return [(path, text) for path, text in texts if not path.startswith(NUMBERED_APART)]


@pytest.mark.parametrize("option", ["-h", "--help"])
def test_asking_for_help_runs_nothing(option: str) -> None:
    done = subprocess.run([ROOT / "bin/test", option], capture_output=True, text=True, timeout=5, check=True)
    assert "journeys in a real browser" in done.stdout
    assert done.stderr == ""


@pytest.mark.parametrize("link", ["missing.md", "../missing/", "#missing", "self-hosting.md#missing"])
def test_the_rule_finds_a_link_to_nothing(link: str) -> None:
    assert papers.broken_links("docs/self-hosting.md", f"See [this]({link}).")


def test_links_lead_somewhere() -> None:
    assert found_by(papers.broken_links, files(".md")) == []


def test_the_rule_finds_a_picture_that_nobody_sees() -> None:
    assert papers.unlinked(["glass.png"], "![Glass](docs/pictures/other-glass.png)")


def test_every_picture_is_in_a_document() -> None:
    names = sorted(path.name for path in (ROOT / "docs/pictures").iterdir())
    assert names
    assert papers.unlinked(names, "".join(text for _, text in files(".md"))) == []


@pytest.mark.parametrize("heading", papers.HEADINGS)
def test_the_rule_finds_a_decision_without_its_reasons(heading: str) -> None:
    assert papers.bad_decision("docs/decisions/0001-glass.md", DECISION) == []
    assert papers.bad_decision("docs/decisions/0001-glass.md", DECISION.replace(heading, "## Other"))
    assert papers.bad_decision("docs/decisions/glass.md", DECISION)


def test_decisions_say_why() -> None:
    records = tuple(file for file in files(".md", under="docs/decisions") if not file[0].endswith("README.md"))
    assert records
    assert found_by(papers.bad_decision, records) == []


def test_the_changelog_knows_this_version() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    assert f"\n## {version}" in (ROOT / "CHANGELOG.md").read_text()
