"""The intake: ten questions on six short pages, word for word. Every one may be skipped.

Nobody on their own is asked about a partner: what speaks of one has other words for them. Answers are kept with the
question as it was shown.
"""

from collections.abc import Mapping
from typing import NamedTuple

from glasswork.plan.kinds import Asked

Options = tuple[tuple[str, str], ...]
ALONE = {"alone"}


class Question(NamedTuple):
    """``words_alone`` stands in for ``words`` on the pages of somebody who is on their own."""

    id: str
    words: str
    options: Options
    version: int = 1
    many: bool = False
    hint: str = ""
    words_alone: str = ""

    def words_for(self, role: str) -> str:
        return self.words_alone if self.words_alone and role in ALONE else self.words


class IntakePage(NamedTuple):
    """``words``: it also has a field to write in, with this label."""

    title: str
    questions: tuple[str, ...]
    words: str = ""


_ALL = (
    Question(
        "goals",
        "What would you like?",
        (
            ("calm", "Feel calmer"),
            ("talk", "Talk without fighting"),
            ("trust", "Rebuild trust"),
            ("decide", "Decide what I want"),
            ("life", "Well-being and life satisfaction"),
            ("new-trust", "Trust somebody new"),
        ),
        many=True,
        hint="As many as fit.",
    ),
    Question("focus", "Where shall we begin?", (("me", "Just me"), ("us", "The two of us"), ("family", "Family"))),
    Question(
        "role",
        "What brings you here?",
        (
            ("hurt", "I was hurt"),
            ("involved", "I hurt someone"),
            ("both", "We both want this"),
            ("alone", "I’m on my own, or it was a past relationship"),
            ("private", "I’d rather not say"),
        ),
    ),
    Question(
        "standing",
        "How do things stand?",
        (
            ("together", "We are together"),
            ("unsure", "I don’t know if it’s worth working on"),
            ("left", "They left"),
            ("over", "It is over"),
            ("dating", "I’m dating again, or would like to"),
        ),
    ),
    Question(
        "happened",
        "What was it, roughly?",
        (
            ("secret-closeness", "A secret closeness"),
            ("messages", "Secret messages"),
            ("affair", "An affair"),
            ("lies", "Lies, or something hidden"),
            ("promise", "A broken promise"),
            ("money", "Something about money"),
            ("other", "Something else"),
        ),
        many=True,
        hint="No details are needed.",
    ),
    Question(
        "since",
        "When did it come to light?",
        (
            ("weeks", "In the last weeks"),
            ("months", "Some months ago"),
            ("year", "About a year ago"),
            ("years", "Years ago"),
        ),
    ),
    Question(
        "contact",
        "Is there still contact with the other person?",
        (("none", "No"), ("some", "Some, for work or family"), ("yes", "Yes"), ("unknown", "I don’t know")),
        hint="The person outside your relationship, as far as you know.",
        words_alone="Are you still in touch with them?",
    ),
    Question(
        "sleep",
        "How do you sleep?",
        (("well", "Well enough"), ("broken", "I wake a lot"), ("hardly", "Hardly at all")),
    ),
    Question(
        "support",
        "Does somebody stand by you?",
        (("somebody", "Yes"), ("little", "A little"), ("nobody", "Nobody knows")),
    ),
    Question(
        "therapist",
        "Is a therapist helping you?",
        (("yes", "Yes"), ("looking", "No, and I’d like one"), ("no", "No, and that’s fine")),
    ),
    Question(
        "pace",
        "How much at a time?",
        (("slow", "One step a week"), ("steady", "A few steps a week"), ("daily", "Something most days")),
        hint="You can change this at any time. Slower is fine.",
    ),
)
QUESTIONS: Mapping[str, Question] = {each.id: each for each in _ALL}
PAGES = (
    IntakePage("What you’d like", ("goals", "focus")),
    IntakePage("You, and how it is", ("role", "standing")),
    IntakePage("What happened, in broad strokes", ("happened", "since"), "Anything you’d like to add"),
    IntakePage("Contact", ("contact",)),
    IntakePage("How you are", ("sleep", "support", "therapist")),
    IntakePage("Your pace", ("pace",)),
)
WORDS = "words"
FIELD = "about_"  # what a form calls a question: other rooms have fields of their own
CONTACT_HINT_ALONE = "The person from then."


def asked(answers: Mapping[str, list[str]]) -> tuple[Asked, ...]:
    """All questions in their order with what was answered, also those that were skipped."""
    role = next(iter(answers.get("role", [])), "")
    return tuple(
        Asked(
            id=each.id,
            version=each.version,
            question=each.words_for(role),
            answers={value: label for value, label in each.options if value in answers.get(each.id, [])},
        )
        for each in _ALL
    )
