"""Seats whose role or attendance contradicts the rest of the entry; today is 21 November 2026."""

import pytest

from building import a_meeting, a_register, found_at, problems, related
from govreg.rules.seats import chair_against_seats, role_of_another

ORGANISATIONS = {
    "opcc": {},
    "pcc": {"part_of": "opcc"},
    "nhs": {},
    "councils": {"members": ["bristol-council"]},
    "bristol-council": {},
}


@pytest.mark.parametrize(
    ("chair", "seat", "is_other"),
    [
        ("opcc", "opcc", False),
        ("opcc", "pcc", False),
        ("pcc", "opcc", False),
        ("councils", "bristol-council", False),
        ("bristol-council", "councils", False),
        ("opcc", "nhs", True),
        ("nhs", "opcc", True),
        ("pcc", "nhs", True),
    ],
)
def test_a_chair_and_a_seat_name_one_chair_if_one_is_part_or_a_member_of_the_other(chair: str, seat: str, *, is_other: bool) -> None:
    meeting = a_meeting(chair={"organisation": chair}, participants=["nhs", {"organisation": seat, "attendance": "chair"}])
    register = a_register(
        a_meeting("a", chair={"role": "Chair"}, participants=[{"organisation": "nhs", "attendance": "chair"}]),
        meeting,
        organisations=ORGANISATIONS,
    )

    found = problems(chair_against_seats, register)

    assert [one.message for one in found] == [f"“{seat}” is listed as the chair, but `chair` names “{chair}”."] * is_other
    assert [related(one) for one in found] == [["budget-committee chair: `chair` is here"]] * is_other
    assert found_at(chair_against_seats, register) == [f"budget-committee participants.1: {one.message}" for one in found]


@pytest.mark.parametrize(
    ("span", "counts"),
    [
        ({}, True),
        ({"from": "2026-11-21"}, True),
        ({"from": "2026-11-22"}, False),
        ({"until": "2026-11-21"}, True),
        ({"until": "2026-11"}, True),
        ({"until": "2026-11-20"}, False),
        ({"from": "2025", "until": "2027"}, True),
        ({"from": "2020", "until": "2021"}, False),
    ],
)
def test_a_participant_chairs_from_the_first_day_to_the_last(span: dict[str, str], *, counts: bool) -> None:
    seat = {"organisation": "nhs", "attendance": "chair", **span}

    assert len(found_at(chair_against_seats, a_register(a_meeting(chair={"organisation": "opcc"}, participants=[seat])))) == counts


def test_several_chairs_among_the_participants_are_right_if_one_of_them_is() -> None:
    def found(*seats: dict[str, str]) -> int:
        participants = [{**seat, "attendance": "chair"} for seat in seats]
        return len(
            found_at(
                chair_against_seats,
                a_register(a_meeting(chair={"organisation": "opcc"}, participants=participants), organisations=ORGANISATIONS),
            )
        )

    assert found({"organisation": "nhs"}, {"organisation": "councils"}) == 2
    assert found({"organisation": "nhs"}, {"organisation": "pcc"}) == 0
    assert found({"organisation": "nhs"}, {"meeting": "finance-board"}) == 0


def test_each_meeting_is_looked_at_whatever_the_one_before_it_says() -> None:
    right, wrong = ([{"organisation": one, "attendance": "chair"}] for one in ("opcc", "nhs"))
    meetings = [a_meeting(id_, chair="opcc", participants=seats) for id_, seats in (("a", right), ("b", wrong), ("c", right), ("d", wrong))]

    assert [one.partition(" ")[0] for one in found_at(chair_against_seats, a_register(*meetings, organisations=ORGANISATIONS))] == [
        "b",
        "d",
    ]


@pytest.mark.parametrize("attendance", ["deputy", "agenda-led", "by-invitation", "represented", "observer"])
def test_a_chair_attends_every_meeting(attendance: str) -> None:
    chair = {"organisation": "nhs", "role": "Director"}
    register = a_register(a_meeting(chair=chair, participants=["opcc", {**chair, "attendance": attendance}]), organisations=ORGANISATIONS)

    assert found_at(chair_against_seats, register) == [
        f"budget-committee participants.1.attendance: The post that chairs is listed here as “{attendance}”."
    ]
    assert related(problems(chair_against_seats, register)[0]) == ["budget-committee chair: `chair` is here"]


@pytest.mark.parametrize(
    ("chair", "seat"),
    [
        ({"role": "Director"}, {"role": "Director", "attendance": "chair"}),
        ({"role": "Director"}, {}),
        ({}, {"role": "Director", "attendance": "observer"}),
    ],
)
def test_the_chairs_post_may_be_listed_as_the_chair_and_no_post_is_not_the_same_post(chair: dict[str, str], seat: dict[str, str]) -> None:
    meeting = a_meeting(chair={"organisation": "nhs", **chair}, participants=[{"organisation": "nhs", **seat}])

    assert found_at(chair_against_seats, a_register(meeting, organisations=ORGANISATIONS)) == []


def test_a_seat_to_come_hides_no_other_of_the_chairs_post() -> None:
    post = {"organisation": "nhs", "role": "Director"}
    meeting = a_meeting(chair=post, participants=[{**post, "from": "2027"}, {**post, "attendance": "observer"}])

    assert found_at(chair_against_seats, a_register(meeting, organisations=ORGANISATIONS)) == [
        "budget-committee participants.1.attendance: The post that chairs is listed here as “observer”."
    ]


def test_a_chair_whose_seat_ended_is_found_if_the_chair_began_before_that() -> None:
    seat = {"organisation": "nhs", "role": "Director", "until": "2024-03"}
    ended = "budget-committee participants.0.until: The post that chairs had this seat only until March 2024."

    for begins, found in ((None, [ended]), ("2024-03-31", [ended]), ("2024-04-01", [])):
        chair = {"organisation": "nhs", "role": "Director", **({"from": begins} if begins else {})}
        register = a_register(a_meeting(chair=chair, participants=[seat]), organisations=ORGANISATIONS)
        assert found_at(chair_against_seats, register) == found, begins


@pytest.mark.parametrize("role", ["OPCC", "opcc", "Pcc"])
def test_a_role_that_is_an_organisation_belongs_to_the_one_that_sends_it(role: str) -> None:
    def found(organisation: str) -> list[str]:
        chair = {"organisation": organisation, "role": role}
        return found_at(role_of_another, a_register(a_meeting(chair=chair, participants=[chair, "nhs"]), organisations=ORGANISATIONS))

    message = f"“{role}” is a name of “{role.lower()}”, but the seat belongs to “nhs”."
    assert found("opcc") == found("pcc") == []
    assert sorted(found("nhs")) == [f"budget-committee {path}.role: {message}" for path in ("chair", "participants.0")]


def test_who_is_in_which_collective_is_worked_out_once_for_all_chairs(monkeypatch: pytest.MonkeyPatch) -> None:
    """A register may have thousands of collectives, each in the next, and tens of thousands who chair."""
    for walk in ("collectives_with", "members_of"):
        monkeypatch.delattr(f"govreg.model.register.Register.{walk}")
    seats = [{"organisation": one, "attendance": "chair"} for one in ("nhs", "councils")]
    register = a_register(a_meeting(chair={"organisation": "opcc"}, participants=seats), organisations=ORGANISATIONS)

    assert len(found_at(chair_against_seats, register)) == 2
