"""``glasswork guard``: a JSON object a line in, one a line out."""

import io
import json
from typing import Any

import pytest

from glasswork.config.command import main


def test_the_command_answers_line_by_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    sent = '{"text": "You give me your password."}\n\n{"text": "I will not meet Jo."}\n'
    monkeypatch.setattr("sys.stdin", io.StringIO(sent))
    assert main(["guard"]) == 0
    answers: list[dict[str, Any]] = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert answers == [{"control": True, "kind": "passwords"}, {"control": False, "kind": ""}]


def test_the_command_says_which_line_it_cannot_read(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO('{"text": "fine"}\n{"words": 1}\n'))
    assert main(["guard"]) == 1
    assert "Line 2" in capsys.readouterr().err
