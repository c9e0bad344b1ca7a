"""What the elements page shows: made-up people and words, one of everything."""

from datetime import date
from typing import Any

from glasswork.ui.window import window_svg

FEELINGS = ("Shocked", "Hurt", "Betrayed", "Angry", "Scared", "Sad", "Numb", "Ashamed", "Sorry", "Confused", "Tired")


def elements() -> dict[str, Any]:
    """The context of ``ui/elements_page.html``."""
    return {
        "partner_name": "Alex",
        "picture": window_svg(
            filled={"sky": 20, "sun": 7, "hills": 12, "river": 4}, mends=1, title="Your window, 43 panes so far"
        ),
        "today": date(2026, 11, 19),
        "words": [(word.lower(), word) for word in FEELINGS],
        "closeness": ("Far", "A bit far", "In between", "Quite close", "Close"),
        "frame": (
            ("feel", "I feel …", "scared"),
            ("when", "when …", "your phone lights up at night"),
            ("because", "because …", ""),
        ),
        "countries": (("", (("", "Somewhere else"),)), ("Oceania", (("au", "Australia"), ("nz", "New Zealand")))),
        "problems": {"name": "Type the name you want to use here.", "agreed": "Tick the box when you are 18 or over."},
        "who_sees": (
            ("Alex and you", "Your words, and how close you feel.", "Alex", "partner", ""),
            ("Only you", "How much you trust today, and why.", "", "paper", "lock"),
        ),
    }
