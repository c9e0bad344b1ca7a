"""What sealing costs over the bare cipher: opening and sealing one 500-byte entry, in CPU time.

Every ratio divides our best run by the best run of raw XChaCha20-Poly1305 on a padded block of 512 bytes,
taken in turn in one process. An entry of 500 bytes fills the 2,048-byte size, as it carries 32 bytes of its own.
"""

import os
from collections.abc import Callable
from time import process_time_ns

from nacl import bindings

from glasswork.seal.envelope import Place, new_key, seal
from glasswork.seal.identity import new_identity
from glasswork.seal.statement import read_entry, write_entry

ENTRY_LENGTH = 500
BLOCK_LENGTH = 512
ROUNDS = 40
CALLS_IN_A_ROUND = 500


def measure() -> dict[str, float]:
    """Ratios by name; 1 is as cheap as the bare cipher."""
    best = _best_of(_calls())
    return {
        "open_over_aead": best["read_entry"] / best["decrypt"],
        "seal_over_aead": best["seal"] / best["encrypt"],
        "write_entry_over_aead": best["write_entry"] / best["encrypt"],
    }


def _calls() -> dict[str, Callable[[], object]]:
    key, nonce = new_key(), os.urandom(24)
    author = new_identity()
    place = Place("entry", os.urandom(16), os.urandom(16), 1, os.urandom(16))
    located = place.associated_data()
    words, block = os.urandom(ENTRY_LENGTH), os.urandom(BLOCK_LENGTH)
    encrypt = bindings.crypto_aead_xchacha20poly1305_ietf_encrypt
    decrypt = bindings.crypto_aead_xchacha20poly1305_ietf_decrypt
    encrypted = encrypt(block, located, nonce, key)
    entry = write_entry(key, place, words, author)
    return {
        "encrypt": lambda: encrypt(block, located, nonce, key),
        "decrypt": lambda: decrypt(encrypted, located, nonce, key),
        "seal": lambda: seal(key, place, words),
        "read_entry": lambda: read_entry(key, place, entry.header, entry.body),
        "write_entry": lambda: write_entry(key, place, words, author),
    }


def _best_of(calls: dict[str, Callable[[], object]]) -> dict[str, int]:
    """The fewest CPU nanoseconds of a round, for each call; taking turns shares out the machine's noise."""
    return {name: min(times) for name, times in _times(calls).items()}


def _times(calls: dict[str, Callable[[], object]]) -> dict[str, list[int]]:
    times: dict[str, list[int]] = {name: [] for name in calls}
    for _ in range(ROUNDS):
        for name, call in calls.items():
            times[name].append(_cpu_of_a_round(call))
    return times


def _cpu_of_a_round(call: Callable[[], object]) -> int:
    started = process_time_ns()
    for _ in range(CALLS_IN_A_ROUND):
        call()
    return process_time_ns() - started


if __name__ == "__main__":
    for name, ratio in measure().items():
        print(f"{name}: {ratio:.2f}")
