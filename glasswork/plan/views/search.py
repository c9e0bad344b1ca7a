"""One search: what one wrote or was told, a year at a time, and every page of the programme. It leaves no trace."""

from typing import NamedTuple

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from glasswork.lib.evenings import evening_of, zone_of
from glasswork.lib.typed import number_in
from glasswork.plan.finding import MOST_YEARS, Year, find_in_year
from glasswork.programme.html import ROUTES
from glasswork.programme.search import INDEX
from glasswork.spaces.common_kinds import Settings
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.spaces.reading import read_slip
from glasswork.ui.dates import short_day
from glasswork.ui.page import render

LONGEST_QUERY, MOST_PAGES = 200, 15
KINDS = {"exercises": "Exercise", "library": "To read", "steps": "Step", "stages": "Stage", "paper": "To print"}


class Row(NamedTuple):
    """One of the results. Without an address it is only read."""

    title: str
    detail: str
    href: str


@in_spaces
@require_http_methods(["GET", "POST"])
def search(request: InSpacesRequest) -> HttpResponse:
    """Answers a POST with the results themselves: what was looked for must not stand in an address or a log."""
    query = request.POST.get("q", "").strip()
    problem = f"Please keep it under {LONGEST_QUERY} characters." if len(query) > LONGEST_QUERY else ""
    asked, back = bool(query) and not problem, _years_back(request)
    year = _year(request, query, back) if asked else Year([], is_more=False, has_older=False)
    is_from_library = request.POST.get("came_from") == "library"
    own, pages = _own(year), _pages(query, is_from_library=is_from_library) if asked and not back else []
    context = {
        "query": query,
        "asked": asked,
        "problems": {"q": problem} if problem else {},
        "results": [*pages, *own] if is_from_library else [*own, *pages],
        "is_from_library": is_from_library,
        "year": year,
        "back_years": back,
        "back": (reverse("library"), "Library") if is_from_library else (reverse("plan"), "Plan"),
    }
    return render(request, "plan/search.html", context)


def _year(request: InSpacesRequest, query: str, back: int) -> Year:
    settings = read_slip(request.spaces.private, Settings, "settings") or Settings()
    today = evening_of(timezone.now(), zone_of(settings.zone))
    return find_in_year(request.spaces, query, today, back)


def _own(year: Year) -> list[Row]:
    return [
        Row(hit.text, ", ".join(part for part in (hit.label, hit.by, short_day(hit.day)) if part), hit.href)
        for hit in year.hits
    ]


def _pages(query: str, *, is_from_library: bool) -> list[Row]:
    """Whoever looks from the library meets its own pages before exercises, steps and stages."""
    found = INDEX.find(query)[:MOST_PAGES]
    ordered = sorted(found, key=lambda each: is_from_library and each.folder != "library")
    return [
        Row(each.title, f"{KINDS[each.folder]}. {each.lead}", reverse(ROUTES[each.folder], args=[each.id]))
        for each in ordered
    ]


def _years_back(request: InSpacesRequest) -> int:
    return min(number_in(request.POST.get("years", ""), digits=2) or 0, MOST_YEARS)
