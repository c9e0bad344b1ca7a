"""What Today keeps: which things its person has put off, and until when."""

from datetime import date, datetime

from glasswork.spaces.kinds import Kind, kind


@kind("today.put-off", version=1, tag="today")
class PutOff(Kind, frozen=True, kw_only=True):
    """A slip: the things put off this evening. ``later`` until that moment, ``not_today`` until the day turns."""

    evening: date
    later: dict[str, datetime] = {}
    not_today: list[str] = []
    never: list[str] = []
