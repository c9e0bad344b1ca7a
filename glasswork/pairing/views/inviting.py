"""Inviting: what the other will see, “Are you free to say no?”, and the code as a picture."""

from io import BytesIO

import segno
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from glasswork.pairing.actions import invite, own_name
from glasswork.pairing.doors import joint_step, to_pairing
from glasswork.pairing.kinds import SENT_SLOT, Sent
from glasswork.pairing.sentences import TOO_MANY_CODES
from glasswork.pairing.stages import Stage
from glasswork.pairing.waiting import invitation_of, stage_in
from glasswork.people import throttles
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.spaces.reading import read_slip
from glasswork.ui.page import render


@require_safe
@joint_step
def preview(request: InSpacesRequest) -> HttpResponse:
    """The first screen of whoever gets the code, exactly."""
    return render(request, "pairing/preview.html", {"inviter_name": own_name(request.spaces.private)})


@require_http_methods(["GET", "HEAD", "POST"])
@joint_step
def invitation(request: InSpacesRequest) -> HttpResponse:
    """“Are you free to say no?”: [Yes, I am] makes the code; “Not really” is a link, so nothing of it is kept."""
    if request.method != "POST":
        is_anew = invitation_of(request.person.id) is not None
        return render(request, "pairing/invitation.html", {"is_anew": is_anew, "problems": {}})
    if not throttles.is_allowed(throttles.INVITATION, request, request.person.id.bytes):
        context = {"is_anew": False, "problems": {"": TOO_MANY_CODES}}
        return render(request, "pairing/invitation.html", context, status=429)
    invite(request.person, request.spaces)
    return to_pairing()


@require_safe
@in_spaces
def code_picture(request: InSpacesRequest) -> HttpResponse:
    """A QR picture of the join page with the code in the fragment, which no browser sends to a server."""
    found = invitation_of(request.person.id)
    sent = read_slip(request.spaces.private, Sent, SENT_SLOT)
    if found is None or sent is None or stage_in(found, request.person.id) != Stage.SENT:
        raise Http404
    address = f"{request.build_absolute_uri(reverse('pairing_join'))}#{sent.code}"
    picture = BytesIO()
    segno.make(address, error="m", micro=False).save(picture, kind="svg", scale=6, dark="#000", light="#fff")
    return HttpResponse(
        picture.getvalue(), content_type="image/svg+xml; charset=utf-8", headers={"Cache-Control": "no-store"}
    )


@require_safe
@in_spaces
def pause(request: InSpacesRequest) -> HttpResponse:
    """For somebody who is not free to say no: nothing was done, and who could help."""
    return render(request, "pairing/pause.html")
