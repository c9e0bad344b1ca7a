"""The sorts of letters: what each asks for, how long it rests, and what its reader may say to it. Pure."""

from collections.abc import Mapping
from datetime import timedelta
from typing import NamedTuple

from glasswork.letters.kinds import Part

VERSION = 1  # of the prompts: a letter keeps those it was written with
LAND = timedelta(hours=48)  # between the three things heard and a letter back


class Prompt(NamedTuple):
    id: str
    label: str
    hint: str
    if_empty: str = ""  # the sentence where it may not stay empty


class Sort(NamedTuple):
    """``has_hints``: the writing helper looks at it. ``answers``: what its reader may say, without a wait."""

    id: str
    title: str
    lead: str
    prompts: tuple[Prompt, ...]
    rest: timedelta
    has_hints: bool
    answers: Mapping[str, str]
    guide: str

    def parts_of(self, words: Mapping[str, str]) -> tuple[Part, ...]:
        return tuple(Part(ask.id, ask.label, words[ask.id]) for ask in self.prompts if words.get(ask.id))


IMPACT = Sort(
    "impact",
    "A letter about what it did",
    "Write a little, on several days. Nobody sees it, and nothing goes by itself.",
    (
        Prompt("since", "Since I found out …", "Your days, your body, your work."),
        Prompt("nights", "At night …", "Or at red lights, or in the queue at the shop."),
        Prompt("lost", "What I lost …", "Large and small. Also what was never touched, if you like."),
        Prompt("understand", "What I need you to understand …", "One line is enough."),
    ),
    timedelta(hours=24),
    False,
    {},
    "impact-letter",
)
OWNERSHIP = Sort(
    "ownership",
    "What I did",
    "What you chose, hid and harmed, with no excuses in it. It is yours until you share it.",
    (
        Prompt("chose", "I chose to …", "One choice a line, with a day or a month where you can."),
        Prompt("hid", "I hid … by …", "Deleted, left out, turned the screen over."),
        Prompt("harmed", "It harmed …", "What you saw, and what you were told. Mark what is a guess."),
    ),
    timedelta(),
    True,
    {"heard": "I’ve read it", "not-so": "Something is missing"},
    "ownership",
)
APOLOGY = Sort(
    "apology",
    "An apology",
    "Write it here, alone. It asks for nothing back.",
    (
        Prompt("regret", "I regret …", "What it did to them, in their own words if you have them."),
        Prompt("did", "What I did was …", "The facts. No “only”, no “just”. An apology is a bad place for news."),
        Prompt(
            "chose_it",
            "It was my choice to …",
            "Leave “if”, “but” and “because you” out of it.",
            "Say that you chose it. Without this part it isn’t an apology yet.",
        ),
        Prompt("will_not", "I will not …", "Only what you can keep on your worst day."),
        Prompt(
            "mend",
            "To repair this I will … by …",
            "One act, with a day.",
            "Offer one thing you’ll do, with a day. It can be small.",
        ),
        Prompt("forgive", "I’d like to ask …", "Left out, unless you were asked for it."),
    ),
    timedelta(),
    True,
    {"heard": "Heard", "not-yet": "Not yet", "more": "I need more of …"},
    "apology",
)
PERSPECTIVE = Sort(
    "perspective",
    "That day, from their side",
    "You write as “I”, in their place. It won’t be right. Being put right is the point.",
    (
        Prompt("that_day", "That day, hour by hour …", "Small and bodily. Write “maybe” where you guess."),
        Prompt("around", "The week before, and the week after …", "What had to be looked at again."),
    ),
    timedelta(),
    True,
    {"heard": "I’ve read it", "not-so": "It wasn’t like that"},
    "their-day",
)
SORTS = {sort.id: sort for sort in (IMPACT, OWNERSHIP, APOLOGY, PERSPECTIVE)}
NEEDS_WORDS = {
    "more": "Say what you need more of. A few words are enough.",
    "not-so": "Say what it is, in your own words.",
}
ASKING = "forgive"  # the part of an apology that is off until its writer opens it
