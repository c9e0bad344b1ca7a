"""The ``glasswork`` command line. What it does is in ``tasks``, loaded late: Ctrl-C is quiet from the start."""

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version

INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Returns the exit code: 0 done, 1 said why not in one sentence, 2 a wrong option, 130 interrupted."""
    try:
        options = _parser().parse_args(arguments)
        if options.data:
            os.environ["GLASSWORK_DATA"] = options.data
        return int(import_module("glasswork.config.tasks").run(options))
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # whoever read our words has left; there is nobody to tell
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="glasswork", description="A private place for two people, served by you.")
    parser.add_argument("--version", action="version", version=_version())
    _add_data(parser, default=None)
    commands = parser.add_subparsers(dest="command", required=True, metavar="command")
    up = commands.add_parser("up", help="serve Glasswork, setting up what is missing")
    up.add_argument("--host", default="127.0.0.1", help="the address to listen on (default: this computer alone)")
    up.add_argument("--port", type=_port, default=8000, help="the port to listen on (default: 8000)")
    up.add_argument("--workers", type=_workers, help="processes that answer (default: one a core, at most 2)")
    up.add_argument("--sample", action="store_true", help="fill in a sample couple and a person alone first")
    commands.add_parser("sample", help="fill in a sample couple and a person alone, and say how to sign in")
    commands.add_parser("check", help="say what should be mended on this host, one line each")
    tidy = commands.add_parser("tidy", help="delete what has expired and leave no traces of it on the disk")
    tidy.add_argument("--vacuum", action="store_true", help="rewrite the whole database now, not once a week")
    commands.add_parser("restored", help="after a backup was put back: erase again what was erased, and tell members")
    for command in commands.choices.values():
        _add_data(command, default=argparse.SUPPRESS)  # one that stands before the command is kept
    content = commands.add_parser("content", help="look after the words that Glasswork brings along")
    check = content.add_subparsers(dest="act", required=True, metavar="act").add_parser(
        "check", help="say what is wrong in them, or does not sound like us"
    )
    check.add_argument("--limit", type=_limit, default=0, help="warnings that are let pass (default: none)")
    commands.add_parser("guard", help="say of each line of JSON whether it would control somebody")
    commands.add_parser("hints", help="say of each line of JSON what the writing helper would see in it")
    plan = commands.add_parser("plan", help="try the plan on many made-up people")
    plan.add_argument("act", choices=["simulate"], help="live some weeks, and say what went wrong")
    plan.add_argument("--people", type=_count, default=200, help="how many (default: 200)")
    plan.add_argument("--weeks", type=_count, default=26, help="for how long (default: 26)")
    plan.add_argument("--seed", type=int, default=1, help="the same seed lives the same lives (default: 1)")
    manage = commands.add_parser("manage", help="run one of Django’s own commands")
    manage.add_argument("rest", nargs=argparse.REMAINDER, metavar="...")
    return parser


def _add_data(parser: argparse.ArgumentParser, *, default: str | None) -> None:
    words = "the data folder (otherwise GLASSWORK_DATA)"
    parser.add_argument("--data", metavar="DIR", type=_folder, default=default, help=words)


def _version() -> str:
    try:
        return version("glasswork")
    except PackageNotFoundError:
        return "a checkout"


def _folder(text: str) -> str:
    if not text.strip():
        raise argparse.ArgumentTypeError("the data folder needs a name")
    return text


def _port(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 65535:
        raise argparse.ArgumentTypeError("a port is a number from 1 to 65535")
    return int(text)


def _workers(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 64:
        raise argparse.ArgumentTypeError("workers is a number from 1 to 64")
    return int(text)


def _limit(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError("the limit is a number of warnings, 0 or more")
    return int(text)


def _count(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 10_000:
        raise argparse.ArgumentTypeError("a number from 1 to 10000")
    return int(text)


if __name__ == "__main__":
    sys.exit(main())
