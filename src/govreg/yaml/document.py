"""One YAML text: its data as text, lists and mappings only, the place of every key and value, and what is wrong with it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, TypeVar

from govreg.diagnostics.finding import Problem
from govreg.model.location import KeyPath, Position
from govreg.yaml import positions
from govreg.yaml.nodes import Node

Data = None | str | tuple["Data", ...] | dict[str, "Data"]
"""What a YAML text holds: None is a value left empty; everything else is text, whatever it looks like."""


class Lookalike(NamedTuple):
    """A text that other readers take for something else, and what they take it for; `at_key` means the key there."""

    path: KeyPath
    at_key: bool
    typed: str
    what: str


class ContinuationLine(NamedTuple):
    """A further line of a text: the way to the text, the line's first word, and where it stands."""

    path: KeyPath
    word: str
    position: Position
    rest: str | None = None
    """What stands behind the word and a colon in a text in a block (`|`, `>`); None in a plain text, where no colon can."""


Doubt = TypeVar("Doubt", Lookalike, ContinuationLine)


@dataclass(frozen=True)
class Document:
    """What one YAML text holds; `data` is None where the text could not be read to its end."""

    data: Data
    text: str
    root: Node | None
    """The nodes of the text, as far as it could be read."""
    problems: tuple[Problem, ...]
    """What is wrong with the text, each at a position."""
    lookalikes: tuple[Lookalike, ...] = ()
    continuations: tuple[ContinuationLine, ...] = ()

    @cached_property
    def damaged(self) -> frozenset[object]:
        """Where the mistakes are: one mistake, one message."""
        return frozenset(problem.place for problem in self.problems)

    def lookalikes_below(self, base: KeyPath) -> Sequence[Lookalike]:
        """The lookalikes at `base` and below it."""
        return self._lookalikes.get(base, ()) if base else self.lookalikes

    def continuations_below(self, base: KeyPath) -> Sequence[ContinuationLine]:
        """The texts at `base` and below it that run over several lines."""
        return self._continuations.get(base, ()) if base else self.continuations

    @cached_property
    def _lookalikes(self) -> Mapping[KeyPath, Sequence[Lookalike]]:
        return _by_base(self.lookalikes)

    @cached_property
    def _continuations(self) -> Mapping[KeyPath, Sequence[ContinuationLine]]:
        return _by_base(self.continuations)

    def position(self, path: KeyPath, *, at_key: bool = False) -> Position:
        """Where the value at `path` is, or its key; where the file has no such value, the nearest one above it."""
        return positions.position(self.root, path, at_key=at_key)


def _by_base(doubts: Sequence[Doubt]) -> Mapping[KeyPath, Sequence[Doubt]]:
    """`doubts` by each way that leads to them, so that an entry among thousands needs not look at those of all others."""
    found: dict[KeyPath, list[Doubt]] = {}
    for doubt in doubts:
        for length in range(1, len(doubt.path) + 1):
            found.setdefault(doubt.path[:length], []).append(doubt)
    return found
