"""Length-prefixed encoding (K7): two different lists of parts never give the same bytes."""

from struct import Struct

from glasswork.seal.errors import SealError

ID_LENGTH = 16

_LENGTH = Struct(">I")
_NUMBER = Struct(">Q")
_NUMBERS = 1 << 64


def pack(*parts: bytes) -> bytes:
    """Join parts, a 4-byte big-endian length before every one."""
    length = _LENGTH.pack
    return b"".join([piece for part in parts for piece in (length(len(part)), part)])


def unpack(data: bytes) -> list[bytes]:
    """Split what `pack` joined. Raises SealError when a length does not fit."""
    parts = []
    at = 0
    while at < len(data):
        start = at + _LENGTH.size
        if start > len(data):
            raise SealError
        at = start + _LENGTH.unpack_from(data, at)[0]
        if at > len(data):
            raise SealError
        parts.append(data[start:at])
    return parts


def pack_number(number: int) -> bytes:
    """Write 0 .. 2**64 - 1 as 8 big-endian bytes. Raises SealError outside that range."""
    return _NUMBER.pack(check_number(number))


def check_number(number: int) -> int:
    """The number itself. Raises SealError unless it is 0 .. 2**64 - 1."""
    if not 0 <= number < _NUMBERS:
        raise SealError
    return number


def unpack_number(data: bytes) -> int:
    """Read what `pack_number` wrote. Raises SealError unless there are exactly 8 bytes."""
    if len(data) != _NUMBER.size:
        raise SealError
    return int.from_bytes(data)


def check_ids(*ids: bytes) -> None:
    """Raise SealError unless every id is 16 raw bytes."""
    for each in ids:
        if len(each) != ID_LENGTH:
            raise SealError
