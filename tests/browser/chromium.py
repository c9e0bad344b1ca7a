"""Finds a browser: one that is installed, or Playwright's own."""

import shutil

from playwright.sync_api import Browser, Playwright

INSTALLED = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
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


def start_browser(playwright: Playwright) -> Browser:
    found = next((path for name in INSTALLED if (path := shutil.which(name))), None)
    return playwright.chromium.launch(
        executable_path=found,
        args=[*QUIET],
        # People's browsers keep pages alive for Back; Exit has to hold there too.
        ignore_default_args=["--disable-back-forward-cache"],
    )
