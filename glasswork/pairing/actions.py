"""Verbs of pairing: invite, take a code, accept, say that the words match, end it, stop sharing.

Whoever changes what two people have in progress holds their account rows, so each state changes once.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet

from glasswork.pairing.kinds import OFFER_SLOT, SENT_SLOT, Offer, Parting, Sent
from glasswork.pairing.models import Invitation
from glasswork.pairing.payloads import open_payload, seal_payload
from glasswork.pairing.stages import Stage, State
from glasswork.pairing.waiting import stage_in
from glasswork.people.keyring import Pin
from glasswork.people.models import Account
from glasswork.people.person import Person, change_keyring
from glasswork.seal.code import CodeKeys, invitation_keys, new_invitation_code
from glasswork.seal.errors import SealError
from glasswork.spaces.actions import make_shared_space, open_shared_space
from glasswork.spaces.models import Membership, Slip, Space
from glasswork.spaces.names import NAMES, SOMEBODY, names_in, set_name
from glasswork.spaces.opening import OpenSpace, Spaces, open_spaces
from glasswork.spaces.reading import Want, read_entries, slot_of
from glasswork.spaces.writing import SpaceClosed, drop_slip, prepare, remember_head, save_slip, utc_day, writing

DAYS = 7


class CodeRefused(Exception):
    """No such code, or one that is used or past its day: a stranger cannot tell which (Z9)."""


class OwnCode(Exception):
    """Somebody typed the code that they made themself."""


class InvitationEnded(Exception):
    """It was taken back, or its day has passed."""


def invite(person: Person, spaces: Spaces) -> None:
    """Makes an invitation with a fresh code. Whatever this person had in progress before ends."""
    code, ends_on = new_invitation_code(), utc_day() + timedelta(days=DAYS)
    keys, me = invitation_keys(code), _as_pin(person, spaces)
    with _holding(person.id):
        _end_all(person.id)
        made = Invitation(verifier=keys.verifier, inviter=person.account, ends_on=ends_on)
        made.payload = seal_payload(keys.wrap, me, invitation=made.id, part="payload")
        made.save(force_insert=True)
        drop_slip(spaces.private, OFFER_SLOT)
        save_slip(spaces.private, Sent(invitation=made.id, code=code, ends_on=ends_on), SENT_SLOT)


def take_code(person: Person, spaces: Spaces, *, code: str) -> Offer:
    """Opens what the inviter sealed under the code and notes it, for this person alone.

    Raises OwnCode, CodeRefused, or SealError for a payload that was tampered with. The invitation stays as it is.
    """
    keys = invitation_keys(code)
    found = _live(verifier=keys.verifier)
    if found and found.inviter_id == person.id:
        raise OwnCode
    if found is None or not _is_open_to(found, person):
        raise CodeRefused
    offer = _offer(found, code, keys, is_accepted=found.state != State.SENT)
    save_slip(spaces.private, offer, OFFER_SLOT)
    return offer


def accept(person: Person, spaces: Spaces, offer: Offer) -> None:
    """Gives the inviter this person's name and keys; no rights. Raises InvitationEnded."""
    invitation = Invitation.objects.filter(pk=offer.invitation).first()
    if invitation is None:
        raise InvitationEnded
    keys, me = invitation_keys(offer.code), _as_pin(person, spaces)
    with _holding(invitation.inviter_id, person.id):
        row = _live(pk=offer.invitation)
        if row is None or not _is_open_to(row, person):
            raise InvitationEnded
        if row.state != State.SENT:
            return
        _end_all(person.id)
        row.joiner, row.state, row.ends_on = person.account, State.ACCEPTED, utc_day() + timedelta(days=DAYS)
        row.answer = seal_payload(keys.wrap, me, invitation=row.id, part="answer")
        row.save()
        drop_slip(spaces.private, SENT_SLOT)
        save_slip(spaces.private, _offer(row, offer.code, keys, is_accepted=True), OFFER_SLOT)


def decline(spaces: Spaces) -> None:
    """Forgets a code that was typed; the invitation is not touched, so nobody can tell (S5)."""
    drop_slip(spaces.private, OFFER_SLOT)


def confirm(person: Person, invitation: Invitation, *, partner: Pin) -> bool:
    """[They match]: pins the partner's keys; with both presses the shared space opens (K11).

    False when the invitation has ended. Raises SealError, and changes nothing, when the grant was tampered with.
    """
    with _holding(invitation.inviter_id, partner.account, person.id):
        row = _live(pk=invitation.pk)
        if row is None:
            return False
        if stage_in(row, person.id) != Stage.COMPARE:
            return True
        if _is_sharing(person.id, partner.account):
            _end_all(person.id)
            return False
        is_last = row.state != State.ACCEPTED
        if row.inviter_id == person.id:
            row.space, row.state = make_shared_space(person, partner=partner), State.INVITER_MATCHED
        else:
            change_keyring(person, lambda keyring: keyring.with_pin(partner))
            row.state = State.JOINER_MATCHED
        if is_last:
            _open_together(person, row)
        else:
            row.save(update_fields=["space", "state"])
    return True


def settle(person: Person, spaces: Spaces) -> None:
    """Keeps the shared key in one's own keyring, says one's name in the shared space, tidies one's slips away.

    Whoever pressed [They match] last does this at once; the other at whatever they press next. Once it is done, or
    with nobody to share with, it costs a query at most and changes nothing.
    """
    shared = spaces.shared
    if shared is None or _is_settled(person, spaces, shared):
        return
    if shared.id not in person.keyring.spaces:
        change_keyring(person, lambda keyring: keyring.with_space(shared.id, shared.key))
    with suppress(SpaceClosed):  # stopped by the other at this very moment: the name that was pinned will do
        set_name(shared, own_name(spaces.private))
        remember_head(spaces.private, shared)
    _drop_slips(spaces)


def end_invitation(person: Person, spaces: Spaces) -> None:
    """Takes back, stops or “They don’t”: whatever was in progress is gone for both, and gives no reason."""
    with _holding(person.id):
        _end_all(person.id)
        _drop_slips(spaces)


def stop_sharing(spaces: Spaces, parting: Parting) -> None:
    """Closes the shared space at once, with a parting as its last entry (S6, K15). Raises SpaceClosed."""
    shared = spaces.shared
    if shared is None:
        raise SpaceClosed
    note = prepare(shared, parting)
    with writing(shared) as page:
        page.place(note)
        page.close(utc_day())
    remember_head(spaces.private, shared)
    _drop_slips(spaces)


def own_name(private: OpenSpace) -> str:
    return names_in(read_entries(Want(private, tags=(NAMES,)))).get(private.me, SOMEBODY)


def tidy() -> int:
    """Deletes invitations past their day, and shared spaces that never opened; returns how many rows."""
    count = _end(Invitation.objects.filter(ends_on__lt=utc_day()))
    named = Invitation.objects.exclude(space=None).values("space")
    orphans, _ = Space.objects.filter(is_shared=True, opened_on=None).exclude(pk__in=named).delete()
    return count + orphans


@contextmanager
def _holding(*accounts: UUID) -> Iterator[None]:
    with transaction.atomic():
        # Always in the same order, so that two people never wait for each other; no_key: their sessions need not wait.
        rows = Account.objects.select_for_update(no_key=True).filter(pk__in=accounts).order_by("pk")
        list(rows.values_list("pk", flat=True))
        yield


def _live(**which: object) -> Invitation | None:
    rows = Invitation.objects.filter(ends_on__gte=utc_day(), **which)
    return rows.select_related("inviter", "joiner").first()


def _is_open_to(invitation: Invitation, person: Person) -> bool:
    return invitation.state == State.SENT or invitation.joiner_id == person.id


def _offer(invitation: Invitation, code: str, keys: CodeKeys, *, is_accepted: bool) -> Offer:
    payload = bytes(invitation.payload)
    partner = open_payload(keys.wrap, payload, invitation=invitation.id, part="payload", author=invitation.inviter)
    return Offer(
        invitation=invitation.id, code=code, partner=partner, ends_on=invitation.ends_on, is_accepted=is_accepted
    )


def _as_pin(person: Person, spaces: Spaces) -> Pin:
    return Pin(person.id, own_name(spaces.private), person.identity.public)


def _open_together(person: Person, row: Invitation) -> None:
    if row.space:
        open_shared_space(row.space)
    spaces = open_spaces(person)
    if spaces.shared is None or spaces.shared.id != row.space:
        raise SealError
    row.delete()
    settle(person, spaces)


def _is_settled(person: Person, spaces: Spaces, shared: OpenSpace) -> bool:
    if shared.id not in person.keyring.spaces:
        return False
    slots = [slot_of(spaces.private, name) for name in (SENT_SLOT, OFFER_SLOT)]
    return not Slip.objects.filter(space_id=spaces.private.id, slot__in=slots).exists()


def _is_sharing(*accounts: UUID) -> bool:
    rows = Membership.objects.filter(account__in=accounts, space__is_shared=True, space__closed_on=None)
    return rows.exclude(space__opened_on=None).exists()


def _end_all(account: UUID) -> None:
    _end(Invitation.objects.filter(Q(inviter=account) | Q(joiner=account)))


def _end(invitations: QuerySet[Invitation]) -> int:
    spaces = [space for space in invitations.values_list("space", flat=True) if space]
    Space.objects.filter(pk__in=spaces, opened_on=None).delete()
    count, _ = invitations.delete()
    return count


def _drop_slips(spaces: Spaces) -> None:
    for slot in (SENT_SLOT, OFFER_SLOT):
        drop_slip(spaces.private, slot)
