"""Parts of an entry that are empty, or that contradict each other; today is 21 November 2026."""

from typing import Any

import pytest

from building import a_meeting, a_register, a_sitting, found_at, problems, related
from govreg.rules.consistency import (
    area_with_its_part,
    lead_among_supporters,
    merge_without_target,
    one_off_with_frequency,
    part_empty,
    per_area_without_areas,
    successor_ended,
)

AREAS = {"avon": {}, "bristol": {"part_of": "avon"}, "clifton": {"part_of": "bristol"}, "somerset": {}}


def test_each_supporter_that_leads_is_found() -> None:
    register = a_register(a_meeting(lead=["opcc", "nhs"], support=["constabulary", "nhs", "opcc"]))

    assert found_at(lead_among_supporters, register) == [
        "budget-committee support.1: “nhs” already leads the meeting, so it can't support the lead too.",
        "budget-committee support.2: “opcc” already leads the meeting, so it can't support the lead too.",
    ]
    assert related(problems(lead_among_supporters, register)[0]) == ["budget-committee lead: named as the lead here"]


def test_an_area_is_named_beside_the_nearest_area_that_holds_it() -> None:
    assert found_at(area_with_its_part, a_register(a_meeting(areas=["bristol", "somerset"]), areas=AREAS)) == []
    assert found_at(area_with_its_part, a_register(a_meeting(areas=["clifton", "somerset", "avon", "bristol"]), areas=AREAS)) == [
        "budget-committee areas.0: “clifton” is part of “bristol”, which is also listed.",
        "budget-committee areas.3: “bristol” is part of “avon”, which is also listed.",
    ]


@pytest.mark.parametrize(
    ("key", "what"),
    [("chair", "chair"), ("terms_of_reference", "entry for the terms of reference"), ("frequency", "frequency")],
)
def test_an_empty_part_of_a_meeting(key: str, what: str) -> None:
    keys: dict[str, Any] = {key: {}}

    assert found_at(part_empty, a_register(a_meeting(**keys))) == [f"budget-committee {key}: This {what} is empty."]


def test_an_empty_item_of_a_meeting_is_found_beside_full_ones() -> None:
    meeting = a_meeting(
        chair={"basis": "in turn"},
        terms_of_reference={"agreed_on": "2016"},
        frequency="Monthly",
        review=[{"reason": "Few come"}, {}],
        sources=[{"document": "Paper"}, {}, {"url": "https://example.org"}, {"date": "2016", "reference": "p. 4"}],
    )

    assert found_at(part_empty, a_register(meeting)) == [
        "budget-committee review.1: This review is empty.",
        "budget-committee sources.1: This source is empty.",
        "budget-committee sources.3: This source doesn't name a document.",
    ]


def test_a_number_a_title_or_a_text_is_enough_in_minutes() -> None:
    full = a_sitting(
        agenda=[{"item": "1"}, {"title": "Savings"}, {"papers": [{"id": "1"}, {"title": "Savings"}]}],
        decisions=[{"id": "1"}, {"title": "Sell"}, {"text": "Sell the house"}],
        actions=[{"id": "1"}, {"text": "Write"}],
    )
    empty = a_sitting(
        agenda=[{"item": "1", "papers": [{"id": "1"}, {}]}, {}],
        decisions=[{"id": "1"}, {"status": "made", "item": "1"}],
        actions=[{"id": "1"}, {"owner": "opcc", "due": "2018-05"}],
    )

    assert found_at(part_empty, a_register(a_meeting()), full) == []
    assert found_at(part_empty, a_register(a_meeting()), empty) == [
        f"budget-committee/2018-04-04 {one} is empty."
        for one in ("agenda.0.papers.1: This paper", "agenda.1: This agenda item", "decisions.1: This decision", "actions.1: This action")
    ]


def test_a_meeting_held_per_area_needs_areas_of_its_own_or_the_registers() -> None:
    per_area = a_meeting(instances="per-area")

    assert found_at(per_area_without_areas, a_register(per_area, areas=AREAS)) == []
    assert found_at(per_area_without_areas, a_register(a_meeting(instances="per-area", areas=["bristol"]))) == []
    assert found_at(per_area_without_areas, a_register(a_meeting("a"), a_meeting("b", instances="one"), per_area)) == [
        "budget-committee instances: The meeting is held once per area, but the register has no areas."
    ]


def test_a_merger_that_either_side_names_has_a_target() -> None:
    merger: dict[str, Any] = {"review": [{"recommendation": "continue"}, {"recommendation": "merge", "reason": "Overlap"}]}
    other = a_meeting("finance-board")

    assert found_at(merge_without_target, a_register(a_meeting(**merger), other)) == [
        "budget-committee review.1.recommendation: A merger is recommended, but the meeting to merge with isn't named."
    ]
    assert (
        found_at(merge_without_target, a_register(a_meeting(**merger), a_meeting("finance-board", supersedes=["budget-committee"]))) == []
    )
    for keys in (
        {"status": "ended", **merger},
        {"review": {"recommendation": "merge", "into": ["elsewhere"]}},
        {"review": {"recommendation": "end"}},
        {"review": [*merger["review"], {"recommendation": "continue"}]},
        {},
    ):
        assert found_at(merge_without_target, a_register(a_meeting(**keys), other)) == [], keys


ORGANISATIONS = {
    "opcc": {},
    "pcc": {"part_of": "opcc"},
    "nhs": {},
    "councils": {"members": ["bristol-council"]},
    "bristol-council": {},
}


@pytest.mark.parametrize(
    ("frequency", "times"),
    [
        ("Annually", None),
        ({"per_year": "0.5"}, None),
        ("TBC", None),
        ({"per_year": "1.5"}, "1.5"),
        ("Every six weeks", "8.67"),
        ({"per_year": "2000000"}, "2000000"),
        ("Monthly", "12"),
    ],
)
def test_a_one_off_is_held_once_at_most(frequency: Any, times: str | None) -> None:
    register = a_register(
        a_meeting("a", frequency="Monthly"), a_meeting("b", kind="one-off"), a_meeting(kind="one-off", frequency=frequency)
    )

    assert found_at(one_off_with_frequency, register) == (
        [f"budget-committee kind: This is a one-off meeting, but its frequency is {times} times a year."] if times else []
    )


def test_work_moves_to_a_meeting_that_has_not_ended() -> None:
    old = a_meeting("old-board", status="ended")
    reviews: list[dict[str, Any]] = [{"into": ["old-board"]}, {"into": ["gone", "new-board", "old-board"]}]
    register = a_register(
        a_meeting(review=reviews), a_meeting("a"), a_meeting("b", review=reviews[1:], status="ended"), a_meeting("new-board"), old
    )

    assert found_at(successor_ended, register) == [
        "budget-committee review.1.into.2: The work is due to move to “Old board”, which has ended."
    ]
    assert related(problems(successor_ended, register)[0]) == ["old-board status: it has ended"]
