"""A letter that was sent: its door, three things heard, two days, a letter back; or an answer, said back once."""

from collections.abc import Callable
from uuid import UUID

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_POST, require_safe

from glasswork.hints.beside import Beside, good_beside, hint_among
from glasswork.letters.actions import reading as actions
from glasswork.letters.actions.own import begin_promise
from glasswork.letters.forms import HEARD, LANDING, Clean, clean_answer, clean_heard, clean_mirror, clean_words
from glasswork.letters.here import DRAFTS, Here
from glasswork.letters.post import MIRROR, Found, Post, find_post
from glasswork.letters.sorts import APOLOGY
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
SAYING_BACK = {3, 9}  # classes of hints that “You want …” and “you need …” would get, which is how saying back sounds
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
def mirror(request: InSpacesRequest, letter_id: UUID) -> HttpResponse:
    """Its writer says back what they heard, once; then it rests."""
    clean = clean_mirror(request.POST)
    words = clean.words["words"]
    return _say(request, letter_id, MIRROR, clean, lambda here, post: actions.say_back(here, post, words))


@in_spaces
@require_POST
def promise(request: InSpacesRequest, letter_id: UUID) -> HttpResponse:
    """Leads to a new promise. The words go there as a private draft: none stand in an address."""
    found = find(request, letter_id)
    if found.post.repair is None:
        return to("letter", letter_id=letter_id)
    begin_promise(here_of(request), found.post.repair)
    return to("promise_new")


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
    beside = _hint(request, form, here, clean) if not is_said and _takes(here, found.post, form) else None
    if clean.problems or beside:
        DRAFTS.save(here.private, form, clean.words, once="", about=about)
        return _page(request, found, clean.problems, beside=None if clean.problems else beside)
    problem = reason_against(lambda: act(here, found.post))
    if problem == LANDING:
        DRAFTS.save(here.private, form, clean.words, once="", about=about)
    if problem and not is_said:
        return _page(request, find(request, letter_id), {"": problem}, unsent=unsent)
    DRAFTS.end(here.private, form, once=once_of(request), about=about)
    return to("letter", "said=1", letter_id=letter_id)


def _is_said(post: Post, clean: Clean) -> bool:
    """Whether these words stand there already: the same form, sent twice."""
    said: list[tuple[str, ...]] = [post.heard.things] if post.heard else []
    said += [(post.reply.words,)] if post.reply else []
    said += [(each.words,) for each in post.answers]
    if post.is_mine:
        said = [(post.mirror.words,)] if post.mirror else []
    return tuple(clean.words.values()) in said


def _hint(request: InSpacesRequest, form: str, here: Here, clean: Clean) -> Beside | None:
    if "hinted" in request.POST:
        return None
    label = {REPLY: "Your letter back", ANSWER: "A line with it", MIRROR: "What I heard"}
    texts = [(name, LABELS.get(name) or label[form], words) for name, words in clean.words.items()]
    beside = hint_among(texts, here.private, first=APOLOGY.first if form == MIRROR else 0)
    return None if form == MIRROR and beside and beside.hint.number in SAYING_BACK else beside


def _takes(here: Here, post: Post, form: str) -> bool:
    """Whether the page still holds that form: where it doesn’t, no hint may stand in the way."""
    if form == REPLY:
        return post.may_reply(here.mine, here.now)
    return {LANDS: post.may_tell_heard, ANSWER: bool(post.answers_left), MIRROR: post.may_say_back}[form]


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
    form = MIRROR if post.is_mine else LANDS if post.may_tell_heard else REPLY if post.heard else ANSWER
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
        "good": good_beside(here.private, _own_words(post)) if "said" in request.GET else "",
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


def _own_words(post: Post) -> str:
    """What this reader of the page said last to the letter, in their own words."""
    found = post.mirror if post.is_mine else post.reply or next(reversed(post.answers), None)
    return found.words if found else ""


def _hope(here: Here) -> Hope | None:
    """How its reader would like hard news, in their own words of an earlier day."""
    board = read_slip(here.shared, Board, BOARD, here.shared.me.bytes) if here.shared else None
    return board.hard_news if board else None
