"""An invitation: sealed payloads, a state and a day. Its code is known to nobody but the two people (S5)."""

import uuid

from django.db import models

from glasswork.pairing.stages import State
from glasswork.people.models import Account


class Invitation(models.Model):
    """One invitation of one person; found by the hash of its code. Somebody takes part in one at a time."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    verifier = models.BinaryField(unique=True)
    inviter = models.OneToOneField(Account, on_delete=models.CASCADE, related_name="invitation")
    joiner = models.OneToOneField(Account, null=True, on_delete=models.CASCADE, related_name="accepted_invitation")
    payload = models.BinaryField()  # the inviter's name and public keys, sealed under the code
    answer = models.BinaryField(default=bytes)  # the joiner's, sealed under the same code
    state = models.PositiveSmallIntegerField(default=State.SENT.value)
    ends_on = models.DateField(db_index=True)
    space = models.UUIDField(null=True)  # no foreign key: made by the inviter, opened when both words matched

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state=State.SENT.value, joiner=None)
                | models.Q(state__gt=State.SENT.value, joiner__isnull=False),
                name="invitation_joiner",
            ),
        ]
