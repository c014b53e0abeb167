"""The numbers of a review in JSON are those of its meetings."""

import json

from conftest import Run


def test_meetings_are_counted_by_lead_level_and_status(run: Run) -> None:
    review = json.loads(run("review --register tests/commands/boards --format json").out)

    assert review["total"] == 5
    assert review["by_lead"] == {"opcc": 4, "constabulary": 1}
    assert review["by_level"] == {"strategic": 1, "operational": 2, "not-stated": 2}
    assert review["by_status"] == {"active": 4, "ended": 1}


def test_an_audience_that_sees_nothing_is_told_nothing(run: Run) -> None:
    ran = run("review --for public")

    assert ran.status == 0
    assert ran.out.splitlines()[3:] == [
        "There are no meetings to review.",
        "",
        "Avon and Somerset external governance, as at 11 December 2019.",
        "39 meetings are left out because they are not public.",
    ]


def test_one_word_selects_meetings_of_every_status(run: Run) -> None:
    every = json.loads(run("list --status all --format json").out)["meetings"]
    compared = run("overlaps --status all").out

    assert len(every) == 39
    assert {one.get("status") for one in every} >= {None, "active", "proposed"}
    assert "are not held" not in compared
    assert run("list --status al").err.rstrip().endswith("It takes proposed, shadow, active, suspended, ended, all.")


def test_overlaps_says_who_is_counted(run: Run) -> None:
    output = " ".join(run("overlaps").out.split())

    assert "Members and chairs are counted. An organisation that only leads or supports a meeting is not." in output
