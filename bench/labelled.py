"""Scores how `duplicates` ranks pairs that people labelled: average precision, against plain TF-IDF.

`python bench/labelled.py FOLDER`: the folder has `register/` and `pairs.json`, a list of {"a", "b", "label"} with a label
of `duplicate`, `related` or `distinct`. A pair without evidence scores 0; ties are broken against the ranking.
"""

import json
import math
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

from govreg.analysis.duplicates.comparison import build_comparison
from govreg.analysis.text.lexicon import lexicon
from govreg.analysis.text.words import is_content_word, split, stem
from govreg.model.register import Register
from govreg.storage.reader import read_register

Score = Callable[[str, str], float]


def average_precision(ranked: Iterable[tuple[float, bool]]) -> float:
    """The mean, over the right pairs, of the share of right ones among the pairs ranked down to each."""
    hits, total = 0, 0.0
    for rank, (_, right) in enumerate(sorted(ranked, key=lambda one: (-one[0], one[1])), 1):
        hits += right
        total += hits / rank if right else 0.0
    return total / max(1, hits)


def tf_idf(register: Register) -> Score:
    """The cosine of the weighted stems of title, purpose and focus: what a text matcher does."""
    counts = {
        meeting.id: Counter(
            stem(word)
            for word in split(" ".join((meeting.title, meeting.purpose or "", *(one.text for one in meeting.focus))))
            if is_content_word(word)
        )
        for meeting in register.meetings.values()
    }
    meetings_with = Counter(term for counted in counts.values() for term in counted)
    weighted = {
        id_: {term: count * math.log(1 + len(counts) / meetings_with[term]) for term, count in counted.items()}
        for id_, counted in counts.items()
    }

    def score(a: str, b: str) -> float:
        one, other = weighted[a], weighted[b]
        norms = math.hypot(*one.values()) * math.hypot(*other.values())
        return sum(weight * other[term] for term, weight in sorted(one.items()) if term in other) / norms if norms else 0.0

    return score


def sums(register: Register) -> Score:
    """What `duplicates` adds up for two meetings."""
    comparison = build_comparison(register)
    return lambda a, b: comparison.weigh(a, b).total


def sums_without_subjects(register: Register) -> Score:
    """The same without the list of subjects: with only the register's own themes."""
    bare = replace(lexicon(), subjects={}, general={}, titled=())

    def score(a: str, b: str) -> float:
        with patch("govreg.analysis.text.topics.lexicon", lambda: bare):
            return found(a, b)

    with patch("govreg.analysis.text.topics.lexicon", lambda: bare):
        found = sums(register)
    return score


def main(folder: Path) -> list[str]:
    """The lines of its table."""
    register = read_register(folder / "register").register
    pairs = json.loads((folder / "pairs.json").read_text(encoding="utf-8"))
    ways: dict[str, Score] = {
        "govreg": sums(register),
        "govreg without its list of subjects": sums_without_subjects(register),
        "plain TF-IDF": tf_idf(register),
    }
    lines = [
        f"{len(pairs)} labelled pairs of {len(register.meetings)} meetings",
        "",
        "| | duplicates | duplicates or related |",
        "|---|---:|---:|",
    ]
    for name, score in ways.items():
        scored = [(score(pair["a"], pair["b"]), pair["label"]) for pair in pairs]
        strict = average_precision((points, label == "duplicate") for points, label in scored)
        loose = average_precision((points, label != "distinct") for points, label in scored)
        lines.append(f"| {name} | {strict:.3f} | {loose:.3f} |")
    return lines


if __name__ == "__main__":
    print("\n".join(main(Path(sys.argv[1]))))
