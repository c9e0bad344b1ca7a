"""The sample never comes to a folder in which people have accounts, and leaves no passwords there."""

from pathlib import Path

import pytest
from django.conf import settings

from glasswork.config.refusals import RefusedError
from glasswork.config.sample import fill, filling
from glasswork.people.models import Account
from tests.cast import Actor


def test_it_is_never_put_beside_people(ana: Actor) -> None:
    with pytest.raises(RefusedError, match="People have accounts"):
        fill()
    assert Account.objects.count() == 1
    assert not (Path(settings.GLASSWORK_DATA) / filling.FILE).exists()
