"""Sets of areas, a bit for each: thousands of meetings may each cover thousands of areas."""

from collections.abc import Collection, Iterable
from functools import cached_property

from govreg.analysis.bits import Bits, Counts, bits_of, places_of, union
from govreg.model.register import Register

Areas = Bits
"""A set of areas, as an `AreaSets` numbers them."""

WHOLE = "*"
"""Represents the register's whole area, if it has no single area that all others are part of."""


class AreaSets:
    """The sets of areas that the meetings of a register cover."""

    def __init__(self, register: Register) -> None:
        """Areas that only meetings name are known too, and are part of nothing."""
        self._register = register
        self._covered: dict[tuple[str, ...], Areas] = {}
        self._listed: dict[Areas, tuple[str, ...]] = {}

    def covered(self, named: tuple[str, ...]) -> Areas:
        """The areas that a meeting covers which names `named`, those in them too; to name none is to cover all.

        An area with parts is an area of its own besides: the register may have recorded only some of its parts, so meetings of all
        of these don't stand for one of the whole.
        """
        if named not in self._covered:
            found = union(map(self._within, named))
            self._covered[named] = self._all if not named or found >> self._numbers[self._top] & 1 else found
        return self._covered[named]

    def counted(self, sets: Iterable[Areas], ids: Collection[str]) -> dict[str, int]:
        """For each of `ids`, which are areas of the register, how many of `sets` it is in."""
        if not ids:
            return {}
        digits = [f"{digit:b}"[::-1].ljust(len(self._numbers), "0") for digit in Counts(sets).digits]
        return {id_: sum(1 << place for place, row in enumerate(digits) if row[self._numbers[id_]] == "1") for id_ in ids}

    def listed(self, areas: Areas) -> tuple[str, ...]:
        """The ids of a set, in order."""
        if areas not in self._listed:
            self._listed[areas] = tuple(sorted(self._ids[place] for place in places_of(areas)))
        return self._listed[areas]

    def _within(self, area: str) -> Areas:
        span = self._register.nested_areas.spans[area] if area in self._register.areas else None
        return 1 << self._numbers[area] if span is None else (1 << span.end) - (1 << span.start)

    @cached_property
    def _ids(self) -> tuple[str, ...]:
        """All areas: those of the register as they lie in each other, then what else is named, and the whole."""
        spans = self._register.nested_areas.spans
        return tuple(dict.fromkeys((*sorted(spans, key=spans.__getitem__), *self._named, WHOLE)))

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {id_: number for number, id_ in enumerate(self._ids)}

    @cached_property
    def _all(self) -> Areas:
        return bits_of(self._numbers[id_] for id_ in {*self._register.areas, *self._named, self._top})

    @cached_property
    def _named(self) -> tuple[str, ...]:
        """The areas that meetings name, each once."""
        return tuple(dict.fromkeys(area for meeting in self._register.meetings.values() for area in meeting.areas))

    @cached_property
    def _top(self) -> str:
        """The one area that all others are part of, which is the register's whole; `WHOLE` where there is none."""
        known = self._register.areas
        tops = [area.id for area in known.values() if area.part_of == area.id or area.part_of not in known]
        return tops[0] if len(tops) == 1 and self._register.areas_below(tops[0]) >= known.keys() else WHOLE
