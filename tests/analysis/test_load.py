"""The load of members, worked out by hand; of many members it is worked out once, and a change is the sum of its meetings' changes."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from building import TODAY, a_meeting, a_register
from govreg.analysis import load as module
from govreg.analysis import overlaps as overlaps_module
from govreg.analysis.hours import attendants
from govreg.analysis.load import EVERYBODY as ALL
from govreg.analysis.load import Load, LoadChange, LoadReader, LoadResult, load, load_changes
from govreg.analysis.meetings_per_year import YearlyCount, change_range, yearly_count
from govreg.analysis.organisation import organisation_profile
from govreg.analysis.overlaps import By, SeatKey, overlaps
from govreg.analysis.ranges import NONE, Range, difference, sum_ranges
from govreg.analysis.whatif.scenario import ScenarioOptions, apply_scenario, scenario
from govreg.model.meeting import Meeting
from govreg.model.register import Register
from govreg.model.settings import LoadSettings, Settings

EVERYBODY = [f"o{number}" for number in range(60)]


def between(least: float | None, most: float | None) -> Range:
    return Range(*(Fraction(str(end)) if end is not None else None for end in (least, most)))


def loads(*meetings: Meeting, by: By = "organisation", **assumed: Any) -> LoadResult:
    settings = {"settings": Settings(load=LoadSettings.model_validate(assumed))} if assumed else {}
    return load(a_register(*meetings, organisations={"a": {}, "b": {}, "c": {}}, **settings), TODAY, by)


def of(result: LoadResult, **key: str) -> Load:
    (found,) = (one for one in result.members if one.key == SeatKey(**key))
    return found


def named(result: LoadResult) -> list[tuple[str, ...]]:
    return [tuple(part for part in one.key if part is not None) for one in result.members]


ACC = {"organisation": "a", "role": "ACC"}
MONTHLY: dict[str, Any] = {"frequency": "Monthly", "duration": "2h"}


def test_hours_are_meetings_times_people_times_their_length() -> None:
    found = loads(a_meeting("m", participants=[ACC, {"organisation": "b", "people": 3}], **MONTHLY))

    assert found.everybody.hours == between(96, 96)
    assert (of(found, organisation="a").hours, of(found, organisation="b").hours) == (between(24, 24), between(72, 72))
    assert [one.people for one in of(found, organisation="b").meetings] == [3]
    assert of(found, organisation="a").a_year.per_year == 12


def test_hours_range_from_the_least_to_the_most_that_the_entry_and_the_assumptions_allow() -> None:
    several = loads(a_meeting("m", participants=["a", "b"], frequency="Bi monthly", duration="2 to 3 hours"))
    floor = loads(a_meeting("m", participants=["a"], frequency="At least five times a year", duration="2h"))
    assumed = loads(a_meeting("m", participants=["a"], frequency="Quarterly"), duration="2h")

    assert several.everybody.hours == between(24, 144)
    assert floor.everybody.hours == between(10, None)
    assert assumed.everybody.hours == between(0, 8)
    assert assumed.everybody.meetings[0].assumed == ("duration",)


@pytest.mark.parametrize(
    ("keys", "why"),
    [
        ({"frequency": "Monthly", "duration": "2h"}, "members"),
        ({"participants": ["a"], "duration": "2h"}, "frequency"),
        ({"participants": ["a"], "duration": "2h", "frequency": "Quarterly but it varies"}, "varies"),
        ({"participants": ["a"], "frequency": "Monthly"}, "duration"),
        ({"participants": ["a"], "frequency": "at least four times a year", "duration": "1h"}, None),
    ],
)
def test_the_first_thing_missing_says_why_there_are_no_hours(keys: dict[str, Any], why: str | None) -> None:
    (one,) = loads(a_meeting("m", **keys), rates={"a": 40}).everybody.meetings

    assert (one.unknown, one.hours is None, one.money is None) == (why, why is not None, why is not None)
    assert one.without_rate == (why is not None)


def test_meetings_without_hours_are_counted_apart_and_add_nothing() -> None:
    known, unknown = a_meeting("m", participants=["a"], **MONTHLY), a_meeting("n", participants=["a", "b"], frequency="Monthly")
    found = loads(known, unknown, rates={"a": 10})

    assert (of(found, organisation="a").hours, of(found, organisation="a").hours_unknown) == (between(24, 24), 1)
    assert (of(found, organisation="b").hours, of(found, organisation="b").hours_unknown) == (None, 1)
    assert (of(found, organisation="a").money, of(found, organisation="a").money_unknown) == (between(240, 240), 1)
    assert (of(found, organisation="b").money, of(found, organisation="b").money_unknown) == (None, 1)


def test_a_post_has_its_own_rate_and_others_that_of_their_organisation() -> None:
    seats = [{"organisation": "a", "role": "acc"}, {"organisation": "a", "role": "Analyst", "people": 2}, "b", {"meeting": "n"}]
    found = loads(a_meeting("m", participants=seats, frequency="Quarterly", duration="2h"), rates={"a": 10}, role_rates={"ACC": 75.5})

    assert of(found, organisation="a").money == between(8 * 75.5 + 8 * 2 * 10, 8 * 75.5 + 8 * 2 * 10)
    assert (of(found, organisation="a").money_unknown, of(found, organisation="b").money_unknown) == (0, 1)
    assert (of(found, organisation="b").money, of(found, meeting="n").money) == (None, None)
    assert (found.everybody.money, found.everybody.money_unknown) == (of(found, organisation="a").money, 1)


def test_money_is_shown_where_a_rate_of_either_sort_is_set_but_never_of_persons() -> None:
    meeting = a_meeting("m", participants=[{**ACC, "person": "Ann"}], **MONTHLY)

    either: tuple[dict[str, Any], ...] = ({"rates": {"a": 10}}, {"role_rates": {"ACC": 10}})
    for rates in either:
        assert loads(meeting, **rates).shows_money
        assert loads(meeting, by="role", **rates).members[0].money == between(240, 240)
        by_person = loads(meeting, by="person", **rates)
        assert not by_person.shows_money
        assert (by_person.members[0].money, by_person.members[0].money_unknown) == (None, 0)
    assert not loads(meeting).shows_money
    assert loads(meeting).everybody.money_unknown == 0


def test_who_attends_most_meetings_a_year_comes_first() -> None:
    quarterly, unknown = {"frequency": "Quarterly"}, {"frequency": "As required"}
    found = loads(
        a_meeting("m", participants=["c", "b"], **quarterly),
        a_meeting("n", participants=["a", "c"], **unknown),
        a_meeting("o", participants=[{"meeting": "m"}], frequency="Monthly"),
        a_meeting("p", participants=[{"meeting": "n"}], **unknown),
        a_meeting("q", participants=[{"meeting": "n"}], **unknown),
        a_meeting("r", participants=[{"meeting": "b"}], frequency="Annually"),
    )

    assert named(found) == [("m",), ("c",), ("b",), ("b",), ("n",), ("a",)]


def test_who_attends_equally_comes_by_organisation_then_post() -> None:
    seats = [{"organisation": "b", "role": "Chief"}, {"organisation": "a", "role": "Chief"}, {"organisation": "a", "role": "ACC"}]
    found = loads(a_meeting("m", participants=[{"meeting": "n", "role": "Clerk"}, *seats], **MONTHLY), by="role")

    assert named(found) == [("Clerk", "n"), ("a", "ACC"), ("a", "Chief"), ("b", "Chief")]


def test_roles_without_a_post_or_a_person_are_in_nobodys_load() -> None:
    seats = ["a", ACC, {"organisation": "b", "person": "Ann"}, {"organisation": "c", "role": "Chief", "person": "Bob"}]
    meeting = a_meeting("m", participants=seats, **MONTHLY)

    assert [loads(meeting, by=by).unnamed for by in ("organisation", "role", "person")] == [0, 2, 2]
    assert named(loads(meeting, by="role")) == [("a", "ACC"), ("c", "Chief")]
    assert named(loads(meeting, by="person")) == [("Ann",), ("Bob",)]


def test_guests_and_roles_that_are_not_current_are_counted_once_each_and_in_no_load() -> None:
    guests = [{"organisation": "b", "attendance": "observer"}, {"organisation": "b", "attendance": "by-invitation", "until": "2016"}]
    seats = ["a", *guests, {"organisation": "c", "from": "2030"}, {"organisation": "c", "until": "2016"}]
    found = loads(a_meeting("m", participants=seats, **MONTHLY), a_meeting("n", participants=guests, status="ended"))

    assert (found.invited, found.not_current) == (1, 3)
    assert named(found) == [("a",)]


def test_only_held_meetings_count_and_those_without_members_are_named() -> None:
    over = {"organisation": "a", "until": "2016"}
    found = loads(
        a_meeting("m", participants=["a"], status="ended", **MONTHLY),
        a_meeting("n", participants=[over], **MONTHLY),
        a_meeting("o", participants=["a"], status="shadow", **MONTHLY),
    )

    assert found.without_members == ("n",)
    assert [one.meeting for one in found.everybody.meetings] == ["n", "o"]
    assert (found.everybody.key, found.everybody.a_year.per_year) == (ALL, 24)


def test_a_chair_of_an_organisation_that_is_listed_counts_by_their_own_post_but_is_no_further_head() -> None:
    meeting = a_meeting("m", participants=[ACC], chair={"organisation": "a", "role": "Chief", "person": "Ann"}, **MONTHLY)

    assert loads(meeting).everybody.meetings[0].people == 1
    assert of(loads(meeting), organisation="a").hours == between(24, 24)
    assert named(loads(meeting, by="role")) == [("a", "ACC"), ("a", "Chief")]
    assert of(loads(meeting, by="role"), organisation="a", role="Chief").hours == between(24, 24)
    assert named(loads(meeting, by="person")) == [("Ann",)]


def test_a_chair_who_is_listed_in_the_same_post_counts_once() -> None:
    listed, chair = {**ACC, "person": "Ann"}, {"organisation": "a", "role": "acc", "person": "ANN"}
    meeting = a_meeting("m", participants=[{"organisation": "b"}, listed], chair=chair, **MONTHLY)

    assert [one.people for one in of(loads(meeting, by="role"), organisation="a", role="ACC").meetings] == [1]
    assert of(loads(meeting, by="role"), organisation="a", role="ACC").hours == between(24, 24)
    nameless = a_meeting("m", participants=[{"organisation": "a", "role": "Analyst"}], chair="a", **MONTHLY)
    assert (named(loads(nameless, by="role")), loads(nameless, by="role").unnamed) == ([("a", "Analyst")], 0)


def test_a_post_is_one_in_any_case_and_named_as_it_is_written_first() -> None:
    lower = {"organisation": "a", "role": "acc"}
    found = loads(a_meeting("m", participants=[ACC], **MONTHLY), a_meeting("n", participants=[lower], **MONTHLY), by="role")

    assert named(found) == [("a", "ACC")]
    assert of(found, organisation="a", role="ACC").a_year.per_year == 24


def test_a_person_counts_once_on_a_meeting_however_many_seats_and_people_are_said() -> None:
    seats = [{**ACC, "person": "Ann", "people": 4}, {"organisation": "b", "person": "Ann"}]
    found = loads(a_meeting("m", participants=seats, **MONTHLY), by="person")

    assert [one.people for one in of(found, person="Ann").meetings] == [1]
    assert of(found, person="Ann").hours == between(24, 24)


def changes(before: list[Meeting], after: list[Meeting]) -> dict[SeatKey, LoadChange]:
    return {one.key: one for one in load_changes(loads(*before), loads(*after))}


def test_a_change_is_what_stops_and_starts_for_each_member() -> None:
    kept = a_meeting("kept", participants=["a", "c"], frequency="Weekly", duration="1h")
    stops, starts = (a_meeting("m", participants=seats, **MONTHLY) for seats in (["a", "b"], ["a", "b", "b"]))
    added = a_meeting("new", participants=["a"], frequency="At least five times a year", duration="1h")
    found = changes([stops, kept], [kept, added])

    assert list(found) == [ALL, SeatKey("a"), SeatKey("b")]
    assert (found[ALL].meetings, found[ALL].about, found[ALL].hours) == (between(-7, None), -7, between(-43, None))
    assert (found[SeatKey("a")].meetings, found[SeatKey("a")].hours) == (between(-7, None), between(-19, None))
    assert (found[SeatKey("b")].meetings, found[SeatKey("b")].hours) == (between(-12, -12), between(-24, -24))
    gone = found[SeatKey("b")]
    assert (gone.before is None, gone.after, gone.meetings_unknown, gone.hours_unknown) == (False, None, 0, 0)
    more = changes([stops], [starts])
    assert (list(more), more[SeatKey("b")].hours) == ([ALL, SeatKey("b")], between(24, 24))
    assert more[SeatKey("b")].meetings == between(0, 0)
    started = changes([kept], [kept, stops])
    assert (list(started), started[SeatKey("b")].before) == ([ALL, SeatKey("a"), SeatKey("b")], None)


def test_a_change_without_a_number_or_hours_is_counted_apart() -> None:
    nothing, unknown = a_meeting("m", participants=["a"]), a_meeting("n", participants=["a"], frequency="Monthly")
    only_unknown, both = changes([nothing], []), changes([nothing, unknown], [])
    now_known = changes([nothing], [a_meeting("m", participants=["a"], **MONTHLY)])

    for key in (ALL, SeatKey("a")):
        assert (only_unknown[key].meetings, only_unknown[key].about, only_unknown[key].meetings_unknown) == (between(0, 0), 0, 1)
        assert (only_unknown[key].hours, only_unknown[key].hours_unknown) == (None, 1)
        assert (both[key].meetings, both[key].about, both[key].meetings_unknown) == (between(-12, -12), -12, 1)
        assert (both[key].hours, both[key].hours_unknown) == (None, 2)
        assert (now_known[key].meetings_unknown, now_known[key].hours, now_known[key].hours_unknown) == (1, None, 1)


def test_a_meeting_twice_as_often_is_so_many_meetings_and_hours_more() -> None:
    (everybody, member) = changes(
        [a_meeting("m", participants=["a"], frequency="Quarterly", duration="2h")],
        [a_meeting("m", participants=["a"], frequency="At least eight times a year", duration="2h")],
    ).values()

    assert (everybody.meetings, everybody.about, everybody.hours) == (between(4, None), 4, between(8, None))
    assert (member.before is not None, member.after is not None) == (True, True)


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
    supposed = apply_scenario(register, scenario(register, ScenarioOptions(recommended=True)))
    reader = LoadReader(register, TODAY)
    before, after = reader.load(register), reader.load(supposed)
    assert (before, after) == (load(register, TODAY), load(supposed, TODAY))
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


def test_of_a_register_as_it_would_be_only_what_changes_is_worked_out_again(monkeypatch: pytest.MonkeyPatch) -> None:
    stays, ends = a_meeting("stays", participants=["a"], **MONTHLY), a_meeting("ends", participants=["a", "b"], **MONTHLY)
    changed = ends.model_copy(update={"status": "active", "duration": "4h"})
    read: list[str] = []

    def count(meeting: Meeting, today: date) -> object:
        read.append(meeting.id)
        return attendants(meeting, today)

    monkeypatch.setattr(module, "attendants", count)
    register = a_register(stays, ends, a_meeting("other", participants=["c"], **MONTHLY), organisations={"a": {}, "b": {}, "c": {}})
    reader = LoadReader(register, TODAY)
    before, after = reader.load(register), reader.load(register.with_meetings({"ends": changed}))

    assert read == ["ends", "other", "stays", "ends"]
    assert [one.key.organisation for one in after.members if any(one is other for other in before.members)] == ["c"]
    assert (of(after, organisation="a").hours, of(after, organisation="b").hours) == (between(72, 72), between(48, 48))


def test_a_rate_of_nothing_is_a_rate() -> None:
    found = loads(a_meeting("m", participants=[ACC], **MONTHLY), rates={"a": 10}, role_rates={"ACC": 0})

    assert of(found, organisation="a").money == between(0, 0)
