"""The part of the story in which every field of how far somebody has come holds a mark. Called by story.py."""

import re
from collections.abc import Callable
from datetime import UTC, datetime

from tests.cast import Actor

Mark = Callable[[str], str]


def live(ana: Actor, ben: Actor, mark: Mark) -> None:
    jar(ana, ben, mark)
    letter(ana, ben, mark)
    looking_back(ana, mark)
    ana.post("/how-far/hiding/", {"act": mark("act")})
    ana.post("/how-far/draft/trust/", {"purpose": mark("purpose"), "length": mark("length"), "once": mark("once")})
    ana.post("/how-far/trust/sharing/", {"act": "share", "purpose": mark("long") + "x" * 600})
    shown = {"act": "share", "length": mark("length"), "purpose": mark("purpose"), "hinted": "yes"}
    assert ana.post("/how-far/trust/sharing/", shown).status_code == 302
    for actor in (ana, ben):
        for page in ("", "trust/", f"trust/?back={mark('back')}", "trust/theirs/", "jar/", "letters/"):
            assert actor.get(f"/how-far/{page}").status_code == 200, page


def jar(ana: Actor, ben: Actor, mark: Mark) -> None:
    path = "/how-far/jar/"
    ana.post("/how-far/draft/jar/", {"words": mark("words"), "once": mark("once")})
    ana.post(path, {"words": mark("long") + "x" * 600, "act": "share"})
    for act in ("keep", "share"):
        sent = {"words": mark("words"), "sort": mark("sort"), "act": act, "once": mark("once"), "hinted": "yes"}
        assert ana.post(path, sent).status_code == 302, act
    out = ana.get(f"{path}one/").content.decode()
    entry = re.search(r"words/([0-9a-f-]{36})/erasure", out)
    assert entry, "nothing came out of the jar"
    ben.get(f"{path}one/")
    ana.post(f"/how-far/words/{entry[1]}/erasure/", {"came_from": mark("from")})


def letter(ana: Actor, ben: Actor, mark: Mark) -> None:
    path = f"/how-far/letters/{datetime.now(tz=UTC):%Y-%m}/"
    ana.post(path, {"words": mark("long") + "x" * 30_000, "act": "show"})
    for act in ("show", "change", "send", "keep"):
        ana.post(path, {"words": mark("words"), "act": act, "once": mark("once"), "hinted": "yes"})
    assert "canarywords" in ben.get("/how-far/letters/").content.decode(), "the letter did not arrive"


def looking_back(ana: Actor, mark: Mark) -> None:
    fields = ("happened", "held", "onward")
    ana.post("/how-far/draft/looking-back/", {name: mark(name) for name in fields})
    ana.post("/how-far/looking-back/new/", {name: mark(name) + "x" * 30_000 for name in fields})
    kept = ana.post("/how-far/looking-back/new/", {name: mark(name) for name in fields} | {"once": "look"})
    assert kept.status_code == 302, "the look back was not kept"
    assert "canaryheld" in ana.get("/how-far/looking-back/").content.decode()
