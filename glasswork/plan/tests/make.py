"""Ways to a plan, through its pages."""

from glasswork.plan.here import Here, load_here
from glasswork.plan.kinds import Course
from glasswork.plan.questions import FIELD, PAGES, WORDS
from glasswork.spaces.reading import read_slip
from tests.cast import Actor

ONCE = "one-intake"


def answer_intake(actor: Actor, **answers: str | list[str]) -> None:
    """All six pages; what is not given is left open."""
    for number, page in enumerate(PAGES, 1):
        fields = {FIELD + name: answers[name] for name in (*page.questions, WORDS) if name in answers}
        sent = actor.post(f"/plan/intake/{number}/", {**fields, "act": "next", "once": ONCE})
        assert sent.status_code == 302, sent.content.decode()


def act(actor: Actor, exercise: str, what: str, **more: str) -> str:
    """Returns where it led."""
    sent = actor.post(f"/plan/mine/{exercise}/", {"act": what, **more})
    assert sent.status_code == 302
    return str(sent.headers["Location"])


def change(actor: Actor, what: str) -> None:
    assert actor.post("/plan/changes/", {"what": what}).status_code == 302


def course_of(actor: Actor) -> Course:
    found = read_slip(actor.private, Course, "plan")
    assert found is not None
    return found


def here_of(actor: Actor) -> Here:
    from django.utils import timezone  # noqa: PLC0415

    return load_here(actor.spaces, timezone.now())


def page(actor: Actor, path: str) -> str:
    shown = actor.get(path)
    assert shown.status_code == 200, (path, shown.status_code, shown.get("Location"))
    return shown.content.decode()
