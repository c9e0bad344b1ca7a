"""Why something wasn't done, in one sentence for the page. Nothing was written then, and nothing typed is lost."""

from collections.abc import Callable

from glasswork.spaces.writing import AlreadyWritten, SpaceClosed

STOPPED = "Sharing has stopped, so this was not sent. Your words are still here, for you to copy."
MOVED_ON = "This had moved on already, so these words were not sent. They are still here, for you to copy."


class Refused(Exception):
    """Kindly damped, too early, or no longer so; ``sentence`` says which."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class MovedOn(Exception):
    """It is the other's to say, or nobody's any more."""


def reason_against(act: Callable[[], object], *, already: str | None = MOVED_ON) -> str | None:
    """Does it. None when it went well; otherwise the sentence that says why not.

    ``already``: what to say when the same thing stands there, or two devices were at it at once.
    """
    try:
        act()
    except Refused as why:
        return why.sentence
    except SpaceClosed:
        return STOPPED
    except MovedOn:
        return MOVED_ON
    except AlreadyWritten:
        return already
    return None
