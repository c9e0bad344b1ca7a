"""A form that cannot be trusted to come from our own page: usually cookies are off, or the page is very old."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from glasswork.people.carrying import typed_words
from glasswork.ui.page import render


def refused_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Says why in a sentence, and shows what was typed so that it can be copied. ``reason`` is Django's; unused."""
    del reason
    context = {
        "cookies_off": settings.CSRF_COOKIE_NAME not in request.COOKIES,
        "typed": typed_words(request),
        "back": None,
    }
    return render(request, "people/refused.html", context, status=403)
