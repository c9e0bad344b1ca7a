"""The one error of sealing."""


class SealError(Exception):
    """Wrong key, wrong place, damaged, unknown version or bad signature: deliberately never said which."""

    def __init__(self) -> None:
        super().__init__("This could not be opened.")
