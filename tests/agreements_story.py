"""Every field of this room filled with a mark, for tests/story.py."""

from collections.abc import Callable
from datetime import date, timedelta

from django.utils import timezone

from glasswork.agreements.tests.make import a_zone_in_daytime, the_line, the_lines
from tests.cast import Actor

type Mark = Callable[[str], str]


def live(ana: Actor, ben: Actor, sam: Actor, mark: Mark) -> None:
    for actor in (ana, ben):
        assert actor.post("/me/settings/", {"zone": a_zone_in_daytime()}).status_code == 302
    lines(ana, ben, mark)
    own_lines(sam, mark)
    cards(ana, ben, mark)
    contact(ana, ben, mark)
    openness(ana, ben, mark)
    choices(ana, mark)


def lines(ana: Actor, ben: Actor, mark: Mark) -> None:
    day = str(date_in(30))
    typed = {name: mark(name) for name in ("happened", "need", "if_crossed")}
    ana.post("/lines/draft/", {**typed, "text": mark("draft"), "look_again_on": mark("day")})
    ana.post("/lines/new/", {**typed, "text": mark("late"), "look_again_on": "2020-01-01"})
    ana.post("/lines/new/", {**typed, "text": f"You give me your password {mark('caught')}", "look_again_on": day})
    sent = {**typed, "text": f"I will {mark('line')}", "look_again_on": day, "share_need": "yes"}
    assert ana.post("/lines/new/", sent).status_code == 302, "the line was not sent"
    (line,) = the_lines(ben)
    assert sent["text"] in ben.get(f"/lines/{line}/").content.decode(), "the line did not arrive"
    ben.post(f"/lines/{line}/words/", {**typed, "text": f"I will {mark('words')}", "look_again_on": day})
    ana.post(f"/lines/{line}/agreement/", {"wording": str(the_line(ana, line).open[-1].id), "act": "yes"})
    assert the_line(ana, line).in_force, "the line is not in force"
    review = {name: mark(name) for name in ("word", "words", "look_again_on", "once")}
    ana.post(f"/lines/draft/review-{the_line(ana, line).id.hex}/", review)
    for actor in (ana, ben):
        said = {"word": "keep", "words": mark("review"), "look_again_on": day}
        actor.post(f"/lines/{line}/review/", said)
    assert len(the_line(ana, line).reviews) == 2, "the words of the review did not open"
    for path in ("/lines/", f"/lines/{line}/", "/lines/paper/", "/today/"):
        ben.get(path)
    ana.post(f"/lines/{line}/stop/")
    ana.post(f"/lines/{line}/withdrawal/")
    ben.post(f"/lines/{line}/words/", {**typed, "text": mark("late"), "look_again_on": day})


def own_lines(sam: Actor, mark: Mark) -> None:
    draft = {name: mark(name) for name in ("text", "act_then", "firmness", "once")}
    assert sam.post("/lines/draft/own-line/", draft).status_code == 204, "the draft was not kept"
    text = mark("own")
    sam.post("/lines/mine/", {"text": text, "act_then": mark("act"), "firmness": "firm"})
    assert text in sam.get("/lines/mine/").content.decode(), "the own line was not kept"


def cards(ana: Actor, ben: Actor, mark: Mark) -> None:
    for actor in (ana, ben):
        actor.post("/lines/cards/", {"card_1": "fine", "card_2": mark("pile"), "over": mark("over")})
    assert "Here you agree" in ana.get("/lines/cards/").content.decode(), "the cards did not open"


def contact(ana: Actor, ben: Actor, mark: Mark) -> None:
    fields = ("called", "blocked", "partner_told", "unavoidable", "report", "chance")
    ana.post("/lines/draft/declaration/", {name: mark(name) for name in (*fields, "state", "on")})
    sent = {name: mark(name) for name in fields}
    ana.post("/contact/new/", {**sent, "state": "limited", "on": str(date_in(0) - timedelta(days=1))})
    assert sent["chance"] in ben.get("/contact/").content.decode(), "the statement did not arrive"
    ana.post("/contact/new/", {**{name: mark(name) for name in fields}, "state": ""})
    ana.post("/contact/closing/", {"closing": mark("closing")})


def openness(ana: Actor, ben: Actor, mark: Mark) -> None:
    path, ends_on = "/openness/offers/plans/", str(date_in(14))
    for form in ("offer-plans", "request-money", "shown-plans"):
        draft = {name: mark(name) for name in ("covers", "leaves", "purpose", "ends_on", "words", "shown_plans")}
        ana.post(f"/lines/draft/{form}/", draft)
    sent = {name: mark(name) for name in ("covers", "leaves", "purpose")}
    ana.post(path, {**sent, "ends_on": "2020-01-01"})
    ana.post(path, {**sent, "ends_on": ends_on})
    assert sent["covers"] in ben.get(f"{path}welcome/").content.decode(), "the offer did not arrive"
    ben.post(f"{path}welcome/", {"act": "yes"})
    shown = mark("shown")
    ana.post(f"{path}shown/", {"shown_plans": shown})
    assert shown in ben.get("/openness/").content.decode(), "what was shown did not arrive"
    ana.post(path, {"act": "pause"})
    ana.post(f"{path}shown/", {"shown_plans": mark("late")})
    asked = mark("asked")
    ben.post("/openness/requests/money/", {"words": asked})
    assert asked in ana.get("/openness/").content.decode(), "the request did not arrive"
    ben.post("/openness/requests/money/", {"words": mark("again")})


def choices(ana: Actor, mark: Mark) -> None:
    """Fields that hold a choice take words too."""
    for path, fields in {
        "/lines/new/": ("whose", "sort", "look_again_on", "once", "text"),
        "/lines/mine/": ("firmness", "once"),
        "/lines/cards/": ("card_1", "act"),
        "/contact/new/": ("state", "on", "space"),
        "/openness/offers/plans/": ("act", "ends_on", "space"),
        "/openness/offers/plans/welcome/": ("act", "wording"),
        "/openness/requests/": ("request",),
    }.items():
        answer = ana.post(path, {name: mark(name) for name in fields})
        assert answer.status_code in {200, 302}, (path, answer.status_code)


def date_in(days: int) -> date:
    return timezone.now().date() + timedelta(days=days)
