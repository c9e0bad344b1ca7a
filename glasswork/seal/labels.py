"""The registry of every label under which a key is derived, a hash keyed or a signature made.

One purpose, one label, never used again for another: that is what keeps keys and signatures apart.
Rooms above list theirs here too. A label in use never changes; a new scheme gets a new one.
"""

from enum import Enum, unique


@unique
class Label(bytes, Enum):
    # envelope
    ENVELOPE = b"glasswork/v1/envelope"
    # account
    PASSWORD_VERIFIER = b"glasswork/v1/password/verifier"
    PASSWORD_WRAP = b"glasswork/v1/password/wrap"
    RECOVERY_VERIFIER = b"glasswork/v1/recovery/verifier"
    RECOVERY_WRAP = b"glasswork/v1/recovery/wrap"
    SESSION_ID = b"glasswork/v1/session/id"
    SESSION_WRAP = b"glasswork/v1/session/wrap"
    # two people
    INVITATION_VERIFIER = b"glasswork/v1/invitation/verifier"
    INVITATION_WRAP = b"glasswork/v1/invitation/wrap"
    FOUR_WORDS = b"glasswork/v1/four-words"
    GRANT_TERMS = b"glasswork/v1/grant/terms"
    GRANT_SIGNATURE = b"glasswork/v1/grant/signature"
    # entries
    STATEMENT = b"glasswork/v1/statement/header"
    STATEMENT_SIGNATURE = b"glasswork/v1/statement/signature"
    COMMITMENT = b"glasswork/v1/commitment"
    CHAIN_ENTRY = b"glasswork/v1/chain/entry"
    CHAIN_HEAD = b"glasswork/v1/chain/head"
    TAG = b"glasswork/v1/tag"
    SLOT = b"glasswork/v1/slot"
    # keyed hashes of rooms above
    SIGN_IN_NAME = b"glasswork/v1/sign-in-name"
    THROTTLE = b"glasswork/v1/throttle"
    FORM_OWNER = b"glasswork/v1/form-owner"
    PULSE = b"glasswork/v1/pulse"
    SOLO_WEEK = b"glasswork/v1/solo-week"
    PEPPER_FINGERPRINT = b"glasswork/v1/pepper-fingerprint"
