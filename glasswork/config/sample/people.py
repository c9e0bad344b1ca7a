"""The sample people: real accounts with real keys, and two of them paired as the pairing room does it."""

import secrets
from dataclasses import dataclass
from functools import cached_property

import msgspec

from glasswork.people.actions import create_account
from glasswork.people.keyring import Pin
from glasswork.people.models import Session
from glasswork.people.person import Person, change_keyring
from glasswork.seal.identity import WORDS
from glasswork.spaces.actions import make_private_space, make_shared_space, open_shared_space
from glasswork.spaces.common_kinds import DisplayName, Settings
from glasswork.spaces.opening import OpenSpace, Spaces, open_spaces
from glasswork.spaces.writing import append

ZONE = "Europe/London"
COUNTRY = "GB"


class SignIn(msgspec.Struct, frozen=True):
    """What somebody needs to sign in as one of them."""

    who: str
    name: str
    password: str


@dataclass
class SamplePerson:
    name: str
    person: Person
    sign_in: SignIn

    @cached_property
    def spaces(self) -> Spaces:
        """Opened once, after pairing."""
        return open_spaces(self.person)

    @property
    def shared(self) -> OpenSpace:
        if self.spaces.shared is None:
            raise ValueError(f"{self.name} is not paired")
        return self.spaces.shared

    @property
    def pin(self) -> Pin:
        return Pin(self.person.id, self.name, self.person.identity.public)


def make_person(name: str, *, who: str) -> SamplePerson:
    """``who`` says in a few words who they are. One Argon2id run; nobody is signed in."""
    password = "-".join(secrets.choice(WORDS) for _ in range(4))
    made = create_account(display_name=name, password=password)
    person = Person(made.account, Session(account=made.account), made.account_key, made.keyring)
    return SamplePerson(name, person, SignIn(who, made.sign_in_name, password))


def give_space(person: SamplePerson, *, is_alone: bool = False) -> None:
    settings = Settings(zone=ZONE, country=COUNTRY, sign_in_name=person.sign_in.name, is_alone=is_alone)
    make_private_space(person.person, display_name=person.name, settings=settings)


def pair(one: SamplePerson, two: SamplePerson) -> None:
    """Each pins the other's keys, and one space is theirs."""
    space = make_shared_space(one.person, partner=two.pin)
    change_keyring(two.person, lambda keyring: keyring.with_pin(one.pin))
    open_shared_space(space)
    for each in (one, two):
        append(each.shared, DisplayName(name=each.name))
