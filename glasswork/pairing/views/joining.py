"""Joining: typing a code, seeing who asks and what both say yes to, and answering."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from glasswork.pairing import sentences
from glasswork.pairing.actions import CodeRefused, InvitationEnded, OwnCode, accept, decline, take_code
from glasswork.pairing.doors import joint_step, to_pairing
from glasswork.pairing.kinds import OFFER_SLOT, Offer
from glasswork.people import throttles
from glasswork.people.http import recognise
from glasswork.seal.code import INVITATION_LENGTH, clean_code
from glasswork.seal.errors import SealError
from glasswork.spaces.http import InSpacesRequest
from glasswork.spaces.reading import read_slip
from glasswork.ui.page import render


@require_http_methods(["GET", "HEAD", "POST"])
def join(request: HttpRequest) -> HttpResponse:
    """Public at first sight: somebody without an account is told how to come back here."""
    if request.method != "POST" and recognise(request) is None:
        return render(request, "pairing/join_first.html")
    return _type_code(request)


@joint_step
def _type_code(request: InSpacesRequest) -> HttpResponse:
    if request.method != "POST":
        return _join_page(request, "")
    try:
        problem = _take(request)
    except SealError:
        return render(request, "pairing/refused.html")
    if problem:
        return _join_page(request, problem)
    return HttpResponseRedirect(reverse("pairing_offer"))


@require_http_methods(["GET", "HEAD", "POST"])
@joint_step
def offer(request: InSpacesRequest) -> HttpResponse:
    found = read_slip(request.spaces.private, Offer, OFFER_SLOT)
    if found is None:
        return HttpResponseRedirect(reverse("pairing_join"))
    if request.method != "POST":
        return render(request, "pairing/offer.html", {"inviter_name": found.partner.name})
    match request.POST.get("answer"):
        case "join":
            return _accept(request, found)
        case "no":
            decline(request.spaces)
            return to_pairing(sentences.DECLINED)
        case _:
            return to_pairing(sentences.LATER)


def _accept(request: InSpacesRequest, found: Offer) -> HttpResponse:
    try:
        accept(request.person, request.spaces, found)
    except InvitationEnded:
        decline(request.spaces)
        return to_pairing(sentences.ENDED)
    except SealError:
        return render(request, "pairing/refused.html")
    return HttpResponseRedirect(reverse("pairing_words"))


def _take(request: InSpacesRequest) -> str:
    """Nothing, or the sentence for beside the field. Wrong, used and past its day share one (Z9)."""
    code = _cleaned(request.POST.get("code", ""))
    if not code:
        return sentences.NOT_A_CODE
    subject = request.person.id.bytes
    if not throttles.is_allowed(throttles.INVITATION_CODE, request, subject):
        return sentences.TOO_MANY_TRIES
    try:
        take_code(request.person, request.spaces, code=code)
    except OwnCode:
        return sentences.OWN
    except CodeRefused:
        return sentences.REFUSED
    throttles.forget(throttles.INVITATION_CODE, request, subject)
    return ""


def _cleaned(typed: str) -> str:
    try:
        code = clean_code(typed)
    except SealError:
        return ""
    return code if len(code) == INVITATION_LENGTH else ""


def _join_page(request: InSpacesRequest, problem: str) -> HttpResponse:
    context = {"problems": {"code": problem} if problem else {}, "typed": {"code": request.POST.get("code", "")}}
    return render(request, "pairing/join.html", context, status=429 if problem == sentences.TOO_MANY_TRIES else 200)
