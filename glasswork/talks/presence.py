"""Whether the other is there, for as long as both are in a talk on two phones, and nowhere else.

Only an open page of a talk that is on says so, once a minute: whoever left it is away, whatever else they do here.
"""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from glasswork.lib.written_query import WrittenQuery
from glasswork.spaces.models import Membership

AWAY_AFTER = timedelta(seconds=90)
SETTLING = timedelta(seconds=10)  # both have just said that they are ready, and one phone has yet to ask


def is_other_away(space: UUID, session: bytes, now: datetime) -> bool:
    """``session`` is one's own. By one query, and no key."""
    return not _THERE.rows([space], [session], [now - AWAY_AFTER])


def _there(spaces: list[Any], sessions: list[Any], since: list[Any]) -> "QuerySet[Any, tuple[Any, ...]]":
    others = Membership.objects.filter(space_id=spaces[0]).exclude(account__sessions__id=sessions[0])
    return others.filter(account__sessions__in_talk_at__gte=since[0]).values_list("epoch")[:1]


_THERE = WrittenQuery(_there)
