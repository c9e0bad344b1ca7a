"""A new key for somebody's own space (K15), from which on an older copy of their keys opens nothing new."""

from glasswork.people.keyring import Keyring, SpaceKey
from glasswork.seal.envelope import new_key, seal
from glasswork.spaces.kinds import encode
from glasswork.spaces.models import Slip
from glasswork.spaces.opening import OpenSpace
from glasswork.spaces.reading import open_slip, slip_place


def with_new_epoch(keyring: Keyring, private: OpenSpace) -> Keyring:
    """The same keyring with one more key for that space; the older ones still open what was sealed under them."""
    key = keyring.spaces[private.id]
    epochs = {**key.epochs, max(key.epochs) + 1: new_key()}
    return keyring.with_space(private.id, SpaceKey(epochs, key.tag_key, key.partner))


def reseal_slips(private: OpenSpace, key: SpaceKey) -> None:
    """Drafts and other slips move to the newest key at once; entries are never rewritten."""
    epoch = max(key.epochs)
    rows = list(Slip.objects.select_for_update().filter(space_id=private.id, owner=private.me))
    for row in rows:
        place = slip_place(private, bytes(row.slot), private.me, epoch)
        value = open_slip(private, row)
        row.body = seal(key.epochs[epoch], place, encode(value))
    Slip.objects.bulk_update(rows, ["body"])
    private.key = key
