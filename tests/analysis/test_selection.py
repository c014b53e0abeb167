"""Filters: one repeated is either, different ones must all hold; who is counted as whom."""

from typing import Any

import pytest

from building import a_meeting, a_register
from govreg.analysis.selection import AreaMatch, Filters, SeatMatch, select

REGISTER = a_register(
    a_meeting("a", lead="pcc", participants=["councils"], status="active", statutory=["Care Act 2014"]),
    a_meeting("b", lead=["opcc", "force"], areas=["county"], status="ended", level="strategic", statutory=False),
    a_meeting("c", lead="unclear", participants=["opcc"], areas=["ward"], purpose="Help people in crisis"),
    a_meeting("d", lead="not-stated", participants=["bristol-council"], areas=["town"], support=["pcc"], themes=["health"], kind="board"),
    a_meeting("e", lead="councils", notes="was about HEALTH once", aliases=["Echo"]),
    organisations={
        "opcc": {},
        "pcc": {"part_of": "opcc"},
        "force": {},
        "councils": {"name": "Local authorities", "members": ["bristol-council"]},
        "bristol-council": {},
    },
    areas={"county": {}, "city": {"part_of": "county"}, "ward": {"part_of": "city"}, "town": {"part_of": "county"}},
    themes={"health": {"terms": ["crisis"]}, "crime": {"terms": ["burglary"]}},
)


def ids(**filters: Any) -> str:
    return "".join(row.meeting.id for row in select(REGISTER, Filters(**filters)).rows)


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, "abcde"),
        ({"lead": ("opcc",)}, "ab"),
        ({"lead": ("opcc",), "exact": True}, "b"),
        ({"lead": ("pcc", "force")}, "ab"),
        ({"lead": ("joint",)}, "b"),
        ({"lead": ("unclear",)}, "c"),
        ({"lead": ("not-stated",)}, "d"),
        ({"lead": ("bristol-council",)}, ""),
        ({"lead": ("councils",)}, "e"),
        ({"support": ("opcc",)}, "d"),
        ({"participant": ("opcc",)}, "c"),
        ({"participant": ("bristol-council",)}, "ad"),
        ({"participant": ("bristol-council",), "exact": True}, "d"),
        ({"area": ("city",)}, "abce"),
        ({"area": ("county",)}, "abcde"),
        ({"area": ("town",)}, "abde"),
        ({"theme": ("health",)}, "cd"),
        ({"theme": ("crime",)}, ""),
        ({"text": ("health",)}, "e"),
        ({"text": ("ECHO", "crisis")}, "ce"),
        ({"status": ("active", "ended")}, "ab"),
        ({"level": ("strategic",)}, "b"),
        ({"kind": ("board",)}, "d"),
        ({"statutory": True}, "a"),
        ({"statutory": False}, "b"),
        ({"lead": ("opcc",), "status": ("active",)}, "a"),
        ({"without": ("lead",)}, "d"),
        ({"without": ("purpose",)}, "ade"),
        ({"without": ("participants",), "lead": ("councils",)}, "e"),
        ({"without": ("lead", "participants")}, "de"),
    ],
)
def test_filter(filters: dict[str, Any], expected: str) -> None:
    assert ids(**filters) == expected


def test_selection_records_why_a_meeting_matches() -> None:
    seats = {row.meeting.id: row.seats for row in select(REGISTER, Filters(participant=("bristol-council",))).rows}
    themes = {row.meeting.id: row.themes for row in select(REGISTER, Filters(theme=("health",))).rows}

    assert seats == {"a": SeatMatch(chairs=False, attendance=(), collectives=("councils",)), "d": None}
    assert {id_: [(one.theme, one.tagged, len(one.says)) for one in found] for id_, found in themes.items()} == {
        "c": [("health", False, 1)],
        "d": [("health", True, 0)],
    }


def test_selection_records_how_a_participant_attends_if_not_as_a_member() -> None:
    register = a_register(
        a_meeting("a", chair={"organisation": "pcc", "role": "PCC"}),
        a_meeting("b", participants=[{"organisation": "pcc", "attendance": "chair"}, "opcc"]),
        a_meeting("c", participants=[{"organisation": "pcc", "attendance": "by-invitation"}]),
        a_meeting("d", participants=["pcc", {"organisation": "pcc", "attendance": "observer"}]),
        a_meeting("e", chair={"role": "PCC"}),
        organisations={"opcc": {}, "pcc": {"part_of": "opcc"}},
    )
    found = {row.meeting.id: row.seats for row in select(register, Filters(participant=("opcc",))).rows}

    as_chair = SeatMatch(chairs=True, attendance=(), collectives=())
    assert found == {"a": as_chair, "b": as_chair, "c": SeatMatch(chairs=False, attendance=("by-invitation",), collectives=()), "d": None}


def test_of_many_areas_ten_are_kept_and_the_others_counted() -> None:
    towns = [f"town-{number:02}" for number in range(12)]
    meetings = a_meeting("a", areas=towns), a_meeting("b", areas=towns[:11]), a_meeting("c", areas=["county"], instances="per-area")
    register = a_register(*meetings, areas={"county": {}, **{town: {"part_of": "county"} for town in towns}})
    found = [row.area for row in select(register, Filters(area=("county",))).rows]

    assert found[:2] == [AreaMatch(tuple(towns[:10]), one_in_each=False, more=more) for more in (2, 1)]
    assert found[2] is not None
    assert (len(found[2].areas), found[2].one_in_each, found[2].more) == (10, True, 2)


def test_the_area_that_a_meeting_is_for_is_kept_where_that_differs() -> None:
    found = {row.meeting.id: row.area for row in select(REGISTER, Filters(area=("city",))).rows}
    alike = select(REGISTER, Filters(area=("city",), status=("active",)))
    each = a_register(a_meeting("x", instances="per-area"), a_meeting("y"), areas={"town": {}, "village": {}})

    everywhere, county, ward = (AreaMatch(ids, one_in_each=False) for ids in ((), ("county",), ("ward",)))
    assert found == {
        "a": everywhere,
        "b": county,
        "c": ward,
        "e": everywhere,
    }
    assert [row.area for row in alike.rows] == [None]
    assert [row.area for row in select(each, Filters(area=("town",))).rows] == [AreaMatch(("town",), one_in_each=True), everywhere]


def test_a_meeting_with_one_in_each_of_some_areas_is_for_no_other() -> None:
    areas = {"county": {}, **{area: {"part_of": "county"} for area in ("east", "north", "south")}}
    meetings = a_meeting("a", areas=["east"], instances="per-area"), a_meeting("b", areas=["north", "south"], instances="per-area")

    assert [row.area for row in select(a_register(*meetings, areas=areas), Filters(area=("county",))).rows] == [
        AreaMatch(("east",), one_in_each=True),
        AreaMatch(("north", "south"), one_in_each=True),
    ]


def test_meetings_that_do_not_say_whether_they_are_statutory_are_counted() -> None:
    assert select(REGISTER, Filters(statutory=False)).unstated == 3
    assert select(REGISTER, Filters(statutory=True, lead=("opcc",))).unstated == 0
    assert select(REGISTER, Filters()).unstated == 0


def test_the_foot_says_who_was_counted_and_what_else_they_attend() -> None:
    found = select(REGISTER, Filters(lead=("opcc",)))

    assert set(found.counted) == {"opcc", "pcc"}
    assert found.attended_unclear == 1


def test_only_organisations_are_counted_as_leads_and_only_meetings_that_they_attend_might_be_theirs() -> None:
    kinds = select(REGISTER, Filters(lead=("joint", "unclear", "not-stated")))
    through = a_register(
        a_meeting("a", lead="unclear", participants=["councils"]),
        a_meeting("b", lead="unclear", participants=[{"organisation": "town", "attendance": "observer"}]),
        a_meeting("c", lead="not-stated", participants=["town"]),
        a_meeting("d", lead="unclear", participants=["police"]),
        organisations={"town": {}, "police": {}, "councils": {"members": ["town"]}},
    )

    assert (kinds.counted, kinds.attended_unclear) == ((), 0)
    assert select(REGISTER, Filters(lead=("force",))).attended_unclear == 0
    assert select(REGISTER, Filters(lead=("opcc", "unclear"))).attended_unclear == 0
    assert select(through, Filters(lead=("town",))).attended_unclear == 2
    assert select(through, Filters(lead=("town",), exact=True)).attended_unclear == 1


def test_meetings_come_by_title_in_any_case() -> None:
    register = a_register(a_meeting("x", title="beta"), a_meeting("y", title="Alpha"), a_meeting("z", title="Gamma"))

    assert [row.meeting.title for row in select(register, Filters()).rows] == ["Alpha", "beta", "Gamma"]
