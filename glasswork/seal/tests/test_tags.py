from glasswork.seal.tags import slot, tag
from glasswork.seal.tests.make import KEY, OTHER_KEY


def test_a_tag_is_16_bytes_of_one_space() -> None:
    assert len(tag(KEY, "checkin")) == 16
    assert tag(KEY, "checkin") == tag(KEY, "checkin")
    assert len({tag(KEY, "checkin"), tag(KEY, "talk"), tag(OTHER_KEY, "checkin")}) == 3


def test_a_slot_is_16_bytes_of_one_space_and_of_all_its_parts() -> None:
    assert len(slot(KEY, "draft")) == 16
    assert slot(KEY, "draft", "é") == slot(KEY, "draft", "é".encode())
    others = {slot(KEY, "ab", "c"), slot(KEY, "a", "bc"), slot(KEY, "abc"), slot(OTHER_KEY, "abc"), slot(KEY)}
    assert len(others) == 5


def test_a_tag_and_a_slot_of_one_name_are_not_alike() -> None:
    assert tag(KEY, "checkin") != slot(KEY, "checkin")
