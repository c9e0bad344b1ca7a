"""Why a talk can’t go on for now: somebody takes space, and until when. Both know of it, so both pages say it."""

from datetime import datetime
from typing import NamedTuple

from glasswork.lib.evenings import zone_of
from glasswork.spaces.common_kinds import Settings
from glasswork.spaces.opening import Spaces
from glasswork.spaces.reading import read_slip
from glasswork.talks.here import Here
from glasswork.talks.live import Phase
from glasswork.talks.pauses import in_words
from glasswork.talks.taking_space import away_now
from glasswork.ui import dates


class Waiting(NamedTuple):
    """Two sentences, and whether it is one’s own return."""

    says: str
    more: str
    is_mine: bool
    until: datetime


def waiting(spaces: Spaces, here: Here) -> Waiting | None:
    """None where the talk waits for nobody: it is not begun yet, or on, or only paused."""
    live = here.live
    is_still = live.phase is Phase.READY or live.paused_at is not None
    away = away_now(here.space, here.now, me=here.me) if is_still else None
    if away is None:
        return None
    if away.who is None:
        day = dates.day(away.until.date())
        return Waiting(f"You’ve agreed on space until {day}", "The talk waits until then.", False, away.until)
    settings = read_slip(spaces.private, Settings, "settings") or Settings()
    until = in_words(away.until, here.now, zone_of(settings.zone))
    if away.who == here.me:
        return Waiting(f"You’re taking space until {until}", "The talk waits for you.", True, away.until)
    return Waiting(f"{here.partner_name} is taking space until {until}", "They will come back.", False, away.until)
