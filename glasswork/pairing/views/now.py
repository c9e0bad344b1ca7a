"""Where one stands: alone, a code sent, words to compare, sharing, or after sharing has stopped."""

from datetime import date, timedelta

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from glasswork.pairing.actions import DAYS, end_invitation, settle
from glasswork.pairing.doors import to_pairing
from glasswork.pairing.kinds import OFFER_SLOT, PARTING_TAG, SENT_SLOT, Offer, Sent
from glasswork.pairing.models import Invitation
from glasswork.pairing.partings import parting_notice
from glasswork.pairing.sentences import DIFFERENT, DONE, JOINED, ONE_AT_A_TIME, TAKEN_BACK
from glasswork.pairing.stages import Stage, steps_of
from glasswork.pairing.views.pulse import pulse_token
from glasswork.pairing.waiting import invitation_of, partner_in, stage_in
from glasswork.seal.errors import SealError
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.spaces.names import NAMES, partner_name
from glasswork.spaces.opening import Spaces
from glasswork.spaces.reading import Want, read_entries, read_slip
from glasswork.spaces.writing import utc_day
from glasswork.ui.page import render

_WEEK = timedelta(days=DAYS)


@require_safe
@in_spaces
def pairing(request: InSpacesRequest) -> HttpResponse:
    done = request.GET.get("done", "")
    context = _sharing(request.spaces, done) if request.spaces.shared else _alone(request)
    is_news = not request.spaces.shared or done == ONE_AT_A_TIME
    return render(request, "pairing/show.html", {**context, "done": DONE.get(done, "") if is_news else ""})


@require_POST
@in_spaces
def withdrawal(request: InSpacesRequest) -> HttpResponse:
    """[Take it back], [They don’t] and the end of an invitation that was read about: nothing in progress is left."""
    if request.spaces.shared:
        settle(request.person, request.spaces)
        return to_pairing()
    end_invitation(request.person, request.spaces)
    return to_pairing(DIFFERENT if request.POST.get("because") == DIFFERENT else TAKEN_BACK)


@require_POST
@in_spaces
def welcome(request: InSpacesRequest) -> HttpResponse:
    """The first press after both have compared: one’s name goes into the shared space."""
    settle(request.person, request.spaces)
    return HttpResponseRedirect(reverse("today"))


def _sharing(spaces: Spaces, done: str) -> dict[str, object]:
    """``is_new``: whoever pressed last and whoever pressed first are welcomed by the same page."""
    shared = spaces.shared
    if shared is None:
        return {}
    sent, offer = _slips(spaces)
    name = partner_name(shared, read_entries(Want(shared, tags=(NAMES,))))
    return {
        "stage": "shared",
        "partner_name": name,
        "opened_on": shared.opened_on,
        "is_new": bool(sent or offer) or done == JOINED,
    }


def _alone(request: InSpacesRequest) -> dict[str, object]:
    spaces, invitation = request.spaces, invitation_of(request.person.id)
    stage = stage_in(invitation, request.person.id)
    sent, offer = _slips(spaces)
    return {
        "stage": stage,
        "sent": sent if stage == Stage.SENT else None,
        "offer": _offer_to_look_at(offer) if stage == Stage.NONE else None,
        "ends_on": invitation.ends_on if invitation else None,
        "token": pulse_token(invitation, stage) if invitation else "",
        "steps": steps_of(is_inviter=invitation is not None and invitation.inviter_id == request.person.id),
        "other": _other(request, invitation) if stage in {Stage.COMPARE, Stage.WAITING} else "",
        "has_ended": stage == Stage.NONE and _has_ended(spaces, sent, offer),
        **_former(spaces),
    }


def _slips(spaces: Spaces) -> tuple[Sent | None, Offer | None]:
    return read_slip(spaces.private, Sent, SENT_SLOT), read_slip(spaces.private, Offer, OFFER_SLOT)


def _other(request: InSpacesRequest, invitation: Invitation | None) -> str:
    """What the other is called, or nothing when what they sent can’t be trusted."""
    try:
        return partner_in(invitation, request.person, request.spaces).name if invitation else ""
    except SealError:
        return ""


def _offer_to_look_at(offer: Offer | None) -> Offer | None:
    """A code that was typed and put off, while it may still work."""
    if offer is None or offer.is_accepted or offer.ends_on < utc_day():
        return None
    is_there = Invitation.objects.filter(pk=offer.invitation, joiner=None).exists()
    return offer if is_there else None


def _has_ended(spaces: Spaces, sent: Sent | None, offer: Offer | None) -> bool:
    """Something was in progress and is gone without a space: said for a week, then it is nobody’s news."""
    days = [slip.ends_on for slip in (sent, offer) if slip and not (isinstance(slip, Offer) and not slip.is_accepted)]
    began = max(days, default=date.min + _WEEK) - _WEEK
    is_joined = any(space.opened_on and space.opened_on >= began for space in spaces.former)
    return bool(days) and not is_joined and utc_day() <= began + 2 * _WEEK


def _former(spaces: Spaces) -> dict[str, object]:
    if not spaces.former:
        return {"former_name": "", "stopped_on": None, "notice": None}
    space = spaces.former[-1]
    entries = read_entries(Want(space, tags=(NAMES, PARTING_TAG)))
    today: date = utc_day()
    return {
        "former_name": partner_name(space, entries),
        "stopped_on": space.closed_on,
        "notice": parting_notice(space, entries, today),
    }
