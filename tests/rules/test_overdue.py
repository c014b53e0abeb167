"""Terms, reviews and meetings that are overdue, to the day; today is 21 November 2026."""

from datetime import timedelta
from typing import Any

import pytest

from building import TODAY, a_meeting, a_register, a_sitting, found_at, found_by, problems
from govreg.rules.overdue import chair_term_over, meets_less_often, review_overdue


@pytest.mark.parametrize("last_day", ["2026-11-21", "2026-11", "2026"])
def test_a_chairs_term_and_a_review_are_over_on_the_day_after(last_day: str) -> None:
    def found(day: str) -> list[str]:
        meeting = a_meeting(
            chair={"organisation": "opcc", "until": day},
            terms_of_reference={"review_due": day},
            review=[{"next_due": "2020"}, {"next_due": day}],
        )
        register = a_register(a_meeting("a", chair={"role": "Chair"}, terms_of_reference={}, review=[{}]), a_meeting("b"), meeting)
        return [*found_at(chair_term_over, register), *found_at(review_overdue, register)]

    assert found(last_day) == []
    assert found("2026-11-20") == [
        "budget-committee chair.until: The chair's term ended (20 November 2026).",
        "budget-committee terms_of_reference.review_due: The review of its terms of reference was due by 20 November 2026.",
        "budget-committee review.1.next_due: The review of the meeting was due by 20 November 2026.",
    ]


def test_a_hint_names_the_field_in_which_the_next_review_is_recorded() -> None:
    register = a_register(a_meeting(terms_of_reference={"review_due": "2020"}, review=[{"next_due": "2020"}]))

    assert [one.hint.split("“")[1] for one in problems(review_overdue, register)] == [
        "govreg set budget-committee terms_of_reference.review_due DATE”.",
        "govreg set budget-committee review.next_due DATE”.",
    ]


def test_a_meeting_held_once_in_ten_million_years_is_not_overdue() -> None:
    rare = a_meeting(last_met="2018-01-01", frequency={"per_year": "0.0000001"})
    yearly = a_meeting("finance-board", last_met="2018-01-01", frequency={"per_year": "1"})

    assert len(found_by(meets_less_often, a_register(rare, yearly))) == 1


@pytest.mark.parametrize(("per_year", "days"), [("4", 182), ("1", 730), ("12", 60), ("365", 2)])
def test_a_meeting_is_overdue_after_twice_its_interval(per_year: str, days: int) -> None:
    def found(days_ago: int) -> int:
        last_met = (TODAY - timedelta(days=days_ago)).isoformat()
        return len(found_by(meets_less_often, a_register(a_meeting(last_met=last_met, frequency={"per_year": per_year}))))

    assert (found(days), found(days + 1)) == (0, 1)


@pytest.mark.parametrize(
    ("last_met", "ago"),
    [
        ("2026-09-21", "2 months ago, on 21 September 2026"),
        ("2026-09-22", "60 days ago, on 22 September 2026"),
        ("2026-10-21", "31 days ago, on 21 October 2026"),
        ("2025-11-21", "12 months ago, on 21 November 2025"),
        ("2025-11-22", "11 months ago, on 22 November 2025"),
        ("2025-12-21", "11 months ago, on 21 December 2025"),
        ("2024-01", "33 months ago, on 31 January 2024"),
    ],
)
def test_a_message_says_how_many_full_months_ago_a_meeting_last_met(last_met: str, ago: str) -> None:
    weekly = a_register(a_meeting(last_met=last_met, frequency="Weekly"))

    assert found_at(meets_less_often, weekly) == [f"budget-committee last_met: Its frequency is “Weekly”, but it last met {ago}."]


def test_minutes_show_when_a_meeting_last_met_too() -> None:
    def found(*days: str, **keys: Any) -> list[str]:
        sittings = [a_sitting(f"budget-committee/{day}") for day in days]
        return found_at(
            meets_less_often, a_register(a_meeting(frequency={"per_year": "4"}, **keys)), a_sitting("other/2026-11-01"), *sittings
        )

    assert found() == found("2025-01-01", "2026-11-21") == found("2026-11-01", "2025-01-01") == found(last_met="2027") == []
    assert found("2026-11-01", last_met="2025-01-01") == found("2025-01-01", last_met="2026-11-01") == []
    expected = "Its frequency is 4 a year, but it last met 22 months ago, on 1 January 2025."
    assert found("2024-12-01", "2025-01-01", "2026-11-22") == [f"budget-committee frequency: {expected}"]
    assert found("2024-12-01", "2026-11-22", last_met="2025-01-01") == [f"budget-committee last_met: {expected}"]


@pytest.mark.parametrize(
    "keys", [{"status": "proposed"}, {"status": "suspended"}, {"status": "ended"}, {"frequency": "TBC"}, {"frequency": {}}]
)
def test_a_meeting_that_is_not_held_or_has_no_number_misses_none_and_hides_no_other(keys: dict[str, Any]) -> None:
    meeting = a_meeting("a", **{"last_met": "2020", "frequency": "Monthly", **keys})

    assert len(found_at(meets_less_often, a_register(meeting, a_meeting(last_met="2020", frequency="Monthly")))) == 1
