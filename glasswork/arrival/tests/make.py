"""A first run as somebody fills it in."""

import html
import re
from typing import Any

from django.test import Client

PASSWORD = "four quiet garden gates"
FILLED = {
    "feelings": ["hurt", "tired"],
    "reason": "hurt",
    "feel": "small, and a little lost",
    "when": "your phone lights up at night",
    "because": "I can’t tell what is true",
    "would_help": "you told me yourself",
    "name": "Robin",
    "password": PASSWORD,
    "adult": "yes",
    "zone": "Europe/Lisbon",
}


def send(client: Client, **changes: Any) -> Any:
    """POSTs the filled page; a change to None leaves that field out."""
    fields = {name: value for name, value in {**FILLED, **changes}.items() if value is not None}
    return client.post("/start/", fields, secure=True)


def hidden(page: Any, name: str) -> str:
    found = re.search(rf'<input type="hidden" name="{name}" value="([^"]*)">', page.content.decode())
    return html.unescape(found[1]) if found else ""
