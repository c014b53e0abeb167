"""Names and lists, where a rule's page doesn't show it."""

from typing import Any

import pytest

from building import a_meeting, a_register, found_by
from govreg.rules.naming import listed_twice


def _with(key: str, items: list[Any]) -> dict[str, Any]:
    return {key: items}


@pytest.mark.parametrize(
    ("key", "twice"),
    [
        ("aliases", ["Budget", "BUDGET"]),
        ("statutory", ["Care Act 2014", "care act 2014"]),
        ("focus", ["Savings", {"text": "savings"}]),
        ("sources", [{"document": "Paper"}, {"document": "Paper"}]),
        ("participants", ["nhs", {"organisation": "nhs"}]),
    ],
)
def test_what_a_list_has_twice_is_found_whatever_its_case(key: str, twice: list[Any]) -> None:
    assert len(found_by(listed_twice, a_register(a_meeting(**_with(key, twice))))) == 1
    assert found_by(listed_twice, a_register(a_meeting(**_with(key, twice[:1])))) == []


def test_a_list_may_name_one_organisation_in_two_roles_and_one_subject_at_two_times() -> None:
    seats = [{"organisation": "nhs", "role": "ACC"}, {"organisation": "nhs", "role": "Chair"}, {"organisation": "nhs", "from": "2026"}]
    focus = [{"text": "Savings", "until": "2025"}, {"text": "Savings", "from": "2026"}]

    assert found_by(listed_twice, a_register(a_meeting(participants=seats, focus=focus))) == []


def test_names_and_members_of_other_entries_are_not_repeated_either() -> None:
    register = a_register(
        organisations={"opcc": {"aliases": ["A", "a"]}, "all": {"members": ["opcc", "opcc"]}},
        areas={"town": {"aliases": ["B", "b"]}},
        themes={"roads": {"aliases": ["C", "c"], "terms": ["road", "Road"]}},
    )

    assert len(found_by(listed_twice, register)) == 5
