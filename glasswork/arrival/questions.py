"""What the first run asks, word for word. Answers are kept with the question as it was shown."""

FEELINGS = "What do you feel right now?"
REASON = "What brings you here?"
WISH = "One thing you wish they knew"

ALONE = "alone"
ABOUT_TWO = ("hurt", "hurt-someone", "both")
REASONS = (
    ("hurt", "I was hurt"),
    ("hurt-someone", "I hurt someone"),
    ("both", "We both want this"),
    (ALONE, "I’m on my own, or it was a past relationship"),
    ("private", "I’d rather not say"),
)
