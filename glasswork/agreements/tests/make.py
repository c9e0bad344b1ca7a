"""What tests of this room do through its pages."""

import re
from datetime import UTC, datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

from django.http import HttpResponse
from django.utils import timezone

from glasswork.agreements import actions
from glasswork.agreements.forms import clean_line
from glasswork.agreements.kinds import LINES, OwnLine
from glasswork.agreements.terms import Line, lines_in
from glasswork.spaces.reading import Want, read_entries
from glasswork.spaces.writing import append
from tests.cast import Actor

type Couple = tuple[Actor, Actor]

NOON = datetime(2026, 11, 19, 12, 0, tzinfo=UTC)
TODAY = "2026-11-19"
IN_A_MONTH = "2026-12-19"
WORDS = {"text": "I will tell you before I work late.", "whose": "me", "look_again_on": IN_A_MONTH}


def page(response: HttpResponse) -> str:
    assert response.status_code == 200, (response.status_code, response.get("Location"))
    return response.content.decode()


def suggest(actor: Actor, **more: str) -> str:
    """The id of the new line."""
    sent = actor.post("/lines/new/", {**WORDS, "hinted": "yes", **more})
    assert sent.status_code == 302, problems(sent)
    return sent.headers["Location"].split("/")[2]


def reword(actor: Actor, line: str, text: str) -> HttpResponse:
    return actor.post(f"/lines/{line}/words/", {**WORDS, "text": text, "hinted": "yes"})


def agree(actor: Actor, line: str, *, to: Actor | None = None) -> HttpResponse:
    """Yes to the newest words of ``to``, or of the other."""
    found = the_line(actor, line)
    versions = [v for v in found.open if v.author != actor.account.id] if to is None else found.open
    wording = versions[-1].id if versions else found.id
    return actor.post(f"/lines/{line}/agreement/", {"wording": str(wording), "act": "yes"})


def in_force(couple: Couple, **more: str) -> str:
    line = suggest(couple[0], **more)
    agree(couple[1], line)
    assert the_line(couple[0], line).in_force
    return line


def the_lines(actor: Actor) -> dict[str, Line]:
    space = actor.spaces.shared or actor.spaces.former[-1]
    assert space.partner
    entries = read_entries(Want(space, tags=(LINES,)))
    return {str(id_): line for id_, line in lines_in(entries, (space.me, space.partner.account)).items()}


def the_line(actor: Actor, line: str) -> Line:
    return the_lines(actor)[line]


def problems(response: HttpResponse) -> list[str]:
    """The sentences of the list of what is wrong."""
    text = response.content.decode()
    found = re.search(r'<section class="error-summary".*?</section>', text, re.DOTALL)
    return re.findall(r"<li>.*?>([^<>]+)</", found[0]) if found else []


def make_line(actor: Actor, text: str) -> str:
    """The id of a line, suggested at whatever hour it is."""
    today = timezone.now().date()
    said = clean_line({"text": [text], "look_again_on": [str(today + timedelta(days=30))]}, today)
    return str(actions.suggest(actor.private, actor.shared, said, timezone.now(), once=""))


def make_own_line(actor: Actor, text: str) -> str:
    line = OwnLine(line=uuid4(), text=text)
    append(actor.private, line)
    return str(line.line)


def a_zone_in_daytime() -> str:
    """Where it is neither late nor early now, for what runs by the real clock."""
    zones = ("Europe/London", "Asia/Tokyo", "America/New_York", "Pacific/Auckland", "America/Los_Angeles", "Asia/Dubai")
    return next(name for name in zones if 9 <= timezone.now().astimezone(ZoneInfo(name)).hour < 20)
