"""What the service worker may keep on a device: static files and two pages that are alike for everyone (N5)."""

from glasswork.ui.jinja import static

SHEETS = ("tokens", "base", "layout", "elements", "actions", "forms", "reading", "pictures", "media")
SCRIPTS = ("app", "exit-now", "app-cover", "changed", "submit-once", "breathe-pane", "trusted", "timer")
OTHERS = (
    "ui/icons.svg",
    "ui/logo.svg",
    "ui/timer.css",
    "ui/pictures/sun-light.svg",
    "ui/pictures/sun-dark.svg",
    "ui/fonts/atkinson-next.woff2",
    "ui/fonts/figures.woff2",
    "ui/fonts/newsreader.woff2",
)


def kept_files() -> list[str]:
    """Addresses of everything the Calm page and the timer need, with their hashes."""
    names = [f"ui/{sheet}.css" for sheet in SHEETS] + [f"ui/{script}.js" for script in SCRIPTS] + list(OTHERS)
    return [static(name) for name in names]
