"""Calm enough for a talk, and no alcohol: asked before every talk, judged at once, and kept nowhere (S11)."""

from collections.abc import Mapping

CALM_ENOUGH = 5
LEVELS = [str(level) for level in range(11)]
NOT_CHOSEN = {"calm": "Choose a number. Only you see it.", "alcohol": "Choose one. Only you see it."}


def problems_of(sent: Mapping[str, str]) -> dict[str, str]:
    """Field to sentence, for what was not answered."""
    answered = {"calm": sent.get("calm") in LEVELS, "alcohol": sent.get("alcohol") in {"yes", "no"}}
    return {field: sentence for field, sentence in NOT_CHOSEN.items() if not answered[field]}


def is_ready(sent: Mapping[str, str]) -> bool:
    return not problems_of(sent) and int(sent["calm"]) <= CALM_ENOUGH and sent["alcohol"] == "no"
