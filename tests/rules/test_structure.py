"""Entries that contradict themselves: in which field, and where the line is."""

from typing import Any

import pytest

from building import a_meeting, a_register, a_sitting, found_at, problems, related, where
from govreg.rules.structure import (
    ends_before_beginning,
    exception_elsewhere,
    lead_not_alone,
    part_of_cycle,
    self_reference,
    too_many_levels,
    wider_than_meeting,
)


def test_organisations_and_areas_in_a_loop_are_reported_once_at_the_first() -> None:
    register = a_register(
        organisations={
            "a": {"part_of": "c"},
            "b": {"part_of": "a"},
            "c": {"part_of": "b"},
            "d": {"members": ["e", "f"]},
            "e": {"members": ["d"]},
            "f": {"part_of": "a"},
            "g": {"members": ["g"]},
        },
        areas={"north": {"part_of": "south"}, "south": {"part_of": "north"}, "west": {"part_of": "south"}},
    )

    assert found_at(part_of_cycle, register) == [
        "organisations a.part_of: “a” is part of itself, through b, c.",
        "organisations d.members: “d” is a member of itself, through e.",
        "organisations g.members: “g” is a member of itself.",
        "register areas.north.part_of: “north” is part of itself, through south.",
    ]
    assert list(map(related, problems(part_of_cycle, register))) == [
        ["organisations b.part_of: through “b”", "organisations c.part_of: through “c”"],
        ["organisations e.members: through “e”"],
        [],
        ["register areas.south.part_of: through “south”"],
    ]


@pytest.mark.parametrize(("size", "end"), [(11, "o-09, o-10."), (12, "o-10, 1 more."), (1200, "o-0010, 1,189 more.")])
def test_of_a_long_loop_the_first_ten_others_are_named_and_the_rest_counted(size: int, end: str) -> None:
    ids = [f"o-{number:0{len(str(size))}}" for number in range(size)]
    register = a_register(organisations={one: {"part_of": ids[at - 1]} for at, one in enumerate(ids)})

    (problem,) = problems(part_of_cycle, register)

    assert problem.message.endswith(end)
    assert len(problem.related) == 10


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        ("unclear", []),
        ("not-stated", []),
        (["opcc", "constabulary"], []),
        ("joint", [("lead.0", "List the organisations that lead jointly: `lead: [one, other]`.")]),
        (["opcc", "joint"], [("lead.1", "List the organisations that lead jointly: `lead: [one, other]`.")]),
        (["unclear", "opcc"], [("lead.0", "Write `lead: unclear` on its own.")]),
        (["opcc", "not-stated"], [("lead.1", "Write `lead: not-stated` on its own.")]),
    ],
)
def test_words_for_a_lead_are_written_alone_and_joint_is_written_as_a_list(lead: Any, expected: list[tuple[str, str]]) -> None:
    found = problems(lead_not_alone, a_register(a_meeting(lead=lead)))

    assert [(where(one.place).removeprefix("budget-committee "), one.hint) for one in found] == expected


def test_a_meeting_refers_to_itself_in_any_field_and_an_organisation_of_its_id_is_not_the_meeting() -> None:
    me = "budget-committee"
    meeting = a_meeting(
        me,
        reports_to=["opcc", me, me],
        supersedes=[me],
        links_to=[me],
        participants=["opcc", {"meeting": me}],
        review=[{}, {"into": ["finance-board", me]}],
    )
    organisation = a_meeting("audit", reports_to=["audit"])

    assert sorted(found_at(self_reference, a_register(organisation, meeting, organisations={"audit": {}, "opcc": {}}))) == [
        f"budget-committee {path}: The meeting refers to itself."
        for path in ("links_to.0", "participants.1.meeting", "reports_to.1", "reports_to.2", "review.1.into.1", "supersedes.0")
    ]


@pytest.mark.parametrize(
    ("of_meeting", "wider"), [("public", []), (None, ["public"]), ("partners", ["public"]), ("internal", ["public", "partners"])]
)
def test_a_part_is_visible_to_no_more_people_than_its_meeting(of_meeting: str | None, wider: list[str]) -> None:
    each = ("public", "partners", "internal")
    keys: dict[str, Any] = {"visibility": of_meeting} if of_meeting else {}
    meeting = a_meeting(
        focus=["a", *({"text": one, "visibility": one} for one in each)],
        participants=["nhs", *({"organisation": "nhs", "visibility": one} for one in each)],
        **keys,
    )
    minutes = a_sitting(decisions=[{"title": "a"}, *({"title": one, "visibility": one} for one in each)])
    of_unknown_meeting = a_sitting("gone/2018-04-04", decisions=[{"title": "a", "visibility": "public"}])

    says = [f": This is “{one}”, but its meeting is “{of_meeting or 'partners'}”." for one in wider]
    assert found_at(wider_than_meeting, a_register(meeting), of_unknown_meeting, minutes) == [
        *(f"budget-committee participants.{at}.visibility{one}" for at, one in enumerate(says, 1)),
        *(f"budget-committee focus.{at}.visibility{one}" for at, one in enumerate(says, 1)),
        *(f"budget-committee/2018-04-04 decisions.{at}.visibility{one}" for at, one in enumerate(says, 1)),
    ]


@pytest.mark.parametrize(
    ("until", "wrong"), [("2016-03-10", False), ("2016-03", False), ("2016", False), ("2016-03-09", True), ("2015", True)]
)
def test_what_begins_on_a_day_ends_on_that_day_at_the_earliest(until: str, *, wrong: bool) -> None:
    span = {"from": "2016-03-10", "until": until}
    meeting = a_meeting(
        chair={"organisation": "opcc", **span},
        participants=["nhs", {"organisation": "opcc", **span}, {"organisation": "nhs", "until": until}],
        focus=["Savings", {"text": "Reserves", **span}, {"text": "Grants", "from": "2016-03-10"}],
    )

    assert found_at(ends_before_beginning, a_register(meeting)) == [
        f"budget-committee {path}.until: It ends ({until}) before it begins (2016-03-10)."
        for path in ("chair", "participants.1", "focus.1")
        if wrong
    ]


AREAS = {
    "avon": {},
    "bristol": {"part_of": "avon"},
    "somerset": {},
}


@pytest.mark.parametrize(
    ("keys", "why"),
    [
        ({"instances": "per-area"}, None),
        ({"instances": "per-area", "areas": ["bristol"]}, None),
        ({"instances": "per-area", "areas": ["avon"]}, None),
        ({"instances": "per-area", "areas": ["somerset", "bristol"]}, None),
        ({"instances": "per-area", "areas": ["somerset"]}, "isn't held there"),
        ({"instances": "one", "areas": ["bristol"]}, "is held once for all areas"),
        ({"areas": ["bristol"]}, "is held once for all areas"),
    ],
)
def test_an_exception_is_for_an_area_where_the_meeting_is_held(keys: dict[str, Any], why: str | None) -> None:
    frequency = {"text": "Quarterly", "exceptions": {"nowhere": "2", "bristol": "3"}}
    register = a_register(a_meeting("a"), a_meeting("b", frequency="Monthly"), a_meeting(frequency=frequency, **keys), areas=AREAS)

    assert found_at(exception_elsewhere, register) == (
        [f"budget-committee key frequency.exceptions.bristol: There is an exception for “bristol”, but the meeting {why}."] if why else []
    )


def test_an_exception_for_a_larger_area_covers_its_parts() -> None:
    frequency = {"text": "Quarterly", "exceptions": {"avon": "3"}}

    assert (
        found_at(exception_elsewhere, a_register(a_meeting(frequency=frequency, instances="per-area", areas=["bristol"]), areas=AREAS))
        == []
    )


@pytest.mark.parametrize("areas", [[], ["bristol"]])
def test_an_area_that_is_part_of_itself_is_not_said_to_be_elsewhere_too(areas: list[str]) -> None:
    meeting = a_meeting(frequency={"text": "Quarterly", "exceptions": {"bristol": "3"}}, instances="per-area", areas=areas)
    circle = {"bristol": {"part_of": "avon"}, "avon": {"part_of": "bristol"}}

    assert found_at(exception_elsewhere, a_register(meeting, areas=circle)) == []


def test_levels_are_counted_from_the_top_and_the_first_too_deep_is_named() -> None:
    def chain(size: int) -> dict[str, Any]:
        return {f"x{number}": {"part_of": f"x{number - 1}"} if number else {} for number in range(size)}

    assert found_at(too_many_levels, a_register(areas=chain(20), organisations=chain(20))) == []
    assert found_at(too_many_levels, a_register(areas=chain(300), organisations=chain(21))) == [
        "organisations x20.part_of: “x20” is on level 21, but there may be only 20 levels.",
        "register areas.x20.part_of: “x20” is on level 21, but there may be only 20 levels.",
    ]


def test_a_loop_has_no_levels() -> None:
    loop = {f"x{number}": {"part_of": f"x{(number + 1) % 21}"} for number in range(21)}

    assert found_at(too_many_levels, a_register(areas=loop)) == []


def test_whether_a_meeting_is_held_in_an_area_is_not_asked_of_each_of_its_areas(monkeypatch: pytest.MonkeyPatch) -> None:
    areas = {"county": {}, "elsewhere": {}, **{f"town-{number}": {"part_of": "county"} for number in range(50)}}
    frequency = {"per_year": 4, "exceptions": {"county": 3, "town-1": 2, "elsewhere": 1}}
    meeting = a_meeting("board", areas=[f"town-{number}" for number in range(50)], instances="per-area", frequency=frequency)
    monkeypatch.delattr("govreg.model.nesting.Nesting.lies_in")

    assert found_at(exception_elsewhere, a_register(meeting, areas=areas)) == [
        "board key frequency.exceptions.elsewhere: There is an exception for “elsewhere”, but the meeting isn't held there."
    ]
