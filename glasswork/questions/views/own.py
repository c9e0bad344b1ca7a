"""One’s own list: drafts, what one keeps to oneself, and questions for one’s own therapist, to print."""

from django.http import HttpResponse
from django.views.decorators.http import require_http_methods, require_safe

from glasswork.questions.actions import asking
from glasswork.questions.actions.asking import Wish
from glasswork.questions.forms import LONGEST_LINE, LONGEST_QUESTION, Form
from glasswork.questions.kinds import TAG
from glasswork.questions.standing import State
from glasswork.questions.threads import NEWEST
from glasswork.questions.views.front import all_questions, own_lists, rows_of
from glasswork.questions.views.pages import here_of, name_of_partner, show, to
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.spaces.reading import Want, read_entries
from glasswork.spaces.refused import reason_against
from glasswork.ui.sent import once_of

SAY_WORDS = "Write your question first."
STATES = {"back": "draft", "visit": "visit", "keep": "keeps", "away": ""}
KEPT = ("draft", "keeps", "visit", "many")


@in_spaces
@require_http_methods(["GET", "POST"])
def mine(request: InSpacesRequest) -> HttpResponse:
    here = here_of(request)
    form = Form(request.POST, here.today)
    if request.method == "POST":
        act, note = request.POST.get("act", ""), form.id("note")
        if act in STATES and note:
            problem = reason_against(lambda: asking.change_note(here, note, STATES[act]))
        else:
            wish = Wish(
                form.words("words", if_empty=SAY_WORDS, longest=LONGEST_QUESTION),
                "",
                "",
                form.words("change", longest=LONGEST_LINE),
                (),
            )
            problem = (
                None
                if form.problems
                else reason_against(lambda: asking.keep(here, wish, "visit", once=once_of(request)))
            )
        form.problems |= {"": problem} if problem else {}
        if not form.problems:
            return to("questions_mine")
    context = {
        "here": here,
        **own_lists(here),
        "waiting": here.waiting(),
        "typed": {"words": request.POST.get("words", "")},
        "said": next((word for word in KEPT if word in request.GET), ""),
        "problems": form.problems,
    }
    return show(request, "mine", context, name_of_partner(here))


@in_spaces
@require_safe
def therapist(request: InSpacesRequest) -> HttpResponse:
    """One sheet: one’s own list, and what one asked and both parked for the therapist."""
    here = here_of(request)
    entries = read_entries(Want(here.space, tags=(TAG,)), newest=NEWEST) if here.space else []
    rows = [row for row in rows_of(here, all_questions(here, entries)) if row.is_mine]
    parked = [
        row for row in rows if row.where.state is State.PARKED and row.where.offer and row.where.offer.whom != "two"
    ]
    return show(request, "therapist", {"here": here, **own_lists(here), "parked": parked}, "")
