"""The part of the story in which every field of goals holds a mark, and a search looks for one. Called by story.py."""

import re
from collections.abc import Callable

from glasswork.goals.tests.make import agree, board
from tests.cast import Actor

Mark = Callable[[str], str]
FIELDS = ("words", "why", "first_step")
CHOICES = ("day", "step_day", "exercise", "about", "once")


def live(ana: Actor, ben: Actor, mark: Mark) -> None:
    """One goal of Ana’s own and one of two, after a mistake in each; steps, other words, a sentence; hers is erased."""
    for path in ("/goals/new/", "/goals/ours/new/"):
        sent = {name: mark(name) for name in FIELDS}
        wrong = {**sent, **{name: mark(name) for name in CHOICES}, "words": mark("long") + "x" * 600}
        ana.post(path, wrong)
        assert ana.post(path, {**sent, "once": mark("once"), "hinted": "yes"}).status_code == 302, path
        assert mark_in(ana.get(path.replace("new/", "")).content.decode(), sent["first_step"]) or "ours" in path
    for form in ("mine", "ours", "words", "growth"):
        ana.post(f"/goals/draft/{form}/", {name: mark(name) for name in (*FIELDS, "growth", "about")})
    own, ours = list(board(ana.private).goals)[-1], list(board(ana.shared).goals)[-1]
    agree(ben, ours)
    for actor, goal in ((ana, own), (ben, ours)):
        one_goal(actor, f"/goals/{goal}/", mark)
    growth(ana, ben, f"/goals/{own}/growth/", mark)
    ana.post("/search/", {"q": mark("query"), "years": mark("years")})
    ana.post(f"/goals/{own}/withdrawal/")
    assert ana.get(f"/goals/{own}/").status_code == 404, "the goal was not erased"


def one_goal(actor: Actor, path: str, mark: Mark) -> None:
    said = {"first_step": mark("step"), "once": mark("once"), "hinted": "yes"}
    assert actor.post(f"{path}steps/", said).status_code == 302
    shown = actor.get(path).content.decode()
    assert mark_in(shown, said["first_step"]), "the step was not kept"
    step = re.findall(rf"{path}steps/([0-9a-f-]+)/", shown)[-1]
    for act in ("words", "done", mark("act")):
        actor.post(f"{path}steps/{step}/", {"act": act, "first_step": mark("step"), "hinted": "yes"})
    actor.post(f"{path}steps/", {"first_step": mark("long") + "x" * 600, "step_day": mark("day")})
    other = {"words": mark("words"), "why": mark("why"), "hinted": "yes"}
    assert actor.post(f"{path}words/", other).status_code == 302
    assert mark_in(actor.get(path).content.decode(), other["words"]), "the words were not kept"
    for how in (mark("how"), "let-go", "again"):
        actor.post(f"{path}end/", {"how": how})
    actor.post(f"{path}agreement/", {"act": mark("act"), "wording": mark("wording")})


def growth(ana: Actor, ben: Actor, path: str, mark: Mark) -> None:
    sentence = mark("growth")
    assert ana.post(path, {"growth": sentence, "hinted": "yes"}).status_code == 302
    assert mark_in(ben.get("/goals/ours/").content.decode(), sentence), "the sentence did not arrive"
    ana.post(path, {"growth": mark("again"), "hinted": "yes"})


def mark_in(page: str, mark: str) -> bool:
    return mark in page
