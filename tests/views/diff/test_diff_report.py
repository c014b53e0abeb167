"""What changed between two registers: the count of meetings, the sum a year, the lines by kind, other files, leads and the foot."""

from dataclasses import replace
from typing import Any

import pytest

from building import TODAY, a_meeting, a_register
from govreg.analysis.diff.compare import RegisterDiff, compare
from govreg.analysis.duplicates.comparison import build_comparison
from govreg.analysis.duplicates.new_pairs import NewPair
from govreg.analysis.duplicates.search import score_pair
from govreg.model.meeting import Meeting
from govreg.model.register import LeftOut, Register
from govreg.model.register import meetings as register_of
from govreg.report import BulletList, Column, Heading, Paragraph, Report, Table
from govreg.views.diff.data import ComparedSides
from govreg.views.diff.report import brief, change_blocks, diff, together

SIDES = ComparedSides("1 May 2016", "now", ("1111", None), ("2016-05-01", None), TODAY)
MONTHLY: dict[str, Any] = {"frequency": "Monthly"}


def register(*meetings: Meeting, **parts: Any) -> Register:
    organisations = {"opcc": {"name": "OPCC office"}, "nhs": {"name": "NHS"}, "constabulary": {}}
    return a_register(*meetings, **{"organisations": organisations, **parts})


def changed(before: list[Meeting], after: list[Meeting]) -> RegisterDiff:
    return compare(register(*before), register(*after))


def sections(report: Report) -> dict[str, list[Any]]:
    """The blocks under each heading."""
    found: dict[str, list[Any]] = {}
    for block in report.blocks:
        if isinstance(block, Heading):
            found[block.text] = []
        else:
            found[list(found)[-1]].append(block)
    return found


def m(id_: str = "board", **keys: Any) -> Meeting:
    return a_meeting(id_, **keys)


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        ([m()], [m()], "Nothing changed."),
        ([], [m(**MONTHLY)], "1 meeting changed: 1 newly recorded as held. Meetings a year: +12."),
        ([m(**MONTHLY)], [], "1 meeting changed: 1 no longer recorded as held. Meetings a year: −12."),
        (
            [m("a", **MONTHLY), m("b", frequency="Quarterly")],
            [m("a", frequency="Quarterly"), m("b", **MONTHLY)],
            (
                "2 meetings changed: 1 held more often and 1 held less often. "
                "Meetings a year: no change (+8 held more often and −8 held less often)."
            ),
        ),
        (
            [m("a", **MONTHLY), m("b", **MONTHLY), m("c", status="ended")],
            [m("a", **MONTHLY, quorum="3"), m("d", frequency="Bi-monthly"), m("c", status="ended", notes="x")],
            (
                "4 meetings changed: 1 newly recorded as held, 1 no longer recorded as held, 1 with other changes and "
                "1 with administrative changes only. Meetings a year: −6 to +12 (+6 to +24 newly recorded and −12 no longer recorded)."
            ),
        ),
        (
            [m("a", lead="nhs"), m("b", purpose="x"), m("c", participants=["nhs"]), m("d", status="active"), m("e", title="E")],
            [m("a"), m("b", purpose="y"), m("c", participants=["opcc"]), m("d", status="shadow"), m("e", title="F")],
            (
                "5 meetings changed: 1 with another status, 1 with another lead or chair, 1 with another remit or level, "
                "1 with other members "
                "and 1 renamed. Meetings a year: no change."
            ),
        ),
        ([m()], [m(review={"recommendation": "end"})], "1 meeting changed: 1 with another recommendation or decision. "),
        (
            [],
            [m()],
            "1 meeting changed: 1 newly recorded as held. The change in meetings a year is not known: 1 meeting has no known number.",
        ),
        (
            [m("a")],
            [m("b", title="Walrus"), m("c", title="Lemur")],
            (
                "3 meetings changed: 2 newly recorded as held and 1 no longer recorded as held. "
                "The change in meetings a year is not known: 3 meetings have no known number."
            ),
        ),
        (
            [],
            [m("a", **MONTHLY), m("b"), m("c")],
            (
                "3 meetings changed: 3 newly recorded as held. "
                "Meetings a year: +12; the number a year is not known for 2 more meetings that changed."
            ),
        ),
        (
            [m("a", frequency="Bi-monthly")],
            [m("a", frequency="Every two months or 9 times a year")],
            "1 meeting changed: 1 with other changes. ",
        ),
    ],
)
def test_the_first_sentence_counts_the_meetings_and_the_change_a_year(before: list[Meeting], after: list[Meeting], sentence: str) -> None:
    found = together(changed(before, after))

    assert found == sentence or (sentence.endswith(" ") and found.startswith(sentence))


def test_a_change_beside_the_meetings_is_said_to_be_one() -> None:
    changes = compare(register(m()), register(m(), name="New"))

    assert together(changes) == "No meeting changed, but other files did."


def test_the_lines_of_a_meeting_are_by_kind_with_several_of_one_kind_together() -> None:
    before = [m(**MONTHLY, lead="nhs", purpose="x", kind="board", title="Board", visibility="internal")]
    after = [m(**MONTHLY, lead="opcc", purpose="y", kind="panel", title="Board", visibility="internal", notes="n", chair="nhs")]
    found = sections(diff(changed(before, after), SIDES))

    assert list(found) == ["What changed", "Leads and chairs", "Remit and level", "Administrative changes", "Meetings held, by lead"]
    assert found["Leads and chairs"] == [BulletList(("Board (internal): lead OPCC office, was NHS; chair recorded: NHS",))]
    assert found["Remit and level"] == [BulletList(("Board (internal): kind panel, was board; purpose “y”, was “x”",))]
    assert found["Administrative changes"] == [BulletList(("Board (internal): notes",))]
    assert found["Meetings held, by lead"] == [
        Table(
            (Column("Led by"), Column("Was", number=True, whole=True), Column("Is", number=True, whole=True)),
            (("OPCC office", 0, 1), ("NHS", 1, 0)),
        )
    ]


def test_leads_are_counted_over_held_meetings_and_only_where_they_moved() -> None:
    before = [m("a", lead=["opcc", "nhs"]), m("b", lead="not-stated"), m("c", lead="opcc", status="ended"), m("d", lead="constabulary")]
    after = [m("a", lead="opcc"), m("b", lead="unclear"), m("c", lead="nhs", status="ended"), m("d", lead="constabulary")]
    (table,) = sections(diff(changed(before, after), SIDES))["Meetings held, by lead"]

    assert table.rows == (("unclear", 0, 1), ("NHS", 1, 0), ("not stated", 1, 0))
    assert "Meetings held, by lead" not in sections(diff(changed([m()], [m(quorum="3")]), SIDES))


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        ({}, {"organisations": {"opcc": {}, "nhs": {"name": "NHS"}}}, "Organisation added: NHS"),
        ({"organisations": {"opcc": {}, "nhs": {"name": "NHS"}}}, {"organisations": {"opcc": {}}}, "Organisation removed: NHS"),
        (
            {"themes": {"a": {"name": "Herons", "terms": ["x"]}}},
            {"themes": {"a": {"name": "Birds", "terms": ["y"], "aliases": ["z"]}}},
            "Theme Birds: was called “Herons”; aliases and terms",
        ),
        (
            {"areas": {"north": {"name": "North", "aliases": ["N"]}}},
            {"areas": {"the-north": {"name": "North", "aliases": ["N"]}}},
            "Area North: its id was “north” and is “the-north”",
        ),
        ({"areas": {"north": {}, "south": {}}}, {"areas": {"north": {"part_of": "south"}, "south": {}}}, "Area North: part of"),
        ({"name": "Old"}, {"name": "New", "as_at": "2020"}, "The register: its name and the date it describes"),
        ({}, {"glossary": {"CC": ("County Council",)}}, "The register: the glossary"),
    ],
)
def test_changes_of_other_files_are_lines_of_their_own(before: dict[str, Any], after: dict[str, Any], line: str) -> None:
    base: dict[str, Any] = {"organisations": {"opcc": {}}}
    changes = compare(register(m(), **{**base, **before}), register(m(), **{**base, **after}))
    found = sections(diff(changes, SIDES))

    (points,) = found["Other files"]
    assert line in points.items
    assert "Other files" not in sections(diff(changed([m()], [m(quorum="3")]), SIDES))


def test_a_change_in_brief_counts_what_is_administrative() -> None:
    changes = compare(register(m("a"), m("b")), register(m("a", notes="x", quorum="3"), m("b", notes="x"), name="New"))

    assert list(change_blocks(changes, TODAY)) == [
        Paragraph("2 meetings changed: 1 with other changes and 1 with administrative changes only. Meetings a year: no change."),
        Heading("Other changes", 3),
        BulletList(("A: quorum 3, was not stated",)),
        Paragraph("Also 3 administrative changes.", quiet=True),
    ]
    one = changed([m()], [m(notes="x")])
    assert list(change_blocks(one, TODAY))[-1] == Paragraph("Also 1 administrative change.", quiet=True)
    assert len(list(change_blocks(changed([m()], [m(quorum="3")]), TODAY))) == 3


def test_a_text_is_quoted_at_less_length_in_brief() -> None:
    changes = changed([m(purpose="x")], [m(purpose="y" * 201)])
    (long,) = sections(diff(changes, SIDES))["Remit and level"]
    (short,) = sections(brief(changes, SIDES, ()))["Remit and level"]

    assert long.items == (f"Board: purpose “{'y' * 199}…”, was “x”",)
    assert short.items == (f"Board: purpose “{'y' * 79}…”, was “x”",)


def test_new_possible_duplicates_are_named_with_their_reasons() -> None:
    entries = register(m("a", title="Heron Board", visibility="internal", purpose="Count herons"), m("b", title="The Heron Board"))
    found = score_pair(entries, "a", "b")
    comparison = build_comparison(entries)
    changes = compare(register(), entries)
    pairs = tuple(
        NewPair(replace(found.pairs[0], score=0.75, grade=grade), was, comparison)
        for grade, was in (("likely", "possible"), ("possible", None))
    )
    report = brief(changes, SIDES, pairs)
    points, note = sections(report)["Possible duplicates"]

    assert isinstance(points, BulletList)
    assert points.items[0].startswith(
        "Heron Board (internal) – The Heron Board: likely the same work (0.75, was possible). “Heron Board” and"
    )
    assert points.items[1].startswith("Heron Board (internal) – The Heron Board: possibly the same work (0.75). “Heron Board” and")
    assert note == Paragraph("For discussion, not a finding. “govreg duplicates A B” shows the evidence for two meetings.", quiet=True)
    assert report.data()["duplicates"] == [
        {"a": "a", "b": "b", "score": 0.75, "grade": "likely", "was": "possible"},
        {"a": "a", "b": "b", "score": 0.75, "grade": "possible", "was": None},
    ]
    none = brief(changes, SIDES, ())
    assert sections(none)["Possible duplicates"] == [Paragraph("The change raises no new possible duplicates.")]
    assert next(iter(none.blocks)) == Heading("What changes in the register")


@pytest.mark.parametrize("count", [100, 101])
def test_of_a_great_many_possible_duplicates_the_first_hundred_are_named(count: int) -> None:
    entries = register(m("a", title="Heron Board", purpose="Count herons"), m("b", title="The Heron Board"))
    found = score_pair(entries, "a", "b")
    report = brief(compare(register(), entries), SIDES, (NewPair(found.pairs[0], None, build_comparison(entries)),) * count)

    points, *notes = sections(report)["Possible duplicates"]

    assert isinstance(points, BulletList)
    assert len(points.items) == 100
    more = Paragraph("The 100 most certain are shown; --format json has 101.", quiet=True)
    assert notes[:-1] == ([more] if count > 100 else [])
    assert len(report.data()["duplicates"]) == count


def foot(before: Register, after: Register) -> tuple[str, ...]:
    return diff(compare(before, after), SIDES).foot


def test_the_foot_names_both_sides_and_what_they_leave_out() -> None:
    one, other = register(m(), name="Old"), register(m(), name="New")
    hidden = LeftOut(visibility="partners", meetings=1)

    assert foot(one, other) == ("New: from 1 May 2016 to now.",)
    assert foot(one, register(m())) == ("Old: from 1 May 2016 to now.",)
    assert foot(register(m()), register(m())) == ("From 1 May 2016 to now.",)
    assert foot(register(), register(m()))[1:] == ("No meetings are recorded in 1 May 2016.",)
    assert foot(register(), register())[1:] == ()
    assert foot(register(unread=("themes.yaml",)), register(m()))[1] == "Left out because of errors in 1 May 2016: themes.yaml."
    both = foot(register(m(), left_out=hidden), register(m(), left_out=hidden))
    assert both[1:] == ("1 meeting is left out because it is internal.",)


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        (("a",), ("a",), "Left out because of errors in 1 May 2016 and now: a."),
        (("a",), (), "Left out because of errors in 1 May 2016: a."),
        ((), tuple("abcde"), "Left out because of errors in now: a, b, c, d and e."),
        ((), tuple("abcdefg"), "Left out because of errors in now: a, b, c, d, e and 2 more."),
    ],
)
def test_files_with_errors_are_named_with_their_side(before: tuple[str, ...], after: tuple[str, ...], line: str) -> None:
    assert foot(register(m(), unread=before), register(m(), unread=after))[1:] == (line,)


def test_a_file_that_was_read_in_part_is_compared_as_far() -> None:
    partly = replace(register(unread=("meetings/board.yaml",)), meetings=register_of({"board": m()}, unread=["board"]))

    assert foot(register(m()), partly)[1:] == ("Compared as far as they could be read, with errors in now: meetings/board.yaml.",)


def test_machines_get_both_sides_the_sum_and_each_change() -> None:
    before = register(
        m("a", **MONTHLY, lead="nhs"), m("b", **MONTHLY), m("gone", **MONTHLY, title="Walrus", purpose="Feed walruses"), name="R"
    )
    after = register(
        m("a", frequency="Quarterly"),
        m("b", **MONTHLY),
        m("new", title="Lemur", purpose="Watch lemurs", frequency="Bi-monthly", lead="constabulary", review={"recommendation": "continue"}),
        unread=("themes.yaml",),
        name="R2",
    )
    report = diff(compare(before, after), SIDES)
    data = report.data()

    assert data["before"] == {"said": "1 May 2016", "commit": "1111", "day": "2016-05-01", "unread": []}
    assert data["after"] == {"said": "now", "commit": None, "day": None, "unread": ["themes.yaml"]}
    assert data["net"] == {
        "per_year": -14,
        "per_year_certainty": "ambiguous",
        "started": 6,
        "ended": 12,
        "more_often": 0,
        "less_often": 8,
        "unsure": 0,
        "per_year_range": {"least": -14, "most": 4},
        "unknown": 0,
    }
    a, new, old = data["meetings"]
    assert a == {
        "id": "a",
        "title": "A",
        "before": "a",
        "after": "a",
        "effects": ["lead", "lighter"],
        "counted_as": "lead",
        "same_by": None,
        "likeness": None,
        "into": [],
        "from": [],
        "per_year_total": {"before": 12, "after": 4},
        "changed": [
            {"key": "lead", "before": "nhs", "after": "opcc"},
            {"key": "frequency", "before": {"text": "Monthly"}, "after": {"text": "Quarterly"}},
        ],
    }
    assert (new["before"], new["after"], new["from"], new["per_year_total"]) == (None, "new", [], {"before": None, "after": 6})
    assert (old["before"], old["after"], old["into"], old["per_year_total"]) == ("gone", None, [], {"before": 12, "after": None})
    assert (data["entries"], data["register"], data["not_compared"], data["duplicates"]) == ([], ["name"], [], [])
    table = report.table
    assert table is not None
    assert [column.title for column in table.columns] == ["meaning", "id", "title", "says", "per_year_before", "per_year_after"]
    assert [row[:3] + row[4:] for row in table.rows] == [
        ("started", "new", "Lemur", None, 6),
        ("ended", "gone", "Walrus", 12, None),
        ("lead", "a", "A", 12, 4),
        ("lighter", "a", "A", 12, 4),
    ]
    assert table.rows[2][3] == "lead OPCC office, was NHS"


def test_machines_get_changed_entries_and_why_one_was_known_again() -> None:
    before = register(m("a", title="Heron board", purpose="Count herons", participants=["nhs"]), areas={"north": {}})
    after = register(m("b", title="Bird board", aliases=["Heron board"], purpose="Count herons", participants=["nhs"]), areas={"south": {}})
    data = diff(compare(before, after), SIDES).data()
    (meeting,) = data["meetings"]

    assert (meeting["before"], meeting["after"], meeting["same_by"]) == ("a", "b", "name")
    assert data["entries"] == [
        {"sort": "area", "before": "north", "after": None},
        {"sort": "area", "before": None, "after": "south"},
    ]
