"""The part of the story in which every field of promises holds a mark. Called by story.py."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from glasswork.promises.here import BOARD
from glasswork.promises.kinds import Board
from glasswork.spaces.reading import read_slip
from tests.cast import Actor

Mark = Callable[[str], str]
FORMS = {
    "new/": ("words",),
    "small/": ("words",),
    "big/new/": ("words", "cost", "support"),
    "told/new/": ("facts", "how_long", "was_said", "did_next"),
    "putting-right/": ("words",),
    "putting-right/offers/": ("offer",),
    "road/ninety-days/": ("words", "not_in_it"),
    "road/looking-back/": ("was", "now", "still", "onward", "grown", "will_do"),
    "road/choice/": ("why", "share_words"),
    "road/parting/": ("corner", "who"),
    "road/parting/words/": ("words",),
    "small/not-ready/": ("behind", "say_it"),
    "told/hard-news/": ("words",),
}
COMING, GONE = ("until", "by", "ends_on", "look_again"), ("happened_on", "on")
DAY = timedelta(days=1)
CHOSEN = {"about": "else", "row": "open", "road": "wait", "how": "face", "what": "kept", "each_time": "yes"}


def live(ana: Actor, ben: Actor, mark: Mark) -> None:
    """Ben begins one of everything, after a mistake in each; Ana answers; and both pages are read."""
    today = datetime.now(tz=UTC).date()  # people’s own day turns at four, so neither end may be the day itself
    days = {**dict.fromkeys(COMING, str(today + DAY)), **dict.fromkeys(GONE, str(today - DAY))}
    for path, fields in FORMS.items():
        sent = {**CHOSEN, **days, **{name: mark(name) for name in fields}}
        act = {"told/new/": "send", "small/not-ready/": "tell"}.get(path, "share")
        wrong = {**sent, **{name: mark(name) for name in days}, "about": mark("about"), "row": mark("row")}
        ben.post(f"/promises/{path}", {**wrong, fields[0]: mark("long") + "x" * 30_000, "act": act})
        answer = ben.post(f"/promises/{path}", {**sent, "act": act, "once": mark("once")})
        assert answer.status_code == 302, (path, answer.content.decode()[:2000])
    for form in ("promise", "told", "repair", "decision"):
        ben.post(f"/promises/draft/{form}/", {name: mark(name) for name in ("words", "facts", "own", "why", "about")})
    answers(ana, ben, mark)
    for actor in (ana, ben):
        for page in ("", "before/", "small/", "big/", "putting-right/", "road/", "road/parting/"):
            assert actor.get(f"/promises/{page}").status_code == 200, page


def answers(ana: Actor, ben: Actor, mark: Mark) -> None:
    board = read_slip(ben.shared, Board, BOARD, ben.shared.me.bytes) or Board()
    kept, told = next(iter(board.promises)), board.told[-1]
    steps = [
        (ben, f"{kept}/outcome/", ("words",), {"what": "kept", "pane": "1"}),
        (ana, f"{kept}/word/", ("words",), {"act": "not-quite", "pane": "1"}),
        (ana, f"told/{told}/answer/", ("words",), {"act": "question"}),
        (ben, f"told/{told}/repair/", ("happened", "own", "mend", "show"), {"attempt": "1"}),
        (ana, f"told/{told}/reply/", ("words",), {"act": "helps", "attempt": "1"}),
        (ana, f"big/{board.bigs[-1]}/answer/", ("words",), {"act": "yes"}),
        (ben, f"big/{board.bigs[-1]}/step/", ("words",), {"act": "begun"}),
        (ana, f"putting-right/offers/{board.offers[-1]}/answer/", ("words",), {"act": "else"}),
    ]
    for actor, path, fields, more in steps:
        answer = actor.post(f"/promises/{path}", {**more, **{name: mark(name) for name in fields}})
        assert answer.status_code == 302, (path, answer.content.decode()[:2000])
    page = ana.get("/promises/putting-right/").content.decode()
    act = re.search(r"putting-right/([0-9a-f-]{36})/landed/", page)
    assert act, "no act was written"
    ana.post(f"/promises/putting-right/{act[1]}/landed/", {"act": "yes", "words": mark("words")})
    late = str(datetime.now(tz=UTC).date() - 2 * DAY)
    ben.post("/promises/new/", {"words": mark("words"), "until": late})
    text = mark("words")
    came_too_late = ben.post("/promises/told/new/", {"facts": text, "act": "send", "space": mark("space")})
    assert text in came_too_late.content.decode(), "the words of an old page were not given back"
    caught = ben.post("/promises/small/", {"words": f"Give me your password {mark('words')}"})
    assert "This can turn into control" in caught.content.decode()
