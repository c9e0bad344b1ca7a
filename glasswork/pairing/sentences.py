"""The sentences that a page of this room may add: what was just done, and what is in the way."""

from typing import Final

ONE_AT_A_TIME: Final = "one"
TAKEN_BACK: Final = "taken-back"
DIFFERENT: Final = "different"
ENDED: Final = "ended"
DECLINED: Final = "declined"
LATER: Final = "later"
JOINED: Final = "joined"

DONE = {
    ONE_AT_A_TIME: "You share with somebody already. It’s one at a time, and you can stop whenever you like.",
    TAKEN_BACK: "Done. Nothing is joined, and the code no longer works.",
    DIFFERENT: "Thank you for looking closely. Nothing is joined. You can start again with a new code.",
    ENDED: "That invitation has ended. Nothing is joined. You can start again with a new code.",
    DECLINED: "That’s fine. Nothing was sent. To them it looks like a code that nobody has used.",
    LATER: "That’s fine. Nothing was sent. You’ll find it here until its day has passed.",
}

NOT_A_CODE = "A code has 16 letters and numbers. Please look at it once more."
REFUSED = "This code doesn’t work. It may be mistyped, used, or more than seven days old. You can ask for a new one."
OWN = "This is your own code. It’s for the other person to type."
TOO_MANY_TRIES = "That was a few tries in a row. Please wait an hour, then try again."
TOO_MANY_CODES = "You’ve made a few codes today. You can make another one tomorrow."
CHANGED = "These words have changed since you looked. Please read them out once more."
CHOOSE_TELLING = "Choose one of the three."
TOO_LONG = "This is longer than a note can be. Please keep it under 8,000 characters."
