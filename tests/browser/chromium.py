"""Finds a browser: one that is installed, or Playwright's own."""

import shutil

from playwright.sync_api import Browser, Playwright

# The same engine without windows: it takes half the time, but never keeps a page alive for Back.
SHELL = "chromium-headless-shell"
WHOLE = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    # Whatever a page might ask for, nothing leaves this machine.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
)


def start_browser(playwright: Playwright, *, keeps_pages: bool = False) -> Browser:
    """``keeps_pages``: alive for Back, as people's browsers do; without it the quicker shell, where there is one."""
    names = WHOLE if keeps_pages else (SHELL, *WHOLE)
    found = next((path for name in names if (path := shutil.which(name))), None)
    return playwright.chromium.launch(
        executable_path=found,
        # Playwright's own is the shell, unless it is told.
        channel="chromium" if keeps_pages and not found else None,
        args=[*QUIET],
        ignore_default_args=["--disable-back-forward-cache"],
    )
