"""What the guard says, to one person alone: why a demand of this kind can turn into control, and what to do instead."""

from typing import NamedTuple


class Answer(NamedTuple):
    """``why`` for whoever wrote the line; ``instead``: a line about one’s own acts that may meet the same worry."""

    why: str
    instead: str


ANSWERS = {
    "passwords": Answer(
        "A password opens a whole life, not one answer. Who must hand it over can’t say no next week.",
        "I will ask when I’m worried, and listen to what you choose to show.",
    ),
    "location": Answer(
        "Knowing where somebody is all day feels calm for an hour. Then it asks for more.",
        "I’d like to hear your plans for the evening, in your own words.",
    ),
    "messages": Answer(
        "Reading along tells you what was typed. It can’t tell you whether you are loved. Others wrote there, too.",
        "If I want to know something, I’ll ask. You answer the same day.",
    ),
    "permission": Answer(
        "Somebody who has to ask for leave is not free to stay, either.",
        "We tell each other when plans change, before the old time.",
    ),
    "friends": Answer(
        "Friends are how people stay upright. Cutting them off leaves a person with nobody to turn to.",
        "If a friendship worries me, I’ll say what I saw and what I felt.",
    ),
    "family": Answer(
        "Family belongs to each of you, whatever happened. Cutting it off can turn into control.",
        "I will say which visits are hard for me, and what would make them easier.",
    ),
    "work": Answer(
        "Work is somebody’s bread and freedom. They may choose to change it. Nobody else can choose it for them.",
        "I’d like to know before you travel with them. What could you offer?",
    ),
    "money": Answer(
        "Whoever holds all the money holds the door. Each of you needs some of your own.",
        "We both say so before we spend more than an agreed sum from what we share.",
    ),
    "faith": Answer(
        "What somebody believes is theirs, and so is where they go to be quiet.",
        "I will say what I need on those evenings, and you go where you go.",
    ),
    "health": Answer(
        "A body, a doctor and a therapist belong to one person alone.",
        "I will look after my own health, and ask how you are.",
    ),
}
NOT_FROM_HERE = "It isn’t shown from here. In Our lines such words rest for a day first."


def against(words: str) -> str:
    """Beside a field whose words the other would see at once; empty where the guard finds nothing."""
    from glasswork.guard.checking import check  # noqa: PLC0415 - its patterns would add a fifth to every start

    found = check(words)
    answer = ANSWERS[found.kind] if found else None
    return f"{answer.why} Another way to say it: “{answer.instead}” {NOT_FROM_HERE}" if answer else ""


FORCED = "A yes that was pressed out of somebody is not a yes. That holds for both of you."
