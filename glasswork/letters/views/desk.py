"""Writing a letter, its rest, and where it goes: changed, called off, kept, read aloud, or sent."""

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_http_methods, require_safe

from glasswork.hints.beside import Beside, foremost, good_beside, hint_among, way_to_help
from glasswork.letters.actions import desk as actions
from glasswork.letters.forms import ALREADY_WAITS, Clean, clean_letter
from glasswork.letters.here import DRAFTS, Here
from glasswork.letters.kinds import Waiting
from glasswork.letters.sorts import ASKING, SORTS, Sort
from glasswork.letters.views.pages import guide, here_of, name_of_partner, resting_page, rests, show, to
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.spaces.refused import MovedOn, reason_against
from glasswork.talks.pauses import in_words
from glasswork.ui.sent import once_of, typed


@in_spaces
@require_http_methods(["GET", "POST"])
def write(request: InSpacesRequest, sort: str) -> HttpResponse:
    """A private draft, over as many days as it takes. Nothing here sends."""
    chosen, here = _sort(sort), here_of(request)
    if request.method == "GET":
        return to("letter_choice", sort=sort) if here.waiting(sort) else _form(request, chosen, here)
    clean, waiting = clean_letter(chosen, request.POST, here.today), here.waiting(sort)
    if waiting and chosen.parts_of(clean.words, clean.day) != waiting.parts:
        return _form(request, chosen, here, {"": ALREADY_WAITS})
    if not waiting:
        DRAFTS.save(here.private, sort, clean.words, once="")
    act = request.POST.get("act", "")
    return _written(request, chosen, here, clean) if act in {"ready", "look"} else to("letters", "kept=1")


def _written(request: InSpacesRequest, sort: Sort, here: Here, clean: Clean) -> HttpResponse:
    """Looked over where its writer asked for that; otherwise it is done, and goes to rest."""
    is_asked = request.POST.get("act") == "look"
    beside = _hint(request, sort, here, clean.words)
    if is_asked or (beside and not clean.problems):
        return _form(request, sort, here, beside=beside, has_looked=is_asked)
    if clean.problems:
        return _form(request, sort, here, clean.problems)
    try:
        actions.finish(here, sort.id, sort.parts_of(clean.words, clean.day), once=once_of(request))
    except MovedOn:
        return _form(request, sort, here, {"": ALREADY_WAITS})
    return to("letter_choice", sort=sort.id)


@in_spaces
@require_http_methods(["GET", "POST"])
def choice(request: InSpacesRequest, sort: str) -> HttpResponse:
    """What waits, and where it goes once its time is over. The address decides nothing: only the stored moment does."""
    chosen, here, act = _sort(sort), here_of(request), request.POST.get("act", "")
    if request.method == "GET":
        waiting = here.waiting(sort)
        return _choice(request, chosen, here, waiting) if waiting else to("letter_write", sort=sort)
    if act in {"send", "aloud"} and rests(request, here):
        return resting_page(request)
    before, problem = here.waiting(sort), reason_against(lambda: _do(here, sort, act))
    is_sent = act == "send" and not problem
    waiting = here_of(request).waiting(sort)
    if problem and waiting:
        return _choice(request, chosen, here, waiting, {"": problem})
    if act == "aloud" and before and (entry := actions.find_kept(here, before.letter)):
        return to("kept_letter", entry_id=entry)
    return to("letter_write", sort=sort) if act == "change" else to("letters", "sent=1" if is_sent else "")


@in_spaces
@require_safe
def aloud(request: InSpacesRequest, sort: str) -> HttpResponse:
    """In big type, on its writer's own screen alone."""
    chosen, here = _sort(sort), here_of(request)
    waiting = here.waiting(sort)
    if waiting is None or not here.is_over(waiting):
        return to("letter_choice", sort=sort)
    if rests(request, here):
        return resting_page(request)
    return show(request, "aloud", {"sort": chosen, "waiting": waiting}, name_of_partner(here))


def _do(here: Here, sort: str, act: str) -> None:
    if act in {"change", "off"}:
        actions.take_up(here, sort)
    elif act in {"keep", "aloud"}:
        actions.keep(here, sort, "kept" if act == "keep" else "aloud")
    elif act == "send":
        actions.send(here, sort)


def _hint(request: InSpacesRequest, sort: Sort, here: Here, words: dict[str, str]) -> Beside | None:
    """For a letter that may go to the other; one about what it did is looked at only when its writer asks."""
    is_asked = request.POST.get("act") == "look"
    if not is_asked and (not sort.has_hints or here.shared is None or "hinted" in request.POST):
        return None
    texts = [(ask.id, ask.text, words[ask.id]) for ask in sort.prompts]
    return foremost(texts) if is_asked else hint_among(texts, here.private, first=sort.first)


def _text(sort: Sort, words: dict[str, str]) -> str:
    return "\n\n".join(words.get(ask.id, "") for ask in sort.prompts)


def _sort(sort: str) -> Sort:
    if sort not in SORTS:
        raise Http404
    return SORTS[sort]


def _form(
    request: InSpacesRequest,
    sort: Sort,
    here: Here,
    problems: dict[str, str] | None = None,
    *,
    beside: Beside | None = None,
    has_looked: bool = False,
) -> HttpResponse:
    draft = here.draft(sort.id)
    words = typed(request, sort.fields, draft)
    context = {
        "sort": sort,
        "here": here,
        "asking": ASKING,
        "typed": words,
        "has_draft": request.method == "GET" and any(draft.values()),
        "guide": guide(sort.guide),
        "beside": beside,
        "has_looked": has_looked,
        "good": good_beside(here.private, _text(sort, words)) if has_looked else "",
        "problems": problems,
    }
    return show(request, "write", context, name_of_partner(here))


def _choice(
    request: InSpacesRequest, sort: Sort, here: Here, waiting: Waiting, problems: dict[str, str] | None = None
) -> HttpResponse:
    context = {
        "sort": sort,
        "waiting": waiting,
        "is_over": here.is_over(waiting),
        "good": good_beside(here.private, _text(sort, {part.id: part.words for part in waiting.parts}))
        if sort.has_hints
        else "",
        "help": None if sort.has_hints else way_to_help(waiting.as_text()),
        "until": in_words(waiting.until, here.now, here.zone),
        "may_go": here.shared is not None and waiting.space == here.shared.id and not rests(request, here),
        "problems": problems,
    }
    return show(request, "choice", context, name_of_partner(here))
