"""Draws the icons of the installed app, one set for each face, with a browser. Run once, the pictures are kept.

python -m glasswork.ui.art.icons /usr/bin/chromium
"""

import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

UI = Path(__file__).resolve().parent.parent
TARGET = UI / "static/ui/icons"
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]

# label, pixels, share of the square that is drawing, rounding of the ground's corners
SIZES = (("192", 192, 0.8, 20), ("512", 512, 0.8, 20), ("maskable", 512, 0.62, 0))
LINES = '<path d="M22 32h56M22 50h56M22 68h34" stroke="#fff" stroke-width="7" stroke-linecap="round"/>'
COVER = (
    '<path d="M26 18h44a6 6 0 0 1 6 6v52a6 6 0 0 1-6 6H26z" fill="none" stroke="#fff" stroke-width="6"'
    ' stroke-linejoin="round"/><path d="M38 18v64" stroke="#fff" stroke-width="6"/>'
)


def main(browser: str) -> None:
    logo = (UI / "static/ui/logo.svg").read_text(encoding="utf-8")
    inner = logo.split(">", 1)[1].rsplit("</svg>", 1)[0]
    faces = {
        # ground, drawing in a square of 100 units
        "glasswork": ("#f6f4ee", f'<g transform="translate(15.5 10.5) scale(2.65)">{inner}</g>'),
        "notes": ("#4a5a66", LINES),
        "journal": ("#5a5148", COVER),
    }
    TARGET.mkdir(exist_ok=True)
    with sync_playwright() as play:
        page = play.chromium.launch(executable_path=browser, args=FLAGS).new_page()
        for name, (ground, drawing) in faces.items():
            for label, size, share, corner in SIZES:
                icon = icon_svg(ground, drawing, share=share, corner=corner)
                take(page, icon, size, TARGET / f"{name}-{label}.png")


def icon_svg(ground: str, drawing: str, *, share: float, corner: int) -> str:
    """``share`` of the square is the drawing; a mask may cut off everything outside the middle 80 %."""
    edge = 50 * (1 - share)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="100%" height="100%" viewBox="0 0 100 100">'
        f'<rect width="100" height="100" rx="{corner}" fill="{ground}"/>'
        f'<g transform="translate({edge} {edge}) scale({share})">{drawing}</g></svg>'
    )


def take(page: Page, icon: str, size: int, target: Path) -> None:
    page.set_viewport_size({"width": size, "height": size})
    page.set_content(f"<style>body{{margin:0}}svg{{display:block}}</style>{icon}")
    page.screenshot(path=target, omit_background=True)


if __name__ == "__main__":
    main(sys.argv[1])
