"""Forms that cannot be trusted to be ours (B2): refused kindly, and what was typed can be copied."""

import pytest
from django.conf import settings
from django.test import Client

from tests import cast

pytestmark = pytest.mark.django_db
TYPED = {
    "name": "Ana",
    "feel": "small, and a little lost",
    "when": "静かな夜に電話が光る",
    "password": "my secret lighthouse",
}


@pytest.fixture
def strict() -> Client:
    return Client(enforce_csrf_checks=True, headers={"Sec-Fetch-Site": "same-origin", "Origin": "https://testserver"})


def token_of(client: Client) -> str:
    client.get("/start/", secure=True)
    return client.cookies[settings.CSRF_COOKIE_NAME].value


def test_without_cookies_the_page_says_so_and_shows_the_words(strict: Client) -> None:
    answer = strict.post("/start/", TYPED, secure=True)
    body = answer.content.decode()
    assert answer.status_code == 403
    assert "keeps no cookies" in body
    assert TYPED["feel"] in body
    assert TYPED["when"] in body
    assert TYPED["password"] not in body


def test_an_old_page_is_refused_and_shows_the_words(strict: Client) -> None:
    token_of(strict)
    body = strict.post("/start/", {**TYPED, "csrfmiddlewaretoken": "x" * 64}, secure=True).content.decode()
    assert "open for a long time" in body
    assert TYPED["feel"] in body


def test_another_site_is_refused_and_shown_nothing() -> None:
    for site in ("cross-site", "same-site"):
        client = Client(headers={"Sec-Fetch-Site": site})
        answer = client.post("/start/", TYPED, secure=True)
        assert answer.status_code == 403
        assert TYPED["feel"] not in answer.content.decode()


def test_one_word_is_shown_like_many_and_a_choice_is_not(strict: Client) -> None:
    sent = {"feel": "Lonely", "carried:why": "Tuesday", "feelings": "hurt", "safe": "no", "kick": "yes", "good": " "}
    body = strict.post("/check-in/", {**sent, "act": "seal", "code": "ABCD-EFGH"}, secure=True).content.decode()
    assert "Lonely" in body
    assert "Tuesday" in body
    assert body.count('<div class="pane">') == 2


def test_another_origin_is_refused_even_with_a_token(ana: cast.Actor) -> None:
    client = Client(enforce_csrf_checks=True, headers={"Origin": "https://elsewhere.example"})
    sent = {"csrfmiddlewaretoken": token_of(client), "name": "x", "password": "y"}
    assert client.post("/sign-in/", sent, secure=True).status_code == 403


def test_a_browser_that_hides_the_origin_from_us_too_is_believed() -> None:
    client = Client(enforce_csrf_checks=True, headers={"Sec-Fetch-Site": "same-origin", "Origin": "null"})
    sent = {"csrfmiddlewaretoken": token_of(client), "name": "x", "password": "y"}
    assert client.post("/sign-in/", sent, secure=True).status_code == 200


def test_a_hidden_origin_from_nobody_knows_where_is_refused() -> None:
    client = Client(enforce_csrf_checks=True, headers={"Origin": "null"})
    sent = {"csrfmiddlewaretoken": token_of(client), "name": "x", "password": "y"}
    assert client.post("/sign-in/", sent, secure=True).status_code == 403
