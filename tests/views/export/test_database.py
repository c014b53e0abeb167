"""The register as a database: a row for each entry and each item of its lists, and no reference to what isn't there."""

from typing import Any

from building import a_meeting, a_register
from govreg.database import Database, DatabaseColumn, DatabaseTable, Value
from govreg.diagnostics.finding import Finding, Severity
from govreg.model.meeting import Meeting
from govreg.model.register import LeftOut
from govreg.model.verdict import Verdict
from govreg.views.export.database import database

FULL = a_meeting(
    "full",
    title="Full",
    aliases=["Whole"],
    kind="board",
    level="strategic",
    status="shadow",
    status_since="2016",
    status_reason="New",
    lead=["opcc", "nowhere"],
    lead_as_written="The two",
    support=["nhs", "nowhere"],
    secretariat="nhs",
    chair={"organisation": "opcc", "role": "Director", "person": "Ann", "basis": "by rotation", "from": "2016", "until": "2017"},
    statutory=["A Act"],
    areas=["north", "nowhere"],
    instances="per-area",
    purpose="Count",
    purpose_as_written="Counts",
    participants=[
        {"organisation": "nhs", "role": "Nurse", "person": "Bob", "attendance": "observer", "from": "2015", "until": "2018", "people": 2},
        {"organisation": "nowhere"},
        {"meeting": "bare", "voting": False},
        {"meeting": "nowhere"},
    ],
    participants_as_written="All",
    focus=["Herons", {"text": "Owls", "from": "2016", "until": "2017"}],
    themes=["birds", "nowhere"],
    frequency="six weekly",
    duration="2h",
    quorum="3",
    last_met="2016-11-10",
    next_meets="2017",
    reports_to=["bare", "opcc", "nowhere"],
    links_to=["bare", "nowhere"],
    supersedes=["bare", "nowhere"],
    terms_of_reference={"agreed_on": "2016", "review_due": "2017", "url": "https://x.org"},
    review=[
        {"recommendation": "continue", "reason": "Works", "proposed_on": "2015", "proposed_in": "P", "next_due": "2016"},
        {"recommendation": "merge", "into": ["bare", "nowhere"], "change": "All", "decided_on": "2016", "decided_by": "Board"},
    ],
    visibility="internal",
    notes="Note",
    sources=[{"document": "Paper", "date": "2016", "reference": "A", "url": "https://x.org"}],
)
BARE = a_meeting("bare", statutory=False, lead="unclear")
TRUE = a_meeting("true", statutory=True)
PARTS: dict[str, Any] = {
    "organisations": {
        "opcc": {"name": "OPCC office", "sector": "policing"},
        "pcc": {"part_of": "opcc", "aliases": ["PCC", "The PCC"]},
        "nhs": {"name": "NHS", "part_of": "nowhere"},
        "both": {"members": ["opcc", "nowhere", "nhs"]},
    },
    "areas": {"county": {}, "north": {"part_of": "county"}, "south": {"part_of": "nowhere"}},
    "themes": {"birds": {"terms": ["heron", "owl"]}},
    "name": "Register",
    "left_out": LeftOut(visibility="partners"),
    "verdicts": tuple(
        Verdict.model_validate({"meetings": pair, "verdict": "distinct", "on": "2016", "reason": "R", "by": "B", "review_by": "2017"})
        for pair in (("full", "nowhere"), ("bare", "full"))
    ),
}
FINDINGS = (
    Finding("GR301", Severity.WARNING, "meetings/full.yaml", 3, 1, "The lead is unclear.", "Find out."),
    Finding("GR001", Severity.ERROR, "meetings/nowhere.yaml", None, None, "It is broken.", "Mend it."),
)


def made(*meetings: Meeting, parts: dict[str, Any] | None = None) -> Database:
    register = a_register(FULL, BARE, TRUE, **(PARTS if parts is None else parts))
    return database(register, meetings or (FULL, BARE, TRUE), FINDINGS, "2026-11-21")


ALL = made()


def table(name: str, found: Database = ALL) -> DatabaseTable:
    return next(one for one in found.tables if one.name == name)


def rows(name: str, found: Database = ALL) -> list[tuple[Value, ...]]:
    return list(table(name, found).rows)


def test_a_meeting_is_a_row_with_a_column_for_each_field() -> None:
    titles = [column.name for column in table("meetings").columns]
    full, bare, true = (dict(zip(titles, row, strict=True)) for row in rows("meetings"))

    assert full == {
        "id": "full",
        "title": "Full",
        "kind": "board",
        "level": "strategic",
        "status": "shadow",
        "status_since": "2016",
        "status_reason": "New",
        "held": 1,
        "lead_kind": "joint",
        "lead_as_written": "The two",
        "secretariat": "nhs",
        "statutory": 1,
        "instances": "per-area",
        "purpose": "Count",
        "purpose_as_written": "Counts",
        "participants_as_written": "All",
        "frequency": "six weekly",
        "per_year": 26 / 3,
        "per_year_total": 26 / 3,
        "per_year_certainty": "exact",
        "duration": "2h",
        "quorum": "3",
        "last_met": "2016-11-10",
        "next_meets": "2017",
        "terms_agreed_on": "2016",
        "terms_review_due": "2017",
        "terms_url": "https://x.org",
        "visibility": "internal",
        "notes": "Note",
        "file": "meetings/full.yaml",
    }
    assert (bare["statutory"], true["statutory"]) == (0, 1)
    assert [bare[key] for key in ("frequency", "per_year", "secretariat", "terms_agreed_on", "terms_review_due", "terms_url")] == [None] * 6
    without = dict(zip(titles, rows("meetings", database(a_register(), (a_meeting("x", status="ended"),), (), ""))[0], strict=True))
    assert (without["statutory"], without["held"], without["lead_kind"]) == (None, 0, "sole")


def test_each_item_of_a_list_is_a_row_and_what_is_not_there_is_left_out() -> None:
    assert rows("meeting_names") == [("full", "Whole")]
    assert rows("leads") == [("full", "opcc"), ("true", "opcc")]
    assert rows("support") == [("full", "nhs")]
    assert rows("chairs") == [("full", "opcc", "Director", "Ann", "by rotation", "2016", "2017")]
    assert rows("meeting_areas") == [("full", "north")]
    assert rows("meeting_themes") == [("full", "birds")]
    assert rows("focus") == [("full", 1, "Herons", None, None), ("full", 2, "Owls", "2016", "2017")]
    assert rows("duties") == [("full", "A Act")]
    assert rows("reports_to") == [("full", 1, "bare", None), ("full", 2, None, "opcc")]
    assert rows("links") == [("full", "bare")]
    assert rows("supersedes") == [("full", "bare")]
    assert rows("sources") == [("full", 1, "Paper", "2016", "A", "https://x.org")]
    assert ("true", "purpose") in rows("gaps")
    assert rows("verdicts") == [(2, "bare", "full", "distinct", "2016", "R", "B", "2017")]


def test_seats_keep_their_place_and_say_who_is_core_and_who_chairs() -> None:
    assert rows("seats") == [
        ("full", 1, "nhs", None, "Nurse", "Bob", "observer", 0, "2015", "2018", None, 2, 0),
        ("full", 3, None, "bare", None, None, "member", 1, None, None, 0, None, 0),
        ("full", 5, "opcc", None, "Director", "Ann", "chair", 1, "2016", "2017", None, None, 1),
    ]


def test_reviews_keep_their_place_and_the_meetings_that_take_the_work_on() -> None:
    assert rows("reviews") == [
        ("full", 1, "continue", None, "Works", "2015", "P", None, None, "2016"),
        ("full", 2, "merge", "All", None, None, None, "2016", "Board", None),
    ]
    assert rows("review_into") == [("full", 2, "bare")]


def test_issues_name_their_meeting_where_it_is_there() -> None:
    assert rows("issues") == [
        (1, "warning", "GR301", "full", "The lead is unclear.", "Find out.", "meetings/full.yaml", 3),
        (2, "error", "GR001", None, "It is broken.", "Mend it.", "meetings/nowhere.yaml", None),
    ]


def test_organisations_areas_and_themes_are_tables_of_their_own() -> None:
    assert rows("register") == [("as_at", "2026-11-21"), ("audience", "partners"), ("name", "Register")]
    assert rows("organisations") == [
        ("both", "Both", None, None),
        ("nhs", "NHS", None, None),
        ("opcc", "OPCC office", "policing", None),
        ("pcc", "Pcc", None, "opcc"),
    ]
    assert rows("organisation_names") == [("pcc", "PCC"), ("pcc", "The PCC")]
    assert rows("collective_members") == [("both", "opcc"), ("both", "nhs")]
    assert rows("areas") == [("county", "County", None), ("north", "North", "county"), ("south", "South", None)]
    assert rows("themes") == [("birds", "Birds")]
    assert rows("theme_terms") == [("birds", "heron"), ("birds", "owl")]


def test_what_refers_to_a_meeting_that_was_not_chosen_is_left_out() -> None:
    found = made(FULL)

    for name in ("links", "supersedes", "review_into", "verdicts"):
        assert rows(name, found) == [], name
    assert rows("reports_to", found) == [("full", 2, None, "opcc")]
    assert [row[1] for row in rows("seats", found)] == [1, 5]
    assert rows("issues", made(BARE))[0][3] is None


def test_columns_have_types_and_refer_to_tables_that_come_before() -> None:
    columns = {column.name: column for column in table("seats").columns}

    assert columns["meeting"] == DatabaseColumn("meeting", "TEXT", "meetings", required=True)
    assert columns["position"] == DatabaseColumn("position", "INTEGER", "", required=True)
    assert columns["organisation"] == DatabaseColumn("organisation", "TEXT", "organisations", required=False)
    assert {column.name: column.type for column in table("meetings").columns if column.type != "TEXT"} == {
        "held": "INTEGER",
        "statutory": "INTEGER",
        "per_year": "REAL",
        "per_year_total": "REAL",
    }
    assert table("seats").key == ("meeting", "position")
    assert table("register").key == ("key",)
    assert table("meetings").key == ("id",)
    names = [one.name for one in ALL.tables]
    for place, one in enumerate(ALL.tables):
        assert {column.references for column in one.columns if column.references} <= {*names[: place + 1]}, one.name
        assert set(one.key) <= {column.name for column in one.columns}
        assert len({*one.rows}) == len(one.rows)
        assert all(len(row) == len(one.columns) for row in one.rows)


def test_a_row_that_is_repeated_is_there_once() -> None:
    twice = a_meeting("x", links_to=["y", "y"], aliases=["A", "A"])
    found = database(a_register(), (twice, a_meeting("y")), (), "2026-11-21")

    assert rows("links", found) == [("x", "y")]
    assert rows("meeting_names", found) == [("x", "A")]


def test_the_questions_are_views_without_space_around_them() -> None:
    assert ALL.views
    assert all(view.select == view.select.strip() and view.select.startswith(("SELECT", "WITH")) for view in ALL.views)
