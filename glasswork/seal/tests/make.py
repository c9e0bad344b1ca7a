"""What the tests of this room are made of."""

from collections.abc import Callable, Iterator

from hypothesis import settings

from glasswork.seal.envelope import Place
from glasswork.seal.errors import SealError

KEY = bytes(range(32))
OTHER_KEY = bytes(range(1, 33))

# One noisy machine must not decide whether a property holds.
patiently = settings(deadline=None, max_examples=60)


def make_id(number: int) -> bytes:
    return number.to_bytes(16)


SPACE, ROW, AUTHOR = make_id(1), make_id(2), make_id(3)


def make_place(
    *, purpose: str = "entry", space: bytes = SPACE, row: bytes = ROW, epoch: int = 1, author: bytes = AUTHOR
) -> Place:
    return Place(purpose, space, row, epoch, author)


OTHER_PLACES = [
    make_place(purpose="slip"),
    make_place(space=make_id(9)),
    make_place(row=make_id(9)),
    make_place(epoch=2),
    make_place(author=make_id(9)),
]


def is_refused(call: Callable[..., object], *arguments: object, **named: object) -> bool:
    try:
        call(*arguments, **named)
    except SealError:
        return True
    return False


def with_one_bit_flipped(data: bytes) -> Iterator[bytes]:
    for at in range(len(data)):
        for bit in range(8):
            yield data[:at] + bytes([data[at] ^ 1 << bit]) + data[at + 1 :]


def truncations(data: bytes) -> Iterator[bytes]:
    return (data[:length] for length in range(len(data)))
