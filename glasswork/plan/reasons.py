"""Why a step is suggested, in words that name what somebody did or said, never a number. Pure."""

from collections.abc import Mapping

from glasswork.plan.changes import CHANGES

QUIET = "Nothing needed. Have a quiet evening."
OWN_WEEK = "This week leans on steps of your own. Everything else stays open."

STAGES: Mapping[int, str] = {1: "Steady", 2: "Hear", 3: "Understand", 4: "Choose", 5: "Build", 6: "Part well"}
GOALS: Mapping[str, str] = {
    "calm": "Because you’d like to feel calmer.",
    "talk": "Because you’d like to talk without fighting.",
    "trust": "Because you’d like to rebuild trust.",
    "decide": "Because you’d like to know what you want.",
    "life": "Because well-being and a good life are what you came for.",
    "new-trust": "Because you’d like to trust somebody new.",
}
# Why one begins with the first of its kind of person, and why with the ones after it.
BEGIN: Mapping[str, tuple[str, str]] = {
    "hurt": (
        "Because you were hurt, and your own ground comes first.",
        "Because knowing what helps you comes before any talk.",
    ),
    "involved": (
        "Because you hurt someone, and mending starts with what you do.",
        "Because trust grows back from small, true acts.",
    ),
    "both": ("Because you both want this.", "Because you both want to begin, and small is enough."),
    "alone": (
        "Because you’re doing this on your own, at your own pace.",
        "Because you carry this yourself, and need not do all of it alone.",
    ),
    "left": (
        "Because it ended, and you needn’t carry that alone.",
        "Because it ended, and you go on.",
    ),
    "dating": (
        "Because you carry something old, and would like to begin something new.",
        "Because it helps to know yourself before you meet somebody.",
    ),
    "unsure": (
        "Because you don’t know yet, and nothing has to be decided in a hurry.",
        "Because a calm look helps more than a quick answer.",
    ),
    "": ("Because it’s a gentle place to begin.", "Because small and calm is a good beginning."),
}
AGAIN = "Because you wanted to look at this again by today."
STARTED = "Because you began it. You can go on, or call it done."
HEAVY = "Because tonight’s check-in held something heavy."
CHOSEN = "Because you chose it."
REGULAR = "Because you did it before, and it’s time again."
CONTACT = "Because a decision on contact comes before anything can mend."
SLEEP = "Because sleep is hard at the moment."
SUPPORT = "Because you carry this without anyone beside you."
TIME_OUTS = "Because time-outs were kept."
THERAPIST = "Because you’re looking for somebody to talk to."
HARD_TIME = "Because this is a very hard time. Small and gentle is enough."
FOCUS: Mapping[str, str] = {
    "me": "Because you’d like to begin with yourself.",
    "us": "Because you’d like to begin with the two of you.",
    "family": "Because your family matters to you in this.",
}


def because_of(title: str) -> str:
    return f"Because you did “{title}”. This follows it well."


def because_of_stage(stage: int) -> str:
    return f"Because it fits where you are: {STAGES[stage]}."


def what_changed(name: str) -> str:
    """The one line after somebody said that something is different."""
    return CHANGES[name].line
