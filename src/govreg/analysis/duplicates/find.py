"""Find duplicated workstreams: pairs of meetings by falling score, and topics that several meetings work on."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations

from govreg.analysis.duplicates.candidates import candidates
from govreg.analysis.duplicates.profile import Profiles, profiles
from govreg.analysis.duplicates.ties import Ties, ties
from govreg.analysis.duplicates.weigh import Weighed, weigh
from govreg.model.register import Register

ASIDE = frozenset(("case-conference", "one-off"))
"""Kinds of meeting that are held against no other unless asked for: they are about persons, or over in a day."""

EXHAUSTIVE = 2_000
"""Up to how many meetings every pair is weighed where every pair is asked for."""


@dataclass(frozen=True)
class Comparison:
    """A register made ready to compare its meetings with each other."""

    known: Profiles
    ties: Ties

    def weigh(self, a: str, b: str) -> Weighed:
        """What each signal says of two meetings."""
        return weigh(a, b, self.known, self.ties)

    def pairs(self) -> tuple[Weighed, ...]:
        """The pairs that have anything rare in common, by falling score."""
        return self._weighed(candidates(self.known, self.ties))

    def every_pair(self) -> tuple[Weighed, ...]:
        """Every pair that any signal says something of, by falling score; of a very large register only as `pairs`."""
        if len(self.known.by_id) > EXHAUSTIVE:
            return self.pairs()
        return self._weighed(set(combinations(sorted(self.known.by_id), 2)))

    def workstreams(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The topics that two or more live meetings work on, with these meetings, the most crowded first."""
        working: dict[str, set[str]] = defaultdict(set)
        for id_, profile in self.known.by_id.items():
            if profile.meeting.live:
                for topic in profile.topics:
                    working[self.known.topics.name(topic)].add(id_)
        crowded = ((topic, tuple(sorted(ids))) for topic, ids in working.items() if len(ids) > 1)
        return tuple(sorted(crowded, key=lambda found: (-len(found[1]), found[0])))

    def _weighed(self, pairs: set[tuple[str, str]]) -> tuple[Weighed, ...]:
        found = (self.weigh(a, b) for a, b in pairs)
        return tuple(sorted((pair for pair in found if pair.parts), key=lambda pair: (-pair.total, pair.a, pair.b)))


def compare(register: Register) -> Comparison:
    """Make `register` ready to compare its meetings: all of them, so that a pair's sum is the same whatever is asked."""
    meetings = list(register.meetings.values())
    return Comparison(profiles(register, meetings), ties(register, meetings))
