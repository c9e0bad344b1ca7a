"""A lost password: a wrong recovery code, then the right one."""

from tests.browser.acts import arrive, sign_in
from tests.browser.conftest import Meet
from tests.browser.visitor import Visitor

NEW_PASSWORD = "a kettle on the windowsill"


def test_a_lost_password_is_mended_by_the_right_code(meet: Meet) -> None:
    robin = arrive(meet(), "Robin")
    old_code = robin.recovery_code
    robin.open("/me/").look("me").press("Sign out").arrives_at("/").press("Sign in").look("sign-in")
    sign_in(robin, "not the password").is_headed("There is a problem").look("sign-in-problem")
    robin.press("Forgot password").look("recovery")
    recover(robin, code="44YT-KTWT-KFC7-JPJ9-DEQF-D1Z5-AK1F-9DQ0-J7FE")
    robin.is_headed("There is a problem").reads("That name and code don’t belong together.").look("recovery-problem")
    recover(robin, code=old_code.lower().replace("-", " ")).is_headed("Your new recovery code").look(
        "recovery-new-code"
    )
    new_code = robin.page.locator("#the-code").inner_text()
    assert new_code != old_code
    robin.press("I’ve written it down").arrives_at("/today/").open("/me/").press("Sign out").open("/sign-in/")
    sign_in(robin).is_headed("There is a problem")
    sign_in(robin, NEW_PASSWORD).arrives_at("/today/").reads("Robin")


def recover(robin: Visitor, *, code: str) -> Visitor:
    robin.write("Your sign-in name", robin.sign_in_name).write("Your recovery code", code)
    return robin.write("Choose a new password", NEW_PASSWORD).press("Open my account")
