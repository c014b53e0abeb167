"""The numbers of a review in JSON are those of its meetings."""

import json

from conftest import Run


def test_meetings_are_counted_by_lead_level_and_status(run: Run) -> None:
    review = json.loads(run("review --register tests/commands/boards --format json").out)

    assert review["total"] == 5
    assert review["by_lead"] == {"opcc": 4, "constabulary": 1}
    assert review["by_level"] == {"strategic": 1, "operational": 2, "not-stated": 2}
    assert review["by_status"] == {"active": 4, "ended": 1}
