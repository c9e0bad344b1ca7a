"""What people typed, as a form sends it."""


def as_typed(text: str) -> str:
    """With line ends of one kind, whatever the browser sends, and nothing around it."""
    return text.replace("\r\n", "\n").strip()
