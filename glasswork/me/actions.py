"""What somebody changes about themself: the name they go by, and their settings."""

import msgspec

from glasswork.people.models import Session
from glasswork.people.person import Person
from glasswork.people.sessions import IDLE_MINUTES, IDLE_MINUTES_SHARED_DEVICE
from glasswork.spaces.actions import rename
from glasswork.spaces.common_kinds import Settings
from glasswork.spaces.opening import OpenSpace, Spaces
from glasswork.spaces.reading import read_slip
from glasswork.spaces.writing import remember_head, save_slip


def change_name(spaces: Spaces, *, name: str) -> None:
    """In one's own space, and in the one shared now; what was closed keeps the name one had there."""
    rename([spaces.private, *([spaces.shared] if spaces.shared else [])], name)
    if spaces.shared:
        remember_head(spaces.private, spaces.shared)


def read_settings(private: OpenSpace) -> Settings:
    return read_slip(private, Settings, "settings") or Settings()


def change_settings(private: OpenSpace, *, zone: str, country: str, is_without_hints: bool) -> None:
    kept = read_settings(private)
    changed = msgspec.structs.replace(kept, zone=zone, country=country, is_without_hints=is_without_hints)
    save_slip(private, changed, "settings")


def set_shared_device(person: Person, *, is_shared: bool) -> None:
    """Whether this session ends after five minutes without use, or fifteen."""
    idle = IDLE_MINUTES_SHARED_DEVICE if is_shared else IDLE_MINUTES
    Session.objects.filter(pk=person.session.pk).update(idle_minutes=idle)
