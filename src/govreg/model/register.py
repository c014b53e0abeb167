"""A register as a value, and the look-ups that every question needs: who is below whom, which areas lie where."""

from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from govreg.model.entries import Area, Organisation, Theme
from govreg.model.entry_index import EntryIndex
from govreg.model.markers import ReferenceKind
from govreg.model.meeting import Meeting, Visibility
from govreg.model.nesting import Nesting, Runs, nesting, within_levels
from govreg.model.settings import Settings
from govreg.model.verdict import Verdict
from govreg.values import dataclass


def _title_and_aliases(meeting: Meeting) -> tuple[str, ...]:
    return (meeting.title, *meeting.aliases)


def _name_and_aliases(entry: Organisation | Area | Theme) -> tuple[str, ...]:
    return (entry.name, *entry.aliases)


def meetings(entries: Mapping[str, Meeting], unread: Iterable[str] = ()) -> EntryIndex[Meeting]:
    """An index of meetings; `unread` are the ids of those whose files couldn't be read."""
    return EntryIndex("meeting", dict(sorted(entries.items())), _title_and_aliases, frozenset(unread))


def organisations(entries: Mapping[str, Organisation], unread: Iterable[str] = (), *, complete: bool = True) -> EntryIndex[Organisation]:
    """An index of organisations."""
    return EntryIndex("organisation", dict(sorted(entries.items())), _name_and_aliases, frozenset(unread), complete)


def areas(entries: Mapping[str, Area], unread: Iterable[str] = (), *, complete: bool = True) -> EntryIndex[Area]:
    """An index of areas."""
    return EntryIndex("area", dict(sorted(entries.items())), _name_and_aliases, frozenset(unread), complete)


def themes(entries: Mapping[str, Theme], unread: Iterable[str] = (), *, complete: bool = True) -> EntryIndex[Theme]:
    """An index of themes."""
    return EntryIndex("theme", dict(sorted(entries.items())), _name_and_aliases, frozenset(unread), complete)


class LeftOut(NamedTuple):
    """How many entries and parts were left out because the register's audience may not see them."""

    visibility: Visibility = "internal"
    """The most restricted visibility that they may see."""
    meetings: int = 0
    focus: int = 0
    """Focus items of meetings that they may see; so for seats and decisions."""
    seats: int = 0
    decisions: int = 0

    @property
    def is_internal(self) -> bool:
        """Whether the register is for those who see every entry."""
        return self.visibility == "internal"


class AreaNames(tuple[tuple[str, str], ...]):  # noqa: SLOT001 - it keeps its hash
    """Names and aliases of areas, each with the area's id. Its hash is kept, because a cache asks for it with each frequency."""

    @cached_property
    def _hash(self) -> int:
        return super().__hash__()

    def __hash__(self) -> int:
        """The hash of a tuple."""
        return self._hash


@lru_cache(maxsize=8)
def _shared(names: AreaNames) -> AreaNames:
    """One object for all registers with the same `names`, which a cache then knows at once."""
    return names


@dataclass(frozen=True)
class Register:
    """What meetings there are, who leads, who sits on them and what they work on; never changed once read."""

    meetings: EntryIndex[Meeting] = field(default_factory=lambda: meetings({}))
    organisations: EntryIndex[Organisation] = field(default_factory=lambda: organisations({}))
    areas: EntryIndex[Area] = field(default_factory=lambda: areas({}))
    themes: EntryIndex[Theme] = field(default_factory=lambda: themes({}))
    glossary: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    verdicts: tuple[Verdict, ...] = ()
    name: str = ""
    as_at: str | None = None
    settings: Settings = field(default_factory=Settings)
    unread: tuple[str, ...] = ()
    """Files that could not be read, relative to the register: what they hold is in no answer."""
    left_out: LeftOut = field(default_factory=LeftOut)
    """How much was left out for its audience."""

    @cached_property
    def by_kind(self) -> Mapping[str, EntryIndex[Any]]:
        """The entries of each kind."""
        return {one.noun: one for one in (self.meetings, self.organisations, self.themes, self.areas)}

    def indexes(self, kind: ReferenceKind) -> tuple[EntryIndex[Any], ...]:
        """The entries that a reference of `kind` may lead to: those of one kind, or of two."""
        return tuple(self.by_kind[noun] for noun in kind.split(" or "))

    def with_meetings(self, drafts: Mapping[str, Meeting]) -> "Register":
        """The register with `drafts` among its meetings."""
        return replace(self, meetings=meetings({**self.meetings.entries, **drafts}, self.meetings.unread))

    def names_an_entry(self, word: str) -> bool:
        """Whether an entry has `word` as its id, name or alias."""
        return any(entries.find(word) is not None for entries in self.by_kind.values())

    def with_unread(self, files: Iterable[str]) -> "Register":
        """The register where `files` couldn't be read either, such as minutes, which are read apart."""
        return replace(self, unread=(*self.unread, *files))

    def organisations_below(self, id_: str) -> frozenset[str]:
        """`id_` and every organisation below it by `part_of`; never through a collective."""
        return _below([id_], self._organisations_under)

    def collectives_with(self, ids: Iterable[str]) -> frozenset[str]:
        """The collectives that any of `ids` is in, also through another collective."""
        found: set[str] = set()
        waiting = set(ids)
        while waiting:
            waiting = {collective for member in waiting for collective in self._collectives_of.get(member, ()) if collective not in found}
            found |= waiting
        return frozenset(found)

    def members_of(self, *ids: str) -> frozenset[str]:
        """The organisations in the collectives among `ids`, those of collectives in them too, without `ids` themselves."""
        return _below(ids, self._members).difference(ids)

    def areas_below(self, id_: str) -> frozenset[str]:
        """`id_` and every area in it."""
        return _below([id_], self._areas_under)

    def areas_above(self, id_: str) -> tuple[str, ...]:
        """`id_` and the areas that it lies in, the nearest first."""
        return _above(id_, self._area_above)

    @cached_property
    def nested_areas(self) -> Nesting:
        """Which areas lie in which."""
        return nesting(self._area_above, self._areas_under)

    def organisations_above(self, id_: str) -> tuple[str, ...]:
        """`id_` and the organisations that it is part of, the nearest first."""
        return _above(id_, self._organisation_above)

    def lowest_areas(self, ids: Iterable[str] = ()) -> tuple[str, ...]:
        """The areas without parts in `ids` and below them; of the whole register where `ids` is empty."""
        named = tuple(ids)
        if not named:
            return self._lowest
        return tuple(sorted({area for id_ in named if id_ in self.areas for area in self.nested_areas.lowest_in(id_)}))

    @cached_property
    def _lowest(self) -> tuple[str, ...]:
        return tuple(sorted(area for area in self.areas if not self._areas_under.get(area)))

    def instance_runs(self, meeting: Meeting) -> Runs:
        """The areas that `meeting` is held in, one instance each, by their numbers in `nested_areas`; none if it is held once for all."""
        if meeting.instances == "one":
            return ()
        if not meeting.areas:
            return ((0, len(self.nested_areas.lowest)),) if self.areas else ()
        return self.nested_areas.runs(area for area in meeting.areas if area in self.areas)

    def area_name(self, id_: str) -> str:
        """What the area `id_` is called; the id itself where the register doesn't have it."""
        return self.areas[id_].name if id_ in self.areas else id_

    @cached_property
    def area_names(self) -> AreaNames:
        """Every name and alias of an area, each with the area's id."""
        return _shared(AreaNames((name, area.id) for area in self.areas.values() for name in (area.name, *area.aliases)))

    @cached_property
    def theme_spellings(self) -> Mapping[str, str]:
        """The name of each theme in lower case -> the name as it is spelled; of two, as the first is."""
        found: dict[str, str] = {}
        for theme in self.themes.values():
            found.setdefault(theme.name.lower(), theme.name)
        return found

    @cached_property
    def _organisation_above(self) -> Mapping[str, str | None]:
        return within_levels({organisation.id: organisation.part_of for organisation in self.organisations.values()})

    @cached_property
    def _area_above(self) -> Mapping[str, str | None]:
        return within_levels({area.id: area.part_of for area in self.areas.values()})

    @cached_property
    def _organisations_under(self) -> Mapping[str, tuple[str, ...]]:
        return _children(self._organisation_above)

    @cached_property
    def _areas_under(self) -> Mapping[str, tuple[str, ...]]:
        return _children(self._area_above)

    @cached_property
    def _members(self) -> Mapping[str, tuple[str, ...]]:
        return {collective.id: collective.members for collective in self.organisations.values() if collective.members}

    @cached_property
    def _collectives_of(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for organisation in self.organisations.values():
            for member in organisation.members:
                found.setdefault(member, []).append(organisation.id)
        return {member: tuple(collectives) for member, collectives in found.items()}


def _children(parents: Mapping[str, str | None]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for child, parent in parents.items():
        if parent is not None and parent != child:
            found.setdefault(parent, []).append(child)
    return {parent: tuple(children) for parent, children in found.items()}


def _below(ids: Iterable[str], children: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    found = {*ids}
    waiting = [*found]
    while waiting:
        fresh = [child for child in children.get(waiting.pop(), ()) if child not in found]
        found.update(fresh)
        waiting.extend(fresh)
    return frozenset(found)


def _above(id_: str, parents: Mapping[str, str | None]) -> tuple[str, ...]:
    found = {id_: None}  # keeps the order, and is looked up at once
    here = id_
    while (parent := parents.get(here)) is not None and parent not in found:
        found[parent] = None
        here = parent
    return tuple(found)
