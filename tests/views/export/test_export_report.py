"""The register as sheets: meetings, members, organisations, themes, areas and issues, with links between them."""

from typing import Any

from building import a_meeting, a_register
from govreg.diagnostics.finding import Finding, Severity
from govreg.model.meeting import Meeting
from govreg.model.verdict import Verdict
from govreg.report import Cell, Date, Heading, Link, Report, Table
from govreg.views.export.report import export

BOARD = a_meeting(
    "board",
    lead=["opcc", "nhs"],
    chair={"organisation": "opcc", "role": "Director", "person": "Ann"},
    participants=[
        {"organisation": "nhs", "role": "Nurse", "attendance": "observer", "from": "2015", "until": "2018-04-04", "voting": True},
        {"organisation": "nhs", "role": "Doctor", "people": 2},
        {"meeting": "panel"},
    ],
    themes=["birds"],
    areas=["north"],
)
PANEL = a_meeting("panel", visibility="internal", participants=["both"], areas=["north", "county"], chair="opcc")
PARTS: dict[str, Any] = {
    "organisations": {
        "opcc": {"name": "OPCC office", "aliases": ["Office"], "sector": "policing"},
        "nhs": {"name": "NHS", "part_of": "both"},
        "both": {"members": ["opcc", "nhs"]},
    },
    "areas": {"county": {}, "north": {"part_of": "county", "aliases": ["N"]}},
    "themes": {"birds": {"name": "Birds", "terms": ["heron"], "aliases": ["Fowl"]}, "fish": {}},
    "glossary": {"CC": ("County Council", "Chief Constable")},
    "verdicts": (Verdict.model_validate({"meetings": ("board", "panel"), "verdict": "distinct", "on": "2016"}),),
}
FINDINGS = (
    Finding("GR301", Severity.WARNING, "meetings/board.yaml", 3, 1, "The lead is unclear.", "Find out."),
    Finding("GR001", Severity.ERROR, "organisations.yaml", None, None, "It is broken.", "Mend it."),
    Finding("GR001", Severity.ERROR, "meetings/gone.yaml", 1, 1, "It is broken.", "Mend it."),
)


def exported(*meetings: Meeting, people: bool = False, name: str = "Register") -> Report:
    register = a_register(BOARD, PANEL, name=name, **PARTS)
    return export(register, meetings or (BOARD, PANEL), FINDINGS, "2026-11-21", people=people)


def sheet(name: str, report: Report) -> Table:
    blocks = list(report.blocks)
    table = blocks[next(place for place, block in enumerate(blocks) if isinstance(block, Heading) and block.text == name) + 1]
    assert isinstance(table, Table)
    return table


def rows(name: str, report: Report | None = None) -> list[tuple[Cell, ...]]:
    return list(sheet(name, report or exported()).rows)


B, P = Link("meeting", "board", "Board"), Link("meeting", "panel", "Panel (internal)")
OPCC, NHS, BOTH = Link("organisation", "opcc", "Office"), Link("organisation", "nhs", "NHS"), Link("organisation", "both", "Both")


def test_there_is_a_sheet_for_each_sort_of_entry_under_the_name_of_the_register() -> None:
    assert [(block.text, block.level) for block in exported().blocks if isinstance(block, Heading)] == [
        ("Register", 1),
        *((name, 2) for name in ("Meetings", "Members", "Organisations", "Themes", "Areas", "Issues")),
    ]
    assert exported(name="").title == "Register of meetings"
    assert exported().foot == ("2 meetings.", "Register, as at 21 November 2026.")
    assert exported(BOARD).foot[0] == "1 meeting."
    assert exported().table_note == "the meetings"


def test_members_have_a_row_for_each_role_and_names_only_where_they_are_asked_for() -> None:
    assert rows("Members") == [
        (B, NHS, "Nurse", "observer", False, Date("2015", "2015"), Date("2018-04-04", "4 April 2018"), True, None),
        (B, NHS, "Doctor", "member", True, None, None, None, 2),
        (B, P, None, "member", True, None, None, None, None),
        (B, OPCC, "Director", "chair", True, None, None, None, None),
        (P, BOTH, None, "member", True, None, None, None, None),
        (P, OPCC, None, "chair", True, None, None, None, None),
    ]
    named = sheet("Members", exported(people=True))
    assert [column.title for column in named.columns][2:5] == ["Post", "Name", "Attends as"]
    assert [row[3] for row in named.rows][3:5] == ["Ann", None]
    assert [column.ids for column in named.columns[:2]] == ["meeting_id", "member_id"]


def test_the_rows_of_a_meeting_share_its_link() -> None:
    members = rows("Members", exported(BOARD))

    assert len(members) == 4
    assert all(row[0] is members[0][0] for row in members)


def test_organisations_count_the_chosen_meetings_that_they_lead_sit_on_and_chair() -> None:
    assert rows("Organisations") == [
        ("both", "Both", (), None, None, (OPCC, NHS), 0, 1, 0),
        ("nhs", "NHS", (), None, BOTH, (), 1, 1, 0),
        ("opcc", "OPCC office", ("Office",), "policing", None, (), 2, 2, 2),
    ]
    assert [row[-3:] for row in rows("Organisations", exported(BOARD))] == [(0, 0, 0), (1, 1, 0), (1, 1, 1)]
    titles = [column.title for column in sheet("Organisations", exported()).columns]
    assert titles[-3:] == ["Meetings it leads", "Meetings it sits on", "Meetings it chairs"]


def test_themes_and_areas_count_the_meetings_that_name_them() -> None:
    assert rows("Themes") == [("birds", "Birds", ("Fowl",), ("heron",), 1), ("fish", "Fish", (), (), 0)]
    county = Link("area", "county", "County")
    assert rows("Areas") == [("county", "County", (), None, 1), ("north", "North", ("N",), county, 2)]


def test_issues_link_to_their_meeting_where_the_register_has_it() -> None:
    assert rows("Issues") == [
        ("warning", "GR301", B, "The lead is unclear.", "Find out.", "meetings/board.yaml", 3),
        ("error", "GR001", None, "It is broken.", "Mend it.", "organisations.yaml", None),
        ("error", "GR001", None, "It is broken.", "Mend it.", "meetings/gone.yaml", 1),
    ]
    assert [column.ids for column in sheet("Issues", exported()).columns if column.ids] == ["meeting_id"]


def test_data_has_every_entry_as_its_file_has_it() -> None:
    data = exported(BOARD).data()

    assert (data["name"], data["as_at"], data["total"], data["unread"]) == ("Register", "2026-11-21", 2, [])
    assert [meeting["id"] for meeting in data["meetings"]] == ["board"]
    assert data["organisations"][1] == {"id": "nhs", "name": "NHS", "part_of": "both"}
    assert data["areas"][0] == {"id": "county", "name": "County"}
    assert data["themes"][1] == {"id": "fish", "name": "Fish"}
    assert data["glossary"] == {"CC": ["County Council", "Chief Constable"]}
    assert data["verdicts"] == [{"meetings": ("board", "panel"), "verdict": "distinct", "on": "2016"}]
    assert data["issues"][0] == {
        "code": "GR301",
        "severity": "warning",
        "file": "meetings/board.yaml",
        "line": 3,
        "message": "The lead is unclear.",
        "hint": "Find out.",
    }
