"""Which display names are accepted: anything that can be seen, up to 60 characters. A made-up one is fine (S3)."""

from glasswork.lib.directions import without_direction_marks

MOST = 60


def clean_display_name(text: str) -> str:
    """As typed, on one line, without marks that would turn the words around it."""
    return " ".join(without_direction_marks(text).split())


def display_name_problem(name: str) -> str:
    """One sentence for beside the field, or nothing when the name will do."""
    if not any(letter.isprintable() and not letter.isspace() for letter in name):
        return "Please type a name. A made-up one is fine."
    if len(name) > MOST:
        return f"Please use at most {MOST} characters for your name."
    return ""
