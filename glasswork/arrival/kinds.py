"""What the first run seals besides the first words: what brought somebody here."""

from glasswork.spaces.kinds import Kind, kind

TAG = "arrival"


@kind("arrival.reason", version=1, tag=TAG)
class Reason(Kind, frozen=True, kw_only=True):
    """What brings its author here. It changes only their own order and tone, never anything joint (S3)."""

    asked: str
    reason: str  # hurt, hurt-someone, both, alone, private
    answer: str

    def as_text(self) -> str:
        return self.answer
