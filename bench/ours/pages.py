"""How many statements the hot paths take, and how much a browser fetches for a page; nothing here takes time."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bench.asking import token_in
from bench.evening import CHECK_IN, PULSE, TALK, TODAY, WORDS
from glasswork.people.sessions import COOKIE

PAGES = ("/today/", "/talk/", "/check-in/", "/me/", "/me/settings/", "/calm/", "/safety/", "/help/", "/pairing/")
PUBLIC = ("/", "/start/", "/sign-in/", "/recovery/")
SCRIPT = re.compile(r"""<script[^>]*src="([^"]+)"|import\s*\(?[^"'()]*["'](\./[^"']+)["']""")
SHEET = re.compile(r'<link rel="stylesheet" href="([^"]+)"')


def run(*, couple: tuple[str, str], history: str) -> dict[str, float]:
    """``couple`` has two cookies and has not answered tonight; ``history`` is of somebody with 100 check-ins."""
    ana, ben = (_browser(cookie) for cookie in couple)
    found: dict[str, float] = {}
    found["today_statements"], today = _statements(ana, TODAY)
    found["history_statements"], _ = _statements(_browser(history), TALK)
    found["save_statements"], _ = _statements(ana, CHECK_IN, WORDS)
    found["reveal_statements"], opened = _statements(ben, CHECK_IN, WORDS)
    open_round = _text(ana, opened.headers["Location"])
    token = token_in(open_round.encode())
    found["pulse_statements"], pulse = _statements(ana, PULSE, headers={"X-Pulse": token})
    found["pulse_bytes"] = len(pulse.content)
    found["today_html_gz"] = _gz(today.content)
    pages = [_text(ana, path) for path in PAGES] + [_text(Client(), path) for path in PUBLIC] + [open_round]
    found["page_js_gz"] = max(sum(map(_gz_of, _scripts(page))) for page in pages)
    found["page_css_gz"] = max(sum(map(_gz_of, SHEET.findall(page))) for page in pages)
    return found


def _browser(cookie: str) -> Client:
    browser = Client(SERVER_NAME="localhost", headers={"Sec-Fetch-Site": "same-origin"})
    browser.cookies[COOKIE] = cookie
    return browser


def _statements(
    browser: Client, path: str, sent: dict[str, str] | None = None, headers: dict[str, str] | None = None
) -> tuple[int, Any]:
    """How many, with BEGIN and COMMIT, and the answer."""
    with CaptureQueriesContext(connection) as asked:
        answer = browser.post(path, sent, secure=True) if sent else browser.get(path, secure=True, headers=headers)
    if answer.status_code not in {200, 302}:
        raise RuntimeError(f"{path} answered {answer.status_code}")
    return len(asked), answer


def _text(browser: Client, path: str) -> str:
    answer = browser.get(path, secure=True, follow=True, SERVER_NAME="localhost")
    text: str = answer.content.decode()
    return text


def _scripts(page: str) -> set[str]:
    """Every module that the page may come to load, whichever of the elements it holds."""
    found: set[str] = set()
    wanted = [address for address, _ in SCRIPT.findall(page) if address]
    while wanted:
        address = wanted.pop()
        if address not in found:
            found.add(address)
            wanted += _imports(address)
    return found


def _imports(address: str) -> Iterator[str]:
    for _, name in SCRIPT.findall(_file(address).read_text()):
        if name:
            yield f"{address.rpartition('/')[0]}/{name.removeprefix('./')}"


def _gz_of(address: str) -> int:
    packed = _file(f"{address}.gz")
    return packed.stat().st_size if packed.exists() else _gz(_file(address).read_bytes())


def _gz(content: bytes) -> int:
    return len(gzip.compress(content))


def _file(address: str) -> Path:
    return Path(settings.STATIC_ROOT) / address.removeprefix(settings.STATIC_URL)
