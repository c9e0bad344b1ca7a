"""What the tests of this room look at."""

from glasswork.spaces.opening import OpenSpace
from glasswork.spaces.reading import Want, read_entries
from tests.cast import TAG, Line


def texts(space: OpenSpace) -> list[str]:
    """What still stands there, oldest first."""
    return [e.value.text for e in read_entries(Want(space, tags=(TAG,))) if isinstance(e.value, Line)]
