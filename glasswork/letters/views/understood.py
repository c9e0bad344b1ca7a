"""How well somebody feels understood: kept for themself alone, and shown to nobody else."""

from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from glasswork.letters.understood import LEVELS, is_heard, is_read, keep_understood
from glasswork.letters.views.own import find_kept
from glasswork.letters.views.pages import here_of, to
from glasswork.letters.views.reading import find
from glasswork.spaces.http import InSpacesRequest, in_spaces


@in_spaces
@require_POST
def letter(request: InSpacesRequest, letter_id: UUID) -> HttpResponse:
    if is_read(find(request, letter_id).post):
        _keep(request, letter_id)
    return to("letter", letter_id=letter_id)


@in_spaces
@require_POST
def kept(request: InSpacesRequest, entry_id: UUID) -> HttpResponse:
    if is_heard(find_kept(request, entry_id)):
        _keep(request, entry_id)
    return to("kept_letter", entry_id=entry_id)


def _keep(request: InSpacesRequest, about: UUID) -> None:
    level = request.POST.get("understood", "")
    if level in LEVELS:
        keep_understood(here_of(request), about, int(level))
