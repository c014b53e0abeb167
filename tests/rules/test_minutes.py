"""Minutes that contradict themselves or their meeting's entry."""

from typing import Any

import pytest

from building import a_meeting, a_register, a_sitting, found_at, problems, related, where
from govreg.rules.minutes import area_not_covered, number_used_twice, present_and_absent, signature_contradicts_status, unknown_item

REGISTER = a_register(a_meeting())
HERE = "budget-committee/2018-04-04"


def test_a_number_is_used_once_for_items_papers_decisions_and_actions() -> None:
    sitting = a_sitting(
        agenda=[
            {"item": "4a", "papers": [{"id": "1"}, {"title": "x"}, {"title": "y"}, {"id": "1"}]},
            {"title": "x"},
            {"title": "y"},
            {"item": "4A", "papers": [{"id": "1"}]},
            {"item": "4a"},
        ],
        decisions=[{"id": "1"}, {"title": "x"}, {"title": "y"}, {"id": "1"}],
        actions=[{"id": "1"}, {"text": "x"}, {"text": "y"}, {"id": "1"}],
    )

    assert found_at(number_used_twice, REGISTER, sitting) == [
        f"{HERE} agenda.3.item: Another agenda item at this meeting has the number “4A”.",
        f"{HERE} agenda.4.item: Another agenda item at this meeting has the number “4a”.",
        f"{HERE} agenda.0.papers.3.id: Another paper at this meeting has the number “1”.",
        f"{HERE} decisions.3.id: Another decision at this meeting has the number “1”.",
        f"{HERE} actions.3.id: Another action at this meeting has the number “1”.",
    ]
    assert [related(one) for one in problems(number_used_twice, REGISTER, sitting)] == [
        [f"{HERE} {path}: first used here"]
        for path in ("agenda.0.item", "agenda.0.item", "agenda.0.papers.0.id", "decisions.0.id", "actions.0.id")
    ]


def test_the_same_number_at_another_meeting_is_another_number() -> None:
    sittings = [a_sitting(f"budget-committee/2018-0{month}-04", actions=[{"id": "1"}]) for month in (4, 5)]

    assert found_at(number_used_twice, REGISTER, *sittings) == []


def absent(apology: Any, *attended: Any) -> list[str]:
    """The places of who is both present and absent, and of where they are listed as present."""
    found = problems(present_and_absent, REGISTER, a_sitting(attended=attended, apologies=["police", apology]))
    return [one.split(" ")[1].removesuffix(":") for problem in found for one in (where(problem.place), *related(problem))]


@pytest.mark.parametrize(
    ("apology", "present", "at"),
    [
        ("nhs", "nhs", 1),
        ({"organisation": "nhs", "role": "CEO"}, {"organisation": "nhs", "role": "ceo"}, 1),
        ({"role": "CEO"}, {"role": "CEO"}, 1),
        ({"role": "CEO"}, {"organisation": "nhs", "role": "CEO"}, None),
        ({"organisation": "nhs"}, {"organisation": "nhs", "role": "CEO"}, None),
        ({"organisation": "nhs", "role": "CEO"}, {"organisation": "nhs"}, None),
        ({"organisation": "nhs", "role": "CEO"}, {"organisation": "opcc", "role": "CEO"}, None),
        ({"organisation": "nhs", "role": "CEO"}, {"organisation": "nhs", "role": "CEO", "person": "Jo Jones"}, 1),
        ({"person": "jo jones"}, {"person": "Jo Jones"}, 1),
        ({"person": "Jo Jones"}, {"organisation": "nhs", "role": "CEO", "person": "Jo Jones"}, 1),
        ({"organisation": "nhs", "person": "Jo Jones"}, {"organisation": "nhs", "role": "CEO", "person": "Jo Jones"}, 1),
        ({"organisation": "opcc", "person": "Jo Jones"}, {"organisation": "nhs", "person": "Jo Jones"}, None),
        ({"person": "Jo Jones"}, {"person": "Pat Smith"}, None),
        ({"organisation": "nhs", "role": "CEO", "person": "Jo Jones"}, {"organisation": "nhs", "role": "CEO", "person": "Pat Smith"}, None),
        ({"organisation": "nhs", "role": "CEO", "person": "Jo Jones"}, {"organisation": "nhs", "role": "CEO"}, None),
        ("nhs", {"organisation": "nhs", "person": "Jo Jones"}, None),
    ],
)
def test_who_is_both_present_and_absent(apology: Any, present: Any, at: int | None) -> None:
    assert absent(apology, "opcc", present) == (["apologies.1", f"attended.{at}"] if at is not None else [])


def test_of_those_present_twice_the_first_is_shown() -> None:
    assert absent("nhs", "opcc", "nhs", "nhs") == ["apologies.1", "attended.1"]
    assert absent({"person": "Jo"}, "opcc", {"person": "Jo"}, {"person": "JO"}) == ["apologies.1", "attended.1"]


def test_a_decision_is_made_under_an_item_of_the_agenda_if_its_items_have_numbers() -> None:
    decisions = [{"title": "Sell", "item": "4A"}, {"title": "Buy"}, {"title": "Lend", "item": "7"}]

    assert found_at(unknown_item, REGISTER, a_sitting(agenda=[{"item": "4a"}, {"title": "Savings"}], decisions=decisions)) == [
        f"{HERE} decisions.2.item: The agenda has no item “7”."
    ]
    assert found_at(unknown_item, REGISTER, a_sitting(agenda=[{"title": "Savings"}], decisions=decisions)) == []


@pytest.mark.parametrize(
    ("status", "contradicts"), [("made", False), ("refused", False), (None, False), ("to-be-signed", True), ("deferred", True)]
)
def test_a_decision_that_is_signed_was_made(status: str | None, *, contradicts: bool) -> None:
    signed = {"title": "Sell", "signed_on": "2018-04-04", **({"status": status} if status else {})}
    unsigned = {key: value for key, value in signed.items() if key != "signed_on"}
    message = f"The decision has a signature date, but its status is “{status}”."

    assert found_at(signature_contradicts_status, REGISTER, a_sitting(decisions=[unsigned, signed])) == (
        [f"{HERE} decisions.1.status: {message}"] * contradicts
    )


def test_minutes_are_for_an_area_that_the_meeting_covers_in_part_or_more() -> None:
    areas = {"avon": {}, "bristol": {"part_of": "avon", "name": "City of Bristol"}, "somerset": {}, "clifton": {"part_of": "bristol"}}
    register = a_register(
        a_meeting(areas=["clifton", "somerset"]), a_meeting("everywhere"), a_meeting("avon-board", areas=["avon"]), areas=areas
    )

    def found(meeting: str, area: str | None) -> list[str]:
        first = a_sitting("gone/2018-04-04", area="somerset")
        return found_at(area_not_covered, register, first, a_sitting(f"{meeting}/2018-04-04", **({"area": area} if area else {})))

    covered = [("budget-committee", "somerset"), ("budget-committee", "bristol"), ("avon-board", "clifton"), ("everywhere", "bristol")]
    assert [found(meeting, area) for meeting, area in [*covered, ("budget-committee", "nowhere"), ("budget-committee", None)]] == [[]] * 6
    assert found("avon-board", "somerset") == ["avon-board/2018-04-04 area: “Avon board” isn't held in Somerset."]
    register = a_register(a_meeting(areas=["somerset"]), areas=areas)
    assert found("budget-committee", "bristol") == [f"{HERE} area: “Budget committee” isn't held in City of Bristol."]
