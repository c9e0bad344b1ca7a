"""Leaving: the quick Exit (N3) and the ordinary sign-out."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from glasswork.people.sessions import end_session


@csrf_exempt  # a beacon carries no token; the Strict cookie makes a forged one harmless
@require_http_methods(["GET", "POST"])
def exit_now(request: HttpRequest) -> HttpResponse:
    """GET: ends the session and goes to the neutral site. POST: the beacon, which only ends it."""
    is_beacon = request.method == "POST"
    response = HttpResponse(status=204) if is_beacon else HttpResponseRedirect(settings.GLASSWORK_EXIT_URL)
    end_session(request, response)
    return response


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    response = HttpResponseRedirect(reverse("landing"))
    end_session(request, response)
    return response
