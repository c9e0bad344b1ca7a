"""Reads a file of facts into a frozen struct, and says where a flaw is."""

from pathlib import Path

import msgspec

from glasswork.lib.flaws import in_words

CONTENT = Path(__file__).resolve().parent.parent / "content" / "en"


class FlawedFile(ValueError):
    """A file of facts that cannot be used. The message is one sentence: the file, the place and the reason."""


def read_file[T](path: Path, kind: type[T]) -> T:
    """Raises FlawedFile."""
    try:
        return msgspec.toml.decode(path.read_bytes(), type=kind)
    except (OSError, UnicodeDecodeError, msgspec.DecodeError) as flaw:
        raise FlawedFile(f"The file {path} can’t be used: {in_words(str(flaw))}.") from None
