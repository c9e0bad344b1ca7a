"""The part of the story in which every field of the hard questions holds a mark. Called by story.py."""

from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta

from glasswork.lib import clock
from glasswork.questions.actions.comfort import read_words
from glasswork.questions.tests.make import ask, say, say_how_much, share_account
from glasswork.spaces.quiet import keep_quiet
from tests.cast import Actor

Mark = Callable[[str], str]
FORMS = {
    "question": ("words", "change"),
    "answer": ("words", "about"),
    "parking": ("why",),
    "account": ("walls", "doors", "touched", "left_out"),
    "comfort": ("words",),
    "scope": ("words",),
}
CHOICES = ("sort", "how", "soon", "again", "follows", "note", "detail")


def live(ana: Actor, ben: Actor, sam: Actor, mark: Mark) -> None:
    """Ana asks by day and at night, Ben answers, tells and comforts; each form once with a mistake."""
    for actor in (ana, ben):
        actor.post("/me/settings/", {"zone": "UTC"})
    noon = datetime.combine(datetime.now(tz=UTC).date(), time(12), UTC)
    for actor in (ana, ben):  # nobody takes space at noon, whenever the story is told
        keep_quiet(actor.shared, noon)
    for form, fields in FORMS.items():
        ana.post(f"/questions/draft/{form}/", {name: mark(name) for name in fields})
    with clock.at(noon):
        ana.post("/questions/new/", {name: mark(name) for name in (*CHOICES, "words", "change", "act")})
        ana.post("/questions/new/", {"words": mark("long") + "x" * 30_000, "change": mark("change"), "act": "send"})
        question = ask(ana, mark("words"), change=mark("change"))
        answers(ana, ben, str(question), mark)
        told(ana, ben, mark)
        comfort(ana, ben, mark)
    with clock.at(noon + timedelta(hours=14)):
        waits = ask(ana, mark("night"), change=mark("change"))
        ana.post("/questions/new/", {"words": mark("kept"), "change": mark("change"), "act": "keep"})
        assert ben.get(f"/questions/{waits}/").status_code == 404, "it did not wait"
    sam.post("/questions/mine/", {"words": mark("words"), "act": mark("act"), "note": mark("note")})
    with clock.at(noon):
        for actor in (ana, ben):
            for path in (
                "",
                "new/",
                "mine/",
                "mine/therapist/",
                "hour/",
                "comfort/",
                "account/",
                "account/scope/",
                f"{question}/",
            ):
                assert actor.get(f"/questions/{path}").status_code == 200, path


def answers(ana: Actor, ben: Actor, question: str, mark: Mark) -> None:
    wrong = {"by": mark("by"), "why": mark("why"), "whom": mark("whom"), "look_again_on": mark("day")}
    say(ben, question, "day", **wrong)
    say(ben, question, "parking", **wrong)
    in_a_week = str(datetime.now(tz=UTC).date() + timedelta(days=6))
    for what, sent in {
        "parking": {"why": mark("why"), "look_again_on": in_a_week},
        "answer": {"words": mark("answer"), "act": mark("act")},
        "later": {"words": mark("later")},
    }.items():
        assert say(ben, question, what, hinted="yes", **sent).status_code == 302, what
    page = ana.get(f"/questions/{question}/").content.decode()
    assert "Added later" in page, "the answer did not arrive"
    say(ana, question, "word", act="thanks", words=mark("words"))


def told(ana: Actor, ben: Actor, mark: Mark) -> None:
    ben.post("/questions/account/", {**{name: mark(name) for name in FORMS["account"]}, "act": "keep"})
    wrong = {"size": mark("size"), "leave_out": mark("leave_out"), "words": mark("words"), "act": mark("act")}
    ana.post("/questions/account/scope/", wrong)
    ben.post("/questions/account/", {"walls": mark("walls"), "scope": mark("scope"), "act": "share"})
    say_how_much(ana, "facts", words=mark("words"))
    account = share_account(ben, ana, mark("walls"), **{name: mark(name) for name in FORMS["account"][1:]})
    path = f"/questions/account/{account}/"
    assert ben.post(f"{path}later/", {"words": mark("later"), "hinted": "yes"}).status_code == 302
    ana.post(f"{path}door/", {"act": mark("act")})
    ana.post(f"{path}door/", {"act": "open"})
    ana.post(f"{path}word/", {"act": mark("act")})
    assert "Added later" in ana.get(path).content.decode(), "the account did not arrive"


def comfort(ana: Actor, ben: Actor, mark: Mark) -> None:
    ana.post("/questions/comfort/", {"act": "add", "words": mark("words"), "which": mark("which"), "hinted": "yes"})
    which = str(read_words(ana.shared)[-1].id)
    ben.post("/questions/comfort/", {"act": "cannot", "which": which, "words": mark("instead"), "hinted": "yes"})
    ana.post("/questions/hour/", {"hour": mark("hour"), "which": mark("which")})
    assert ana.get("/questions/comfort/").status_code == 200
