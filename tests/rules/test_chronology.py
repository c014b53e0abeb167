"""Dates that contradict each other, to the day; today is 21 November 2026."""

from typing import Any

import pytest

from building import a_meeting, a_register, a_sitting, found_at
from govreg.model.verdict import Verdict
from govreg.rules.chronology import (
    impossible_order,
    recorded_in_future,
    reviews_out_of_order,
    status_against_dates,
    unlikely_year,
)


def a_verdict(**keys: str) -> Verdict:
    """A verdict on two meetings."""
    return Verdict.model_validate({"meetings": ("a", "b"), "verdict": "unsure", "on": "2016-03-10", **keys})


@pytest.mark.parametrize(
    ("first", "second", "keys", "message"),
    [
        ("last_met", "next_meets", (), "next_meets: The next meeting (9 March 2016) is before the last one (10 March 2016)."),
        (
            "agreed_on",
            "review_due",
            ("terms_of_reference",),
            (
                "terms_of_reference.review_due: "
                "The review of the terms of reference (9 March 2016) is before they were agreed (10 March 2016)."
            ),
        ),
        (
            "proposed_on",
            "decided_on",
            ("review",),
            "review.0.decided_on: The decision (9 March 2016) is before the proposal (10 March 2016).",
        ),
        ("proposed_on", "next_due", ("review",), "review.0.next_due: The next review (9 March 2016) is before this one (10 March 2016)."),
        ("decided_on", "next_due", ("review",), "review.0.next_due: The next review (9 March 2016) is before this one (10 March 2016)."),
    ],
)
def test_of_two_dates_the_later_may_be_on_the_same_day_and_not_the_day_before(
    first: str, second: str, keys: tuple[str, ...], message: str
) -> None:
    def found(later: str) -> list[str]:
        dates: Any = {first: "2016-03-10", second: later}
        return found_at(impossible_order, a_register(a_meeting(**({keys[0]: dates} if keys else dates))))

    assert found("2016-03-10") == found("2016-03") == found("2016") == []
    assert found("2016-03-09") == [f"budget-committee {message}"]


def test_a_review_follows_the_decision_and_not_only_the_proposal() -> None:
    review = {"proposed_on": "2016-03-10", "decided_on": "2016-05-10", "next_due": "2016-04-10"}

    assert len(found_at(impossible_order, a_register(a_meeting(review=review)))) == 1


def test_a_verdict_is_looked_at_again_no_earlier_than_it_was_given() -> None:
    def found(review_by: str) -> list[str]:
        return found_at(impossible_order, a_register(verdicts=(a_verdict(), a_verdict(review_by=review_by))))

    assert found("2016-03-10") == []
    assert found("2016-03-09") == ["verdicts 1.review_by: The date to look again (9 March 2016) is before the verdict (10 March 2016)."]


def test_a_decision_is_signed_on_the_day_of_the_meeting_at_the_earliest() -> None:
    def found(day: str) -> list[str]:
        return found_at(
            impossible_order, a_register(a_meeting()), a_sitting(decisions=[{"title": "Sell"}, {"title": "Buy", "signed_on": day}])
        )

    assert found("2018-04-04") == []
    assert found("2018-04-03") == [
        (
            "budget-committee/2018-04-04 decisions.1.signed_on: "
            "The signature (3 April 2018) is before the meeting that made the decision (4 April 2018)."
        )
    ]


def test_the_next_meeting_in_minutes_is_on_a_later_day() -> None:
    def found(day: str) -> list[str]:
        return found_at(impossible_order, a_register(a_meeting()), a_sitting(next=day))

    assert found("2018-04-05") == found("2018-04") == []
    assert found("2018-04-04") == ["budget-committee/2018-04-04 next: The next meeting has the same date as this one."]
    assert found("2018-04-03") == ["budget-committee/2018-04-04 next: The next meeting (3 April 2018) is before this one (4 April 2018)."]


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        ({"last_met": "DAY"}, "last_met: The meeting last met on 22 November 2026"),
        ({"status": "active", "status_since": "DAY"}, "status_since: The status “active” begins on 22 November 2026"),
        ({"status": "ended", "status_since": "DAY"}, "status_since: The status “ended” begins on 22 November 2026"),
        (
            {"terms_of_reference": {"agreed_on": "DAY"}},
            "terms_of_reference.agreed_on: The terms of reference were agreed on 22 November 2026",
        ),
        ({"review": [{}, {"proposed_on": "DAY"}]}, "review.1.proposed_on: It was proposed on 22 November 2026"),
        ({"review": [{}, {"decided_on": "DAY"}]}, "review.1.decided_on: It was decided on 22 November 2026"),
        ({"sources": [{}, {"date": "DAY"}]}, "sources.1.date: The source was written on 22 November 2026"),
    ],
)
def test_what_is_recorded_as_done_was_done_by_today(keys: dict[str, Any], message: str) -> None:
    def found(day: str) -> list[str]:
        return found_at(recorded_in_future, a_register(a_meeting(**_with_day(keys, day))))

    assert found("2026-11-21") == found("2026-11") == found("2026") == []
    assert found("2026-11-22") == [f"budget-committee {message}, which is after 21 November 2026."]
    assert found("2026-12")[0].endswith(" in December 2026, which is after 21 November 2026.")


def _with_day(value: Any, day: str) -> Any:
    """`value` with `day` for each `DAY`."""
    if isinstance(value, dict):
        return {key: _with_day(item, day) for key, item in value.items()}
    if isinstance(value, list):
        return [_with_day(item, day) for item in value]
    return day if value == "DAY" else value


def test_a_proposal_may_begin_in_the_future_and_a_status_that_is_not_given_has_no_beginning() -> None:
    for keys in ({"status": "proposed"}, {}):
        assert found_at(recorded_in_future, a_register(a_meeting(status_since="2027", **keys))) == []


def test_verdicts_and_signatures_are_not_given_in_the_future() -> None:
    register = a_register(a_meeting(), verdicts=(a_verdict(), a_verdict(on="2026-11-22")))
    decided = a_sitting(decisions=[{"title": "Sell"}, {"title": "Buy", "signed_on": "2026-11-22"}])

    assert found_at(recorded_in_future, register, decided) == [
        "verdicts 1.on: The verdict was given on 22 November 2026, which is after 21 November 2026.",
        "budget-committee/2018-04-04 decisions.1.signed_on: It was signed on 22 November 2026, which is after 21 November 2026.",
    ]


def test_minutes_of_the_future_may_have_an_agenda_and_apologies_only() -> None:
    def found(**keys: Any) -> list[str]:
        return found_at(recorded_in_future, a_register(a_meeting()), a_sitting("budget-committee/2026-11-22", **keys))

    assert found(agenda=[{"title": "Savings"}], apologies=["opcc"]) == []
    for keys in ({"attended": ["opcc"]}, {"decisions": [{"title": "Sell"}]}):
        assert found(**keys) == [
            "budget-committee/2026-11-22: These minutes record a meeting on 22 November 2026, which is after 21 November 2026."
        ]


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (
            {"status": "ended", "next_meets": "2027-03"},
            ["budget-committee next_meets: The meeting has ended, but its next meeting is in March 2027."],
        ),
        ({"status": "ended", "status_since": "2016-03", "last_met": "2016-03-31"}, []),
        (
            {"status": "ended", "status_since": "2016-03", "last_met": "2016-04-01"},
            ["budget-committee last_met: The meeting last met (1 April 2016) after it ended (March 2016)."],
        ),
        ({"status": "suspended", "status_since": "2016-03", "last_met": "2016-04-01", "next_meets": "2027"}, []),
        ({"status": "ended", "last_met": "2016-04-01"}, []),
        (
            {"status": "proposed", "last_met": "2016-04-01"},
            ["budget-committee last_met: The meeting is only proposed, but it last met on 1 April 2016."],
        ),
        ({"status": "proposed", "next_meets": "2027"}, []),
    ],
)
def test_a_status_and_its_dates(keys: dict[str, str], expected: list[str]) -> None:
    assert found_at(status_against_dates, a_register(a_meeting(**keys))) == expected


def test_minutes_show_that_a_meeting_took_place() -> None:
    register = a_register(
        a_meeting(status="ended", status_since="2018-04-03"),
        a_meeting("estates-board", status="ended", status_since="2018-04-04"),
        a_meeting("new-board", status="proposed"),
        a_meeting("other-board"),
    )
    names = ("gone", "budget-committee", "estates-board", "new-board", "other-board")
    attended = [a_sitting(f"{name}/2018-04-04", attended=["opcc"]) for name in names]
    only_agendas = [a_sitting(f"{name}/2018-04-04", agenda=[{"title": "Savings"}]) for name in names]

    assert found_at(status_against_dates, register, *only_agendas) == []
    assert found_at(status_against_dates, register, only_agendas[0], *attended[1:]) == [
        "budget-committee/2018-04-04: “Budget committee” ended before this meeting took place (3 April 2018).",
        "new-board/2018-04-04: “New board” is only proposed, but it has minutes.",
    ]
    assert len(found_at(status_against_dates, register, *attended)) == 2


def test_each_dated_review_is_compared_with_the_dated_one_before_it() -> None:
    def found(*reviews: dict[str, str]) -> list[str]:
        return found_at(reviews_out_of_order, a_register(a_meeting(review=list(reviews))))

    assert found({"proposed_on": "2016-11-10"}, {"proposed_on": "2016-11-10"}, {"proposed_on": "2016-11"}) == []
    assert found({"proposed_on": "2016-01", "decided_on": "2018-11"}, {}, {"proposed_on": "2018-10-31"}, {"proposed_on": "2016"}) == [
        "budget-committee review.2: This review (31 October 2018) is older than the one above it (November 2018).",
        "budget-committee review.3: This review (2016) is older than the one above it (31 October 2018).",
    ]


@pytest.mark.parametrize(("day", "year"), [("1799-12-31", "1799"), ("2077", "2077"), ("0216-11-10", "0216")])
def test_a_year_before_1800_or_more_than_50_ahead_is_probably_mistyped(day: str, year: str) -> None:
    expected = f"budget-committee next_meets: The year {year} is probably mistyped."

    assert found_at(unlikely_year, a_register(a_meeting(next_meets=day))) == [expected]


def test_the_years_from_1800_to_50_years_ahead_are_likely_and_the_day_of_minutes_counts_too() -> None:
    assert found_at(unlikely_year, a_register(a_meeting(last_met="1800-01-01", next_meets="2076-12-31"))) == []
    assert found_at(unlikely_year, a_register(a_meeting()), a_sitting("budget-committee/0218-04-04")) == [
        "budget-committee/0218-04-04: The year 0218 is probably mistyped."
    ]
