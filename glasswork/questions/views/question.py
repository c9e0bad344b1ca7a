"""One question: what its reader may say, what its asker may say, and parking, which takes both."""

from collections.abc import Callable
from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_POST, require_safe

from glasswork.questions.actions import answering, asking
from glasswork.questions.before_it_goes import hint_among
from glasswork.questions.forms import LONGEST_LINE, TAKEN_BACK, Form
from glasswork.questions.here import DRAFTS, Here
from glasswork.questions.kinds import Answer, Later, Parking, Thanks
from glasswork.questions.standing import MOST_DAYS, MOST_PARKED, State, where
from glasswork.questions.threads import Found
from glasswork.questions.views.pages import for_two, here_of, to
from glasswork.questions.views.showing import WHOM, find, question_page, takes
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.spaces.refused import MOVED_ON, reason_against
from glasswork.spaces.writing import utc_day
from glasswork.ui.sent import once_of

SAY_ANSWER = "Write your answer first, or choose one of the other ways."
SAY_WHY = "Say in a line why it could wait."
SAY_LATER = "Write first what you’d like to add."
TOO_FAR = "Choose a day within a week. A later one is a long wait."
TOO_LONG_PARKED = "Choose a day within a month. You can park it again then."


@in_spaces
@require_safe
def question(request: InSpacesRequest, question_id: UUID) -> HttpResponse:
    here = here_of(request)
    return question_page(request, here, find(here, question_id))


@in_spaces
@require_POST
@for_two
def answer(request: InSpacesRequest, question_id: UUID) -> HttpResponse:
    here, found, form = _begin(request, question_id)
    is_spoken = request.POST.get("act") == "spoken"
    words = form.words("words", if_empty="" if is_spoken else SAY_ANSWER)
    said = Answer(question=question_id, how="spoken" if is_spoken else "writing", words=words)
    if found.question.last(Answer) == said:  # the same form, sent twice
        return to("question", question_id=question_id)
    return _send(
        request,
        here,
        found,
        form,
        name="answer",
        texts={"words": words},
        act=lambda: answering.answer(here, question_id, said),
    )


@in_spaces
@require_POST
@for_two
def day(request: InSpacesRequest, question_id: UUID) -> HttpResponse:
    here, found, form = _begin(request, question_id)
    by = form.day("by", most=MOST_DAYS, too_far=TOO_FAR)
    now = where(found.question)
    if now.state is State.PROMISED and now.day == by:
        return to("question", question_id=question_id)
    return _send(request, here, found, form, name="day", act=lambda: answering.name_day(here, question_id, by))


@in_spaces
@require_POST
@for_two
def parking(request: InSpacesRequest, question_id: UUID) -> HttpResponse:
    """Either would like to park it; the other says yes or no."""
    here, found, form = _begin(request, question_id)
    act = request.POST.get("act", "")
    if act in {"yes", "no"}:
        return _send(
            request, here, found, form, act=lambda: answering.answer_parking(here, question_id, is_yes=act == "yes")
        )
    offer = Parking(
        question=question_id,
        why=form.words("why", if_empty=SAY_WHY, longest=LONGEST_LINE),
        look_on=form.day("look_again_on", least=1, most=MOST_PARKED, too_far=TOO_LONG_PARKED),
        whom=form.choice("whom", WHOM) or "therapist",
    )
    if where(found.question).offer == offer:
        return to("question", question_id=question_id)
    return _send(
        request,
        here,
        found,
        form,
        name="parking",
        texts={"why": offer.why},
        act=lambda: answering.offer_parking(here, offer),
    )


@in_spaces
@require_POST
@for_two
def later(request: InSpacesRequest, question_id: UUID) -> HttpResponse:
    here, found, form = _begin(request, question_id)
    words = form.words("words", if_empty=SAY_LATER)
    added = Later(question=question_id, on=utc_day(), words=words)
    return _send(
        request, here, found, form, name="later", texts={"words": words}, act=lambda: answering.add_later(here, added)
    )


@in_spaces
@require_POST
@for_two
def word(request: InSpacesRequest, question_id: UUID) -> HttpResponse:
    """Its asker’s: thank you, asking again kindly, taking it out of parking."""
    here, found, form = _begin(request, question_id)
    acts = {"thanks": asking.thank, "kindly": asking.ask_kindly, "out": asking.take_out}
    act = acts.get(request.POST.get("act", ""))
    if act is None or (act is asking.thank and found.question.last(Thanks)):
        return to("question", question_id=question_id)
    return _send(request, here, found, form, act=lambda: act(here, question_id))


@in_spaces
@require_POST
def withdrawal(request: InSpacesRequest, question_id: UUID) -> HttpResponse:
    """One's own words here, taken back; that they were there stays visible (S7)."""
    here = here_of(request)
    asking.take_back(here, find(here, question_id).question)
    return to("question", question_id=question_id)


def _begin(request: InSpacesRequest, question_id: UUID) -> tuple[Here, Found, Form]:
    here = here_of(request)
    return here, find(here, question_id), Form(request.POST, here.today)


def _send(
    request: InSpacesRequest,
    here: Here,
    found: Found,
    form: Form,
    *,
    name: str = "",
    texts: dict[str, str] | None = None,
    act: Callable[[], object],
) -> HttpResponse:
    """Does it, unless something is wrong, a hint comes first, or it had moved on; the words are always kept."""
    texts = texts or {}
    about, once = str(found.question.id), once_of(request)
    is_free = form.problems or "hinted" in request.POST or not takes(here, found.question, name)
    beside = None if is_free else hint_among(here, texts)
    problems = dict(form.problems)
    if not problems and beside is None:
        problem = reason_against(act)
        if problem is None:
            DRAFTS.end(request.spaces.private, name, once=once, about=about) if texts else None
            return to("question", mark="said" if name == "answer" else "", question_id=found.question.id)
        problems[""] = TAKEN_BACK if problem == MOVED_ON and found.question.asked is None else problem
        found = find(here_of(request), found.question.id)
    if any(texts.values()):
        DRAFTS.save(request.spaces.private, name, texts, once="", about=about)
    return question_page(request, here, found, problems, form=name, beside=beside)
