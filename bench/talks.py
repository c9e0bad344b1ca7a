"""200 talks at once on one worker: how soon a turn shows on the other phone, and what all of it costs.

Each of the 400 phones asks as often as its page says, as a browser would. Every so often one of the two in a talk
does what is theirs, and the other's phone must learn of it: by its pulse, and with the page fetched again. BENCH_TALKS
makes fewer.
"""

import os
import random
import re
import socket
import time
from dataclasses import dataclass, field
from threading import Thread

from bench.asking import Answer, Ask, Failed, _answer, token_in
from bench.evening import form
from bench.folders import new_folder, ours
from bench.server import ASKING_CORE, OURS, Server, pin, serving

TALKS = int(os.environ.get("BENCH_TALKS", "200"))
THREADS = 40
SECONDS = 30
EVENT_EVERY = 20  # seconds in one talk: a breath to speak in, one to say it back, one to say yes
NOW, TURN, PULSE = "/talks/now/", "/talks/now/turn/", "/talks/now/pulse/"
CYCLE = ((0, "pass"), (1, "said"), (0, "yes"))
EVERY = re.compile(rb'data-every="(\d+)"')
STEP = re.compile(rb'name="step" value="([^"]+)"')


def measure() -> dict[str, float]:
    """Seconds at the 99th percentile, and the share of a core while nothing but talks goes on."""
    with new_folder() as folder:
        talks = ours(folder, "talks", couples=TALKS)["talks"]
        with serving(OURS, "/calm/", GLASSWORK_DATA=str(folder)) as server:
            return _run(server, talks)


@dataclass
class Phone:
    """One open page: its token, the state of the talk it shows, and when it asks next."""

    cookie: str
    asks_at: float = 0
    every: float = 1
    token: str = ""
    step: str = ""

    def show(self, answer: Answer) -> None:
        self.token = token_in(answer.body)
        found, every = STEP.search(answer.body), EVERY.search(answer.body)
        self.every = float(every[1]) if every else 1
        self.step = found[1].decode() if found else ""


@dataclass
class Pair:
    """A talk: its two phones, what comes next in it, and since when the other phone has something to learn."""

    phones: tuple[Phone, Phone]
    acts_at: float
    turn: int = 0
    told_at: float | None = None


@dataclass
class Table:
    """Some talks that one thread looks after, over one connection."""

    port: int
    pairs: list[Pair]
    took: list[float] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)

    def run(self, until: float) -> None:
        try:
            with socket.create_connection(("127.0.0.1", self.port)) as self.connection:
                for pair in self.pairs:
                    for phone in pair.phones:
                        phone.show(self.ask(Ask(NOW, phone.cookie)))
                while time.monotonic() < until:
                    self._look()
        except (Failed, OSError) as problem:
            self.failures.append(str(problem))

    def ask(self, one: Ask) -> Answer:
        answer = _answer(self.connection, one)
        if answer.status not in {200, 302}:
            raise Failed(f"{one.path} answered {answer.status}")
        return answer

    def _look(self) -> None:
        now, idle = time.monotonic(), True
        for pair in self.pairs:
            if pair.told_at is None and now >= pair.acts_at:
                self._act(pair)
                idle = False
            for number, phone in enumerate(pair.phones):
                if time.monotonic() >= phone.asks_at:
                    self._pulse(pair, number, phone)
                    idle = False
        if idle:
            time.sleep(0.002)

    def _act(self, pair: Pair) -> None:
        who, event = CYCLE[pair.turn % len(CYCLE)]
        phone = pair.phones[who]
        pair.told_at = time.monotonic()
        self.ask(form(TURN, phone.cookie, "__Host-gwc", {"act": event, "step": phone.step}))
        phone.show(self.ask(Ask(NOW, phone.cookie)))
        pair.acts_at += EVENT_EVERY

    def _pulse(self, pair: Pair, number: int, phone: Phone) -> None:
        phone.asks_at = max(phone.asks_at + phone.every, time.monotonic())
        answer = self.ask(Ask(PULSE, phone.cookie, header=f"X-Pulse: {phone.token}"))
        phone.token = answer.body.decode().rpartition('"token": "')[2].partition('"')[0]
        if b'"new": true' not in answer.body:
            return
        phone.show(self.ask(Ask(NOW, phone.cookie, header="X-News: 1")))
        if pair.told_at is not None and number != CYCLE[pair.turn % len(CYCLE)][0]:
            self.took.append(time.monotonic() - pair.told_at)
            pair.told_at, pair.turn = None, pair.turn + 1


def _run(server: Server, talks: list[list[str]]) -> dict[str, float]:
    pin(ASKING_CORE)
    dice, begins = random.Random(1), time.monotonic() + 1
    pairs = [_pair(cookies, begins, dice) for cookies in talks]
    tables = [Table(server.port, pairs[start::THREADS]) for start in range(min(THREADS, len(pairs)))]
    threads = [Thread(target=table.run, args=(begins + 3 + SECONDS,)) for table in tables]
    for thread in threads:
        thread.start()
    time.sleep(max(0, begins + 3 - time.monotonic()))  # every page is open by now
    used, since = server.cpu_seconds(), time.monotonic()
    time.sleep(max(0, begins + 2 + SECONDS - time.monotonic()))
    share = (server.cpu_seconds() - used) / (time.monotonic() - since)
    for thread in threads:
        thread.join()
    if problems := [problem for table in tables for problem in table.failures]:
        raise Failed(problems[0])
    took = sorted(one for table in tables for one in table.took)
    return {"talk_turn_p99_s": took[int(len(took) * 0.99)], "talk_200_core_share": share}


def _pair(cookies: list[str], begins: float, dice: random.Random) -> Pair:
    """Phones ask at moments of their own, as pages opened by people do."""
    one, two = (Phone(f"__Host-gw={cookie}", asks_at=begins + dice.random()) for cookie in cookies)
    return Pair((one, two), acts_at=begins + dice.uniform(1, EVENT_EVERY))


if __name__ == "__main__":
    for name, number in measure().items():
        print(f"{name}: {number:.3f}")
