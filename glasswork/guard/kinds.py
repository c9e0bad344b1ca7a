"""What a line would rule of the other’s life."""

from enum import StrEnum


class Control(StrEnum):
    """In the order in which the network answers (``leaning``)."""

    PASSWORDS = "passwords"
    LOCATION = "location"
    MESSAGES = "messages"
    PERMISSION = "permission"
    FRIENDS = "friends"
    FAMILY = "family"
    WORK = "work"
    MONEY = "money"
    FAITH = "faith"
    HEALTH = "health"
