"""Whose seat on a meeting a paper names, and who attends for them."""

import pytest

from building import a_register
from govreg.analysis.importing.leads import read_lead
from govreg.analysis.importing.members import read_members
from govreg.analysis.importing.organisations import Organisations
from govreg.analysis.importing.seats import Seat, known_seat
from govreg.model.edits import Value

REGISTER = a_register(
    organisations={
        "nhs": {"name": "NHS"},
        "police": {"name": "Police"},
        "health": {"name": "Health"},
        "prison": {"name": "Prison"},
        "education": {"name": "Education"},
    }
)


@pytest.mark.parametrize(
    "text",
    [
        "Chief Executive (NHS)",
        "NHS (Chief Executive)",
        "NHS – Chief Executive",
        "NHS — Chief Executive",
        "NHS - Chief Executive",
        "Chief Executive - NHS",
        "NHS: Chief Executive",
        "NHS, Chief Executive",
        "Chief Executive from NHS",
        "Chief Executive of the NHS",
        "Chief Executive of NHS",
        "Chief Executive for NHS",
        "Chief Executive at NHS",
        "NHS/Chief Executive",
        "NHS’s Chief Executive",
        "NHS's Chief Executive",
        "NHS Chief Executive",
    ],
)
def test_a_post_and_whose_it_is(text: str) -> None:
    seat = known_seat(Organisations(REGISTER), text)

    assert seat is not None
    assert seat.value(people=False) == {"organisation": "nhs", "role": "Chief Executive"}


def test_a_name_with_and_in_it_is_one_of_several_parts() -> None:
    organisations = Organisations(a_register(organisations={"nhs": {"name": "NHS"}, "youth": {"name": "Youth and Play"}}))

    for text in ("NHS / Youth and Play", "Youth and Play/NHS"):
        assert {seat.organisation for seat in read_members(organisations, text).seats} == {"nhs", "youth"}


def test_a_slash_divides_names_before_an_and_does() -> None:
    found = read_members(Organisations(REGISTER), "OPCC/Youth and Play")

    assert [seat.organisation for seat in found.seats] == ["opcc", "youth-and-play"]


def test_a_seats_person_is_written_only_where_people_are_asked_for() -> None:
    seat = Seat("nhs", person="Jane Doe")

    assert seat.value(people=False) == "nhs"
    assert seat.value(people=True) == {"organisation": "nhs", "person": "Jane Doe"}


@pytest.mark.parametrize(
    ("text", "seats"),
    [
        ("NHS", ("nhs",)),
        ("NHS x2", ({"organisation": "nhs", "people": "2"},)),
        ("NHS (3)", ({"organisation": "nhs", "people": "3"},)),
        ("NHS (non-voting)", ({"organisation": "nhs", "voting": "false"},)),
        ("NHS (voting)", ({"organisation": "nhs", "voting": "true"},)),
        ("NHS (Chair); Police", ({"organisation": "nhs", "attendance": "chair"}, "police")),
        (
            "NHS\nObservers:\nPolice\nPrison (as required)",
            ("nhs", {"organisation": "police", "attendance": "observer"}, {"organisation": "prison", "attendance": "agenda-led"}),
        ),
        ("By invitation:\nNHS\nCore members:\nPolice", ({"organisation": "nhs", "attendance": "by-invitation"}, "police")),
        ("Observers: NHS, Police\nPrison", (*({"organisation": one, "attendance": "observer"} for one in ("nhs", "police")), "prison")),
        ("Core members: NHS, Police", ("nhs", "police")),
        ("Chief officers: NHS, Police", tuple({"organisation": one, "role": "Chief officers"} for one in ("nhs", "police"))),
        ("1. NHS\n2) Police\n• Prison\na. Health", ("nhs", "police", "prison", "health")),
        ("NHS, police, NHS", ("nhs", "police")),
    ],
)
def test_seats(text: str, seats: tuple[Value, ...]) -> None:
    found = read_members(Organisations(REGISTER), text)

    assert tuple(seat.value(people=False) for seat in found.seats) == seats
    assert found.doubtful == ()


@pytest.mark.parametrize(
    "name",
    [
        "Police and Crime Team",
        "Health and Social Trust",
        "Health and Wellbeing Trust",
        "Prison and Probation Team",
        "Education and Skills Team",
    ],
)
def test_a_name_with_and_in_it_is_one_lead(name: str) -> None:
    organisations = Organisations(REGISTER)

    assert read_lead(organisations, name).lead == organisations.find(name)
    assert [one.name for one in organisations.proposed.values()] == [name]


@pytest.mark.parametrize("text", ["Prison, Harbour Watch", "Harbour Watch, Prison"])
def test_a_new_lead_beside_a_known_one(text: str) -> None:
    assert read_lead(Organisations(REGISTER), text).lead in (("prison", "harbour-watch"), ("harbour-watch", "prison"))


@pytest.mark.parametrize("text", ["Harbour Watch, River Watch jointly", "Harbour Watch / River Watch", "Harbour Watch; River Watch"])
def test_two_new_leads(text: str) -> None:
    assert read_lead(Organisations(REGISTER), text).lead == ("harbour-watch", "river-watch")


def test_the_subject_of_a_post_is_not_whose_post_it_is() -> None:
    organisations = Organisations(REGISTER)
    for name in ("Public Housing", "Bristol Council", "OPCC"):
        organisations.propose(name)

    assert known_seat(organisations, "Director of Public Housing") is None
    for name, id_ in (("Bristol Council", "bristol-council"), ("OPCC", "opcc"), ("Health", "health")):
        seat = known_seat(organisations, f"Director of {name}")
        assert seat is not None
        assert (seat.organisation, seat.role) == (id_, "Director"), name


@pytest.mark.parametrize(
    "text", ["Clerk, Port Police", "Superintendent (Port Police)", "Head of Prevention – Port NHS", "Lead: Mental Health"]
)
def test_the_end_of_a_longer_name_is_not_whose_post_it_is(text: str) -> None:
    assert known_seat(Organisations(REGISTER), text) is None


@pytest.mark.parametrize("text", ["Director of Public Health", "Head of Mental Health (Chair)", "Commissioner for Public Health"])
def test_a_name_that_ends_the_subject_of_a_post_is_not_whose_post_it_is(text: str) -> None:
    assert known_seat(Organisations(REGISTER), text) is None


@pytest.mark.parametrize(
    ("text", "organisation"),
    [("Head of Prevention NHS", "nhs"), ("Head of Prevention Police", "police"), ("Lead for Prevention Avon Fire and Rescue", "fire")],
)
def test_a_body_behind_the_subject_of_a_post_is_whose_post_it_is(text: str, organisation: str) -> None:
    register = a_register(organisations={"nhs": {"name": "NHS"}, "police": {"name": "Police"}, "fire": {"name": "Avon Fire and Rescue"}})
    seat = known_seat(Organisations(register), text)

    assert seat is not None
    assert seat.organisation == organisation
