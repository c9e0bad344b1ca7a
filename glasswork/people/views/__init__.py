"""Pages of the account: sign-in, exit, recovery, password; and whether somebody is still signed in."""

from glasswork.people.views.exit import exit_now, sign_out
from glasswork.people.views.password import again, password, recovery_code
from glasswork.people.views.recovery import recovery
from glasswork.people.views.refused import refused_form
from glasswork.people.views.session import session
from glasswork.people.views.sign_in import sign_in

__all__ = [
    "again",
    "exit_now",
    "password",
    "recovery",
    "recovery_code",
    "refused_form",
    "session",
    "sign_in",
    "sign_out",
]
