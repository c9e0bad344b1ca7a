"""Pages that are the same for everybody (N4): no account, no form, no query, nothing kept of a visit."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from glasswork.safety.help_lines import countries, directory, find_country
from glasswork.ui.page import render


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    return render(request, "safety/show.html", {"back": _back()})


@require_safe
def help_lines(request: HttpRequest) -> HttpResponse:
    code = request.GET.get("country", "")
    context = {"back": _back(), "chosen": find_country(code), "code": code, "directory": directory()}
    return render(request, "safety/help_lines.html", context)


@require_safe
def calm(request: HttpRequest) -> HttpResponse:
    """Also the page that the service worker keeps: it must hold nothing of anybody.

    A page that knows somebody’s country names it in the address, as the help page has it.
    """
    chosen = find_country(request.GET.get("country", ""))
    others = [country for country in countries() if country != chosen]
    return render(request, "safety/calm.html", {"back": _back(), "chosen": chosen, "others": others})


def _back() -> tuple[str, str]:
    return reverse("landing"), "Back"
