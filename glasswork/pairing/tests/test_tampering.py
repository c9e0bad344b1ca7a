"""Z5, Z6, Z14: a payload, a key or a grant that somebody changed in the database opens nothing."""

from collections.abc import Callable

import pytest
from django.urls import reverse
from msgspec import structs

from glasswork.pairing.models import Invitation
from glasswork.pairing.payloads import seal_payload
from glasswork.pairing.stages import State
from glasswork.pairing.tests.make import (
    answer_hark,
    code_of,
    invite,
    join,
    make_accepted,
    make_joined,
    make_two,
    match,
    page,
    stop,
    the_invitation,
    type_code,
    words_of,
)
from glasswork.people.models import Account
from glasswork.people.person import change_keyring
from glasswork.seal.code import invitation_keys
from glasswork.seal.identity import new_identity
from glasswork.spaces.common_kinds import DisplayName
from glasswork.spaces.models import Membership, Space
from glasswork.spaces.writing import SpaceClosed, append
from tests.cast import Actor, make_actor, pin_of

REFUSED = "These words can’t be compared"


def flip(data: bytes) -> bytes:
    return data[:-1] + bytes([data[-1] ^ 1])


def test_a_forged_payload_is_refused_when_the_code_is_typed(db: None) -> None:
    ana, ben = make_two()
    code = invite(ana)
    Invitation.objects.update(payload=flip(bytes(the_invitation().payload)))
    assert REFUSED in type_code(ben, code).content.decode()


def _swap_answer(ana: Actor, ben: Actor) -> None:
    Invitation.objects.update(answer=bytes(the_invitation().payload))


def _bend_answer(ana: Actor, ben: Actor) -> None:
    Invitation.objects.update(answer=flip(bytes(the_invitation().answer)))


def _replace_key(ana: Actor, ben: Actor) -> None:
    keys = new_identity().public
    Account.objects.filter(pk=ben.account.id).update(exchange_public=keys.exchange, signing_public=keys.signing)


def _replace_person(ana: Actor, ben: Actor) -> None:
    Invitation.objects.update(joiner=make_actor("Max").account)


def _forge_with_the_code(ana: Actor, ben: Actor) -> None:
    """Somebody who read the code over a shoulder seals another's keys under it."""
    max_ = make_actor("Max")
    wrap = invitation_keys(code_of(ana)).wrap
    Invitation.objects.update(answer=seal_payload(wrap, pin_of(max_), invitation=the_invitation().id, part="answer"))


@pytest.mark.parametrize("change", [_swap_answer, _bend_answer, _replace_key, _replace_person, _forge_with_the_code])
def test_changed_keys_of_the_joiner_stop_everything(db: None, change: Callable[[Actor, Actor], None]) -> None:
    ana, ben = make_accepted()
    words = words_of(ana)
    change(ana, ben)
    assert REFUSED in page(ana)
    assert REFUSED in page(ana, "pairing_words")
    assert REFUSED in ana.post(reverse("pairing_words"), {"words": words}).content.decode()
    assert the_invitation().state == State.ACCEPTED
    assert not ana.person.keyring.pins


def test_a_changed_payload_stops_the_joiner_too(db: None) -> None:
    ana, ben = make_accepted()
    keys = invitation_keys(code_of(ana))
    other = seal_payload(keys.wrap, pin_of(make_actor("Max")), invitation=the_invitation().id, part="payload")
    Invitation.objects.update(payload=other)
    assert REFUSED in page(ben, "pairing_words")


def test_known_partner_with_other_keys_is_refused(db: None) -> None:
    """K11: a changed key stops everything and asks, however well the rest fits."""
    ana, ben = make_joined()
    stop(ana)
    new = new_identity()
    change_keyring(ana.person, lambda keyring: structs.replace(keyring, identity=new))
    keys = {"exchange_public": new.exchange_public, "signing_public": new.signing_public}
    Account.objects.filter(pk=ana.account.id).update(**keys)
    join(ben, invite(ana))
    assert REFUSED in page(ben, "pairing_words")
    assert REFUSED not in page(ana, "pairing_words")


def test_a_tampered_grant_opens_nothing(db: None) -> None:
    ana, ben = make_accepted()
    match(ana)
    row = Membership.objects.exclude(box=b"").get()
    Membership.objects.filter(space=row.space_id, account=ben.account).update(box=flip(bytes(row.box)))
    assert REFUSED in match(ben).content.decode()
    assert the_invitation().state == State.INVITER_MATCHED
    assert Space.objects.get(is_shared=True).opened_on is None
    assert not ben.person.keyring.pins


def test_a_removed_grant_opens_nothing(db: None) -> None:
    ana, ben = make_accepted()
    match(ana)
    Membership.objects.filter(account=ben.account, space__is_shared=True).delete()
    assert REFUSED in match(ben).content.decode()
    assert ana.spaces.shared is None
    assert ben.spaces.shared is None


def test_accepted_gives_no_rights_whatever_the_row_says(db: None) -> None:
    ana, ben = make_accepted()
    match(ana)
    space = Space.objects.get(is_shared=True)
    assert ben.spaces.shared is None
    Space.objects.filter(pk=space.pk).update(opened_on=ana.private.opened_on)
    assert ben.spaces.shared is None  # without the pin there is no key


def test_a_former_partner_cannot_write(db: None) -> None:
    ana, ben = make_joined()
    space = ben.shared
    stop(ana)
    for opened in (space, ben.spaces.former[0]):
        with pytest.raises(SpaceClosed):
            append(opened, DisplayName(name="again"))
    assert ben.spaces.shared is None


def test_nobody_is_joined_again_by_an_old_code_or_an_old_pin(db: None) -> None:
    ana, ben = make_joined()
    sam = make_actor("Sam")
    answer_hark(sam)
    stop(ana)
    join(ben, invite(ana))
    match(ana)
    assert ben.spaces.shared is None
    assert "Sharing has stopped" not in page(ben)
    assert ben.post(reverse("pairing_withdrawal")).status_code == 302
    assert ana.spaces.shared is None
