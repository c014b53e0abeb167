"""An answer that compares meetings says which pairs, subjects and entries it can't judge."""

import pytest

from building import a_meeting, a_register
from govreg.analysis.duplicates import comparison as comparisons
from govreg.analysis.duplicates.comparison import build_comparison
from govreg.analysis.duplicates.profile import MOST_TOPICS
from govreg.analysis.duplicates.search import Query, find_duplicates
from govreg.analysis.duplicates.workstreams import workstreams as found_in
from govreg.model.meeting import Meeting
from govreg.views.duplicates.limits import limits
from govreg.views.workstreams import workstreams

THEMES = {f"t{number:03}": {"name": f"Theme {number:03}"} for number in range(MOST_TOPICS + 1)}


def said(*meetings: Meeting) -> list[str]:
    return list(limits(find_duplicates(a_register(*meetings, themes=THEMES), Query())))


@pytest.mark.parametrize(
    ("most", "lines"), [(2, []), (1, ["Of more than 300 meetings, only pairs with something uncommon in common are weighed."])]
)
def test_whether_every_pair_was_weighed(most: int, lines: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparisons, "EXHAUSTIVE", most)

    assert said(a_meeting("one", purpose="Lend kayaks"), a_meeting("other", purpose="Mend roads")) == lines


@pytest.mark.parametrize(
    ("themes", "line"),
    [
        ((50, 50), ""),
        ((51, 50), "1 meeting works on more than 50 subjects: only its 50 plainest are compared."),
        ((51, 51), "2 meetings work on more than 50 subjects: only the 50 plainest of each are compared."),
    ],
)
def test_meetings_that_work_on_more_subjects_than_are_compared_are_counted(themes: tuple[int, ...], line: str) -> None:
    meetings = [a_meeting(f"m{number}", title="Board", themes=[*THEMES][:count]) for number, count in enumerate(themes)]
    comparison = build_comparison(a_register(*meetings, themes=THEMES))
    streams = workstreams(comparison, found_in(comparison), 0, lambda _: None, "2026-11-21")

    lines = [line] if line else []
    assert said(*meetings) == lines
    assert [one for one in streams.foot if "subjects" in one] == lines


@pytest.mark.parametrize(
    ("thin", "line"),
    [
        (0, None),
        (1, "1 of 2 entries has no purpose, focus or theme, so little more than its name and members could be compared."),
        (2, "2 of 3 entries have no purpose, focus or theme, so little more than their names and members could be compared."),
    ],
)
def test_entries_that_say_too_little_are_counted(thin: int, line: str | None) -> None:
    entries = [a_meeting("says", purpose="Lend kayaks"), a_meeting("gone", status="ended")]
    entries += [a_meeting(f"thin{number}", title=f"Thin {number}") for number in range(thin)]

    assert said(*entries) == ([line] if line else [])
