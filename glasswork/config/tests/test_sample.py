"""The sample: somebody tries Glasswork on a finished example, signs in with what was printed and looks around."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.conf import settings
from django.db import transaction
from django.test import Client

from glasswork.checkin.evening import load_evening
from glasswork.checkin.kinds import Alone, Answer, Held, Trust, Verdict
from glasswork.checkin.rounds import Step, entries_by_round, hearing, may_choose, parts_of
from glasswork.config.sample import fill, filling
from glasswork.config.sample.evenings import question_of
from glasswork.config.sample.words import Evening, Side, read_evenings, read_evenings_alone, read_replies
from glasswork.lib import clock
from glasswork.people import actions
from glasswork.people.models import Account, Session
from glasswork.people.passwords import password_problem
from glasswork.people.sessions import COOKIE, find_person
from glasswork.programme.feelings import FEELINGS
from glasswork.programme.prompts import PROMPTS
from glasswork.promises.kinds import Outcome, Promise
from glasswork.promises.kinds_of_acts import Thanks
from glasswork.promises.kinds_of_telling import Mended
from glasswork.seal import password
from glasswork.spaces.models import Entry, Slip
from glasswork.spaces.opening import OpenSpace, Spaces, open_spaces
from glasswork.spaces.reading import Want, read_entries, slot_of
from glasswork.spaces.record import Finding, check_record

QUICK = password.Cost(memory_kib=8, passes=1)
TONIGHT = datetime(2026, 11, 19, 21, 0, tzinfo=UTC)
SEALED = "Sealed, opens when you both have"
IN_THE_ROOMS = {
    "Robin": {"goals": "Go once", "how-far": "return from a", "talks": "by ten on Sunday", "plan": "this mine?"},
    "Alex": {"questions": "Parked until", "letters": "You wrote back", "goals/ours": "a flask", "plan": "truth habit"},
    "Sam": {"goals": "half by heart", "letters/never-sent": "Kit", "plan": "your name on it"},
}
ROW = re.compile(r"^(?P<who>\w+), .*?\s{2,}(?P<name>\S+)\s{2,}(?P<password>\S+)$")
PAGES = (
    "today talk check-in me me/settings me/name record pairing promises promises/before lines contact openness "
    "questions letters talks how-far how-far/jar"
).split()


@pytest.fixture(autouse=True)
def tonight() -> Iterator[None]:
    with time_machine.travel(TONIGHT, tick=False):
        yield


@pytest.fixture(scope="module")
def printed(own_folder: None, django_db_setup: None, django_db_blocker: Any) -> Iterator[list[str]]:
    """The sample, filled in once for all tests here; what a test changes is taken back after it."""
    with django_db_blocker.unblock(), transaction.atomic(), time_machine.travel(TONIGHT, tick=False):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(password, "FLOOR", QUICK)
            patch.setattr(actions, "DEFAULT", QUICK)
            lines = fill()
        yield lines
        transaction.set_rollback(True)
    the_file().unlink()


@pytest.fixture
def people(db: None, printed: list[str]) -> dict[str, Client]:
    """Robin, Alex and Sam, each signed in through the page with what was printed."""
    return {row["who"]: signed_in(row["name"], row["password"]) for row in rows_in(printed)}


def rows_in(lines: list[str]) -> list[re.Match[str]]:
    return [found for line in lines if (found := ROW.match(line))]


def the_file() -> Path:
    return Path(settings.GLASSWORK_DATA) / filling.FILE


def signed_in(name: str, password: str) -> Client:
    browser = Client(headers={"Sec-Fetch-Site": "same-origin"})
    answer = browser.post("/sign-in/", {"name": name, "password": password}, secure=True)
    assert answer.headers.get("Location") == "/today/", (name, answer.content.decode()[:500])
    return browser


def page(browser: Client, path: str) -> str:
    answer = browser.get(path, secure=True, follow=True)
    assert answer.status_code == 200, (path, answer.status_code)
    return answer.content.decode()


def spaces_of(browser: Client) -> Spaces:
    request = browser.get("/today/", secure=True).wsgi_request
    request.COOKIES[COOKIE] = browser.cookies[COOKIE].value
    person = find_person(request)
    assert person
    return open_spaces(person)


def shared_of(browser: Client) -> OpenSpace:
    shared = spaces_of(browser).shared
    assert shared
    return shared


def test_everybody_signs_in_with_what_was_printed(people: dict[str, Client]) -> None:
    assert set(people) == {"Robin", "Alex", "Sam"}


def test_passwords_would_be_accepted_from_a_person(printed: list[str]) -> None:
    assert not [row for row in rows_in(printed) if password_problem(row["password"])]


def test_the_promises_tab_is_alive(people: dict[str, Client]) -> None:
    """Lines in force, one that was looked at again and one that waits, what was said about contact, and an offer."""
    robin, alex = people["Robin"], people["Alex"]
    assert "Being talked about" in page(robin, "/lines/")
    assert page(robin, "/lines/paper/").count("Look again") == 2
    assert "It is the hour that I sleep off." in re.sub(r"\s+", " ", page(alex, "/" + a_line(alex)))
    assert "Stated by you" in page(alex, "/contact/")
    assert "Shared until" in page(robin, "/openness/")
    assert "put a line into words" in page(alex, "/today/")


def a_line(browser: Client) -> str:
    """The first that is in force."""
    found = re.search(r"lines/[0-9a-f-]{36}/", page(browser, "/lines/"))
    assert found
    return found[0]


def test_filling_signs_nobody_in(db: None, printed: list[str]) -> None:
    assert Session.objects.count() == 0


@pytest.mark.parametrize("who", ["Robin", "Alex", "Sam"])
def test_every_page_of_theirs_can_be_read(people: dict[str, Client], who: str) -> None:
    for path in PAGES:
        page(people[who], f"/{path}/")
    for path, words in IN_THE_ROOMS[who].items():
        assert words in page(people[who], f"/{path}/"), path


def test_every_round_can_be_read_by_both(people: dict[str, Client]) -> None:
    rounds = entries_by_round(read_entries(Want(shared_of(people["Robin"]), tags=("checkin",))))
    assert len(rounds) > 30
    for round_id in rounds:
        for who in ("Robin", "Alex"):
            page(people[who], f"/check-in/{round_id}/")


def test_a_second_time_changes_nothing(db: None, printed: list[str]) -> None:
    before = [Account.objects.count(), Entry.objects.count(), Slip.objects.count()]
    again = fill()
    assert [Account.objects.count(), Entry.objects.count(), Slip.objects.count()] == before
    assert again == [filling.ALREADY, *printed[1:]]


def test_a_file_of_another_database_is_no_hindrance(db: None, printed: list[str]) -> None:
    kept = the_file().read_bytes()
    Account.objects.all().delete()
    assert fill()[0] == filling.FILLED
    the_file().write_bytes(kept)


def test_the_file_with_the_passwords_is_for_its_owner_alone(printed: list[str]) -> None:
    assert the_file().stat().st_mode & 0o077 == 0


def test_tonight_alex_has_answered_and_robin_cannot_tell(people: dict[str, Client]) -> None:
    assert SEALED in page(people["Alex"], "/talk/")
    assert load_evening(spaces_of(people["Alex"]), TONIGHT).held_tonight
    before = [page(people["Robin"], path) for path in ("/today/", "/check-in/", "/talk/")]
    assert "Your check-in is waiting" in before[0]
    shared = shared_of(people["Robin"])
    of_both = [slot_of(shared, name) for name in ("goals-board", "questions-ledger")]
    Slip.objects.filter(space=shared.id).exclude(slot__in=of_both).delete()
    after = [page(people["Robin"], path) for path in ("/today/", "/check-in/", "/talk/")]
    assert [plain(text) for text in before] == [plain(text) for text in after]


def plain(text: str) -> str:
    """Without the values that differ on every load."""
    return re.sub(r'(value|data-token)="[^"]{12,}"', "", text)


def test_last_night_waits_for_robin_to_say_it_back(people: dict[str, Client]) -> None:
    spaces = spaces_of(people["Robin"])
    assert spaces.shared
    assert spaces.shared.partner
    evening = load_evening(spaces, TONIGHT)
    newest = parts_of(list(entries_by_round(evening.entries).values())[-1])
    me, partner = spaces.private.me, spaces.shared.partner.account
    assert hearing(newest, speaker=partner, listener=me).step is Step.SAY_BACK
    assert hearing(newest, speaker=me, listener=partner).step is Step.REPLIED


def test_the_evenings_are_varied(people: dict[str, Client]) -> None:
    entries = read_entries(Want(shared_of(people["Robin"]), tags=("checkin",)))
    parts = {round_id: parts_of(each) for round_id, each in entries_by_round(entries).items()}
    assert any(len([1 for _, part in each if part == "answer"]) == 1 for each in parts.values()), "one shared anyway"
    verdicts = [value for each in parts.values() for value in each.values() if isinstance(value, Verdict)]
    assert {verdict.is_it for verdict in verdicts} == {True, False}
    for who in ("Robin", "Alex"):
        mine = [entry.value for entry in read_entries(Want(spaces_of(people[who]).private, tags=("checkin",)))]
        assert any(isinstance(value, Alone) for value in mine), "one kept to oneself"
        assert {value.move for value in mine if isinstance(value, Trust)} >= {"rose", "dipped"}
    sam = read_entries(Want(spaces_of(people["Sam"]).private, tags=("checkin",)))
    assert len([entry for entry in sam if isinstance(entry.value, Alone)]) == len(read_evenings_alone())


def test_promises_and_what_was_told_have_a_history(people: dict[str, Client]) -> None:
    tags = ("promises", "small", "telling")
    values = [entry.value for entry in read_entries(Want(shared_of(people["Robin"]), tags=tags))]
    assert {value.what for value in values if isinstance(value, Outcome)} == {"kept", "late", "not-kept"}
    assert len([value for value in values if isinstance(value, Promise)]) == 3
    assert len([value for value in values if isinstance(value, Mended)]) == 2
    assert [value for value in values if isinstance(value, Thanks)]
    for who in ("Robin", "Alex"):
        text = page(people[who], "/promises/")
        assert "I’ll tell you before I go out to the van" in text
        assert "Mended. You both said so" in text


def test_rows_carry_the_day_they_are_about(people: dict[str, Client]) -> None:
    entries = read_entries(Want(shared_of(people["Robin"]), tags=("checkin",)))
    answers = [entry for entry in entries if isinstance(entry.value, Answer)]
    days = [entry.day - entry.value.evening for entry in answers if isinstance(entry.value, Answer)]
    assert set(days) <= {timedelta(0), timedelta(days=1)}
    assert max(entry.day for entry in entries) <= TONIGHT.date()
    assert min(entry.day for entry in answers) == TONIGHT.date() - timedelta(days=55)


def test_saying_back_goes_as_the_pages_would_let_it(people: dict[str, Client]) -> None:
    shared = shared_of(people["Alex"])
    assert shared.partner
    pair = (shared.me, shared.partner.account)
    for entries in entries_by_round(read_entries(Want(shared, tags=("checkin",)))).values():
        parts = parts_of(entries)
        for speaker, listener in (pair, pair[::-1]):
            found = hearing(parts, speaker=speaker, listener=listener)
            assert len(found.heard) - len(found.verdicts) in {0, 1}
            assert found.reply is None or found.step is Step.REPLIED


def test_the_record_is_whole(people: dict[str, Client]) -> None:
    spaces = spaces_of(people["Robin"])
    assert spaces.shared
    assert check_record(spaces.private, spaces.shared).finding is Finding.WHOLE


def test_nothing_old_still_waits(people: dict[str, Client]) -> None:
    for who in ("Robin", "Alex"):
        held: list[Held] = load_evening(spaces_of(people[who]), TONIGHT).held
        assert not [each for each in held if may_choose(each, TONIGHT)]


@pytest.mark.parametrize("hour", ["2026-11-19T04:03", "2026-11-20T02:30", "2026-06-01T23:59"])
def test_it_can_be_filled_at_any_hour(db: None, printed: list[str], hour: str) -> None:
    kept = the_file().read_bytes()
    Account.objects.all().delete()
    with time_machine.travel(datetime.fromisoformat(hour).replace(tzinfo=UTC), tick=False):
        alex = next(row for row in rows_in(fill()) if row["who"] == "Alex")
        assert SEALED in page(signed_in(alex["name"], alex["password"]), "/talk/")
    the_file().write_bytes(kept)


def test_the_questions_are_those_that_the_page_asks(people: dict[str, Client]) -> None:
    for who in ("Robin", "Sam"):
        question = question_of(spaces_of(people[who]), TONIGHT)
        assert f'name="prompt" value="{question.id}"' in page(people[who], "/check-in/")


def test_every_evening_is_written_of_things_that_exist() -> None:
    evenings: list[Evening] = read_evenings()
    sides: list[Side] = [side for evening in evenings for _, side in evening.sides]
    sides += read_evenings_alone()
    assert {each for side in sides for each in side.feelings} <= {each.id for each in FEELINGS}
    assert all(evening.after == () or len(evening.sides) == 2 for evening in evenings)
    assert len({evening.ago for evening in evenings}) == len(evenings)
    assert set(read_replies()) == {prompt.id for prompt in PROMPTS}


def test_the_clock_can_be_set_and_runs_on_afterwards() -> None:
    with clock.at(TONIGHT - timedelta(days=9)):
        assert clock.now() == TONIGHT - timedelta(days=9)
    assert clock.now() == TONIGHT


def test_nothing_but_the_sample_sets_the_clock() -> None:
    package = Path(clock.__file__).parent.parent
    setting = [path for path in package.rglob("*.py") if "clock.at(" in path.read_text() and "tests" not in path.parts]
    assert {path.parent.name for path in setting} == {"sample"}
