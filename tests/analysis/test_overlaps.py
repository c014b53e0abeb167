"""Who sits on what, counted exactly: the counts agree with a plain count over every pair and every seat."""

from collections.abc import Iterable
from fractions import Fraction
from itertools import combinations
from math import isclose, log
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from building import a_meeting, a_register
from conftest import examples
from govreg.analysis import overlaps as module
from govreg.analysis.overlaps import Common, Overlap, overlaps, pairs_in_common
from govreg.analysis.shared_seats import SharedSeats
from govreg.model.names import fold
from govreg.model.register import Register

ORGANISATIONS = {"a": {}, "b": {}, "c": {}, "d": {}, "all": {"members": ["a", "b", "inner"]}, "inner": {"members": ["c"]}}
MEMBERS = {"all": {"a", "b", "c", "inner"}, "inner": {"c"}}


def register_of(*seats: list[Any], **keys: Any) -> Register:
    meetings = [a_meeting(f"m{index}", participants=list(given_seats), **keys) for index, given_seats in enumerate(seats)]
    return a_register(*meetings, organisations=ORGANISATIONS)


def only(register: Register, by: Any = "organisation") -> Overlap:
    (found,) = overlaps(register, register.meetings.values(), by).pairs
    return found


def test_a_seat_counts_once_however_many_roles_it_has() -> None:
    found = only(register_of([{"organisation": "a", "role": "ACC"}, {"organisation": "a", "role": "Chief"}, "b"], ["a", "c"]))

    assert [seat.organisation for seat in found.shared] == ["a"]
    assert found.jaccard == 1 / 3


def test_rare_seats_weigh_more() -> None:
    register = register_of(["a", "b"], ["a", "b"], ["a"], ["d"])
    found = {(pair.a, pair.b): pair for pair in overlaps(register, register.meetings.values()).pairs}

    assert isclose(found["m0", "m1"].weight, log(4 / 3) + log(4 / 2))
    assert isclose(found["m0", "m2"].weight, log(4 / 3))


def test_invited_members_have_no_seat() -> None:
    for attendance in ("by-invitation", "agenda-led", "observer"):
        found = only(register_of(["a", {"organisation": "b", "attendance": attendance}], ["a", "b"]))

        assert [seat.organisation for seat in found.shared] == ["a"]
        assert [seat.organisation for seat in found.invited] == ["b"]


def test_members_shared_only_through_a_collective_are_listed_apart() -> None:
    found = only(register_of(["all"], ["c"]))

    assert (found.shared, found.shared_through, found.jaccard) == ((), ("c",), 0.0)


def test_a_collective_on_both_counts_as_itself() -> None:
    found = only(register_of(["all"], ["all"]))

    assert [seat.organisation for seat in found.shared] == ["all"]
    assert found.shared_through == ()


def test_a_lead_that_is_not_a_participant_has_no_seat() -> None:
    register = a_register(a_meeting("m0", lead="a"), a_meeting("m1", lead="a", chair="a", support=["b"]))

    assert overlaps(register, register.meetings.values()).pairs == ()


def test_meetings_that_send_someone_have_a_seat() -> None:
    assert [seat.meeting for seat in only(register_of([{"meeting": "x"}], [{"meeting": "x"}, "a"])).shared] == ["x"]


def test_roles_and_people_are_counted_within_their_organisation() -> None:
    one = [{"organisation": "a", "role": "ACC", "person": "P Smith"}, {"organisation": "b", "role": "Chair"}]
    other = [{"organisation": "a", "role": "ACC"}, {"organisation": "c", "role": "Chair", "person": "P Smith"}]
    by_role, by_person = only(register_of(one, other), "role"), only(register_of(one, other), "person")

    assert [(seat.organisation, seat.role, seat.person) for seat in by_role.shared] == [("a", "ACC", None)]
    assert [(seat.organisation, seat.role, seat.person) for seat in by_person.shared] == [(None, None, "P Smith")]


def test_the_chair_has_a_seat_a_role_and_a_name() -> None:
    chair = {"organisation": "a", "role": "Mayor", "person": "P Smith"}
    register = a_register(
        a_meeting("m0", chair=chair),
        a_meeting("m1", participants=[chair]),
        a_meeting("m2", chair={"role": "Mayor"}),
        organisations=ORGANISATIONS,
    )

    assert [seat.organisation for seat in only(register).shared] == ["a"]
    assert [(seat.organisation, seat.role) for seat in only(register, "role").shared] == [("a", "Mayor")]
    assert [seat.person for seat in only(register, "person").shared] == ["P Smith"]


def test_who_sits_on_most_comes_first_with_what_it_comes_to() -> None:
    register = register_of(["a", "b"], ["a"], ["c"], frequency="Quarterly")
    found = overlaps(register, register.meetings.values()).participants

    assert (found[0].id, found[0].meetings, found[0].a_year.per_year) == ("a", ("m0", "m1"), 8)


SEATS = st.lists(
    st.fixed_dictionaries(
        {"organisation": st.sampled_from(sorted(ORGANISATIONS))},
        optional={
            "role": st.sampled_from(["ACC", "Chair"]),
            "attendance": st.sampled_from(["member", "chair", "observer", "by-invitation"]),
        },
    ),
    max_size=4,
)


@examples(Fraction(1, 2))
@given(st.lists(SEATS, min_size=2, max_size=6))
def test_the_counts_agree_with_a_plain_count(seats: list[list[dict[str, str]]]) -> None:
    register = register_of(*seats)
    found = {(pair.a, pair.b): pair for pair in overlaps(register, register.meetings.values()).pairs}
    core = [{seat["organisation"] for seat in one if seat.get("attendance", "member") in ("member", "chair")} for one in seats]
    everyone = [{seat["organisation"] for seat in one} for one in seats]
    for one, other in combinations(range(len(seats)), 2):
        pair = found.get((f"m{one}", f"m{other}"))
        shared = core[one] & core[other]
        invited = (everyone[one] & everyone[other]) - shared
        through = _whole(core[one]) & _whole(core[other]) - shared - {member for seat in shared for member in MEMBERS.get(seat, ())}
        if pair is None:
            assert not shared | invited | through
            continue
        assert {seat.organisation for seat in pair.shared} == shared
        assert {seat.organisation for seat in pair.invited} == invited
        assert set(pair.shared_through) == through
        assert pair.jaccard == (len(shared) / len(core[one] | core[other]) if core[one] | core[other] else 0.0)
        assert isclose(pair.weight, sum(log(len(seats) / sum(seat in table for table in core)) for seat in shared), abs_tol=1e-12)


FEW_SEATS = st.lists(st.sampled_from(("a", "b", "c", "all", "inner")), max_size=4, unique=True)


@given(st.lists(FEW_SEATS, min_size=2, max_size=9), st.integers(0, 3), st.integers(1, 40))
def test_the_first_pairs_are_those_that_fit_and_all_are_counted(seats: list[list[str]], fewest: int, most: int) -> None:
    register = register_of(*seats)
    every = overlaps(register, register.meetings.values()).pairs
    found = pairs_in_common(register, register.meetings.values(), fewest=fewest, most=most)
    wanted = [pair for pair in every if len(pair.shared) >= fewest]
    named = [1 + len(pair.shared) + len(pair.shared_through) + len(pair.invited) for pair in wanted]

    assert [*every] == sorted(every, key=lambda pair: (-pair.weight, -pair.jaccard, pair.a, pair.b))
    assert all(pair.a < pair.b for pair in every)
    assert sum(named[: len(found.pairs)]) <= most
    assert len(found.pairs) == len(wanted) or sum(named[: len(found.pairs) + 1]) > most
    assert _rank(found.pairs) == _rank(wanted[: len(found.pairs)])
    assert (found.counts.total, found.left_out) == (len(every), len(every) - len(found.pairs))
    assert found.counts.close == sum(len(pair.shared) > 1 for pair in every)


def _rank(pairs: Iterable[Overlap]) -> list[tuple[float, float]]:
    return [(round(pair.weight, 6), pair.jaccard) for pair in pairs]


@given(st.lists(SEATS, min_size=2, max_size=6), st.integers(0, 5))
def test_the_pairs_of_one_meeting_are_those_of_all_pairs_that_it_is_in(seats: list[list[dict[str, str]]], number: int) -> None:
    register = register_of(*seats)
    one = f"m{min(number, len(seats) - 1)}"
    every = overlaps(register, register.meetings.values()).pairs
    found = pairs_in_common(register, register.meetings.values(), of=one)

    assert found.pairs == tuple(pair for pair in every if one in (pair.a, pair.b))
    assert found.left_out == 0


def test_of_many_pairs_few_are_looked_at_closely(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []

    def counted(a: str, b: str, common: Common) -> Overlap:
        made.append(a)
        return Overlap(a, b, common)

    monkeypatch.setattr(module, "Overlap", counted)
    register = register_of(*[["a", "b"]] * 50, *[["a", "b", "d"]] * 50)
    found = pairs_in_common(register, register.meetings.values(), most=60)

    assert found.counts.total == 100 * 99 // 2
    assert len(found.pairs) == len(made) == 60 // 4


def _whole(organisations: set[str]) -> set[str]:
    return organisations | {member for one in organisations for member in MEMBERS.get(one, ())}


def test_pairs_with_the_same_seats_share_one_value() -> None:
    register = register_of(*[["a", "b"]] * 40)

    pairs = overlaps(register, register.meetings.values()).pairs

    assert [(pair.a, pair.b) for pair in pairs] == sorted(combinations(sorted(register.meetings), 2))
    assert len({id(pair.common) for pair in pairs}) == 1


def test_only_seats_that_two_meetings_have_are_put_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    everybody = [f"many-{number}" for number in range(50)]
    organisations: dict[str, Any] = {id_: {} for id_ in (*everybody, "other")}
    register = a_register(
        a_meeting("m", participants=everybody), a_meeting("n", participants=["many-7", "many-3", "other"]), organisations=organisations
    )
    asked: list[str] = []

    def counted(text: str) -> str:
        asked.append(text)
        return fold(text)

    monkeypatch.setattr(module, "fold", counted)
    (pair,) = pairs_in_common(register, register.meetings.values()).pairs

    assert {*asked} == {"", "many-3", "many-7"}
    assert ([seat.organisation for seat in pair.shared], pair.jaccard) == (["many-3", "many-7"], 2 / 51)


def test_of_pairs_that_are_not_shown_nothing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    meetings = (a_meeting(f"m{number}", participants=["a", "b"][: number + 1]) for number in range(30))
    register = a_register(*meetings, organisations={"a": {}, "b": {}})
    every = pairs_in_common(register, register.meetings.values())
    monkeypatch.delattr(SharedSeats, "through")
    monkeypatch.setattr(SharedSeats, "between", lambda *_: (0, 0, 0, 0))

    assert [(pair.a, pair.b) for pair in pairs_in_common(register, register.meetings.values(), first=3).pairs] == [
        (pair.a, pair.b) for pair in every.pairs[:3]
    ]


def test_who_only_one_meeting_has_a_seat_for_is_shared_through_a_collective_of_another() -> None:
    register = a_register(
        a_meeting("m", participants=["a", "x"]),
        a_meeting("n", participants=["all"]),
        organisations={"a": {}, "x": {}, "all": {"members": ["a"]}},
    )
    found = pairs_in_common(register, register.meetings.values())

    assert [(pair.shared, pair.shared_through) for pair in found.pairs] == [((), ("a",))]
