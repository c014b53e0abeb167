"""Which organisations would share no other meeting, found for thousands at once, is what comparing each two of them finds."""

from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from building import TODAY, a_meeting, a_register
from conftest import examples
from counting import reads_of
from govreg.analysis.whatif import apart as module
from govreg.analysis.whatif.apart import apart
from govreg.analysis.whatif.comparison import ScenarioComparison
from govreg.analysis.whatif.result import run_scenario
from govreg.analysis.whatif.scenario import ScenarioOptions, apply_scenario, scenario
from govreg.analysis.whatif.work_index import work_index
from govreg.model.meeting import Meeting

ORGANISATIONS = {
    "a": {},
    "b": {},
    "c": {"part_of": "a"},
    "d": {},
    "e": {},
    "both": {"members": ["a", "b"]},
    "all": {"members": ["both", "e"]},
    "opcc": {},
}
SEATS = st.lists(
    st.fixed_dictionaries(
        {"organisation": st.sampled_from(sorted(ORGANISATIONS))}, optional={"attendance": st.sampled_from(["by-invitation", "observer"])}
    ),
    max_size=6,
    unique_by=lambda seat: seat["organisation"],
)


def comparison(meetings: list[Meeting], ends: int) -> ScenarioComparison:
    """The register with the first of `meetings` ended, as many as `ends`."""
    register = a_register(*meetings, organisations=ORGANISATIONS)
    supposed = scenario(register, ScenarioOptions(ends=tuple(one.id for one in meetings[:ends])))
    return ScenarioComparison(register, apply_scenario(register, supposed), supposed, work_index(register, TODAY))


def one_by_one(of: ScenarioComparison) -> list[tuple[str, tuple[str, str], tuple[str, ...]]]:
    """The same by comparing each pair: the meeting, the pair, and where they meet by invitation."""
    found, judged = [], set()
    for meeting in of.no_longer_held:
        for pair in combinations(sorted(meeting.core_organisations), 2):
            (a, b), register = pair, of.before
            related = any(x in (*register.organisations_above(y), *register.members_of(y)) for x, y in ((a, b), (b, a)))
            if pair not in judged and not related and not of.sits.together(a, b):
                found.append((meeting.id, pair, tuple(sorted(of.sits.by_invitation(a, b)))))
            judged.add(pair)
    return found


@examples(Fraction(1, 2))
@given(st.lists(SEATS, min_size=1, max_size=5), st.integers(1, 5))
def test_the_pairs_are_those_that_comparing_each_two_finds(seats: list[list[dict[str, str]]], ends: int) -> None:
    of = comparison([a_meeting(f"m{number}", participants=who) for number, who in enumerate(seats)], ends)

    found = apart(of)

    assert [(loss.meeting, loss.about, loss.others) for loss in found.losses] == one_by_one(of)
    assert found.left_out == 0


@pytest.mark.parametrize("part", ["a", "z"])
def test_an_organisation_needs_no_meeting_to_meet_its_own_part_whichever_id_comes_first(part: str) -> None:
    organisations = {"council": {}, part: {"part_of": "council"}, "opcc": {}}
    register = a_register(a_meeting("gone", participants=["council", part]), organisations=organisations)
    supposed = scenario(register, ScenarioOptions(ends=("gone",)))
    of = ScenarioComparison(register, apply_scenario(register, supposed), supposed, work_index(register, TODAY))

    assert apart(of).losses == ()


def test_what_is_not_named_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_PAIRS", 4)
    found = apart(comparison([a_meeting("m", participants=["a", "b", "d", "e"])], 1))

    assert [loss.about for loss in found.losses] == [("a", "b"), ("a", "d"), ("a", "e"), ("b", "d")]
    assert found.left_out == 2


def test_a_meeting_of_thousands_whose_members_all_meet_elsewhere_parts_none_of_them() -> None:
    everybody = [f"o{number}" for number in range(3_000)]
    register = a_register(
        a_meeting("gone", participants=everybody), a_meeting("kept", participants=everybody), organisations={id_: {} for id_ in everybody}
    )
    supposed = scenario(register, ScenarioOptions(ends=("gone",)))
    of = ScenarioComparison(register, apply_scenario(register, supposed), supposed, work_index(register, TODAY))

    assert apart(of).losses == ()


def test_a_merger_goes_through_the_seats_of_each_meeting_a_few_times_however_many_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    everybody = [f"o{number}" for number in range(100)]
    register = a_register(
        *(a_meeting(id_, participants=everybody) for id_ in ("gone", "kept", "other")), organisations={id_: {} for id_ in everybody}
    )
    supposed = scenario(register, ScenarioOptions(merges=(("gone", "kept"),), ends=("other",)))
    went_through = reads_of("seats", Meeting, monkeypatch)
    run_scenario(register, supposed, TODAY)

    assert len(went_through) < 30
