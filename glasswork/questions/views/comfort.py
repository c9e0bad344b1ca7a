"""Words for when fear comes: chosen by day and by both, asked for with a tap, and never counted."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from glasswork.hints.beside import Beside
from glasswork.questions.actions import comfort as actions
from glasswork.questions.actions.comfort import read_words
from glasswork.questions.before_it_goes import hint_among
from glasswork.questions.comfort import HOWS, PLEASE, SAID, answer_to, is_asked_for
from glasswork.questions.forms import LONGEST_LINE, Form
from glasswork.questions.here import DRAFTS, Here
from glasswork.questions.kinds_of_words import CanSay, Please
from glasswork.questions.views.pages import name_of_partner, resting_page, shared_here, show, to
from glasswork.safety.resting import is_resting
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.spaces.kinds import Kind
from glasswork.spaces.reading import read_slips_at, slot_of
from glasswork.spaces.refused import MOVED_ON, reason_against
from glasswork.ui.jinja import url
from glasswork.ui.sent import once_of

SAY_WORDS = "Write the words first. One short sentence is best."


@in_spaces
@require_http_methods(["GET", "POST"])
def comfort(request: InSpacesRequest) -> HttpResponse:
    here = shared_here(request)
    if request.method == "GET":
        return _page(request, here)
    act, form = request.POST.get("act", ""), Form(request.POST, here.today)
    if act != "back" and is_resting(request):
        return resting_page(request)
    words = form.words("words", if_empty=SAY_WORDS if act == "add" else "", longest=LONGEST_LINE)
    beside = None if form.problems or "hinted" in request.POST else hint_among(here, {"words": words})
    if form.problems or beside:
        if act == "add":
            DRAFTS.save(request.spaces.private, "comfort", {"words": words}, once="")
        return _page(request, here, form.problems, beside)
    which, once = form.id("which") or UUID(int=0), once_of(request)
    acts: dict[str, Callable[[], object]] = {
        "add": lambda: actions.add_words(here, words, once=once),
        "can": lambda: actions.say_if(here, which, CanSay(comfort=which, is_yes=True)),
        "cannot": lambda: actions.say_if(here, which, CanSay(comfort=which, is_yes=False, words=words)),
        "back": lambda: actions.take_words_back(here, which),
        "please": lambda: actions.ask_to_hear(here, which),
        **{how: partial(actions.say_so, here, how) for how in HOWS},
    }
    problem = reason_against(acts[act]) if act in acts else MOVED_ON
    if problem:
        return _page(request, here, {"": problem})
    if act == "add":
        DRAFTS.end(request.spaces.private, "comfort", once=once)
    return to("comfort")


def _page(
    request: InSpacesRequest, here: Here, problems: dict[str, str] | None = None, beside: Beside | None = None
) -> HttpResponse:
    assert here.space is not None
    taps = _taps(here)
    words = {each.id: each for each in read_words(here.space)}
    mine, theirs = taps[PLEASE, True], taps[PLEASE, False]
    is_asked = is_asked_for(theirs, taps[SAID, True], here.now) and not here.quiet
    asked = theirs.comfort if isinstance(theirs, Please) and is_asked else None
    context = {
        "here": here,
        "mine": [each for each in words.values() if each.author == here.me],
        "theirs": [each for each in words.values() if each.author != here.me],
        "asked": words.get(asked) if asked else None,
        "hows": HOWS,
        "my_please": words.get(mine.comfort)
        if isinstance(mine, Please) and is_asked_for(mine, None, here.now)
        else None,
        "answer": answer_to(mine, taps[SAID, False]),
        "instead": request.POST.get("which", "") if request.POST.get("act") == "cannot" else "",
        "sent": request.POST.get("words", ""),
        "draft": here.draft("comfort").get("words", ""),
        "guide": url("exercise", slug="reassurance-words"),
        "beside": beside,
        "problems": problems,
    }
    return show(request, "comfort", context, name_of_partner(here))


def _taps(here: Here) -> dict[tuple[str, bool], Kind | None]:
    """The two slips of each, by name and whether they are one’s own. One query."""
    assert here.space is not None
    who = {True: here.me, False: here.other or here.me}
    slots = {
        slot_of(here.space, f"{name} {who[is_mine].hex}"): (name, is_mine) for name in (PLEASE, SAID) for is_mine in who
    }
    found: dict[tuple[str, bool], Kind | None] = dict.fromkeys(slots.values())
    for slip in read_slips_at(here.space, list(slots)):
        found[slots[slip.slot]] = slip.value
    return found
