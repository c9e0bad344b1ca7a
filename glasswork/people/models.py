"""What the server keeps of a person: an account that opens nothing by itself, sessions, throttle counters."""

import uuid

from django.db import models


class Account(models.Model):
    """One person. Every secret here is sealed under the password, the recovery code or the account key."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    sign_in = models.BinaryField(unique=True)  # HMAC(pepper, sign-in name): nobody can test who is here
    salt = models.BinaryField()
    memory_kib = models.PositiveIntegerField()
    passes = models.PositiveSmallIntegerField()
    verifier = models.BinaryField()
    wrapped_key = models.BinaryField()
    recovery_verifier = models.BinaryField()
    recovery_wrapped_key = models.BinaryField()
    keyring = models.BinaryField()
    keyring_version = models.PositiveIntegerField(default=1)
    exchange_public = models.BinaryField()
    signing_public = models.BinaryField()
    leaves_on = models.DateField(null=True)  # asked for by its owner; `glasswork tidy` erases it from that day on


class Session(models.Model):
    """One signed-in browser. ``id`` is derived from the cookie, so this table alone opens nothing (K16)."""

    id = models.BinaryField(primary_key=True)
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="sessions")
    wrapped_key = models.BinaryField()
    started_at = models.DateTimeField()
    touched_at = models.DateTimeField()
    fresh_at = models.DateTimeField()
    idle_minutes = models.PositiveSmallIntegerField()
    in_talk_at = models.DateTimeField(null=True)  # when an open page of a talk that is on last asked


class Throttle(models.Model):
    """A counter of tries; ``key`` is an HMAC of what is tried, the account and the client."""

    key = models.BinaryField(primary_key=True)
    count = models.PositiveIntegerField()
    ends_at = models.DateTimeField(db_index=True)


class Host(models.Model):
    """One row: the fingerprint of the pepper this database belongs to (K18), and when a backup was last put back."""

    pepper_fingerprint = models.BinaryField()
    restored_on = models.DateField(null=True)
