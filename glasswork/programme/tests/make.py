"""A small content folder that is whole, for tests that break one thing in it."""

from pathlib import Path

FIELD = "[field: first | What I saw | only you]"
EXERCISE = f"""\
+++
id = "kettle"
version = 1
title = "The kettle"
who = ["hurt", "alone"]
stage = [1]
step = "self"
area = "self-care"
minutes = 5
how_often = "once"
done_means = "The water is hot."
not_when = ["You are asleep"]
source = ["programme E61"]
next = ["kettle"]
tag = "ours"
why = "Water boils. Nobody has tested this page."
+++

You are in a kitchen. You will boil water, and stop there.

## 1. Fill it

Fill the kettle. See [tea](../library/tea.md).

{FIELD}

## 2. Wait

Wait for the click.

## An example

Sam waited.

## If it goes badly

- **It stays cold.** Look at the plug.

## When not

Not in bed.

---

The cup can wait too.
"""
LIBRARY = """\
+++
id = "tea"
version = 1
title = "Tea"
who = ["both"]
stage = [1]
step = "support"
area = "self-care"
minutes = 2
source = ["S0"]
tag = "general"
why = "Tea is warm. Nobody has tested it."
+++

A leaf and hot water.

## What is not known

How long it should stand.

## Sources

A tin.
"""
STEP = """\
+++
id = "{id}"
version = 1
title = "Drink something"
lead = "A cup, and a chair."
first = ["kettle"]
source = ["S0"]
tag = "ours"
why = "It is warm. It is untested."
+++

Sit down with it.
"""
STAGE = STEP.replace("version = 1", "version = 1\nnumber = 1").format(id="steady")
SHEET = """\
+++
id = "card"
version = 1
title = "A card"
lead = "To write on."
source = ["S0"]
tag = "ours"
+++

Write here.

[lines: 2]

[table: Day | Cups | 3 rows]
"""


def make_content(root: Path) -> Path:
    """One exercise, one library page, the five steps, one stage and one sheet."""
    write(root, "exercises/kettle.md", EXERCISE)
    write(root, "library/tea.md", LIBRARY)
    for step in ("talk", "support", "lines", "together", "self"):
        write(root, f"steps/{step}.md", STEP.format(id=step))
    write(root, "stages/steady.md", STAGE)
    write(root, "paper/card.md", SHEET)
    return root


def write(root: Path, name: str, text: str) -> Path:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path
