"""Regular expressions that are compiled when a text first needs them: compiling all of them would take longer than a short command."""

import re
from collections.abc import Callable, Iterator


class LazyPattern:
    """A regular expression, and what a text must hold to match it."""

    __slots__ = ("needs", "source")

    def __init__(self, source: str, needs: tuple[tuple[str, ...], ...] = ()) -> None:
        """A pattern of `source`; `needs` are groups of strings, and a text that has none of a group is not searched."""
        self.source = source
        self.needs = needs

    def search(self, text: str) -> re.Match[str] | None:
        """The first match anywhere in `text`."""
        return re.compile(self.source).search(text) if self._may_match(text) else None

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """The match at `start`."""
        return re.compile(self.source).match(text, start) if self._may_match(text) else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The match of the entire `text`."""
        return re.compile(self.source).fullmatch(text) if self._may_match(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every match in `text`, none overlapping another."""
        return re.compile(self.source).finditer(text) if self._may_match(text) else iter(())

    def sub(self, replacement: str | Callable[[re.Match[str]], str], text: str) -> str:
        """`text` with `replacement` for every match."""
        return re.compile(self.source).sub(replacement, text) if self._may_match(text) else text

    def _may_match(self, text: str) -> bool:
        return bool(text) and all(any(string in text for string in group) for group in self.needs)
