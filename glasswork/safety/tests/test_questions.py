"""Being asked: one question, what follows from it, and a way out of every page."""

import re

import pytest
from django.test import Client

from glasswork.safety.hark import HARK
from glasswork.spaces.models import Entry
from tests.cast import Actor

LINE = "National Domestic Abuse Helpline"


def ask(actor: Actor, answer: str) -> str:
    """The page that follows an answer, which has written nothing."""
    before = Entry.objects.count()
    reply = actor.post("/safety/question/", {"safe": answer, "next": "/today/"})
    assert (reply.status_code, Entry.objects.count()) == (200, before)
    return reply.content.decode()


def after(actor: Actor, safe: str, **hark: str) -> str:
    sent = {"safe": safe, "next": "/pairing/", **({"hark": "asked", **hark} if hark else {})}
    return actor.client.post("/safety/answer/", sent, secure=True, follow=True).content.decode()


@pytest.mark.parametrize("path", ["/safety/question/", "/safety/hark/", "/safety/support/"])
def test_only_somebody_signed_in_is_asked(path: str, db: None) -> None:
    reply = Client().get(path, secure=True)
    assert (reply.status_code, reply["Location"].partition("?")[0]) == (302, "/sign-in/")


def test_the_question_gives_three_answers_and_a_way_out(ana: Actor) -> None:
    page = ana.get("/safety/question/?next=/me/").content.decode()
    assert "Do you feel safe with your partner?" in page
    assert [f'value="{value}"' in page for value in ("yes", "not-always", "no", "/me/")] == [True] * 4
    assert "Not now" in page


@pytest.mark.parametrize("answer", ["", "perhaps"])
def test_no_answer_is_asked_for_again(ana: Actor, answer: str) -> None:
    page = ask(ana, answer)
    assert "There is a problem" in page
    assert 'value="/today/"' in page


def test_who_feels_safe_is_not_asked_more(ana: Actor) -> None:
    page = ask(ana, "yes")
    assert "Thank you" in page
    assert HARK.items[0].text not in page


@pytest.mark.parametrize("answer", ["not-always", "no"])
def test_who_does_not_sees_help_and_the_four_questions_at_once(ana: Actor, answer: str) -> None:
    page = ask(ana, answer)
    assert all(item.text in page for item in HARK.items)
    assert LINE in page
    assert 'name="safe" value="' + answer in page
    assert "BMC Family Practice 2007; 8:49" in page


def test_the_four_questions_can_be_asked_by_themselves(ana: Actor) -> None:
    page = ana.get("/safety/hark/?next=/pairing/").content.decode()
    assert all(item.text in page for item in HARK.items)
    assert 'name="safe" value=""' in page
    assert 'value="/pairing/"' in page


def test_a_yes_of_hark_opens_help_for_ones_own_country(ana: Actor) -> None:
    page = after(ana, "not-always", kick="yes")
    assert LINE in page
    assert "Glasswork tells nobody" in page
    assert 'href="/safety/question/"' in page


def test_a_no_rests_joint_steps_even_with_all_four_left_open(ana: Actor) -> None:
    assert "Glasswork tells nobody" in after(ana, "no", kick="")


def test_not_always_is_met_gently(ana: Actor) -> None:
    page = after(ana, "not-always", kick="no")
    assert "Glasswork tells nobody" not in page
    assert LINE in page
    assert 'href="/pairing/"' in page


def test_who_feels_safe_goes_on(ana: Actor) -> None:
    page = after(ana, "yes")
    assert LINE not in page
    assert 'href="/pairing/"' in page


def test_a_yes_looks_the_same_whatever_was_said_before(ana: Actor, sam: Actor) -> None:
    after(ana, "", kick="yes")
    assert without_tokens(ask(ana, "yes")) == without_tokens(ask(sam, "yes"))


def test_a_forced_yes_shows_nothing_of_what_was_said_before(ana: Actor, sam: Actor) -> None:
    after(ana, "no", kick="yes")
    assert without_tokens(after(ana, "yes")) == without_tokens(after(sam, "yes"))
    assert "Glasswork tells nobody" in ana.get("/safety/support/").content.decode()


def without_tokens(page: str) -> str:
    """The page without what differs by chance or by account: hidden fields, and whose page it is."""
    lines = (line for line in page.splitlines() if 'type="hidden"' not in line)
    return "\n".join(re.sub(r'data-owner="\w+"', "", line) for line in lines)


def test_who_never_answered_is_asked(ana: Actor) -> None:
    assert ana.get("/safety/support/")["Location"] == "/safety/question/"


def test_earlier_answers_are_never_shown(ana: Actor) -> None:
    after(ana, "no", kick="yes")
    page = ana.get("/safety/hark/").content.decode() + ana.get("/safety/question/").content.decode()
    assert " checked" not in page
