"""How far a long task is: whoever asks for it may watch its items go by."""

from collections.abc import Collection, Iterable
from typing import Protocol, TypeVar

Item = TypeVar("Item")


class Tracker(Protocol):
    """Goes through items, and may show how far it is."""

    def __call__(self, items: Collection[Item], says: str, /) -> Iterable[Item]:
        """The items; `says` is what is done with them."""
        ...


def untracked(items: Collection[Item], _: str) -> Iterable[Item]:
    """The items, and nothing shown."""
    return items
