"""Content as it stands on a page: Markdown made into HTML, with links that lead to its pages."""

from functools import cache, partial

from django.urls import reverse
from markupsafe import Markup

from glasswork.lib.markdown import to_html
from glasswork.programme.shelf import target_of

ROUTES = {
    "exercises": "exercise",
    "library": "library_page",
    "steps": "step",
    "stages": "stage",
    "paper": "sheet",
}


@cache  # the content is the same until the next start
def html(text: str, folder: str) -> Markup:
    """``text`` of a page in ``folder``: its links are relative to that."""
    return to_html(text, partial(_path_of, folder))


def _path_of(folder: str, link: str) -> str:
    target = target_of(link, folder)
    return reverse(ROUTES[target[0]], args=[target[1]]) if target else link
