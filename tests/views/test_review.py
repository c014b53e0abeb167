"""A review says what its numbers include, how far a recommendation is decided, and what may not be passed on."""

from typing import Any

import pytest

from building import a_meeting, a_register
from govreg.analysis.duplicates.search import Query, find_duplicates
from govreg.analysis.overlaps import PairsInCommon, pairs_in_common
from govreg.analysis.shared_seats import PairCounts
from govreg.diagnostics.finding import Finding, Severity
from govreg.model.meeting import Meeting
from govreg.render.target import Target
from govreg.render.text import render
from govreg.report import Date, Link
from govreg.views.recommendations import appendix
from govreg.views.review import ReviewResult, review


def review_text(*entries: Meeting, **parts: Any) -> str:
    register = a_register(*entries, **parts)
    held = [entry for entry in register.meetings.values() if entry.is_held]
    reviewed = ReviewResult(find_duplicates(register, Query()), pairs_in_common(register, held, fewest=2), ())
    return render(review(register, lambda _: reviewed, "2026-11-21"), Target())


def test_internal_entries_and_parts_are_counted_in_the_foot() -> None:
    secret = a_meeting("secret", status="proposed", visibility="internal", review={"recommendation": "start"})
    part = a_meeting("part", focus=[{"text": "Budget", "visibility": "internal"}], review={"recommendation": "continue"})
    text = review_text(secret, part)

    assert "1 internal entry is in this: --for partners leaves it out." in text
    assert "1 entry has internal parts: --for partners leaves them out." in text
    assert "Secret (new) (internal)" in text
    assert "Budget (internal)" in text
    assert "internal" not in review_text(a_meeting())


@pytest.mark.parametrize(
    ("says", "sentence"),
    [
        ({}, "Recommended; where and when is not recorded; no decision is recorded."),
        ({"proposed_in": "Annual paper"}, "Recommended in Annual paper; no decision is recorded."),
        ({"proposed_on": "2016-11"}, "Recommended in November 2016; no decision is recorded."),
        ({"decided_on": "2016-11-10"}, "Decided on 10 November 2016."),
        ({"decided_by": "the Board", "proposed_in": "Paper 7"}, "Recommended in Paper 7; decided by the Board."),
    ],
)
def test_a_recommendation_is_shown_as_far_as_it_is_recorded(says: dict[str, str], sentence: str) -> None:
    assert f"1 meeting. {sentence}\n" in review_text(a_meeting(review={"recommendation": "continue", **says}))


def test_who_recommended_a_meeting_is_said_once_where_it_is_the_same_for_most() -> None:
    entries = [a_meeting(id_, review={"recommendation": "continue", "proposed_in": "Paper 7"}) for id_ in ("a", "b")]
    text = review_text(*entries, a_meeting("c", review={"recommendation": "continue", "decided_on": "2016-11-10"}))

    assert "3 meetings. Recommended in Paper 7; no decision is recorded.\n" in text
    assert text.count("Paper 7") == 1
    assert text.count("Decided on 10 November 2016.\n") == 1


def test_an_ended_meeting_is_history_not_a_recommendation() -> None:
    review = {"recommendation": "end", "reason": "Its work is done", "decided_on": "2019-03"}
    text = review_text(a_meeting("gone", status="ended", status_since="2020", review=review), a_meeting("closed", status="ended"))

    assert "Recommended to end" not in text
    history = text.partition("Ended\n")[2]
    assert "Gone" in history
    assert "2020" in history
    assert "Its work is done" in history
    assert "decided in March 2019" in history
    assert history.count("decided") == 1


def test_a_row_of_the_spreadsheet_is_one_meeting_with_its_recommendation() -> None:
    """A meeting that no review has looked at has none, nor has one that has ended."""
    says = {"recommendation": "merge", "into": ["b"], "change": "One chair", "reason": "Two do the same", "proposed_on": "2016-11"}
    entries = [a_meeting("c", review={**says, "proposed_in": "Paper 7"}), a_meeting("a"), a_meeting("b", status="ended", review=says)]
    register = a_register(*entries)
    table = review(
        register, lambda _: ReviewResult(find_duplicates(register, Query()), PairsInCommon((), PairCounts()), ()), "2026-11-21"
    ).table

    assert table is not None
    assert [dict(zip([column.title for column in table.columns], row, strict=True)) for row in table.rows] == [
        {
            "Meeting": "C",
            **dict(appendix(register, register.meetings["c"])),
            "Recommended": "merge",
            "Change": "One chair",
            "Work goes to": (Link("meeting", "b", "B"),),
            "Because": "Two do the same",
            "Proposed on": Date("2016-11", "November 2016"),
            "Proposed in": "Paper 7",
        }
    ]


def test_numbers_say_what_they_hold() -> None:
    text = review_text(
        a_meeting("a", status="proposed", frequency="Quarterly"),
        a_meeting("b", lead="pcc"),
        a_meeting("c", status="ended"),
        organisations={"opcc": {}, "pcc": {"part_of": "opcc"}},
    )

    assert "Opcc           2     0                –                 –" in text
    assert "1 is held, though it states no status. 1 has no stated frequency." in text
    assert "1 more is proposed: 4 a year if it starts. 1 has ended." in text
    assert "Opcc is counted here without Pcc; “govreg list --lead opcc” shows all 3." in text


def test_leads_with_as_many_meetings_are_in_the_order_of_the_alphabet_whatever_their_case() -> None:
    names = {"b": "Bridge Trust", "d": "district councils", "f": "Fire"}
    text = review_text(
        *(a_meeting(f"{id_}-board", lead=id_) for id_ in names), organisations={id_: {"name": name} for id_, name in names.items()}
    )
    table = text.partition("Led by")[2]

    assert table.index("Bridge Trust") < table.index("district councils") < table.index("Fire")


def test_pairs_are_counted_as_overlaps_counts_them() -> None:
    both = ["opcc", "constabulary"]
    entries = [*(a_meeting(f"m{number}", participants=both) for number in range(6)), a_meeting("n", participants=["opcc"])]
    ended = a_meeting("gone", status="ended", participants=both)
    ten = "The first 10 of 15 pairs of held meetings that share two or more member organisations"
    none = "No two held meetings share two or more member organisations"

    for text in (review_text(*entries), review_text(*entries, ended)):
        assert f"{ten}; see “govreg overlaps --limit 0” for the 21 pairs that share any.\n" in text
        assert "Overlap is the share of all members of either meeting who sit on both." in text
    assert f"{none}; see “govreg overlaps --limit 0” for the pair that shares any." in review_text(*entries[5:])
    assert "No two held meetings share a member, other than by invitation." in review_text(entries[0], ended)


def test_gaps_come_first_with_the_command_that_lists_them() -> None:
    stub, ended = a_meeting("stub", lead="not-stated"), a_meeting("gone", lead="not-stated", status="ended")
    text = review_text(stub, ended, a_meeting("unclear", lead="unclear", frequency="Quarterly", purpose="Talk"))

    assert text.index("Gaps\n") < text.index("Meetings\n")
    assert "No stated lead                 1  govreg list --without lead\n" in text
    assert "No review date                 2  govreg list --without review-date\n" in text
    assert "The source is ambiguous about the lead of 1 meeting that has not ended: “govreg list --lead unclear”." in text


def test_one_reason_for_more_than_ten_findings_is_one_row() -> None:
    entries = [a_meeting(f"m{number:02}") for number in range(12)]
    findings = tuple(
        Finding("GR999", Severity.WARNING, f"meetings/{one.id}.yaml", 1, 1, f"“{one.title}” is odd.", "Look.", ()) for one in entries
    )
    register = a_register(*entries)
    report = review(
        register, lambda _: ReviewResult(find_duplicates(register, Query()), PairsInCommon((), PairCounts()), findings), "2026-11-21"
    )

    assert render(report, Target()).count(" is odd.") == 1
    assert "(12 findings like it;" in render(report, Target())
    assert len(report.data()["findings"]) == 12


@pytest.mark.parametrize(
    ("keys", "lead", "members"),
    [
        ({"participants": ["opcc"], "participants_as_written": "OPCC, Police and Fire"}, "OPCC office", ("OPCC office",)),
        ({"participants_as_written": "OPCC, Police and Fire"}, "OPCC office", "OPCC, Police and Fire"),
        ({"chair": {"organisation": "opcc"}, "participants_as_written": "Police and Fire"}, "OPCC office", "Police and Fire"),
        ({"lead_as_written": "Led by the OPCC"}, "OPCC office (as written: Led by the OPCC)", "Not stated"),
        ({"lead_as_written": "OPCC OFFICE"}, "OPCC OFFICE", "Not stated"),
        ({"lead": "constabulary", "lead_as_written": "OPCC office"}, "Constabulary (as written: OPCC office)", "Not stated"),
        ({"lead": "unclear", "lead_as_written": "Police attendance"}, "Police attendance", "Not stated"),
    ],
)
def test_the_appendix_has_what_is_recorded_before_the_words_of_a_source(keys: dict[str, Any], lead: str, members: Any) -> None:
    register = a_register(a_meeting("a", **keys))
    rows = dict(appendix(register, register.meetings["a"]))

    assert rows["Lead"] == lead
    assert rows["Key participants"] == members


@pytest.mark.parametrize(
    ("pairs", "foot"),
    [
        (
            105,
            "The first 100 of 105 pairs. For discussion, not a finding. “govreg duplicates” shows the evidence for and against each pair.",
        ),
        (91, "For discussion, not a finding. “govreg duplicates” shows the evidence for and against each pair."),
    ],
)
def test_a_hundred_possible_duplicates_are_listed_at_most(pairs: int, foot: str) -> None:
    """Of 15 copies every two are a pair, of 14 too."""
    copies = 15 if pairs > 100 else 14
    entries = [
        a_meeting(f"m{number:02}", title="Canal panel", purpose="Mend the canal locks before winter comes") for number in range(copies)
    ]

    text = review_text(*entries)
    listed = text.partition("Possible duplicates\n")[2].partition("Shared members")[0]

    assert listed.count("m13") == 0
    assert sum("Canal panel" in line for line in listed.splitlines()) == min(pairs, 100)
    assert f"\n{foot}\n" in text


@pytest.mark.parametrize(("limit", "left_out"), [(0, 0), (91, 0), (40, 51)])
def test_machines_get_how_many_pairs_are_left_out(limit: int, left_out: int) -> None:
    """Of 14 copies every two are a pair."""
    register = a_register(*(a_meeting(f"m{number}", title="Canal panel", purpose="Mend the canal locks soon") for number in range(14)))
    reviewed = ReviewResult(find_duplicates(register, Query(limit=limit)), PairsInCommon((), PairCounts()), ())
    data = review(register, lambda _: reviewed, "2026-11-21").data()

    assert (len(data["duplicates"]), data["duplicates_left_out"]) == (91 - left_out, left_out)
