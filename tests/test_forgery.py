"""Z11: no form is taken from another site, and no words that people write ever become markup."""

import json
import re
from pathlib import Path
from unittest import mock
from uuid import UUID

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, reverse
from django.urls.converters import IntConverter, UUIDConverter

from glasswork.exercises.actions import read_written
from glasswork.lib.directions import without_direction_marks
from glasswork.people.carrying import owner_mark
from glasswork.people.display_names import display_name_problem
from glasswork.people.sessions import COOKIE
from glasswork.programme.shelf import SHELF
from glasswork.spaces.actions import rename
from tests.access_lists import OWN, SLUGS
from tests.cast import Actor, undone
from tests.markup import Page, made_of, shows
from tests.test_access import routes

type Couple = tuple[Actor, Actor]

NAUGHTY = json.loads((Path(__file__).parent / "data" / "naughty_strings.json").read_text())
NAMED = ("/today/", "/check-in/", "/pairing/", "/pairing/end/", "/record/", "/talk/", "/me/")  # they name the partner
WORDLESS = {"Ana’s today", "Ben’s today"}  # pages that say who did something, never what was said
EXEMPT = {"exit"}  # the beacon only ends one's own session, and the Strict cookie keeps other sites from sending it


def unsafe_routes() -> list[str]:
    return [path_of(route) for route in routes() if route.name not in EXEMPT]


def path_of(route: URLPattern) -> str:
    """With something of the right shape for whatever the address holds; where it names content, one that is there."""
    name = str(route.name)
    if name in SLUGS:
        return reverse(name, args=[SLUGS[name]])
    samples = {UUIDConverter: UUID(int=0), IntConverter: 1}
    converters = route.pattern.converters
    return reverse(name, kwargs={key: samples.get(type(each), "2026-01-01") for key, each in converters.items()})


def test_a_form_without_our_token_is_refused_everywhere(ana: Actor) -> None:
    client = Client(enforce_csrf_checks=True)
    client.cookies[COOKIE] = ana.client.cookies[COOKIE].value
    for path in unsafe_routes():
        assert client.post(path, {"act": "x"}, secure=True).status_code in {403, 405}, path


def test_a_form_from_another_site_is_refused_everywhere(ana: Actor) -> None:
    for path in unsafe_routes():
        for site in ("cross-site", "same-site"):
            status = ana.post(path, {"act": "x"}, headers={"Sec-Fetch-Site": site}).status_code
            assert status in {403, 405}, (path, site)


def test_the_matrix_of_forms_is_not_empty() -> None:
    assert len(unsafe_routes()) > len(OWN)


def naughty_texts() -> list[str]:
    """The whole list; a form sends line ends as one kind, and strips the outside."""
    return [text for text in NAUGHTY if text.strip() and "\0" not in text]


FIELDS = ("feel", "when", "because", "would_help", "reply", "good", "why")
HALF = len(naughty_texts()) // 2
HALVES = [naughty_texts()[:HALF], naughty_texts()[HALF:]]  # each fits the shortest field there is for sentences
MARKUP = re.compile(r"[<>&\"'{}`\\]")
NAMES = [text for text in naughty_texts() if MARKUP.search(text) and not display_name_problem(text.strip())]


def test_every_awkward_string_comes_back_unchanged_and_harmless(ana: Actor) -> None:
    """One by one, in every field of the check-in."""
    texts = naughty_texts()
    plain = made_of(drafted(ana, ["x"] * len(FIELDS)))
    for start in range(0, len(texts), len(FIELDS)):
        some = (texts[start : start + len(FIELDS)] + ["x"] * len(FIELDS))[: len(FIELDS)]
        page = drafted(ana, some)
        assert made_of(page) == plain, some
        for text in some:
            assert shows(page, text), text


def drafted(ana: Actor, texts: list[str]) -> HttpResponse:
    ana.post("/check-in/draft/", dict(zip(FIELDS, texts, strict=True)))
    return ana.get("/check-in/")


class Told:
    """Everything two people can write, with the same words in every field, and every page that shows some of it."""

    def __init__(self, couple: Couple, words: str) -> None:
        self.ana, self.ben = couple
        self.words, self.pages = words, dict[str, HttpResponse]()
        with undone():
            for actor in couple:  # hints differ with the words
                actor.post("/me/settings/", {"zone": "Europe/London", "without_hints": "yes"})
            self.start()
            path = self.evening()
            self.saying_back(path)
            self.exercise()
            self.after_the_session_ended(path)
            self.parting()

    def see(self, place: str, response: HttpResponse) -> None:
        self.pages[place] = response

    def evening(self) -> str:
        everything = {**dict.fromkeys(FIELDS, self.words), "trust": "3"}
        self.see("too long", self.ana.post("/check-in/", {**everything, "good": "x" * 20_001, "act": "seal"}))
        self.ana.post("/check-in/", {**everything, "act": "seal"})
        self.see("waiting", self.ana.get("/check-in/"))
        self.see("refused", self.without_token(everything))
        self.see("fault", self.broken(everything))
        self.see("change", self.ana.get("/check-in/?change=1"))
        path = self.ben.post("/check-in/", {**everything, "act": "seal"}).headers["Location"]
        self.see("open", self.ben.get(path))
        self.ana.post("/check-in/", {**everything, "act": "keep", "once": "one"})
        return path

    def without_token(self, everything: dict[str, str]) -> HttpResponse:
        client = Client(enforce_csrf_checks=True, headers={"Sec-Fetch-Site": "same-origin"})
        client.cookies = self.ana.client.cookies
        return client.post("/check-in/", everything, secure=True)

    def broken(self, everything: dict[str, str]) -> HttpResponse:
        """Something breaks inside while the form is read: the words come back on a page that has a reference."""
        self.ana.client.raise_request_exception = False
        with mock.patch("glasswork.checkin.views.evening.clean", side_effect=RuntimeError):
            return self.ana.post("/check-in/", everything)

    def saying_back(self, path: str) -> None:
        self.ben.post(f"{path}heard/", {"heard": self.words})
        self.see("judging", self.ana.get(path))
        self.ana.post(f"{path}verdict/", {"adds": self.words, "act": "yes"})
        self.see("replying", self.ben.get(path))
        self.ben.post(f"{path}reply/", {"reply": self.words})
        self.ana.post(f"{path}correction/", {"correction": self.words})
        self.see("too late", self.ben.post(f"{path}heard/", {"heard": self.words + "!"}))
        for actor in (self.ana, self.ben):
            seen = actor.get(path)
            self.see(f"{actor.name}’s round", seen)
            self.see(f"{actor.name}’s today", actor.get("/today/"))
            for own in re.findall(r"/check-in/mine/[0-9-]+/", seen.content.decode()):
                self.see(f"{actor.name}’s own", actor.get(own))

    def exercise(self) -> None:
        path, fields = "/exercises/trust-ladder/", SHELF.exercises["trust-ladder"].fields
        everything = {f"w-{field.name}": self.words for field in fields}
        self.ana.post(f"{path}draft/", everything)
        self.see("guide", self.ana.get(path))
        self.ana.post(path, everything)
        (entry,) = read_written(self.ana.private)
        self.see("what I wrote", self.ana.get(f"/exercises/written/{entry.id}/"))
        self.see("looked for", self.ana.post("/search/", {"q": self.words}))

    def after_the_session_ended(self, path: str) -> None:
        """The form comes back with its words, to be sent on after signing in."""
        away, owner = Client(headers={"Sec-Fetch-Site": "same-origin"}), owner_mark(self.ana.account.id)
        sent = {"reply": self.words, "_owner": owner}
        self.see("ended", away.post(f"{path}reply/", sent, secure=True))
        carried = {"carried_to": f"{path}reply/", "carried:reply": self.words, "carried:_owner": owner}
        name = {"name": self.ana.new.sign_in_name, "password": self.ana.password}
        self.see("signed in again", away.post("/sign-in/", {**carried, **name}, secure=True))

    def parting(self) -> None:
        self.see("no choice", self.ana.post("/pairing/end/", {"words": self.words}))
        self.ana.post("/pairing/end/", {"tell": "now", "words": self.words})
        self.see("parted", self.ben.get("/pairing/"))
        self.see("a list of one’s own", self.ana.get("/talk/"))
        self.see("words that came too late", self.ben.post("/pairing/end/", {"tell": "now", "words": self.words}))

    def start(self) -> None:
        visitor = Client(headers={"Sec-Fetch-Site": "same-origin"})
        sent = {**dict.fromkeys(FIELDS[:4], self.words), "name": self.words, "password": "short", "next": self.words}
        self.see("first run", visitor.post("/start/", sent, secure=True))
        self.see("sign-in", visitor.post("/sign-in/", {"name": self.words, "next": self.words}, secure=True))
        self.see("recovery", visitor.post("/recovery/", {"name": self.words, "code": self.words}, secure=True))


@pytest.mark.parametrize("texts", HALVES)
def test_awkward_words_are_safe_for_the_one_who_reads_them(couple: Couple, texts: list[str]) -> None:
    """Every page is made of exactly what it is made of for plain words, and shows the words as they were typed."""
    words = "\n".join(texts).strip()
    told = Told(couple, words)
    plain = Told(couple, re.sub(r"[^\n]+", "x", words))
    for place, page in told.pages.items():
        assert made_of(page) == made_of(plain.pages[place]), place
    assert {place for place, page in told.pages.items() if not shows(page, words)} == WORDLESS


def test_a_name_is_only_ever_text(couple: Couple) -> None:
    """One awkward name on every page that names the partner, and every awkward name on the first of them."""
    ana, ben = couple
    plain = [made_of(ben.get(path)) for path in NAMED]
    names = dict.fromkeys(NAMES, NAMED[:1]) | dict.fromkeys(("\u202egnp.exe", "<i a=\"1\" b='2'>&lt;{{7*7}}"), NAMED)
    for name, paths in names.items():
        with undone():
            rename([ana.private, ana.shared], name)
            pages = [ben.get(path) for path in paths]
            assert [made_of(page) for page in pages] == plain[: len(pages)], name
            texts = [without_direction_marks(Page(page.content.decode()).text) for page in pages]
            assert all(without_direction_marks(name).strip() in text for text in texts), name


@pytest.mark.parametrize("text", ["<b>", "<img src=x onerror=y>", "<!-- -->", '"><x y="', "<?x ?>", "</p><p>"])
def test_the_comparison_can_fail(text: str) -> None:
    """The seeded failure: the same words, printed without escaping."""
    here, there = (HttpResponse(f'<p title="{words}">{words}</p>') for words in (text, "x"))
    assert made_of(here) != made_of(there)
