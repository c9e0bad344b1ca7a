"""Tags and slots (K9): a page finds its rows by keyed hashes, and the database learns no names."""

from glasswork.seal.derive import keyed_hash
from glasswork.seal.labels import Label

TAG_LENGTH = 16


def tag(tag_key: bytes, name: str) -> bytes:
    """16 bytes that stand for a tag's name within one space."""
    return keyed_hash(tag_key, Label.TAG, name.encode())[:TAG_LENGTH]


def slot(tag_key: bytes, *parts: bytes | str) -> bytes:
    """16 bytes that stand for one slot within one space. Text counts as its UTF-8 bytes."""
    encoded = [part.encode() if isinstance(part, str) else part for part in parts]
    return keyed_hash(tag_key, Label.SLOT, *encoded)[:TAG_LENGTH]
