"""The password that somebody who is signed in gives once more, in a form of their own."""

from glasswork.people import throttles
from glasswork.people.actions import account_key_by_password
from glasswork.people.http import SignedInRequest
from glasswork.people.stretching import BUSY, TooBusy
from glasswork.people.throttles import TOO_MANY

WRONG = "That isn’t your password. You can try again."


def present_password_problem(request: SignedInRequest) -> str:
    """One sentence for beside the field ``password``, or nothing when it is theirs. Counts as a try to sign in."""
    account = request.person.account
    if not throttles.is_allowed(throttles.SIGN_IN, request, account.id.bytes):
        return TOO_MANY
    try:
        key = account_key_by_password(account, request.POST.get("password", ""))
    except TooBusy:
        return BUSY
    if key is None:
        return WRONG
    throttles.forget(throttles.SIGN_IN, request, account.id.bytes)
    return ""
