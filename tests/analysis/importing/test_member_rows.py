"""Tables of members with a row for each seat."""

import pytest

from govreg.analysis.importing.found import Member
from govreg.analysis.importing.member_rows import MemberColumns, member_columns, member_in, read_member
from govreg.analysis.importing.organisations import Organisations
from govreg.model.document import Document, Paragraph
from govreg.model.edits import Value
from papers import PARTNERS, heading, in_full, only, paper, planned, table


@pytest.mark.parametrize(
    ("headings", "columns"),
    [
        (("Name", "Role", "Agency", "Status"), MemberColumns(organisation=2, post=1, mark=3, person=0)),
        (("Organisation", "Member"), MemberColumns(organisation=0, post=None, mark=None, person=1)),
        (("Job title", "Attendance"), MemberColumns(organisation=None, post=0, mark=1, person=None)),
        (("Representing", "Post", "Post"), MemberColumns(organisation=0, post=1, mark=None, person=None)),
        (("Attendees (organisation)", "Attendees (post)"), MemberColumns(organisation=0, post=1, mark=None, person=None)),
        (("Name", "Telephone"), None),
        (("Board", "Lead"), None),
    ],
)
def test_the_headings_say_what_the_columns_hold(headings: tuple[str, ...], columns: MemberColumns | None) -> None:
    assert member_columns(dict(enumerate(headings))) == columns


def test_a_column_that_a_row_has_nothing_in_is_empty() -> None:
    columns = MemberColumns(organisation=0, post=1, mark=None, person=None)

    assert member_in(columns, {0: "Port\nCouncil"}) == Member("Port Council", "", "", "")


@pytest.mark.parametrize(
    ("organisation", "post", "mark", "seat"),
    [
        ("BCC", "Director of Public Health", "", {"organisation": "bcc", "role": "Director of Public Health"}),
        ("BCC", "Leader (Chair)", "", {"organisation": "bcc", "role": "Leader", "attendance": "chair"}),
        ("BCC", "Chair", "", {"organisation": "bcc", "role": "Chair"}),
        ("BCC", "Leader", "Chair", {"organisation": "bcc", "role": "Leader", "attendance": "chair"}),
        ("BCC", "Leader", "Voting (Chair)", {"organisation": "bcc", "role": "Leader", "attendance": "chair", "voting": "true"}),
        ("BCC", "Clerk", "In attendance (minutes)", {"organisation": "bcc", "role": "Clerk", "attendance": "observer"}),
        ("BCC", "Clerk (non-voting)", "", {"organisation": "bcc", "role": "Clerk", "voting": "false"}),
        ("BCC", "", "Member", "bcc"),
        ("Port OPCC", "Partnerships Manager", "", {"organisation": "port-opcc", "role": "Partnerships Manager"}),
        ("Probation Service", "Head of Unit", "", {"organisation": "probation-service", "role": "Head of Unit"}),
        ("", "Leader of the BCC", "", {"organisation": "bcc", "role": "Leader"}),
    ],
)
def test_a_row_is_a_seat(organisation: str, post: str, mark: str, seat: Value) -> None:
    read = read_member(Organisations(PARTNERS), Member(organisation, post, mark, ""))

    assert read is not None
    assert read.value(people=False) == seat


@pytest.mark.parametrize("organisation", ["", "BCC, NHS"])
def test_a_row_that_is_not_one_organisations_is_no_seat(organisation: str) -> None:
    assert read_member(Organisations(PARTNERS), Member(organisation, "Independent Adviser", "", "")) is None


MEMBERS = (
    ("Name", "Role", "Agency", "Status"),
    ("Ada Quill", "Clerk", "BCC", "Voting"),
    ("Dr Xi Qo", "Adviser", "NHS", ""),
    ("Zog", "Expert", "", ""),
)


def terms(*rows: tuple[str, ...]) -> Document:
    """Terms of reference with a table of members among headings."""
    return paper(
        heading("Safer Streets Board", 1),
        heading("Purpose"),
        Paragraph("To act.", "paragraph 3"),
        heading("Membership"),
        table(*rows),
        heading("Quorum"),
        Paragraph("Three.", "paragraph 6"),
    )


def test_a_table_below_the_heading_for_members_says_who_they_are() -> None:
    assert (
        in_full(planned(terms(*MEMBERS), PARTNERS))
        == """\
Safer Streets Board @ “Safer Streets Board”: purpose To act.; participants [{organisation: bcc, role: Clerk, voting:
    true}, {organisation: nhs, role: Adviser}]; quorum Three.; lead not-stated
labels: Purpose @ “Purpose”, Membership @ “Membership”, Name @ 1.1, Role @ 1.2, Agency @ 1.3, Status @ 1.4, Quorum @
    “Quorum”
left: Ada Quill @ 2.1. It may be a person's name, which --people keeps.
left: Dr Xi Qo @ 3.1. It is a person's name, which --people keeps.
left: Zog @ 4.1. It may be a person's name, which --people keeps.
left: Expert @ 4.1. It names no organisation that is known.
"""
    )


def test_the_names_in_it_are_kept_where_people_are_asked_for() -> None:
    fields = only(planned(terms(*MEMBERS), PARTNERS, people=True)).fields

    assert fields["participants"] == (
        {"organisation": "bcc", "role": "Clerk", "person": "Ada Quill", "voting": "true"},
        {"organisation": "nhs", "role": "Adviser", "person": "Dr Xi Qo"},
    )


def test_a_table_of_meetings_below_it_is_none_of_members() -> None:
    plan = planned(
        terms(("Board", "Role", "Frequency"), ("Port Board", "To act", "monthly"), ("Farm Panel", "To plant", "yearly")), PARTNERS
    )

    assert [one.title for one in plan.meetings] == ["Port Board", "Farm Panel"]


ROWS = (
    ("Forum", "Host", "Attendees (organisation)", "Attendees (post)", "Frequency"),
    ("Port Board", "BCC", "BCC", "Leader (Chair)", "monthly"),
    ("", "", "NHS", "Director of Public Health", ""),
    ("", "", "Probation", "", ""),
    ("Farm Board", "BCC", "BCC, NHS", "Leader, Clerk", "yearly"),
)


def test_an_organisation_and_its_post_in_two_columns_are_one_seat() -> None:
    port, farm = planned(paper(table(*ROWS)), PARTNERS).meetings

    assert port.fields["participants"] == (
        {"organisation": "bcc", "role": "Leader", "attendance": "chair"},
        {"organisation": "nhs", "role": "Director of Public Health"},
        "nps",
    )
    assert port.fields["participants_as_written"] == "BCC, Leader (Chair)\nNHS, Director of Public Health\nProbation"
    assert farm.fields["participants"] == ("bcc", "nhs")
