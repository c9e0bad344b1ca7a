"""Where somebody is: one of five stages, or the other good ending. Pure. It suggests, and locks nothing."""

from glasswork.plan.facts import LONG_AGO, Facts

PART_WELL = 6
# What counts as having been in a stage: days on the way, and any of these done.
STEADY = "ground-words time-out sleep-and-cut-off support-map breathing contact-decision check-in-with-myself".split()
HEAR = "mirroring impact-letter ownership their-day feelings-map it-makes-sense speaker-listener apology".split()
UNDERSTAND = (
    "set-off-map chain-of-choices how-we-got-stuck what-led-to-it self-blame-check my-part-in-patterns "
    "thought-record signs-trust-is-low"
).split()
AFTER_DAYS = {1: 14, 2: 42, 3: 70}
DONE_IN = {1: STEADY, 2: HEAR, 3: UNDERSTAND}


def stage_of(facts: Facts) -> int:
    """1 to 5, or 6 once somebody parts. A new discovery leads back, and undoes nothing that was done."""
    if facts.reset_on:
        return 1 if (facts.today - facts.reset_on).days < AFTER_DAYS[1] or not facts.is_contact_settled else 2
    if facts.decision in {"part", "stay", "own"}:
        return PART_WELL if facts.decision == "part" else 5
    for stage in (1, 2, 3):
        if not _is_through(facts, stage):
            return stage
    return 4


def _is_through(facts: Facts, stage: int) -> bool:
    """What is long over and carried on alone needs no first weeks."""
    if stage < 3 and facts.is_over and facts.since in LONG_AGO:
        return True
    if stage == 1 and not facts.is_contact_settled:
        return False
    return facts.days >= AFTER_DAYS[stage] and facts.did(*DONE_IN[stage])
