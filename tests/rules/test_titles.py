"""What a title says of its meeting beside what the entry records."""

import pytest

from building import a_meeting, a_register, found_at, problems, related
from govreg.rules.titles import title_against_entry


def test_of_two_levels_in_a_title_of_a_meeting_on_a_third_the_first_is_quoted() -> None:
    register = a_register(a_meeting(title="Strategic and Tactical Budget Committee", level="operational"))

    assert found_at(title_against_entry, register) == ["budget-committee title: The title says “strategic”, but `level` is operational."]
    assert [related(one) for one in problems(title_against_entry, register)] == [["budget-committee level: recorded here"]]


@pytest.mark.parametrize(
    ("title", "frequency", "found"),
    [
        ("Monthly Budget Meeting", "Quarterly", ["The title says “Monthly”, but the frequency is 4 a year."]),
        ("Monthly Budget Meeting", "At least quarterly", []),
        ("Monthly Budget Meeting", "As required", []),
        ("Bi-monthly Budget Meeting", "Monthly", []),
        ("Monthly Budget Digest", "Quarterly", []),
    ],
)
def test_a_title_contradicts_a_frequency_where_both_are_exact(title: str, frequency: str, found: list[str]) -> None:
    register = a_register(a_meeting(title=title, frequency=frequency))

    assert found_at(title_against_entry, register) == [f"budget-committee title: {one}" for one in found]
    assert [related(one) for one in problems(title_against_entry, register)] == [["budget-committee frequency: recorded here"]] * len(found)
