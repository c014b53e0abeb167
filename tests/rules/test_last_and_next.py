"""When a meeting last met and meets next, to the day; today is 21 November 2026."""

from datetime import timedelta

import pytest

from building import TODAY, a_meeting, a_register, a_sitting, found_at, problems
from govreg.rules.last_and_next import last_met_before_minutes, next_meeting_far_off, next_meeting_past


@pytest.mark.parametrize(("keys", "days"), [({"frequency": "Quarterly"}, 91), ({"frequency": "Monthly"}, 30), ({}, 365)])
def test_a_next_meeting_is_long_past_when_another_one_should_have_followed(keys: dict[str, str], days: int) -> None:
    def found(days_ago: int, **more: str) -> list[str]:
        day = (TODAY - timedelta(days=days_ago)).isoformat()
        return found_at(next_meeting_past, a_register(a_meeting(next_meets=day, **keys, **more)))

    assert found(days) == found(days + 1, status="ended") == found(days + 1, status="suspended") == []
    assert len(found(days + 1)) == len(found(days + 1, status="shadow")) == 1


def test_the_words_for_a_next_meeting_that_is_past() -> None:
    assert found_at(next_meeting_past, a_register(a_meeting(), a_meeting("finance-board", next_meets="2024-12"))) == [
        "finance-board next_meets: The recorded date of the next meeting, December 2024, is long past."
    ]


@pytest.mark.parametrize(("frequency", "days"), [("Annually", 2 * 365), ("Quarterly", 365 + 91), ("Every two years", 3 * 365)])
def test_a_next_meeting_is_far_off_a_year_after_it_should_be(frequency: str, days: int) -> None:
    def found(ahead: int, **more: str) -> list[str]:
        day = (TODAY + timedelta(days=ahead)).isoformat()
        return found_at(next_meeting_far_off, a_register(a_meeting(next_meets=day, frequency=frequency, **more)))

    assert found(days) == found(days + 1, status="suspended") == found(days + 1, status="proposed") == []
    assert len(found(days + 1)) == len(found(days + 1, status="shadow")) == 1


def test_a_meeting_without_a_known_frequency_may_meet_when_it_likes() -> None:
    register = a_register(a_meeting("a", next_meets="2036-01"), a_meeting("b", next_meets="2036-01", frequency="As required"))

    assert found_at(next_meeting_far_off, register) == []


def test_the_words_for_a_next_meeting_that_is_far_off() -> None:
    counted, by_words = "4 a year", "“Every two months”"

    for frequency, words in (({"per_year": 4}, counted), ("Every two months", by_words), ({"text": "Monthly", "per_year": 4}, counted)):
        assert found_at(next_meeting_far_off, a_register(a_meeting(next_meets="2036-01", frequency=frequency))) == [
            f"budget-committee next_meets: Its frequency is {words}, but the next meeting is not before January 2036."
        ]


def test_only_minutes_of_a_meeting_that_was_held_are_later_than_the_last_one() -> None:
    register = a_register(a_meeting(last_met="2026-03"))

    def found(day: str, **keys: object) -> list[str]:
        return found_at(last_met_before_minutes, register, a_sitting(f"budget-committee/{day}", **keys))

    assert found("2026-03-31", status="agreed") == found("2026-04-01", status="draft") == found("2026-11-22", attended=["opcc"]) == []
    assert found("2026-04-01", status="agreed") == found("2026-04-01", attended=[{"organisation": "opcc"}])


def test_the_latest_minutes_count() -> None:
    days = ("2026-05-10", "2026-07-10", "2026-06-10")
    found = problems(
        last_met_before_minutes,
        a_register(a_meeting(last_met="2026-03-10"), a_meeting("finance-board")),
        *(a_sitting(f"budget-committee/{day}", status="agreed") for day in days),
        a_sitting("finance-board/2026-01-10", status="agreed"),
        a_sitting("old-board/2026-01-10", status="agreed"),
    )

    assert [(one.message, one.hint) for one in found] == [
        (
            "`last_met` is 10 March 2026, but there are minutes of 10 July 2026.",
            "Record when it last met: “govreg set budget-committee last_met 2026-07-10”.",
        )
    ]
