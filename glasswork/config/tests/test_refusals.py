"""What keeps a server from starting is said in one sentence, and nothing is changed."""

import errno
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import OperationalError

from glasswork.config import folder
from glasswork.config.refusals import RefusedError, database_sentence, file_sentence
from glasswork.config.tests.server import run


def refusal(data: Path, port: int, **settings: str) -> str:
    """The one sentence on the error stream, without its line end."""
    code, said, errors = run(data, "up", "--port", str(port), **settings)
    assert (code, said) == (1, "")
    assert errors.count("\n") == 1
    assert "Traceback" not in errors
    return errors.removesuffix("\n")


def test_a_missing_pepper_is_not_replaced(data: Path, port: int) -> None:
    (data / "pepper").unlink()
    assert "pepper file" in refusal(data, port)
    assert not (data / "pepper").exists()


def test_a_pepper_of_a_wrong_length(data: Path, port: int) -> None:
    (data / "pepper").write_bytes(bytes(31))
    assert "exactly 32 bytes" in refusal(data, port)


def test_a_pepper_that_cannot_be_read(data: Path, port: int) -> None:
    (data / "pepper").unlink()
    (data / "pepper").mkdir()
    assert "can’t be read" in refusal(data, port)


def test_a_pepper_of_another_database(data: Path, port: int) -> None:
    (data / "pepper").write_bytes(bytes(32))
    assert "another pepper" in refusal(data, port)


def test_a_damaged_secret_key(data: Path, port: int) -> None:
    (data / "secret_key").write_text("short")
    assert "delete it and start again" in refusal(data, port)


def test_a_database_of_a_newer_version(data: Path, port: int) -> None:
    with sqlite3.connect(data / "glasswork.sqlite3") as database:
        database.execute("INSERT INTO django_migrations (app, name, applied) VALUES ('people', '9999_x', '2099-01-01')")
    database.close()
    assert "newer Glasswork" in refusal(data, port)


def test_a_locked_database(data: Path, port: int) -> None:
    database = sqlite3.connect(data / "glasswork.sqlite3", isolation_level=None)
    database.execute("BEGIN IMMEDIATE")
    assert "locked by another program" in refusal(data, port)
    database.close()


def test_a_damaged_database(data: Path, port: int) -> None:
    for file in data.glob("glasswork.sqlite3*"):
        file.unlink()
    (data / "glasswork.sqlite3").write_bytes(b"not a database at all" * 400)
    assert "damaged" in refusal(data, port)


def test_a_data_folder_that_is_a_file(tmp_path: Path, port: int) -> None:
    (tmp_path / "data").write_text("")
    assert "is a file and not a folder" in refusal(tmp_path / "data", port)


@pytest.mark.parametrize(
    "place", ["/proc/none/data", "/dev/null/data", "/" + "n" * 300 + "/data", "~nobody-of-that-name/data"]
)
def test_a_data_folder_in_a_place_that_cannot_be(tmp_path: Path, port: int, place: str) -> None:
    code, said, errors = run(tmp_path, "--data", place, "up", "--port", str(port))
    assert (code, said, errors.count("\n")) == (1, "", 1)
    assert place.rpartition("/")[0][:200] in errors


def test_a_data_folder_may_be_named_before_the_command_or_after_it(data: Path, tmp_path: Path) -> None:
    none = str(tmp_path / "none")
    for arguments in (
        ("--data", none, "check"),
        ("check", "--data", none),
        ("--data", str(data), "check", "--data", none),
    ):
        assert run(data, *arguments)[2] == f"There is no folder {none} yet; “glasswork up” makes it.\n"


def test_a_data_folder_without_a_name(data: Path) -> None:
    assert run(data, "check", "--data", "")[0] == 2


def test_a_setting_that_cannot_be_meant(data: Path, port: int) -> None:
    assert "GLASSWORK_SIGN_UP" in refusal(data, port, GLASSWORK_SIGN_UP="perhaps")


def test_help_lines_that_cannot_be_read(data: Path, port: int) -> None:
    (data / "help_lines.toml").write_text("[[country]]\n")
    assert "help_lines.toml" in refusal(data, port)


def test_a_postgresql_that_does_not_answer(data: Path, port: int) -> None:
    nobody = "postgresql://nobody@127.0.0.1:1/none"
    assert "GLASSWORK_DATABASE" in refusal(data, port, GLASSWORK_DATABASE=nobody)


def test_a_folder_that_cannot_be_written_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # The tests may run as root, who can write anywhere.
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(RefusedError, match="can’t be written to"):
        folder.make_folder(tmp_path / "data")


def test_a_full_disk_leaves_no_half_secret(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space") as caught:
        folder.write_secret(tmp_path / "pepper", bytes(32))
    assert not (tmp_path / "pepper").exists()
    assert file_sentence(caught.value) == "The disk is full; make some room and start again."


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("database or disk is full", "disk is full"),
        ("attempt to write a readonly database", "can’t be written to"),
        ("unable to open database file", "can’t be opened"),
        ("disk I/O error", "disk failed"),
    ],
)
def test_a_database_that_fails_is_said(words: str, said: str) -> None:
    assert said in (database_sentence(OperationalError(words)) or "")


@pytest.mark.parametrize("sentence", [file_sentence, database_sentence])
def test_a_fault_of_ours_is_not_hidden(sentence: Callable[[Exception], str | None]) -> None:
    assert sentence(OSError("something else")) is None
