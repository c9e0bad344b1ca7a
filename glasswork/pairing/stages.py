"""How far an invitation has come, and where each of the two stands in it. Pure rules."""

from enum import IntEnum, StrEnum


class State(IntEnum):
    """What the row says; none of it gives any right (S5). Once both have matched, there is no row any more."""

    SENT = 1
    ACCEPTED = 2
    INVITER_MATCHED = 3
    JOINER_MATCHED = 4


class Stage(StrEnum):
    """What one of the two is shown."""

    NONE = "none"
    SENT = "sent"
    COMPARE = "compare"
    WAITING = "waiting"


def steps_of(*, is_inviter: bool) -> int:
    """How many pages the way has; the four words are the last on both sides.

    Inviter: what they will see, one question, the code, four words. Joiner: the code, who asked, four words.
    """
    return 4 if is_inviter else 3


def stage_of(state: int, *, is_inviter: bool) -> Stage:
    """Whether the other has pressed [They match] never shows in it."""
    own_match = State.INVITER_MATCHED if is_inviter else State.JOINER_MATCHED
    if state == State.SENT:
        return Stage.SENT if is_inviter else Stage.NONE
    if state == own_match:
        return Stage.WAITING
    return Stage.COMPARE
