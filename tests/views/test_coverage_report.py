"""Which themes and duties have a home: by state, by area, with who is needed, and what the foot counts."""

from typing import Any

import pytest

from building import TODAY, a_meeting, a_register
from govreg.analysis.coverage import coverage
from govreg.model.meeting import Meeting
from govreg.model.register import LeftOut
from govreg.model.settings import Settings
from govreg.report import Cell, Column, Fields, Heading, Link, Matrix, Paragraph, Report, Table
from govreg.views.coverage import coverage as view

THEMES: dict[str, Any] = {
    "bees": {"name": "Bees", "needs": ["opcc", "nhs", "fire", "rail", "sea"]},
    "fish": {"name": "Fish"},
    "owls": {"name": "Owls"},
    "bats": {"name": "Bats", "needs": ["fire"]},
}
PARTS: dict[str, Any] = {
    "organisations": {"opcc": {"name": "OPCC office"}, "nhs": {}, "fire": {}, "rail": {}, "sea": {}, "both": {"members": ["nhs"]}},
    "areas": {"north": {}, "south": {}},
    "themes": THEMES,
    "settings": Settings.model_validate({"duties": ("No Act",)}),
    "name": "Register",
}
MEETINGS = (
    a_meeting("b1", themes=["bees"], areas=["north"], participants=["opcc", "both", {"organisation": "rail", "attendance": "observer"}]),
    a_meeting("b2", themes=["bees"], areas=["north"], participants=["opcc"]),
    a_meeting("b3", themes=["bees"], areas=["north", "south"], visibility="internal"),
    a_meeting("f1", themes=["fish"], statutory=["A Act"]),
    a_meeting("f2", themes=["fish"], areas=["south"], status="active"),
    a_meeting("o1", themes=["owls"], statutory=True),
    a_meeting("o2", themes=["owls"], status="proposed"),
    a_meeting("o3", themes=["owls"], status="ended", statutory=["B Act"]),
    a_meeting("m1", purpose="Receives reports from the bats forum", lead="nhs"),
)


def report(*meetings: Meeting, crowded: int = 3, **parts: Any) -> Report:
    register = a_register(*meetings, **{**PARTS, **parts})
    return view(register, coverage(register, TODAY, crowded), "2026-11-21")


ALL = report(*MEETINGS)


def under(heading: str, found: Report = ALL) -> list[Any]:
    blocks = list(found.blocks)
    start = next(place for place, block in enumerate(blocks) if isinstance(block, Heading) and block.text == heading) + 1
    end = next((place for place in range(start, len(blocks)) if isinstance(blocks[place], Heading)), len(blocks))
    return blocks[start:end]


def link(id_: str, mark: str = "") -> Link:
    return Link("meeting", id_, id_.upper() + mark)


def organisation(id_: str, name: str = "") -> Link:
    return Link("organisation", id_, name or id_.capitalize())


B3 = link("b3", " (internal)")


def test_it_begins_with_how_many_themes_and_duties_are_in_each_state() -> None:
    assert under("Coverage") == [
        Fields(
            (
                ("Themes", "4 themes: 1 with no home, 1 with one home, 1 with several homes and 1 crowded"),
                ("Statutory duties", "3 duties: 2 with no home and 1 with one home"),
            )
        )
    ]
    bare = report(a_meeting("a"), themes={}, settings=Settings())
    assert under("Coverage", bare) == [
        Fields((("Themes", "none named"), ("Statutory duties", "none named"))),
        Paragraph("The register has no themes: “govreg new theme NAME” adds one."),
    ]
    one = report(a_meeting("a", statutory=["A Act"]), themes={"owls": {}}, settings=Settings())
    assert under("Coverage", one) == [
        Fields((("Themes", "1 theme: 1 with no home"), ("Statutory duties", "1 duty: 1 with one home"))),
    ]
    assert [*report().blocks] == [Heading("Coverage", 1), Paragraph("There are no meetings to show.")]
    assert report().foot == ("Register, as at 21 November 2026.",)


def test_the_headings_follow_from_the_states() -> None:
    assert [block.text for block in ALL.blocks if isinstance(block, Heading)] == [
        "Coverage",
        "By area",
        "Themes without a home",
        "Themes with one home",
        "Themes with several homes",
        "Crowded themes",
        "Organisations that themes need",
        "Statutory duties",
        "Held meetings that work on no theme",
    ]


def test_the_matrix_counts_held_meetings_by_area() -> None:
    themes, duties = under("By area")
    north, south = Link("area", "north", "North"), Link("area", "south", "South")

    assert (themes.title, themes.corner) == ("Held meetings that work on each theme, by area", "Theme")
    assert themes.columns == duties.columns == ("All", north, south)
    assert dict(themes.rows) == {"Bats": (0, 0, 0), "Bees": (3, 3, 1), "Fish": (2, 1, 2), "Owls": (1, 1, 1)}
    assert (duties.title, duties.corner) == ("Held meetings that serve each statutory duty, by area", "Duty")
    assert dict(duties.rows) == {"A Act": (1, 1, 1), "B Act": (0, 0, 0), "No Act": (0, 0, 0)}
    assert under("Number of homes", report(a_meeting("a"), areas={}))[0].title == "Held meetings that work on each theme"


def test_each_state_has_the_columns_that_it_fills() -> None:
    (none,) = under("Themes without a home")
    (one,) = under("Themes with one home")
    (several,) = under("Themes with several homes")
    (crowded,) = under("Crowded themes")

    assert none == Table((Column("Theme", share=2), Column("Only mentioned by", share=2)), (("Bats", (link("m1"),)),))
    assert one == Table(
        (Column("Theme", share=2), Column("Held meetings", share=3), Column("Not held", share=2)),
        (("Owls", (link("o1"),), ("O2 (proposed)", "O3 (ended)")),),
    )
    counted = (Column("Theme", share=2), Column("Meetings", number=True, whole=True), Column("Most in one area", number=True))
    assert several == Table((*counted, Column("Held meetings", share=3)), (("Fish", 2, 2, (link("f1"), link("f2"))),))
    assert crowded == Table((*counted, Column("Held meetings", share=3)), (("Bees", 3, 3, (link("b1"), link("b2"), B3)),))


def test_needed_organisations_are_listed_those_without_a_seat_first() -> None:
    (table,) = under("Organisations that themes need")

    def row(id_: str, name: str = "") -> tuple[Cell, ...]:
        return next(row for row in table.rows if row[0] == "Bees" and row[1] == organisation(id_, name))

    assert row("opcc", "OPCC office")[2:] == ("2 of 3 meetings", "members not recorded for B3")
    assert row("nhs")[2:] == ("1 of 3 meetings", "through a collective on B1; members not recorded for B3; not listed on B2")
    assert row("rail")[2:] == ("0 of 3 meetings", "only by invitation on B1; members not recorded for B3; not listed on B2")
    assert row("fire")[3] == "members not recorded for B3; not listed on B1 and B2"
    assert next(row for row in table.rows if row[0] == "Bats")[2:] == ("no home", None)
    seats = [str(row[2]) for row in table.rows]
    assert seats == sorted(seats, key=lambda seat: not seat.startswith("0 of"))
    assert table.columns[2] == Column("Has a seat on", whole=True)
    only = report(a_meeting("a", themes=["bats"], participants=["fire"]), themes={"bats": {"needs": ["fire", "both"]}})
    assert [row[2:] for row in under("Organisations that themes need", only)[0].rows] == [
        ("0 of 1 meeting", "not listed on A"),
        ("1 of 1 meeting", None),
    ]
    members = report(a_meeting("a", themes=["bats"], participants=["nhs"]), themes={"bats": {"needs": ["both"]}})
    assert under("Organisations that themes need", members)[0].rows[0][3] == "only some of its members on A"


def test_duties_say_who_serves_them_and_which_are_not_named() -> None:
    table, unnamed = under("Statutory duties")

    assert {row[0]: row[1:] for row in table.rows} == {
        "A Act": ("one home", (link("f1"),), ()),
        "B Act": ("no home", (), ("O3 (ended)",)),
        "No Act": ("no home", (), ()),
    }
    assert unnamed == Paragraph("Said to be statutory, with no duty named: O1.")
    only = report(a_meeting("a", statutory=True), settings=Settings())
    assert under("Statutory duties", only) == [Paragraph("Said to be statutory, with no duty named: A.")]


LISTS_ALL = "--format json lists every meeting."


@pytest.mark.parametrize(("count", "shown", "more"), [(6, 6, ()), (7, 5, ("2 more",)), (8, 5, ("3 more",))])
def test_six_meetings_are_named_at_most(count: int, shown: int, more: tuple[str, ...]) -> None:
    found = report(*(a_meeting(f"m{number}", themes=["owls"]) for number in range(count)), crowded=99)
    (table,) = under("Themes with several homes", found)

    assert table.rows[0][3] == (*(link(f"m{number}") for number in range(shown)), *more)
    assert (LISTS_ALL in found.foot[1]) == bool(more)
    assert [len(theme["homes"]) for theme in found.data()["themes"] if theme["home"] == "several"] == [count]


@pytest.mark.parametrize(("count", "more"), [(20, None), (21, "1 more"), (22, "2 more")])
def test_twenty_meetings_without_a_theme_are_listed(count: int, more: str | None) -> None:
    found = report(*(a_meeting(f"m{number:02}", lead="nhs") for number in range(count)))
    (table,) = under("Held meetings that work on no theme", found)

    assert table.columns == (Column("Meeting", share=2), Column("Lead"))
    assert table.rows[0] == (link("m00"), "Nhs")
    assert len(table.rows) == min(count, 20) + bool(more)
    assert (table.rows[-1] == (more, None)) == bool(more)
    assert (LISTS_ALL in found.foot[1]) == bool(more)
    assert len(found.data()["without_theme"]) == count
    for none in (report(a_meeting("a"), themes={}), report(a_meeting("a", themes=["owls"]))):
        assert "Held meetings that work on no theme" not in [block.text for block in none.blocks if isinstance(block, Heading)]


def test_the_foot_says_what_a_home_is() -> None:
    assert ALL.foot == (
        "7 of 9 meetings are held; only held meetings are homes.",
        (
            "A home works on the theme: a tag, or its title, purpose or focus says so. Mentioning a theme is not working on it. "
            "Crowded: 3 or more homes in one area. Duties are compared as they are written. "
            "--crowded sets how many homes make a theme crowded."
        ),
        "Register, as at 21 November 2026.",
    )
    many = report(a_meeting("a"), settings=Settings(), areas={f"a{number}": {} for number in range(13)})
    assert many.foot[0] == "1 of 1 meeting is held; only held meetings are homes."
    assert many.foot[1].endswith("There are 13 areas; --format json has the figures of each.")
    assert "Duties are compared" not in many.foot[1]
    twelve = report(a_meeting("a"), areas={f"a{number}": {} for number in range(12)})
    assert "There are" not in twelve.foot[1]
    assert len(under("By area", twelve)[0].columns) == 13


def test_others_see_only_what_has_a_home() -> None:
    others = report(*MEETINGS[:6], left_out=LeftOut(visibility="partners"))

    assert next(block.title for block in others.blocks if isinstance(block, Matrix)) == "Held meetings that work on each theme, by area"
    table = others.blocks[-1]
    assert isinstance(table, Table)
    assert table.columns == (Column("Theme or duty", share=2), Column("Held meetings", number=True, whole=True), Column("Which", share=3))
    assert [row[:2] for row in table.rows] == [("Bees", 3), ("Fish", 2), ("Owls", 1), ("A Act", 1)]
    assert "Crowded" not in " ".join(others.foot)
    data = others.data()
    assert (data["without_theme"], data["statutory_without_duty"]) == (None, None)
    assert {one["home"] for one in data["themes"]} == {None}
    assert {one["needs"] for one in data["themes"]} == {None}
    assert [one["duty"] for one in data["duties"]] == ["A Act"]
    nothing = report(a_meeting("a"), left_out=LeftOut(visibility="partners"))
    assert nothing.blocks[1:] == (Paragraph("No meeting here works on a theme or names a statutory duty."),)
    sheet = others.table
    assert sheet is not None
    assert [(row[0], row[3], row[9]) for row in sheet.rows] == [*[("theme", None, None)] * 3, ("duty", None, None)]


def test_machines_get_every_home_and_need() -> None:
    data = ALL.data()
    bees = next(one for one in data["themes"] if one["id"] == "bees")

    assert (data["as_at"], data["unread"], data["crowded_from"], data["areas"]) == ("2026-11-21", [], 3, ["north", "south"])
    assert bees["by_area"] == {"north": 3, "south": 1}
    assert (bees["home"], bees["homes"], bees["most_in_one_area"]) == ("crowded", ["b1", "b2", "b3"], 3)
    assert bees["needs"][1] == {"organisation": "nhs", "seats": {"b1": "through", "b2": "none", "b3": "not-recorded"}}
    owls = next(one for one in data["themes"] if one["id"] == "owls")
    assert (owls["waiting"], owls["ended"], owls["mentioned"], owls["name"]) == (["o2"], ["o3"], [], "Owls")
    assert [(one["duty"], one["in_settings"]) for one in data["duties"]] == [("A Act", False), ("B Act", False), ("No Act", True)]
    assert data["without_theme"] == ["m1"]
    assert data["statutory_without_duty"] == ["o1"]


def test_a_spreadsheet_has_a_row_for_each_theme_and_duty() -> None:
    assert ALL.table is not None
    titles = [column.title for column in ALL.table.columns]
    rows = {row[2]: dict(zip(titles, row, strict=True)) for row in ALL.table.rows}

    assert rows["Bees"] == {
        "kind": "theme",
        "id": "bees",
        "name": "Bees",
        "state": "crowded",
        "homes": 3,
        "most_in_one_area": 3,
        "held_meetings": (link("b1"), link("b2"), B3),
        "only_mentioned_by": (),
        "not_held": (),
        "needed_without_seat": (organisation("fire"), organisation("rail"), organisation("sea")),
        "North": 3,
        "South": 1,
    }
    assert rows["Owls"]["not_held"] == ("O2 (proposed)", "O3 (ended)")
    assert (rows["No Act"]["kind"], rows["No Act"]["homes"], rows["No Act"]["North"]) == ("duty", 0, 0)
    assert rows["Bats"]["only_mentioned_by"] == (link("m1"),)
    assert ALL.table_note == "a row for each theme and each duty"
