"""The hour for questions: named by one, agreed by the other, ended by either."""

from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from glasswork.questions.actions import hour as actions
from glasswork.questions.delivery import OwnHour, own_hour
from glasswork.questions.forms import Form
from glasswork.questions.here import Here
from glasswork.questions.views.pages import name_of_partner, resting_page, shared_here, show, to
from glasswork.safety.resting import is_resting
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.spaces.refused import MOVED_ON, reason_against

HOURS = {str(hour): f"{hour}:00" for hour in range(8, 21)}
SAY_HOUR = "Choose an hour."


@in_spaces
@require_http_methods(["GET", "POST"])
def hour(request: InSpacesRequest) -> HttpResponse:
    here = shared_here(request)
    form, act = Form(request.POST, here.today), request.POST.get("act", "")
    if request.method == "POST":
        if act != "end" and is_resting(request):
            return resting_page(request)
        chosen = form.choice("hour", HOURS, if_none=SAY_HOUR if act not in {"yes", "end"} else "")
        if not form.problems:
            wish = here.ledger.wish
            if act == "end":
                problem = reason_against(lambda: actions.end_hour(here))
            elif act == "yes":
                agreed = (
                    wish.hour if wish and f"{wish.hour.hour}:{wish.hour.minute}" == request.POST.get("which") else None
                )
                problem = reason_against(lambda: actions.agree_to_hour(here, agreed)) if agreed else MOVED_ON
            else:
                problem = reason_against(lambda: actions.name_hour(here, int(chosen)))
            if problem is None:
                return to("questions_hour")
            form.problems[""] = problem
    ledger = here.ledger
    context = {
        "here": here,
        "agreed": here.hour,
        "wish": ledger.wish,
        "wished": own_hour(ledger.wish.hour, _own(here), here.now, here.zone) if ledger.wish else None,
        "hours": list(HOURS.items()),
        "chosen": request.POST.get("hour", "19"),
        "problems": form.problems,
    }
    return show(request, "hour", context, name_of_partner(here))


def _own(here: Here) -> tuple[OwnHour, ...]:
    """One’s own wish stands as it was named; the other’s as one’s own clock shows it now."""
    wish = here.ledger.wish
    return here.desk.hours if wish and wish.by == here.me else ()
