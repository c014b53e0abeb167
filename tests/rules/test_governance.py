"""Rules of good governance, in cases that the rules' pages don't show; today is 21 November 2026."""

from datetime import timedelta
from typing import Any

import pytest

from building import TODAY, a_meeting, a_register, a_sitting, found_at, found_by, problems, related, where
from govreg.rules.governance import (
    chair_term_over,
    ended_without_successor,
    joint_without_chair,
    lead_unclear,
    meets_less_often,
    reporting_cycle,
    reports_to_ended,
    review_overdue,
    statutory_to_end,
    successor_and_predecessor_live,
)


def test_an_unclear_lead_is_reported_with_the_words_of_the_source_until_the_meeting_ends() -> None:
    register = a_register(
        a_meeting("a", lead="unclear", lead_as_written="Attendance only"),
        a_meeting("b", lead="unclear"),
        a_meeting("c", lead="unclear", status="ended"),
        a_meeting("d", lead="not-stated"),
        a_meeting("e", lead_as_written="OPCC"),
    )

    assert found_at(lead_unclear, register) == [
        "a lead: It is unclear who leads this meeting: the source says “Attendance only”.",
        "b lead: It is unclear who leads this meeting.",
    ]


def test_a_joint_lead_is_enough_with_a_chair_or_a_participant_who_chairs() -> None:
    joint = ["opcc", "constabulary"]
    register = a_register(
        a_meeting("a", lead=joint),
        a_meeting("b", lead=joint, chair={"role": "Chief Executive"}),
        a_meeting("c", lead=joint, participants=["nhs", {"organisation": "nhs", "attendance": "chair"}]),
        a_meeting("d", lead=joint, status="ended"),
        a_meeting("e", lead=["opcc", "opcc"]),
        a_meeting("f"),
    )

    assert found_at(joint_without_chair, register) == ["a lead: The lead is joint, but no chair is recorded."]


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


@pytest.mark.parametrize(
    "keys",
    [
        {"status_reason": "Its work is done"},
        {"review": [{"reason": "Few came"}, {"recommendation": "end"}]},
        {"review": {"recommendation": "merge", "into": ["finance-board"]}},
        {"status": "active"},
    ],
)
def test_a_meeting_ends_with_a_reason_or_a_successor(keys: dict[str, Any]) -> None:
    other = a_meeting("finance-board")

    assert found_at(ended_without_successor, a_register(a_meeting(**{"status": "ended", **keys}), other)) == []
    assert found_at(ended_without_successor, a_register(a_meeting(status="ended", review=[{"recommendation": "end"}]), other)) == [
        "budget-committee status: The meeting has ended, but neither a reason nor a successor is recorded."
    ]


@pytest.mark.parametrize(
    ("before", "after", "is_found"),
    [
        ({}, {}, True),
        ({"status": "suspended"}, {"status": "shadow"}, True),
        ({"status": "ended"}, {}, False),
        ({}, {"status": "ended"}, False),
        ({}, {"status": "proposed"}, False),
    ],
)
def test_a_meeting_that_was_replaced_has_ended(before: dict[str, str], after: dict[str, str], *, is_found: bool) -> None:
    """Whether the successor's entry says it, the predecessor's, or both: it is said once. One that is in order hides no other."""
    in_order = a_meeting("heir", supersedes=["gone"]), a_meeting("gone", status="ended")
    old_says = {"review": {"recommendation": "end", "into": ["new"], "decided_on": "2020"}}
    message = "“New” replaces “Old”, but neither has ended."
    for old, new, place in (
        ({}, {"supersedes": ["old"]}, "new supersedes.0"),
        (old_says, {}, "old review.0.into.0"),
        (old_says, {"supersedes": ["old"]}, "new supersedes.0"),
    ):
        register = a_register(*in_order, a_meeting("new", **after, **new), a_meeting("old", **before, **old))
        found = problems(successor_and_predecessor_live, register)
        assert [f"{where(one.place)}: {one.message}" for one in found] == [f"{place}: {message}"] * is_found
        assert [related(one) for one in found] == [["old title: the meeting it replaces"]] * is_found


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


def test_the_first_of_many_cycles_are_listed_and_the_rest_counted() -> None:
    ids = [f"m-{number:03}" for number in range(100)]
    all_report_to_all = [a_meeting(one, reports_to=[other for other in ids if other != one]) for one in ids]

    found = problems(reporting_cycle, a_register(*all_report_to_all))

    assert len(found) == 21
    # the shortest way back is always through the first meeting: twenty circles name it and twenty others
    assert f"{where(found[-1].place)}: {found[-1].message}" == "m-021 reports_to: 79 more meetings report in loops with “M 000”."


@pytest.mark.parametrize(
    ("size", "more"),
    [(21, None), (22, "1 more meeting reports in loops with “M 0000”."), (1_200, "1,179 more meetings report in loops with “M 0000”.")],
)
def test_up_to_twenty_loops_are_listed(size: int, more: str | None) -> None:
    ids = [f"m-{number:04}" for number in range(size)]
    star = [a_meeting(ids[0], reports_to=ids[1:]), *(a_meeting(one, reports_to=[ids[0]]) for one in ids[1:])]

    found = found_by(reporting_cycle, a_register(*star))

    assert found[20:] == ([more] if more else [])


def test_a_circle_names_the_others_in_it_and_of_a_long_one_the_first() -> None:
    def found(size: int) -> str:
        return found_by(reporting_cycle, a_register(*(a_meeting(f"m-{at}", reports_to=[f"m-{(at + 1) % size}"]) for at in range(size))))[0]

    assert found(2) == "Its reports come back to itself through “M 1”."
    assert found(3) == "Its reports come back to itself through “M 1”, “M 2”."
    assert found(11).endswith("“M 9”, “M 10”.")
    assert found(12).endswith("”, ….")
    assert found(100).endswith("”, ….")
    assert "“M 0”" not in found(100)


def test_a_loop_is_at_the_first_link_of_its_first_meeting() -> None:
    register = a_register(
        a_meeting("a", reports_to=["opcc", "a", "b"]),
        a_meeting("b", reports_to=["c"]),
        a_meeting("c", reports_to=["a"]),
        a_meeting("d", reports_to=["d", "a"]),
    )

    assert found_at(reporting_cycle, register) == ["a reports_to.2: Its reports come back to itself through “B”, “C”."]
    assert related(problems(reporting_cycle, register)[0]) == ["b reports_to: also part of the loop", "c reports_to: also part of the loop"]


def test_a_meeting_reports_to_none_that_has_ended() -> None:
    register = a_register(
        a_meeting("a", reports_to=["opcc", "suspended", "ended", "gone"]),
        a_meeting("b", reports_to=["ended"], status="ended"),
        a_meeting("ended", status="ended"),
        a_meeting("suspended", status="suspended"),
    )

    assert found_at(reports_to_ended, register) == ["a reports_to.2: The meeting reports to “Ended”, which has ended."]
    assert related(problems(reports_to_ended, register)[0]) == ["ended status: it has ended"]


@pytest.mark.parametrize(
    ("statutory", "words"),
    [(True, ""), ("Care Act 2014 s43", " (Care Act 2014 s43)"), (["Act A", "Act B"], " (Act A, Act B)"), (False, None)],
)
def test_the_end_or_merger_of_a_statutory_meeting_is_doubtful(statutory: Any, words: str | None) -> None:
    def found(*recommendations: str, **keys: str) -> list[str]:
        review = [{"recommendation": one} for one in recommendations]
        return found_at(statutory_to_end, a_register(a_meeting("a", statutory=True), a_meeting(statutory=statutory, review=review, **keys)))

    for recommendation in ("end", "merge"):
        message = f"This is a statutory meeting{words}, but the recommendation is to {recommendation}."
        assert found("change", recommendation) == ([f"budget-committee review.1.recommendation: {message}"] if words is not None else [])
    assert found("end", "continue") == found("suspend") == found("change") == found("end", status="ended") == []
