"""Why a step for two waits for now, in a sentence for its own person alone. Nothing of it shows to the other (S11)."""

from datetime import timedelta
from uuid import UUID

from glasswork.agreements.damping import LATE
from glasswork.agreements.here import Here
from glasswork.agreements.kinds import Aside
from glasswork.safety.gate import read_standing
from glasswork.spaces.reading import Want, read_entries
from glasswork.talks.kinds import TAG as TALKS
from glasswork.talks.pauses import LONGEST, pause_of, pauses_of

RESTING = "Steps for two rest for now. Nobody is told. Your words are kept here."
ASLEEP = "You wanted to sleep on it. It waits until tomorrow, and nothing is lost."
APART = "One of you is taking space. This can wait until you’re both back. Your words are kept here."


def why_rest(here: Here) -> str:
    """For whatever goes to the other at all. Stopping and taking back never rest."""
    return RESTING if read_standing(here.spaces).is_resting else ""


def why_wait(here: Here, aside: Aside | None = None, line_id: UUID | None = None) -> str:
    """For sending words that ask for a yes, and for a yes. Stopping and taking back never wait."""
    if why := why_rest(here):
        return why
    until = aside.until.get(line_id.hex) if aside and line_id else None
    if until and here.now < until:
        return ASLEEP
    if here.is_night:
        return LATE
    return APART if _is_apart(here) else ""


def _is_apart(here: Here) -> bool:
    """While either takes space, which both can see, nothing is agreed: a yes under it would be half a yes."""
    if here.space is None:
        return False
    since = here.now.date() - LONGEST - timedelta(days=1)
    pauses = pauses_of(read_entries(Want(here.space, tags=(TALKS,), since=since)))
    on = [pause for member in here.space.members if (pause := pause_of(pauses, member, here.now))]
    return any(here.now < pause.until for pause in on)  # a return that did not come holds nothing back
