"""A form that cannot be trusted to come from our own page: usually cookies are off, or the page is very old."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from glasswork.people.carrying import MACHINE_WORDS, NEVER_CARRIED, OWNER
from glasswork.ui.page import render

HIDDEN = {*NEVER_CARRIED, OWNER}


def refused_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Says why in a sentence, and shows what was typed so that it can be copied. ``reason`` is Django's; unused."""
    del reason
    is_ours = request.headers.get("Sec-Fetch-Site", "same-origin") in {"same-origin", "none"}
    typed = [str(v) for k, values in request.POST.lists() if is_ours and k not in HIDDEN for v in values]
    context = {
        "cookies_off": settings.CSRF_COOKIE_NAME not in request.COOKIES,
        "typed": [text for text in typed if not MACHINE_WORDS.fullmatch(text)],
        "back": None,
    }
    return render(request, "people/refused.html", context, status=403)
