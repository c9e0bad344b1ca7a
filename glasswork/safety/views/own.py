"""From anywhere to the numbers of one’s own country. The page it leads to is alike for everybody (N4)."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_safe

from glasswork.people.http import recognise
from glasswork.people.sessions import is_locked
from glasswork.safety.views.paths import country_in, help_path
from glasswork.seal.errors import SealError
from glasswork.spaces.opening import open_spaces


@require_safe
def own_help_lines(request: HttpRequest) -> HttpResponse:
    """Never asks anybody to sign in, and shows nothing: whoever looks for help gets there whatever is wrong."""
    return HttpResponseRedirect(help_path(_country(request)))


def _country(request: HttpRequest) -> str:
    """Nothing on a phone that its owner has handed to somebody."""
    try:
        person = recognise(request)
        return "" if person is None or is_locked(person) else country_in(open_spaces(person).private)
    except SealError:
        return ""
