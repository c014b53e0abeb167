"""What an organisation, a member, a chair and a number are called in every report."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from building import a_meeting, a_register
from govreg.analysis.meetings_per_year import yearly_count, yearly_total
from govreg.model.register import LeftOut
from govreg.model.register import organisations as organisations_of
from govreg.report import Count, Date, Link
from govreg.views import terms

ORGANISATIONS = {"opcc": {"name": "OPCC office"}, "pcc": {"name": "Police and Crime Commissioner"}, "nhs": {"name": "NHS"}}
REGISTER = a_register(organisations=ORGANISATIONS, areas={"north": {"name": "North"}, "south": {"name": "South"}})


@pytest.mark.parametrize(
    ("member", "called"),
    [
        ({}, "OPCC office"),
        ({"role": "Director"}, "OPCC office (Director)"),
        ({"organisation": "pcc", "role": "police and crime commissioner"}, "Police and Crime Commissioner"),
        ({"organisation": "pcc", "role": "Police and Crime Commissioner", "voting": True}, "Police and Crime Commissioner (votes)"),
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
        ("Quarterly", "4"),
        ("At least twice a year", "at least 2"),
        ("Bi-monthly", "6, by the usual reading"),
        ("TBC", "not known"),
        (None, "not known"),
        ({"per_year": "1.5"}, "1.5"),
    ],
)
def test_a_number_a_year_says_how_certain_it_is(frequency: Any, words: str) -> None:
    assert terms.a_year_in_words(yearly_count(a_meeting(frequency=frequency), REGISTER)) == words


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


NAMED = a_register(
    a_meeting("board", title="Heron Board", visibility="internal"),
    a_meeting("panel", title="Panel"),
    organisations={
        "opcc": {"name": "OPCC office", "aliases": ["OPCC", "Office of the Commissioner"]},
        "nhs": {"name": "NHS", "aliases": ["Health Service"]},
        "same": {"name": "Fire", "aliases": ["Crew"]},
    },
)


@pytest.mark.parametrize(("id_", "called"), [("opcc", "OPCC"), ("nhs", "NHS"), ("same", "Fire"), ("nowhere", "nowhere")])
def test_an_organisation_is_called_by_its_first_other_name_where_that_is_shorter(id_: str, called: str) -> None:
    assert terms.organisation(NAMED, id_) == terms.sender(NAMED, id_) == called
    assert terms.organisation_link(NAMED, id_) == terms.sender_link(NAMED, id_) == Link("organisation", id_, called)


@pytest.mark.parametrize(
    ("id_", "title", "marked"), [("board", "Heron Board", "Heron Board (internal)"), ("panel", "Panel", "Panel"), ("gone", "gone", "gone")]
)
def test_a_meeting_is_called_by_its_title_and_marked_where_it_is_internal(id_: str, title: str, marked: str) -> None:
    assert terms.meeting(NAMED, id_) == title
    assert terms.marked(NAMED, id_) == marked
    assert terms.meeting_link(NAMED, id_) == Link("meeting", id_, marked)
    if id_ in NAMED.meetings:
        assert terms.sender(NAMED, id_) == marked
        assert terms.sender_link(NAMED, id_) == Link("meeting", id_, marked)


@pytest.mark.parametrize(
    ("keys", "who"),
    [
        ({}, "OPCC"),
        ({"lead": ["opcc", "nhs"], "support": ["same", "nowhere"]}, "OPCC and NHS, with Fire and nowhere"),
        ({"lead": "not-stated"}, "not stated"),
        ({"lead": "unclear", "support": ["nhs"]}, "unclear, with NHS"),
    ],
)
def test_a_lead(keys: dict[str, Any], who: str) -> None:
    assert terms.lead(NAMED, a_meeting(**keys)) == who


@pytest.mark.parametrize(("visibility", "mark"), [("internal", " (internal)"), ("partners", ""), ("public", ""), (None, "")])
def test_only_what_is_internal_is_marked(visibility: str | None, mark: str) -> None:
    assert terms.internal(visibility) == mark


@pytest.mark.parametrize(
    ("iso", "in_table", "sentence"),
    [
        ("2016-11-10", Date("2016-11-10", "10 November 2016"), "on 10 November 2016"),
        ("2016-11", Date("2016-11", "November 2016"), "in November 2016"),
        ("2016", Date("2016", "2016"), "in 2016"),
    ],
)
def test_a_date_has_the_preposition_of_its_length(iso: str, in_table: Date, sentence: str) -> None:
    assert terms.date(iso) == in_table
    assert terms.when(iso) == sentence
    assert terms.date(None) is None


def test_who_chairs_is_also_said_by_members_that_attend_as_chair() -> None:
    presiding = [
        {"organisation": "nhs", "attendance": "chair", "role": "Director"},
        "opcc",
        {"organisation": "same", "attendance": "chair"},
    ]

    assert terms.chairs(NAMED, a_meeting(participants=presiding)) == ("NHS (Director)", "Fire")
    assert terms.chairs(NAMED, a_meeting(participants=presiding, chair="opcc")) == ("OPCC",)
    assert terms.chairs(NAMED, a_meeting(participants=["opcc"])) == ()


@pytest.mark.parametrize(
    ("members", "chair", "listed"),
    [
        (["nhs"], {"role": "Independent"}, ("NHS",)),
        ([{"meeting": "board"}], {"organisation": "opcc"}, ("Heron Board (internal)", "OPCC (chair)")),
        (["opcc"], {"organisation": "opcc", "role": "Director"}, ("OPCC (Director, chair)",)),
        (
            [{"organisation": "opcc", "role": "Director"}, {"organisation": "opcc", "role": "Clerk"}],
            {"organisation": "opcc", "role": "Clerk"},
            ("OPCC (Director)", "OPCC (Clerk, chair)"),
        ),
        (
            [{"organisation": "opcc", "attendance": "chair", "role": "Director"}],
            {"organisation": "opcc", "role": "Clerk"},
            ("OPCC (Director, chair)",),
        ),
        ([], {"organisation": "opcc", "role": "Clerk"}, ("OPCC (Clerk, chair)",)),
    ],
)
def test_the_seat_of_the_chair_is_the_one_of_its_post(members: list[Any], chair: dict[str, Any], listed: tuple[str, ...]) -> None:
    assert terms.seats(NAMED, a_meeting(participants=members, chair=chair)) == listed


def test_a_number_that_only_varies_is_said_to() -> None:
    varies = yearly_count(a_meeting(frequency="Varies in each LA area"), REGISTER)
    about = yearly_count(a_meeting(frequency="Monthly; varies in each LA area"), REGISTER)

    assert terms.a_year_in_words(varies) == "it varies"
    assert terms.a_year_in_words(about) == "12, but it varies"
    assert terms.a_year(varies) == Count(None, "varies")
    assert terms.a_year(about) == Count(12.0, "varies")


def test_all_instances_are_in_the_number_of_a_meeting() -> None:
    each = a_meeting(frequency="Quarterly", instances="per-area", areas=["north", "south"])
    one = yearly_count(a_meeting(frequency={"text": "TBC", "exceptions": {"north": 4}}, instances="per-area"), REGISTER)

    assert terms.a_year(yearly_count(each, REGISTER)) == Count(8.0)
    assert terms.a_year_in_words(yearly_count(each, REGISTER)) == "8"
    assert terms.title(each, yearly_count(each, REGISTER)) == "Budget committee (2 areas)"
    assert terms.title(a_meeting(), yearly_count(a_meeting(), REGISTER)) == "Budget committee"
    assert terms.a_year(one) == Count(None, one.certainty.value)


@pytest.mark.parametrize(
    ("frequencies", "total", "text"),
    [
        ([], "not known", "not known"),
        ([None, "TBC"], "not known", "not known"),
        (["Monthly"], "12", "12"),
        (["Monthly", "Quarterly"], "16", "16"),
        (["Bi-monthly"], "6 to 24", "6 to 24"),
        (["Monthly", None], "at least 12", "at least 12; 1 not known"),
        (["Bi-monthly", None, "TBC"], "at least 6 to 24", "at least 6 to 24; 2 not known"),
        (["At least twice a year", "Monthly"], "at least 14", "at least 14"),
        (["Monthly; varies in each LA area", "Monthly"], "about 24", "about 24"),
        (["Monthly; varies in each LA area", None], "about 12", "about 12; 1 not known"),
    ],
)
def test_a_sum_says_what_it_cannot_count(frequencies: list[str | None], total: str, text: str) -> None:
    counted = yearly_total(yearly_count(a_meeting(frequency=frequency), REGISTER) for frequency in frequencies)

    assert terms.sum_a_year(counted) == total
    assert terms.sum_text(counted) == text


@pytest.mark.parametrize(
    ("cells", "meaning"),
    [
        ([], ""),
        (["+", None, Count(4.0)], ""),
        ([Count(4.0, "at-least")], "+ at least"),
        ([Count(None, "unknown"), Count(4.0, "varies"), Count(6.0, "ambiguous")], "? can be read in two ways; ~ varies; – not known"),
        ([Count(None, "varies")], "~ varies"),
    ],
)
def test_signs_are_explained_once_and_only_where_they_are(cells: list[Any], meaning: str) -> None:
    assert terms.signs(cells) == meaning


@pytest.mark.parametrize(
    ("unread", "complete", "line"),
    [
        (("meetings/a.yaml",), True, "Left out because of errors: meetings/a.yaml. “govreg validate” says what is wrong."),
        (
            tuple("abcde"),
            True,
            "Left out because of errors: a, b, c, d and e. “govreg validate” says what is wrong.",
        ),
        (
            tuple("abcdefg"),
            True,
            "Left out because of errors: a, b, c, d, e and 2 more. “govreg validate” says what is wrong.",
        ),
        (
            ("organisations.yaml",),
            False,
            "Left out because they have errors or are missing: organisations.yaml. “govreg validate” says what is wrong.",
        ),
    ],
)
def test_files_that_could_not_be_read_are_named(unread: tuple[str, ...], complete: bool, line: str) -> None:  # noqa: FBT001 - a case
    register = replace(a_register(unread=unread, name="Register"), organisations=organisations_of({}, complete=complete))

    assert terms.under(register, "2026-11-21") == ("Register, as at 21 November 2026.", line)


def test_a_register_without_a_name_has_its_day() -> None:
    assert terms.under(a_register(), "2026-11") == ("As at November 2026.",)


@pytest.mark.parametrize(
    ("count", "line"),
    [
        (LeftOut(visibility="public", decisions=1), "1 decision is left out because it is not public."),
        (LeftOut(visibility="partners", seats=1), "1 member is left out because it is internal."),
        (LeftOut(visibility="partners", focus=1, decisions=1), "1 focus item and 1 decision are left out because they are internal."),
    ],
)
def test_each_thing_that_is_left_out_is_named(count: LeftOut, line: str) -> None:
    assert terms.left_out(count) == [line]


@pytest.mark.parametrize(
    ("theme", "called"),
    [
        ("Mental health", "mental health"),
        ("Police and Crime Plan", "Police and Crime Plan"),
        ("VAWG", "VAWG"),
        ("NHS estates", "NHS estates"),
    ],
)
def test_a_theme_within_a_sentence_keeps_its_own_capitals(theme: str, called: str) -> None:
    register = a_register(themes={"one": {"name": theme}})

    assert terms.subject(register, theme.lower()) == called
    assert terms.subject(register, "fire safety") == "fire safety"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (None, ""),
        ("NHS, OPCC and partners", "NHS, OPCC and partners"),
        ("- OPCC (Chair)\n- NHS;\n\n- Fire", "OPCC (Chair); NHS; Fire"),
        ("CPS, Chief Crown Prosecutor\nHMCTS, Delivery Director", "CPS, Chief Crown Prosecutor; HMCTS, Delivery Director"),
    ],
)
def test_the_items_of_a_source_s_list_of_members_are_kept_apart(written: str | None, shown: str) -> None:
    assert terms.members_as_written(a_meeting(participants_as_written=written)) == shown
