"""Of pairs that share members, the counts in the foot are those of going through them one by one, and the rows those of the pairs."""

import itertools
import json
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from building import a_meeting, a_register
from conftest import examples
from govreg.analysis.overlaps import By, pairs_in_common
from govreg.analysis.overlaps import overlaps as found_in
from govreg.model.register import Register
from govreg.render.json_text import json_text
from govreg.report import Column, Heading, Link, Paragraph, Percent, Report, Table
from govreg.views.overlaps import OVERLAP, in_common, overlaps

ORGANISATIONS = {"a": {}, "b": {}, "c": {}, "both": {"members": ["a", "b"]}}
SEATS = st.lists(
    st.fixed_dictionaries({"organisation": st.sampled_from(sorted(ORGANISATIONS))}, optional={"attendance": st.just("by-invitation")}),
    max_size=4,
    unique_by=lambda seat: seat["organisation"],
)


def registers(seats: list[list[dict[str, str]]]) -> Register:
    return a_register(*(a_meeting(f"m{number}", participants=who) for number, who in enumerate(seats)), organisations=ORGANISATIONS)


@given(st.lists(SEATS, max_size=6))
def test_the_counts_are_those_of_the_pairs(seats: list[list[dict[str, str]]]) -> None:
    register = registers(seats)
    found = found_in(register, register.meetings.values())
    foot = " ".join(overlaps(register, found, "organisation", "2026-11-21", limit=0).foot)

    sitting = [pair for pair in found.pairs if pair.shared or pair.shared_through]
    through = sum(not pair.shared for pair in sitting)
    single = sum(len(pair.shared) == 1 and pair.jaccard == 1 for pair in sitting)
    invited = len(found.pairs) - len(sitting)
    assert (f"{len(sitting)} pair{'s' if len(sitting) > 1 else ''} of meetings share" in foot) == bool(sitting)
    assert (f"{through} of them only through a collective" in foot) == bool(through)
    more = f"{invited} {'more ' if sitting else ''}pair{'s share' if invited > 1 else ' shares'} members only by invitation"
    assert (more in foot) == bool(invited)
    assert (f"No overlap is given for {single} pair" in foot) == bool(single)


@examples(Fraction(1, 2))
@given(st.lists(SEATS, max_size=6))
def test_a_spreadsheet_has_a_row_for_each_pair(seats: list[list[dict[str, str]]]) -> None:
    register = registers(seats)
    found = found_in(register, register.meetings.values())
    table = overlaps(register, found, "organisation", "2026-11-21", limit=1).table

    assert table is not None
    assert [(row[0], row[1], row[4], row[5]) for row in table.rows] == [
        (pair.a, pair.b, len(pair.shared), round(pair.jaccard, 2)) for pair in found.pairs
    ]


def seat(organisation: str, **keys: Any) -> dict[str, Any]:
    return {"organisation": organisation, **keys}


def shared(*members: list[Any], by: By = "organisation", limit: int = 0, not_held: int = 0, **keys: Any) -> Report:
    """The report on meetings with these members, called `m0`, `m1` and so on."""
    meetings = [a_meeting(f"m{number}", participants=who, **keys) for number, who in enumerate(members)]
    register = a_register(*meetings, organisations={**ORGANISATIONS, **{f"x{number}": {} for number in range(10)}})
    return overlaps(register, found_in(register, meetings, by=by), by, "2026-11-21", limit=limit, not_held=not_held)


def tables(report: Report) -> dict[str, Table]:
    """The tables by their headings."""
    blocks = list(report.blocks)
    return {block.text: table for block, table in itertools.pairwise(blocks) if isinstance(block, Heading) and isinstance(table, Table)}


M0, M1 = Link("meeting", "m0", "M0"), Link("meeting", "m1", "M1")


def test_a_pair_is_a_row_with_how_many_share_how_much_and_who() -> None:
    report = shared(["a", "b", "c"], ["a", "b"], frequency="Monthly")
    found = tables(report)

    assert list(found) == ["Meetings that share members", "Members by number of meetings"]
    assert found["Meetings that share members"].rows == ((M0, M1, 2, Percent(2 / 3), "A; B"),)
    assert found["Meetings that share members"].columns == (
        Column("Meeting", share=2),
        Column("and", share=2),
        Column("Shared", number=True, whole=True),
        Column("Overlap", number=True, whole=True),
        Column("Shared members", share=2),
    )
    assert found["Members by number of meetings"].rows == (("A", 2, "24"), ("B", 2, "24"), ("C", 1, "12"))
    assert found["Members by number of meetings"].columns == (
        Column("Member", share=2),
        Column("Meetings", number=True, whole=True),
        Column("Meetings a year", whole=True),
    )
    assert report.foot[:3] == (
        "1 pair of meetings shares at least one member.",
        "Members and chairs are counted. An organisation that only leads or supports a meeting is not.",
        OVERLAP,
    )


def test_a_share_of_the_one_member_that_both_name_is_not_given() -> None:
    report = shared(["a"], ["a"], ["a", "b"])

    assert [row[3] for row in tables(report)["Meetings that share members"].rows] == [None, Percent(0.5), Percent(0.5)]
    assert report.foot[3] == "No overlap is given for 1 pair where both entries name one member only."


def test_who_is_shared_through_a_collective_or_by_invitation_is_marked() -> None:
    guest = seat("c", attendance="by-invitation")
    report = shared(["a", guest], ["both", "c"])

    assert tables(report)["Meetings that share members"].rows[0][2:] == (0, Percent(0.0), "through a collective: A; invited: C")
    assert report.foot[0] == "1 pair of meetings shares at least one member, 1 of them only through a collective."


@pytest.mark.parametrize(("members", "named"), [(8, "X6; X7"), (9, "X5; X6; 2 more"), (10, "X5; X6; 3 more")])
def test_a_row_names_eight_members_at_most(members: int, named: str) -> None:
    who: list[Any] = [f"x{number}" for number in range(members)]
    ((_, _, count, _, names),) = tables(shared(who, who))["Meetings that share members"].rows

    assert count == members
    assert str(names).endswith(named)
    assert len(str(names).split("; ")) == 8


def test_pairs_that_share_members_only_by_invitation_have_a_table_of_their_own() -> None:
    guest = seat("c", attendance="by-invitation")
    report = shared([guest, "a"], ["c", "b"], ["c"], limit=1)
    found = tables(report)

    assert list(found) == ["Meetings that share members", "Meetings that share members only by invitation", "Members by number of meetings"]
    invited = found["Meetings that share members only by invitation"]
    assert [(row[0].id, row[1].id, row[2]) for row in invited.rows] == [("m0", "m1", ("C",))]  # type: ignore[union-attr]
    assert invited.columns == (Column("Meeting", share=2), Column("and", share=2), Column("Attend both", share=2))
    assert report.foot[:2] == (
        "1 pair of meetings shares at least one member.",
        "2 more pairs share members only by invitation, of which the first 1 are shown.",
    )
    assert shared([guest], ["c"]).foot[0] == "1 pair shares members only by invitation."
    assert shared([guest], [guest], ["c"]).foot[0] == "3 pairs share members only by invitation."


def test_no_shared_member_is_said_in_place_of_a_table() -> None:
    report = shared(["a"], ["b"])

    assert report.blocks[0] == Paragraph("No shared members.")
    assert report.foot == (
        "Members and chairs are counted. An organisation that only leads or supports a meeting is not.",
        "As at 21 November 2026.",
    )
    assert list(shared([], []).blocks) == [Paragraph("No shared members.")]


@pytest.mark.parametrize(("limit", "shown"), [(0, 3), (2, 2), (3, 3)])
def test_a_limit_holds_for_each_table_and_is_said(limit: int, shown: int) -> None:
    report = shared(["a", "b", "c"], ["a", "b", "c"], ["a", "b", "c"], limit=limit)

    assert [len(table.rows) for table in tables(report).values()] == [shown, shown]
    limited = " The first 2 are shown; --limit 0 shows all." if shown == 2 else ""
    assert report.foot[0] == f"3 pairs of meetings share at least one member.{limited}"
    assert ("The first 2 of 3 members are shown; --limit 0 shows all." in report.foot) == (shown == 2)
    assert report.table is not None
    assert len(report.table.rows) == 3


@pytest.mark.parametrize(
    ("not_held", "line"),
    [
        (0, None),
        (1, "1 meeting is left out because it is not held; --status all adds it."),
        (2, "2 meetings are left out because they are not held; --status all adds them."),
    ],
)
def test_meetings_that_are_not_held_are_counted(not_held: int, line: str | None) -> None:
    found = [text for text in shared(["a"], ["a"], not_held=not_held).foot if "left out" in text]

    assert found == ([line] if line else [])


@pytest.mark.parametrize(
    ("by", "one", "several", "names", "counted"),
    [
        (
            "role",
            "role",
            "roles",
            "A (ACC)",
            "Only members and chairs whose role is stated are counted, each role within its organisation.",
        ),
        ("person", "person", "people", "Ann", "Only members and chairs who are named as persons are counted."),
    ],
)
def test_roles_and_persons_are_called_so(by: By, one: str, several: str, names: str, counted: str) -> None:
    who = [seat("a", role="ACC", person="Ann")]
    report = shared(who, who, by=by)

    assert report.foot[0] == f"1 pair of meetings shares at least one {one}."
    assert tables(report)["Meetings that share members"].rows[0][4] == names
    assert report.foot[1] == counted
    assert not any("of all members" in line or "one member only" in line for line in report.foot)
    assert shared(["a"], ["a"], by=by).blocks[0] == Paragraph(f"No shared {several}.")
    guests = shared([seat("a", role="ACC", person="Ann", attendance="observer")], who, by=by)
    assert guests.foot[0] == f"1 pair shares {several} only by invitation."


def test_a_role_that_is_the_name_of_its_organisation_is_not_said_twice() -> None:
    who = [seat("a", role="A"), {"meeting": "m1", "role": "Chair"}]

    assert tables(shared(who, who, by="role"))["Meetings that share members"].rows[0][4] == "M1 (Chair); A"


def test_machines_get_each_pair_and_what_each_member_sits_on() -> None:
    guest = seat("c", attendance="by-invitation")
    data = json.loads(json_text(shared(["a", {"meeting": "m1"}, guest], ["both", {"meeting": "m1"}, "c"], frequency="Monthly").data()))
    none = {"role": None, "person": None}

    assert (data["as_at"], data["unread"]) == ("2026-11-21", [])
    assert data["pairs"] == [
        {
            "a": "m0",
            "b": "m1",
            "shared": [{"organisation": None, **none, "meeting": "m1"}],
            "jaccard": 0.25,
            "weight": 0.0,
            "shared_through": ["a"],
            "invited": [{"organisation": "c", **none}],
        }
    ]
    assert {one["id"]: (one["meetings"], one["per_year"]) for one in data["participants"]} == {
        "m1": (["m0", "m1"], 24),
        "a": (["m0"], 12),
        "both": (["m1"], 12),
        "c": (["m1"], 12),
    }


def test_a_spreadsheet_names_the_meetings_and_who_is_shared_how() -> None:
    guest = seat("c", attendance="by-invitation")
    report = shared(["a", "x1", guest], ["both", "x1", "c"])
    assert report.table is not None
    titles = [column.title for column in report.table.columns]
    (row,) = report.table.rows

    assert dict(zip(titles, row, strict=True)) == {
        "a": "m0",
        "b": "m1",
        "title_a": "M0",
        "title_b": "M1",
        "in_both": 1,
        "jaccard": 0.25,
        "weight": 0.0,
        "shared": ("X1",),
        "shared_through": ("A",),
        "invited": ("C",),
    }
    assert report.table_note == "every pair of meetings, and not who sits on most"


def test_pairs_that_share_few_members_may_be_counted_only() -> None:
    meetings = [a_meeting("m0", participants=["a", "b"]), a_meeting("m1", participants=["a", "b"]), a_meeting("m2", participants=["a"])]
    register = a_register(*meetings, organisations=ORGANISATIONS)
    close = pairs_in_common(register, meetings, fewest=2)

    assert in_common(register, close.pairs).rows == ((M0, M1, 2, Percent(1.0), "A; B"),)
    assert (close.counts.close, close.counts.sitting) == (1, 3)


GUEST = seat("c", attendance="by-invitation")


@pytest.mark.parametrize(
    ("most", "limit", "shown"),
    [
        (9, 0, "6 pairs of meetings share at least one member. The first 3 are shown; --lead, --theme and other filters show others."),
        (9, 2, "6 pairs of meetings share at least one member. The first 2 are shown; --limit 0 shows the first 3."),
        (9, 3, "6 pairs of meetings share at least one member. The first 3 are shown; --lead, --theme and other filters show others."),
        (100, 2, "6 pairs of meetings share at least one member. The first 2 are shown; --limit 0 shows all."),
        (100, 0, "6 pairs of meetings share at least one member."),
    ],
)
def test_what_is_left_out_of_an_answer_is_counted(most: int, limit: int, shown: str) -> None:
    meetings = [a_meeting(f"m{number}", participants=["a", "b"]) for number in range(4)]
    register = a_register(*meetings, organisations=ORGANISATIONS)
    report = overlaps(register, found_in(register, meetings, most=most), "organisation", "2026-11-21", limit=limit)
    listed = 3 if most == 9 else 6
    data = json.loads(json_text(report.data()))

    assert report.foot[0] == shown
    assert (len(data["pairs"]), data["pairs_left_out"]) == (listed, 6 - listed)
    assert [len(one["meetings"]) for one in data["participants"]] == [4, 4]
    assert report.table_note == ("every pair" if listed == 6 else "the first 3 of 6 pairs") + " of meetings, and not who sits on most"


@pytest.mark.parametrize(
    ("most", "shown"),
    [
        (7, "2 more pairs share members only by invitation."),
        (6, "2 more pairs share members only by invitation, of which the first 1 are shown."),
        (4, "2 more pairs share members only by invitation, of which none is shown."),
    ],
)
def test_pairs_by_invitation_come_last_and_may_be_left_out(most: int, shown: str) -> None:
    meetings = [a_meeting(f"m{number}", participants=[*own, GUEST]) for number, own in enumerate((["a"], ["a"], ["b"]))]
    register = a_register(*meetings, organisations=ORGANISATIONS)
    report = overlaps(register, found_in(register, meetings, most=most), "organisation", "2026-11-21", limit=0)

    assert shown in report.foot
    assert ("Meetings that share members only by invitation" in tables(report)) == (most > 4)
