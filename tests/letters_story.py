"""The part of the story in which every field of letters holds a mark. Called by story.py."""

import re
from collections.abc import Callable

from tests.cast import Actor

Mark = Callable[[str], str]
SORTS = {
    "impact": ("since", "nights", "lost", "understand"),
    "ownership": ("chose", "hid", "harmed"),
    "apology": ("regret", "did", "chose_it", "will_not", "mend", "forgive"),
    "perspective": ("that_day", "around"),
}


def live(ana: Actor, ben: Actor, mark: Mark) -> None:
    """Each sort is drafted, too long once, done, changed and kept; one is sent, answered and taken back."""
    for sort, fields in SORTS.items():
        path = f"/letters/write/{sort}/"
        ana.post(f"/letters/draft/{sort}/", {name: mark(name) for name in (*fields, "once", "about")})
        words = {name: mark(name) for name in fields}
        ana.post(path, {**words, "by": mark("by"), "act": "ready"})
        ana.post(path, {**words, fields[0]: mark("long") + "x" * 300_000, "act": "ready"})
        for act in ("look", mark("act"), "ready"):
            ana.post(path, {**words, "act": act, "hinted": "yes"})
        ana.post(f"{path}choice/", {"act": mark("act")})
        assert words[fields[0]] in ana.get(f"{path}choice/").content.decode(), f"{sort} does not wait"
        ana.post(f"{path}choice/", {"act": "send" if sort == "apology" else "keep"})
    answers(ana, ben, mark)
    own(ana, mark)
    for actor in (ana, ben):
        for page in ("", "never-sent/", "anger/", "pull/", "pull/reasons/"):
            assert actor.get(f"/letters/{page}").status_code == 200, page


def answers(ana: Actor, ben: Actor, mark: Mark) -> None:
    found = re.search(r"/letters/[0-9a-f-]{36}/", ben.get("/letters/").content.decode())
    assert found, "the apology did not arrive"
    ben.post(f"{found[0]}door/", {"act": mark("act")})
    ben.post(f"{found[0]}heard/", {name: mark(name) for name in ("heard_1", "heard_2", "heard_3")})
    ana.post(f"{found[0]}understood/", {"understood": mark("understood")})
    ben.post(f"{found[0]}reply/", {"words": mark("words")})
    ben.post(f"{found[0]}answer/", {"words": mark("long") + "x" * 300_000, "act": "more"})
    words = mark("words")
    ben.post(f"{found[0]}answer/", {"words": words, "act": "more", "hinted": "yes"})
    assert words in ana.get(found[0]).content.decode(), "the answer did not arrive"
    ana.post(f"{found[0]}promise/", {"words": mark("words")})
    ana.post("/letters/draft/mirror/", {"about": mark("about"), "words": mark("words"), "once": mark("once")})
    ana.post(f"{found[0]}mirror/", {"words": mark("long") + "x" * 600})
    back = mark("words")
    ana.post(f"{found[0]}mirror/", {"words": back, "hinted": "yes"})
    assert back in ben.get(found[0]).content.decode(), "what was said back did not arrive"
    ben.post(f"{found[0]}withdrawal/")
    assert words not in ana.get(found[0]).content.decode(), "the answer was not taken back"


def own(ana: Actor, mark: Mark) -> None:
    for _ in range(2):
        ana.post("/letters/never-sent/", {"to": mark("to"), "words": mark("words"), "once": mark("once")})
    for act in ("keep", "burn", mark("act")):
        ana.post("/letters/anger/", {"words": mark("anger"), "act": act})
    ana.post("/letters/pull/reasons/", {"words": mark("words")})
    for act in ("begin", "wrote", "tell", mark("act")):
        ana.post("/letters/pull/", {"act": act, "words": mark("words")})
