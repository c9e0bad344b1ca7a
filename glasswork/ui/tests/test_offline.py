"""What an installed app may keep on the device, and how it looks from outside."""

import json
import re

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from glasswork.ui import offline
from glasswork.ui.appearance import FACE_COOKIE


def test_the_worker_keeps_files_that_exist() -> None:
    names = [address.removeprefix("/static/") for address in offline.kept_files()]
    assert [name for name in names if not finders.find(name)] == []


def test_the_worker_keeps_two_pages_and_no_other(client: Client) -> None:
    script = client.get("/service-worker.js").content.decode()
    kept = re.search(r"const FILES = (\[.*\]);", script)
    assert kept
    assert all(address.startswith("/static/") for address in json.loads(kept[1]))
    assert re.findall(r'"(/[a-z-]+/)"', script) == ["/calm/", "/timer/"]
    assert 'credentials: "omit"' in script


def test_the_worker_is_asked_for_anew_each_time(client: Client) -> None:
    answer = client.get("/service-worker.js")
    assert answer["Content-Type"].startswith("text/javascript")
    assert answer["Cache-Control"] == "no-cache"


@pytest.mark.parametrize(
    ("face", "name"), [("notes", "Notes"), ("journal", "Journal"), ("", "Glasswork"), ("x", "Glasswork")]
)
def test_the_app_is_installed_under_the_chosen_name(client: Client, face: str, name: str) -> None:
    client.cookies[FACE_COOKIE] = face
    manifest = client.get("/manifest.webmanifest").json()
    assert manifest["name"] == manifest["short_name"] == name
    missing = [icon["src"] for icon in manifest["icons"] if not finders.find(icon["src"].removeprefix("/static/"))]
    assert missing == []
    assert name == "Glasswork" or "glasswork" not in json.dumps(manifest).lower()


def test_the_timer_says_nothing_of_what_else_is_here(client: Client) -> None:
    page = client.get("/timer/").content.decode().lower()
    assert "glasswork" not in page
    assert "exit" not in page
    assert "calm" not in page
