"""The whole account: written alone over days, shared in one go, behind a door that its reader opens or leaves."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from glasswork.hints.beside import Beside
from glasswork.questions.accounts import Told, accounts_in, find_account, scopes_in
from glasswork.questions.actions import account as actions
from glasswork.questions.before_it_goes import hint_among
from glasswork.questions.forms import Form
from glasswork.questions.here import DRAFTS, Here
from glasswork.questions.kinds_of_words import Account, Addition
from glasswork.questions.views.pages import for_two, here_of, name_of_partner, resting_page, shared_here, show, to
from glasswork.safety.resting import is_resting
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.spaces.refused import reason_against
from glasswork.spaces.writing import utc_day
from glasswork.ui.jinja import url
from glasswork.ui.sent import once_of, typed

FIELDS = ("walls", "doors", "touched", "left_out")
SAY_WALLS = "Write what happened first: when, how often, by what means."
SAY_LATER = "Write first what you’d like to add."
DOORS = {"open": "opens", "later": "later", "therapist": "visit"}


@in_spaces
@require_http_methods(["GET", "POST"])
def account(request: InSpacesRequest) -> HttpResponse:
    """Writing it. It stays one’s own, a draft for as many days as it takes, until all of it is shared at once."""
    here = shared_here(request)
    shares, asks = (request.POST.get("act") == act for act in ("share", "please"))
    if (shares or asks) and is_resting(request):
        return resting_page(request)
    if request.method == "GET":
        return _write(request, here)
    form = Form(request.POST, here.today)
    texts = {name: form.words(name, if_empty=SAY_WALLS if shares and name == "walls" else "") for name in FIELDS}
    beside = None if not shares or form.problems or "hinted" in request.POST else hint_among(here, texts)
    once, whole = once_of(request), Account(id=UUID(int=0), on=utc_day(), **texts)
    done: list[UUID] = []
    problems = dict(form.problems)
    if shares and not problems and not beside:
        scope = form.id("scope")
        problem = reason_against(lambda: done.append(actions.share(here, whole, once=once, scope=scope)))
        problems |= {"": problem} if problem else {}
    if asks and not problems and (problem := reason_against(lambda: actions.ask_for_scope(here))):
        problems[""] = problem
    if not done:
        DRAFTS.save(request.spaces.private, "account", {name: request.POST.get(name, "") for name in FIELDS}, once="")
        return (
            _write(request, here, problems, beside)
            if problems or beside
            else to("account_new", mark="asked" if asks else "kept")
        )
    DRAFTS.end(request.spaces.private, "account", once=once)
    return to("account", account_id=done[0])


@in_spaces
@require_safe
def told(request: InSpacesRequest, account_id: UUID) -> HttpResponse:
    """To its reader a door, until they open it; to its author what they shared."""
    here = here_of(request)
    return told_page(request, here, find(here, account_id))


@in_spaces
@require_POST
def door(request: InSpacesRequest, account_id: UUID) -> HttpResponse:
    """Open now, later, or with the therapist. Nobody else learns which."""
    here = here_of(request)
    found, how = find(here, account_id), DOORS.get(request.POST.get("act", ""))
    if how and not found.is_mine:
        actions.use_door(here, account_id, how)
    return to("account", account_id=account_id) if how == "opens" else to("questions")


@in_spaces
@require_POST
@for_two
def later(request: InSpacesRequest, account_id: UUID) -> HttpResponse:
    here = here_of(request)
    found, form = find(here, account_id), Form(request.POST, here.today)
    words, once = form.words("words", if_empty=SAY_LATER), once_of(request)
    takes = found.is_mine and found.account is not None and not found.space.is_closed
    is_free = form.problems or "hinted" in request.POST or not takes
    beside = None if is_free else hint_among(here, {"words": words})
    problems = dict(form.problems)
    if not problems and not beside:
        addition = Addition(account=account_id, on=utc_day(), words=words)
        problem = reason_against(lambda: actions.add_to(here, found, addition))
        if problem is None:
            DRAFTS.end(request.spaces.private, "addition", once=once, about=str(account_id))
            return to("account", account_id=account_id)
        problems[""] = problem
    DRAFTS.save(request.spaces.private, "addition", {"words": words}, once="", about=str(account_id))
    return told_page(request, here, found, problems, beside)


@in_spaces
@require_POST
@for_two
def word(request: InSpacesRequest, account_id: UUID) -> HttpResponse:
    """“That’s what I asked for”, or nothing."""
    here = here_of(request)
    found = find(here, account_id)
    if request.POST.get("act") == "met" and (problem := reason_against(lambda: actions.say_met(here, found))):
        return told_page(request, here, found, {"": problem})
    return to("account", account_id=account_id)


@in_spaces
@require_POST
def withdrawal(request: InSpacesRequest, account_id: UUID) -> HttpResponse:
    here = here_of(request)
    reason_against(lambda: actions.take_account_back(here, find(here, account_id)))
    return to("account", account_id=account_id)


def find(here: Here, account_id: UUID) -> Told:
    """404 for whoever can’t read it, as for one that never was."""
    found = find_account(here.spaces, account_id)
    if found is None:
        raise Http404
    return found


def _write(
    request: InSpacesRequest, here: Here, problems: dict[str, str] | None = None, beside: Beside | None = None
) -> HttpResponse:
    assert here.space is not None
    mine = next((each for each in accounts_in(here.space) if each.is_mine), None)
    context = {
        "here": here,
        "shared": mine,
        "theirs": scopes_in(here.space, here.space.other),
        "typed": typed(request, FIELDS, here.draft("account")),
        "was_kept": "kept" in request.GET,
        "has_draft": request.method == "GET" and any(here.draft("account").values()),
        "guide": url("exercise", slug="outline-timeline"),
        "beside": beside,
        "problems": problems,
    }
    return show(request, "account_new", context, name_of_partner(here))


def told_page(
    request: InSpacesRequest,
    here: Here,
    found: Told,
    problems: dict[str, str] | None = None,
    beside: Beside | None = None,
) -> HttpResponse:
    pin = found.space.partner
    name = (found.names.get(pin.account) or pin.name) if pin else ""
    put_by = here.mine.doors.get(found.id, "")
    context: dict[str, Any] = {
        "here": here,
        "told": found,
        "put_by": put_by,
        "is_open": not found.space.is_closed,
        "typed": {"words": request.POST.get("words", here.draft("addition", str(found.id)).get("words", ""))},
        "unsent": request.POST.get("words", "") if problems and ("" in problems or found.space.is_closed) else "",
        "beside": beside,
        "problems": problems,
    }
    if found.account is None:
        return show(request, "account_back", context, name)
    is_door = not found.is_mine and put_by != "opens"
    return show(request, "account_door" if is_door else "account", context, name)
