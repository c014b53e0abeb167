"""A review says what its numbers hold, how sure a recommendation is, and what may not be passed on."""

from typing import Any

from building import a_meeting, a_register
from govreg.analysis.duplicates.search import Query, find_duplicates
from govreg.analysis.overlaps import overlaps
from govreg.model.meeting import Meeting
from govreg.render.target import Target
from govreg.render.text import render
from govreg.views.review import ReviewResult, review


def told(*entries: Meeting, **parts: Any) -> str:
    register = a_register(*entries, **parts)
    live = [entry for entry in register.meetings.values() if entry.live]
    reviewed = ReviewResult(find_duplicates(register, Query()), overlaps(register, live).pairs, ())
    return render(review(register, reviewed, "2026-11-21"), Target())


def test_internal_entries_and_parts_are_counted_in_the_foot() -> None:
    secret = a_meeting("secret", visibility="internal", review={"recommendation": "start"})
    part = a_meeting("part", focus=[{"text": "Budget", "visibility": "internal"}], review={"recommendation": "continue"})
    said = told(secret, part)

    assert "1 internal entry is in this: --for partners leaves it out." in said
    assert "1 entry has internal parts: --for partners leaves them out." in said
    assert "Secret (new) (internal)" in said
    assert "Budget (internal)" in said
    assert "internal" not in told(a_meeting())


def test_a_recommendation_without_a_date_is_undated() -> None:
    assert "Recommended, undated, no decision recorded." in told(a_meeting(review={"recommendation": "continue"}))


def test_numbers_say_what_they_hold() -> None:
    said = told(
        a_meeting("a", status="proposed", frequency="Quarterly"),
        a_meeting("b", lead="pcc"),
        a_meeting("c", status="ended"),
        organisations={"opcc": {}, "pcc": {"part_of": "opcc"}},
    )

    assert "Opcc           2                4                 0" in said
    assert "Sittings a year are without those of meetings that have ended. Proposed meetings (1) are counted." in said
    assert "Opcc is counted here without Pcc; “govreg list --lead opcc” shows all 3." in said


def test_pairs_are_counted_as_overlaps_counts_them() -> None:
    both = ["opcc", "constabulary"]
    entries = [*(a_meeting(f"m{number}", participants=both) for number in range(6)), a_meeting("n", participants=["opcc"])]
    ended = a_meeting("gone", status="ended", participants=both)
    said = (
        "10 most telling of 15 pairs of meetings with two or more in both; “govreg overlaps --limit 0” shows all 21 with anybody in common"
    )

    assert f"{said}.\n" in told(*entries)
    assert f"{said}, and those of meetings that have ended.\n" in told(*entries, ended)
    assert "How alike: seats in both, of all seats in either." in told(*entries)
    assert "No two meetings have two or more in both; “govreg overlaps --limit 0” shows all 1 with" in told(*entries[5:])
