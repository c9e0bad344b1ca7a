"""What somebody answered about their safety: one entry a sitting, in their private space alone."""

import msgspec

from glasswork.spaces.kinds import Kind, kind

TAG = "safety"


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """One question as it was shown. ``answer``: yes, no, not-always, skipped, or empty when it was not asked."""

    id: str
    version: int
    question: str
    answer: str = ""


@kind("safety.answer", version=1, tag=TAG)
class SafetyAnswer(Kind, frozen=True, kw_only=True):
    """All five questions in their order, asked or not, so that every sitting fills one row of one size (K9).

    It reads as nothing in a search or an export, where somebody else might see it.
    """

    asked: tuple[Asked, ...]
