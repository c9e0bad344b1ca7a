"""The kinds every space has: names, a person's settings, the head each member remembers."""

from uuid import UUID

from glasswork.spaces.kinds import Kind, kind

WILLING = "willing"  # slips that say their owner is ready for a step for two: a safety answer takes them back


@kind("spaces.display-name", version=1, tag="names")
class DisplayName(Kind, frozen=True, kw_only=True):
    """What its author is called in this space (S3). A new name is a new entry; the old one is withdrawn."""

    name: str


@kind("spaces.settings", version=1, tag="settings")
class Settings(Kind, frozen=True, kw_only=True):
    """A person's own settings: a slip of the private space. ``zone`` is an IANA name, ``country`` two letters."""

    zone: str = "UTC"
    country: str = ""
    sign_in_name: str = ""
    is_alone: bool = False  # came on their own: nothing asks them about a partner or to invite one
    is_without_hints: bool = False  # no hints beside words that go to somebody else
    is_about_two: bool = False  # came because of somebody else: Today points once to joining with them


@kind("spaces.head", version=1, tag="head")
class RememberedHead(Kind, frozen=True, kw_only=True):
    """Where a shared space's chain stood when its owner last wrote in it or looked at the record (K13)."""

    sequence: int
    head: bytes


@kind("spaces.withdrawal", version=1, tag="withdrawals")
class Withdrawal(Kind, frozen=True, kw_only=True):
    """Its author takes the words of one of their own entries back; the place in the record stays (S7)."""

    entry: UUID
