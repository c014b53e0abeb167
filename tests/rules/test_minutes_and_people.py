"""What minutes say of decisions and papers, where a rule's page doesn't show it."""

from building import a_meeting, a_register, found_by
from govreg.model.minutes import Minutes
from govreg.rules.minutes_and_people import number_with_two_titles


def found(*decisions: dict[str, str]) -> list[str]:
    minutes = Minutes.model_validate({"id": "budget-committee/2018-04-04", "decisions": decisions})
    return found_by(number_with_two_titles, a_register(a_meeting()), minutes={minutes.id: minutes})


def test_a_decision_without_a_number_or_a_title_contradicts_none() -> None:
    assert len(found({"id": "1", "title": "Savings"}, {"id": "1", "title": "Reserves"})) == 1
    assert found({"id": "1", "title": "Savings"}, {"id": "1", "title": "SAVINGS"}) == []
    assert found({"id": "1", "title": "Savings"}, {"id": "1"}, {"title": "Reserves"}, {"title": "Grants"}) == []
