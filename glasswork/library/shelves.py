"""How the library is laid out: which pages stand together, and in which order."""

from typing import NamedTuple

from glasswork.programme.pages import LibraryFacts
from glasswork.programme.shelf import SHELF

FIRST = ("first-three-days-if-you-were-hurt", "first-three-days-if-you-hurt-someone", "questions-people-ask")
GROUPS = {
    "What happened, and what it does": (
        "emotional-infidelity",
        "what-betrayal-does-to-body-and-sleep",
        "causes-are-not-excuses",
        "online-and-ai-companions",
        "shame-and-guilt",
    ),
    "Mending": (
        "how-long-it-takes",
        "what-an-apology-needs",
        "small-acts-and-big-acts",
        "openness-that-heals-and-openness-that-controls",
        "why-details-can-hurt",
        "jealousy-checking-reassurance",
        "patience-at-the-others-pace",
        "forgiveness-reconciliation-trust",
        "signs-of-trust",
        "ups-and-downs",
    ),
    "Other people": ("telling-others", "children", "therapists-and-coaches", "workshops"),
    "Staying, parting, beginning again": (
        "is-it-worth-working-on",
        "when-parting-is-the-good-ending",
        "fear-of-commitment",
        "dating-again",
    ),
}


class Group(NamedTuple):
    title: str
    pages: list[LibraryFacts]


def first_pages() -> list[LibraryFacts]:
    return [SHELF.library[name].facts for name in FIRST]


def groups() -> list[Group]:
    """Every page stands somewhere; one that nobody has placed yet stands at the end."""
    placed = {*FIRST, *(name for names in GROUPS.values() for name in names)}
    rest = [page.facts for name, page in SHELF.library.items() if name not in placed]
    found = [Group(title, [SHELF.library[name].facts for name in names]) for title, names in GROUPS.items()]
    return [*found, *([Group("More to read", rest)] if rest else [])]
