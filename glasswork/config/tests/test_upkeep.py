"""``glasswork check`` and ``glasswork tidy``."""

from pathlib import Path

import pytest

from glasswork.config import upkeep
from glasswork.config.tests.server import run
from glasswork.config.upkeep import put_back, rooms_tidy


def test_a_folder_that_was_never_used_is_said(tmp_path: Path) -> None:
    code, _, errors = run(tmp_path / "data", "check")
    assert code == 1
    assert "“glasswork up” makes it" in errors
    assert not (tmp_path / "data").exists()


def test_check_says_which_files_others_can_open(data: Path) -> None:
    (data / "pepper").chmod(0o644)
    code, said, _ = run(data, "check")
    assert code == 1
    assert f"chmod 600 {data / 'pepper'}" in said


def test_check_names_no_file_as_there_that_is_not(data: Path) -> None:
    _, said, _ = run(data, "check")
    named = {Path(word.rstrip(":,;.")) for word in said.split() if word.startswith("/")}
    own = data / "help_lines.toml"
    assert f"to {own}" in said
    assert own in named
    assert [path for path in named - {own} if not path.exists()] == []


def test_check_says_what_is_wrong_with_the_pepper(data: Path) -> None:
    (data / "pepper").write_bytes(bytes(32))
    code, said, _ = run(data, "check")
    assert code == 1
    assert "another pepper" in said


def test_check_finds_nothing_wrong_with_the_settings(data: Path) -> None:
    _, said, _ = run(data, "check")
    assert "(security." not in said
    assert "chmod" not in said


def test_tidy_leaves_nothing_in_the_write_ahead_log(data: Path) -> None:
    code, said, errors = run(data, "tidy")
    assert (code, errors) == (0, "")
    assert "Emptied the write-ahead log." in said
    log = data / "glasswork.sqlite3-wal"
    assert not log.exists() or log.stat().st_size == 0


def test_tidy_rewrites_the_database_once_a_week(data: Path) -> None:
    assert "Rewrote the database." in run(data, "tidy")[1]
    assert "Rewrote the database." not in run(data, "tidy")[1]
    assert "Rewrote the database." in run(data, "tidy", "--vacuum")[1]


def test_tidy_reaches_every_room_that_keeps_what_expires() -> None:
    assert {tidy.__module__.split(".")[1] for tidy in rooms_tidy()} >= {"people", "spaces", "pairing"}


@pytest.mark.parametrize(
    ("count", "said"), [(0, "Nothing had"), (1, "Erased 1 thing again"), (2, "Erased 2 things again")]
)
def test_putting_back_says_how_much_it_erased_again(monkeypatch: pytest.MonkeyPatch, count: int, said: str) -> None:
    for name in ("host.require_known_database", "host.check_pepper", "note_put_back"):
        monkeypatch.setattr(f"{upkeep.__name__}.{name}", lambda: None)
    monkeypatch.setattr(f"{upkeep.__name__}.host.erase_again", lambda: count)
    assert next(iter(put_back())).startswith(said)


def test_manage_hands_over_to_django(data: Path) -> None:
    code, said, _ = run(data, "manage", "showmigrations", "people")
    assert code == 0
    assert "people" in said
