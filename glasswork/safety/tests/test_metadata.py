"""“This is the whole list”: every column of the database is sealed, or says only what the safety page says it does."""

from django.apps import apps
from django.db.models import Field

from glasswork.safety.tests.test_pages import read

SEALED = "sealed, wrapped or hashed"
SAME_FOR_ALL = "the same for every account"
COLUMNS = {
    "people.Account": {
        "id": "that an account exists",
        "keyring_version": "how often its keyring changed",
        "leaves_on": "that its owner asked for it to be deleted, and from which day on",
        "exchange_public": "the public halves of its keys",
        "signing_public": "the public halves of its keys",
        "memory_kib": SAME_FOR_ALL,
        "passes": SAME_FOR_ALL,
        **dict.fromkeys(("sign_in", "salt", "verifier", "wrapped_key", "keyring"), SEALED),
        **dict.fromkeys(("recovery_verifier", "recovery_wrapped_key"), SEALED),
    },
    "people.Session": {
        "id": SEALED,
        "wrapped_key": SEALED,
        "account": "when you signed in",
        "started_at": "when you signed in",
        "fresh_at": "when you last gave your password",
        "touched_at": "when that session was last used",
        "idle_minutes": "whether that device was marked as shared",
        "in_talk_at": "when you were last in a talk",
    },
    "people.Throttle": {"key": SEALED, "count": "scrambled counts of tries", "ends_at": "for a day at most"},
    "people.Host": {"id": SAME_FOR_ALL, "pepper_fingerprint": SEALED, "restored_on": SAME_FOR_ALL},
    "spaces.Space": {
        "id": "which accounts share a space",
        "is_shared": "which accounts share a space",
        "turn": "which space came first",
        "opened_on": "the days on which sharing opened and stopped",
        "closed_on": "the days on which sharing opened and stopped",
        "sequence": "how many rows a space has",
        "head": SEALED,
    },
    "spaces.Membership": {
        "pk": "which accounts share a space",
        "space": "which accounts share a space",
        "account": "which accounts share a space",
        "granter": "who gave whom its key",
        "epoch": "who gave whom its key",
        "box": SEALED,
        "signature": SEALED,
    },
    "spaces.Entry": {
        "pk": "how many rows a space has",
        "space": "how many rows a space has",
        "id": "how many rows a space has",
        "sequence": "in which order",
        "epoch": "how many rows a space has",
        "author": "which account wrote each row",
        "tag": "a keyed mark on each row",
        "slot": "a keyed mark on each row",
        "day": "the day each row was written",
        "header": "which account wrote each row",
        "signature": "which account wrote each row",
        "body": "which rows were taken back",
    },
    "spaces.Slip": {
        "pk": "how many rows a space has",
        "space": "how many rows a space has",
        "owner": "or keeps it",
        "slot": "a keyed mark on each row",
        "expires_on": "is thrown away",
        "body": "about how long each is",
    },
    "pairing.Invitation": {
        "id": "that an invitation is in progress",
        "inviter": "between which accounts",
        "joiner": "between which accounts",
        "space": "between which accounts",
        "state": "how far it is",
        "ends_on": "until when",
        **dict.fromkeys(("verifier", "payload", "answer"), SEALED),
    },
}


def test_every_column_stands_on_the_list() -> None:
    ours = [model for model in apps.get_models() if model.__module__.startswith("glasswork.")]
    found = {
        model._meta.label: {field.name for field in model._meta.get_fields() if isinstance(field, Field)}
        for model in ours
    }
    assert found == {label: set(columns) for label, columns in COLUMNS.items()}


def test_what_a_column_tells_is_said_on_the_page() -> None:
    page = read("/safety/").partition('id="metadata"')[2].partition("</section>")[0]
    said = {words for columns in COLUMNS.values() for words in columns.values()} - {SEALED, SAME_FOR_ALL}
    assert [words for words in said if words not in page] == []
