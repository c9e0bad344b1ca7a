"""Which passwords are accepted: at least 12 characters, none of the common ones, no other rules (K1).

Of Django's list of common ones only 190 are long enough, so there is a list of our own beside it; see its LICENSE.
"""

from pathlib import Path

from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError

LEAST = 12
MOST = 200


def password_problem(password: str) -> str:
    """One sentence for beside the field, or nothing when the password will do."""
    if len(password) < LEAST:
        return f"Please use at least {LEAST} characters. Three or four random words work well."
    if len(password) > MOST:
        return f"Please use at most {MOST} characters."
    if _is_common(password):
        return "Many people use this password, so it is easy to guess. Please choose another."
    if len(set(password)) < 5:
        return "This repeats the same few characters, so it is easy to guess. Please choose another."
    return ""


def _is_common(password: str) -> bool:
    try:
        for each in _LISTS:
            each.validate(password)
    except ValidationError:
        return True
    return False


OURS = Path(__file__).with_name("common_passwords.txt.gz")
_LISTS = (CommonPasswordValidator(), CommonPasswordValidator(OURS))
