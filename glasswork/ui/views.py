"""What belongs to the shell and to no room: manifest, service worker, the plain timer, the elements page."""

import json
from hashlib import sha256

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import get_template
from django.views.decorators.http import require_safe

from glasswork.ui import offline, samples
from glasswork.ui.appearance import Face, face_of
from glasswork.ui.jinja import static, url
from glasswork.ui.page import render


@require_safe
def manifest(request: HttpRequest) -> HttpResponse:
    """The installed app: under the name and icon that this device chose."""
    return HttpResponse(json.dumps(_manifest(face_of(request))), content_type="application/manifest+json")


def _manifest(face: Face) -> dict[str, object]:
    sizes = [("192", "any"), ("512", "any"), ("maskable", "maskable")]
    return {
        "id": "/",
        "name": face.name,
        "short_name": face.name,
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "background_color": "#f6f4ee",
        "theme_color": "#f6f4ee",
        "icons": [
            {
                "src": static(f"ui/icons/{face.icons}-{size}.png"),
                "sizes": "512x512" if size == "maskable" else f"{size}x{size}",
                "type": "image/png",
                "purpose": purpose,
            }
            for size, purpose in sizes
        ],
    }


@require_safe
def service_worker(request: HttpRequest) -> HttpResponse:
    """The worker script with the list of files it may keep; its text changes when one of them does."""
    files = offline.kept_files()
    names = {
        "files": files,
        "version": sha256("\n".join(files).encode()).hexdigest()[:12],
        "calm": url("calm"),
        "timer": url("timer"),
    }
    script = get_template("ui/service-worker.js").render(names, request)
    response = HttpResponse(script, content_type="text/javascript; charset=utf-8")
    response["Cache-Control"] = "no-cache"
    return response


@require_safe
def timer(request: HttpRequest) -> HttpResponse:
    """A kitchen timer, and nothing that says what else lives here: where Exit leads in the installed app."""
    return HttpResponse(get_template("ui/timer.html").render({}, request))


@require_safe
def elements(request: HttpRequest) -> HttpResponse:
    """Every interface element on one page, for whoever builds with them; 404 unless switched on."""
    if not (settings.DEBUG or settings.GLASSWORK_ELEMENTS_PAGE):
        raise Http404
    return render(request, "ui/elements_page.html", samples.elements())
