"""Whether steps for two rest for somebody just now: for their own safety, or while one of the two takes space.

Both look alike on every page, and neither changes anything for the other (S11).
"""

from datetime import datetime

from glasswork.safety.gate import read_standing
from glasswork.spaces.opening import Spaces
from glasswork.spaces.quiet import read_quiet


def is_resting(spaces: Spaces, now: datetime) -> bool:
    """Alone nothing rests. Two queries."""
    if spaces.shared is None:
        return False
    is_quiet = read_quiet(spaces.shared, now) is not None
    return read_standing(spaces).is_resting or is_quiet
