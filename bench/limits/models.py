"""Tables with the columns that Glasswork's have, so that the same statements read the same rows."""

import uuid
from typing import ClassVar

from django.db import models


class Account(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    sign_in = models.BinaryField(unique=True)
    salt = models.BinaryField()
    memory_kib = models.PositiveIntegerField(default=0)
    passes = models.PositiveSmallIntegerField(default=0)
    verifier = models.BinaryField()
    wrapped_key = models.BinaryField()
    recovery_verifier = models.BinaryField()
    recovery_wrapped_key = models.BinaryField()
    keyring = models.BinaryField()
    keyring_version = models.PositiveIntegerField(default=1)
    exchange_public = models.BinaryField()
    signing_public = models.BinaryField()


class Session(models.Model):
    id = models.BinaryField(primary_key=True)
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="sessions")
    wrapped_key = models.BinaryField()
    started_at = models.DateTimeField()
    touched_at = models.DateTimeField()
    fresh_at = models.DateTimeField()
    idle_minutes = models.PositiveSmallIntegerField(default=15)
    in_talk_at = models.DateTimeField(null=True)


class Space(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    is_shared = models.BooleanField()
    opened_on = models.DateField(null=True)
    closed_on = models.DateField(null=True)
    sequence = models.PositiveBigIntegerField(default=0)
    head = models.BinaryField(default=bytes)


class Membership(models.Model):
    pk = models.CompositePrimaryKey("space", "account", "epoch")
    space = models.ForeignKey(Space, on_delete=models.CASCADE)
    account = models.ForeignKey(Account, on_delete=models.CASCADE)
    epoch = models.PositiveIntegerField(default=1)
    granter = models.UUIDField(null=True)
    box = models.BinaryField(default=bytes)
    signature = models.BinaryField(default=bytes)


class Entry(models.Model):
    pk = models.CompositePrimaryKey("space", "id")
    space = models.ForeignKey(Space, on_delete=models.CASCADE, db_index=False)
    id = models.UUIDField(default=uuid.uuid4)
    sequence = models.PositiveBigIntegerField()
    epoch = models.PositiveIntegerField(default=1)
    author = models.UUIDField()
    tag = models.BinaryField()
    slot = models.BinaryField(null=True)
    day = models.DateField()
    header = models.BinaryField()
    signature = models.BinaryField()
    body = models.BinaryField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["space", "sequence"], name="limits_place"),
            models.UniqueConstraint(fields=["space", "slot"], name="limits_slot"),
        ]
        indexes: ClassVar = [models.Index(fields=["space", "tag", "day"], name="limits_page")]


class Slip(models.Model):
    pk = models.CompositePrimaryKey("space", "slot")
    space = models.ForeignKey(Space, on_delete=models.CASCADE, db_index=False)
    owner = models.UUIDField()
    slot = models.BinaryField()
    expires_on = models.DateField()
    body = models.BinaryField()
