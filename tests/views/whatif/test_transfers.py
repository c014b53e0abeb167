"""What the entries that would take work on record of it, and what is not known, in words."""

from typing import Any

import pytest

from building import TODAY, a_meeting, a_register
from govreg.analysis.whatif.result import run_scenario
from govreg.analysis.whatif.scenario import ScenarioOptions, scenario
from govreg.report import Fields, Heading
from govreg.views.whatif.transfers import transfer_blocks

AREAS = {"north": {"name": "North"}, "south": {"name": "South"}}
COMPLETE = {"purpose": "Count walruses", "focus": ["Walruses"], "participants": ["opcc"], "frequency": "Quarterly"}


def rows(old: dict[str, Any], new: dict[str, Any]) -> list[tuple[str, str]]:
    """The labels and texts on the work of a meeting that goes to another."""
    register = a_register(a_meeting("old", **{**COMPLETE, **old}), a_meeting("new", **{**COMPLETE, **new}), areas=AREAS)
    result = run_scenario(register, scenario(register, ScenarioOptions(into=(("old", "new"),))), TODAY)
    (found,) = result.transfers.compared
    tables = [block for block in transfer_blocks(register, found, lambda _: None, 2) if isinstance(block, Fields)]
    return [(label, str(says)) for table in tables for label, says in table.rows]


@pytest.mark.parametrize(
    ("old", "new", "row"),
    [
        ({}, {"frequency": "TBC"}, ("Not known", "How often “New” meets: “TBC”")),
        ({}, {"frequency": None}, ("Not known", "How often “New” meets")),
        ({"purpose": None}, {}, ("Not known", "What it is for: its entry doesn’t say")),
        ({"lead": "not-stated", "focus": None}, {}, ("Not known", "What it works on now and who leads it: its entry doesn’t say")),
        ({"focus": ["What members bring"]}, {}, ("Not known", "“What members bring” is too general to look for")),
        ({"statutory": ["Care Act"]}, {}, ("Not recorded there", "the duty Care Act")),
        ({"statutory": ["Care Act"]}, {"statutory": ["Care Act"]}, ("Recorded there", "the duty Care Act")),
        ({"participants": ["constabulary"]}, {}, ("Not recorded there", "the seat of Constabulary")),
        ({"areas": ["north"]}, {"areas": ["south"]}, ("Not recorded there", "North: not covered")),
        ({"focus": ["Lemurs"]}, {}, ("Not recorded there", "“Lemurs”: that entry doesn’t mention “lemurs”")),
    ],
)
def test_a_row_on_work_that_moves(old: dict[str, Any], new: dict[str, Any], row: tuple[str, str]) -> None:
    assert row in rows(old, new)


def test_nothing_is_unknown_of_complete_entries() -> None:
    assert [label for label, _ in rows({}, {}) if label == "Not known"] == []


def test_the_first_ten_of_many_that_would_take_work_on_are_named_and_the_others_counted() -> None:
    news = [a_meeting(f"new-{number:02}", focus=["Walruses"]) for number in range(12)]
    register = a_register(a_meeting("old", **COMPLETE), *news)
    result = run_scenario(register, scenario(register, ScenarioOptions(into=tuple(("old", new.id) for new in news))), TODAY)
    (found,) = result.transfers.compared
    heading, table = transfer_blocks(register, found, lambda _: None, 2)

    assert isinstance(heading, Heading)
    assert heading.text.endswith("New 09 and 2 more?")
    assert isinstance(table, Fields)
    shown = [(label, str(says)) for label, says in table.rows]
    assert ("", "And 2 more") in shown
    assert [says for label, says in shown if label == "Not known"][-2:] == ["How often “New 09” meets", "How often 2 more of them meet"]
