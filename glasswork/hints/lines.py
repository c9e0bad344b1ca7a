"""``glasswork hints``: one JSON object a line in, one out; for authors, and for measuring."""

import json

from glasswork.hints.looking import look, marks_of


def answer_in_json(line: str) -> str | None:
    """``{"text": …}`` to ``{"hints": […], "good": […], "help": …}``; None for anything else."""
    try:
        asked = json.loads(line)
    except ValueError:
        return None
    if not isinstance(asked, dict) or not isinstance(asked.get("text"), str):
        return None
    found = look(asked["text"])
    return json.dumps({"hints": list(found.hints), "good": list(marks_of(asked["text"])), "help": found.help.value})
