"""Makers for the tests of this room: two people through the real pages, as far as a test needs them."""

import re
from uuid import uuid4

from django.http import HttpResponse
from django.urls import reverse

from glasswork.pairing.kinds import SENT_SLOT, Sent
from glasswork.pairing.models import Invitation
from glasswork.safety.actions import keep_answer
from glasswork.safety.hark import HARK
from glasswork.safety.rules import make_answer
from glasswork.spaces.reading import read_slip
from tests.cast import Actor, make_actor

TOKENS = re.compile(r'(name="csrfmiddlewaretoken" value|data-token)="[^"]*"')
WORDS = re.compile(r'name="words" value="([a-z ]+)"')


def answer_hark(actor: Actor, answer: str = "no") -> None:
    """The private questions that come before pairing; any "yes" makes joint steps rest."""
    keep_answer(actor.spaces, make_answer("", {item.id: answer for item in HARK.items}), once=uuid4().hex)


def make_two() -> tuple[Actor, Actor]:
    """Two people who have not met here, past their private questions."""
    two = make_actor("Ana"), make_actor("Ben")
    for actor in two:
        answer_hark(actor)
    return two


def invite(actor: Actor) -> str:
    """Presses [Yes, I am] and returns the code."""
    assert actor.post(reverse("pairing_invitation")).status_code == 302
    return code_of(actor)


def code_of(actor: Actor) -> str:
    sent = read_slip(actor.private, Sent, SENT_SLOT)
    assert sent is not None
    return sent.code


def type_code(actor: Actor, code: str) -> HttpResponse:
    return actor.post(reverse("pairing_join"), {"code": code})


def answer_offer(actor: Actor, answer: str) -> HttpResponse:
    return actor.post(reverse("pairing_offer"), {"answer": answer})


def join(actor: Actor, code: str) -> None:
    assert type_code(actor, code).headers["Location"] == reverse("pairing_offer")
    assert answer_offer(actor, "join").headers["Location"] == reverse("pairing_words")


def words_of(actor: Actor) -> str:
    """The four words on this person's page, with spaces between."""
    found = WORDS.search(page(actor, "pairing_words"))
    assert found is not None
    return found[1]


def match(actor: Actor) -> HttpResponse:
    return actor.post(reverse("pairing_words"), {"words": words_of(actor)})


def make_accepted() -> tuple[Actor, Actor]:
    """Ana has invited Ben, who has said yes; the words are still to be compared."""
    ana, ben = make_two()
    join(ben, invite(ana))
    return ana, ben


def make_joined() -> tuple[Actor, Actor]:
    ana, ben = make_accepted()
    match(ben)
    match(ana)
    return ana, ben


def stop(actor: Actor, tell: str = "not-here", words: str = "") -> HttpResponse:
    return actor.post(reverse("pairing_end"), {"tell": tell, "words": words})


def page(actor: Actor, name: str = "pairing") -> str:
    response = actor.get(reverse(name))
    assert response.status_code == 200, response.headers.get("Location")
    return response.content.decode()


def the_invitation() -> Invitation:
    return Invitation.objects.get()


def still(actor: Actor, name: str = "pairing") -> str:
    """The page without what is new on every answer, to compare it byte by byte."""
    return TOKENS.sub("", page(actor, name))
