"""Words that go to the other in a talk meet the writing helper once; a second press sends them as they are."""

from glasswork.talks.kinds import Line, Longer
from glasswork.talks.tests.make import CALM, ask, kept, live_of, press, start
from tests.cast import Actor

type Couple = tuple[Actor, Actor]
BLAMING = "You never listen to me"


def test_a_subject_a_line_and_longer_space_are_hinted_once(couple: Couple) -> None:
    ana, ben = couple
    again = ask(ana, topic=BLAMING).content.decode()
    assert "Only you see this" in again
    assert BLAMING in again
    assert 'value="3" checked' in again
    assert "Send it as it is" in again
    start(ana, ben, "lines-talk", topic=BLAMING, hinted="yes")
    for who, act in ((ana, "done"), (ben, "done"), (ana, "pass"), (ana, "yes")):
        press(who, act)
    assert "Only you see this" in press(ana, "line", both_say=BLAMING).content.decode()
    assert live_of(ana).proposal is None
    press(ana, "line", both_say=BLAMING, hinted="yes")
    press(ben, "save")
    assert [value.words for value in kept(ben) if isinstance(value, Line)] == [BLAMING]
    sent = {"need": BLAMING, "contact": "one message", "back_on": "2099-01-01"}
    assert "There is a problem" in ana.post("/space/longer/", sent).content.decode()


def test_whoever_asked_for_no_hints_gets_none_but_the_way_to_help(couple: Couple) -> None:
    ana, _ = couple
    ana.post("/me/settings/", {"zone": "Europe/London", "without_hints": "yes"})
    assert "Only you see this" in ask(ana, topic="You hit me.").content.decode()
    assert ask(ana, topic=BLAMING).status_code == 302


def test_a_shared_phone_shows_no_hint(couple: Couple) -> None:
    """It would stand there for whoever gets the phone next."""
    ana, _ = couple
    ask(ana, "repair", phones="one")
    for act in ("here", "ready", "here", "pass", "here", "skip", "pass", "here", "said", "here", "yes", "here", "pass"):
        press(ana, act, **CALM)
    press(ana, "line", both_say=BLAMING)
    assert live_of(ana).proposal is not None
    assert [value for value in kept(ana) if isinstance(value, Longer)] == []
