from glasswork.programme.frame import sentence


def test_the_frame_reads_as_two_sentences() -> None:
    said = {
        "feel": "scared",
        "when": "your phone lights up",
        "because": "I can’t know.",
        "would_help": "you told me first",
    }
    assert sentence(said) == (
        "I feel scared when your phone lights up because I can’t know. It would help if you told me first."
    )


def test_parts_left_empty_are_left_out() -> None:
    assert sentence({"when": "it rains", "because": "  "}) == "When it rains."
    assert sentence({"would_help": "we slept"}) == "It would help if we slept."
    assert sentence({}) == ""


def test_a_sentence_that_has_an_end_gets_no_other() -> None:
    assert sentence({"feel": "scared …", "would_help": "you knew?"}) == "I feel scared … It would help if you knew?"
