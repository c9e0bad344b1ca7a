"""The front page: a door where one waits, what is done and rests, what to write, and what is only one's own."""

from typing import NamedTuple

from django.http import HttpResponse
from django.views.decorators.http import require_POST, require_safe

from glasswork.letters.forms import HEARD
from glasswork.letters.here import DRAFTS, Here
from glasswork.letters.kinds import OWN, Kept
from glasswork.letters.post import Post, mail_of
from glasswork.letters.sorts import APOLOGY, IMPACT, OWNERSHIP, PERSPECTIVE, SORTS, Sort
from glasswork.letters.views.pages import here_of, name_of_partner, rests, show
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.spaces.reading import Want, read_entries
from glasswork.talks.pauses import in_words

FORMS = {
    **{sort.id: sort.fields for sort in SORTS.values()},
    "never": ("to", "words"),
    "reasons": ("words",),
    "heard": HEARD,
    "reply": ("words",),
    "answer": ("words",),
    "mirror": ("words",),
}
KEPT_AT_ONCE = 60


class ToWrite(NamedTuple):
    sort: Sort
    line: str
    waits: bool


@in_spaces
@require_safe
def letters(request: InSpacesRequest) -> HttpResponse:
    here, mail = here_of(request), mail_of(request.spaces)
    own = read_entries(Want(here.private, tags=(OWN,)), newest=KEPT_AT_ONCE)
    kept = [
        (entry, entry.value) for entry in reversed(own) if isinstance(entry.value, Kept) and _is_listed(entry.value)
    ]
    was_sent, sent = "sent" in request.GET, next((post for post in mail.posts if post.is_mine), None)
    context = {
        "here": here,
        "door": next((post for post in mail.posts if post.is_open and post.is_door_for(here.mine)), None),
        "mail": mail,
        "lines": {post.id: _line(post, here) for post in mail.posts},
        "to_write": [_to_write(sort, here) for sort in _sorts_for(here)],
        "kept": [(entry.id, entry.day, value, SORTS.get(value.sort)) for entry, value in kept],
        "was_kept": "kept" in request.GET,
        "was_sent": was_sent,
        "repair_of": sent if was_sent and sent and sent.repair and not rests(request, here) else None,
        "back": None,
    }
    return show(request, "letters", context, name_of_partner(here))


@in_spaces
@require_POST
def draft(request: InSpacesRequest, form: str) -> HttpResponse:
    """What is being typed in one of the forms, kept sealed in one's own space. Anger has none: it isn't kept at all.

    409 while a finished letter waits: what is typed in another tab would be lost under it.
    """
    fields = {name: request.POST[name] for name in FORMS.get(form, ()) if name in request.POST}
    if form in SORTS and here_of(request).waiting(form):
        return HttpResponse(status=409)
    if fields:
        once, about = request.POST.get("once", ""), request.POST.get("about", "")[:36]
        DRAFTS.save(request.spaces.private, form, fields, once=once, about=about)
    return HttpResponse(status=204)


def _sorts_for(here: Here) -> list[Sort]:
    """Somebody alone is asked for no letter to a partner; one that they began stays within reach."""
    if here.shared:
        return [IMPACT, OWNERSHIP, APOLOGY, PERSPECTIVE]
    return [sort for sort in SORTS.values() if sort is PERSPECTIVE or _is_begun(sort, here)]


def _is_begun(sort: Sort, here: Here) -> bool:
    return here.waiting(sort.id) is not None or any(here.draft(sort.id).values())


def _to_write(sort: Sort, here: Here) -> ToWrite:
    waiting = here.waiting(sort.id)
    if waiting and here.is_over(waiting):
        return ToWrite(sort, "Done. You choose where it goes", True)
    if waiting:
        return ToWrite(sort, f"Rests until {in_words(waiting.until, here.now, here.zone)}", True)
    return ToWrite(sort, "Begun. Only you can open it" if _is_begun(sort, here) else sort.words.line, False)


def _line(post: Post, here: Here) -> str:
    """Where it stands, for this reader alone."""
    if post.reply:
        return "A letter came back" if post.is_mine else "You wrote back"
    if post.mirror:
        return "You said back what you heard" if post.is_mine else "They said back what they heard"
    if post.answers:
        return f"“{post.sort.answers[post.answers[-1].says]}”"
    if post.heard:
        return "Three things were heard" if post.is_mine else "Two days to let it land"
    return "Sent" if post.is_mine else "To read" if post.id not in here.mine.opened else "You opened it"


def _is_listed(kept: Kept) -> bool:
    return kept.goes in {"kept", "aloud"}
