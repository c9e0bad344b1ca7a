"""Learns the weights of ``glasswork/hints/english/learned.txt.gz`` from the labelled lines of the writing helper.

pip install scikit-learn    # 1.9; Glasswork itself does not need it
python -m bench.train_hints             # two thirds learn, the last third is asked, and the figures are printed
python -m bench.train_hints --write     # all lines learn, and the weights are written
"""

import gzip
import re
import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any

from glasswork.hints import learned
from glasswork.hints.reading import read as sentences_of
from glasswork.hints.tests.sets import KINDS, read
from tests.hint_figures import held_out_figures

_YOU = re.compile(r"\b(?:you|u)\b", re.IGNORECASE)
_YOUR = re.compile(r"\b(?:your|ur)\b", re.IGNORECASE)
_ARE = re.compile(r"\byou(?:'re| are)", re.IGNORECASE)

type Line = tuple[str, str]  # label, text


def main() -> None:
    if "--write" in sys.argv:
        write(train(help_lines(held_out=None), blame_lines(held_out=None)))
        return
    rows = train(help_lines(held_out=False), blame_lines(held_out=False))
    weights = learned.weights_of({sign: list(map(str, numbers)) for sign, numbers in rows.items()})
    learned._weights = lambda: weights  # type: ignore[assignment]
    print("\n".join(held_out_figures()))


def help_lines(*, held_out: bool | None) -> list[Line]:
    """None: all lines. False: all but what was set aside. What is said between two people calls for no help."""
    sets = [read("own_words"), *read("public_rows")["set"], *_sides("situations", held_out)]
    found = [(kind, text) for each in sets for kind in (*KINDS, "none") for text in each.get(kind, [])]
    said = [text for _, text in said_lines(held_out=held_out)]
    return found + [("none", text) for text in [*said, *(_of_him(text) for text in said if _YOU.search(text))]]


def _of_him(text: str) -> str:
    """The same, told of somebody: “he” alone must not sound like harm."""
    one = "he" if len(text) % 2 else "she"
    return _YOUR.sub("his" if one == "he" else "her", _YOU.sub(one, _ARE.sub(f"{one} is", text)))


def blame_lines(*, held_out: bool | None) -> list[Line]:
    """What is said between two people, and as kind as that: whatever calls for no help."""
    sets = [read("own_words"), *_sides("situations", held_out)]
    return said_lines(held_out=held_out) + [("0", text) for each in sets for text in each.get("none", [])]


def said_lines(*, held_out: bool | None) -> list[Line]:
    pairs, kind = read("pairs")["pair"], read("kind")
    found = [(str(pair["class"]), pair["blaming"]) for pair in pairs] + [("0", pair["kinder"]) for pair in pairs]
    found += [("0", text) for text in kind["lines"] + kind["traps"]]
    found += [(str(each["class"]), text) for each in read("blaming")["set"] for text in each["lines"]]
    return found + [
        (str(number), text)
        for each in _sides("talk", held_out)
        for number in range(11)
        for text in each.get(str(number), [])
    ]


def _sides(name: str, held_out: bool | None) -> list[dict[str, Any]]:
    return [each for each in read(name)["set"] if held_out is None or each["held_out"] == held_out]


def train(of_help: list[Line], of_blame: list[Line]) -> dict[str, tuple[int, ...]]:
    columns = [
        *fitted(of_help, lambda label: label != "none"),
        *fitted(of_blame, lambda label: label != "0"),
        *fitted([line for line in of_help if line[0] != "none"], KINDS.index),
        *fitted([line for line in of_blame if line[0] != "0"], lambda label: int(label) - 1),
    ]
    rows = {}
    for sign in sorted(set().union(*columns)):
        numbers = [round(column.get(sign, 0) * learned.SCALE) for column in columns]
        while numbers and not numbers[-1]:
            numbers.pop()
        if numbers:
            rows[sign] = (*numbers, 0) if len(numbers) == 1 else tuple(numbers)
    return rows


def fitted(lines: list[Line], label_of: Callable[[str], Any]) -> list[dict[str, float]]:
    """The weights of each sign, for each label; one column where there are two labels."""
    counts = import_module("sklearn.feature_extraction.text").CountVectorizer(analyzer=_signs, min_df=2, binary=True)
    grid = counts.fit_transform([text for _, text in lines])
    model = (
        import_module("sklearn.linear_model")
        .LogisticRegression(C=1.5, max_iter=300)
        .fit(grid, [label_of(label) for label, _ in lines])
    )
    names = counts.get_feature_names_out()
    return [
        dict(zip(names, row, strict=True)) | {learned.BIAS: start}
        for row, start in zip(model.coef_, model.intercept_, strict=True)
    ]


def _signs(text: str) -> set[str]:
    return learned.signs(sentences_of(text)) - {learned.BIAS}


def write(rows: dict[str, tuple[int, ...]]) -> None:
    text = "".join(f"{sign}\t{' '.join(map(str, numbers))}\n" for sign, numbers in rows.items())
    learned.WEIGHTS.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


if __name__ == "__main__":
    main()
