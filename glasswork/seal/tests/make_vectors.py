"""Writes the fixed vectors of version 1. It ran once: vectors are kept for ever and never written again.

Run as `python -m glasswork.seal.tests.make_vectors`; raises FileExistsError when they are there already.
"""

from dataclasses import asdict
from pathlib import Path
from typing import Any

import msgspec

from glasswork.seal.chain import EMPTY_HEAD, next_head
from glasswork.seal.code import invitation_keys, new_invitation_code, new_recovery_code, recovery_keys
from glasswork.seal.envelope import Place, new_key, seal
from glasswork.seal.grant import Terms, make_grant
from glasswork.seal.identity import Identity, four_words, new_identity
from glasswork.seal.password import FLOOR, new_salt, password_keys
from glasswork.seal.session import new_token, session_keys
from glasswork.seal.statement import write_entry
from glasswork.seal.tags import slot, tag
from glasswork.seal.tests.make import make_id, make_place

VECTORS = Path(__file__).with_name("vectors_v1.json")
TEXTS = [b"", b"words", b"x" * 511, "Grüße – “hello”".encode(), b"y" * 512]


def write_vectors() -> None:
    ana, ben = new_identity(), new_identity()
    vectors = {
        "identities": {"ana": msgspec.structs.asdict(ana), "ben": msgspec.structs.asdict(ben)},
        "envelopes": [_envelope(text) for text in TEXTS],
        "password": _password(),
        "codes": _codes(),
        "session": _session(),
        "grant": _grant(by=ana, to=ben),
        "entries": _entries(by=ana),
        "tags": _tags(),
        "four_words": four_words(ana.public, ben.public),
    }
    with VECTORS.open("xb") as file:
        file.write(msgspec.json.format(msgspec.json.encode(_in_hex(vectors)), indent=1) + b"\n")


def _envelope(text: bytes) -> dict[str, Any]:
    key, place = new_key(), make_place(row=new_salt())
    return {"key": key, "place": _fields(place), "plaintext": text, "envelope": seal(key, place, text)}


def _password() -> dict[str, Any]:
    salt, pepper, account = new_salt(), new_key(), make_id(7)
    text = "\N{LATIN SMALL LIGATURE FI}fteen small bo\N{LATIN SMALL LETTER A WITH DIAERESIS}ts"
    keys = password_keys(text, salt=salt, cost=FLOOR, pepper=pepper, account=account)
    given = {"text": text, "salt": salt, "cost": list(FLOOR), "pepper": pepper, "account": account}
    return given | keys._asdict()


def _codes() -> dict[str, Any]:
    recovery, invitation, account = new_recovery_code(), new_invitation_code(), make_id(7)
    return {
        "recovery": {"code": recovery, "account": account} | recovery_keys(recovery, account)._asdict(),
        "invitation": {"code": invitation} | invitation_keys(invitation)._asdict(),
    }


def _session() -> dict[str, Any]:
    token = new_token()
    return {"token": token} | session_keys(token)._asdict()


def _grant(*, by: Identity, to: Identity) -> dict[str, Any]:
    secret = new_key()
    terms = Terms(make_id(1), 3, make_id(4), make_id(5), scope="all", ends="2027-01-31")
    return {"terms": _fields(terms), "secret": secret} | make_grant(secret, terms, to=to.public, by=by)._asdict()


def _entries(*, by: Identity) -> list[dict[str, Any]]:
    """A chain of entries with the head after each."""
    key, head, entries = new_key(), EMPTY_HEAD, []
    for sequence, text in enumerate(TEXTS, start=1):
        place = make_place(row=new_salt())
        entry = write_entry(key, place, text, by)
        head = next_head(head, sequence, entry.header, entry.signature)
        given = {"key": key, "place": _fields(place), "payload": text, "sequence": sequence, "head": head}
        entries.append(given | entry._asdict())
    return entries


def _tags() -> dict[str, Any]:
    key = new_key()
    return {"key": key, "tag": tag(key, "checkin"), "slot": slot(key, "draft", b"\x00\x01", "é")}


def _fields(value: Place | Terms) -> dict[str, Any]:
    return asdict(value)


def _in_hex(value: Any) -> Any:
    """The same structure with bytes written as hexadecimal text."""
    match value:
        case bytes():
            return value.hex()
        case dict():
            return {name: _in_hex(part) for name, part in value.items()}
        case list() | tuple():
            return [_in_hex(part) for part in value]
        case _:
            return value


if __name__ == "__main__":
    write_vectors()
