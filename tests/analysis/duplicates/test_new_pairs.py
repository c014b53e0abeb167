"""A change brings a duplicate where it makes a pair that was not raised, or not so surely; an old pair is another's problem."""

from dataclasses import replace
from typing import Any

import pytest

from building import a_meeting, a_register
from govreg.analysis.diff.compare import compare
from govreg.analysis.duplicates.comparison import Comparison, build_comparison
from govreg.analysis.duplicates.new_pairs import NewPair, new_pairs, new_pairs_between
from govreg.analysis.duplicates.search import Query, find_duplicates
from govreg.model import register as registers
from govreg.model.meeting import Meeting
from govreg.model.register import Register

THEMES = {"drugs": {"name": "Drugs", "terms": ["drug treatment"]}, "roads": {"name": "Roads", "terms": ["road safety"]}}
WORK: dict[str, Any] = {"purpose": "Drug treatment for prison leavers in hostels", "themes": ["drugs"], "participants": ["nhs"]}
ELSE: dict[str, Any] = {"purpose": "Road safety near schools", "themes": ["roads"], "participants": ["fire"]}


def brought(before: list[Meeting], after: list[Meeting]) -> list[NewPair]:
    return list(new_pairs(compare(a_register(*before, themes=THEMES), a_register(*after, themes=THEMES))))


def pairs(before: list[Meeting], after: list[Meeting]) -> list[tuple[str, str, str | None]]:
    return [(one.pair.a, one.pair.b, one.before) for one in brought(before, after)]


OLD = [a_meeting("a", **WORK), a_meeting("z", **ELSE)]


def test_a_new_meeting_that_does_the_same_work_is_raised() -> None:
    assert pairs(OLD, [*OLD, a_meeting("b", **WORK)]) == [("a", "b", None)]


def test_a_meeting_whose_texts_become_alike_is_raised() -> None:
    assert pairs([*OLD, a_meeting("b", **ELSE)], [*OLD, a_meeting("b", **WORK)])[0] == ("a", "b", None)


def test_a_pair_that_was_raised_before_is_not_new() -> None:
    both = [*OLD, a_meeting("b", **WORK)]

    assert pairs(both, [*both, a_meeting("c", title="Quite other", purpose="Fleet repairs")]) == []
    assert pairs(both, [*OLD, a_meeting("b", **WORK, notes="Changed")]) == []


def test_a_pair_that_was_raised_under_another_id_is_not_new() -> None:
    assert pairs([*OLD, a_meeting("b", **WORK)], [*OLD, a_meeting("c", **{**WORK, "title": "B"})]) == []


def test_unchanged_registers_have_no_new_pairs() -> None:
    register = a_register(*OLD, a_meeting("b", **WORK), themes=THEMES)
    broken = replace(register, meetings=registers.meetings({}, unread=register.meetings))

    assert new_pairs(compare(register, register)) == ()
    assert new_pairs(compare(register, broken)) == ()


def test_the_register_before_is_compared_only_where_a_pair_may_be_new(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[int] = []

    def counted(register: Register, *asked: Any, **others: Any) -> Comparison:
        compared.append(len(register.meetings))
        return build_comparison(register, *asked, **others)

    monkeypatch.setattr("govreg.analysis.duplicates.new_pairs.build_comparison", counted)

    assert pairs(OLD, [*OLD, a_meeting("b", title="Quite other", purpose="Fleet repairs")]) == []
    assert compared == [3]
    assert pairs(OLD, [*OLD, a_meeting("b", **WORK)]) == [("a", "b", None)]
    assert compared == [3, 3, 2]


def test_a_pair_beyond_the_number_that_is_listed_is_not_new(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("govreg.analysis.duplicates.search.MOST_PAIRS", 1)
    before = [*OLD, a_meeting("b", **WORK), a_meeting("c", **WORK)]

    assert pairs(before, [*before[:-1], a_meeting("c", **WORK, level="strategic")]) == []


def test_all_new_pairs_are_found_however_many_a_search_lists(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("govreg.analysis.duplicates.search.MOST_PAIRS", 1)

    assert len(pairs(OLD, [*OLD, a_meeting("b", **WORK), a_meeting("c", **WORK)])) == 3


def layers(before: list[Meeting], after: list[Meeting]) -> tuple[list[tuple[str, str]], list[tuple[str, str, str | None]]]:
    """The pairs that are listed as layers of one subject because of a change, and those that it makes duplicates."""
    changes = compare(a_register(*before, themes=THEMES), a_register(*after, themes=THEMES))
    comparison = build_comparison(changes.after)
    found = find_duplicates(changes.after, new_pairs_between(changes, Query(), comparison), comparison=comparison)
    return [(pair.a, pair.b) for pair in found.layers], pairs(before, after)


def test_layers_of_one_subject_that_were_listed_before_are_not_new_unless_they_become_duplicates() -> None:
    board, group = a_meeting("b", **WORK, level="strategic"), a_meeting("c", **WORK, level="operational")

    assert layers([*OLD[1:], board], [*OLD[1:], board, group]) == ([("b", "c")], [])
    assert layers([*OLD[1:], board, group], [*OLD[1:], board, a_meeting("c", **WORK, level="tactical")]) == ([], [])
    assert layers([*OLD[1:], board, group], [*OLD[1:], board, a_meeting("c", **WORK)]) == ([], [("b", "c", None)])
