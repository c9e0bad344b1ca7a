"""The watchers of every journey can fail: each is shown what it must never let pass."""

import pytest

from tests.browser.checks import check_page
from tests.browser.conftest import Meet
from tests.browser.visitor import Visitor

BREAK_POLICY = "document.body.setAttribute('style', 'margin: 0')"
ASK_ELSEWHERE = "fetch('http://127.0.0.2:9/').catch(() => {})"
BREAK_SCRIPT = "setTimeout(() => { throw new Error('a fault in a page') })"
SPOIL = """() => {
  document.querySelector("h1").remove();
  const add = (name, words) => document.querySelector("main").appendChild(
    Object.assign(document.createElement(name), { textContent: words })).style;
  add("button", "x").cssText = "all: unset";
  add("p", "too faint to read").color = "light-dark(#aaa, #555)";
  add("p", "too wide to fit").inlineSize = "380px";
}"""


@pytest.mark.parametrize(
    ("act", "told"),
    [(BREAK_POLICY, "policy: style-src"), (ASK_ELSEWHERE, "foreign:"), (BREAK_SCRIPT, "a fault in a page")],
)
def test_a_guard_tells_of_what_must_never_happen(meet: Meet, exit_site: str, act: str, told: str) -> None:
    somebody = meet()
    somebody.open(exit_site if act == ASK_ELSEWHERE else "/").page.evaluate(act)
    for _ in range(100):
        somebody.page.wait_for_timeout(20)
        if somebody.guard.problems:
            break
    with pytest.raises(AssertionError, match=told):
        somebody.guard.check()
    forgive(somebody)


def test_a_check_tells_what_is_wrong_with_a_page(meet: Meet) -> None:
    somebody = meet().open("/safety/")
    somebody.page.evaluate(SPOIL)
    found = "\n".join(check_page(somebody.page, "spoilt"))
    for told in ("0 main headings", "small:", "dark: color-contrast", "light: color-contrast", "narrow:"):
        assert told in found
    forgive(somebody)


def forgive(visitor: Visitor) -> None:
    visitor.guard.problems.clear()
