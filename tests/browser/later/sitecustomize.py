"""Python reads this when it starts with this folder in its path: the whole process then lives some hours later."""

import os
from datetime import UTC, datetime, timedelta

import time_machine

_hours = timedelta(hours=int(os.environ.get("HOURS_LATER", "0")))
time_machine.travel(datetime.now(tz=UTC) + _hours, tick=True).start()
