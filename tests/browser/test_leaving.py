"""New keys for somebody whose password may be known; leaving, thinking again, and going."""

from tests.browser.acts import arrive, sign_in
from tests.browser.conftest import Meet
from tests.browser.visitor import PASSWORD

NEW_PASSWORD = "a kettle on the windowsill"


def test_new_keys_then_leaving_and_a_way_back(meet: Meet) -> None:
    robin = arrive(meet(), "Robin")
    robin.open("/me/").follow("Someone may know my password").arrives_at("/me/new-keys/")
    robin.write("Your password now", PASSWORD).write("Choose a new password", NEW_PASSWORD)
    robin.press("Make everything new").is_headed("Your new recovery code").press("I’ve written it down")
    robin.arrives_at("/me/").follow("Delete my account").arrives_at("/me/leaving/")
    robin.write("Your password", "not this one").press("Delete my account").is_headed("There is a problem")
    robin.write("Your password", NEW_PASSWORD).press("Delete my account").arrives_at("/left/", "You’re signed out")
    sign_in(robin.open("/sign-in/"), NEW_PASSWORD).arrives_at("/leaving/").look("leaving")
    robin.press("Keep my account").arrives_at("/today/")
    robin.open("/me/leaving/").tick("Now, for good").write("Your password", NEW_PASSWORD)
    robin.press("Delete my account").arrives_at("/left/")
    sign_in(robin.open("/sign-in/"), NEW_PASSWORD).is_headed("There is a problem")
