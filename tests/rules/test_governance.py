"""Rules of good governance, in cases that the rules' pages don't show."""

from datetime import timedelta

import pytest

from building import TODAY, a_meeting, a_register, found_by
from govreg.rules.governance import meets_less_often, reporting_cycle


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


def test_the_first_of_many_cycles_are_listed_and_the_rest_counted() -> None:
    ids = [f"m-{number:03}" for number in range(100)]
    all_report_to_all = [a_meeting(one, reports_to=[other for other in ids if other != one]) for one in ids]

    found = found_by(reporting_cycle, a_register(*all_report_to_all))

    assert len(found) == 21
    # the shortest way back is always through the first meeting: twenty circles name it and twenty others
    assert found[-1].startswith("79 more meetings report in loops with ")


def test_a_circle_names_the_others_in_it_and_of_a_long_one_the_first() -> None:
    def found(size: int) -> str:
        return found_by(reporting_cycle, a_register(*(a_meeting(f"m-{at}", reports_to=[f"m-{(at + 1) % size}"]) for at in range(size))))[0]

    assert found(2) == "Its reports come back to itself through “M 1”."
    assert found(3) == "Its reports come back to itself through “M 1”, “M 2”."
    assert found(100).endswith("”, ….")
    assert "“M 0”" not in found(100)
