"""The sealed record (K9). What a row is lies inside the seal; nothing here names a feature or holds a word."""

import uuid

from django.db import models

from glasswork.people.models import Account


class Space(models.Model):
    """Somewhere entries live. Locked while one is appended; ``head`` stays empty where nothing is chained."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    is_shared = models.BooleanField()
    turn = models.PositiveIntegerField(default=0)  # a person's later space has the larger one; days alone don't tell
    opened_on = models.DateField(null=True)
    closed_on = models.DateField(null=True)
    sequence = models.PositiveBigIntegerField(default=0)
    head = models.BinaryField(default=bytes)


class Membership(models.Model):
    """Somebody's place in a space, with the grant of its key (K10). The maker of a space has no grant."""

    pk = models.CompositePrimaryKey("space", "account", "epoch")
    space = models.ForeignKey(Space, on_delete=models.CASCADE, related_name="memberships")
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="memberships")
    epoch = models.PositiveIntegerField(default=1)
    granter = models.UUIDField(null=True)
    box = models.BinaryField(default=bytes)
    signature = models.BinaryField(default=bytes)


class Entry(models.Model):
    """One sealed entry, append-only. ``body`` is empty once its words were withdrawn."""

    pk = models.CompositePrimaryKey("space", "id")
    space = models.ForeignKey(Space, on_delete=models.CASCADE, related_name="entries", db_index=False)
    id = models.UUIDField(default=uuid.uuid4)
    sequence = models.PositiveBigIntegerField()
    epoch = models.PositiveIntegerField()
    author = models.UUIDField()  # no foreign key: the record outlives an erased account
    tag = models.BinaryField()
    slot = models.BinaryField(null=True)
    day = models.DateField()
    header = models.BinaryField()
    signature = models.BinaryField()
    body = models.BinaryField(default=bytes)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["space", "sequence"], name="entry_place"),
            models.UniqueConstraint(fields=["space", "slot"], name="entry_slot"),
        ]
        indexes = [models.Index(fields=["space", "tag", "day"], name="entry_page")]


class Slip(models.Model):
    """One sealed slip, replaceable and deletable: a draft, a held answer, a remembered head."""

    pk = models.CompositePrimaryKey("space", "slot")
    space = models.ForeignKey(Space, on_delete=models.CASCADE, related_name="slips", db_index=False)
    owner = models.UUIDField()
    slot = models.BinaryField()
    expires_on = models.DateField()
    body = models.BinaryField()

    class Meta:
        indexes = [models.Index(fields=["expires_on"], name="slip_end")]
