"""What a person wrote into a cell, as the value that a register's file holds; or why it can't be."""

from typing import Any

import pytest

from building import a_meeting, a_register
from govreg.analysis.partner_sheet.rows import column_of
from govreg.analysis.partner_sheet.values import NotUnderstoodError, entry_id, items_of

REGISTER = a_register(
    a_meeting("board", title="Finance Board"),
    organisations={"opcc": {"name": "OPCC"}, "nhs": {"name": "NHS", "aliases": ["Health; NHS"]}},
    areas={"bristol": {"name": "Bristol"}},
    themes={"crime": {"name": "Crime"}},
)


def values(key: str, text: str) -> tuple[Any, ...]:
    """The values of the cell in the column `key`; keys of seats begin with `seat`."""
    column = column_of(key.removeprefix("seat "), is_seats=key.startswith("seat "))
    return tuple(item.value for item in items_of(column, text, REGISTER))


@pytest.mark.parametrize(
    ("key", "text", "found"),
    [
        ("title", " Crime  board ", ("Crime board",)),
        ("purpose", " One\n two ", ("One\n two",)),
        ("focus", "- One\n• Two\none", ("One", "Two")),
        ("lead", "OPCC", ("opcc",)),
        ("lead", "opcc; NHS", ("opcc", "nhs")),
        ("lead", "opcc;; NHS;", ("opcc", "nhs")),
        ("lead", "Health; NHS", ("nhs",)),
        ("lead", "Not stated", ("not-stated",)),
        ("lead", "Unclear", ("unclear",)),
        ("focus", "One; two", ("One; two",)),
        ("level", "Strategic", ("strategic",)),
        ("seat attendance", "By invitation", ("by-invitation",)),
        ("last_met", "2026-10", ("2026-10",)),
        ("last_met", "2026-10-03 00:00:00", ("2026-10-03",)),
        ("last_met", "2026-10-03 00:00", ("2026-10-03",)),
        ("last_met", " 3  October 2026", ("2026-10-03",)),
        ("last_met", "13/10/2026", ("2026-10-13",)),
        ("seat voting", "YES", ("true",)),
        ("seat voting", "no", ("false",)),
        ("statutory", "True", ("true",)),
        ("statutory", "false", ("false",)),
        ("statutory", "Care Act 2014", ("Care Act 2014",)),
        ("statutory", "Care Act 2014\nCrime Act", ("Care Act 2014", "Crime Act")),
        ("seat people", "2", ("2",)),
        ("seat people", "2.0", ("2",)),
        ("seat people", "2.00", ("2",)),
        ("seat people", "123456789", ("123456789",)),
        ("reports_to", "Finance Board\nNHS", ("board", "nhs")),
        ("areas", "bristol", ("bristol",)),
        ("themes", "crime", ("crime",)),
    ],
)
def test_the_values_that_a_cell_says(key: str, text: str, found: tuple[Any, ...]) -> None:
    assert values(key, text) == found


@pytest.mark.parametrize(
    ("key", "text", "why"),
    [
        ("title", "One\ntwo", "It holds one line. Write it on one line."),
        ("lead", "OPCC\nUnclear", "“Unclear” can't be one of several. Write it alone."),
        ("purpose", "N/A", "“N/A” is not taken as a value."),
        ("seat role", "Vacant", "“Vacant” is not a post."),
        ("frequency.text", "4", "“4” doesn't say how often."),
        ("lead", "OPPC", "The register has no organisation called “OPPC”. Did you mean “OPCC”?"),
        ("lead", "Zzzzzz", "The register has no organisation called “Zzzzzz”. Choose it from the list, or ask for it to be added."),
        ("reports_to", "Finance Bord", "The register has no meeting or organisation called “Finance Bord”. Did you mean “Finance Board”?"),
        ("level", "stategic", "“stategic” is not in the list. Did you mean “strategic”?"),
        ("level", "zzz", "“zzz” is not in the list. Choose strategic, tactical or operational."),
        ("seat voting", "maybe", "“maybe” is not yes or no. Write yes or no."),
        ("statutory", "yes\nCare Act 2014", "Write yes or no alone, or the duties or Acts, each on its own line."),
        ("seat people", "0", "“0” is not a whole number. Write it in digits."),
        ("seat people", "2.5", "“2.5” is not a whole number. Write it in digits."),
        ("seat people", "-2", "“-2” is not a whole number. Write it in digits."),
        ("seat people", "²", "“²” is not a whole number. Write it in digits."),
        ("seat people", "1234567890", "“1234567890” is not a whole number. Write it in digits."),
        ("last_met", "3/4/2026", "“3/4/2026” can be read as two dates"),
        ("last_met", "soon", "“soon” is not a date."),
        ("last_met", "2026-02-30", "“2026-02-30” is not a date: February 2026 has 28 days."),
    ],
)
def test_why_a_cell_is_not_understood(key: str, text: str, why: str) -> None:
    with pytest.raises(NotUnderstoodError) as refused:
        values(key, text)
    assert str(refused.value).startswith(why)


def test_an_entry_is_known_by_its_name_before_anything_else() -> None:
    assert entry_id("organisation", "Health; NHS", REGISTER) == "nhs"
