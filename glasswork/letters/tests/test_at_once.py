"""Two taps at the same moment: a letter is in one place alone, and nothing is said to one that was taken back."""

from glasswork.letters.kinds import OWN, Answer, Kept, Letter
from glasswork.letters.tests.make import all_of, answer, choose, finish, send_letter
from tests.at_once import repeated, together
from tests.cast import make_couple


def sent_and_kept_in_two_tabs() -> str:
    ana, ben = make_couple()
    finish(ana, "ownership", chose="I hid it")
    done = together(*(lambda act=act: choose(ana, act, "ownership").status_code for act in ("send", "keep", "send")))
    assert done == [302, 302, 302], done
    sent, kept = all_of(ben, Letter), all_of(ana, Kept, OWN)
    assert len(sent) + len(kept) == 1, (sent, kept)
    return "sent" if sent else "kept"


def answered_and_taken_back() -> str:
    ana, ben = make_couple()
    letter = send_letter(ana, "apology")
    said, _ = together(
        lambda: answer(ben, letter, "more", "of the autumn"), lambda: ana.post(f"/letters/{letter}/withdrawal/")
    )
    answers = all_of(ana, Answer)
    assert said.status_code == (302 if answers else 200), said
    assert answers or "of the autumn" in said.content.decode()
    return "said" if answers else "not said"


def test_a_letter_goes_to_one_place_alone() -> None:
    assert sum(repeated(sent_and_kept_in_two_tabs).values()) == 8


def test_an_answer_arrives_or_comes_back_with_its_words() -> None:
    assert sum(repeated(answered_and_taken_back).values()) == 8
