"""Somebody types a word, perhaps with a slip, and finds the page."""

import pytest

from glasswork.programme.search import INDEX, MOST_RESULTS, MOST_WORDS, Found, Index

PAGES = (
    (Found("exercises", "kettle", "The kettle", "A cup and a chair."), "Fill the kettle, and wait for the click."),
    (Found("exercises", "worry", "A place for worry", "Ten minutes a day."), "Write the worry down. Close the book."),
    (Found("library", "anger", "When anger comes", "It can be a message."), "Anger, a kettle about to boil over."),
    (
        Found("library", "trust", "Trust and apology", "Small steps."),
        "The word naïve. Robin’s promise. Twelve o'clock.",
    ),
)


@pytest.fixture
def index() -> Index:
    return Index(PAGES)


def ids(found: list[Found]) -> list[str]:
    return [page.id for page in found]


def test_a_word_in_a_title_comes_before_the_same_word_in_a_text(index: Index) -> None:
    assert ids(index.find("kettle")) == ["kettle", "anger"]


def test_the_beginning_of_a_word_is_enough(index: Index) -> None:
    assert ids(index.find("apol")) == ["trust"]
    assert ids(index.find("messa")) == ["anger"]


@pytest.mark.parametrize("slip", ["ketle", "kettel", "kwttle", "kettlee", "Kettle", "KETTLE"])
def test_a_slip_of_typing_is_forgiven(index: Index, slip: str) -> None:
    assert ids(index.find(slip))[0] == "kettle"


def test_two_slips_are_forgiven_in_a_long_word(index: Index) -> None:
    assert ids(Index([*PAGES, (Found("library", "said", "Reassurance", "Words."), "")]).find("reasurence")) == ["said"]


def test_a_short_word_is_taken_as_it_stands(index: Index) -> None:
    assert index.find("cip") == []


def test_a_page_that_has_all_the_words_stands_first(index: Index) -> None:
    assert ids(index.find("anger kettle"))[0] == "anger"
    assert ids(index.find("close the book"))[0] == "worry"


def test_a_word_nobody_wrote_takes_nothing_away(index: Index) -> None:
    assert ids(index.find("zeppelin worry")) == ["worry"]


def test_common_words_find_something_only_when_there_is_nothing_else(index: Index) -> None:
    assert "worry" not in ids(index.find("the apology for you"))
    assert "anger" in ids(index.find("when"))


@pytest.mark.parametrize("query", ["", "   ", "zeppelin", "?!… ---", "_", "\x00", "🙂", "%s%s' OR 1=1 --", "日本語"])
def test_nothing_is_found_quietly(index: Index, query: str) -> None:
    assert index.find(query) == []


@pytest.mark.parametrize("query", ["(kettle", "“kettle”", "kettle*", "<b>kettle</b>", "kettle\n\tworry", "kettle🙂"])
def test_odd_characters_do_no_harm(index: Index, query: str) -> None:
    assert "kettle" in ids(index.find(query))


def test_both_apostrophes_and_accents_are_known(index: Index) -> None:
    assert ids(index.find("robin's")) == ids(index.find("robin’s")) == ["trust"]
    assert ids(index.find("naïve")) == ids(index.find("naive")) == ["trust"]


def test_of_a_very_long_query_the_first_words_count(index: Index) -> None:
    assert ids(index.find("kettle " * 10_000)) == ["kettle", "anger"]
    assert ids(index.find("zeppelin " * MOST_WORDS + "kettle")) == []
    assert index.find("k" * 100_000) == []


def test_no_more_is_shown_than_one_can_look_through() -> None:
    pages = ((Found("library", f"p{number}", f"Tea {number:02}", ""), "") for number in range(MOST_RESULTS + 9))
    assert len(Index(pages).find("tea")) == MOST_RESULTS


@pytest.mark.parametrize(
    ("query", "page"),
    [
        ("apology", "apology"),
        ("appology", "apology"),
        ("jelousy", "jealousy-checking-reassurance"),
        ("forgivness", "what-forgiveness-is-not"),
        ("cant sleep", "what-betrayal-does-to-body-and-sleep"),
        ("how long does it take", "how-long-it-takes"),
        ("write to them", "wanting-to-write-to-them"),
        ("date night", "date-night"),
        ("therapist cost", "therapists-and-coaches"),
        ("children", "children"),
        ("time out", "time-out"),
    ],
)
def test_people_find_what_they_come_for(query: str, page: str) -> None:
    assert page in ids(INDEX.find(query))[:6]
