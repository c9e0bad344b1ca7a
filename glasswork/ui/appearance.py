"""How the product looks to one device: light or dark, and under which name and icon it is installed.

Both are plain cookies, since they must hold before anyone signs in; neither names the product (N2).
"""

from typing import Literal, NamedTuple

from django.conf import settings
from django.http import HttpRequest

THEME_COOKIE = "__Host-theme"
FACE_COOKIE = "__Host-face"

type Theme = Literal["light", "dark", ""]


class Face(NamedTuple):
    """A name and a set of icons (``ui/icons/<icons>-192.png`` and so on) for the installed app."""

    key: str
    name: str
    icons: str


def theme_of(request: HttpRequest) -> Theme:
    """The chosen theme; empty means whatever the device prefers."""
    match request.COOKIES.get(THEME_COOKIE):
        case "light":
            return "light"
        case "dark":
            return "dark"
        case _:
            return ""


def face_of(request: HttpRequest) -> Face:
    """The chosen face; anything unknown is the product's own."""
    chosen = request.COOKIES.get(FACE_COOKIE, "")
    return next((face for face in faces() if face.key == chosen), faces()[0])


def faces() -> tuple[Face, ...]:
    """The faces one can choose from, the product's own first."""
    return (
        Face("glasswork", settings.GLASSWORK_NAME, "glasswork"),
        Face("notes", "Notes", "notes"),
        Face("journal", "Journal", "journal"),
    )
