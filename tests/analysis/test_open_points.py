"""Roles that nobody took over, and points on which entries disagree."""

from typing import Any

import pytest

from building import TODAY, a_meeting, a_register
from govreg.analysis.open_points import OpenPoint, Vacancy, open_points, vacancies
from govreg.model import names
from govreg.model.meeting import Meeting

OVER: dict[str, Any] = {"organisation": "a", "role": "ACC", "until": "2016"}
ACC: dict[str, Any] = {"organisation": "a", "role": "ACC"}


def vacant(*seats: Any, counted: tuple[str, ...] = ("a",), **keys: Any) -> list[Vacancy]:
    return list(vacancies(a_register(a_meeting("m", participants=list(seats), **keys)), counted, TODAY))


def points(*meetings: Meeting, counted: tuple[str, ...] = ("a",)) -> list[OpenPoint]:
    return list(open_points(a_register(*meetings), counted, TODAY))


def test_a_core_role_of_those_counted_is_vacant_once_its_term_is_over() -> None:
    assert vacant(OVER) == [Vacancy("m", "a", "ACC", chair=False, until="2016")]
    assert vacant({**OVER, "until": "2026-11-20"}) == [Vacancy("m", "a", "ACC", chair=False, until="2026-11-20")]
    assert vacant({**OVER, "until": "2026-11-21"}) == []
    assert vacant({**OVER, "attendance": "observer"}) == []
    assert vacant(OVER, counted=("b",)) == []
    assert vacant(OVER, status="ended") == []
    assert vacant(OVER, status="suspended") != []


def test_a_successor_is_of_the_same_sender_in_the_same_post_where_both_state_one() -> None:
    assert vacant(OVER, {"organisation": "b", "role": "ACC"}) != []
    assert vacant(OVER, {"meeting": "a", "role": "ACC"}) != []
    assert vacant(OVER, {"organisation": "a", "role": "Analyst"}) != []
    assert vacant(OVER, {"organisation": "a", "role": "acc", "from": "2030"}) == []
    assert vacant({"organisation": "a", "until": "2016"}, {"organisation": "a", "role": "Analyst"}) == []
    assert vacant(OVER, {**OVER, "until": "2017"}) == [
        Vacancy("m", "a", "ACC", chair=False, until="2016"),
        Vacancy("m", "a", "ACC", chair=False, until="2017"),
    ]


def test_a_chair_is_followed_by_whoever_chairs_and_another_role_only_by_its_own() -> None:
    over = {**OVER, "attendance": "chair"}

    assert vacant(over) == [Vacancy("m", "a", "ACC", chair=True, until="2016")]
    assert vacant(over, ACC) == [Vacancy("m", "a", "ACC", chair=True, until="2016")]
    assert vacant(over, chair={"role": "PCC"}) == []
    assert vacant(over, chair={"role": "PCC", "until": "2016"}) != []
    assert vacant(over, {"organisation": "b", "attendance": "chair"}) == []
    assert vacant(over, {"organisation": "b", "attendance": "chair", "until": "2016"}) != []
    assert [one.chair for one in vacant(OVER, chair={"organisation": "b"})] == [False]


def test_the_lead_of_what_it_sits_on_now_may_be_unclear() -> None:
    def about(**keys: Any) -> list[OpenPoint]:
        return points(a_meeting("m", **{"lead": "unclear", "participants": ["below"], **keys}), counted=("a", "below"))

    assert about() == [OpenPoint("lead", ("m",), "a")]
    assert about(participants=["b"]) == about(participants=[{"organisation": "a", "until": "2016"}]) == []
    assert about(status="ended") == about(lead="not-stated") == about(lead=["a", "b"]) == []
    assert about(participants=["a", "below"]) == about()


def test_two_who_chair_now_are_a_point_for_either_of_them() -> None:
    chairs, other = {"organisation": "a", "attendance": "chair"}, {"organisation": "b", "role": "Chief"}

    def about(*seats: Any, counted: tuple[str, ...] = ("a",), **keys: Any) -> list[OpenPoint]:
        return points(a_meeting("m", participants=list(seats), **keys), counted=counted)

    both = OpenPoint("chair", ("m",), "a", None, (("a", ("m",)), ("b", ("m",))))
    assert about(chairs, chair=other) == [both]
    assert about(chairs, {"organisation": "c"}, chair=other, counted=("c",)) == []
    assert about({**chairs, "until": "2016"}, "a", chair=other) == []
    assert about(chairs, chair={**other, "until": "2016"}) == []
    assert about(chairs, chair="a") == []


def test_a_post_attends_in_two_ways_on_one_meeting() -> None:
    observer = {"organisation": "a", "role": "acc", "attendance": "observer"}

    assert points(a_meeting("m", participants=[ACC, observer, {**ACC, "role": "Analyst"}])) == [
        OpenPoint("attendance", ("m",), "a", "ACC", (("member", ("m",)), ("observer", ("m",))))
    ]
    assert points(a_meeting("m", participants=[ACC, {**observer, "until": "2016"}])) == []
    assert points(a_meeting("m", participants=[ACC]), a_meeting("n", participants=[observer])) == []
    assert points(a_meeting("m", participants=[ACC, {**observer, "role": "Analyst"}])) == []
    assert points(a_meeting("m", participants=[ACC, {**observer, "organisation": "b"}]), counted=("a", "b")) == []


def test_a_post_that_several_hold_differs_from_one_to_the_next() -> None:
    ann, bob = {**ACC, "person": "Ann"}, {**ACC, "person": "Bob"}

    assert points(a_meeting("m", participants=[ann, bob, ACC]))[0].answers == (("Ann", ("m",)), ("Bob", ("m",)))
    assert points(a_meeting("m", participants=[{**ann, "people": 2}, bob])) == []
    assert points(a_meeting("m", participants=[{**ann, "people": 1}, bob])) != []
    assert points(a_meeting("m", participants=[ann]), a_meeting("n", participants=[bob, ann])) == [
        OpenPoint("person", ("m", "n"), "a", "ACC", (("Ann", ("m", "n")), ("Bob", ("n",))))
    ]


def test_a_vote_is_a_point_only_where_two_entries_say_whether_there_is_one() -> None:
    def voting(says: list[bool | None]) -> list[OpenPoint]:
        return points(a_meeting("m", participants=[{**ACC, **({"voting": one} if one is not None else {})} for one in says]))

    assert voting([False, True]) == [OpenPoint("voting", ("m",), "a", "ACC", (("does not vote", ("m",)), ("votes", ("m",))))]
    assert voting([True, True]) == voting([True, None]) == voting([False, None]) == voting([None, None]) == []


def test_a_post_that_is_over_is_looked_up_among_those_that_are_not(monkeypatch: pytest.MonkeyPatch) -> None:
    """A meeting may have hundreds of each: they are written out once each, not once for each pair."""
    folded: list[str] = []

    def fold(text: str) -> str:
        folded.append(text)
        return names.fold(text)

    monkeypatch.setattr("govreg.analysis.open_points.fold", fold)
    over = [{**OVER, "role": f"Clerk {number}"} for number in range(100)]

    assert len(vacant(*over, *({"organisation": "a", "role": f"Auditor {number}"} for number in range(100)))) == 100
    assert len(folded) == 200
