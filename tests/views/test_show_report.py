"""One meeting in full: each field of its entry has its words, on the page and in a spreadsheet."""

from typing import Any

import pytest

from building import a_meeting, a_register
from govreg.analysis.links import meeting_links
from govreg.analysis.overlaps import overlaps
from govreg.model.meeting import Meeting
from govreg.report import BulletList, Cell, Column, Date, Fields, Heading, Link, Paragraph, Percent, Report, Table
from govreg.views.overlaps import OVERLAP
from govreg.views.show import show

PARTS: dict[str, Any] = {
    "organisations": {"opcc": {"name": "OPCC office"}, "nhs": {"name": "NHS"}},
    "areas": {"north": {}},
    "themes": {"birds": {"name": "Birds", "terms": ["heron"]}, "fish": {"name": "Fish", "terms": ["trout"]}},
    "name": "Register",
}
FULL: dict[str, Any] = {
    "title": "Heron Board",
    "aliases": ["HB", "Herons"],
    "lead": "opcc",
    "lead_as_written": "The office",
    "secretariat": "nhs",
    "chair": {"organisation": "nhs", "role": "Director"},
    "purpose": "Count herons",
    "purpose_as_written": "Counting",
    "kind": "working-group",
    "level": "strategic",
    "statutory": ["A Act", "B Act"],
    "areas": ["north"],
    "status": "shadow",
    "status_since": "2016-11",
    "status_reason": "New",
    "frequency": "At least twice a year",
    "quorum": "3",
    "duration": "2h",
    "last_met": "2016-11-10",
    "next_meets": "2027-03",
    "terms_of_reference": {"agreed_on": "2016-11-10", "review_due": "2017", "url": "https://x.org"},
    "visibility": "internal",
    "focus": ["Marsh", {"text": "Owls", "from": "2016", "until": "2017-05"}, {"text": "Secret", "until": "2018", "visibility": "internal"}],
    "participants": ["nhs"],
    "participants_as_written": "Health",
    "notes": "As known.",
    "sources": [{"document": "Paper", "date": "2016-11", "reference": "A", "url": "https://x.org"}, {"url": "https://y.org"}],
    "review": {
        "recommendation": "merge",
        "change": "All of it",
        "into": ["other"],
        "reason": "Less to do",
        "proposed_on": "2016-11",
        "proposed_in": "Paper",
        "decided_on": "2016-12-01",
        "decided_by": "Board",
        "next_due": "2027",
    },
}


def page(keys: dict[str, Any], *others: Meeting) -> Report:
    register = a_register(a_meeting("board", **keys), *others, **PARTS)
    entry = register.meetings["board"]
    shared = tuple(pair for pair in overlaps(register, register.meetings.values()).pairs if "board" in (pair.a, pair.b))
    return show(register, entry, meeting_links(register, "board"), shared, {}, "2026-11-21")


def facts(keys: dict[str, Any]) -> dict[str, Cell]:
    fields = page(keys).blocks[1]
    assert isinstance(fields, Fields)
    return dict(fields.rows)


def under(heading: str, report: Report) -> list[Any]:
    blocks = list(report.blocks)
    start = next(place for place, block in enumerate(blocks) if isinstance(block, Heading) and block.text == heading) + 1
    end = next((place for place in range(start, len(blocks)) if isinstance(blocks[place], Heading)), len(blocks))
    return blocks[start:end]


def test_every_field_has_its_row() -> None:
    assert facts(FULL) == {
        "Id": "board",
        "Also called": ("HB", "Herons"),
        "Lead": "OPCC office",
        "Lead as written": "The office",
        "Secretariat": "NHS",
        "Chair": ("Director (NHS)",),
        "Purpose": "Count herons",
        "Purpose as written": "Counting",
        "Kind": "strategic working group",
        "Statutory": ("A Act", "B Act"),
        "Areas": "North",
        "Status": "shadow, since November 2016",
        "Reason for status": "New",
        "How often": "At least twice a year",
        "Meetings a year": "at least 2",
        "Quorum": "3",
        "Duration": "2h",
        "Last met": Date("2016-11-10", "10 November 2016"),
        "Next meeting": Date("2027-03", "March 2027"),
        "Themes": ("Birds (says “heron”, “herons”)",),
        "Terms of reference": "agreed 10 November 2016, review due 2017, https://x.org",
        "Visibility": "internal",
    }


@pytest.mark.parametrize(
    ("keys", "label", "cell"),
    [
        ({}, "Areas", "the whole area"),
        ({"level": "tactical"}, "Level", "tactical"),
        ({"kind": "sub-group"}, "Kind", "sub group"),
        ({"statutory": True}, "Statutory", "yes"),
        ({"statutory": False}, "Statutory", "no"),
        ({"status": "active"}, "Status", "active"),
        ({"frequency": {"per_year": 4}}, "Meetings a year", "4"),
        ({"frequency": "TBC"}, "Meetings a year", "not known"),
        ({"terms_of_reference": {"review_due": "2017-05"}}, "Terms of reference", "review due May 2017"),
        ({"visibility": "public"}, "Visibility", "public"),
        ({"themes": ["fish"]}, "Themes", ("Fish (tagged)",)),
    ],
)
def test_a_field_in_words(keys: dict[str, Any], label: str, cell: Cell) -> None:
    assert facts(keys)[label] == cell


def test_what_is_not_recorded_has_no_row() -> None:
    assert list(facts({})) == ["Id", "Lead", "Areas"]
    assert list(facts({"status_since": "2016", "terms_of_reference": {}})) == ["Id", "Lead", "Areas"]
    assert "Visibility" not in facts({"visibility": "partners"})


@pytest.mark.parametrize(
    ("keys", "missing"),
    [
        (
            {},
            "chair, purpose, level, kind, whether it is statutory, status, how often it is held, themes, focus and participants",
        ),
        ({**FULL, "chair": None}, "chair"),
        ({**FULL, "chair": None, "participants": [{"organisation": "nhs", "attendance": "chair"}]}, None),
        ({**FULL, "level": None, "statutory": False}, "level"),
        ({**FULL, "statutory": None, "status": None, "frequency": None}, "whether it is statutory, status and how often it is held"),
        ({**FULL, "participants": []}, None),
        ({**FULL, "participants": [], "participants_as_written": None}, "participants"),
        ({**FULL, "purpose": "Plan", "title": "Board", "aliases": []}, "themes"),
        (FULL, None),
    ],
)
def test_the_fields_that_a_reader_looks_for_are_named_where_they_are_missing(keys: dict[str, Any], missing: str | None) -> None:
    found = [block.text for block in page(keys).paragraphs if block.text.startswith("Not stated")]

    assert found == ([f"Not stated: {missing}."] if missing else [])


def test_each_list_has_its_heading() -> None:
    report = page(FULL, a_meeting("other", reports_to=["board"], participants=["nhs"]))

    assert [block.text for block in report.blocks if isinstance(block, Heading)] == [
        "Heron Board (internal)",
        "Focus",
        "Participants",
        "Links",
        "Meetings that share members",
        "Reviews",
        "Notes",
        "Sources",
    ]
    assert under("Focus", report) == [
        BulletList(("Marsh", "Owls (from 2016 until May 2017)", "Secret (until 2018, internal)")),
    ]
    assert under("Participants", report) == [
        BulletList(("NHS (Director, chair)",)),
        Paragraph("As written: Health", quiet=True),
    ]
    assert under("Notes", report) == [Paragraph("As known.")]
    assert under("Sources", report) == [BulletList(("Paper, November 2016, A, https://x.org", "https://y.org"))]
    assert report.foot == ("File: meetings/board.yaml", "Register, as at 21 November 2026.")
    words = page({"participants_as_written": "Health"})
    assert under("Participants", words) == [Paragraph("As written: Health", quiet=True)]
    assert [block.text for block in page({}).blocks if isinstance(block, Heading)] == ["Board"]


def test_a_review_is_shown_as_far_as_it_is_recorded() -> None:
    other = a_meeting("other", visibility="internal")

    assert under("Reviews", page(FULL, other)) == [
        Fields(
            (
                ("Recommended", "merge"),
                ("Change", "All of it"),
                ("Work goes to", (Link("meeting", "other", "Other (internal)"),)),
                ("Because", "Less to do"),
                ("Proposed", "November 2016, Paper"),
                ("Decided", "1 December 2016, Board"),
                ("Next review", Date("2027", "2027")),
            )
        )
    ]
    for keys, row in (
        ({"proposed_in": "Paper"}, ("Proposed", "Paper")),
        ({"proposed_on": "2016"}, ("Proposed", "2016")),
        ({"decided_by": "Board"}, ("Decided", "Board")),
        ({"decided_on": "2016"}, ("Decided", "2016")),
    ):
        assert under("Reviews", page({"review": keys})) == [Fields((row,))]


def test_links_are_named_from_both_sides() -> None:
    others = (
        a_meeting("above", participants=[{"meeting": "board"}]),
        a_meeting("below", reports_to=["board"], links_to=["board"]),
        a_meeting("beside", visibility="internal"),
        a_meeting("old", status="ended"),
    )
    report = page({"reports_to": ["above", "opcc"], "links_to": ["beside", "below"], "supersedes": ["old"]}, *others)

    def link(id_: str, text: str = "") -> Link:
        return Link("meeting", id_, text or id_.capitalize())

    assert under("Links", report) == [
        Fields(
            (
                ("Reports to", (link("above"), Link("organisation", "opcc", "OPCC office"))),
                ("Receives reports from", (link("below"),)),
                ("Linked to", (link("beside", "Beside (internal)"), link("below"))),
                ("Sends someone to", (link("above"),)),
                ("Took the place of", (link("old"),)),
            )
        )
    ]
    data = report.data()
    assert data["ties"] == {
        "reported_by": ["below"],
        "linked_from": ["below"],
        "sends_to": ["above"],
        "predecessors": ["old"],
        "successors": [],
        "proposed": [],
    }
    assert (data["as_at"], data["unread"], data["minutes"], data["meeting"]["id"]) == ("2026-11-21", [], [], "board")


@pytest.mark.parametrize(("others", "first"), [(5, ""), (6, "The first 5 of 6 meetings; --format csv has all. ")])
def test_five_meetings_that_share_members_are_shown_and_all_are_counted(others: int, first: str) -> None:
    sharing = [a_meeting(f"m{number}", participants=["nhs", "opcc", {"meeting": "board"}]) for number in range(others)]
    report = page({"participants": ["nhs", "opcc"]}, *sharing)
    table, note = under("Meetings that share members", report)
    assert report.table is not None

    assert len(table.rows) == 5
    assert sum(label == "Shares members with" for label, _ in report.table.rows) == others
    nhs, opcc = Link("organisation", "nhs", "NHS"), Link("organisation", "opcc", "OPCC office")
    assert table.rows[0] == (Link("meeting", "m0", "M0"), 2, Percent(2 / 3), (nhs, opcc))
    assert table.columns == (
        Column("Meeting", share=2),
        Column("Shared", number=True, whole=True),
        Column("Overlap", number=True, whole=True),
        Column("Shared members", share=2),
    )
    assert note == Paragraph(f"{first}{OVERLAP}", quiet=True)


def test_a_spreadsheet_has_a_label_and_a_value_in_each_row() -> None:
    report = page(FULL, a_meeting("also", participants=["nhs", "opcc"], links_to=["board"]), a_meeting("other"))
    assert report.table is not None
    rows = [(str(label), value) for label, value in report.table.rows]

    assert report.table.columns == (Column("key"), Column("value", ids="id"))
    assert rows[:3] == [("Title", "Heron Board"), ("Id", "board"), ("Also called", ("HB", "Herons"))]
    assert ("Level", None) not in rows
    start = rows.index(("Works on", "Marsh"))
    assert rows[start:] == [
        ("Works on", "Marsh"),
        ("Works on", "Owls (from 2016 until May 2017)"),
        ("Works on", "Secret (until 2018, internal)"),
        ("Participant", "NHS (Director, chair)"),
        ("Participants, as written", "Health"),
        ("Linked to", Link("meeting", "also", "Also")),
        ("Its work goes to", Link("meeting", "other", "Other")),
        ("Shares members with", "Also: 1 shared, NHS"),
        (
            "Review",
            (
                "Recommended: merge; Change: All of it; Work goes to: Other; Because: Less to do; Proposed: November 2016, Paper; "
                "Decided: 1 December 2016, Board; Next review: 2027"
            ),
        ),
        ("Notes", "As known."),
        ("Source", "Paper, November 2016, A, https://x.org"),
        ("Source", "https://y.org"),
    ]
    bare: Table | None = page({}).table
    assert bare is not None
    assert ("Chair", None) in bare.rows
    assert not [row for row in bare.rows if row[0] in ("Notes", "Participants, as written", "Visibility")]
