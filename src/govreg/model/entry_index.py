"""An index of the entries of one kind: finds an entry by its id, name or alias, in any case."""

import re
from collections.abc import Callable, ItemsView, Iterator, Mapping, ValuesView
from functools import cached_property
from typing import Generic, TypeVar

from govreg.model.names import fold
from govreg.model.suggest import SpellingIndex
from govreg.values import dataclass

EntryT = TypeVar("EntryT")


@dataclass(frozen=True)
class EntryIndex(Mapping[str, EntryT], Generic[EntryT]):
    """Entries of one kind by id, in the order of their ids.

    `names` gives an entry's names besides its id, its title or name first. `unread` are ids of entries that exist but couldn't be
    read, so a reference to one isn't a mistake; if `complete` is false, there may be others.
    """

    noun: str
    entries: Mapping[str, EntryT]
    names: Callable[[EntryT], tuple[str, ...]]
    unread: frozenset[str] = frozenset()
    complete: bool = True

    def __getitem__(self, key: str) -> EntryT:
        """The entry with the id `key`."""
        return self.entries[key]

    def __iter__(self) -> Iterator[str]:
        """The ids, sorted."""
        return iter(self.entries)

    def __len__(self) -> int:
        """How many entries were read."""
        return len(self.entries)

    def values(self) -> ValuesView[EntryT]:
        """The entries, in the order of their ids: not by `__getitem__`, one at a time, as `Mapping` has it."""
        return self.entries.values()

    def items(self) -> ItemsView[str, EntryT]:
        """The entries, each with its id."""
        return self.entries.items()

    def knows(self, id_: str) -> bool:
        """Whether a reference to `id_` is accepted: the entry exists, or may exist in a file that couldn't be read."""
        return id_ in self.entries or id_ in self.unread or not self.complete

    @cached_property
    def known(self) -> frozenset[str]:
        """The ids of the entries that exist, as far as that can be said: those that couldn't be read too."""
        return self.unread.union(self.entries)

    def find(self, word: str) -> str | None:
        """The id of the entry whose id, name or alias is `word` in any case, or None."""
        if word in self.entries:
            return word
        return self._ids.get(fold(word))

    def nearest(self, word: str) -> str | None:
        """The id of the entry that `word` was probably meant for, or None."""
        return self._spellings.nearest(word)

    @cached_property
    def _spellings(self) -> SpellingIndex:
        return SpellingIndex({spelling: id_ for id_, entry in self.entries.items() for spelling in (id_, *self.names(entry))})

    def containing(self, word: str) -> tuple[str, ...]:
        """The ids of the entries that have `word` in their id, name or an alias, at the beginning of a word there."""
        pattern = re.compile(rf"\b{re.escape(fold(word))}")
        return tuple(
            id_ for id_, entry in self.entries.items() if any(pattern.search(fold(spelling)) for spelling in (id_, *self.names(entry)))
        )

    @cached_property
    def _ids(self) -> Mapping[str, str]:
        found: dict[str, str] = {}
        for id_, entry in self.entries.items():
            for spelling in (id_, *self.names(entry)):
                found.setdefault(fold(spelling), id_)
        found.update({id_: id_ for id_ in self.entries})
        return found
