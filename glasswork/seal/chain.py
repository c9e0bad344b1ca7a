"""The chain of a shared space (K13): one head of 32 bytes stands for every entry so far, in order."""

from hashlib import sha256

from glasswork.seal.encoding import pack, pack_number
from glasswork.seal.labels import Label

EMPTY_HEAD = bytes(32)


def next_head(head: bytes, sequence: int, header: bytes, signature: bytes) -> bytes:
    """The head after one more entry. Bodies are left out, so erasing one changes no head."""
    entry = sha256(pack(Label.CHAIN_ENTRY, header, signature)).digest()
    return sha256(pack(Label.CHAIN_HEAD, head, pack_number(sequence), entry)).digest()
