"""What is typed and not sent: of two forms, two tabs and two evenings, all of it stays where it belongs."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from html import unescape

import pytest
import time_machine
from django.http import HttpResponse

from glasswork.checkin.evening import load_evening
from glasswork.checkin.kinds import Alone, Trust
from glasswork.spaces.models import Slip
from tests.cast import Actor, close_space, make_actor, pair, undone

type Couple = tuple[Actor, Actor]
type Clock = time_machine.Traveller

TONIGHT = datetime(2026, 11, 19, 20, 0, tzinfo=UTC)
DRAFT = "/check-in/draft/"


@pytest.fixture(autouse=True)
def clock() -> Iterator[Clock]:
    with time_machine.travel(TONIGHT, tick=False) as found:
        yield found


class Page:
    """A form as it stands in one tab: what its fields hold, and what pressing a button there sends."""

    def __init__(self, actor: Actor, path: str = "/check-in/", answer: HttpResponse | None = None) -> None:
        self.actor, self.path = actor, path
        found = answer or actor.get(path)
        assert found.status_code == 200, (path, found.status_code)
        self.text = unescape(found.content.decode())
        names = ("once", "follows", "day", "changes", "alone", "prompt")
        hidden = {name: re.search(rf'name="{name}" value="([^"]*)"', self.text) for name in names}
        self.marks = {name: each[1] for name, each in hidden.items() if each}

    def holds(self, field: str) -> str:
        found = re.search(rf'id="field-{field}"[^>]*>\n([^<]*)</textarea>', self.text)
        assert found, field
        return found[1]

    def has_ticked(self, field: str) -> bool:
        return any("checked" in each for each in re.findall(rf'<input[^>]*name="{field}"[^>]*>', self.text))

    def saves(self, **typed: str) -> None:
        assert self.actor.post(DRAFT, {**self.marks, **typed}).status_code == 204

    def sends(self, act: str, **typed: str) -> HttpResponse:
        return self.actor.post("/check-in/", {**self.marks, "hinted": "yes", **typed, "act": act})

    def presses(self, act: str, **typed: str) -> "Page":
        """A button that leads back to the form; ``act`` is how its value begins."""
        value = re.search(rf'name="act" value="({act}[^"]*)"', self.text)
        assert value, act
        return Page(self.actor, self.sends(value[1], **typed)["Location"])


def kept(actor: Actor, now: datetime = TONIGHT) -> list[tuple[date, str]]:
    found = [entry.value for entry in load_evening(actor.spaces, now).entries]
    return [(value.evening, value.words.feel) for value in found if isinstance(value, Alone)]


def seal(actor: Actor, feel: str) -> None:
    assert actor.post("/check-in/", {"feel": feel, "act": "seal", "hinted": "yes"}).status_code == 302


def later(clock: Clock, actor: Actor, hours: int = 26) -> None:
    clock.move_to(TONIGHT + timedelta(hours=hours))
    actor.sign_in()


def test_keeping_a_change_takes_the_sealed_answer_out(couple: Couple) -> None:
    ana, ben = couple
    seal(ana, "sealed first")
    assert Page(ana, "/check-in/?change=1").sends("keep", feel="mine alone")["Location"] == "/today/?kept=alone"
    assert not Slip.objects.filter(space=ana.shared.id).exists()
    assert kept(ana) == [(TONIGHT.date(), "mine alone")]
    seal(ben, "his")
    assert "sealed first" not in Page(ben).text


def test_the_other_sees_as_little_of_it_as_of_any_answer_that_was_taken_back(couple: Couple) -> None:
    ana, ben = couple

    def seen(*, is_kept: bool) -> tuple[list[str], int]:
        with undone():
            seal(ana, "sealed first")
            if is_kept:
                Page(ana, "/check-in/?change=1").sends("keep", feel="mine alone")
            else:
                ana.post(f"/check-in/held/{TONIGHT.date()}/", {"act": "take-back"})
            texts = [ben.get(path).content.decode() for path in ("/today/", "/check-in/", "/talk/", "/record/")]
            rows = Slip.objects.filter(space=ben.shared.id).count()
            mask = r'((?:name="(?:csrfmiddlewaretoken|once)" value|data-token)=")[^"]+'
            return [re.sub(mask, r"\1-", text) for text in texts], rows

    assert seen(is_kept=True) == seen(is_kept=False)


def test_an_answer_that_opened_meanwhile_is_named_and_the_change_is_kept(couple: Couple) -> None:
    ana, ben = couple
    seal(ana, "sealed first")
    change = Page(ana, "/check-in/?change=1")
    seal(ben, "his")
    today = change.sends("keep", feel="mine alone")["Location"]
    assert "had opened already" in ana.get(today).content.decode()
    assert kept(ana) == [(TONIGHT.date(), "mine alone")]
    assert change.sends("keep", feel="mine alone").status_code == 302
    assert len(kept(ana)) == 1


def test_words_written_alone_never_stand_in_the_form_for_two(couple: Couple) -> None:
    ana, _ = couple
    Page(ana, "/check-in/?alone=1").saves(feel="for nobody else")
    assert "for nobody else" not in Page(ana).text
    assert Page(ana, "/check-in/?alone=1").holds("feel") == "for nobody else"
    Page(ana).saves(feel="for both")
    assert Page(ana, "/check-in/?alone=1").holds("feel") == "for nobody else"


def test_nor_do_words_from_before_joining(sam: Actor) -> None:
    form = Page(sam)
    form.saves(feel="from before")
    pair(sam, make_actor("Kim"))
    form.saves(feel="from before, and more")
    assert "from before" not in Page(sam).text
    assert Page(sam, "/check-in/?alone=1").holds("feel") == "from before, and more"


def test_words_for_two_are_at_hand_once_sharing_has_stopped(couple: Couple) -> None:
    ana, ben = couple
    Page(ana).saves(feel="for both")
    close_space(ben.private, ben.shared)
    form = Page(ana)
    assert (form.holds("feel"), "for both" in form.text) == ("", True)
    assert form.presses("use").holds("feel") == "for both"


def test_a_change_that_was_typed_comes_back(couple: Couple) -> None:
    ana, _ = couple
    seal(ana, "sealed first")
    Page(ana, "/check-in/?change=1").saves(feel="changed")
    form = Page(ana, "/check-in/?change=1")
    assert form.holds("feel") == "changed"
    other = form.presses("another", feel="changed again")
    assert other.holds("feel") == "changed again"
    assert other.marks["prompt"] != form.marks["prompt"]
    assert other.sends("seal", feel="changed again")["Location"] == "/check-in/"
    assert "changed again" in Page(ana).text
    assert Page(ana, "/check-in/?change=1").holds("feel") == "changed again"


def test_what_was_typed_elsewhere_is_offered_beside_a_change(couple: Couple) -> None:
    ana, _ = couple
    other_tab = Page(ana)
    seal(ana, "sealed first")
    other_tab.saves(feel="in the other tab")
    form = Page(ana, "/check-in/?change=1")
    assert (form.holds("feel"), "in the other tab" in form.text) == ("sealed first", True)
    assert form.presses("use", feel="sealed first").holds("feel") == "in the other tab"


def test_two_tabs_keep_both_texts(couple: Couple) -> None:
    ana, _ = couple
    one, two = Page(ana), Page(ana)
    one.saves(feel="of tab one")
    two.saves(feel="of tab two")
    one.saves(feel="of tab one, longer")
    two.saves(feel="of tab two, longer")
    form = Page(ana)
    assert form.holds("feel") == "of tab two, longer"
    assert "of tab one, longer" in form.text
    assert form.text.count("of tab") == 2
    swapped = form.presses("use", feel="of tab two, longer")
    assert swapped.holds("feel") == "of tab one, longer"
    assert "of tab two, longer" in swapped.text
    assert "of tab two" not in swapped.presses("let-go", feel="of tab one, longer").text


def test_one_tab_alone_is_offered_nothing(couple: Couple) -> None:
    ana, _ = couple
    for text in ("one", "one two", "one two three"):
        form = Page(ana)
        form.saves(feel=text)
        form.saves(feel=f"{text} more")
    assert "typed elsewhere" not in Page(ana).text


def test_sending_from_one_tab_leaves_what_the_other_typed(couple: Couple, sam: Actor) -> None:
    for actor, act in ((couple[0], "seal"), (sam, "keep")):
        one, two = Page(actor), Page(actor)
        one.saves(feel="of tab one")
        two.saves(feel="of tab two")
        one.sends(act, feel="of tab one")
        form = Page(actor, "/check-in/?change=1&more=1")
        assert "of tab two" in form.text
        assert "typed elsewhere" not in form.text or act == "seal"


def test_other_words_never_take_the_place_of_a_sealed_answer(couple: Couple) -> None:
    ana, _ = couple
    one, two = Page(ana), Page(ana)
    one.sends("seal", feel="sealed first")
    assert one.sends("seal", feel="sealed first")["Location"] == "/check-in/"
    for _ in range(2):
        back = Page(ana, answer=two.sends("seal", feel="from the second tab"))
        assert "sealed already" in back.text
        assert back.holds("feel") == "from the second tab"
        assert "sealed first" in Page(ana).text
        two = back
    assert two.sends("keep", feel="from the second tab")["Location"] == "/today/?kept=sealed"
    assert "still waits" in ana.get("/today/?kept=sealed").content.decode()
    assert "sealed first" in Page(ana).text


def test_an_old_change_never_takes_the_place_of_a_newer_one(couple: Couple) -> None:
    ana, _ = couple
    seal(ana, "sealed first")
    one, two = (Page(ana, "/check-in/?change=1") for _ in range(2))
    one.sends("seal", feel="changed in tab one")
    assert "sealed already" in Page(ana, answer=two.sends("seal", feel="changed in tab two")).text
    assert "changed in tab one" in Page(ana).text


def test_yesterdays_words_stand_apart_and_the_rest_is_new(sam: Actor, clock: Clock) -> None:
    evening = Page(sam)
    evening.saves(feel="of last night", reply="to its question", feelings="sad", trust="2", why="a reason")
    later(clock, sam)
    form = Page(sam)
    assert (form.holds("feel"), form.holds("why"), form.holds("reply")) == ("", "", "")
    assert not [name for name in ("trust", "feelings") if form.has_ticked(name)]
    assert "Words from Thursday 19 November" in form.text
    form.sends("keep", feel="of tonight")
    assert kept(sam, datetime.now(UTC)) == [(TONIGHT.date() + timedelta(days=1), "of tonight")]
    assert not [e for e in load_evening(sam.spaces, datetime.now(UTC)).entries if isinstance(e.value, Trust)]
    used = Page(sam, "/check-in/?more=1").presses("use")
    assert (used.holds("feel"), used.holds("reply"), used.holds("why")) == (
        "of last night",
        "to its question",
        "a reason",
    )
    assert used.marks["prompt"] == evening.marks["prompt"]
    assert not used.has_ticked("trust")


def test_they_may_be_let_go(sam: Actor, clock: Clock) -> None:
    Page(sam).saves(feel="of last night")
    later(clock, sam)
    form = Page(sam).presses("let-go", feel="typed tonight")
    assert "of last night" not in form.text
    assert form.holds("feel") == "typed tonight"


def test_a_page_that_stood_open_overnight_writes_nothing_for_today(couple: Couple, clock: Clock) -> None:
    ana, _ = couple
    pages = [(Page(ana), "seal"), (Page(ana, "/check-in/?alone=1"), "keep")]
    later(clock, ana)
    for form, act in pages:
        here = Page(ana, form.sends(act, feel="of last night", trust="2")["Location"])
        assert "Words from Thursday 19 November" in here.text
        assert not here.has_ticked("trust")
    found = load_evening(ana.spaces, datetime.now(UTC))
    assert not found.held
    assert not [entry for entry in found.entries if isinstance(entry.value, Alone | Trust)]


def test_enter_in_a_field_saves_what_is_there(couple: Couple) -> None:
    form = Page(couple[0])
    first = re.search(r"<button[^>]*>", form.text.partition('class="ask"')[2])
    assert first
    assert 'value="save"' in first[0]
    after = form.presses("save", feel="typed so far")
    assert after.holds("feel") == "typed so far"
    assert after.marks["prompt"] == form.marks["prompt"]
