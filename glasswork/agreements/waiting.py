"""Why a step for two waits for now, in a sentence for its own person alone. Nothing of it shows to the other (S11)."""

from uuid import UUID

from glasswork.agreements.damping import LATE
from glasswork.agreements.here import Here
from glasswork.agreements.kinds import Aside
from glasswork.safety.gate import read_standing

RESTING = "Steps for two rest for now. Nobody is told. Your words are kept here."
ASLEEP = "You wanted to sleep on it. It waits until tomorrow, and nothing is lost."


def why_wait(here: Here, aside: Aside | None = None, line_id: UUID | None = None) -> str:
    """For sending words and for a yes. Stopping and taking back never wait."""
    if read_standing(here.spaces).is_resting:
        return RESTING
    until = aside.until.get(line_id.hex) if aside and line_id else None
    if until and here.now < until:
        return ASLEEP
    return LATE if here.is_night else ""
