"""The sheet that partners correct: its columns, lists to choose from, and rows in the order of titles."""

from typing import Any

import pytest

from building import a_meeting, a_register
from govreg.form import Form
from govreg.model.audience import Audience
from govreg.views.partner_sheet import partner_sheet

REGISTER = a_register(
    a_meeting("zeta", title="alpha group", participants=["opcc", {"organisation": "nhs", "role": "ACC"}]),
    a_meeting("board", title="Board", chair={"organisation": "opcc", "person": "Jane Doe"}),
    organisations={"opcc": {"name": "OPCC"}, "nhs": {"name": "nhs"}},
    areas={"west": {"name": "West"}, "bristol": {"name": "bristol"}},
    themes={"crime": {"name": "Crime"}},
    name="Test",
)


def form(audience: Audience = Audience("partners", "left out")) -> Form:  # noqa: B008 - it is frozen
    """The sheet with all meetings."""
    return partner_sheet(REGISTER, REGISTER.meetings.values(), audience, "2026-11-21")


def test_rows_are_in_the_order_of_titles_with_the_id_last() -> None:
    meetings, seats = form().sheets

    assert [(row[0], row[-1]) for row in meetings.rows] == [("alpha group", "zeta"), ("Board", "board")]
    assert [(row[0], row[1], row[2], row[-1]) for row in seats.rows] == [
        ("alpha group", "OPCC", "", "zeta#1"),
        ("alpha group", "nhs", "ACC", "zeta#2"),
    ]
    assert [sheet.columns[-1].hidden for sheet in (meetings, seats)] == [True, True]


@pytest.mark.parametrize(
    ("sheet", "key", "choices", "only"),
    [
        (0, "title", "", False),
        (0, "purpose", "", False),
        (0, "lead", "leads", False),
        (0, "support", "organisations", False),
        (0, "areas", "areas", False),
        (0, "themes", "themes", False),
        (0, "supersedes", "meetings", False),
        (0, "reports_to", "organisations and meetings", False),
        (0, "level", "Level", True),
        (0, "statutory", "yes or no", False),
        (1, "voting", "yes or no", True),
        (1, "attendance", "Attends as", True),
        (1, "of", "meetings", True),
        (1, "sender", "organisations and meetings", False),
    ],
)
def test_the_list_that_a_column_offers(sheet: int, key: str, choices: str, only: bool) -> None:  # noqa: FBT001 - a row of the table
    column = next(one for one in form().sheets[sheet].columns if one.key == key)

    assert (column.choices, column.only) == (choices, only)


@pytest.mark.parametrize(
    ("name", "items"),
    [
        ("organisations", ("nhs", "OPCC")),
        ("leads", ("nhs", "OPCC", "unclear", "not stated")),
        ("areas", ("bristol", "West")),
        ("themes", ("Crime",)),
        ("meetings", ("alpha group", "Board")),
        ("organisations and meetings", ("nhs", "OPCC", "alpha group", "Board")),
        ("yes or no", ("yes", "no")),
        ("Level", ("strategic", "tactical", "operational")),
    ],
)
def test_what_a_list_has(name: str, items: tuple[str, ...]) -> None:
    assert form().lists[name] == items


@pytest.mark.parametrize(
    ("audience", "people"),
    [
        (Audience("internal", "named"), True),
        (Audience("partners", "named"), True),
        (Audience("public", "named"), False),
        (Audience("partners", "left out"), False),
    ],
)
def test_persons_are_named_only_where_asked_for_and_never_to_the_public(audience: Audience, people: bool) -> None:  # noqa: FBT001
    made: Any = form(audience)

    assert any(column.key == "chair.person" for column in made.sheets[0].columns) is people
    assert ("Jane Doe" in str(made)) is people


def test_the_title_is_that_of_the_register() -> None:
    assert form().title == "Test: sheet for partners"


@pytest.mark.parametrize("visibility", ["public", "partners", "internal"])
def test_the_help_has_a_sentence_under_each_of_its_headings_and_one_for_each_column(visibility: Any) -> None:
    made = form(Audience(visibility, "left out"))
    headings = [heading for heading, _ in made.help]

    assert made.help[0][0] == "Test"
    assert made.help[0][1].startswith("2 meetings as at 21 November 2026. Version ")
    assert ("don't pass it on" in made.help[1][1]) == (visibility == "internal")
    assert all(says.endswith(".") for heading, says in made.help if heading not in {"", "Columns"})
    assert headings[headings.index("Columns") + 1 :] == [
        f"{sheet.name}: {column.title}" for sheet in made.sheets for column in sheet.columns if not column.hidden
    ]
