"""The hot paths against bare Django with the same statements, and signing in against one run of the password hash.

Both servers stand side by side and are asked in turn, three times; each ratio divides the best by the best.
"""

import os
import re
from collections.abc import Callable
from time import process_time
from typing import Any, NamedTuple

from nacl.bindings import crypto_pwhash_alg, crypto_pwhash_ALG_ARGON2ID13

from bench.asking import TIMES, Ask, Failed, ask, costs, token_in
from bench.evening import CHECK_IN, PULSE, TALK, TODAY, WORDS, form, page
from bench.folders import limits, new_folder, ours
from bench.server import LIMITS, OURS, SERVER_CORE, Server, pin, serving

PAGES, LONG_PAGES, PULSES = 300, 60, 1500
SIGN_INS = 9  # three times: as often as one address may in a minute
COUPLES = 120  # answer an evening, each time
HISTORY = 110  # evenings: more than the hundred that a page shows
ROUND = re.compile(rb"/check-in/[0-9a-f-]{36}/")
HASH_MEMORY, HASH_PASSES = 64 << 20, 3


class Side(NamedTuple):
    """One of the two servers, and the same people in it."""

    server: Server
    people: dict[str, Any]
    cookie: str  # the name of the session's cookie
    token: str  # and of the CSRF token's
    is_ours: bool

    def cookies(self, couple: int, who: int) -> str:
        return f"{self.cookie}={self.people['couples'][couple][who]}"

    def history(self) -> str:
        return f"{self.cookie}={self.people['by_evenings'][0][0]}"


def measure() -> dict[str, float]:
    """Ratios by name; 1 costs as little as the bare project."""
    wish = {"couples": COUPLES * TIMES, "evenings": [HISTORY]}
    with new_folder() as mine, new_folder() as bare:
        people, others = ours(mine, "make", sign_ins=SIGN_INS, **wish), limits(bare, **wish)
        with (
            serving(OURS, "/calm/", GLASSWORK_DATA=str(mine)) as server,
            serving(LIMITS, TODAY, cookies=f"session={others['couples'][0][0]}", LIMITS_DATA=str(bare)) as other,
        ):
            us = Side(server, people, "__Host-gw", "__Host-gwc", is_ours=True)
            them = Side(other, others, "session", "csrftoken", is_ours=False)
            return {**_over_limit(us, them), **_sign_in(us)}


def _over_limit(us: Side, them: Side) -> dict[str, float]:
    best: dict[str, list[float]] = {}
    for turn in range(TIMES + 1):
        for name, asks in _paths(turn).items():
            found = costs(*((side.server, asks(side)) for side in (us, them)))
            if turn:  # the first turn only warms up
                best[name] = [min(pair) for pair in zip(best.get(name, found), found, strict=True)]
    return {name: mine / theirs for name, (mine, theirs) in best.items()}


def _paths(turn: int) -> dict[str, Callable[[Side], list[Ask]]]:
    paths: dict[str, Callable[[Side], list[Ask]]] = {
        "today_over_limit": lambda side: [page(TODAY, side.cookies(n % COUPLES, 0)) for n in range(PAGES)],
        "history_over_limit": lambda side: [page(TALK, side.history())] * LONG_PAGES,
        "pulse_over_query": _pulses,
    }
    if turn:  # everybody answers once
        couples = range((turn - 1) * COUPLES, turn * COUPLES)
        paths["save_over_limit"] = lambda side: [_answer(side, couple, 0) for couple in couples]
        paths["reveal_over_limit"] = lambda side: [_answer(side, couple, 1) for couple in couples]
    return paths


def _answer(side: Side, couple: int, who: int) -> Ask:
    return form(CHECK_IN, side.cookies(couple, who), side.token, WORDS)


def _pulses(side: Side) -> list[Ask]:
    if not side.is_ours:
        return [Ask(f"{PULSE}?space={side.people['spaces'][0]}", side.cookies(0, 0))] * PULSES
    cookie = side.cookies(0, 0)
    address = ROUND.search(ask(side.server, page(TODAY, cookie)).body)
    if address is None:
        raise Failed("Today leads to no round")
    open_page = ask(side.server, page(address[0].decode(), cookie)).body
    return [Ask(PULSE, cookie, header=f"X-Pulse: {token_in(open_page)}")] * PULSES


def _sign_in(us: Side) -> dict[str, float]:
    """Everybody signs in once a turn, which is as often as throttling lets them."""
    names = us.people["sign_ins"]
    asks = [form("/sign-in/", "", us.token, {"name": name, "password": us.people["password"]}) for name in names]
    mine = min(costs((us.server, asks))[0] for _ in range(TIMES))
    return {"signin_over_hash": mine / min(_hash_cost() for _ in range(TIMES))}


def _hash_cost() -> float:
    """CPU milliseconds of one bare Argon2id run, on the core that the server had."""
    pin(SERVER_CORE)
    salt, before = os.urandom(16), process_time()
    for _ in range(SIGN_INS):
        crypto_pwhash_alg(
            32, b"a bench in the morning sun", salt, HASH_PASSES, HASH_MEMORY, crypto_pwhash_ALG_ARGON2ID13
        )
    return 1000 * (process_time() - before) / SIGN_INS


if __name__ == "__main__":
    for name, ratio in measure().items():
        print(f"{name}: {ratio:.2f}")
