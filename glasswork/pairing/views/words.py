"""The four words, read out loud by both; nothing is joined before both have said that they match (K11)."""

from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from glasswork.pairing import sentences
from glasswork.pairing.actions import confirm
from glasswork.pairing.doors import joint_step, to_pairing
from glasswork.pairing.models import Invitation
from glasswork.pairing.stages import Stage, steps_of
from glasswork.pairing.waiting import invitation_of, partner_in, stage_in
from glasswork.people.http import fresh
from glasswork.people.keyring import Pin
from glasswork.seal.errors import SealError
from glasswork.seal.identity import four_words
from glasswork.spaces.http import InSpacesRequest
from glasswork.ui.page import render


@require_http_methods(["GET", "HEAD", "POST"])
@joint_step
@fresh
def words(request: InSpacesRequest) -> HttpResponse:
    invitation = invitation_of(request.person.id)
    if invitation is None:
        return to_pairing(sentences.ENDED)
    if stage_in(invitation, request.person.id) != Stage.COMPARE:
        return to_pairing()
    try:
        partner = partner_in(invitation, request.person, request.spaces)
        return _compare(request, invitation, partner)
    except SealError:
        return render(request, "pairing/refused.html")


def _compare(request: InSpacesRequest, invitation: Invitation, partner: Pin) -> HttpResponse:
    four = four_words(request.person.identity.public, partner.keys)
    problems = {}
    if request.method == "POST":
        # What was read out loud is what gets pinned, even when another tab has begun anew in between.
        if request.POST.get("words") == " ".join(four):
            return _confirm(request, invitation, partner)
        problems = {"": sentences.CHANGED}
    steps = steps_of(is_inviter=invitation.inviter_id == request.person.id)
    context = {"words": four, "other": partner.name, "problems": problems, "steps": steps}
    return render(request, "pairing/words.html", context)


def _confirm(request: InSpacesRequest, invitation: Invitation, partner: Pin) -> HttpResponse:
    if not confirm(request.person, invitation, partner=partner):
        return to_pairing(sentences.ENDED)
    has_more = invitation_of(request.person.id) is not None
    return to_pairing("" if has_more else sentences.JOINED)
