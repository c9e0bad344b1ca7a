"""A letter that was sent: its door, three things heard, two days, a letter back; or an answer without a wait."""

from collections.abc import Callable
from uuid import UUID

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_POST, require_safe

from glasswork.hints.beside import Beside, hint_among
from glasswork.letters.actions import reading as actions
from glasswork.letters.forms import HEARD, LANDING, Clean, clean_answer, clean_heard, clean_words
from glasswork.letters.here import DRAFTS, Here
from glasswork.letters.post import Found, Post, find_post
from glasswork.letters.understood import LEVELS, is_read, read_understood
from glasswork.letters.views.pages import here_of, resting_page, rests, show, to
from glasswork.promises.here import BOARD
from glasswork.promises.kinds import Board, Hope
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.spaces.reading import read_slip
from glasswork.spaces.refused import reason_against
from glasswork.talks.pauses import in_words
from glasswork.ui.sent import once_of, typed

LABELS = {"heard_1": "One thing I heard", "heard_2": "A second", "heard_3": "A third"}
LANDS, REPLY, ANSWER = "heard", "reply", "answer"


@in_spaces
@require_safe
def letter(request: InSpacesRequest, letter_id: UUID) -> HttpResponse:
    """To its reader a door, until they open it; to its writer what they wrote, and what was said to it."""
    return _page(request, find(request, letter_id))


@in_spaces
@require_POST
def door(request: InSpacesRequest, letter_id: UUID) -> HttpResponse:
    """Open now, or later. Nobody else learns which."""
    here, found = here_of(request), find(request, letter_id)
    act = request.POST.get("act", "")
    if not found.post.is_mine and act == "open":
        actions.open_door(here, found.post.id)
        return to("letter", letter_id=letter_id)
    if not found.post.is_mine and act == "later":
        actions.put_by(here, found.post.id)
    return to("letters")


@in_spaces
@require_POST
def heard(request: InSpacesRequest, letter_id: UUID) -> HttpResponse:
    clean = clean_heard(request.POST)
    one, two, three = (clean.words[name] for name in HEARD)
    return _say(request, letter_id, LANDS, clean, lambda here, post: actions.tell_heard(here, post, (one, two, three)))


@in_spaces
@require_POST
def reply(request: InSpacesRequest, letter_id: UUID) -> HttpResponse:
    clean = clean_words(request.POST)
    words = clean.words["words"]
    return _say(request, letter_id, REPLY, clean, lambda here, post: actions.write_back(here, post, words))


@in_spaces
@require_POST
def answer(request: InSpacesRequest, letter_id: UUID) -> HttpResponse:
    says = request.POST.get("act", "")
    clean = clean_answer(says, request.POST)
    words = clean.words["words"]
    return _say(request, letter_id, ANSWER, clean, lambda here, post: actions.answer(here, post, says, words))


@in_spaces
@require_POST
def withdrawal(request: InSpacesRequest, letter_id: UUID) -> HttpResponse:
    """One's own words of this letter, taken back; that they were there stays visible (S7)."""
    actions.take_back(here_of(request), find(request, letter_id).post)
    return to("letters")


def _say(
    request: InSpacesRequest, letter_id: UUID, form: str, clean: Clean, act: Callable[[Here, Post], None]
) -> HttpResponse:
    """What a reader says. Words that can't go stand on the page again, and stay as a draft while they may go later."""
    here, found = here_of(request), find(request, letter_id)
    if rests(request, here):
        return resting_page(request)
    unsent, about = "\n\n".join(filter(None, clean.words.values())), str(letter_id)
    is_said = _is_said(found.post, clean)
    if clean.problems or (not is_said and (beside := _hint(request, form, here, clean))):
        DRAFTS.save(here.private, form, clean.words, once="", about=about)
        return _page(request, found, clean.problems, beside=None if clean.problems else beside)
    problem = reason_against(lambda: act(here, found.post))
    if problem == LANDING:
        DRAFTS.save(here.private, form, clean.words, once="", about=about)
    if problem and not is_said:
        return _page(request, find(request, letter_id), {"": problem}, unsent=unsent)
    DRAFTS.end(here.private, form, once=once_of(request), about=about)
    return to("letter", letter_id=letter_id)


def _is_said(post: Post, clean: Clean) -> bool:
    """Whether these words stand there already: the same form, sent twice."""
    said: list[tuple[str, ...]] = [post.heard.things] if post.heard else []
    said += [(post.reply.words,)] if post.reply else []
    said += [(each.words,) for each in post.answers]
    return not post.is_mine and tuple(clean.words.values()) in said


def _hint(request: InSpacesRequest, form: str, here: Here, clean: Clean) -> Beside | None:
    if "hinted" in request.POST:
        return None
    label = {REPLY: "Your letter back", ANSWER: "A line with it"}
    return hint_among(
        [(name, LABELS.get(name) or label[form], words) for name, words in clean.words.items()], here.private
    )


def find(request: InSpacesRequest, letter_id: UUID) -> Found:
    found = find_post(request.spaces, letter_id)
    if found is None:
        raise Http404
    return found


def _page(
    request: InSpacesRequest,
    found: Found,
    problems: dict[str, str] | None = None,
    *,
    beside: Beside | None = None,
    unsent: str = "",
) -> HttpResponse:
    here, post = here_of(request), found.post
    form = LANDS if post.may_tell_heard else REPLY if post.heard else ANSWER
    fields = HEARD if form == LANDS else ("words",)
    moment = post.reply_from(here.mine)
    context = {
        "post": post,
        "rests": rests(request, here),
        "labels": LABELS,
        "is_landing": post.is_open and moment is not None and not post.reply and here.now < moment,
        "may_reply": post.may_reply(here.mine, here.now),
        "until": in_words(moment, here.now, here.zone) if moment else "",
        "typed": typed(request, fields, here.draft(form, post.id)),
        "hope": _hope(here),
        "is_put_by": post.id in here.mine.put_by,
        "is_read": is_read(post),
        "understood": read_understood(here.private, post.id) if is_read(post) else None,
        "levels": [(level, level) for level in LEVELS],
        "beside": beside,
        "problems": problems,
        "unsent": unsent,
    }
    if post.letter is None:
        return show(request, "taken_back", context, found.partner_name)
    is_door = post.is_door_for(here.mine) and not problems and not beside
    return show(request, "door" if is_door else "letter", context, found.partner_name)


def _hope(here: Here) -> Hope | None:
    """How its reader would like hard news, in their own words of an earlier day."""
    board = read_slip(here.shared, Board, BOARD, here.shared.me.bytes) if here.shared else None
    return board.hard_news if board else None
