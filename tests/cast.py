"""The cast of every test: Ana and Ben (a couple), Sam (alone), Max (a stranger). Small makers, no factory library."""

from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass, field

from django.db import transaction
from django.http import HttpResponse
from django.test import Client

from glasswork.people.actions import NewAccount, create_account
from glasswork.people.keyring import Pin
from glasswork.people.models import Account
from glasswork.people.person import Person, change_keyring
from glasswork.people.sessions import COOKIE, find_person, start_session
from glasswork.spaces.actions import make_private_space, make_shared_space, open_shared_space
from glasswork.spaces.common_kinds import DisplayName, Settings
from glasswork.spaces.kinds import Kind, kind
from glasswork.spaces.opening import OpenSpace, Spaces, open_spaces
from glasswork.spaces.writing import append, remember_head, utc_day, writing
from tests.remembered import Remembered

TAG = "lines"


@kind("tests.line", version=1, tag=TAG)
class Line(Kind, frozen=True, kw_only=True):
    """A kind of no feature, for tests of the record itself."""

    text: str


PASSWORD = "a lighthouse by the quiet sea"


@dataclass
class Actor:
    """Somebody with an account, a signed-in browser, and ways to see what only they can see."""

    name: str
    new: NewAccount
    client: Client = field(default_factory=lambda: Client(headers={"Sec-Fetch-Site": "same-origin"}))
    password: str = PASSWORD

    @property
    def account(self) -> Account:
        return Account.objects.get(pk=self.new.account.pk)

    @property
    def person(self) -> Person:
        """As the server knows them inside a request; raises when they are not signed in."""
        from django.test import RequestFactory  # noqa: PLC0415

        request = RequestFactory().get("/")
        request.COOKIES[COOKIE] = self.client.cookies[COOKIE].value
        found = find_person(request)
        assert found is not None
        return found

    @property
    def spaces(self) -> Spaces:
        return open_spaces(self.person)

    @property
    def private(self) -> OpenSpace:
        return self.spaces.private

    @property
    def shared(self) -> OpenSpace:
        shared = self.spaces.shared
        assert shared is not None
        return shared

    def get(self, path: str, **more: object) -> HttpResponse:
        return self.client.get(path, secure=True, **more)

    def post(self, path: str, data: dict | None = None, **more: object) -> HttpResponse:
        return self.client.post(path, data or {}, secure=True, **more)

    def sign_in(self) -> None:
        response = HttpResponse()
        start_session(response, self.account, self.new.account_key)
        self.client.cookies[COOKIE] = response.cookies[COOKIE].value

    def copied(self) -> "Actor":
        """The same person with a browser of their own, which holds the same cookies."""
        account = self.new._replace(account=copy(self.new.account))
        made = Actor(self.name, account, password=self.password)
        for name, morsel in self.client.cookies.items():
            made.client.cookies[name] = morsel.value
        return made


_actors = Remembered(Actor.copied)
_couples: Remembered[tuple[Actor, Actor]] = Remembered(lambda couple: (couple[0].copied(), couple[1].copied()))


def make_actor(name: str, *, zone: str = "Europe/London") -> Actor:
    return _actors.get((name, zone), lambda: make_new_actor(name, zone=zone))


def make_new_actor(name: str, *, zone: str = "Europe/London") -> Actor:
    actor = Actor(name, create_account(display_name=name, password=PASSWORD))
    actor.sign_in()
    settings = Settings(zone=zone, country="GB", sign_in_name=actor.new.sign_in_name)
    make_private_space(actor.person, display_name=name, settings=settings)
    return actor


def pair(one: Actor, two: Actor) -> None:
    """As the pairing room leaves two people: each pinned by the other, one shared space, both names in it."""
    here, there = one.person, two.person
    space = make_shared_space(here, partner=pin_of(two))
    change_keyring(there, lambda keyring: keyring.with_pin(pin_of(one)))
    open_shared_space(space)
    for actor in (one, two):
        append(actor.shared, DisplayName(name=actor.name))


def close_space(private: OpenSpace, space: OpenSpace) -> None:
    """Sharing stops as the pairing room stops it, but without the words it leaves behind."""
    with writing(space) as page:
        page.close(utc_day())
    remember_head(private, space)


def pin_of(actor: Actor) -> Pin:
    return Pin(actor.new.account.id, actor.name, actor.new.keyring.identity.public)


def make_couple() -> tuple[Actor, Actor]:
    return _couples.get("Ana and Ben", make_new_couple)


def make_new_couple() -> tuple[Actor, Actor]:
    ana, ben = make_new_actor("Ana"), make_new_actor("Ben")
    pair(ana, ben)
    return ana, ben


@contextmanager
def undone() -> Iterator[None]:
    """Takes everything inside back, so that what is tried next starts from the same point."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
