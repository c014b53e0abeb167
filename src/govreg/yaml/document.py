"""One YAML text: its data as texts, lists and mappings, the position of every key and value, and what is wrong with it."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import NamedTuple, TypeVar

from govreg.diagnostics.finding import Problem
from govreg.model.location import KeyPath, Position
from govreg.values import dataclass
from govreg.yaml import positions
from govreg.yaml.nodes import Node

Data = None | str | tuple["Data", ...] | dict[str, "Data"]
"""The data of a YAML text: None is an empty value; every other scalar is a text, whatever it looks like."""


class Lookalike(NamedTuple):
    """A text that other YAML readers would read as something else (`what`); `at_key` means that it is the key at `path`."""

    path: KeyPath
    at_key: bool
    typed: str
    what: str


COMMENT = "#"
"""The first word of a line that looks like a comment."""


class ContinuationLine(NamedTuple):
    """A line that continues a text: the path of the text, the line's first word, and its position."""

    path: KeyPath
    word: str
    position: Position
    rest: str | None = None
    """What follows the word and a colon in a block text (`|`, `>`); None in a plain text, which can't contain a colon and a space."""


Doubt = TypeVar("Doubt", Lookalike, ContinuationLine)


@dataclass(frozen=True)
class Document:
    """The contents of one YAML text; `data` is None if the text couldn't be read to its end."""

    data: Data
    text: str
    root: Node | None
    """The nodes of the part of the text that could be read."""
    problems: tuple[Problem, ...]
    """The problems of the text, each with its position."""
    lookalikes: tuple[Lookalike, ...] = ()
    continuations: tuple[ContinuationLine, ...] = ()
    values: int = 0
    """How many values the text has, as far as it could be read."""

    @cached_property
    def damaged(self) -> frozenset[object]:
        """The positions that already have a problem, so that each mistake is reported only once."""
        return frozenset(problem.place for problem in self.problems)

    def lookalikes_below(self, base: KeyPath) -> Sequence[Lookalike]:
        """The lookalikes at `base` and below it."""
        return self._lookalikes.get(base, ()) if base else self.lookalikes

    def continuations_below(self, base: KeyPath) -> Sequence[ContinuationLine]:
        """The continuation lines of the texts at `base` and below it."""
        return self._continuations.get(base, ()) if base else self.continuations

    @cached_property
    def _lookalikes(self) -> Mapping[KeyPath, Sequence[Lookalike]]:
        return _by_base(self.lookalikes)

    @cached_property
    def _continuations(self) -> Mapping[KeyPath, Sequence[ContinuationLine]]:
        return _by_base(self.continuations)

    def position(self, path: KeyPath, *, at_key: bool = False) -> Position:
        """The position of the value at `path`, or of its key; if there is no such value, of the nearest one above it."""
        return positions.position(self.root, path, at_key=at_key)


def _by_base(doubts: Sequence[Doubt]) -> Mapping[KeyPath, Sequence[Doubt]]:
    """`doubts` by each prefix of their paths, so that each of thousands of entries needs to look only at its own."""
    found: dict[KeyPath, list[Doubt]] = {}
    for doubt in doubts:
        for length in range(1, len(doubt.path) + 1):
            found.setdefault(doubt.path[:length], []).append(doubt)
    return found
