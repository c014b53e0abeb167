"""What every two meetings share is counted with sets of places, and the weight of all pairs of a meeting added up at once."""

from collections.abc import Iterable
from itertools import combinations
from math import log
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreg.analysis import shared_seats as module
from govreg.analysis.bits import Bits, inverted, places_of, union
from govreg.analysis.shared_seats import MeetingSeats, PairCounts, RankedPair, SharedSeats

SETS = st.lists(st.integers(0, 2**12 - 1), min_size=1, max_size=40)


def of(*cores: int) -> SharedSeats:
    sits = inverted(cores)
    weights = [log(len(cores) / len(list(places_of(sits[place])))) if place in sits else 0.0 for place in range(12)]
    return SharedSeats([MeetingSeats(core, core, 0, 0) for core in cores], weights, {})


@given(SETS)
def test_seats_of_many_meetings_and_of_few_add_up_to_the_weight_of_a_pair(cores: list[int]) -> None:
    shared = of(*cores)
    pairs, counts = shared.ranked()

    assert {(pair.a, pair.b) for pair in pairs} == {(a, b) for a, b in combinations(range(len(cores)), 2) if cores[a] & cores[b]}
    assert len(pairs) == counts.total == counts.sitting
    for pair in pairs:
        weight = sum(shared.weights[place] for place in places_of(cores[pair.a] & cores[pair.b]))
        assert abs(-pair.less_weight / 2**40 - weight) < 1e-9


@given(SETS, st.integers(0, 60))
def test_the_pairs_that_fit_are_the_first_of_all(cores: list[int], most: int) -> None:
    every, counted = of(*cores).ranked()
    some, counts = of(*cores).ranked(most=most)

    assert every == sorted(every)
    assert (some, counts) == (_fitting(every, most), counted)


@given(SETS, st.integers(1, 60))
def test_so_many_pairs_are_the_first_of_all(cores: list[int], first: int) -> None:
    every, counted = of(*cores).ranked()
    some, counts = of(*cores).ranked(first=first)

    assert ([one[:4] for one in some], counts) == ([one[:4] for one in every[:first]], counted)


MEETINGS = st.builds(
    lambda core, invited, direct, through, alone: MeetingSeats(core, core | invited, direct, direct | through, alone),
    *(st.integers(0, 2**5 - 1) for _ in range(4)),
    st.integers(0, 1),
)


@given(meetings=st.lists(MEETINGS, min_size=1, max_size=12), fewest=st.integers(0, 3), of_first=st.booleans())
def test_pairs_are_counted_by_what_they_share_and_listed_from_so_many_seats_on(
    *, meetings: list[MeetingSeats], fewest: int, of_first: bool
) -> None:
    shared = SharedSeats(meetings, [log(2)] * 5, {})
    among = [(0, b) for b in range(1, len(meetings))] if of_first else [*combinations(range(len(meetings)), 2)]
    pairs, counts = shared.ranked(0 if of_first else None, fewest=fewest)

    both = [(meetings[a], meetings[b]) for a, b in among]
    seats = [(one.core & other.core).bit_count() for one, other in both]
    reached = [bool(one.reached & other.reached) for one, other in both]
    attending = [bool(one.attending & other.attending) for one, other in both]
    assert counts == PairCounts(
        sitting=sum(number > 0 or there for number, there in zip(seats, reached, strict=True)),
        through=sum(number == 0 and there for number, there in zip(seats, reached, strict=True)),
        close=sum(number > 1 for number in seats),
        single=sum(number == one.size == other.size == 1 for number, (one, other) in zip(seats, both, strict=True)),
        invited=sum(number == 0 and not there and come for number, there, come in zip(seats, reached, attending, strict=True)),
    )
    sharing = (number or there or come for number, there, come in zip(seats, reached, attending, strict=True))
    assert sorted((pair.a, pair.b) for pair in pairs) == [
        pair for pair, number, any_ in zip(among, seats, sharing, strict=True) if any_ and number >= fewest
    ]


def _fitting(pairs: list[RankedPair], most: int) -> list[RankedPair]:
    found: list[RankedPair] = []
    for pair in pairs:
        if sum(1 + one.named for one in (*found, pair)) > most:
            break
        found.append(pair)
    return found


def test_a_pair_with_one_seat_each_is_counted_as_such() -> None:
    _, counts = of(0b1, 0b1, 0b11, 0b11).ranked()

    assert (counts.single, counts.close, counts.sitting, counts.total) == (1, 1, 6, 6)


def test_who_is_reached_through_a_collective_that_sits_on_both_is_not_counted_again() -> None:
    own, collective = 0b01, 0b10  # organisations: one with a seat of its own, and a collective of which it is a member
    one, other = MeetingSeats(0b1, 0b1, collective, own | collective), MeetingSeats(0b11, 0b11, own | collective, own | collective)
    apart = MeetingSeats(0b10, 0b10, own, own)
    shared = SharedSeats([one, other, apart], [0.0, 0.0], {1: own})

    assert shared.through(one, other) == 0
    assert shared.through(one, apart) == own


def test_seats_of_one_meeting_alone_count_in_the_share_of_a_pair() -> None:
    shared = SharedSeats([MeetingSeats(0b1, 0b1, 0, 0, alone=2), MeetingSeats(0b1, 0b1, 0, 0), MeetingSeats(0b1, 0b1, 0, 0)], [1.0], {})
    pairs, counts = shared.ranked()

    assert {(pair.a, pair.b): -pair.less_overlap for pair in pairs} == {(0, 1): 1 / 3, (0, 2): 1 / 3, (1, 2): 1.0}
    assert counts.single == 1
    assert shared.between(0, 1) == (0b1, 3, 0, 0)


def test_members_of_the_same_collectives_are_looked_at_as_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of two thousand meetings may seat collectives with thousands of members, who have no seat of their own."""
    joined: list[Bits] = []

    def counted(sets: Iterable[Bits]) -> Bits:
        found = list(sets)
        joined.extend(found)
        return union(found)

    monkeypatch.setattr("govreg.analysis.shared_seats.union", counted)
    through = MeetingSeats(0, 0, 0b1, (1 << 500) - 1), MeetingSeats(0, 0, 0b10, (1 << 500) - 1)

    _, counts = SharedSeats(through, [], {}).ranked()
    assert (counts.sitting, counts.through) == (1, 1)
    assert len(joined) == 2


def test_a_meeting_whose_seats_weigh_too_little_is_compared_with_none(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[Bits] = []
    weighing = module._Weighing  # noqa: SLF001 - which meetings are looked at is the point
    with_each = weighing.with_each

    def counted(of_all: Any, core: Bits) -> Any:
        compared.append(core)
        return with_each(of_all, core)

    monkeypatch.setattr(weighing, "with_each", counted)
    pairs, counts = of(*[0b11] * 4, *[0b100] * 40).ranked(first=1)

    assert ([pair[2:4] for pair in pairs], counts.total) == ([(0, 1)], 6 + 780)
    assert compared == [0b11] * 4
