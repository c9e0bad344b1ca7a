"""An ordinary noon, so that nothing waits for the morning."""

from collections.abc import Iterator

import pytest
import time_machine

from glasswork.agreements.tests.make import NOON


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOON, tick=False) as found:
        yield found
