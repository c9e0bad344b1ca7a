"""Keys of a session (K16): the cookie's token gives the row's id and, apart from it, the wrapping key."""

import os
from typing import NamedTuple

from glasswork.seal.derive import hkdf
from glasswork.seal.errors import SealError
from glasswork.seal.labels import Label

TOKEN_LENGTH = 32


class SessionKeys(NamedTuple):
    """`id` is stored, 32 bytes; `wrap` lives only in a request, so the table alone opens nothing."""

    id: bytes
    wrap: bytes

    def __repr__(self) -> str:
        return "SessionKeys(hidden)"


def new_token() -> bytes:
    """32 random bytes, for the cookie alone."""
    return os.urandom(TOKEN_LENGTH)


def session_keys(token: bytes) -> SessionKeys:
    """Raises SealError unless the token has 32 bytes."""
    if len(token) != TOKEN_LENGTH:
        raise SealError
    return SessionKeys(hkdf(token, Label.SESSION_ID), hkdf(token, Label.SESSION_WRAP))
