"""Random YAML documents, with comments, blank lines and every style of value, and random edits of them."""

import re
from collections.abc import Iterator
from random import Random

from govreg.model.edits import ArrangeItems, Edit, InsertItem, NewItem, RemoveValue, RenameKey, SetValue, Value, WrapInList, value_at
from govreg.model.location import KeyPath
from govreg.yaml.parse import parse

TEXTS = [
    *("opcc", "Mental Health", "no", "12:30", "2016-11-10", "1_000", "1.10", "0x1F", "1:00:00", "Yes", "~", "null", "=", "<<", "true"),
    *(
        "a: b",
        "x #y",
        "#c",
        "- dash",
        '"q"',
        "it's",
        "[x]",
        "{y}",
        "a, b",
        "é ü",
        "«x»",
        "*star",
        "&amp",
        "!t",
        "%p",
        "@at",
        "`b",
        "?",
        "? q",
    ),
    *("| pipe", "> gt", ": c", "end:", "---", "...", "--- a", "key: [a", "back\\slash", "tab\there", "  lead", "trail ", "", "a" * 200),
    *("two\nlines", "two\n\nparas here", "\n", "a\n", "- x\n- y"),
]
KEYS = ["title", "lead", "chair", "aliases", "focus", "notes", "x", "y", "no", "1", "from", "status", "review", "participants", "a b"]
REMARK = re.compile(r"# (?:above|behind|head|foot)[ \d]*")


class Documents:
    """Documents and edits, the same ones for the same seed."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)  # noqa: S311 - a test's numbers, not a secret's

    def document(self) -> str:
        """A text without problems, one in ten with CRLF, one in ten without a final line end."""
        while True:
            head = self.random.choice(["", "# head\n", "# head\n\n"])
            body = self._mapping(0, 3) if self.random.random() < 0.85 else self._list(0, 2)
            text = head + body + self.random.choice(["", "# foot\n"])
            if self.random.random() < 0.1:
                text = text.rstrip("\n")
            if self.random.random() < 0.1:
                text = text.replace("\n", "\r\n")
            document = parse(text, "")
            if document.data is not None and not document.problems:
                return text

    def edit(self, data: Value) -> Edit:
        """An edit that can be made of `data`."""
        ways = [*_ways(data)]
        while True:
            path, value = self.random.choice(ways)
            chance = self.random.random()
            if chance < 0.3 and path:
                return SetValue(path, self._value(2))
            if chance < 0.45 and isinstance(value, dict):
                return SetValue((*path, self.random.choice(KEYS)), self._value(2))
            if chance < 0.6 and isinstance(value, tuple):
                return InsertItem(path, self._value(1), self.random.choice([None, self.random.randint(0, len(value))]))
            if chance < 0.75 and path:
                return RemoveValue(path)
            if chance < 0.82 and path and isinstance(path[-1], str) and "new" not in (value_at(data, path[:-1]) or ()):
                return RenameKey(path, "new")
            if chance < 0.9 and isinstance(value, tuple) and value:
                order: list[int | NewItem] = self.random.sample(range(len(value)), len(value))
                order.insert(self.random.randint(0, len(order)), NewItem(self._value(1)))
                return ArrangeItems(path, tuple(order))
            if chance < 0.95 and value:
                return WrapInList(path)

    def _value(self, depth: int) -> Value:
        chance = self.random.random()
        if depth == 0 or chance < 0.6:
            return self.random.choice(TEXTS)
        if chance < 0.8:
            return tuple(self._value(depth - 1) for _ in range(self.random.randint(1, 3)))
        return {key: self._value(depth - 1) for key in self.random.sample(KEYS, self.random.randint(1, 3))}

    def _text(self, margin: int) -> str:
        chance = self.random.random()
        word = self.random.choice(["opcc", "Mental Health", "plain text with words", "it is", "a/b", "nhs"])
        if chance < 0.5:
            return word
        if chance < 0.65:
            return f"'{word}'"
        if chance < 0.8:
            return f'"{word}: x"'
        if chance < 0.9:
            return "|\n" + "\n".join(" " * (margin + 2) + line for line in ("line one", "", "line two"))
        return ">-\n" + "\n".join(" " * (margin + 2) + line for line in ("line one", "line two"))

    def _in_brackets(self, depth: int) -> str:
        chance = self.random.random()
        if depth <= 0 or chance < 0.4:
            return self.random.choice(["a", '"b"', "'c'", "d e"])
        if chance < 0.7:
            return f"[{', '.join(self._in_brackets(depth - 1) for _ in range(self.random.randint(0, 3)))}]"
        keys = self.random.sample(["k1", "k2", "k3"], self.random.randint(0, 3))
        return f"{{{', '.join(f'{key}: {self._in_brackets(depth - 1)}' for key in keys)}}}"

    def _above(self, margin: int) -> str:
        chance = self.random.random()
        return f"{' ' * margin}# above {self.random.randint(0, 99999)}\n" if chance < 0.1 else "\n" if chance < 0.17 else ""

    def _behind(self) -> str:
        return f"  # behind {self.random.randint(0, 99999)}" if self.random.random() < 0.15 else ""

    def _mapping(self, margin: int, depth: int, *, inline: bool = False) -> str:
        text = ""
        for number, key in enumerate(self.random.sample(KEYS, self.random.randint(1, 4))):
            text += "" if inline and number == 0 else self._above(margin) + " " * margin
            text += f"{key}:{self._behind_key(margin, depth)}"
        return text

    def _behind_key(self, margin: int, depth: int) -> str:
        chance = self.random.random()
        if depth > 0 and chance < 0.25:
            return f"{self._behind()}\n{self._mapping(margin + 2, depth - 1)}"
        if depth > 0 and chance < 0.5:
            return f"\n{self._list(margin + self.random.choice([0, 2]), depth - 1)}"
        if chance < 0.65:
            return f" {self._in_brackets(2)}{self._behind()}\n"
        if chance < 0.7:
            return "\n"
        return f" {self._with_remark(self._text(margin))}\n"

    def _list(self, margin: int, depth: int) -> str:
        text = ""
        for _ in range(self.random.randint(1, 4)):
            chance = self.random.random()
            text += f"{self._above(margin)}{' ' * margin}- "
            if depth > 0 and chance < 0.4:
                text += self._mapping(margin + 2, depth - 1, inline=True)
            elif chance < 0.6:
                text += f"{self._in_brackets(2)}{self._behind()}\n"
            else:
                text += f"{self._with_remark(self._text(margin))}\n"
        return text

    def _with_remark(self, text: str) -> str:
        return text if "\n" in text else text + self._behind()


def _ways(data: Value, path: KeyPath = ()) -> Iterator[tuple[KeyPath, Value]]:
    yield path, data
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, tuple) else ()
    for step, item in inner:
        yield from _ways(item, (*path, step))
