"""Pages to read, decks to flick through, sheets to print, messages to copy and where to find help."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from glasswork.library.decks import DECKS
from glasswork.library.shelves import first_pages, groups
from glasswork.people.http import SignedInRequest, signed_in
from glasswork.programme.cards import ENQUIRIES
from glasswork.programme.directory import KINDS, listings, ways_to_search
from glasswork.programme.html import html
from glasswork.programme.pages import NOT_KNOWN, SOURCES, Lines, Table
from glasswork.programme.shelf import SHELF
from glasswork.programme.terms import KNOWN
from glasswork.ui.page import render


@signed_in
@require_safe
def index(request: SignedInRequest) -> HttpResponse:
    context = {
        "first": first_pages(),
        "groups": groups(),
        "decks": DECKS.values(),
        "sheets": [sheet.facts for sheet in SHELF.paper.values()],
        "back": (reverse("plan"), "Plan"),
    }
    return render(request, "library/index.html", context)


@signed_in
@require_safe
def page(request: SignedInRequest, slug: str) -> HttpResponse:
    found = _find(SHELF.library, slug)
    parts = {heading: html(text, "library") for heading, text in found.parts}
    context = {
        "facts": found.facts,
        "opening": html(found.opening, "library"),
        "not_known": parts.pop(NOT_KNOWN),
        "sources": parts.pop(SOURCES),
        "parts": parts,
        "last": found.last,
        "known": KNOWN[found.facts.tag],
        "back": _to_library(),
    }
    return render(request, "library/page.html", context)


@signed_in
@require_safe
def deck(request: SignedInRequest, slug: str) -> HttpResponse:
    found, pile = _find(DECKS, slug), request.GET.get("pile", "")
    shown = pile if pile in found.piles else ""
    context = {"deck": found, "cards": found.of_pile(shown), "pile": shown, "back": _to_library()}
    return render(request, "library/deck.html", context)


@signed_in
@require_safe
def sheet(request: SignedInRequest, slug: str) -> HttpResponse:
    found = _find(SHELF.paper, slug)
    parts = [(heading, [_piece(piece) for piece in pieces]) for heading, pieces in found.parts]
    return render(request, "library/sheet.html", {"facts": found.facts, "parts": parts, "back": _to_library()})


@signed_in
@require_safe
def enquiries(request: SignedInRequest) -> HttpResponse:
    return render(request, "library/enquiries.html", {"enquiries": ENQUIRIES, "back": _to_library()})


@signed_in
@require_safe
def directory(request: SignedInRequest) -> HttpResponse:
    hows, entries = (read(settings.GLASSWORK_DIRECTORY) for read in (ways_to_search, listings))
    kinds = [
        (title, [each for each in hows if each.kind == kind], [each for each in entries if each.kind == kind])
        for kind, title in KINDS.items()
    ]
    return render(request, "library/directory.html", {"kinds": kinds, "back": _to_library()})


def _piece(piece: str | Lines | Table) -> tuple[str, Any]:
    """What the template tells apart: words, lines or a table."""
    if isinstance(piece, str):
        return "words", html(piece.strip(), "paper")
    return ("lines", piece.number) if isinstance(piece, Lines) else ("table", piece)


def _find[T](pages: dict[str, T], slug: str) -> T:
    if slug not in pages:
        raise Http404
    return pages[slug]


def _to_library() -> tuple[str, str]:
    return (reverse("library"), "Library")
