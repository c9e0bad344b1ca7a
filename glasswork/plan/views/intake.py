"""The intake: six short pages, each of which may be skipped, left and come back to, or asked again later."""

from secrets import token_urlsafe

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from glasswork.plan.actions import DRAFT, keep_intake, read_first_answers, save_intake_draft
from glasswork.plan.forms import answers_of, page_of, problems_of
from glasswork.plan.here import load_here
from glasswork.plan.kinds import IntakeDraft
from glasswork.plan.questions import ALONE, CONTACT_HINT_ALONE, FIELD, PAGES, QUESTIONS, WORDS
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.spaces.reading import read_slip
from glasswork.ui.page import render

Answers = dict[str, list[str]]


@in_spaces
@require_safe
def intake(request: InSpacesRequest) -> HttpResponse:
    """Where it was left, or the first page."""
    found = read_slip(request.spaces.private, IntakeDraft, DRAFT)
    number = found.page if found and found.fields and page_of(found.page) else 1
    return HttpResponseRedirect(reverse("intake_page", args=[number]))


@in_spaces
@require_http_methods(["GET", "POST"])
def page(request: InSpacesRequest, number: int) -> HttpResponse:
    here = page_of(number)
    if here is None:
        raise Http404
    if request.method == "GET":
        return _page(request, number)
    answers, act = answers_of(here, request.POST), request.POST.get("act", "")
    if act != "skip" and (problems := problems_of(answers)):
        return _page(request, number, answers, problems)
    private, once, before = request.spaces.private, _once(request), _before(request)
    is_last = number == len(PAGES) or act == "starter"
    if _has_ended(request):  # the same form a second time, or a page that was still open somewhere
        if is_last and all(before.get(name, []) == said for name, said in answers.items()):
            return HttpResponseRedirect(reverse("first_steps"))
        once = ""
    said = before | ({} if act == "skip" else answers)
    draft = save_intake_draft(private, said, min(number + 1, len(PAGES)), once=once)
    if not is_last:
        return HttpResponseRedirect(reverse("intake_page", args=[number + 1]))
    today = load_here(request.spaces, timezone.now()).evening.today
    keep_intake(private, draft.fields, today, once=once or token_urlsafe(12))
    return HttpResponseRedirect(reverse("first_steps"))


@in_spaces
@require_POST
def draft(request: InSpacesRequest) -> HttpResponse:
    """What is being typed, kept sealed in one's own space."""
    number = request.POST.get("page", "")
    here = page_of(int(number)) if number.isdecimal() and len(number) < 3 else None
    if here is None:
        raise Http404
    answers = _before(request) | answers_of(here, request.POST)
    save_intake_draft(request.spaces.private, answers, int(number), once=_once(request))
    return HttpResponse(status=204)


def _page(
    request: InSpacesRequest, number: int, typed: Answers | None = None, problems: dict[str, str] | None = None
) -> HttpResponse:
    found = read_slip(request.spaces.private, IntakeDraft, DRAFT)
    before = found.fields if found and found.fields else read_first_answers(request.spaces.private)
    answers = {**before, **(typed or {})}
    role = next(iter(answers.get("role", [])), "")
    context = {
        "page": PAGES[number - 1],
        "number": number,
        "of": len(PAGES),
        "questions": [QUESTIONS[name] for name in PAGES[number - 1].questions],
        "role": role,
        "hints": {"contact": CONTACT_HINT_ALONE} if role in ALONE else {},
        "answers": answers,
        "words": next(iter(answers.get(WORDS, [])), ""),
        "field": FIELD,
        "once": request.POST.get("once") or (found.once if found and found.fields else "") or token_urlsafe(12),
        "problems": problems or {},
        "back": (reverse("intake_page", args=[number - 1]), "Back") if number > 1 else (reverse("plan"), "Plan"),
    }
    return render(request, "plan/intake.html", context)


def _before(request: InSpacesRequest) -> Answers:
    """What was answered at an earlier time, when this is the first page of a new round."""
    found = read_slip(request.spaces.private, IntakeDraft, DRAFT)
    return {} if found and found.fields else read_first_answers(request.spaces.private)


def _has_ended(request: InSpacesRequest) -> bool:
    found = read_slip(request.spaces.private, IntakeDraft, DRAFT)
    return bool(found and found.ended and found.ended == _once(request))


def _once(request: InSpacesRequest) -> str:
    return request.POST.get("once", "")[:40]
