"""After a letter was read or heard, its writer says how well they feel understood, to themself alone (P6)."""

from uuid import UUID

from glasswork.letters.here import Here
from glasswork.letters.kinds import OWN, Kept, Understood
from glasswork.letters.post import Post
from glasswork.letters.sorts import IMPACT
from glasswork.spaces.opening import OpenSpace
from glasswork.spaces.reading import Want, read_entries
from glasswork.spaces.writing import prepare, writing

LEVELS = [str(level) for level in range(11)]


def is_read(post: Post) -> bool:
    """Its reader has said what they heard: before that nobody knows whether it was opened."""
    return post.is_mine and post.letter is not None and post.sort is IMPACT and bool(post.said)


def is_heard(kept: Kept) -> bool:
    return kept.goes == "aloud" and kept.sort == IMPACT.id


def read_understood(private: OpenSpace, about: UUID) -> Understood | None:
    """One query."""
    own = [entry.value for entry in read_entries(Want(private, tags=(OWN,)))]
    return next((each for each in reversed(own) if isinstance(each, Understood) and each.about == about), None)


def keep_understood(here: Here, about: UUID, level: int) -> None:
    """The same again changes nothing; another stands from now on."""
    with writing(here.private) as page:
        before = read_understood(here.private, about)
        if before is None or before.level != level:
            page.place(prepare(here.private, Understood(about=about, on=here.today, level=level)))
