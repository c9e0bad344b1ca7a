"""Offers that end: what stands now, for its giver and for the other. Pure.

The other sees an offer only while it stands. One that was declined, paused, stopped early, has ended or was never made
leaves nothing to see, so that all of them look alike: “Not shared now”. The same holds the other way: whether somebody
declined an offer, put it off or has not looked yet, its giver sees “Offered”.
"""

from datetime import date, timedelta
from enum import StrEnum

from glasswork.agreements.openness_kinds import Offer, Request, Welcome

USUAL = timedelta(days=14)
LONGEST = timedelta(days=90)
BETWEEN_REQUESTS = timedelta(days=7)
SHOWN_A_DAY = 5


class Standing(StrEnum):
    NONE = "none"
    OFFERED = "offered"
    SHARED = "shared"
    PAUSED = "paused"  # only its giver ever sees this
    ENDED = "ended"  # and this


def stands(offer: Offer | None, today: date) -> bool:
    """Its last day counts. An end further off than ninety days is none, whatever the slip says."""
    return offer is not None and today <= min(offer.ends_on, offer.made_on + LONGEST)


def as_giver(offer: Offer | None, paused: Offer | None, welcome: Welcome | None, today: date) -> Standing:
    if offer and stands(offer, today):
        return Standing.SHARED if is_welcome(offer, welcome) else Standing.OFFERED
    if paused and stands(paused, today):
        return Standing.PAUSED
    return Standing.ENDED if offer or paused else Standing.NONE


def as_other(offer: Offer | None, welcome: Welcome | None, today: date) -> Standing:
    if offer is None or not stands(offer, today):
        return Standing.NONE
    return Standing.SHARED if is_welcome(offer, welcome) else Standing.OFFERED


def is_welcome(offer: Offer, welcome: Welcome | None) -> bool:
    """A yes belongs to one offer with its terms; a new one is asked about again."""
    return welcome is not None and welcome.offer == offer.id


def may_ask_on(asked: list[tuple[date, Request]], topic: str) -> date | None:
    """From which day this topic may be asked about again; None when it never was."""
    days = [day for day, request in asked if request.topic == topic]
    return max(days) + BETWEEN_REQUESTS if days else None
