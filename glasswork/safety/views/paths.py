"""What the private pages need to know besides the answers: where somebody goes on to, and their country."""

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme

from glasswork.spaces.common_kinds import Settings
from glasswork.spaces.http import InSpacesRequest
from glasswork.spaces.reading import read_slip


def next_path(request: HttpRequest) -> str:
    """A path of this server from the form or the address, or nothing."""
    path = request.POST.get("next", "") or request.GET.get("next", "")
    return path if path.startswith("/") and url_has_allowed_host_and_scheme(path, allowed_hosts=None) else ""


def country_of(request: InSpacesRequest) -> str:
    """Two letters, or nothing where none was chosen."""
    settings = read_slip(request.spaces.private, Settings, "settings")
    return settings.country if settings else ""
