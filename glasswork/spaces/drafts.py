"""What is being typed in one form lies in a private slip, so that no typed word is lost.

Each room registers a kind of its own, and says in which slot its drafts lie::

    @kind("goals.draft", version=1, tag="draft")
    class Draft(drafts.Draft, frozen=True, kw_only=True): ...

    DRAFTS = Drafts(Draft, "goals-draft")
"""

from dataclasses import dataclass

from glasswork.spaces.kinds import Kind
from glasswork.spaces.opening import OpenSpace
from glasswork.spaces.reading import read_slip
from glasswork.spaces.writing import save_slip


class Draft(Kind, frozen=True, kw_only=True):
    """``ended`` marks the form that was sent: a later draft is late."""

    fields: dict[str, str]
    ended: str = ""


@dataclass(frozen=True, slots=True)
class Drafts:
    """``has_threads``: a form may belong to one of many threads, which the slot names (``about``)."""

    kind: type[Draft]
    slot: str
    has_threads: bool = True

    def save(self, private: OpenSpace, form: str, fields: dict[str, str], *, once: str, about: str = "") -> None:
        """Keeps what is being typed, unless the form it comes from was sent in the meantime."""
        before = read_slip(private, self.kind, *self.name(form, about)) if once else None
        if before is None or before.ended != once:
            save_slip(private, self.kind(fields=fields), *self.name(form, about))

    def read(self, private: OpenSpace, form: str, about: str = "") -> dict[str, str]:
        return fields_of(read_slip(private, self.kind, *self.name(form, about)))

    def end(self, private: OpenSpace, form: str, *, once: str, about: str = "") -> None:
        save_slip(private, self.kind(fields={}, ended=once), *self.name(form, about))

    def name(self, form: str, about: str = "") -> tuple[str, ...]:
        return (self.slot, form, about) if self.has_threads else (self.slot, form)


def fields_of(found: Kind | None) -> dict[str, str]:
    return found.fields if isinstance(found, Draft) else {}
