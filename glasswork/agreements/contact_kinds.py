"""What somebody says about contact. Nothing here names the third person, or needs to."""

from datetime import date
from typing import Literal

from glasswork.spaces.kinds import Kind, kind

CONTACT = "contact"

type State = Literal["ended", "limited", "not-so"]


@kind("agreements.contact", version=1, tag=CONTACT)
class Contact(Kind, frozen=True, kw_only=True):
    """Its author’s own statement, and nobody else’s (E13, E14). ``not-so`` takes an earlier one back in plain sight."""

    state: State
    on: date
    called: str = ""
    blocked: str = ""
    partner_told: str = ""
    unavoidable: str = ""
    report: str = ""
    chance: str = ""

    def as_text(self) -> str:
        parts = (self.called, self.blocked, self.partner_told, self.unavoidable, self.report, self.chance)
        return "\n".join(part for part in parts if part)
