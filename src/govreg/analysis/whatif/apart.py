"""The organisations that would share no other meeting: of all pairs, those that meet only where a scenario ends a meeting."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from govreg.analysis.bits import Bits, first_places, inverted, places_of, union
from govreg.analysis.collectives import collectives
from govreg.analysis.whatif.comparison import ScenarioComparison
from govreg.analysis.whatif.loss import Loss, LossKind
from govreg.analysis.whatif.seating import seat_places
from govreg.model.meeting import Meeting

MOST_PAIRS = 20_000
"""How many pairs are named: one meeting of 20,000 members has 200 million."""


@dataclass(frozen=True, slots=True)
class Apart:
    """The pairs that would share no other meeting, a loss each, and how many more there are."""

    losses: tuple[Loss, ...]
    left_out: int


def apart(comparison: ScenarioComparison) -> Apart:
    """The organisations that would share no other meeting, by the meeting that ends; an organisation needs none to meet its own parts."""
    losses: list[Loss] = []
    left_out = 0
    pairs = _Pairs(comparison)
    for meeting in comparison.no_longer_held:
        found = list(pairs.new_in(meeting))
        places = seat_places(meeting) if found else {}
        for a, others in found:
            named = [pairs.ids[place] for place in first_places(others, MOST_PAIRS - len(losses))]
            left_out += others.bit_count() - len(named)
            for b in named:
                invited = tuple(sorted(comparison.sits.by_invitation(a, b)))
                losses.append(Loss(LossKind.APART, meeting.id, (a, b), (), invited, places[a]))
    return Apart(tuple(losses), left_out)


class _Pairs:
    """The members of the meetings that end. A bit stands for each, in the order of ids, so that thousands are compared at once."""

    def __init__(self, comparison: ScenarioComparison) -> None:
        self.comparison = comparison
        self.ids = sorted({id_ for meeting in comparison.no_longer_held for id_ in meeting.core_organisations})
        self.bit = {id_: 1 << place for place, id_ in enumerate(self.ids)}
        self.judged = dict.fromkeys(self.ids, 0)
        self.house = self._houses()
        self.together = self._together()

    def new_in(self, meeting: Meeting) -> Iterator[tuple[str, Bits]]:
        """Each member of `meeting`, with those after it that it would meet nowhere else and that no meeting before this one had."""
        members = sorted(meeting.core_organisations)
        after = sum(self.bit[id_] for id_ in members)
        for a in members:
            after ^= self.bit[a]
            others = after & ~self.judged[a]
            self.judged[a] |= after
            others &= ~(self.house[a] | self.together(self.comparison.sits.seated.get(a, 0)))
            if others:
                yield a, others

    def _houses(self) -> dict[str, Bits]:
        """For each organisation, what it is part of and its members, and what has it so: they need no meeting to meet it."""
        register = self.comparison.before
        found = collectives(register, self.ids)
        house = {id_: found.members.get(id_, 0) | found.around.get(id_, 0) for id_ in self.ids}
        for id_ in self.ids:
            for other in register.organisations_above(id_):
                if other in self.bit:
                    house[id_] |= self.bit[other]
                    house[other] |= self.bit[id_]
        return house

    def _together(self) -> Callable[[Bits], Bits]:
        """Who would sit on any of some meetings."""
        sits = self.comparison.sits
        at = inverted(sits.seated.get(id_, 0) for id_ in self.ids)
        return cache(lambda meetings: union(at[place] for place in places_of(meetings)))
