"""A register as it is and as a scenario would leave it, ready to be searched for what would be lost."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from govreg.analysis.bits import Bits, Counts
from govreg.analysis.whatif.area_sets import Areas
from govreg.analysis.whatif.held import HeldMeetings, held_meetings
from govreg.analysis.whatif.scenario import Scenario
from govreg.analysis.whatif.seating import Seating, seating
from govreg.analysis.whatif.work_index import WorkIndex
from govreg.model.meeting import Meeting
from govreg.model.register import Register


@dataclass(frozen=True)
class ScenarioComparison:
    """A register as it is and as it would be, with an index of the work of both."""

    before: Register
    after: Register
    scenario: Scenario
    works: WorkIndex

    @cached_property
    def no_longer_held(self) -> tuple[Meeting, ...]:
        """The meetings that are held and would no longer be."""
        stopping = (self.before.meetings[id_] for id_ in sorted(self.scenario.stopping))
        return tuple(meeting for meeting in stopping if meeting.is_held)

    @cached_property
    def held(self) -> Mapping[str, Meeting]:
        """The meetings that would be held."""
        return {meeting.id: meeting for meeting in self.after.meetings.values() if meeting.is_held}

    @cached_property
    def sits(self) -> Seating:
        """Who would sit where."""
        return seating(self.after, self.held.values())

    @cached_property
    def held_set(self) -> HeldMeetings:
        """The meetings that would be held, for comparing thousands at once."""
        return held_meetings({id_: self.works.where(id_) for id_ in self.held})

    @cached_property
    def within(self) -> Callable[[Areas], Bits]:
        """The meetings that would be held and cover any of some areas, looked for once for each set of areas."""
        return cache(self.held_set.within)

    @cached_property
    def serving(self) -> Callable[[str], Bits]:
        """The meetings that would be held and serve a statutory duty, looked for once for each duty: thousands may end that serve it."""
        return cache(lambda duty: self.held_set.bits(self.works.serving(duty)))

    def counts(self, words: Collection[str]) -> Counts:
        """How many of `words`, different stems, each meeting has that would be held."""
        return Counts(filter(None, map(self._meetings_by_word.get, words)))

    def saying(self, word: str) -> Bits:
        """The meetings that would be held and say the word with the stem `word`."""
        return self._meetings_by_word.get(word, 0)

    @cached_property
    def _meetings_by_word(self) -> Mapping[str, Bits]:
        said: dict[str, Bits] = {}
        for id_, bit in self.held_set.bit.items():
            for stem in self.works.by_id[id_].stems:
                said[stem] = said.get(stem, 0) | bit
        return said

    def receivers(self, id_: str) -> tuple[str, ...]:
        """The meetings that are to take on the work of `id_` and would be held."""
        return self._receivers[id_]

    @cached_property
    def _receivers(self) -> Mapping[str, tuple[str, ...]]:
        held = cache(lambda receivers: tuple(filter(self.held.__contains__, receivers)))  # a thousand meetings may have the same thousand
        return {id_: held(self.scenario.receivers(id_)) for id_ in self.scenario.stopping}
