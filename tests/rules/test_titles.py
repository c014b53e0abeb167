"""What a title says of its meeting beside what the entry records."""

from building import a_meeting, a_register, found_at, problems, related
from govreg.rules.titles import title_against_entry


def test_of_two_levels_in_a_title_of_a_meeting_on_a_third_the_first_is_quoted() -> None:
    register = a_register(a_meeting(title="Strategic and Tactical Budget Committee", level="operational"))

    assert found_at(title_against_entry, register) == ["budget-committee title: The title says “strategic”, but `level` is operational."]
    assert [related(one) for one in problems(title_against_entry, register)] == [["budget-committee level: recorded here"]]
