"""What people typed, as a form sends it."""


def as_typed(text: str) -> str:
    """With line ends of one kind, whatever the browser sends, and nothing around it."""
    return text.replace("\r\n", "\n").strip()


def number_in(text: str, *, digits: int) -> int | None:
    """A whole number from nought, of so many digits at most; None for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= digits else None
