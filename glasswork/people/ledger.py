"""The ledger of what was erased (K18): ids alone, in a file beside the pepper and outside the backups.

A backup that is put back holds what was erased since. The ledger is read at every start, so it is erased again.
A line is the id of an account or a space, or those of a space and an entry in it, as 32 hexadecimal digits each.
"""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from django.conf import settings

from glasswork.people.host import HostError

NAME = "erased-ids"
END_OF_HALF = "?"  # no half of a line may ever read as a whole one: an entry's would name its whole space


class Erased(NamedTuple):
    """``entry`` None: the account or the space itself is gone."""

    id: UUID
    entry: UUID | None = None


def path() -> Path:
    return Path(settings.GLASSWORK_PEPPER).with_name(NAME)


def note(erased: Iterable[Erased]) -> None:
    """Writes down what is about to be erased, and waits for the disk. Raises HostError when that can’t be.

    It begins on a line of its own, after whatever half of one a full disk left before. Call it last inside the
    transaction: what stands here may at worst be erased later than its owner was told.
    """
    lines = [" ".join(each.hex for each in (one.id, one.entry) if each) for one in erased]
    try:
        handle = os.open(path(), os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(f"{END_OF_HALF}\n" + "".join(f"{line}\n" for line in lines))
            file.flush()
            os.fsync(handle)
    except OSError:
        raise HostError(f"The file {path()} can’t be written by this user; nothing was erased.") from None


def noted() -> list[Erased]:
    """All of it, oldest first. Half a line, from a disk that filled up, says nothing, and has no end."""
    if not path().exists():
        return []
    try:
        *lines, _ = path().read_text(encoding="ascii", errors="replace").split("\n")
    except OSError:
        raise HostError(f"The file {path()} can’t be read by this user; check its owner and mode.") from None
    return [found for line in lines if (found := _read(line.split()))]


def _read(ids: list[str]) -> Erased | None:
    try:
        return Erased(*(UUID(hex=each) for each in ids)) if 1 <= len(ids) <= 2 else None
    except ValueError:
        return None
