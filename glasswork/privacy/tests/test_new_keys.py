"""“Someone may know my password”: everything that opens an account is new, and the partner learns nothing (K15)."""

from collections.abc import Callable

import pytest
from django.test import Client

from glasswork.people import actions
from glasswork.people.actions import Outpaced, account_key_by_password, account_key_by_recovery_code
from glasswork.people.keyring import open_keyring
from glasswork.people.models import Session
from glasswork.people.person import Person
from glasswork.people.present_password import WRONG
from glasswork.people.sessions import COOKIE
from glasswork.privacy.tests.make import texts
from glasswork.privacy.views import SAME
from glasswork.seal.envelope import Place, unseal
from glasswork.seal.errors import SealError
from glasswork.spaces.models import Entry, Membership, Slip, Space
from glasswork.spaces.reading import read_slip
from glasswork.spaces.writing import append, save_slip
from tests.cast import PASSWORD, Actor, Line
from tests.markup import shown_code

pytestmark = pytest.mark.django_db
NEW = "a quieter lighthouse further north"


def renew(actor: Actor) -> str:
    page = actor.post("/me/new-keys/", {"password": PASSWORD, "new_password": NEW})
    key = account_key_by_password(actor.account, NEW)
    assert key
    actor.new = actor.new._replace(account_key=key)
    return shown_code(page)


def test_the_old_ways_in_are_closed_and_the_new_ones_open(ana: Actor) -> None:
    old_key, old_code = ana.new.account_key, ana.new.recovery_code
    code = renew(ana)
    account = ana.account
    assert ana.new.account_key not in (None, old_key)
    assert account_key_by_password(account, PASSWORD) is None
    assert account_key_by_recovery_code(account, old_code) is None
    assert account_key_by_recovery_code(account, code) == ana.new.account_key
    with pytest.raises(SealError):
        open_keyring(bytes(account.keyring), account=account.id, account_key=old_key, version=account.keyring_version)


def test_every_other_session_ends_and_this_one_goes_on(ana: Actor) -> None:
    other = Client()
    other.cookies[COOKIE] = ana.client.cookies[COOKIE].value
    renew(ana)
    assert Session.objects.count() == 1
    assert ana.get("/me/").status_code == 200
    assert other.get("/me/", secure=True).status_code == 302


def test_what_was_written_stays_readable_and_what_comes_needs_the_new_key(ana: Actor) -> None:
    append(ana.private, Line(text="before"))
    save_slip(ana.private, Line(text="a draft"), "kept")
    old = ana.private.key
    renew(ana)
    append(ana.private, Line(text="after"))
    assert texts(ana.private) == ["before", "after"]
    assert read_slip(ana.private, Line, "kept") == Line(text="a draft")
    assert opened(ana, old.epochs[max(old.epochs)]) == ["before"]


def opened(actor: Actor, key: bytes) -> list[str]:
    """What a thief of the old keys would still open in a later copy of the database: no draft, and nothing new."""
    found, space = [], actor.private.id.bytes
    for row in Entry.objects.filter(space=actor.private.id).order_by("sequence"):
        place = Place("entry", space, row.id.bytes, row.epoch, row.author.bytes)
        found += [text for text in ("before", "after") if text.encode() in tried(key, place, bytes(row.body))]
    for slip in Slip.objects.filter(space=actor.private.id):
        for epoch in (1, 2):
            place = Place("slip", space, bytes(slip.slot), epoch, slip.owner.bytes)
            assert tried(key, place, bytes(slip.body)) == b""
    return found


def tried(key: bytes, place: Place, body: bytes) -> bytes:
    try:
        return unseal(key, place, body)
    except SealError:
        return b""


def test_nothing_that_is_shared_changes(couple: tuple[Actor, Actor]) -> None:
    ana, ben = couple
    append(ana.shared, Line(text="ours"))

    def shared() -> list[object]:
        space = ana.shared.id
        rows = (
            Space.objects.filter(pk=space),
            Membership.objects.filter(space=space),
            Entry.objects.filter(space=space),
        )
        return [list(each.order_by("pk").values_list()) for each in rows]

    before = shared()
    renew(ana)
    assert shared() == before
    assert texts(ana.shared) == ["ours"]
    append(ana.shared, Line(text="still ours"))
    assert texts(ben.shared) == ["ours", "still ours"]


def test_a_wrong_password_changes_nothing_and_nor_does_a_weak_one(ana: Actor) -> None:
    before = bytes(ana.account.keyring)
    page = ana.post("/me/new-keys/", {"password": "not this one at all", "new_password": "short"}).content.decode()
    assert WRONG in page
    assert "at least 12 characters" in page
    assert SAME in ana.post("/me/new-keys/", {"password": PASSWORD, "new_password": PASSWORD}).content.decode()
    assert bytes(ana.account.keyring) == before


def test_twice_in_a_row_is_fine(ana: Actor) -> None:
    append(ana.private, Line(text="before"))
    renew(ana)
    again = ana.post("/me/new-keys/", {"password": NEW, "new_password": PASSWORD})
    assert account_key_by_recovery_code(ana.account, shown_code(again)) is not None
    assert texts(ana.private) == ["before"]


LATE: dict[str, Callable[[Person], object]] = {
    "a new password": lambda person: actions.change_password(person, password=PASSWORD),
    "a new recovery code": actions.replace_recovery_code,
    "a recovery": lambda person: actions.recover(person.account, person.account_key, password=PASSWORD),
}


@pytest.mark.parametrize("late", LATE)
def test_a_change_that_began_with_the_old_keys_locks_nobody_out(ana: Actor, late: str) -> None:
    """Somebody else is at it on another device: their wrap of the old account key must not take the new one’s place."""
    before = ana.person
    code = renew(ana)
    with pytest.raises(Outpaced):
        LATE[late](before)
    for key in (account_key_by_password(ana.account, NEW), account_key_by_recovery_code(ana.account, code)):
        assert key == ana.new.account_key


def test_a_draft_that_was_on_its_way_is_still_readable(ana: Actor) -> None:
    before = ana.private
    renew(ana)
    save_slip(before, Line(text="typed on the other device"), "kept")
    assert read_slip(ana.private, Line, "kept") == Line(text="typed on the other device")
