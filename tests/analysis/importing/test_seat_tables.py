"""Tables with a row for each seat on several meetings."""

import pytest

from govreg.model.edits import Value
from papers import PARTNERS, merged, only, paper, planned, table

HEAD = ("Board", "Organisation", "Post")
STREETS = ("Streets Board", "BCC", "Leader")
NHS = ("Streets Board", "NHS", "Adviser")
YOUTH = ("Youth Panel", "NSC", "Clerk")
SEATS: Value = ({"organisation": "bcc", "role": "Leader"}, {"organisation": "nhs", "role": "Adviser"})


def test_rows_with_one_title_are_the_seats_of_one_meeting_and_nobody_leads_it() -> None:
    plan = planned(paper(table(HEAD, STREETS, YOUTH, NHS)), PARTNERS)

    assert [(one.title, one.fields["lead"], one.fields["participants"]) for one in plan.meetings] == [
        ("Streets Board", "not-stated", SEATS),
        ("Youth Panel", "not-stated", ({"organisation": "nsc", "role": "Clerk"},)),
    ]
    assert plan.not_understood == ()


def test_a_title_that_reaches_over_several_rows_or_is_left_out_below_counts_for_each() -> None:
    rows = merged(HEAD, (("Streets Board", 2), "BCC", "Leader"), (None, "NHS", "Adviser"), YOUTH, YOUTH)
    below = table(HEAD, STREETS, ("", "NHS", "Adviser"), YOUTH, YOUTH)

    for one in (rows, below):
        assert planned(paper(one), PARTNERS).meetings[0].fields["participants"] == SEATS


def test_a_list_of_members_alone_is_one_of_seats() -> None:
    plan = planned(paper(table(("Board", "Members"), ("Streets Board", "BCC"), ("Streets Board", "NHS"))), PARTNERS)

    assert only(plan).fields["participants"] == ("bcc", "nhs")


@pytest.mark.parametrize("people", [False, True])
def test_names_and_addresses_in_such_a_list_are_kept_only_where_people_are_asked_for(people: bool) -> None:  # noqa: FBT001
    rows = table(
        ("Name", "Board", "Organisation", "Email"), ("Ada Quill", "Streets Board", "BCC", "a@b.org"), ("", "Streets Board", "NHS", "")
    )
    plan = planned(paper(rows), PARTNERS, people=people)

    assert only(plan).title == "Streets Board"
    assert only(plan).fields["participants"] == (({"organisation": "bcc", "person": "Ada Quill"} if people else "bcc"), "nhs")
    assert ("Ada Quill" in [one.text for one in plan.not_understood]) is not people


@pytest.mark.parametrize(
    ("head", "rows", "lead"),
    [
        (("Board", "Organisation"), (("Streets Board", "BCC"), ("Youth Panel", "NHS")), "bcc"),
        (("Board", "Organisation", "Frequency"), (("Streets Board", "BCC", "Monthly"), ("Streets Board", "BCC", "Monthly")), "bcc"),
    ],
)
def test_an_organisation_is_the_lead_where_each_row_is_a_meeting(
    head: tuple[str, ...], rows: tuple[tuple[str, ...], ...], lead: str
) -> None:
    assert planned(paper(table(head, *rows)), PARTNERS).meetings[0].fields["lead"] == lead


def test_a_list_of_contacts_is_left_alone() -> None:
    rows = (("Name", "Organisation", "Post"), ("Ada Quill", "BCC", "Leader"), ("Ada Quill", "NHS", "Adviser"))

    assert planned(paper(table(*rows)), PARTNERS).meetings == ()


def test_totals_and_remarks_below_such_a_list_are_left() -> None:
    plan = planned(paper(table(HEAD, STREETS, NHS, ("Total", "", ""))), PARTNERS)

    assert only(plan).fields["participants"] == SEATS
    assert [one.text for one in plan.not_understood] == ["Total"]
