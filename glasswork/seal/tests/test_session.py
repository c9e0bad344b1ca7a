from glasswork.seal.session import new_token, session_keys
from glasswork.seal.tests.make import is_refused


def test_the_row_and_the_wrapping_key_are_apart_from_the_cookie() -> None:
    token = new_token()
    keys = session_keys(token)
    assert len({token, keys.id, keys.wrap}) == 3
    assert keys == session_keys(token)


def test_every_token_is_another_session() -> None:
    assert session_keys(new_token()) != session_keys(new_token())


def test_a_token_of_another_length_is_refused() -> None:
    assert is_refused(session_keys, bytes(31))
    assert is_refused(session_keys, b"")
