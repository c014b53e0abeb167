"""Makes random edits of random YAML documents, and counts those that are right, refused or wrong.

    python bench/edits.py [DOCUMENTS [SEED]]

Four edits of each of 3,000 documents (or DOCUMENTS). An edit is wrong if the values are other than those of the same edit made on plain
data, or if a comment is lost though no value was removed.
"""

import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from govreg.model.edits import ArrangeItems, EditError, InsertItem, RenameKey, applied
from govreg.yaml.edit import edit
from govreg.yaml.parse import parse
from random_yaml import REMARK, Documents


def run(documents: int, seed: int) -> Counter[str]:
    """How many of four edits of each of so many `documents` are right, refused and wrong."""
    made = Documents(seed)
    counted: Counter[str] = Counter()
    for _ in range(documents):
        text = made.document()
        for _ in range(4):
            data = parse(text, "").data
            if data is None:
                break
            change = made.edit(data)
            try:
                after = edit("other.yaml", text, [change])
            except EditError:
                counted["refused"] += 1
                continue
            keeps = isinstance(change, InsertItem | ArrangeItems | RenameKey)
            lost = keeps and sorted(REMARK.findall(text)) != sorted(REMARK.findall(after))
            right = parse(after, "").data == applied(data, change) and not lost
            counted["right" if right else "wrong"] += 1
            text = after
    return counted


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:]]
    found = run(numbers[0] if numbers else 3000, numbers[1] if len(numbers) > 1 else 1)
    print(", ".join(f"{found[word]:,} {word}" for word in ("right", "refused", "wrong")))
