"""Every test of this room lives on one evening."""

from collections.abc import Iterator

import pytest
import time_machine

from glasswork.progress.tests.make import EVENING


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(EVENING, tick=False) as found:
        yield found
