"""Learns the weights of ``glasswork/hints/english/learned.txt.gz`` from the labelled lines of the writing helper.

pip install scikit-learn    # 1.9; Glasswork itself does not need it
python -m bench.train_hints             # two thirds learn, the last third is asked, and the figures are printed
python -m bench.train_hints --hands     # each other hand's lines are asked of weights learned without that hand
python -m bench.train_hints --write     # all lines learn, and the weights are written
"""

import gzip
import re
import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any

from glasswork.hints import learned
from glasswork.hints.reading import Sentence
from glasswork.hints.reading import read as sentences_of
from glasswork.hints.tests.sets import KINDS, read
from tests.hint_figures import figures_of

_YOU = re.compile(r"\b(?:you|u)\b", re.IGNORECASE)
_YOUR = re.compile(r"\b(?:your|ur)\b", re.IGNORECASE)
_ARE = re.compile(r"\byou(?:'re| are)", re.IGNORECASE)

ROUNDS = 3
SURELY = 1.5

HANDS = ("once unseen", "by another hand", "by a third hand", "by a fourth hand")

type Line = tuple[str, str]  # label, text
type Of = Callable[[dict[str, Any]], bool]  # whether the lines of a situation are learned from


def main() -> None:
    if "--write" in sys.argv:
        write(train(help_lines(lambda _: True), blame_lines(lambda _: True)))
    elif "--hands" in sys.argv:
        for hand in HANDS:
            ask_without(hand, lambda each, hand=hand: each["situation"] == hand)  # type: ignore[misc]
    else:
        ask_without("held out", lambda each: bool(each["held_out"]))


def ask_without(name: str, is_out: Of) -> None:
    """Learns from all other lines and prints what comes of these."""
    rows = train(help_lines(lambda each: not is_out(each)), blame_lines(lambda each: not is_out(each)))
    weights = learned.weights_of(lines_of(rows))
    learned._weights = lambda: weights  # type: ignore[assignment]
    print("\n".join(figures_of(name, _sides("talk", is_out), _sides("situations", is_out))), flush=True)


def help_lines(of: Of) -> list[Line]:
    """What is said between two people calls for no help."""
    sets = [read("own_words"), *read("public_rows")["set"], *_sides("situations", of)]
    found = [(kind, text) for each in sets for kind in (*KINDS, "none") for text in each.get(kind, [])]
    said = [text for _, text in said_lines(of)]
    return found + [("none", text) for text in [*said, *(_of_him(text) for text in said if _YOU.search(text))]]


def _of_him(text: str) -> str:
    """The same, told of somebody: “he” alone must not sound like harm."""
    one = "he" if len(text) % 2 else "she"
    return _YOUR.sub("his" if one == "he" else "her", _YOU.sub(one, _ARE.sub(f"{one} is", text)))


def blame_lines(of: Of) -> list[Line]:
    """What is said between two people, and as kind as that: whatever calls for no help."""
    sets = [read("own_words"), *_sides("situations", of)]
    return said_lines(of) + [("0", text) for each in sets for text in each.get("none", [])]


def said_lines(of: Of) -> list[Line]:
    pairs, kind = read("pairs")["pair"], read("kind")
    found = [(str(pair["class"]), pair["blaming"]) for pair in pairs] + [("0", pair["kinder"]) for pair in pairs]
    found += [("0", text) for text in kind["lines"] + kind["traps"]]
    found += [(str(each["class"]), text) for each in read("blaming")["set"] for text in each["lines"]]
    return found + [
        (str(number), text) for each in _sides("talk", of) for number in range(11) for text in each.get(str(number), [])
    ]


def _sides(name: str, of: Of) -> list[dict[str, Any]]:
    return [each for each in read(name)["set"] if of(each)]


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
    """The weights of each sign, for each label; one column where there are two labels.

    In a line of several sentences that blames or calls for help, often one alone does: the one that reads most so.
    """
    texts = [(found, label_of(label)) for label, text in lines if (found := sentences_of(text))]
    rows = [(place, each, label) for place, (found, label) in enumerate(texts) for each in found]
    words = ["", "^", "?", ";", *sorted({word for _, each, _ in rows for word in each.words})]
    numbers = {word: number for number, word in enumerate(words)}
    counts = import_module("sklearn.feature_extraction.text").CountVectorizer(
        analyzer=lambda sentence: learned.signs(sentence, numbers), min_df=2, binary=True
    )
    grid = counts.fit_transform([each for _, each, _ in rows])
    asked = [at for at, (place, _, label) in enumerate(rows) if label is False or len(texts[place][0]) == 1]
    for _ in range(ROUNDS):
        model = _model().fit(grid[asked], [rows[at][2] for at in asked])
        if model.coef_.shape[0] > 1:
            break
        asked = _telling(rows, model.decision_function(grid))
    names = [learned.name_of(sign, words) for sign in counts.get_feature_names_out()]
    return [
        dict(zip(names, row, strict=True)) | {learned.BIAS: row[names.index(learned.BIAS)] + start}
        for row, start in zip(model.coef_, model.intercept_, strict=True)
    ]


def _model() -> Any:
    return import_module("sklearn.linear_model").LogisticRegression(C=1.5, max_iter=300, tol=0.001)


def _telling(rows: list[tuple[int, Sentence, Any]], weights: Any) -> list[int]:
    """Every sentence of harmless lines; of the others the one that reads most so, and whichever surely does."""
    most: dict[int, float] = {}
    for (place, _, _), weight in zip(rows, weights, strict=True):
        most[place] = max(most.get(place, weight), weight)
    return [at for at, (place, _, label) in enumerate(rows) if not label or weights[at] >= min(most[place], SURELY)]


def lines_of(rows: dict[str, tuple[int, ...]]) -> list[str]:
    return [f"{sign}\t{' '.join(map(str, numbers))}" for sign, numbers in rows.items()]


def write(rows: dict[str, tuple[int, ...]]) -> None:
    text = "".join(f"{line}\n" for line in lines_of(rows))
    learned.WEIGHTS.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


if __name__ == "__main__":
    main()
