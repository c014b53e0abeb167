"""The meetings of an import that wait for the person's decision."""

import pytest

from govreg.analysis.importing.plan import Action, ImportPlan, PlannedMeeting
from govreg.session.importing import undecided_in_words


def plan(*titles: str, action: Action = "conflict") -> ImportPlan:
    """A plan with these meetings."""
    return ImportPlan(tuple(PlannedMeeting(title.lower(), title, action, "a.txt", "line 1", {}) for title in titles), (), ())


@pytest.mark.parametrize(
    ("titles", "sentence"),
    [
        ("A", "Left as it is until you decide: “A”."),
        ("AB", "Left as they are until you decide: “A” and “B”."),
        ("ABCDE", "Left as they are until you decide: “A”, “B”, “C”, “D” and “E”."),
        ("ABCDEF", "Left as they are until you decide: “A”, “B”, “C”, “D”, “E” and 1 more."),
        ("ABCDEFG", "Left as they are until you decide: “A”, “B”, “C”, “D”, “E” and 2 more."),
    ],
)
def test_what_is_left_as_it_is(titles: str, sentence: str) -> None:
    assert undecided_in_words(plan(*titles)) == sentence


def test_nothing_is_left_if_everything_is_decided() -> None:
    assert undecided_in_words(plan("A", "B", action="new")) == ""
