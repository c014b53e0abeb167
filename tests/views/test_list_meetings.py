"""A list of meetings: what its rows hold, what its foot counts and calls the filter, and the columns of its spreadsheet."""

from typing import Any

import pytest

from building import a_meeting, a_register
from govreg.analysis.selection import Filters, select
from govreg.model.meeting import Meeting
from govreg.model.register import LeftOut, Register
from govreg.model.register import meetings as register_of
from govreg.report import Cell, Column, Count, Date, Link, Paragraph, Report, Table
from govreg.views.list_meetings import list_meetings

PARTS: dict[str, Any] = {
    "organisations": {"opcc": {"name": "OPCC office"}, "pcc": {"part_of": "opcc"}, "nhs": {"name": "NHS"}},
    "areas": {"north": {}, "south": {}},
    "themes": {"birds": {"name": "Birds", "terms": ["heron"]}},
}


def listing(*meetings: Meeting, parts: dict[str, Any] | None = None, **filters: Any) -> Report:
    register = a_register(*meetings, **{**PARTS, **(parts or {})})
    wanted = Filters(**filters)
    return list_meetings(register, select(register, wanted), wanted, "2026-11-21")


def rows(report: Report) -> list[tuple[Cell, ...]]:
    (table,) = report.blocks
    assert isinstance(table, Table)
    return list(table.rows)


def test_a_row_has_the_title_the_lead_the_frequency_as_written_the_number_and_the_status() -> None:
    report = listing(
        a_meeting("b", frequency="Monthly", instances="per-area", support=["nhs"], status="active"),
        a_meeting("a", frequency="TBC", visibility="internal", lead="not-stated"),
    )

    assert rows(report) == [
        (Link("meeting", "a", "A"), "not stated", "TBC", Count(None, "unknown"), None),
        (Link("meeting", "b", "B (2 areas)"), "OPCC office, with NHS", "Monthly", Count(24.0), "active"),
    ]
    (table,) = report.blocks
    assert isinstance(table, Table)
    assert [(column.title, column.share) for column in table.columns if column.share > 1] == [("Meeting", 3), ("Lead", 2), ("How often", 2)]
    assert table.columns[3:] == (Column("A year", whole=True), Column("Status"))


def test_why_a_meeting_is_there_has_a_column_only_where_a_row_needs_it() -> None:
    meetings = a_meeting("a", purpose="Count herons"), a_meeting("b", themes=["birds"]), a_meeting("c", frequency="TBC")
    found = listing(*meetings, theme=("birds",))

    assert [(row[0].id, row[5]) for row in rows(found)] == [("a", "says “herons”"), ("b", "tagged")]  # type: ignore[union-attr]
    assert {len(row) for row in rows(listing(*meetings))} == {5}


def test_a_row_that_shows_why_it_is_there_has_nothing_in_that_column() -> None:
    parts = {"organisations": {"opcc": {}, "nhs": {}, "both": {"members": ["nhs"]}}}
    found = listing(a_meeting("a", participants=["nhs"]), a_meeting("b", participants=["both"]), parts=parts, participant=("nhs",))

    assert [row[5] for row in rows(found)] == [None, "through Both"]


@pytest.mark.parametrize(
    ("filters", "says"),
    [
        ({"lead": ("opcc",)}, "led by OPCC office"),
        ({"lead": ("opcc",), "exact": True}, "led by OPCC office itself"),
        ({"lead": ("joint", "not-stated")}, "lead joint or not stated"),
        ({"support": ("nhs", "opcc")}, "supported by NHS or OPCC office"),
        ({"participant": ("nhs", "opcc")}, "with NHS or OPCC office taking part"),
        ({"participant": ("nhs",), "exact": True}, "with NHS itself taking part"),
        ({"lead": ("opcc", "unclear")}, "led by OPCC office or lead unclear"),
        ({"area": ("north", "south")}, "for North or South"),
        ({"theme": ("birds",)}, "on Birds"),
        ({"text": ("herons", "owls")}, "saying “herons” or “owls”"),
        ({"level": ("strategic", "tactical")}, "strategic or tactical"),
        ({"kind": ("board",), "status": ("active", "ended")}, "of kind board and active or ended"),
        ({"statutory": True}, "statutory"),
        ({"statutory": False}, "not statutory"),
        ({"without": ("lead", "chair")}, "not ended, with no stated lead or no stated chair"),
        ({"level": ("strategic",), "statutory": False}, "strategic and not statutory"),
    ],
)
def test_the_foot_says_the_filter_in_words(filters: dict[str, Any], says: str) -> None:
    report = listing(a_meeting("a"), a_meeting("b"), **filters)

    assert f" of 2 meetings: {says}." in report.foot[0]


def test_the_foot_of_a_filter_of_no_meetings_counts_them_once() -> None:
    assert listing(lead=("opcc",)).foot[0] == "0 meetings: led by OPCC office."


def test_a_list_of_all_counts_them_once() -> None:
    assert listing(a_meeting("a", status="active", frequency="Monthly")).foot[0] == "1 meeting. 12 sittings a year."
    assert listing(a_meeting("a"), a_meeting("b", status="ended")).foot[0] == (
        "2 meetings. 1 is held, though it states no status. 1 has no stated frequency. 1 has ended."
    )


@pytest.mark.parametrize(
    ("unstated", "says"),
    [(0, None), (1, "1 more does not say whether it is statutory."), (2, "2 more do not say whether they are statutory.")],
)
def test_entries_that_do_not_say_whether_they_are_statutory_are_counted(unstated: int, says: str | None) -> None:
    report = listing(a_meeting("a", statutory=True), *(a_meeting(f"m{number}") for number in range(unstated)), statutory=True)

    assert [line for line in report.foot if "statutory" in line][1:] == ([says] if says else [])


def test_who_is_counted_as_a_lead_and_what_it_only_attends_is_said() -> None:
    meetings = (
        a_meeting("a", lead="pcc"),
        a_meeting("b", lead="unclear", participants=["opcc"]),
        a_meeting("c", lead="unclear", participants=["nhs"]),
    )

    assert listing(*meetings, lead=("opcc",)).foot[1:3] == (
        "Counted as OPCC office: OPCC office and Pcc.",
        "OPCC office attends 1 more whose lead is unclear: “govreg list --lead unclear --participant opcc”.",
    )
    assert listing(*meetings, lead=("nhs",)).foot[1] == (
        "NHS attends 1 more whose lead is unclear: “govreg list --lead unclear --participant nhs”."
    )
    assert listing(*meetings, lead=("pcc", "nhs")).foot[1] == (
        "Pcc and NHS attend 1 more whose lead is unclear: “govreg list --lead unclear --participant pcc --participant nhs”."
    )
    assert listing(*meetings, lead=("unclear",)).foot[1].startswith("A year:")


def test_the_signs_of_the_numbers_are_explained() -> None:
    assert "A year: + at least; – not known." in listing(a_meeting("a", frequency="At least twice a year"), a_meeting("b")).foot
    assert not [line for line in listing(a_meeting("a", frequency="Monthly")).foot if line.startswith("A year")]


@pytest.mark.parametrize(
    ("parts", "meetings", "says"),
    [
        ({}, [a_meeting("a")], "No meetings match."),
        ({}, [], "There are no meetings yet."),
        ({"left_out": LeftOut(visibility="partners", meetings=2)}, [], "There are no meetings to show."),
    ],
)
def test_an_empty_list_says_why(parts: dict[str, Any], meetings: list[Meeting], says: str) -> None:
    assert listing(*meetings, parts=parts, kind=("board",)).blocks == (Paragraph(says),)


def test_a_list_is_empty_where_no_file_could_be_read() -> None:
    unread = Register(meetings=register_of({}, unread=["a"]), unread=("meetings/a.yaml",))

    assert list_meetings(unread, select(unread, Filters()), Filters(), "2026-11-21").blocks == (Paragraph("No meeting could be read."),)


def test_machines_get_the_entries_that_match_and_how_many_there_are() -> None:
    data = listing(a_meeting("a", kind="board"), a_meeting("b"), kind=("board",)).data()

    assert (data["as_at"], data["total"], data["unread"]) == ("2026-11-21", 2, [])
    assert [entry["id"] for entry in data["meetings"]] == ["a"]


def test_a_spreadsheet_has_a_row_for_each_meeting_with_links_dates_and_lists() -> None:
    full = a_meeting(
        "a",
        lead=["opcc", "nhs"],
        lead_as_written="The two",
        support=["pcc"],
        secretariat="nhs",
        chair={"organisation": "opcc", "role": "Director"},
        kind="board",
        level="strategic",
        status="active",
        status_reason="It began",
        statutory=["A Act"],
        areas=["north", "south"],
        instances="per-area",
        purpose="Count herons",
        purpose_as_written="Counts",
        focus=["Herons", "Egrets"],
        themes=["birds", "bats"],
        participants=["nhs"],
        participants_as_written="Health",
        quorum="2",
        frequency="six weekly",
        last_met="2016-11-10",
        next_meets="2027-03",
        reports_to=["b", "opcc"],
        links_to=["b"],
        supersedes=["b"],
        review=[{"recommendation": "change"}, {"recommendation": "continue"}],
        sources=[{"document": "Paper"}, {"url": "https://x.org"}],
    )
    table = listing(full, a_meeting("b", lead="unclear", visibility="internal")).table
    assert table is not None
    titles = [column.title for column in table.columns]
    one, two = (dict(zip(titles, row, strict=True)) for row in table.rows)
    b = Link("meeting", "b", "B (internal)")

    assert one == {
        "id": "a",
        "title": "A",
        "lead": (Link("organisation", "opcc", "OPCC office"), Link("organisation", "nhs", "NHS")),
        "lead_kind": "joint",
        "lead_as_written": "The two",
        "support": (Link("organisation", "pcc", "Pcc"),),
        "secretariat": Link("organisation", "nhs", "NHS"),
        "chair": ("Director (OPCC office)",),
        "kind": "board",
        "level": "strategic",
        "status": "active",
        "status_reason": "It began",
        "held": True,
        "statutory": ("A Act",),
        "areas": (Link("area", "north", "North"), Link("area", "south", "South")),
        "instances": "per-area",
        "purpose": "Count herons",
        "purpose_as_written": "Counts",
        "focus": ("Herons", "Egrets"),
        "themes": (Link("theme", "birds", "Birds"), Link("theme", "bats", "bats")),
        "participants": ("NHS", "OPCC office (Director, chair)"),
        "participants_as_written": "Health",
        "quorum": "2",
        "frequency": "six weekly",
        "per_year": 8.67,
        "per_year_total": 17.33,
        "per_year_certainty": "exact",
        "last_met": Date("2016-11-10", "10 November 2016"),
        "next_meets": Date("2027-03", "March 2027"),
        "reports_to": (b, Link("organisation", "opcc", "OPCC office")),
        "links_to": (b,),
        "supersedes": (b,),
        "recommendation": "continue",
        "sources": ("Paper",),
        "file": "meetings/a.yaml",
    }
    assert {column.title: column.ids for column in table.columns if column.ids} == {
        "lead": "lead_id",
        "support": "support_id",
        "areas": "area_id",
        "themes": "theme_id",
        "reports_to": "reports_to_id",
        "links_to": "links_to_id",
        "supersedes": "supersedes_id",
    }
    assert (two["lead"], two["secretariat"], two["frequency"], two["per_year"], two["recommendation"]) == (
        "unclear",
        None,
        None,
        None,
        None,
    )
