"""A name of forty letters without a space, and one written from right to left, fit wherever somebody is named."""

from tests.browser.acts import arrive, pair
from tests.browser.conftest import Meet

LONG, OTHER_WAY = "Wolfeschlegelsteinhausenbergerdorffvonab", "عبد الرحمن بن محمد الفارسي"
PAGES = "/check-in/ /talks/mirroring/ /space/ /promises/new/ /contact/ /lines/new/ /pairing/end/".split()


def test_long_names_and_names_from_right_to_left_fit(meet: Meet) -> None:
    one, other = arrive(meet(), LONG), arrive(meet(), OTHER_WAY)
    pair(one, other)
    one.open("/check-in/").look("check-in-named-the-other-way")
    for path in PAGES:
        other.open(path).look(f"{path.strip('/').replace('/', '-')}-named-long")
