"""What somebody has in progress with somebody else, and whether anything is left for them to do."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q

from glasswork.lib.directions import isolated
from glasswork.pairing.kinds import OFFER_SLOT, PARTING_TAG, SENT_SLOT, Offer, Sent
from glasswork.pairing.models import Invitation
from glasswork.pairing.partings import parting_notice
from glasswork.pairing.payloads import open_payload
from glasswork.pairing.stages import Stage, stage_of
from glasswork.people.keyring import Pin
from glasswork.people.person import Person
from glasswork.seal.code import invitation_keys
from glasswork.seal.errors import SealError
from glasswork.spaces.kinds import Kind
from glasswork.spaces.names import NAMES, partner_name
from glasswork.spaces.opening import Spaces
from glasswork.spaces.reading import Opened, Want, read_entries, read_slip, slot_of
from glasswork.spaces.writing import utc_day

NEWS = timedelta(days=14)


def is_in_progress(spaces: Spaces, slips: Mapping[tuple[UUID, bytes], Kind]) -> bool:
    """Whether this person has a code out, or typed one, from one's own slips by (space, slot)."""
    return any((spaces.private.id, slot_of(spaces.private, name)) in slips for name in (SENT_SLOT, OFFER_SLOT))


def has_words_to_compare(spaces: Spaces, slips: Mapping[tuple[UUID, bytes], Kind]) -> bool:
    """For Today, from one's own slips by (space, slot): one query while something is in progress, otherwise none."""
    if spaces.shared or not is_in_progress(spaces, slips):
        return False
    return stage_in(invitation_of(spaces.private.me), spaces.private.me) == Stage.COMPARE


def parting_line(spaces: Spaces, entries: Iterable[Opened[Kind]], today: date) -> str:
    """For Today: that sharing has stopped, while that is news; nothing otherwise, and then no query.

    ``entries`` are those the page has read already; the ones of the former space are read here.
    """
    former = spaces.former[-1] if spaces.former and not spaces.shared else None
    if former is None or former.closed_on is None or today - former.closed_on > NEWS:
        return ""
    here = [*entries, *read_entries(Want(former, tags=(NAMES, PARTING_TAG)))]
    notice = parting_notice(former, here, today)
    if notice and notice.words:
        name = isolated(partner_name(former, here))
        return f"Sharing has stopped. {name} left you some words about it."
    return "Sharing has stopped. What you two shared stays readable."


def invitation_of(account: UUID) -> Invitation | None:
    """The one invitation somebody made or accepted, unless its day has passed."""
    rows = Invitation.objects.filter(Q(inviter=account) | Q(joiner=account), ends_on__gte=utc_day())
    return rows.select_related("inviter", "joiner").first()


def stage_in(invitation: Invitation | None, account: UUID) -> Stage:
    if invitation is None:
        return Stage.NONE
    return stage_of(invitation.state, is_inviter=invitation.inviter_id == account)


def partner_in(invitation: Invitation, person: Person, spaces: Spaces) -> Pin:
    """Whose keys the four words are made of. Raises SealError when anything about them was changed (K11)."""
    is_inviter = invitation.inviter_id == person.id
    partner = _joiner(invitation, spaces) if is_inviter else _inviter(invitation, spaces)
    for space in [*spaces.former, *([spaces.shared] if spaces.shared else [])]:
        before = space.partner
        if before and before.account == partner.account and before.keys != partner.keys:
            raise SealError
    return partner


def _joiner(invitation: Invitation, spaces: Spaces) -> Pin:
    sent = read_slip(spaces.private, Sent, SENT_SLOT)
    if sent is None or sent.invitation != invitation.id or invitation.joiner is None:
        raise SealError
    wrap, answer = invitation_keys(sent.code).wrap, bytes(invitation.answer)
    return open_payload(wrap, answer, invitation=invitation.id, part="answer", author=invitation.joiner)


def _inviter(invitation: Invitation, spaces: Spaces) -> Pin:
    offer = read_slip(spaces.private, Offer, OFFER_SLOT)
    if offer is None or offer.invitation != invitation.id:
        raise SealError
    wrap, payload = invitation_keys(offer.code).wrap, bytes(invitation.payload)
    found = open_payload(wrap, payload, invitation=invitation.id, part="payload", author=invitation.inviter)
    if found != offer.partner:
        raise SealError
    return found
