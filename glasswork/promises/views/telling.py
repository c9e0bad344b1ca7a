"""Something to tell, its door, and what its reader answers."""

from datetime import timedelta
from textwrap import shorten
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from glasswork.promises.actions import telling as actions
from glasswork.promises.crossed import CrossedLine, line_with, lines_in_force
from glasswork.promises.forms import Form
from glasswork.promises.here import DRAFTS, Here, Read
from glasswork.promises.kinds import Hope
from glasswork.promises.kinds_of_telling import Answer, Told
from glasswork.promises.panes import keys_of_panes, standing_of, standpoint
from glasswork.promises.telling import ABOUT, ANSWERS, CONTACT, PARTS, REPLIES, TAPS, Story, story_of
from glasswork.promises.threads import ROOT, Found, mending_of, read_threads
from glasswork.promises.views.drafts import FORMS, keep_typed
from glasswork.promises.views.pages import find, here_of, offer_hint, shared_here, show, taken_back, to, words_kept
from glasswork.promises.views.resting import for_two, resting_page, rests_here
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.spaces.refused import MOVED_ON, reason_against
from glasswork.spaces.writing import remember_head, withdraw
from glasswork.ui.jinja import url
from glasswork.ui.sent import once_of, typed

SAY_ABOUT, SAY_FACTS = "Choose what it is about.", "Write what happened, in a line or two."
SAY_QUESTION = "Write your question first. One is enough."
HOPES = {
    "door": "Behind a door, and I choose when",
    "face": "Face to face first, sitting down",
    "therapist": "With our therapist there",
    "evening": "Not late in the evening",
}
TEXTS = ("facts", "how_long", "was_said", "did_next")


@in_spaces
@require_http_methods(["GET", "POST"])
@words_kept
def tell(request: InSpacesRequest) -> HttpResponse:
    here = shared_here(request)
    sends = request.POST.get("act") == "send"
    if (request.method == "GET" or sends) and rests_here(request, here):
        return resting_page(request)
    if request.method == "GET":
        return _form(request, here)
    if not sends:  # said in person or with somebody first: the words stay one's own
        keep_typed(request, "told")
        return to("promises")
    form = Form(request.POST, here.today)
    told = _clean(request, here, form)
    said = {name: getattr(told, name) for name in TEXTS}
    offer_hint(request, form, here, **said)
    if form.problems:
        return _ask_again(request, here, form.problems)
    once = once_of(request)
    problem = reason_against(lambda: actions.tell(here, told, once=once))
    if problem and (problem != MOVED_ON or not _is_told(request, told)):
        return _ask_again(request, here, {"": problem})
    DRAFTS.end(request.spaces.private, "told", once=once)
    return to("promises")


@in_spaces
@require_safe
def told(request: InSpacesRequest, thread_id: UUID) -> HttpResponse:
    """To its reader a door, until they open it; to its teller what they told."""
    return story_page(request, find_story(request, thread_id))


@in_spaces
@require_POST
def door(request: InSpacesRequest, thread_id: UUID) -> HttpResponse:
    """Open now, or later, or with the therapist. Nobody else learns which."""
    here, found = shared_here(request), find_story(request, thread_id)
    story, act = story_of(found.thread), request.POST.get("act", "")
    if act == "open":
        actions.open_door(here, story)
        return to("told", thread_id=thread_id)
    if act in {"later", "therapist"}:
        actions.put_by(here, story, act)
    return to("promises")


@in_spaces
@require_POST
@words_kept
@for_two
def answer(request: InSpacesRequest, thread_id: UUID) -> HttpResponse:
    found = find_story(request, thread_id)
    here = shared_here(request)
    form = Form(request.POST, here.today)
    says = form.choice("act", ANSWERS, if_none=SAY_ABOUT)
    words = form.words("words", if_empty=SAY_QUESTION if says == "question" else "")
    story = story_of(found.thread)
    offer_hint(request, form, here, has_form=_may_answer(here, story), words=words)
    if form.problems:
        keep_typed(request, "answer", about=str(thread_id))
        return story_page(request, found, form.problems)
    said = Answer(told=thread_id, says=says, words=words)
    problem = reason_against(lambda: actions.answer(here, story, said))
    if problem and words and said not in story.answers:
        return story_page(request, found, {"": problem}, unsent=words)
    DRAFTS.end(request.spaces.private, "answer", once=once_of(request), about=str(thread_id))
    return to("told", thread_id=thread_id)


@in_spaces
@require_POST
def withdrawal(request: InSpacesRequest, thread_id: UUID) -> HttpResponse:
    """One's own words of this story, taken back; that they were there stays visible (S7)."""
    thread = find_story(request, thread_id).thread
    for entry in thread.mine_to_take_back():
        withdraw(thread.space, entry)
    remember_head(request.spaces.private, thread.space)
    return to("promises")


@in_spaces
@require_http_methods(["GET", "POST"])
@words_kept
def hard_news(request: InSpacesRequest) -> HttpResponse:
    """How one would like hard news: shown to the other while they write, because its owner said so."""
    here = shared_here(request)
    form = Form(request.POST, here.today)
    if request.method == "POST":
        how, words = form.choice("how", HOPES), form.words("words", is_line=True)
        offer_hint(request, form, here, words=words)
        if not form.problems:
            hope = Hope(how=how, words=words) if how or words else None
            problem = reason_against(lambda: actions.say_how(here, hope))
            if problem is None:
                DRAFTS.end(request.spaces.private, "hard-news", once=once_of(request))
                return to("promises")
            form.problems[""] = problem
        keep_typed(request, "hard-news")
    now = here.board.hard_news or Hope(how="")
    values = typed(request, FORMS["hard-news"], here.draft("hard-news") or {"how": now.how, "words": now.words})
    context = {"here": here, "hopes": list(HOPES.items()), "typed": values, "problems": form.problems}
    return show(request, "hard_news", context, Read(here, []).partner_name)


def find_story(request: InSpacesRequest, thread_id: UUID) -> Found:
    """Also one that was taken back: there is a page for that. 404 for a thread of another sort."""
    found = find(request, thread_id, PARTS)
    root = found.thread.parts[found.thread.opener, ROOT].value
    if root is not None and not isinstance(root, Told):
        raise Http404
    return found


def story_page(
    request: InSpacesRequest, found: Found, problems: dict[str, str] | None = None, *, unsent: str = ""
) -> HttpResponse:
    here, story = here_of(request), story_of(found.thread)
    if story.told is None:
        return taken_back(request, found, problems, unsent=unsent)
    context: dict[str, Any] = {
        "here": here,
        "story": story,
        "told": story.told,
        "what": ABOUT[story.told.about][0],
        "line": _line(story),
        "answers": [(a.says, ANSWERS[a.says], a.words) for a in story.answers],
        "left": [(says, label) for says, label in ANSWERS.items() if says not in {a.says for a in story.answers}],
        "replies": REPLIES,
        "put_by": here.own.put_by.get(story.thread.id, ""),
        "hope": here.board.hard_news,
        "steady": url("stage", slug="steady"),
        "for_me_alone": url("exercise", slug="hard-day-review"),
        "typed": typed(request, ("words",), here.draft("reply" if story.attempts else "answer", str(story.thread.id))),
        "problems": problems,
        "unsent": unsent,
        "back": (reverse("promises"), "Promises"),
    }
    is_door = here.is_shared and story.is_door_for(here) and found.thread.is_open_for_writing
    return show(request, "door" if is_door else "told", context, found.partner_name)


def _line(story: Story) -> CrossedLine | None:
    wording = story.told.wording if story.told else None
    return line_with(story.thread.space, wording) if wording else None


def _may_answer(here: Here, story: Story) -> bool:
    is_new = not story.attempts and len(story.answers) < len(ANSWERS)
    return is_new and not story.is_mine and not story.is_door_for(here) and story.thread.is_open_for_writing


def _is_told(request: InSpacesRequest, told: Told) -> bool:
    """Whether these words are there already: the same form, sent twice. What puts a promise right has one place."""
    if told.promise is None:
        return True
    return find(request, mending_of(told.promise, told.pane)).thread.root(Told) == told


def _clean(request: InSpacesRequest, here: Here, form: Form) -> Told:
    promise, pane = _promise_of(request, here)
    about = "promise" if promise else form.choice("about", ABOUT, if_none=SAY_ABOUT)
    return Told(
        about=about or "else",
        happened_on=form.day_gone("happened_on"),
        told_on=here.today,
        facts=form.words("facts", if_empty="" if about in CONTACT else SAY_FACTS),
        how_long=form.words("how_long"),
        was_said=form.words("was_said"),
        did_next=form.words("did_next"),
        hidden=form.choice("hidden", ("yes",)) == "yes",
        promise=promise,
        pane=pane,
        where=form.choice("where", TAPS["where"][1]),
        length=form.choice("length", TAPS["length"][1]),
        spoke=form.choice("spoke", TAPS["spoke"][1]),
        wording=_wording(request, here),
    )


def _wording(request: InSpacesRequest, here: Here) -> UUID | None:
    """Of a line in force, when the form names one."""
    sent = request.POST.get("wording", "")
    lines = lines_in_force(here.space) if sent else []
    return next((line.wording for line in lines if str(line.wording) == sent), None)


def _promise_of(request: InSpacesRequest, here: Here) -> tuple[UUID | None, int]:
    """One’s own promise and the pane that was not kept, when the form names them rightly."""
    sent = request.POST if request.method == "POST" else request.GET
    try:
        promise, pane = UUID(sent.get("promise", "")), int(sent.get("pane", ""))
    except ValueError:
        return None, 0
    found = find(request, promise, ("closed",)).thread
    standing = standing_of(found, here.board.promises.get(promise))
    if standing is None or not found.is_mine or found.space.id != here.space.id:
        return None, 0
    threads = read_threads(found.space, keys_of_panes(found.space, promise, standing))
    view = standpoint(threads[promise], standing, threads, here.today)
    shown = view.pane(pane)
    return (promise, pane) if shown and shown.outcome.what == "not-kept" and not shown.is_mended else (None, 0)


def _ask_again(request: InSpacesRequest, here: Here, problems: dict[str, str]) -> HttpResponse:
    keep_typed(request, "told")
    return _form(request, here, problems)


def _form(request: InSpacesRequest, here: Here, problems: dict[str, str] | None = None) -> HttpResponse:
    promise, pane = _promise_of(request, here)
    hope = here.theirs.hard_news
    in_force = lines_in_force(here.space)
    context = {
        "here": here,
        "promise": promise,
        "pane": pane,
        "topics": [(about, label) for about, (label, _) in ABOUT.items()],
        "taps": [(name, title, list(options.items())) for name, (title, options) in TAPS.items()],
        "lines": [] if promise else [(str(w), shorten(words, 90, placeholder=" …")) for _, w, words in in_force],
        "typed": typed(request, FORMS["told"], here.draft("told")),
        "has_draft": request.method == "GET" and any(here.draft("told").values()),
        "earliest": here.today - timedelta(days=366),
        "hope": hope,
        "hope_says": HOPES.get(hope.how, "") if hope else "",
        "problems": problems,
    }
    return show(request, "tell", context, Read(here, []).partner_name)
