"""Coverage: which themes and statutory duties have no home among held meetings, one, or several, and which members they lack.

A home is a held meeting that works on the theme, or serves the duty. Mentioning a theme is not working on it:
`analysis/whatif/work_index.py` decides that, for `whatif` too.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property
from itertools import filterfalse
from typing import Literal

from govreg.analysis.bits import Bits
from govreg.analysis.tenure import tenure_of_seat
from govreg.analysis.text.topics import theme_topic
from govreg.analysis.whatif.held import HeldMeetings, held_meetings
from govreg.analysis.whatif.work_index import WorkIndex, work_index
from govreg.model.names import fold
from govreg.model.register import Register

CROWDED = 4
"""The fewest homes in one area that make a theme crowded: one more than there are levels (strategic, tactical, operational)."""

Home = Literal["none", "one", "several", "crowded"]
SeatKind = Literal["seat", "through", "members", "invited", "not-recorded", "none"]
"""How an organisation sits on a meeting: itself; through a collective that it is in; as a collective, by some of its members; by
invitation; the meeting's members are not recorded; or not at all, as far as the register says."""

_SEATED: AbstractSet[SeatKind] = frozenset({"seat", "through"})


class OrganisationSeats:
    """How an organisation sits on meetings, each worked out once: thousands of themes may need it on thousands of homes each."""

    def __init__(self, kind: Callable[[str], SeatKind], held: HeldMeetings) -> None:
        """`kind` says how it sits on a meeting."""
        self.kind = cache(kind)
        self._held = held
        self._known: Bits = 0
        self._seated: Bits = 0

    def seated(self, among: Bits) -> Bits:
        """Those `among` a set of held meetings where it has a seat, itself or through a collective."""
        self._seated |= self._held.bits(id_ for id_ in self._held.listed(among & ~self._known) if self.kind(id_) in _SEATED)
        self._known |= among
        return among & self._seated


@dataclass(frozen=True, slots=True)
class Need:
    """An organisation that a theme needs, and how it sits on each of the theme's homes."""

    organisation: str
    homes: tuple[str, ...]
    """The theme's homes."""
    among: Bits = field(compare=False)
    """The homes as a set of held meetings."""
    seating: OrganisationSeats = field(compare=False)

    @property
    def seats(self) -> Mapping[str, SeatKind]:
        """Home -> how it sits there: made when asked for, since there may be millions."""
        return dict(zip(self.homes, map(self.seating.kind, self.homes), strict=True))

    @property
    def seated(self) -> int:
        """On how many of the homes it has a seat, itself or through a collective."""
        return self.seating.seated(self.among).bit_count()


@dataclass(frozen=True, slots=True)
class CoveredSubject:
    """A theme or a duty, and the meetings that work on it or serve it."""

    id: str
    """The theme's id; the duty as it is written first."""
    name: str
    homes: tuple[str, ...]
    """Held meetings."""
    mentioned: tuple[str, ...]
    """Held meetings that only mention it."""
    waiting: tuple[str, ...]
    """Proposed and suspended meetings that would work on it or serve it."""
    ended: tuple[str, ...]
    by_area: Mapping[str, int]
    """Area without parts -> how many homes cover it."""
    crowded_from: int
    needs: tuple[Need, ...] = ()
    named: bool = False
    """Of a duty: whether the register's settings name it."""

    @property
    def most_in_one_area(self) -> int:
        """How many homes cover one area at most; how many there are, where the register has no areas."""
        return max(self.by_area.values(), default=len(self.homes))

    @property
    def home(self) -> Home:
        """No home, one, several, or so many in one area that it is crowded."""
        if not self.homes:
            return "none"
        if self.most_in_one_area >= self.crowded_from:
            return "crowded"
        return "one" if len(self.homes) == 1 else "several"


@dataclass(frozen=True, slots=True)
class Coverage:
    """Themes and duties against meetings."""

    themes: tuple[CoveredSubject, ...]
    """By name."""
    duties: tuple[CoveredSubject, ...]
    """By name."""
    areas: tuple[str, ...]
    """The areas without parts, by name."""
    without_theme: tuple[str, ...]
    """Held meetings that work on no theme of the register."""
    without_duty: tuple[str, ...]
    """Held meetings that state that they are statutory and name no duty."""
    crowded_from: int


def coverage(register: Register, today: date, crowded_from: int = CROWDED, works: WorkIndex | None = None) -> Coverage:
    """How the themes and duties of `register` are covered on the day `today`; `works` is its index of work, where there is one."""
    works = works or work_index(register, today)
    areas = tuple(sorted(register.lowest_areas(), key=lambda id_: (register.area_name(id_).casefold(), id_)))
    finder = _Finder(works, areas, crowded_from)
    themes = tuple(finder.theme(id_) for id_ in sorted(register.themes, key=lambda id_: (register.themes[id_].name.casefold(), id_)))
    duties: dict[str, str] = {}
    for duty in (*register.settings.duties, *(duty for meeting in register.meetings.values() for duty in meeting.duties)):
        duties.setdefault(fold(duty), duty)
    held = [meeting for meeting in register.meetings.values() if meeting.is_held]
    idle = {meeting.id for meeting in held}
    for theme in themes:
        if not idle:  # the first of thousands of themes may have them all
            break
        idle.difference_update(theme.homes)
    return Coverage(
        themes,
        tuple(finder.duty(duty) for _, duty in sorted(duties.items())),
        areas,
        tuple(meeting.id for meeting in held if meeting.id in idle),
        tuple(meeting.id for meeting in held if meeting.statutory is True),
        crowded_from,
    )


@dataclass(frozen=True)
class _Finder:
    """Looks for the meetings that work on a theme or serve a duty."""

    works: WorkIndex
    areas: tuple[str, ...]
    crowded_from: int

    @property
    def register(self) -> Register:
        return self.works.register

    def theme(self, id_: str) -> CoveredSubject:
        """How the theme `id_` is covered."""
        theme, name = self.register.themes[id_], self.works.topics.name(theme_topic(id_))
        return self._subject(id_, theme.name, self.works.on(name), self.works.mentioning(name), theme.needs)

    def duty(self, duty: str) -> CoveredSubject:
        """How the duty is covered."""
        serving = self.works.by_title(self.works.serving(duty))
        return self._subject(duty, duty, serving, named=fold(duty) in self._in_settings)

    def _subject(
        self,
        id_: str,
        name: str,
        working: Sequence[str],
        mentioning: Sequence[str] = (),
        needs: Sequence[str] = (),
        *,
        named: bool = False,
    ) -> CoveredSubject:
        """How the subject is covered, on which meetings are `working`, and that others are `mentioning`, both by title."""
        held, waiting, ended = self._by_state
        homes = tuple(filter(held.__contains__, working))
        others = list(filterfalse(held.__contains__, working)) if len(homes) < len(working) else []
        among = self._held.bits(homes) if needs else 0
        by_area = self.works.area_sets.counted(map(self._held.areas.__getitem__, homes), self.areas)
        return CoveredSubject(
            id_,
            name,
            homes,
            tuple(filterfalse(frozenset(homes).__contains__, filter(held.__contains__, mentioning))),
            tuple(filter(waiting.__contains__, others)),
            tuple(filter(ended.__contains__, others)),
            by_area,
            self.crowded_from,
            tuple(Need(one, homes, among, self._seating(one)) for one in needs),
            named,
        )

    @cached_property
    def _by_state(self) -> tuple[set[str], set[str], set[str]]:
        """The meetings that are held, those that are proposed or suspended, and those that have ended."""
        states: tuple[set[str], set[str], set[str]] = (set(), set(), set())
        for meeting in self.register.meetings.values():
            states[0 if meeting.is_held else 1 if meeting.live else 2].add(meeting.id)
        return states

    @cached_property
    def _in_settings(self) -> AbstractSet[str]:
        return {fold(duty) for duty in self.register.settings.duties}

    @cached_property
    def _held(self) -> HeldMeetings:
        """The meetings that are held, and where."""
        return held_meetings({id_: self.works.where(id_) for id_ in self._by_state[0]})

    @cached_property
    def _seating(self) -> Callable[[str], OrganisationSeats]:
        """For an organisation, how it sits on meetings now."""
        below, collectives, members = map(cache, (self.register.organisations_below, self._collectives_with, self.register.members_of))

        @cache
        def seating(organisation: str) -> OrganisationSeats:
            def kind(id_: str) -> SeatKind:
                core, invited = self._seated(id_)
                if below(organisation) & core:
                    return "seat"
                if collectives(organisation) & core:
                    return "through"
                if members(organisation) & core:
                    return "members"
                if below(organisation) & invited:
                    return "invited"
                return "none" if core or invited else "not-recorded"

            return OrganisationSeats(kind, self._held)

        return seating

    def _collectives_with(self, organisation: str) -> frozenset[str]:
        return self.register.collectives_with(self.register.organisations_below(organisation))

    @cached_property
    def _seated(self) -> Callable[[str], tuple[frozenset[str], frozenset[str]]]:
        """For a meeting's id, the organisations with a core seat now, and those invited: each theme asks for all that it needs."""

        @cache
        def seated(id_: str) -> tuple[frozenset[str], frozenset[str]]:
            core, invited = (frozenset(self._sitting(id_, core=core)) for core in (True, False))
            return core, invited

        return seated

    def _sitting(self, id_: str, *, core: bool) -> Iterator[str]:
        """The organisations that have a seat on a meeting now, as core members or by invitation."""
        for seat in self.register.meetings[id_].seats:
            roles = tuple(role for _, role in seat.roles if role.is_core == core)
            if seat.organisation is not None and roles and tenure_of_seat(roles, self.works.today) == "current":
                yield seat.organisation
