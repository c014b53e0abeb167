"""What a register records or says between two meetings: reports, links, who took whose place, who is named by whom."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from govreg.analysis.duplicates.mentions import Mention
from govreg.analysis.duplicates.pairs import IdPair, pair_of
from govreg.analysis.succession import Succession, successions
from govreg.model.meeting import Meeting
from govreg.model.register import Register


@dataclass(frozen=True)
class Relations:
    """What entries record or say of pairs of meetings."""

    reports: frozenset[IdPair]
    seated: frozenset[IdPair]
    """Pairs of which one is a member of the other."""
    linked: frozenset[IdPair]
    followed: Mapping[IdPair, Succession]
    """Pairs of which one is recorded to take the other's place, and both are live."""
    settled: frozenset[IdPair]
    """Pairs of which the predecessor has ended."""
    mentions: Mapping[IdPair, Mention]

    @cached_property
    def related(self) -> frozenset[IdPair]:
        """All pairs that anything is recorded or said of."""
        return self.reports.union(self.seated, self.linked, self.followed, self.settled, self.mentions)


def relations(register: Register, meetings: Iterable[Meeting], mentions: Mapping[IdPair, Mention]) -> Relations:
    """What the entries of `meetings` record of each other, beside the `mentions` in their texts."""
    known = {meeting.id: meeting for meeting in meetings}
    followed: dict[IdPair, Succession] = {}
    settled: set[IdPair] = set()
    for one in successions(register):
        pair = pair_of(one.before, one.after)
        if not (one.before in known and one.after in known):
            continue
        if known[one.before].live:
            followed.setdefault(pair, one)
        else:
            settled.add(pair)
    return Relations(
        reports=frozenset(
            pair_of(one.id, above) for one in known.values() for above in one.reports_to if above in known and above != one.id
        ),
        seated=frozenset(
            pair_of(one.id, seat.meeting)
            for one in known.values()
            for seat in one.participants
            if seat.meeting in known and seat.meeting != one.id
        ),
        linked=frozenset(pair_of(one.id, other) for one in known.values() for other in one.links_to if other in known and other != one.id),
        followed={pair: succession for pair, succession in followed.items() if pair not in settled},
        settled=frozenset(settled),
        mentions=mentions,
    )
