"""What these pages need to know besides the answers: where somebody goes on to, and their country."""

from django.http import HttpRequest
from django.urls import reverse

from glasswork.people.paths import local_path
from glasswork.safety.help_lines import find_country
from glasswork.spaces.common_kinds import Settings
from glasswork.spaces.http import InSpacesRequest
from glasswork.spaces.opening import OpenSpace
from glasswork.spaces.reading import read_slip


def next_path(request: HttpRequest) -> str:
    """A path of this server from the form or the address, or nothing."""
    return local_path(request.POST.get("next", "") or request.GET.get("next", ""))


def country_of(request: InSpacesRequest) -> str:
    """Two letters, or nothing where none was chosen."""
    return country_in(request.spaces.private)


def country_in(private: OpenSpace) -> str:
    settings = read_slip(private, Settings, "settings")
    return settings.country if settings else ""


def help_path(code: str) -> str:
    """The help page with that country first; without it where there are no numbers for the country."""
    return reverse("help_lines") + (f"?country={code}" if find_country(code) else "")
