"""Workstreams that are run in several rooms: a theme, a subject or an item of work, and every live meeting that does it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from govreg.analysis.duplicates.comparison import EXCLUDED_KINDS, Comparison
from govreg.analysis.duplicates.names import name_of
from govreg.analysis.duplicates.profile import Profile
from govreg.model.location import KeyPath


@dataclass(frozen=True, slots=True)
class Occurrence:
    """That a meeting works on something, and where its entry says so."""

    meeting: str
    path: KeyPath


@dataclass(frozen=True, slots=True)
class Workstream:
    """A piece of work, the meetings that do it, and who has a seat on more than one of them."""

    topic: str
    occurrences: tuple[Occurrence, ...]
    sits: tuple[tuple[str, int], ...]
    """Seats (`organisation:id` or `meeting:id`) with the number of these meetings that they are on, the most first."""

    @property
    def meetings(self) -> tuple[str, ...]:
        """The ids of the meetings."""
        return tuple(doing.meeting for doing in self.occurrences)


def workstreams(comparison: Comparison) -> tuple[Workstream, ...]:
    """The work that two or more live meetings do, the most crowded first; meetings about persons or of one day are left out."""
    working: dict[str, dict[str, KeyPath]] = defaultdict(dict)
    for id_, profile in comparison.by_id.items():
        if profile.meeting.live and profile.meeting.kind not in EXCLUDED_KINDS:
            for topic, path in _works_on(comparison, profile):
                working[topic].setdefault(id_, path)
    found = (_workstream(comparison, topic, paths) for topic, paths in _of_several(working).items())
    return tuple(sorted(found, key=lambda one: (-len(one.occurrences), one.topic)))


def _works_on(comparison: Comparison, profile: Profile) -> Iterator[tuple[str, KeyPath]]:
    """What a meeting works on, by name, and where that shows first."""
    for topic, path in profile.places.items():
        yield comparison.topics.name(topic), path
    for analysed in comparison.topics.texts(profile.meeting):
        if analysed.path[0] == "focus" and name_of(analysed):
            index = int(analysed.path[1])
            yield " ".join(profile.meeting.focus[index].text.casefold().split()), ("focus", index, "text")


def _of_several(working: Mapping[str, Mapping[str, KeyPath]]) -> Mapping[str, Mapping[str, KeyPath]]:
    """The work of several meetings; of names of one and the same meetings, where one holds the other, only the longer."""
    crowded = {topic: paths for topic, paths in working.items() if len(paths) > 1}
    by_meetings: dict[frozenset[str], list[str]] = defaultdict(list)
    for topic, paths in crowded.items():
        by_meetings[frozenset(paths)].append(topic)
    return {
        topic: crowded[topic]
        for topics in by_meetings.values()
        for topic in topics
        if not any(topic in other and topic != other for other in topics)
    }


def _workstream(comparison: Comparison, topic: str, paths: Mapping[str, KeyPath]) -> Workstream:
    meetings = comparison.register.meetings
    ordered = sorted(paths, key=lambda id_: (meetings[id_].areas, meetings[id_].title, id_))
    return Workstream(topic, tuple(Occurrence(id_, paths[id_]) for id_ in ordered), tuple(_sits(comparison, ordered)))


def _sits(comparison: Comparison, ids: Iterable[str]) -> Iterator[tuple[str, int]]:
    counted = Counter(seat for id_ in ids for seat in comparison.by_id[id_].seats)
    yield from sorted(((seat, count) for seat, count in counted.items() if count > 1), key=lambda one: (-one[1], one[0]))
