"""How much one would like to know, said before the other writes it down; changed on any day, and never in silence."""

from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from glasswork.hints.beside import Beside
from glasswork.questions.actions import account as actions
from glasswork.questions.before_it_goes import hint_among
from glasswork.questions.forms import LONGEST_QUESTION, Form
from glasswork.questions.here import DRAFTS, Here
from glasswork.questions.kinds_of_words import ACCOUNTS, Scope
from glasswork.questions.scopes import LEAVES, NOTHING, SIZES, Scopes, asking_of, has_told, scopes_of
from glasswork.questions.views.pages import name_of_partner, resting_page, shared_here, show, to
from glasswork.safety.resting import is_resting
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.spaces.reading import Want, read_entries
from glasswork.spaces.refused import reason_against
from glasswork.spaces.writing import utc_day
from glasswork.ui.sent import once_of

SAY_SIZE = "Choose how much. You can change it on any day."


@in_spaces
@require_http_methods(["GET", "POST"])
def scope(request: InSpacesRequest) -> HttpResponse:
    here, act = shared_here(request), request.POST.get("act", "")
    if request.method == "GET":
        return _page(request, here)
    if act == "back":
        reason_against(lambda: actions.take_scope_back(here))
        return to("account_scope")
    if act == "later":
        reason_against(lambda: actions.put_scope_by(here))
        return to("questions")
    if is_resting(request):
        return resting_page(request)
    return _sent(request, here)


def _sent(request: InSpacesRequest, here: Here) -> HttpResponse:
    form, once = Form(request.POST, here.today), once_of(request)
    said = _clean(form)
    problems, beside = dict(form.problems), None
    if not problems and "hinted" not in request.POST:
        beside = hint_among(here, {"words": said.words})
    if not problems and not beside:
        problem = reason_against(lambda: actions.set_scope(here, said))
        if problem is None:
            DRAFTS.end(request.spaces.private, "scope", once=once)
            return to("account_scope", mark="said")
        problems[""] = problem
    DRAFTS.save(request.spaces.private, "scope", {"words": said.words}, once="")
    return _page(request, here, problems, beside)


def _clean(form: Form) -> Scope:
    size = form.choice("size", SIZES, if_none=SAY_SIZE)
    return Scope(
        on=utc_day(),
        size=size,
        asks=SIZES.get(size, ""),
        leaves=() if size == NOTHING else tuple(LEAVES[each] for each in form.choices("leave_out", LEAVES)),
        words=form.words("words", longest=LONGEST_QUESTION),
    )


def _page(
    request: InSpacesRequest, here: Here, problems: dict[str, str] | None = None, beside: Beside | None = None
) -> HttpResponse:
    assert here.space is not None
    entries = read_entries(Want(here.space, tags=(ACCOUNTS,)))
    mine, asking = scopes_of(entries, here.me), asking_of(entries, here.me)
    context = {
        "here": here,
        "mine": mine,
        "is_asked": asking is not None and asking not in here.mine.doors,
        "is_told": has_told(entries, here.space.other),
        "sizes": list(SIZES.items()),
        "leaves": list(LEAVES.items()),
        "typed": _typed(request, here, mine),
        "was_said": "said" in request.GET,
        "beside": beside,
        "problems": problems,
    }
    return show(request, "account_scope", context, name_of_partner(here))


def _typed(request: InSpacesRequest, here: Here, mine: Scopes) -> dict[str, object]:
    """As just sent, as it was left, or as it stands."""
    if request.method == "POST":
        sent = request.POST
        return {
            "size": sent.get("size", ""),
            "leave_out": sent.getlist("leave_out"),
            "words": sent.get("words", ""),
        }
    said, draft = mine.now.scope if mine.now else None, here.draft("scope").get("words", "")
    leaves = [key for key, label in LEAVES.items() if said and label in said.leaves]
    return {"size": said.size if said else "", "leave_out": leaves, "words": draft or (said.words if said else "")}
