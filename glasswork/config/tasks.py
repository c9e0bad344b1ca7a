"""What the ``glasswork`` command does, and how it says what is in the way."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence

from django.conf import settings
from django.core.management import execute_from_command_line
from django.db import DatabaseError, connection

from glasswork.config.environment import SettingError
from glasswork.config.folder import SETTINGS, claim_folder, open_folder
from glasswork.config.refusals import RefusedError, database_sentence, file_sentence
from glasswork.config.serve import require_free, serve
from glasswork.programme.authoring import check_content
from glasswork.programme.reading import CONTENT, ContentError
from glasswork.safety.reading import FlawedFile

# What needs models is imported inside the functions below, once the folder is open and Django is started.


def run(options: argparse.Namespace) -> int:
    """Does what the command line asked for; what is in the way is said in one sentence, without a traceback."""
    try:
        return _run(options)
    except (RefusedError, SettingError, FlawedFile, ContentError) as refusal:
        return _refuse(str(refusal))
    except OSError as error:
        if sentence := file_sentence(error):
            return _refuse(sentence)
        raise
    except DatabaseError as error:
        if sentence := database_sentence(error):
            return _refuse(sentence)
        raise


def _run(options: argparse.Namespace) -> int:
    match options.command:
        case "up":
            return up(address=options.host, port=options.port, workers=options.workers, is_sample=options.sample)
        case "sample":
            return sample()
        case "check" | "tidy" | "restored":
            return _look_after(options)
        case "content" | "guard" | "hints" | "plan":
            return _try_out(options)
        case _:
            return manage(options.rest)


def _look_after(options: argparse.Namespace) -> int:
    match options.command:
        case "check":
            return check()
        case "tidy":
            return tidy(is_vacuum=options.vacuum)
        case _:
            return restored()


def _try_out(options: argparse.Namespace) -> int:
    """What needs no data folder and changes nothing."""
    match options.command:
        case "content":
            return content_check(options.limit)
        case "guard":
            return guard_lines()
        case "hints":
            return hint_lines()
        case _:
            return plan_simulate(options.people, options.weeks, options.seed)


def up(*, address: str, port: int, workers: int | None, is_sample: bool) -> int:
    require_free(address, port)
    os.environ["GLASSWORK_WORKERS"] = str(workers or os.environ.get("GLASSWORK_WORKERS") or _cores())
    _make_ready(is_server=True)
    if is_sample:
        _fill_sample()
    serve(address=address, port=port)
    _say("Glasswork has stopped.")
    return 0


def _cores() -> int:
    return min(os.cpu_count() or 1, 2)


def sample() -> int:
    _make_ready(is_server=False)
    _fill_sample()
    return 0


def _make_ready(*, is_server: bool) -> None:
    open_folder(is_first_use_fine=True)
    if is_server and connection.vendor == "sqlite":
        claim_folder(settings.GLASSWORK_DATA)  # several hosts may share a PostgreSQL
    from glasswork.config.host import make_ready  # noqa: PLC0415

    make_ready()


def _fill_sample() -> None:
    from glasswork.config.sample import fill  # noqa: PLC0415

    for line in fill():
        _say(line)


def check() -> int:
    open_folder(is_first_use_fine=False)
    from glasswork.config.upkeep import problems  # noqa: PLC0415

    found = problems()
    for line in found or ["Nothing to mend."]:
        _say(line)
    return 1 if found else 0


def tidy(*, is_vacuum: bool) -> int:
    open_folder(is_first_use_fine=False)
    from glasswork.config.upkeep import tidy_up  # noqa: PLC0415

    for line in tidy_up(is_vacuum=is_vacuum):
        _say(line)
    return 0


def restored() -> int:
    open_folder(is_first_use_fine=False)
    from glasswork.config.upkeep import put_back  # noqa: PLC0415

    for line in put_back():
        _say(line)
    return 0


def content_check(limit: int) -> int:
    """Needs no data folder: it looks at what came with Glasswork."""
    found = check_content(CONTENT)
    for line in (*found.flaws, *found.warnings):
        _say(str(line))
    if not found.flaws and not found.is_graded:
        _say("The reading grade was not measured: textstat is not installed.")
    _say(f"Files: {found.files}. Flaws: {len(found.flaws)}. Warnings: {len(found.warnings)}.")
    return 1 if found.flaws or len(found.warnings) > limit else 0


def guard_lines() -> int:
    from glasswork.guard.checking import answer_in_json  # noqa: PLC0415

    return _answer_lines(answer_in_json)


def hint_lines() -> int:
    from glasswork.hints.lines import answer_in_json  # noqa: PLC0415

    return _answer_lines(answer_in_json)


def _answer_lines(answer_in_json: Callable[[str], str | None]) -> int:
    """Answers each line of JSON on standard input with one; the words are kept nowhere."""
    for number, line in enumerate(sys.stdin, 1):
        if line.strip():
            answer = answer_in_json(line)
            if answer is None:
                return _refuse(f"Line {number} is not a JSON object with a “text”.")
            _say(answer)
    return 0


def plan_simulate(people: int, weeks: int, seed: int) -> int:
    """Needs no data folder: made-up people live in memory. 1 when anything went wrong for any of them."""
    from glasswork.plan.simulation.living import simulate  # noqa: PLC0415

    report = simulate(people, weeks, seed)
    for line in (*report.wrong, *report.lines()):
        _say(line)
    return 1 if report.wrong else 0


def manage(arguments: Sequence[str]) -> int:
    os.umask(0o077)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    execute_from_command_line(["glasswork manage", *arguments])
    return 0


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _refuse(sentence: str) -> int:
    sys.stderr.write(f"{sentence}\n")
    return 1
