"""What the meetings of many members come to is worked out once for all of them, and a change is the sum of its meetings' changes."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from building import TODAY, a_meeting, a_register
from govreg.analysis import load as module
from govreg.analysis import overlaps as overlaps_module
from govreg.analysis.load import load, load_changes
from govreg.analysis.meetings_per_year import YearlyCount, yearly_count
from govreg.analysis.organisation import organisation_profile
from govreg.analysis.overlaps import overlaps
from govreg.analysis.ranges import NONE, Range, change_range, difference, sum_ranges
from govreg.analysis.whatif.scenario import ScenarioOptions, apply_scenario, scenario
from govreg.model.meeting import Meeting
from govreg.model.register import Register
from govreg.model.settings import Settings

EVERYBODY = [f"o{number}" for number in range(60)]


@pytest.mark.parametrize("where", [module, overlaps_module])
def test_the_meetings_of_many_members_are_added_up_once(monkeypatch: pytest.MonkeyPatch, where: Any) -> None:
    register = a_register(
        *(a_meeting(f"m{number}", participants=EVERYBODY, frequency={"text": "monthly"}) for number in range(4)),
        organisations={id_: {} for id_ in EVERYBODY},
    )
    added: list[Any] = []
    yearly_total = where.yearly_total

    def counted(entries: Any) -> Any:
        added.append(entries)
        return yearly_total(entries)

    monkeypatch.setattr(where, "yearly_total", counted)
    if where is module:
        found = {one.a_year.per_year for one in load(register, TODAY).members}
    else:
        found = {one.a_year.per_year for one in overlaps(register, register.meetings.values()).participants}

    assert (found, len(added)) == ({48}, 1)


def test_a_meeting_of_many_companions_is_counted_a_few_times_however_many_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    register = a_register(
        *(a_meeting(f"m{number}", participants=EVERYBODY, frequency={"text": "monthly"}) for number in range(4)),
        organisations={id_: {} for id_ in EVERYBODY},
    )
    counted: list[str] = []

    def count(meeting: Meeting, known: Register) -> YearlyCount:
        counted.append(meeting.id)
        return yearly_count(meeting, known)

    monkeypatch.setattr("govreg.analysis.organisation.yearly_count", count)
    companions = organisation_profile(register, "o0", TODAY).companions

    assert (len(companions), {one.a_year.per_year for one in companions}) == (59, {48})
    assert len(counted) < 30


def test_a_meeting_has_one_load_for_all_members_who_send_as_many() -> None:
    seats = [{"organisation": id_, "people": 2 if id_ == "o1" else None} for id_ in EVERYBODY]
    register = a_register(a_meeting("m", participants=seats, frequency={"text": "monthly"}), organisations={id_: {} for id_ in EVERYBODY})
    found = load(register, TODAY)

    assert len({id(one) for member in (found.everybody, *found.members) for one in member.meetings}) == len({1, 2, 61})


def test_a_member_with_a_rate_has_money_and_one_without_is_counted() -> None:
    rated = Settings.model_validate({"load": {"duration": "2h", "rates": {"opcc": 10}}})
    seats = ["opcc", {"organisation": "constabulary", "people": 3}]
    known = a_register(a_meeting("m", participants=seats, frequency={"text": "monthly"}), settings=rated)
    unknown = a_register(a_meeting("m", participants=seats), settings=rated)

    (constabulary, opcc), together = load(known, TODAY).members, load(known, TODAY).everybody
    assert (constabulary.money, constabulary.money_unknown) == (None, 1)
    assert (opcc.money, opcc.money_unknown) == (together.money, 0) == (Range(Fraction(0), Fraction(240)), 0)
    assert [one.money_unknown for one in (load(unknown, TODAY).everybody, *load(unknown, TODAY).members)] == [1, 1, 1]


frequencies = st.sampled_from(
    (None, "monthly", "four to six a year", "at least quarterly", "as required", "every three weeks", "bi-monthly")
)
entries = st.tuples(
    frequencies, st.sampled_from((None, "2h", "2 to 3 hours")), st.lists(st.sampled_from(("o0", "o1")), unique=True), st.booleans()
)


@settings(max_examples=60)
@given(st.lists(entries, min_size=1, max_size=5))
def test_a_change_is_the_sum_of_the_changes_of_meetings(written: list[Any]) -> None:
    register = a_register(
        *(
            a_meeting(
                f"m{number}",
                participants=seats,
                **({"frequency": {"text": frequency}} if frequency else {}),
                **({"duration": duration} if duration else {}),
                review=[{"recommendation": "end" if ends else "continue", "reason": "why"}],
            )
            for number, (frequency, duration, seats, ends) in enumerate(written)
        ),
        organisations={id_: {} for id_ in EVERYBODY},
    )
    before = load(register, TODAY)
    after = load(apply_scenario(register, scenario(register, ScenarioOptions(recommended=True))), TODAY)
    ending = {f"m{number}" for number, (*_, ends) in enumerate(written) if ends}
    of_member = {one.key: [load for load in one.meetings if load.meeting in ending] for one in (before.everybody, *before.members)}
    changes = {one.key: one for one in load_changes(before, after)}

    assert changes.keys() == {key for key, lost in of_member.items() if lost}
    for key, one in changes.items():
        counted = [lost for lost in of_member[key] if lost.count.total is not None]
        hours = [difference(NONE, lost.hours) for lost in of_member[key] if lost.hours is not None]
        assert one.meetings == sum_ranges(change_range(lost.count, None) for lost in counted)
        assert one.about == -sum(lost.count.total or 0 for lost in counted)
        assert one.meetings_unknown == len(of_member[key]) - len(counted)
        assert (one.hours, one.hours_unknown) == (sum_ranges(hours) if hours else None, len(of_member[key]) - len(hours))


def test_nothing_changes_where_a_scenario_changes_nothing() -> None:
    register = a_register(a_meeting("m", participants=["opcc"], frequency={"text": "monthly"}))

    assert apply_scenario(register, scenario(register, ScenarioOptions(recommended=True))) is register
    assert load_changes(load(register, TODAY), load(register, TODAY)) == ()
