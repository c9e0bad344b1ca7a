"""After a hard time: what happened, what held, one thing next. For oneself alone (E39)."""

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from glasswork.progress import actions
from glasswork.progress.actions import DRAFTS
from glasswork.progress.forms import QUESTIONS, SAY_SOMETHING, text_of
from glasswork.progress.kinds import LOOKS, LookBack, Part
from glasswork.progress.views.pages import here_of, show
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.ui.sent import once_of

FORM = "looking-back"


@in_spaces
@require_safe
def looking_back(request: InSpacesRequest) -> HttpResponse:
    found = actions.read_in([request.spaces.private], LOOKS)
    looks = [(entry.id, entry.value) for entry in reversed(found) if isinstance(entry.value, LookBack)]
    return show(request, "looking_back", here_of(request), {"looks": looks, "is_kept": "kept" in request.GET})


@in_spaces
@require_http_methods(["GET", "POST"])
def new(request: InSpacesRequest) -> HttpResponse:
    here, private = here_of(request), request.spaces.private
    problems: dict[str, str] = {}
    typed = request.POST if request.method == "POST" else DRAFTS.read(private, FORM)
    if request.method == "POST":
        words = {name: text_of(request.POST, name, problems) for name, *_ in QUESTIONS}
        if not problems and not any(words.values()):
            problems["happened"] = SAY_SOMETHING
        if not problems:
            parts = tuple(Part(question, words[name]) for name, question, *_ in QUESTIONS if words[name])
            actions.keep(private, LookBack(on=here.today, parts=parts), once=once_of(request))
            DRAFTS.end(private, FORM, once=once_of(request))
            return HttpResponseRedirect(reverse("looking_back") + "?kept=1")
    context = {
        "questions": QUESTIONS,
        "typed": {name: typed.get(name, "") for name, *_ in QUESTIONS},
        "problems": problems,
        "back": (reverse("looking_back"), "Looking back"),
    }
    return show(request, "looking_back_new", here, context)
