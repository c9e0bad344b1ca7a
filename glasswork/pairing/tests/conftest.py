import sys
from functools import cache

import pytest

from glasswork.pairing.views import words
from glasswork.seal.identity import four_words


@pytest.fixture(autouse=True)
def quick_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """Four words are slow on purpose; the page and the press on it compute the same ones."""
    monkeypatch.setattr(sys.modules[words.__module__], "four_words", cache(four_words))
