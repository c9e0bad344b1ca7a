"""What documents must say, as functions like those of house.py."""

import re
from collections.abc import Iterable
from pathlib import Path

from tests.house import ROOT

SETTING = re.compile(r"GLASSWORK_[A-Z_]+[A-Z]")
HEADINGS = ("## Context", "## Decision", "## Consequences")
PAGE_LINES = 70
RULE = re.compile(r"\b([KSNBZEP])(\d{1,2})\b(?: ?[-–] ?\1(\d{1,2})\b)?")
# Where rules are cited: in all of a document, elsewhere in comments and docstrings.
REMARKS = {
    ".md": r".+",
    ".csv": r".+",
    ".py": r'""".*?"""|#[^\n]*',
    ".toml": r"#[^\n]*",
    ".html": r"\{#.*?#\}",
    ".css": r"/\*.*?\*/",
    ".js": r"/\*.*?\*/|//[^\n]*",
}


def unsaid(things: Iterable[str], text: str) -> list[str]:
    """Those of ``things`` (settings, commands) that ``text`` does not name."""
    return [
        f"{thing} is not documented" for thing in sorted(set(things)) if not re.search(rf"{re.escape(thing)}\b", text)
    ]


def invented(text: str, known: Iterable[str]) -> list[str]:
    """Settings that ``text`` names and that nothing reads."""
    return [f"{name} is documented, and nothing reads it" for name in sorted(set(SETTING.findall(text)) - set(known))]


def cited(path: str, text: str) -> set[str]:
    """Numbers of rules in a document, or in the remarks of a file of code; K1-K4 are four."""
    found = set()
    for remark in re.findall(REMARKS[Path(path).suffix], text, flags=re.DOTALL):
        for family, first, last in RULE.findall(remark):
            numbers = range(int(first), int(last) + 1) if last else [first]
            found |= {f"{family}{number}" for number in numbers}
    return found


def listed(text: str) -> set[str]:
    """Numbers of the rules that have a line of their own in ``text``, docs/rules.md."""
    return set(re.findall(r"^\| ([A-Z]\d+) \|", text, flags=re.MULTILINE))


def broken_links(path: str, text: str) -> list[str]:
    """Links of a Markdown file to files or headings that are not there."""
    plain = re.sub(r"```.*?```|`[^`\n]*`", "", text, flags=re.DOTALL)
    links = re.findall(r"\]\(([^)\s]+)\)", plain)
    return [f"{path} links to {link}, which is not there" for link in links if not _leads_somewhere(path, link)]


def unlinked(names: Iterable[str], told: str) -> list[str]:
    """Those of ``names``, pictures, that no document shows or leads to."""
    return [f"docs/pictures/{name} is in no document" for name in names if f"pictures/{name})" not in told]


def _leads_somewhere(path: str, link: str) -> bool:
    if re.match(r"[a-z]+:", link):
        return True
    name, _, heading = link.partition("#")
    target = (ROOT / path).parent / name if name else ROOT / path
    return target.exists() and (not heading or heading in anchors(target))


def anchors(target: Path) -> set[str]:
    titles = re.findall(r"^#+ (.+)$", target.read_text(), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def bad_decision(path: str, text: str) -> list[str]:
    """A decision record says its context, decision and consequences, on one page, under a number."""
    found = [f"{path} has no “{heading}”" for heading in HEADINGS if f"\n{heading}\n" not in text]
    if text.count("\n") > PAGE_LINES:
        found.append(f"{path} is longer than a page")
    if not re.match(r"\d{4}-", Path(path).name):
        found.append(f"{path} has no number")
    return found
