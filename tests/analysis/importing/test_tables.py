"""Meetings in the tables of papers and workbooks."""

from dataclasses import replace

import pytest

from building import a_register
from govreg.model.document import Paragraph
from papers import heading, only, paper, planned, table

ROWS = (("Lead", "Council"), ("Purpose", "Safer streets"), ("Frequency", "Monthly"))


def test_the_title_is_in_the_first_row_across_the_table() -> None:
    meeting = only(planned(paper(table(("Safer Streets Board", None), *ROWS))))

    assert (meeting.title, meeting.fields["frequency"], meeting.fields["purpose"]) == ("Safer Streets Board", "Monthly", "Safer streets")


def test_the_title_is_the_heading_above() -> None:
    assert only(planned(paper(heading("1.2 Safer Streets Board"), table(*ROWS)))).title == "Safer Streets Board"


def test_the_title_is_behind_a_label() -> None:
    for label in ("Meeting", "Name of board", "Title", "Board"):
        assert only(planned(paper(table((label, "Safer Streets Board"), *ROWS)))).title == "Safer Streets Board", label


def test_a_value_may_be_in_the_row_below_its_label() -> None:
    meeting = only(
        planned(paper(table(("Safer Streets Board", None), ("Lead", "Council"), ("Purpose", None), ("Parks", None), ("Meets", "Monthly"))))
    )

    assert (meeting.title, meeting.fields["purpose"], meeting.fields["frequency"]) == ("Safer Streets Board", "Parks", "Monthly")


def test_several_meetings_in_one_table() -> None:
    both = table(("Safer Streets Board", None), *ROWS, ("Rural Crime Forum", None), *ROWS)

    assert [one.title for one in planned(paper(both)).meetings] == ["Safer Streets Board", "Rural Crime Forum"]


def test_a_member_that_is_a_meeting_of_the_paper_is_that_meeting_and_no_organisation() -> None:
    plan = planned(
        paper(table(("Meeting", "Members"), ("Safer Streets Board", "NHS, Rural Crime Forum"), ("Rural Crime Forum (NEW)", "NHS")))
    )

    assert plan.meetings[0].fields["participants"] == ("nhs", {"meeting": "rural-crime-forum"})
    assert [one.name for one in plan.organisations] == ["NHS"]


def test_a_heading_of_a_level_is_the_level() -> None:
    plan = planned(paper(table(("Strategic meetings", None), ("Safer Streets Board", None), *ROWS)))

    assert only(plan).fields["level"] == "strategic"
    assert "notes" not in only(plan).fields


def test_a_table_of_two_pairs_in_a_row() -> None:
    meeting = only(planned(paper(table(("Safer Streets Board", None, None, None), ("Lead", "Council", "Meets", "Monthly")))))

    assert (meeting.fields["lead"], meeting.fields["frequency"]) == ("council", "Monthly")


def test_one_row_per_meeting_under_a_header_that_is_not_the_first_row() -> None:
    rows = table(
        ("Partnership meetings 2026", None, None),
        ("Meeting", "Convened by", "How often"),
        ("Safer Streets Board", "Council", "Monthly"),
        ("Operational", None, None),
        ("Rural Crime Forum", "NFU", "Annually"),
    )
    plan = planned(paper(rows))

    assert [(one.title, one.fields["lead"], one.fields["frequency"], one.fields.get("level")) for one in plan.meetings] == [
        ("Safer Streets Board", "council", "Monthly", None),
        ("Rural Crime Forum", "nfu", "Annually", "operational"),
    ]


def test_one_column_per_meeting() -> None:
    columns = table(
        ("", "Safer Streets Board", "Rural Crime Forum"),
        ("Lead", "Council", "NFU"),
        ("Frequency", "Monthly", "Annually"),
    )

    assert [(one.title, one.fields["frequency"]) for one in planned(paper(columns)).meetings] == [
        ("Safer Streets Board", "Monthly"),
        ("Rural Crime Forum", "Annually"),
    ]


def test_a_column_of_the_office_is_a_note_unless_its_meaning_is_given() -> None:
    rows = table(("Meeting", "Lead", "Meets", "Rhythm"), ("Safer Streets Board", "Council", "", "Monthly"))

    assert only(planned(paper(rows))).fields["notes"] == "Rhythm: Monthly"
    assert only(planned(paper(rows), columns={"Rhythm": "frequency"})).fields["frequency"] == "Monthly"


def test_other_tables_are_left_alone() -> None:
    others = (
        table(("Action", "Owner", "Deadline", "Status"), ("Write to the chairs", "OPCC", "May 2026", "open")),
        table(("Risk", "Lead", "Likelihood", "Impact"), ("Funding ends", "Council", "3", "4")),
        table(("Item", "Title", "Lead", "Time"), ("1", "Apologies", "Chair", "10:00")),
        table(("Name", "Organisation", "Email"), ("A Board", "Council", "a@example.org")),
        table(("Staff group", "FTE"), ("Police officers", "2,593")),
        table(("Version", "Date", "Author"), ("1.0", "2026-01-01", "OPCC")),
        table(("Report title", "Partnerships"), ("Author", "OPCC"), ("Purpose", "To inform"), ("Lead", "OPCC")),
    )
    for other in others:
        assert planned(paper(other)).meetings == (), other


def test_a_row_without_a_title_goes_on_with_the_meeting_above() -> None:
    rows = table(
        ("Meeting", "Lead", "Members"),
        ("Safer Streets Board", "Council", "Fire Service"),
        ("", "", "Health Trust"),
    )

    assert only(planned(paper(rows))).fields["participants"] == ("fire-service", "health-trust")


def test_a_misspelt_label_is_read_and_shown() -> None:
    plan = planned(paper(table(("Safer Streets Board", None), ("Lead", "Council"), ("Freqency", "Monthly"))))

    assert only(plan).fields["frequency"] == "Monthly"
    assert [(one.label.text, one.label.read_as) for one in plan.labels if one.label.read_as] == [("Freqency", "frequency")]


def test_a_title_a_row_of_labels_and_a_row_of_values() -> None:
    blocks = table(
        ("Safer Streets Board", None, None),
        ("Lead", "Frequency", "Members"),
        ("Council", "Monthly", "Police"),
        ("Rural Crime Forum", None, None),
        ("Lead", "Frequency", "Members"),
        ("NFU", "Annually", "CLA"),
    )

    assert [(one.title, one.fields["lead"], one.fields["frequency"]) for one in planned(paper(blocks)).meetings] == [
        ("Safer Streets Board", "council", "Monthly"),
        ("Rural Crime Forum", "nfu", "Annually"),
    ]


def test_a_row_of_labels_and_values_under_a_heading() -> None:
    meeting = only(planned(paper(heading("Safer Streets Board"), table(("Lead", "Frequency"), ("Council", "Monthly")))))

    assert (meeting.title, meeting.fields["frequency"]) == ("Safer Streets Board", "Monthly")


def test_a_table_of_who_attends() -> None:
    ticks = table(
        ("Meeting", "OPCC", "Police", "Fire"),
        ("Safer Streets Board", "Chair", "✓", ""),
        ("Resilience Forum", "", "✓", "✓"),
    )
    plan = planned(paper(ticks))

    assert [one.fields["participants"] for one in plan.meetings] == [
        ({"organisation": "opcc", "attendance": "chair"}, "police"),
        ("police", "fire"),
    ]


def test_a_table_in_a_cell_of_a_table_for_the_layout() -> None:
    outer = table(("Safer Streets Board",), ("Rural Crime Forum",), place="table 1")
    inner = [table(*ROWS, place=f"table 1, row {row}, column 1, table 1") for row in (1, 2)]

    assert [one.title for one in planned(paper(outer, *inner)).meetings] == ["Safer Streets Board", "Rural Crime Forum"]


def test_a_sheet_called_after_a_level() -> None:
    rows = table(("Meeting", "Lead", "Frequency"), ("Safer Streets Board", "Council", "Monthly"), place="sheet 2", name="Tactical")

    meeting = only(planned(paper(rows)))
    assert meeting.fields["level"] == "tactical"
    assert [(one.text, one.place) for one in meeting.readings if one.text == "Tactical"] == [("Tactical", "sheet 2")]


def test_a_cell_merged_over_rows_counts_for_each_meeting() -> None:
    rows = table(("Level", "Meeting", "Lead"), ("Strategic", "Safer Streets Board", "Council"), ("", "Rural Crime Forum", "NFU"))
    first, *rest = rows.rows
    merged = replace(rest[0], cells=((0, replace(rest[0].cells[0][1], rows=2)), *rest[0].cells[1:]))
    below = replace(rest[1], cells=rest[1].cells[1:])

    plan = planned(paper(replace(rows, rows=(first, merged, below))))
    assert [one.fields["level"] for one in plan.meetings] == ["strategic", "strategic"]


def test_a_title_in_a_cell_is_cleaned() -> None:
    for written, title in (
        ("1.2 Safer Streets Board*", "Safer Streets Board"),
        ("Safer Streets\nBoard", "Safer Streets Board"),
        ("Safer Streets Board\n(SSB)", "Safer Streets Board (SSB)"),
        ("Safer Streets Board (new)", "Safer Streets Board (new)"),
        ("Safer Streets Board – NEW", "Safer Streets Board"),
        ("Safer Streets Board\nA board that decides about streets", "Safer Streets Board"),
    ):
        assert only(planned(paper(table(("Meeting", "Lead", "Frequency"), (written, "Council", "Monthly"))))).title == title
    assert only(planned(paper(heading("Meeting: Safer Streets Board"), table(*ROWS)))).title == "Safer Streets Board"


def test_a_column_of_remarks_becomes_notes() -> None:
    rows = (("Item", "Detail", "Comment"), ("Lead", "Council", "Too many"), ("Frequency", "Monthly", "Reduce?"))
    meeting = only(planned(paper(heading("Safer Streets Board"), table(*rows))))

    assert (meeting.title, meeting.fields["lead"], meeting.fields["frequency"]) == ("Safer Streets Board", "council", "Monthly")
    assert meeting.fields["notes"] == "Lead: Comment: Too many\nFrequency: Comment: Reduce?"


def test_a_meeting_in_one_cell_has_its_title_in_the_first_line() -> None:
    first = "Safer Streets Board\nLead: Council\nMembers: NHS, Probation\nFrequency: Monthly"
    second = "Rural Crime Forum\nLead: NFU\nMembers: Council\nFrequency: Annually"
    expected = [("Safer Streets Board", "council", "Monthly"), ("Rural Crime Forum", "nfu", "Annually")]

    for cards in (table((first,), (second,)), table((first, second))):
        assert [(one.title, one.fields["lead"], one.fields["frequency"]) for one in planned(paper(cards)).meetings] == expected


def test_minutes_of_one_sitting_describe_no_meeting() -> None:
    for title in ("Minutes of the Safer Streets Board", "Draft minutes – Safer Streets Board", "Agenda for the Safer Streets Board"):
        plan = planned(paper(heading(title), table(("Present", "Role"), ("PCC", "Chair"), ("Chief Constable", ""))))
        assert not plan.meetings, title
        assert title in [one.text for one in plan.not_understood], title


def test_a_register_may_follow_minutes() -> None:
    blocks = (heading("Minutes of the Strategy Board"), heading("Safer Streets Board"), table(*ROWS))

    assert only(planned(paper(*blocks))).title == "Safer Streets Board"


def test_a_value_goes_on_in_a_row_that_begins_beside_the_labels() -> None:
    rows = (("Purpose", "Safer streets", "for all"), ("", "and parks", "and dogs"), ("Frequency", "Monthly", ""))
    meeting = only(planned(paper(table(("Safer Streets Board", None, None), ("Lead", "Council", ""), *rows))))

    assert meeting.fields["purpose"] == "Safer streets\nfor all\nand parks\nand dogs"


def test_the_foot_of_a_table_is_no_meeting() -> None:
    for foot in (
        "Total",
        "Source: Council",
        "Note: as in 2016",
        "Notes: as in 2016",
        "Key: x",
        "NB all dates",
        "N.B. dates",
        "Please note",
        "* new",
    ):
        plan = planned(paper(table(("Meeting", "Lead", "Frequency"), ("Safer Streets Board", "Council", "Monthly"), (foot, "All", "4"))))
        assert [one.title for one in plan.meetings] == ["Safer Streets Board"], foot
        assert foot in [one.text for one in plan.not_understood]


def test_a_heading_that_is_a_theme_gives_it_to_meetings_that_state_none() -> None:
    register = a_register(themes={"crime": {"name": "Rural crime"}, "health": {"name": "Mental health"}})
    boards = (
        heading("Rural crime"),
        heading("Safer Streets Board", 3),
        table(("Lead", "Council"), ("Theme", "Mental health"), ("Frequency", "Monthly")),
        heading("Farm Board", 3),
        table(("Lead", "NFU"), ("Purpose", "Farms"), ("Frequency", "Monthly")),
    )
    plan = planned(paper(*boards), register)

    assert [one.fields["themes"] for one in plan.meetings] == [("health",), ("crime",)]
    assert not any("notes" in one.fields for one in plan.meetings)


def test_a_heading_that_is_an_area_gives_it_to_meetings_that_state_none() -> None:
    register = a_register(areas={"bristol": {"name": "Bristol"}, "bath": {"name": "Bath"}})
    boards = (
        heading("Bristol meetings"),
        heading("Safer Streets Board", 3),
        table(*ROWS),
        heading("Farm Board", 3),
        table(*ROWS, ("Area", "Bath")),
    )

    assert [one.fields["areas"] for one in planned(paper(*boards), register).meetings] == [("bristol",), ("bath",)]


ALIKE, OTHERS, MIXED = ("Safer Streets Board", "Rural Crime Forum"), ("Jane", "Bob"), ("Safer Streets Board", "Bob", "Jane")
"""What may be in the first column: titles of meetings, something else, and one title among three."""


@pytest.mark.parametrize(
    ("header", "which"),
    [
        ("Meeting, Lead, Purpose", (ALIKE, OTHERS, MIXED)),
        ("Meeting, Lead", (ALIKE, MIXED)),
        ("Meeting, Budget", ()),
        ("Meeting, Lead, Risk", ()),
        ("Meeting, Members, Risk", (ALIKE, OTHERS, MIXED)),
        ("Name, Lead, Purpose, Frequency", (ALIKE, OTHERS, MIXED)),
        ("Name, Lead, Frequency", (ALIKE, MIXED)),
        ("Name, Lead, Purpose, Level", (ALIKE, MIXED)),
        ("Name, Lead", (ALIKE, MIXED)),
        ("Name, Risk, Members", (ALIKE, MIXED)),
        ("Name, Risk, Lead", ()),
        ("Foo, Lead, Purpose", (ALIKE,)),
        ("Foo, Lead, Risk, Members", (ALIKE,)),
        ("Foo, Risk, Purpose", ()),
    ],
)
def test_a_table_is_of_meetings_by_its_header_and_its_titles(header: str, which: tuple[tuple[str, ...], ...]) -> None:
    columns = header.split(", ")
    for titles in (ALIKE, OTHERS, MIXED):
        rows = [(title, *(f"{title[0]} {column}" for column in columns[1:])) for title in titles]
        found = [one.title for one in planned(paper(table(columns, *rows))).meetings]
        assert found == list(titles if titles in which else ()), titles


def test_a_line_that_is_no_title_makes_no_meeting_of_the_table_below() -> None:
    for line in ("Safer Streets\nBoard", "We met, and talked.", "Safer Streets Board;", "safer streets board", ("Long " * 40).strip()):
        plan = planned(paper(Paragraph(line, "paragraph 1"), table(*ROWS)))
        assert plan.meetings == (), line
        assert line in [one.text for one in plan.not_understood]
    for line in ("Safer Streets Board:", "2.1 Safer Streets Board"):
        assert only(planned(paper(Paragraph(line, "paragraph 1"), table(*ROWS)))).title == "Safer Streets Board"


def test_a_table_that_compares_meetings_describes_none() -> None:
    def found(*header: str, rows: tuple[tuple[str, ...], ...]) -> int:
        return len(planned(paper(table(("Meeting", *header), *rows))).meetings)

    pairs = (("Safer Streets Board", "Port Board", "Council", "Streets"), ("Rural Crime Forum", "Farm Board", "NFU", "Farms"))
    for joins in ("With", "and", "versus", "vs"):
        assert found(joins, "Lead", "Purpose", rows=pairs) == 0, joins
    assert found("Other", "Lead", "Purpose", rows=pairs) == 2
    assert found("Cost", "Visitors", rows=(("Safer Streets Board", "3", "4"), ("Rural Crime Forum", "5", "6"))) == 0


def test_boards_of_one_name_are_several_where_their_areas_differ() -> None:
    def found(area: str) -> list[str]:
        local = "Local Board\nLead: Council\nFrequency: monthly\nArea: {}\n"
        return [one.id for one in planned(f"{local.format('Bristol')}\n{local.format(area)}").meetings]

    assert found("Bath") == ["local-board", "local-board-bath"]
    assert found("Bristol") == ["local-board"]


def test_a_header_without_rows_below_it_describes_no_meeting() -> None:
    for above in ((), (("Partnership meetings", None, None, None),)):
        plan = planned(paper(table(*above, ("Meeting", "Lead", "Members", None))))
        assert plan.meetings == ()
        assert {"Meeting", "Lead", "Members"} <= {one.text for one in plan.not_understood}


def test_a_row_without_a_title_adds_each_of_its_cells_to_the_meeting_above() -> None:
    rows = table(
        ("Meeting", "Lead", "Members", "Purpose"), ("Safer Streets Board", "Council", "NHS", "Streets"), ("", "", "Police", "Parks")
    )

    meeting = only(planned(paper(rows)))
    assert (meeting.fields["participants"], meeting.fields["purpose"]) == (("nhs", "police"), "Streets\nParks")


@pytest.mark.parametrize(
    ("tick", "cross"),
    [
        *((tick, "") for tick in ("✓", "✔", "☑", "☒", "x", "X", "y", "Yes", "•", "●", "1", "*", "a")),
        *(("✓", cross) for cross in ("n", "No", "-", "–")),
    ],
)
def test_signs_of_who_attends(tick: str, cross: str) -> None:
    rows = (("Safer Streets Board", tick, cross), ("Rural Crime Forum", tick, tick))

    assert [one.fields["participants"] for one in planned(paper(table(("Meeting", "NHS", "Police"), *rows))).meetings] == [
        ("nhs",),
        ("nhs", "police"),
    ]


def test_columns_about_papers_or_with_long_texts_do_not_say_who_attends() -> None:
    rows = (
        ("Safer Streets Board", "Council", "✓", "✓", "✓"),
        ("Rural Crime Forum", "NFU", "✓", "✓", "a text that is longer than a role is: 40"),
    )

    for meeting in planned(paper(table(("Meeting", "Lead", "Minutes", "Is it open?", "NHS"), *rows))).meetings:
        assert "participants" not in meeting.fields


def test_a_header_of_two_rows() -> None:
    divided = table(
        ("Meeting", "Lead", "Members", None),
        ("", "", "Core", "Wider"),
        ("Safer Streets Board", "Council", "NHS", "Police"),
        ("Rural Crime Forum", "NFU", "CLA", ""),
    )
    assert [one.fields.get("participants") for one in planned(paper(divided)).meetings] == [("nhs", "police"), ("cla",)]

    grouped = table(
        ("", "Who", None, "Members", None),
        ("Meeting", "Lead", "Chair", "Voting", "Wider"),
        ("Safer Streets Board", "Council", "PCC", "NHS", "Police"),
    )
    meeting = only(planned(paper(grouped)))
    assert (meeting.fields["lead"], meeting.fields["chair"]) == ("council", {"organisation": "pcc"})
    assert meeting.fields["participants"] == ("nhs", "police")
    assert {"Who", "Members", "Voting"} <= {one.label.text for one in planned(paper(grouped)).labels}


def test_a_heading_merged_over_both_rows_of_a_header() -> None:
    rows = table(("Meeting", "Members", None), ("x", "Core", "Wider"), ("Safer Streets Board", "NHS", "Police"))
    first, second, *rest = rows.rows
    merged = replace(first, cells=((0, replace(first.cells[0][1], rows=2)), *first.cells[1:]))
    below = replace(second, cells=second.cells[1:])

    assert only(planned(paper(replace(rows, rows=(merged, below, *rest))))).fields["participants"] == ("nhs", "police")


def test_labels_above_and_beside_one_column_per_meeting_are_shown() -> None:
    columns = table(
        ("Meeting", "Safer Streets Board", "Rural Crime Forum"),
        ("Lead", "Council", "NFU"),
        ("As in 2016", "", ""),
        ("Frequency", "Monthly", "Annually"),
    )
    plan = planned(paper(columns))

    assert [one.label.text for one in plan.labels] == ["Meeting", "Lead", "Frequency"]
    assert [(one.text, one.why) for one in plan.not_understood] == [("As in 2016", "It belongs to no meeting.")]
    assert [one.fields["lead"] for one in plan.meetings] == ["council", "nfu"]


def test_columns_of_what_is_and_what_is_proposed_are_no_meetings() -> None:
    columns = table(
        ("", "Current", "Proposed"), ("Lead", "Council", "NFU"), ("Members", "NHS", "Police"), ("Frequency", "Monthly", "Annually")
    )

    assert planned(paper(columns)).meetings == ()


def test_a_column_whose_meaning_is_given_as_the_title_makes_a_table_of_meetings() -> None:
    rows = table(("Thing", "Lead", "Risk"), ("Streets", "Council", "3"))

    assert planned(paper(rows)).meetings == ()
    assert planned(paper(rows), columns={"Risk": "purpose"}).meetings == ()
    assert only(planned(paper(rows), columns={"Thing": "title"})).title == "Streets"


def test_numbers_of_rows_are_not_titles_of_a_second_meeting() -> None:
    rows = (("1", "Safer Streets Board", "4"), ("2", "Rural Crime Forum", "6"))

    assert planned(paper(table(("No", "Meeting", "Cost"), *rows))).meetings == ()
