"""A big thing as it stands, pure: who is next, and what cannot be hurried."""

from datetime import date
from enum import StrEnum

from glasswork.promises.kinds_of_acts import Big, BigStep, Offer, WouldHelp
from glasswork.promises.threads import Thread

PARTS = ("would-help", "would-help-again", "begun", "done", "let-go")
SAYS = {"yes": "Yes, that would help", "no": "No, not that", "else": "Something else would"}


class Stage(StrEnum):
    OFFERED = "offered"  # the other may say if it would help
    WAITING = "waiting"  # yes was said, and it can't be undone: its day has not come
    AGAIN = "again"  # its day has come; the other may say yes once more
    READY = "ready"  # yes: it may begin
    ANSWERED = "answered"  # no, or something else
    BEGUN = "begun"
    OVER = "over"


def stage_of(thread: Thread, today: date) -> Stage:
    big, first = thread.root(Big), thread.said(thread.other_of_opener, "would-help", WouldHelp)
    steps = {step.what for author, step in thread.all_said(BigStep) if author == thread.opener}
    if steps & {"done", "let-go"} or (big is None and thread.root(Offer) is None):
        return Stage.OVER
    if "begun" in steps:
        return Stage.BEGUN
    if first is None:
        return Stage.OFFERED
    if first.says != "yes":
        return Stage.ANSWERED
    return _after_yes(thread, big, today)


def _after_yes(thread: Thread, big: Big | None, today: date) -> Stage:
    if big is None or big.not_before is None:
        return Stage.READY
    if today < big.not_before:
        return Stage.WAITING
    again = thread.said(thread.other_of_opener, "would-help-again", WouldHelp)
    if again is None:
        return Stage.AGAIN
    return Stage.READY if again.says == "yes" else Stage.ANSWERED
