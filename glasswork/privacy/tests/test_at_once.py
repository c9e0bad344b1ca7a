"""Leaving and making new keys while somebody else writes at the same moment."""

from glasswork.people.models import Account
from glasswork.privacy.actions import make_new_keys
from glasswork.privacy.tests.make import texts
from glasswork.spaces.erasing import erase_person
from glasswork.spaces.models import Space
from glasswork.spaces.reading import read_slip, slot_of
from glasswork.spaces.writing import SpaceClosed, append, drop_slots, save_slip, writing
from tests.at_once import repeated, together
from tests.cast import Actor, Line, make_couple

NEW = "a quieter lighthouse further north"


def opens_both(ben: Actor, slots: list[bytes]) -> None:
    """As a room does when both have put something in."""
    with writing(ben.shared) as page:
        drop_slots(page.space, slots)
        append(page.space, Line(text="both"))


def gone_while_the_other_writes() -> str:
    ana, ben = make_couple()
    save_slip(ana.shared, Line(text="held"), "held-ana")
    save_slip(ben.shared, Line(text="held"), "held-ben")
    slots = [slot_of(ben.shared, name) for name in ("held-ana", "held-ben")]
    account, shared = ana.account.id, ben.shared
    gone, wrote = together(lambda: erase_person(account), lambda: opens_both(ben, slots))
    assert gone is None, gone
    assert wrote is None or isinstance(wrote, (SpaceClosed, AssertionError)), wrote
    assert not Account.objects.filter(pk=account).exists()
    assert Space.objects.get(pk=shared.id).closed_on
    assert texts(shared) == ([] if wrote else ["both"])
    return "late" if wrote else "in time"


def new_keys_while_a_draft_is_saved() -> str:
    ana, _ = make_couple()
    person, private, other = ana.person, ana.private, ana.private
    save_slip(private, Line(text="before"), "draft")
    code, saved = together(
        lambda: make_new_keys(person, private, password=NEW), lambda: save_slip(other, Line(text="after"), "draft")
    )
    assert isinstance(code, str), code
    assert saved is None, saved
    found = read_slip(private, Line, "draft")
    assert found == Line(text="after"), found
    return "kept"


def test_going_and_writing_never_block_each_other() -> None:
    assert sum(repeated(gone_while_the_other_writes).values()) == 8


def test_no_draft_is_lost_under_new_keys() -> None:
    assert sum(repeated(new_keys_while_a_draft_is_saved).values()) == 8
