"""What a search may find among entries, what each is called, and the page where it stands. Pure.

A kind that is not named here is not found. Of the other’s words only those that its reader has before them anyway:
nothing behind a door that they have not opened (``doors``).
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple
from uuid import UUID

from django.urls import NoReverseMatch, reverse

from glasswork.promises.kinds_of_telling import Told
from glasswork.promises.threads import mending_of
from glasswork.spaces.kinds import Kind
from glasswork.spaces.reading import Opened


class Where(NamedTuple):
    """``page`` is a URL name; ``id`` the field that holds its one argument, or “entry” for the entry’s own id.

    ``is_theirs``: found also where the other wrote it.
    """

    label: str
    page: str
    id: str = ""
    is_theirs: bool = True


def _own(label: str, page: str, id: str = "") -> Where:  # noqa: A002
    return Where(label, page, id, is_theirs=False)


WHERE: Mapping[str, Where] = {
    **{f"checkin.{name}": Where("Check-in", "round", "round") for name in ("answer", "heard", "verdict", "reply")},
    "checkin.correction": Where("Check-in", "round", "round"),
    "checkin.alone": _own("Check-in, for me", "talk"),
    "checkin.trust": _own("How much you trust", "own_day", "evening"),
    "arrival.first-words": _own("Your first words", "talk"),
    "exercises.written": _own("Exercise", "show_written", "entry"),
    "agreements.wording": Where("Our lines", "line", "line"),
    "agreements.review": Where("Our lines", "line", "line"),
    "agreements.moment": _own("Our lines", "line", "line"),
    "agreements.sorting": Where("What counts for us", "scenario_cards"),
    "agreements.own-line": _own("My own lines", "own_lines"),
    "agreements.contact": Where("Contact", "contact"),
    "agreements.request": Where("Openness", "openness"),
    "agreements.shown": Where("Openness", "openness"),
    "promises.promise": Where("Promise", "promise", "thread"),
    "promises.outcome": Where("Promise", "promise", "promise"),
    "promises.word": Where("Promise", "promise", "promise"),
    **{f"promises.{name}": Where("Small things", "small_things") for name in ("ask", "thanks", "not-ready-said")},
    "promises.not-ready": _own("Not ready yet", "not_ready"),
    **{f"promises.{name}": Where("Big things", "big_things") for name in ("big", "would-help", "step")},
    **{f"promises.{name}": Where("Putting it right", "putting_right") for name in ("offer", "act", "landed")},
    "promises.told": Where("Something told", "told", "thread"),
    **{f"promises.{name}": Where("Something told", "told", "told") for name in ("answer", "repair", "repair-answer")},
    **{f"promises.{name}": Where("The road ahead", "roads") for name in ("commitment", "review", "decided")},
    "promises.last-words": Where("Parting", "parting_list"),
    "promises.corner": Where("Parting", "parting_list"),
    "promises.look-back": _own("The road ahead", "roads"),
    "promises.decision": _own("The road ahead", "roads"),
    "talks.held": Where("Talk", "talks"),
    "talks.line": Where("Talk", "talks"),
    "talks.longer": Where("Space", "space_longer"),
    "talks.ending": _own("Talk", "talks"),
    "plan.intake": _own("My answers", "intake"),
    "goals.words": Where("Goal", "goal", "goal"),
    "goals.step": Where("Goal", "goal", "goal"),
    "goals.growth": Where("Said about oneself", "our_goals"),
    **{f"letters.{name}": Where("Letter", "letter", "letter") for name in ("letter", "heard", "answer", "mirror")},
    "letters.reply": _own("Letter", "letter", "letter"),
    "letters.kept": _own("Kept letter", "kept_letter", "entry"),
    "questions.asked": _own("Hard question", "question", "id"),
    **{f"questions.{name}": Where("Hard question", "question", "question") for name in ("answer", "later", "parking")},
    "questions.account": _own("What happened", "account", "id"),
    "questions.scope": Where("How much to be told", "account_scope"),
    "questions.addition": _own("What happened", "account", "account"),
    **{f"questions.{name}": Where("Words that help", "comfort") for name in ("comfort", "can-say")},
    "progress.moment": Where("The jar", "jar"),
    "progress.letter": _own("A letter about a month", "month_letters"),
    "progress.look-back": _own("After a hard time", "looking_back"),
}
TAGS = (
    *("checkin", "first-words", "exercises", "our-lines", "sorting", "own-lines", "contact", "openness"),
    *("promises", "small", "right", "telling", "roads", "mine", "talks", "talks-own", "plan", "goals", "goals-growth"),
    *("letters", "letters-parts", "letters-own", "questions", "accounts", "comfort"),
    *("jar", "month-letters", "looks-back"),
)


def where_of(entry: Opened[Kind], me: UUID) -> Where | None:
    """None for what is not to be found."""
    found = WHERE.get(entry.value.form.name) if entry.value else None
    return found if found and (found.is_theirs or entry.author == me) else None


def href_of(entry: Opened[Kind], where: Where, thread: Callable[[Opened[Kind]], UUID | None]) -> str:
    """Its page; empty where there is none any more."""
    if not where.id:
        return _path(where.page)
    by_thread = thread(entry) if where.id == "thread" else None
    id_ = {"entry": entry.id, "thread": by_thread}.get(where.id) or getattr(entry.value, where.id, None)
    if isinstance(entry.value, Told) and entry.value.promise and not by_thread:
        id_ = mending_of(entry.value.promise, entry.value.pane)
    return _path(where.page, id_) if id_ else ""


def _path(page: str, *arguments: object) -> str:
    try:
        return reverse(page, args=arguments)
    except NoReverseMatch:
        return ""
