"""What is being typed in one of the forms, kept sealed in one's own space until it is sent."""

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from glasswork.promises.here import DRAFTS
from glasswork.spaces.http import InSpacesRequest, in_spaces

TOLD = ("about", "happened_on", "where", "length", "spoke", "wording")
FORMS = {
    "promise": ("words", "each_time", "until"),
    "outcome": ("words", "what", "changed_to", "changed_until"),
    "ask": ("words",),
    "not-ready": ("behind", "say_it", "look_again"),
    "big": ("words", "cost", "support", "by", "undone", "card"),
    "told": (*TOLD, "facts", "how_long", "was_said", "did_next", "hidden"),
    "repair": ("happened", "own", "mend", "show"),
    "act": ("words", "row", "on"),
    "offer": ("offer",),
    "commitment": ("words", "not_in_it", "ends_on"),
    "review": ("was", "now", "still", "onward", "grown", "will_do", "after_days"),
    "decision": ("why", "share_words", "road"),
    "corner": ("about", "corner", "who", "by"),
    "last-words": ("words",),
    "hard-news": ("how", "words"),
    "answer": ("words",),
    "reply": ("words",),
}


@in_spaces
@require_POST
def draft(request: InSpacesRequest, form: str) -> HttpResponse:
    """``about`` names the thread of a form that belongs to one; in some forms it is a field like any other."""
    if form in FORMS:
        about = "" if "about" in FORMS[form] else request.POST.get("about", "")[:36]
        keep_typed(request, form, once=request.POST.get("once", ""), about=about)
    return HttpResponse(status=204)


def keep_typed(request: InSpacesRequest, form: str, *, once: str = "", about: str = "") -> None:
    """Words, and what was chosen beside them: nothing has to be said twice."""
    fields = {name: request.POST[name] for name in FORMS[form] if name in request.POST}
    if fields:
        DRAFTS.save(request.spaces.private, form, fields, once=once, about=about)
