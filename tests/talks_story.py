"""The part of the story in which every field of talks and of taking space holds a mark. Called by story.py."""

from collections.abc import Callable
from datetime import timedelta

from glasswork.spaces.writing import utc_day
from glasswork.talks.tests import make as talking
from tests.cast import Actor

Mark = Callable[[str], str]
TO_THE_LINE = ("skip", "done", "done", "done", "done")


def live(ana: Actor, ben: Actor, mark: Mark) -> None:
    two_phones(ana, ben, mark)
    one_phone(ana, ben, mark)
    space(ana, ben, mark)


def two_phones(ana: Actor, ben: Actor, mark: Mark) -> None:
    """A talk with a subject, notes, a line that both save and one that comes late, and how it was."""
    chosen = {name: mark(name) for name in ("calm", "alcohol", "topic", "minutes", "first", "phones")}
    ana.post("/talks/speaker-listener/", chosen)
    ana.post("/talks/speaker-listener/", {**talking.CALM, "topic": mark("topic") * 20})
    topic, notes, line = mark("topic"), mark("notes"), mark("line")
    talking.start(ana, ben, "speaker-listener", topic=topic)
    assert topic in talking.page(ben), "the subject did not arrive"
    ana.post("/talks/now/notes/", {"notes": notes})
    assert notes in talking.page(ana), "the notes were not kept"
    for who, act in zip((ana, ana, ben, ana, ben), TO_THE_LINE, strict=True):
        talking.press(who, act)
    live, draft = talking.live_of(ana), mark("both_say")
    ana.post("/talks/now/notes/", {"step": live.step, "once": f"{live.id.hex}.{live.turn}", "both_say": draft})
    assert draft in talking.page(ana), "the draft was not kept"
    talking.press(ana, "line", both_say=line, on=mark("on"))
    assert line in talking.page(ben), "the line did not arrive"
    talking.press(ben, "save")
    ana.post("/talks/now/turn/", {"act": "line", "step": "0", "both_say": mark("late")})
    ana.post("/talks/now/turn/", {"act": mark("act"), "step": mark("step")})
    talking.press(ana, "stop")
    ending = {"words": mark("words"), "how": mark("how"), "accuracy": mark("accuracy")}
    ana.post("/talks/now/ending/", {**ending, "words": mark("long") + "x" * 30_000})
    ana.post("/talks/now/ending/", ending)
    assert line in ben.get("/talks/").content.decode(), "the line was not kept"
    ben.post("/talks/lines/withdrawal/", {"line": mark("line")})
    ben.post("/talks/now/ending/", {})


def one_phone(ana: Actor, ben: Actor, mark: Mark) -> None:
    """What the other types on somebody's phone, and two endings that are kept nowhere."""
    talking.ask(ana, "repair", phones="one")
    for act in ("here", "ready", "here", "pass", "here", "skip", "pass", "here", "said", "here", "yes", "here", "pass"):
        talking.press(ana, act, **talking.CALM)
    line = mark("line")
    talking.press(ana, "line", both_say=line)
    talking.press(ana, "here")
    assert line in talking.page(ana), "the line was not written"
    talking.press(ana, "stop")
    for _ in range(2):
        talking.press(ana, "here")
        ana.post("/talks/now/ending/", {"step": talking.live_of(ana).step, "words": mark("ending"), "how": "1"})
    ana.sign_in()


def space(ana: Actor, ben: Actor, mark: Mark) -> None:
    ana.post("/space/", {name: mark(name) for name in ("length", "hour", "doing", "once")})
    ana.post("/space/", {"length": "20", "doing": mark("doing")})
    ana.post("/space/return/", {"act": "more", "length": mark("length"), "hour": mark("hour")})
    ana.post("/space/return/", {"act": "back"})
    sent = {"need": mark("need"), "contact": mark("contact")}
    ana.post("/space/longer/", {**sent, "back_on": mark("back")})
    ana.post("/space/longer/", {**sent, "back_on": (utc_day() + timedelta(days=5)).isoformat()})
    assert sent["contact"] in ben.get("/space/longer/").content.decode(), "the proposal did not arrive"
    ben.post("/space/longer/answer/", {"act": mark("act"), "space": mark("space")})
