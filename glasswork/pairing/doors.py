"""The door of every step for two: not while sharing, and only past the private questions of ``safety``."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from glasswork.pairing.actions import settle
from glasswork.pairing.sentences import ONE_AT_A_TIME
from glasswork.people.http import fresh
from glasswork.safety import gate
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.ui.page import render


def joint_step[**P](
    view: Callable[Concatenate[InSpacesRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """``in_spaces`` for a step towards sharing. What it finds shows to this person alone (S11), so it is ``fresh``."""

    @in_spaces
    @fresh
    @wraps(view)
    def door(request: InSpacesRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if request.spaces.shared:
            if request.method == "POST":
                settle(request.person, request.spaces)
            return to_pairing(ONE_AT_A_TIME)
        standing = gate.read_standing(request.spaces)
        if gate.is_question_first(standing):
            return HttpResponseRedirect(gate.question_path(request.path))
        if standing.is_resting:
            return render(request, "pairing/resting.html")
        return view(request, *args, **kwargs)

    return door


def to_pairing(done: str = "") -> HttpResponse:
    """Back to the first page of this room, which says what was done."""
    path = reverse("pairing")
    return HttpResponseRedirect(f"{path}?{urlencode({'done': done})}" if done else path)
