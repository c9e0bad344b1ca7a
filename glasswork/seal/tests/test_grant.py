from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glasswork.seal.grant import Grant, Terms, make_grant, open_grant
from glasswork.seal.identity import Identity, PublicIdentity, new_identity
from glasswork.seal.tests.make import KEY, is_refused, make_id, patiently, truncations, with_one_bit_flipped

TERMS = Terms(make_id(1), 1, make_id(2), make_id(3), scope="all", ends="2027-01-31")
OTHER_TERMS = [
    replace(TERMS, space=make_id(9)),
    replace(TERMS, epoch=2),
    replace(TERMS, recipient=make_id(9)),
    replace(TERMS, granter=make_id(9)),
    replace(TERMS, scope=""),
    replace(TERMS, ends="2027-02-01"),
    replace(TERMS, ends=""),
]
ANA, BEN, MAX = new_identity(), new_identity(), new_identity()


def make(terms: Terms = TERMS, *, to: PublicIdentity = BEN.public, by: Identity = ANA) -> Grant:
    return make_grant(KEY, terms, to=to, by=by)


def is_opened(
    grant: Grant, terms: Terms = TERMS, *, mine: Identity = BEN, granter: PublicIdentity = ANA.public
) -> bool:
    return not is_refused(open_grant, grant, terms, mine=mine, granter=granter)


@patiently
@given(st.binary(max_size=200))
def test_the_recipient_opens_what_was_granted(secret: bytes) -> None:
    grant = make_grant(secret, TERMS, to=BEN.public, by=ANA)
    assert open_grant(grant, TERMS, mine=BEN, granter=ANA.public) == secret


@pytest.mark.parametrize("terms", OTHER_TERMS)
def test_changed_terms_are_refused(terms: Terms) -> None:
    assert not is_opened(make(), terms)


def test_every_field_of_the_terms_is_tried_above() -> None:
    changed = {
        f.name for f in fields(Terms) for terms in OTHER_TERMS if getattr(terms, f.name) != getattr(TERMS, f.name)
    }
    assert changed == {f.name for f in fields(Terms)}


def test_a_forged_granter_is_refused() -> None:
    assert not is_opened(make(by=MAX))


def test_a_replaced_public_key_is_refused() -> None:
    assert not is_opened(make(), granter=MAX.public)
    assert not is_opened(make(to=MAX.public))


def test_a_signature_does_not_carry_over_to_another_recipient_or_box() -> None:
    to_ben, to_max, again = make(), make(to=MAX.public), make()
    assert not is_opened(Grant(to_max.box, to_ben.signature), mine=MAX)
    assert not is_opened(Grant(again.box, to_ben.signature))


def test_nobody_but_the_recipient_opens_it() -> None:
    assert not is_opened(make(), mine=MAX)
    keys_mixed = Identity(MAX.exchange_private, BEN.exchange_public, BEN.signing_private, BEN.signing_public)
    assert not is_opened(make(), mine=keys_mixed)


def test_every_flipped_bit_is_refused() -> None:
    box, signature = make()
    assert not any(is_opened(Grant(broken, signature)) for broken in with_one_bit_flipped(box))
    assert not any(is_opened(Grant(box, broken)) for broken in with_one_bit_flipped(signature))


def test_every_truncation_is_refused() -> None:
    box, signature = make()
    assert not any(is_opened(Grant(broken, signature)) for broken in truncations(box))
    assert not any(is_opened(Grant(box, broken)) for broken in truncations(signature))


def test_a_recipient_key_that_is_no_key_is_refused() -> None:
    for exchange in (bytes(32), bytes(31), b""):
        assert is_refused(make, to=PublicIdentity(exchange, BEN.signing_public))


@pytest.mark.parametrize(
    "terms", [replace(TERMS, space=b""), replace(TERMS, epoch=-1), replace(TERMS, granter=bytes(17))]
)
def test_malformed_terms_are_refused(terms: Terms) -> None:
    assert is_refused(make, terms)
