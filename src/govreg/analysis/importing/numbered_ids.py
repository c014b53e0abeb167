"""Ids for new entries: as made from their names, or with the first number after them that is free."""

from collections.abc import Callable

_LONGEST_STEM = 60
"""How many characters of an id are kept before a number: an id may have 64."""


class NumberedIds:
    """Finds free ids. A paper may have thousands of names that begin alike, so it goes on from the number that it gave last."""

    def __init__(self, is_taken: Callable[[str], bool]) -> None:
        """An id that `is_taken` once stays so, and so does each that is given."""
        self._is_taken = is_taken
        self._last: dict[str, int] = {}

    def free(self, id_: str) -> str:
        """The id `id_`, or the beginning of it with a number, if it is taken."""
        stem, found = id_[:_LONGEST_STEM].rstrip("-"), id_
        while self._is_taken(found):
            self._last[stem] = self._last.get(stem, 1) + 1
            found = f"{stem}-{self._last[stem]}"
        return found
