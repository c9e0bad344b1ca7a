"""The repair in four parts, what its reader says of it, and the seam that both agree on."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST

from glasswork.promises.actions import telling as actions
from glasswork.promises.forms import Form
from glasswork.promises.here import DRAFTS
from glasswork.promises.kinds_of_telling import Repair, RepairAnswer
from glasswork.promises.telling import REPLIES, story_of
from glasswork.promises.threads import Found
from glasswork.promises.views.drafts import keep_typed
from glasswork.promises.views.pages import here_of, offer_hint, show, to, words_kept
from glasswork.promises.views.resting import for_two
from glasswork.promises.views.telling import find_story, story_page
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.spaces.refused import MOVED_ON, reason_against
from glasswork.ui.sent import once_of, typed

FIELDS = ("happened", "own", "mend", "show")
SAY = {
    "happened": "Write what happened, as a fact.",
    "own": "Write one sentence that begins with “I chose”.",
    "mend": "Write one thing you will do, with a day.",
    "show": "Write what there will be to see.",
}
SAY_ANSWER = "Choose one, or leave it for today."


@in_spaces
@require_http_methods(["GET", "POST"])
@words_kept
@for_two
def repair(request: InSpacesRequest, thread_id: UUID) -> HttpResponse:
    found = find_story(request, thread_id)
    story, here = story_of(found.thread), here_of(request)
    if not story.is_mine:
        raise Http404
    if request.method == "GET":
        return _form(request, found) if story.may_repair else to("told", thread_id=thread_id)
    form, attempt = Form(request.POST, here.today), Form(request.POST, here.today).number("attempt")
    happened, own, mend, shown = (form.words(name, if_empty=SAY[name]) for name in FIELDS)
    offer_hint(request, form, here, happened=happened, own=own, mend=mend, show=shown)
    if form.problems:
        keep_typed(request, "repair", about=str(thread_id))
        return _form(request, found, form.problems)
    plan = Repair(told=thread_id, attempt=attempt, happened=happened, own=own, mend=mend, show=shown)
    problem = reason_against(lambda: actions.offer_repair(here, story, plan))
    is_there = any(each.repair == plan for each in story.attempts)
    if problem and not is_there:
        return story_page(request, found, {"": problem}, unsent=plan.as_text())
    DRAFTS.end(request.spaces.private, "repair", once=once_of(request), about=str(thread_id))
    return to("told", thread_id=thread_id)


@in_spaces
@require_POST
@words_kept
@for_two
def reply(request: InSpacesRequest, thread_id: UUID) -> HttpResponse:
    """This helps, not enough yet, or I need time."""
    found = find_story(request, thread_id)
    story, here = story_of(found.thread), here_of(request)
    form = Form(request.POST, here.today)
    says, words = form.choice("act", REPLIES, if_none=SAY_ANSWER), form.words("words")
    has_form = story.may_reply and not story.is_door_for(here)
    offer_hint(request, form, here, has_form=has_form, words=words)
    if form.problems:
        keep_typed(request, "reply", about=str(thread_id))
        return story_page(request, found, form.problems)
    said = RepairAnswer(told=thread_id, attempt=form.number("attempt"), says=says, words=words)
    problem = reason_against(lambda: actions.reply_to_repair(here, story, said))
    is_there = any(said in each.replies for each in story.attempts)
    if problem and words and not is_there:
        return story_page(request, found, {"": problem}, unsent=words)
    DRAFTS.end(request.spaces.private, "reply", once=once_of(request), about=str(thread_id))
    return to("told", thread_id=thread_id)


@in_spaces
@require_POST
@for_two
def mended(request: InSpacesRequest, thread_id: UUID) -> HttpResponse:
    found = find_story(request, thread_id)
    story, here = story_of(found.thread), here_of(request)
    problem = reason_against(lambda: actions.call_it_mended(here, story))
    if problem and problem != MOVED_ON:
        return story_page(request, found, {"": problem})
    return to("told", thread_id=thread_id)


def _form(request: InSpacesRequest, found: Found, problems: dict[str, str] | None = None) -> HttpResponse:
    story, here = story_of(found.thread), here_of(request)
    context = {
        "story": story,
        "attempt": len(story.attempts) + 1,
        "typed": typed(request, FIELDS, here.draft("repair", str(story.thread.id))),
        "problems": problems,
    }
    return show(request, "repair", context, found.partner_name)
