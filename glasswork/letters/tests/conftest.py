"""Every test of this room lives on one evening."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import time_machine


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(datetime(2026, 11, 19, 20, 0, tzinfo=UTC), tick=False) as found:
        yield found
