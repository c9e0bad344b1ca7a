"""What the private pages need to know besides the answers: where somebody goes on to, and their country."""

from django.http import HttpRequest

from glasswork.people.paths import local_path
from glasswork.spaces.common_kinds import Settings
from glasswork.spaces.http import InSpacesRequest
from glasswork.spaces.reading import read_slip


def next_path(request: HttpRequest) -> str:
    """A path of this server from the form or the address, or nothing."""
    return local_path(request.POST.get("next", "") or request.GET.get("next", ""))


def country_of(request: InSpacesRequest) -> str:
    """Two letters, or nothing where none was chosen."""
    settings = read_slip(request.spaces.private, Settings, "settings")
    return settings.country if settings else ""
