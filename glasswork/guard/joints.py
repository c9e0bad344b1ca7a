"""What clauses mean together, pure: a condition belongs to what it hangs on, “him” to whom was spoken of before."""

import re

from glasswork.guard.frames import Frame, Who
from glasswork.guard.rules import NEAR, THIRD, topics_of
from glasswork.guard.words import sign

_LED = re.compile(r"^(?:\w+ )*?(?:if|when|once|after|unless|until) (you|your|i|we|everything you|all you)\b ?(.*)")
_LED_TO = {"you": Who.OTHER, "your": Who.YOURS, "i": Who.CLAIM, "we": Who.BOTH}
_FEELING, _TURN, _HARMED, _YOURS_TOO = sign("<feeling>"), sign("<turn>"), sign("<harmed>"), sign("<yours_too>")
_ASKS = sign("<asking>", "asks?|check with me|clear it|consult me")
_HANGS_ON = re.compile(r"\b(?:decide|say|choose|determine|check it|come along|come|tell you)$")
_BUT_FOR = re.compile(r"^(?:unless|until)\b")
_NO = re.compile(r"\b(?:not|never|stop|no)\b")
_POINTS = sign("him", "them", "it", "her", "there", "distance", "round", "so do not", "not $", "that", "it stops")
_OF_OTHER = re.compile(r"\b(?:your|the|single|that)\b")
_OF_US = re.compile(r"\b(?:jo|contact|affair|my|our)\b")
_THREAT, _HARM_DONE = sign("<threat>"), sign("lies?|hit|shout|drink|drinking|drunk|angry|cheat")
_OF_YOU, _OUT = sign("your?", "or", "it is that", "once more", "again"), sign("go out", "night out", "walk out")
_IF = sign(
    "again",
    "if your?",
    "if i can not",
    "if you want",
    "if there is",
    "it is",
    "once more",
    "stop",
    "one more",
    "or",
    "unless",
    "set foot",
    "refuse",
    "me",
    "that",
    "and",
)


def joined(frames: list[Frame]) -> list[Frame]:
    """The frames of one sentence, each with its condition and its short afterthoughts."""
    out: list[Frame] = []
    for at, frame in enumerate(frames):
        before = frames[at - 1] if at else None
        after = frames[at + 1] if at + 1 < len(frames) else None
        if frame.who is Who.ASIDE and (whole := _hoped(frame, before) or _asked_first(frame, after)):
            out.append(whole)
        elif out and before and _belongs(frame, before):
            out[-1] = _with(out[-1], frame, " " if frame.who is Who.ASIDE else " , ")
        else:
            out.append(frame)
    return out


def _hoped(frame: Frame, before: Frame | None) -> Frame | None:
    """“I would sleep better if your phone lay open”: a demand in the shape of a hope."""
    led = _LED.match(frame.text)
    speaks = before and before.who in (Who.CLAIM, Who.OWN, Who.RULE, Who.OTHER, Who.LEAVE)
    if not (led and before and speaks and _FEELING.search(before.text)):
        return None
    who = _LED_TO.get(led[1], Who.YOURS)
    act = f"{led[1]} {led[2]}" if who is Who.YOURS else led[2]
    is_not = bool(_NO.search(led[2])) or (before.is_not and not _BUT_FOR.match(frame.text))
    return Frame(who, is_not, act, frame.text, frame.raw)


def _asked_first(frame: Frame, after: Frame | None) -> Frame | None:
    """“If you want to go out, ask me first” is one demand."""
    led = _LED.match(frame.text) or re.match(r"^before (you) (.*)", frame.text)
    if not (led and led[1] == "you" and after and after.who in (Who.OTHER, Who.RULE) and _ASKS.search(after.text)):
        return None
    act = f"ask first before you {led[2]}"
    return Frame(Who.OTHER, False, act, act, frame.raw)


def _belongs(frame: Frame, before: Frame) -> bool:
    if frame.who is not Who.ASIDE:
        is_short = frame.who is Who.RULE and not frame.is_order and len(frame.text.split()) <= 4
        return is_short and before.who is not Who.ASIDE
    if before.who is Who.RULE:
        return not re.match(r"^(?:it|that|this|there|what)\b", before.text)
    return before.who in (Who.LEAVE, Who.OTHER) or (before.who is Who.OWN and bool(_HANGS_ON.search(before.act)))


def _with(frame: Frame, more: Frame, gap: str) -> Frame:
    act, text, raw = f"{frame.act}{gap}{more.act}", f"{frame.text}{gap}{more.text}", f"{frame.raw} {more.raw}"
    return frame._replace(act=act, text=text, raw=raw)


class Carried:
    """What a clause may point back to: “Your brother is trouble, stay away from him”; “show me yours”."""

    topic = near = ""

    def to(self, frame: Frame) -> str:
        """The kind that a clause rules by pointing back, or nothing."""
        if self.near and _YOURS_TOO.search(frame.act):
            return self.near
        is_cut = frame.who in (Who.OTHER, Who.RULE) and (frame.is_not or _TURN.search(frame.act))
        return self.topic if is_cut and _POINTS.search(f"{frame.act} $") and not _HARMED.search(frame.text) else ""

    def on(self, frame: Frame) -> None:
        self.near = next((kind for kind, pattern in NEAR.items() if pattern.search(frame.text)), self.near)
        if "show you mine" in frame.text:
            self.near = "messages"
        speaks = frame.who in (Who.YOURS, Who.RULE, Who.OWN, Who.OTHER) and not frame.is_order and not frame.is_not
        if speaks and not THIRD.search(frame.text) and not _OF_US.search(frame.text):
            of_other = frame.who is Who.RULE or _OF_OTHER.search(frame.text)
            self.topic = next(iter(topics_of(frame.act)), "") if of_other else ""


def threat_in(frames: list[Frame]) -> str:
    """“If you see your friends, we are over”: the kind that the condition speaks of."""
    whole = " ".join(frame.text for frame in frames)
    if not (_THREAT.search(whole) and _IF.search(whole) and _OF_YOU.search(whole)):
        return ""
    if THIRD.search(whole) or _HARM_DONE.search(whole):
        return ""
    if re.search(r"\bleave me\b.*(?:kids|children|sent back)", whole):
        return "permission"
    near = next((kind for kind, pattern in NEAR.items() if pattern.search(whole)), "")
    return near or next(iter(topics_of(whole)), "permission" if _OUT.search(whole) else "")
