"""What `diff` says of one meeting, in a sentence for each change."""

from typing import Any

import pytest

from building import TODAY, a_meeting, a_register
from govreg.analysis.diff.compare import compare
from govreg.views.diff.meeting import change_sentences, named

OLD: dict[str, Any] = {"lead": "opcc", "frequency": "Quarterly"}

KEEP = {"recommendation": "continue"}


def says(before: dict[str, Any] | None, after: dict[str, Any] | None) -> list[str]:
    """The sentences about a meeting with these fields, beside another that stays; None where there is no entry."""
    other = a_meeting("other", lead="constabulary")
    one, two = (a_register(other, *([a_meeting("board", **fields)] if fields is not None else [])) for fields in (before, after))
    (change,) = compare(one, two).meetings
    return [line.says for line in change_sentences(change, named(one, two), change.before, 80, TODAY)]


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        (None, {**OLD, "status": "proposed"}, "recorded for the first time, proposed; led by OPCC office; 4 a year"),
        (None, {**OLD, "status": "proposed", "lead": "unclear"}, "recorded for the first time, proposed; its lead is unclear; 4 a year"),
        ({**OLD, "status": "suspended"}, None, "no longer in the register; it was suspended"),
        (OLD, {**OLD, "frequency": "Monthly"}, "12 a year, was 4 (“Monthly”, was “Quarterly”)"),
        (
            {**OLD, "status": "proposed"},
            {**OLD, "status": "proposed", "frequency": "Monthly"},
            "planned 12 a year, was 4 (“Monthly”, was “Quarterly”)",
        ),
        (OLD, {**OLD, "review": {**KEEP, "next_due": "2027"}}, "recommended to continue; next review due 2027"),
        ({**OLD, "review": {**KEEP, "next_due": "2027"}}, {**OLD, "review": {**KEEP, "next_due": "2028"}}, "next review due 2028"),
        (
            {**OLD, "review": {**KEEP, "next_due": "2027"}},
            {**OLD, "review": {**KEEP, "next_due": "2027", "decided_on": "2016-11"}},
            "decided in November 2016",
        ),
        (
            {**OLD, "review": KEEP},
            {**OLD, "review": {**KEEP, "decided_on": "2016-11-10", "decided_by": "the Board"}},
            "decided on 10 November 2016 by the Board",
        ),
        (
            {**OLD, "review": KEEP},
            {**OLD, "review": {"recommendation": "merge", "into": ["other"]}},
            "recommended to merge, its work into Other; before, to continue",
        ),
        ({**OLD, "review": KEEP}, OLD, "its review is no longer recorded"),
        ({**OLD, "review": KEEP}, {**OLD, "review": {**KEEP, "reason": "It works"}}, "wording of its review"),
    ],
)
def test_a_sentence(before: dict[str, Any] | None, after: dict[str, Any] | None, sentence: str) -> None:
    assert says(before, after) == [sentence]
