"""Kinds: what entries and slips are, inside the seal. Versioned; old payloads are lifted on reading, never rewritten.

A room declares its own kinds::

    @kind("checkin.answer", version=2, tag="checkin", lifts={1: add_prompt})
    class Answer(Kind): ...

A lift is a function from the payload of its version, as a plain dict, to that of the next.
"""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, NamedTuple, dataclass_transform

import msgspec

from glasswork.seal.errors import SealError

Lift = Callable[[dict[str, Any]], dict[str, Any]]


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Kind(msgspec.Struct, frozen=True, kw_only=True):
    """Base of every kind. ``as_text`` is how it reads in a search or an export."""

    form: ClassVar["Form"]

    def as_text(self) -> str:
        return ""


class Form(NamedTuple):
    """What is registered of a kind: name and version written with it, and the tag its rows are found by."""

    name: str
    version: int
    tag: str
    lifts: Mapping[int, Lift]
    decoder: msgspec.msgpack.Decoder[Any]


class Unreadable(Kind, frozen=True, kw_only=True):
    """A payload of a kind or version that this release does not know; kept as it is, shown as “something newer”."""

    name: str


def kind[K: Kind](
    name: str, *, version: int, tag: str, lifts: Mapping[int, Lift] | None = None
) -> Callable[[type[K]], type[K]]:
    """Registers a kind. Raises ValueError for a name taken twice or a missing lift."""

    def register(cls: type[K]) -> type[K]:
        if name in _kinds or set(lifts or {}) != set(range(1, version)):
            raise ValueError(f"kind {name}: taken twice, or not one lift for each earlier version")
        cls.form = Form(name, version, tag, lifts or {}, msgspec.msgpack.Decoder(cls))
        _kinds[name] = cls
        return cls

    return register


def encode(value: Kind) -> bytes:
    return _encoder.encode((value.form.name, value.form.version, value))


def decode(payload: bytes) -> Kind:
    """Raises SealError when the payload is no kind at all."""
    try:
        name, version, body = _frame.decode(payload)
        found = _kinds.get(name)
        if found is None or version > found.form.version:
            return Unreadable(name=name)
        if version == found.form.version:
            value: Kind = found.form.decoder.decode(body)
            return value
        return _lift(found, version, body)
    except msgspec.MsgspecError:
        raise SealError from None


def _lift(found: type[Kind], version: int, body: bytes) -> Kind:
    fields: dict[str, Any] = msgspec.msgpack.decode(body)
    for step in range(version, found.form.version):
        fields = found.form.lifts[step](fields)
    return msgspec.convert(fields, found)


_kinds: dict[str, type[Kind]] = {}
_encoder = msgspec.msgpack.Encoder()
_frame = msgspec.msgpack.Decoder(tuple[str, int, msgspec.Raw])
