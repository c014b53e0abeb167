"""The gaps of entries: counted where there are several, named where there is one; what has ended has none."""

from typing import Any

import pytest

from building import a_meeting
from govreg.report import Column
from govreg.views.gaps import gap_sentence, gap_table

FULL: dict[str, Any] = {
    "frequency": "Monthly",
    "purpose": "Count herons",
    "chair": "opcc",
    "participants": ["opcc"],
    "status": "active",
    "review": {"next_due": "2030"},
}


@pytest.mark.parametrize(
    ("entries", "sentence"),
    [
        ([], ""),
        ([FULL], ""),
        ([FULL, FULL], ""),
        ([{**FULL, "lead": "not-stated", "chair": None}], "Gaps: no stated lead and no stated chair."),
        ([{**FULL, "purpose": None}, {"status": "ended"}], "Gaps: no stated purpose."),
        ([{**FULL, "purpose": None}, FULL], "Gaps: of 2 meetings that have not ended, 1 with no stated purpose."),
        (
            [{**FULL, "purpose": None, "frequency": None}, {**FULL, "frequency": None}],
            "Gaps: of 2 meetings that have not ended, 2 with no stated frequency and 1 with no stated purpose.",
        ),
        (
            [{"lead": "not-stated"}],
            (
                "Gaps: no stated lead, no stated frequency, no stated purpose, no review date, no stated chair, no stated participants and "
                "no stated status."
            ),
        ),
    ],
)
def test_gaps_in_a_sentence(entries: list[dict[str, Any]], sentence: str) -> None:
    assert gap_sentence(a_meeting(f"m{number}", **keys) for number, keys in enumerate(entries)) == sentence


def test_gaps_in_a_table_have_the_command_that_lists_them() -> None:
    entries = [{**FULL, "purpose": None, "review": []}, {**FULL, "purpose": None}, {"status": "ended"}]
    table = gap_table(a_meeting(f"m{number}", **keys) for number, keys in enumerate(entries))

    assert table is not None
    assert table.rows == (
        ("No stated purpose", 2, "govreg list --without purpose"),
        ("No review date", 1, "govreg list --without review-date"),
    )
    assert table.columns == (Column("Gap", share=2), Column("Meetings", number=True, whole=True), Column("Listed by", whole=True))
    assert gap_table([a_meeting(**FULL)]) is None
