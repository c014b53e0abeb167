"""Which names are files of a register, and the messages about those that nearly are."""

import pytest

from govreg.diagnostics.finding import Problem
from govreg.storage import layout


def hint(found: object) -> str:
    assert isinstance(found, Problem)
    return found.hint


def test_a_meetings_file_is_named_after_its_id() -> None:
    assert layout.meeting_id("mental-health-concordat.yaml") == "mental-health-concordat"


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Mental Health Concordat.yaml", "mental-health-concordat.yaml"),
        ("budget.yml", "budget.yaml"),
        ("BUDGET.YAML", "budget.yaml"),
        ("budget.yaml~", "budget.yaml"),
        ("con.yaml", "con-meeting.yaml"),
        ("2nd-board.yaml", "nd-board.yaml"),
    ],
)
def test_a_nearly_valid_name_gets_a_suggestion(name: str, meant: str) -> None:
    assert f"“{meant}”" in hint(layout.meeting_id(name))


def test_a_sitting_is_named_after_its_day() -> None:
    assert layout.sitting_id("board", "2018-04-04.yaml") == "board/2018-04-04"
    assert layout.sitting_id("board", "2018-04-04-closed.yaml") == "board/2018-04-04-closed"
    for name in ("2018-04.yaml", "2018-02-30.yaml", "april.yaml", "2018-04-04.yml"):
        assert "2018-04-04.yaml" in hint(layout.sitting_id("board", name))


def test_a_stray_file_offers_the_one_that_was_meant() -> None:
    assert "organisations.yaml" in layout.unexpected_file("organizations.yaml").hint


def test_other_files_beside_entries_are_not_entries() -> None:
    assert layout.kept_beside_entries("README.md")
    assert layout.kept_beside_entries(".gitkeep")
    assert not layout.kept_beside_entries("old board.txt")
