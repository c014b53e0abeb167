"""What an organisation, a member, a chair and a number are called in every report."""

from fractions import Fraction
from typing import Any

import pytest

from building import a_meeting, a_register
from govreg.analysis.meetings_per_year import yearly_count
from govreg.model.register import LeftOut
from govreg.views import terms

ORGANISATIONS = {"opcc": {"name": "OPCC office"}, "pcc": {"name": "Police and Crime Commissioner"}, "nhs": {"name": "NHS"}}
REGISTER = a_register(organisations=ORGANISATIONS, areas={"north": {"name": "North"}, "south": {"name": "South"}})


@pytest.mark.parametrize(
    ("member", "called"),
    [
        ({}, "OPCC office"),
        ({"role": "Director"}, "OPCC office (Director)"),
        ({"organisation": "pcc", "role": "police and crime commissioner"}, "Police and Crime Commissioner"),
        ({"organisation": "pcc", "role": "Police and Crime Commissioner", "voting": True}, "Police and Crime Commissioner, votes"),
        ({"people": 1}, "OPCC office (1 person)"),
        ({"people": 2, "voting": False}, "OPCC office (2 people, does not vote)"),
        ({"attendance": "by-invitation", "until": "2017-05"}, "OPCC office (by invitation, until May 2017)"),
        ({"role": "Director", "person": "Ann", "attendance": "chair"}, "OPCC office (Director, Ann, chair)"),
        ({"visibility": "internal"}, "OPCC office (internal)"),
    ],
)
def test_a_member(member: dict[str, Any], called: str) -> None:
    (seat,) = a_meeting(participants=[{"organisation": "opcc", **member}]).participants

    assert terms.seat(REGISTER, seat) == called


@pytest.mark.parametrize(
    ("chair", "called"),
    [
        ({"organisation": "opcc"}, "OPCC office"),
        ({"organisation": "opcc", "role": "Director"}, "Director (OPCC office)"),
        ({"role": "Independent chair"}, "Independent chair"),
        ({"organisation": "pcc", "role": "Police and Crime Commissioner"}, "Police and Crime Commissioner"),
        ({"organisation": "opcc", "person": "Ann"}, "Ann, OPCC office"),
        ({"basis": "by rotation"}, "post not stated, by rotation"),
        ({"organisation": "opcc", "from": "2016", "until": "2017-05-04"}, "OPCC office, from 2016, until 4 May 2017"),
    ],
)
def test_a_chair(chair: dict[str, Any], called: str) -> None:
    assert terms.chairs(REGISTER, a_meeting(chair=chair)) == (called,)


@pytest.mark.parametrize(
    ("keys", "members"),
    [
        ({"participants": ["nhs"], "chair": {"organisation": "opcc"}}, ("NHS", "OPCC office (chair)")),
        ({"participants": ["opcc", "nhs"], "chair": {"organisation": "opcc"}}, ("OPCC office (chair)", "NHS")),
        (
            {"participants": [{"organisation": "opcc", "role": "Officer"}], "chair": {"organisation": "opcc", "role": "Director"}},
            ("OPCC office (Officer)", "OPCC office (Director, chair)"),
        ),
        ({"participants": [{"organisation": "opcc", "attendance": "chair"}], "chair": "opcc"}, ("OPCC office (chair)",)),
    ],
)
def test_the_chair_is_one_of_the_members_once(keys: dict[str, Any], members: tuple[str, ...]) -> None:
    assert terms.seats(REGISTER, a_meeting(**keys)) == members


@pytest.mark.parametrize(
    ("frequency", "words"),
    [
        ("Quarterly", "4 a year"),
        ("At least twice a year", "at least 2 a year"),
        ("Bi-monthly", "6 a year, by the usual reading"),
        ("TBC", "not known"),
        (None, "not known"),
        ({"per_year": "1.5"}, "1.5 a year"),
    ],
)
def test_a_number_a_year_says_how_certain_it_is(frequency: Any, words: str) -> None:
    assert terms.a_year_in_words(yearly_count(a_meeting(frequency=frequency), REGISTER), " a year") == words


@pytest.mark.parametrize(("number", "words"), [(None, "not known"), (Fraction(4), "4"), (Fraction(3, 2), "1.5"), (Fraction(52, 3), "17.3")])
def test_a_number_has_one_decimal_at_most(number: Fraction | None, words: str) -> None:
    assert terms.count(number) == words


def test_areas_say_whether_each_has_its_own() -> None:
    areas = ["north", "south"]

    assert terms.areas(REGISTER, a_meeting()) == "the whole area"
    assert terms.areas(REGISTER, a_meeting(areas=areas)) == "North and South"
    assert terms.areas(REGISTER, a_meeting(areas=areas, instances="per-area")) == "one each in North and South"


@pytest.mark.parametrize(
    ("count", "lines"),
    [
        (LeftOut(visibility="partners"), []),
        (LeftOut(visibility="partners", meetings=1), ["1 meeting is left out because it is internal."]),
        (LeftOut(visibility="public", seats=2, meetings=1), ["1 meeting and 2 members are left out because they are not public."]),
    ],
)
def test_what_others_may_not_see_is_counted(count: LeftOut, lines: list[str]) -> None:
    assert terms.left_out(count) == lines
