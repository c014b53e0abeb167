"""Doubts of good governance, where a rule's page doesn't show them."""

from building import a_meeting, a_register, found_by
from govreg.rules.governance import meets_less_often


def test_a_meeting_held_once_in_ten_million_years_has_missed_none() -> None:
    rare = a_meeting(last_met="2018-01-01", frequency={"per_year": "0.0000001"})
    yearly = a_meeting("finance-board", last_met="2018-01-01", frequency={"per_year": "1"})

    assert len(found_by(meets_less_often, a_register(rare, yearly))) == 1
