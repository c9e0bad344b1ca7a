"""Z3, second half: an older backup is put back, and what was erased stays erased. It also says so to everybody."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.db import models
from django.utils import timezone

from glasswork.config.host import erase_again
from glasswork.people import ledger
from glasswork.people.host import HostError, note_put_back
from glasswork.people.models import Account, Host, Session
from glasswork.spaces.erasing import erase_person
from glasswork.spaces.models import Entry, Membership, Slip, Space
from glasswork.spaces.reading import Want, read_entries
from glasswork.spaces.record import Finding, check_record
from glasswork.spaces.writing import append, withdraw, withdraw_all
from tests.cast import PASSWORD, TAG, Actor, Line
from tests.markup import shows

pytestmark = pytest.mark.django_db
KEPT: tuple[type[models.Model], ...] = (Account, Space, Membership, Entry, Slip, Session)


@pytest.fixture(autouse=True)
def own_ledger() -> Iterator[None]:
    ledger.path().unlink(missing_ok=True)
    Host.objects.create(pepper_fingerprint=b"")
    yield
    ledger.path().unlink(missing_ok=True)


def back_up() -> Callable[[], None]:
    """All rows as they are now; calling what it returns puts them back in place of what is there then."""
    rows = [(model, list(model.objects.all())) for model in KEPT]

    def put_back() -> None:
        for model in reversed(KEPT):
            model.objects.all().delete()
        for model, saved in rows:
            model.objects.bulk_create(saved)

    return put_back


def texts(space: object) -> list[str]:
    return [e.value.text for e in read_entries(Want(space, tags=(TAG,))) if e.value]


def test_somebody_who_left_stays_gone(couple: tuple[Actor, Actor]) -> None:
    ana, ben = couple
    account, private = ana.account.id, ana.private.id
    append(ana.private, Line(text="mine"))
    append(ana.shared, Line(text="ours"))
    put_back = back_up()
    erase_person(account)
    put_back()
    assert Account.objects.filter(pk=account).exists(), "without the ledger they would be back"
    assert erase_again()
    assert not Account.objects.filter(pk=account).exists()
    assert not Space.objects.filter(pk=private).exists()
    ben.sign_in()
    assert ben.spaces.shared is None
    assert texts(ben.spaces.former[0]) == ["ours"]


def test_words_that_were_taken_back_stay_taken_back(couple: tuple[Actor, Actor]) -> None:
    ana, ben = couple
    first, _ = append(ana.shared, Line(text="taken back")), append(ana.shared, Line(text="kept"))
    append(ben.shared, Line(text="from ben"))
    put_back = back_up()
    withdraw(ana.shared, first)
    put_back()
    assert erase_again() == 1
    ana.sign_in()
    assert texts(ana.shared) == ["kept", "from ben"]


def test_all_words_at_once_stay_taken_back_too(couple: tuple[Actor, Actor]) -> None:
    ana, ben = couple
    append(ana.shared, Line(text="one"))
    append(ana.shared, Line(text="two"))
    append(ben.shared, Line(text="from ben"))
    put_back = back_up()
    assert withdraw_all(ana.shared) == 3, "two lines and a name"
    put_back()
    assert erase_again() == 3
    ben.sign_in()
    assert texts(ben.shared) == ["from ben"]


def test_the_record_says_what_was_erased_again_and_still_calls_out_what_was_not(couple: tuple[Actor, Actor]) -> None:
    ana, ben = couple
    first, second = append(ana.shared, Line(text="taken back")), append(ana.shared, Line(text="kept"))
    put_back = back_up()
    withdraw(ana.shared, first)
    put_back()
    erase_again()
    for each in (ana, ben):
        each.sign_in()
        found = check_record(each.private, each.shared)
        assert (found.finding, found.withdrawn, found.erased_again) == (Finding.WHOLE, 0, 1)
        page = each.post("/record/", {"space": str(each.shared.id)})
        assert shows(page, "Your record is whole.")
        assert shows(page, "erased again when this server was put back to an earlier day")
    Entry.objects.filter(id=second).update(body=b"")
    found = check_record(ben.private, ben.shared)
    assert (found.finding, found.at) == (Finding.ERASED, Entry.objects.get(id=second).sequence)
    assert shows(ben.post("/record/", {"space": str(ben.shared.id)}), "Something isn’t as it was written.")
    ledger.path().unlink()
    found = check_record(ana.private, ana.shared)
    assert (found.finding, found.at) == (Finding.ERASED, Entry.objects.get(id=first).sequence), "no list, no excuse"


def test_a_list_of_another_space_excuses_nothing(couple: tuple[Actor, Actor]) -> None:
    ana, _ = couple
    entry = append(ana.shared, Line(text="gone"))
    Entry.objects.filter(id=entry).update(body=b"")
    ledger.note([ledger.Erased(ana.private.id, entry), ledger.Erased(entry)])
    assert check_record(ana.private, ana.shared).finding is Finding.ERASED


def test_everybody_signs_in_anew_and_is_told_there(couple: tuple[Actor, Actor]) -> None:
    ana, _ = couple
    put_back = back_up()
    withdraw(ana.shared, append(ana.shared, Line(text="later than the backup")))
    entry = append(ana.shared, Line(text="in the backup"))
    put_back = back_up()
    withdraw(ana.shared, entry)
    put_back()
    erase_again()
    assert not Session.objects.exists()
    assert shows(ana.get("/sign-in/"), "put back to an earlier day")
    typed = {"name": ana.new.sign_in_name, "password": PASSWORD}
    assert ana.post("/sign-in/", typed)["Location"] == "/today/"


def test_an_ordinary_start_changes_nothing(couple: tuple[Actor, Actor]) -> None:
    ana, _ = couple
    withdraw(ana.shared, append(ana.shared, Line(text="taken back")))
    assert erase_again() == 0
    assert Session.objects.count() == 2
    assert not shows(ana.client.get("/sign-in/", secure=True), "put back to an earlier day")


def test_after_a_month_it_is_not_told_any_more(ana: Actor) -> None:
    note_put_back()
    Host.objects.update(restored_on=timezone.now().date() - timedelta(days=31))
    assert not shows(ana.get("/sign-in/"), "put back to an earlier day")


def test_half_a_line_says_nothing(ana: Actor) -> None:
    ledger.path().write_text("not an id\n" + ana.account.id.hex[:20])
    assert ledger.noted() == []
    assert erase_again() == 0


def test_half_a_line_never_reads_as_another_one(couple: tuple[Actor, Actor]) -> None:
    """The disk was full after the first id: read as a whole line, it would erase all that two people share."""
    ana, ben = couple
    shared, entry = ana.shared.id, append(ana.shared, Line(text="taken back"))
    for half in (shared.hex, f"{shared.hex} ", f"{shared.hex} {entry.hex[:9]}"):
        ledger.path().write_text(half)
        assert ledger.noted() == []
        ledger.note([ledger.Erased(shared, entry)])
        assert ledger.noted() == [ledger.Erased(shared, entry)]
    assert erase_again() == 1
    ben.sign_in()
    assert texts(ben.shared) == []


def test_nothing_is_erased_that_can_not_be_noted(ana: Actor, tmp_path: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(settings, "GLASSWORK_PEPPER", tmp_path / "no such folder" / "pepper")
        with pytest.raises(HostError):
            erase_person(ana.account.id)
    assert Account.objects.filter(pk=ana.account.id).exists()
    assert ana.get("/today/").status_code == 200
