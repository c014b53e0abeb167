"""Checks whether the meetings that are due to take on work record it: its themes, words, seats, duties and areas."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import accumulate
from typing import Literal

from govreg.analysis.bits import union
from govreg.analysis.whatif.comparison import ScenarioComparison
from govreg.analysis.whatif.seating import seat_places
from govreg.analysis.whatif.work_index import WorkIndex
from govreg.model.location import Location, in_meeting
from govreg.model.meeting import Meeting

WorkItemType = Literal["duty", "theme", "line", "seat", "area"]
OPEN = ("purpose", "focus", "participants", "frequency", "lead")
"""The keys that an entry must have before it can be known whether the rest of its work is taken up."""

MOST_COMPARED = 200_000
"""How often an item of work is looked for in a receiver's entry: a thousand meetings that merge into a thousand would take millions."""


@dataclass(frozen=True, slots=True)
class CoveredBy:
    """That a receiver's entry records something, and where."""

    by: str
    place: Location | None


@dataclass(frozen=True, slots=True)
class WorkItem:
    """Something that a meeting does or has, and which of its receivers record it."""

    type: WorkItemType
    what: str
    """The duty, the theme, the line or the organisation; empty for the areas."""
    place: Location | None
    covered_by: tuple[CoveredBy, ...] = ()
    mentioned: tuple[CoveredBy, ...] = ()
    """Receivers that only mention it."""
    planned: tuple[CoveredBy, ...] = ()
    """Receivers that a review recommends should take it in; they don't yet."""
    areas: tuple[str, ...] = ()
    """Areas that none of those who record it covers."""
    missing: tuple[str, ...] = ()
    """Of a line: the words that no receiver says."""

    @property
    def covered(self) -> bool:
        """Whether all of it is recorded there."""
        return bool(self.covered_by) and not self.areas and not self.missing


SeatPlaces = Callable[[str], Mapping[str, Location]]
"""Where the entry of a meeting gives each organisation its seat."""


@dataclass(frozen=True)
class WorkTransfer:
    """The claim that a meeting's work is taken up elsewhere, and what the register shows of it: looked up when it is asked for.

    There may be thousands of claims, of which a report for people shows the first.
    """

    meeting: str
    into: tuple[str, ...]
    comparison: ScenarioComparison = field(repr=False)
    places: SeatPlaces = field(repr=False)

    @cached_property
    def items(self) -> tuple[WorkItem, ...]:
        """What the meeting does or has; what its receivers don't record comes first."""
        works, meeting, receivers = self.comparison.works, self._entry, self.into
        found = (
            *_duties(works, meeting, receivers),
            *_themes(works, meeting, receivers),
            *_lines(self.comparison, meeting, receivers),
            *_seats(self.comparison, meeting, receivers, self.places),
            *_areas(works, meeting, receivers),
        )
        return tuple(sorted(found, key=lambda item: item.covered))

    @property
    def comparisons(self) -> int:
        """About how many times an item is looked for in a receiver's entry; each entry counts as one more."""
        works, meeting = self.comparison.works, self._entry
        items = len(meeting.duties) + len(works.by_id[meeting.id].topics) + len(works.lines(meeting.id)) + len(meeting.senders)
        return (items + 1) * len(self.into)

    @property
    def too_general(self) -> tuple[tuple[str, Location], ...]:
        """Lines that show no theme and have only general words, so that nothing can be looked for."""
        lines = self.comparison.works.lines(self.meeting)
        return tuple((line.text, in_meeting(self.meeting, *line.path)) for line in lines if not line.shows and not line.words)

    @property
    def unsaid(self) -> tuple[str, ...]:
        """Keys that the entry leaves out, so that it can't be known."""
        meeting = self._entry
        return tuple(key for key in OPEN if (key == "lead" and meeting.lead == "not-stated") or not getattr(meeting, key))

    @property
    def _entry(self) -> Meeting:
        return self.comparison.before.meetings[self.meeting]


@dataclass(frozen=True, slots=True)
class WorkTransfers:
    """The claims of a scenario that work is taken up elsewhere, by the id of the meeting whose work it is."""

    compared: tuple[WorkTransfer, ...]
    """The first of them: as many as come to no more than `MOST_COMPARED` comparisons."""
    left_out: int
    """How many others there are."""


def work_transfers(comparison: ScenarioComparison) -> WorkTransfers:
    """Each claim of the scenario that a meeting's work is taken up elsewhere."""
    places = cache(lambda id_: seat_places(comparison.after.meetings[id_]))  # a meeting may take on the work of hundreds
    claims = ((id_, comparison.receivers(id_)) for id_ in sorted(comparison.scenario.stopping))
    found = tuple(WorkTransfer(id_, receivers, comparison, places) for id_, receivers in claims if receivers)
    compared = bisect_right(list(accumulate(claim.comparisons for claim in found)), MOST_COMPARED)
    return WorkTransfers(found[:compared], len(found) - compared)


def _duties(works: WorkIndex, meeting: Meeting, receivers: tuple[str, ...]) -> Iterator[WorkItem]:
    for duty in meeting.duties:
        held = tuple(CoveredBy(id_, in_meeting(id_, "statutory")) for id_ in receivers if id_ in works.serving(duty))
        yield WorkItem("duty", duty, in_meeting(meeting.id, "statutory"), held, areas=_left(works, meeting, held))


def _themes(works: WorkIndex, meeting: Meeting, receivers: tuple[str, ...]) -> Iterator[WorkItem]:
    for subject in works.subjects(meeting.id):
        held = tuple(CoveredBy(id_, works.place(id_, subject)) for id_ in receivers if works.works_on(id_, subject))
        holders = {one.by for one in held}
        planned = tuple(CoveredBy(id_, place) for id_ in receivers if id_ not in holders for place in _recommended(works, id_, subject))
        mentioned = tuple(CoveredBy(id_, works.place(id_, subject)) for id_ in receivers if works.mentions(id_, subject))
        yield WorkItem("theme", subject, works.place(meeting.id, subject), held, mentioned, planned, _left(works, meeting, held))


def _recommended(works: WorkIndex, id_: str, subject: str) -> Iterator[Location]:
    """Where the latest review of a meeting recommends a change whose words show `subject`."""
    reviews = works.register.meetings[id_].review
    if reviews and reviews[-1].change:
        path = ("review", len(reviews) - 1, "change")
        shown = works.topics.analyse(path, reviews[-1].change).shown
        if subject in map(works.topics.name, shown):
            yield in_meeting(id_, *path)


def _lines(comparison: ScenarioComparison, meeting: Meeting, receivers: tuple[str, ...]) -> Iterator[WorkItem]:
    """The words of each line: which receivers say any of them, and the words that none says."""
    works, among = comparison.works, comparison.held_set.bits(receivers)
    for line in works.lines(meeting.id):
        if line.words:
            saying = {stem: comparison.saying(stem) & among for stem in line.words}
            ids = frozenset(comparison.held_set.listed(union(saying.values())))
            found = [works.found(id_, line.words) for id_ in receivers if id_ in ids]
            held = tuple(CoveredBy(one.meeting, one.place) for one in found if one is not None)
            missing = tuple(word for stem, word in line.words.items() if not saying[stem])
            yield WorkItem("line", line.text, in_meeting(meeting.id, *line.path), held, missing=missing)


def _seats(comparison: ScenarioComparison, meeting: Meeting, receivers: tuple[str, ...], places: SeatPlaces) -> Iterator[WorkItem]:
    for seat in meeting.seats:
        if seat.is_core and seat.organisation is not None:
            held = tuple(
                CoveredBy(id_, places(id_).get(seat.organisation, in_meeting(id_, "participants")))  # the list: through a collective
                for id_ in receivers
                if comparison.sits.has_seat(seat.organisation, id_)
            )
            yield WorkItem("seat", seat.organisation, in_meeting(meeting.id, *seat.path), held)


def _areas(works: WorkIndex, meeting: Meeting, receivers: tuple[str, ...]) -> Iterator[WorkItem]:
    left = works.left(meeting.id, receivers)
    if left:
        place = in_meeting(meeting.id, "areas") if meeting.areas else None
        yield WorkItem("area", "", place, areas=works.area_sets.listed(left))


def _left(works: WorkIndex, meeting: Meeting, held: tuple[CoveredBy, ...]) -> tuple[str, ...]:
    """The areas of `meeting` that none of those who hold something covers; none where nobody holds it."""
    return works.area_sets.listed(works.left(meeting.id, (one.by for one in held))) if held else ()
