"""Project Wycheproof's vectors against the very primitives that this room calls."""

from pathlib import Path
from typing import Any

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_decrypt as aead_decrypt
from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_encrypt as aead_encrypt
from nacl.exceptions import CryptoError
from nacl.exceptions import TypeError as NaclTypeError

from glasswork.seal.derive import hkdf_sha256
from glasswork.seal.grant import Terms, make_grant
from glasswork.seal.identity import PublicIdentity, check_signed, new_identity, sign
from glasswork.seal.tests.make import KEY, is_refused, make_id

DATA = Path(__file__).with_name("data")
Case = dict[str, Any]


def cases(name: str) -> list[Case]:
    """Every case of a file, with the fields of its group beside its own."""
    groups = msgspec.json.decode((DATA / f"{name}.wycheproof.json").read_bytes())["testGroups"]
    return [{**group, **case} for group in groups for case in group["tests"]]


def named(case: Case) -> str:
    return f"{case['tcId']}-{case['result']}"


def bytes_of(case: Case, *names: str) -> list[bytes]:
    return [bytes.fromhex(case[name]) for name in names]


@pytest.mark.parametrize("case", cases("xchacha20_poly1305"), ids=named)
def test_xchacha20_poly1305(case: Case) -> None:
    key, nonce, located, message, encrypted, mark = bytes_of(case, "key", "iv", "aad", "msg", "ct", "tag")
    if case["result"] == "valid":
        assert aead_encrypt(message, located, nonce, key) == encrypted + mark
        assert aead_decrypt(encrypted + mark, located, nonce, key) == message
    else:
        with pytest.raises((CryptoError, NaclTypeError)):
            aead_decrypt(encrypted + mark, located, nonce, key)


@pytest.mark.parametrize("case", cases("ed25519"), ids=named)
def test_ed25519(case: Case) -> None:
    message, signature = bytes_of(case, "msg", "sig")
    author = PublicIdentity(exchange=b"", signing=bytes.fromhex(case["publicKey"]["pk"]))
    assert is_refused(check_signed, message, signature, author) == (case["result"] != "valid")


@pytest.mark.parametrize("case", cases("x25519"), ids=named)
def test_x25519(case: Case) -> None:
    public, private, shared = bytes_of(case, "public", "private", "shared")
    exchange = X25519PrivateKey.from_private_bytes(private).exchange
    if "ZeroSharedSecret" in case["flags"]:
        with pytest.raises(ValueError, match="shared key"):
            exchange(X25519PublicKey.from_public_bytes(public))
    else:
        assert exchange(X25519PublicKey.from_public_bytes(public)) == shared


@pytest.mark.parametrize("case", [c for c in cases("x25519") if "ZeroSharedSecret" in c["flags"]], ids=named)
def test_nothing_is_granted_to_a_key_that_anybody_could_open(case: Case) -> None:
    terms = Terms(make_id(1), 1, make_id(2), make_id(3), scope="all", ends="")
    recipient = PublicIdentity(exchange=bytes.fromhex(case["public"]), signing=bytes(32))
    assert is_refused(make_grant, KEY, terms, to=recipient, by=new_identity())


@pytest.mark.parametrize("case", cases("hkdf_sha256"), ids=named)
def test_hkdf_sha256(case: Case) -> None:
    key, salt, info, derived = bytes_of(case, "ikm", "salt", "info", "okm")
    if case["result"] == "valid":
        assert hkdf_sha256(key, salt, info, case["size"]) == derived
    else:
        with pytest.raises(ValueError, match="8,160"):
            hkdf_sha256(key, salt, info, case["size"])


def test_our_signatures_are_ed25519() -> None:
    identity = new_identity()
    check_signed(b"message", sign(b"message", identity), identity.public)
