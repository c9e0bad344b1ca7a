"""“Not ready yet”: a whole answer, kept for oneself, told only by choice."""

from datetime import timedelta

from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from glasswork.promises.actions import small as actions
from glasswork.promises.forms import Form
from glasswork.promises.here import DRAFTS, Here, Read
from glasswork.promises.kinds_of_acts import NotReady
from glasswork.promises.views.drafts import keep_typed
from glasswork.promises.views.pages import NoLongerTwo, here_of, offer_hint, show, to, words_kept
from glasswork.promises.views.resting import resting_page, rests_here
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.spaces.refused import MOVED_ON, reason_against
from glasswork.ui.jinja import url
from glasswork.ui.sent import once_of, typed

MOST_DAYS = 90
TOO_FAR = "Choose a day within 90 days. You can say “not yet” again then."
SAY_TO_TELL = "Write the words you’d like to send, or keep this for yourself."


@in_spaces
@require_http_methods(["GET", "POST"])
@words_kept
def not_ready(request: InSpacesRequest) -> HttpResponse:
    here = here_of(request)
    if request.method == "GET":
        return _page(request, here)
    if request.POST.get("act") == "ready":
        actions.look_again(here)
        return to("small_things" if here.is_shared else "promises")
    form, tells = Form(request.POST, here.today), request.POST.get("act") == "tell"
    if tells and not here.is_shared:
        raise NoLongerTwo
    if tells and rests_here(request, here):
        return resting_page(request)
    look_again = form.day_to_come("look_again", most=MOST_DAYS, too_far=TOO_FAR)
    answer = NotReady(behind=form.words("behind"), look_again=look_again)
    words = form.words("say_it", if_empty=SAY_TO_TELL if tells else "")
    if tells:
        offer_hint(request, form, here, say_it=words)
    once = once_of(request)
    if not form.problems:
        problem = reason_against(lambda: actions.say_not_ready(here, answer, words if tells else "", once=once))
        form.problems |= {"say_it": problem} if problem and problem != MOVED_ON else {}
    if form.problems:
        keep_typed(request, "not-ready")
        return _page(request, here, form.problems)
    DRAFTS.end(request.spaces.private, "not-ready", once=once)
    return to("small_things" if here.is_shared else "promises")


def _page(request: InSpacesRequest, here: Here, problems: dict[str, str] | None = None) -> HttpResponse:
    context = {
        "here": here,
        "is_resting": actions.is_resting(here.own, here.today),
        "until": here.own.not_ready_until,
        "typed": typed(request, ("behind", "say_it", "look_again"), here.draft("not-ready")),
        "soon": here.today + timedelta(days=14),
        "guide": url("exercise", slug="not-ready-yet"),
        "problems": problems,
    }
    return show(request, "not_ready", context, Read(here, []).partner_name)
