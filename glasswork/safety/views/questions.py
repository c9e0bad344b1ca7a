"""The private question, and HARK. Asking writes nothing; an answer is kept by ``answers``."""

from secrets import token_hex

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from glasswork.safety.hark import HARK
from glasswork.safety.help_lines import lines_for
from glasswork.safety.rules import HARK_ANSWERS, SAFE, SAFE_ANSWERS, SKIPPED
from glasswork.safety.views.paths import country_of, next_path
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.ui.page import render

CHOOSE = "Please choose one of the three, or “Not now”."


@in_spaces
@require_http_methods(["GET", "POST"])
def question(request: InSpacesRequest) -> HttpResponse:
    """GET asks. POST shows what follows from the answer, on a page that keeps it once its button is pressed."""
    if request.method != "POST":
        return _ask(request, {})
    safe = request.POST.get("safe", "")
    if safe not in SAFE_ANSWERS:
        return _ask(request, {"safe": CHOOSE})
    if safe == "yes":
        return render(request, "safety/thanks.html", _form(request, safe))
    return _ask_hark(request, safe)


@in_spaces
@require_safe
def hark(request: InSpacesRequest) -> HttpResponse:
    """The four questions by themselves, as everybody meets them before two people join."""
    return _ask_hark(request, "")


def _ask(request: HttpRequest, problems: dict[str, str]) -> HttpResponse:
    context = {"question": SAFE.question, "answers": SAFE_ANSWERS, "next": next_path(request), "problems": problems}
    return render(request, "safety/question.html", {**context, "back": _back()})


def _ask_hark(request: InSpacesRequest, safe: str) -> HttpResponse:
    choices = [*HARK_ANSWERS.items(), (SKIPPED, "I’d rather not say")]
    context = {"items": HARK.items, "choices": choices, "country": lines_for(country_of(request))}
    return render(request, "safety/hark.html", {**_form(request, safe), **context})


def _form(request: HttpRequest, safe: str) -> dict[str, object]:
    return {"safe": safe, "once": token_hex(16), "next": next_path(request), "back": _back()}


def _back() -> tuple[str, str]:
    return reverse("today"), "Today"
