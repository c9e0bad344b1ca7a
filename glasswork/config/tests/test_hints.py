"""``glasswork hints``, as an author uses it: one JSON object a line in, one out."""

import io
import json

import pytest

from glasswork.config.command import main


def test_each_line_is_answered_with_one(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    asked = [{"text": "You never listen."}, {"text": "He hit me again."}, {"text": "I felt sad on Sunday."}]
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(json.dumps(each) for each in asked) + "\n\n"))
    assert main(["hints"]) == 0
    said = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert said == [
        {"hints": [1], "good": [], "help": "none"},
        {"hints": [], "good": [], "help": "violence"},
        {"hints": [], "good": ["fact", "feeling"], "help": "none"},
    ]


@pytest.mark.parametrize("line", ["hello", "[]", '{"words": "x"}', '{"text": 3}'])
def test_a_line_it_cannot_read_is_named(
    line: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f'{{"text": "fine"}}\n{line}\n'))
    assert main(["hints"]) == 1
    assert "Line 2" in capsys.readouterr().err
