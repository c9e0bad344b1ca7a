"""What is asked of both servers: the pages of an evening, and the form as a browser sends it."""

from bench.asking import Ask

TODAY, TALK, CHECK_IN, PULSE = "/today/", "/talk/", "/check-in/", "/pulse/"
CSRF_TOKEN = "benchbenchbenchbenchbenchbench12"  # 32 letters are a secret and, as they stand, a token of it
WORDS = {
    "feelings": "tired",
    "closeness": "3",
    "feel": "a bit lost",
    "when": "the kitchen was tidy and nobody said a word about it until supper",
    "because": "I had got myself ready for a talk about the week and then there was only soup",
    "would_help": "we said at the door whether it is a talking evening or a quiet one",
    "prompt": "smallest-help",
    "reply": "The walk round by the mill, the long way, with the dog pulling all the way up the hill & back.",
    "good": "The soup. It had too much pepper in it, and we both finished it.",
    "act": "seal",
}


def page(path: str, cookie: str) -> Ask:
    return Ask(path, cookie)


def form(path: str, cookie: str, token_name: str, sent: dict[str, str]) -> Ask:
    """``token_name`` is that of the CSRF cookie."""
    cookies = "; ".join(part for part in (cookie, f"{token_name}={CSRF_TOKEN}") if part)
    return Ask(path, cookies, {**sent, "csrfmiddlewaretoken": CSRF_TOKEN})
