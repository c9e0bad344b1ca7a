"""What counts for us? Twenty scenes, sorted apart; they open together when both are in, or at once for one alone."""

from secrets import token_urlsafe
from typing import Any
from uuid import UUID, uuid4

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from glasswork.agreements.actions import end_draft
from glasswork.agreements.cards import PILES, card_of, compare, scenes
from glasswork.agreements.forms import LONGEST, TOO_LONG, first
from glasswork.agreements.held import put_in, read_mine, take_out
from glasswork.agreements.here import Here, load_here
from glasswork.agreements.kinds import SORTED, Sorting
from glasswork.agreements.views.drafts import CARDS, form_about, typed_in
from glasswork.agreements.waiting import why_rest
from glasswork.lib.typed import as_typed
from glasswork.spaces.http import InSpacesRequest, in_spaces
from glasswork.spaces.kinds import Kind
from glasswork.spaces.opening import OpenSpace
from glasswork.spaces.reading import slot_of
from glasswork.spaces.writing import AlreadyWritten, SpaceClosed, append
from glasswork.ui.page import render

STOPPED = "Sharing has stopped, so this was not sent. Your piles are still here."
NOTHING = "Put one card on a pile first. You can leave out any of the others."


@in_spaces
@require_http_methods(["GET", "POST"])
def scenario_cards(request: InSpacesRequest) -> HttpResponse:
    here = load_here(request.spaces, (SORTED,), own=(SORTED,))
    sortings = _latest_round(here)
    subject = f"cards {len(_sortings(here, here.space)) // 2}"
    if request.method == "POST":
        return _send(request, here, subject)
    if here.space and (held := read_mine(here.space, subject)) and "again" not in request.GET:
        return render(request, "agreements/cards_held.html", _names(here) | {"held": held[0]})
    if sortings and "again" not in request.GET:
        return _compared(request, here, sortings)
    return _form(request, here)


def _send(request: InSpacesRequest, here: Here, subject: str) -> HttpResponse:
    if request.POST.get("act") == "take-back" and here.space:
        take_out(here.space, subject)
        return HttpResponseRedirect(reverse("scenario_cards"))
    cards = tuple(card_of(scene, request.POST.get(f"card_{n}", "")) for n, scene in enumerate(_scenes(here), 1))
    over, alone = as_typed(request.POST.get("over", "")), request.POST.get("act") == "alone" or here.space is None
    problems = {} if any(card.pile for card in cards) else {"card_1": NOTHING}
    if len(over) > LONGEST:
        problems["over"] = TOO_LONG
    if not problems and not alone and (why := why_rest(here)):
        problems[""] = why
    if problems:
        return _form(request, here, problems)

    def make(round_id: UUID) -> list[tuple[Kind, str]]:
        return [(Sorting(round=round_id, cards=cards), "cards")]

    once = request.POST.get("once") or token_urlsafe(12)
    try:
        if here.space and not alone:
            put_in(here.private, here.space, subject, make)
        if over or alone:
            own = Sorting(round=uuid4(), cards=cards, over=over)
            append(here.private, own, slot=slot_of(here.private, "cards", once))
    except SpaceClosed:
        return _form(request, here, {"": STOPPED})
    except AlreadyWritten:
        pass  # the same form, pressed twice
    end_draft(here.private, _form_of(here), once=once)
    return HttpResponseRedirect(reverse("scenario_cards"))


def _form(request: InSpacesRequest, here: Here, problems: dict[str, str] | None = None) -> HttpResponse:
    scenes_now, sent = list(enumerate(_scenes(here), 1)), typed_in(request, _form_of(here))
    context = _names(here) | {
        "scenes": scenes_now,
        "piles": PILES,
        "typed": {f"card_{n}": first(sent, f"card_{n}") for n, _ in scenes_now},
        "over": first(sent, "over"),
        "draft": _form_of(here),
        "once": request.POST.get("once") or token_urlsafe(12),
        "problems": problems or {},
    }
    return render(request, "agreements/cards.html", context)


def _compared(request: InSpacesRequest, here: Here, sortings: dict[UUID, Sorting]) -> HttpResponse:
    mine = sortings.get(here.me)
    theirs = next((said for author, said in sortings.items() if author != here.me), None)
    same, differ = compare(mine, theirs) if mine and theirs else ([], [])
    own = [e.value for e in here.of(here.private) if isinstance(e.value, Sorting)]
    piles = {label: [card.text for card in mine.cards if card.pile == pile] for pile, label in PILES} if mine else {}
    context = _names(here) | {
        "same": same,
        "differ": differ,
        "theirs": theirs,
        "piles": piles,
        "over": own[-1].over if own else "",
    }
    return render(request, "agreements/cards_compared.html", context)


def _latest_round(here: Here) -> dict[UUID, Sorting]:
    """The newest round of two by author; one’s own newest piles where there are no two."""
    found = _sortings(here, here.space) or _sortings(here, here.private)
    if not found:
        return {}
    newest = found[-1][1].round
    return {author: said for author, said in found if said.round == newest}


def _sortings(here: Here, space: OpenSpace | None) -> list[tuple[UUID, Sorting]]:
    return [(entry.author, entry.value) for entry in here.of(space) if isinstance(entry.value, Sorting)]


def _scenes(here: Here) -> list[Any]:
    space = here.space or here.private
    return scenes(slot_of(space, "scenes"))


def _form_of(here: Here) -> str:
    """Every space has its own order of cards, and so a draft of its own."""
    return form_about(CARDS, (here.space or here.private).id)


def _names(here: Here) -> dict[str, Any]:
    path = reverse("lines" if here.space else "own_lines")
    return {"here": here, "partner_name": here.partner_name, "back": (path, "Lines")}
