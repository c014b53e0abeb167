"""One meeting is shown completely, on the screen, as CSV and as JSON."""

from typing import Any

import pytest

from building import a_meeting, a_register
from govreg.analysis.links import meeting_links
from govreg.model.meeting import Meeting
from govreg.model.minutes import Minutes
from govreg.render.target import Target
from govreg.render.text import render
from govreg.report import Cell, Link, Report
from govreg.views.show import show

DAY = "2018-04-04"


def shown(*entries: Meeting, minutes: dict[str, Minutes] | None = None) -> Report:
    """The report of `show` for the first of `entries`."""
    register = a_register(*entries)
    return show(register, entries[0], meeting_links(register, entries[0].id), (), minutes or {}, "2026-11-21")


def as_text(report: Report) -> str:
    return render(report, Target())


def sitting(id_: str, **keys: Any) -> Minutes:
    return Minutes.model_validate({"id": id_, **keys})


def sheet(report: Report) -> list[tuple[str, Cell]]:
    assert report.table is not None
    return [(str(label), value) for label, value in report.table.rows]


def test_level_and_kind_read_as_one_phrase_and_what_is_missing_is_named() -> None:
    bare, whole = as_text(shown(a_meeting())), as_text(shown(a_meeting(level="strategic", kind="working-group")))

    assert "Kind   strategic working group\n" in whole
    missing = "chair, purpose, level, kind, whether it is statutory, status, how often it is held, themes, focus and participants"
    assert f"Not stated: {missing}." in bare


def test_a_post_that_is_an_organisation_of_its_own_is_named_once() -> None:
    seats = [{"organisation": "opcc", "role": "OPCC office", "attendance": "chair"}, {"organisation": "constabulary", "role": "ACC"}]

    assert "- OPCC office (chair)\n- Constabulary (ACC)" in as_text(shown(a_meeting(participants=seats)))


def test_internal_entries_are_marked_everywhere() -> None:
    secret = a_meeting("secret", visibility="internal")
    entry = a_meeting(
        focus=[{"text": "Budget", "visibility": "internal"}],
        participants=[{"organisation": "opcc", "visibility": "internal"}, {"meeting": "secret"}],
        reports_to=["secret"],
    )
    text = as_text(shown(entry, secret))

    assert "- Budget (internal)\n" in text
    assert "- OPCC office (internal)\n- Secret (internal)\n" in text
    assert "Reports to  Secret (internal)" in text
    assert as_text(shown(secret)).startswith("Secret (internal)\n")


def test_recommended_work_has_not_moved_yet() -> None:
    review = {"recommendation": "end", "into": ["new"]}
    new, old, ended = a_meeting("new"), a_meeting("old", review=review), a_meeting("old", review=review, status="ended")

    assert "Recommended to take on the work of  Old" in as_text(shown(new, old))
    assert "Recommended: its work goes to  New" in as_text(shown(old, new))
    assert "Took the place of  Old" in as_text(shown(new, ended))
    assert "Its work goes to  New" in as_text(shown(ended, new))
    assert shown(new, old).data()["ties"]["proposed"] == ["old"]


def test_each_sitting_shows_decisions_papers_and_actions_newest_first() -> None:
    papers = ({"id": "1", "title": "Custody"}, {"id": "2", "title": "Fleet"})
    newer = sitting(
        f"budget-committee/{DAY}-closed",
        status="draft",
        agenda=({"item": "4", "papers": papers},),
        decisions=({"id": "1", "title": "Custody", "text": "Close it", "status": "to-be-signed", "condition": "a survey"},),
        actions=({"text": "Write to the council", "owner": "constabulary", "due": "2018-05-02", "status": "open"},),
        attended=({"organisation": "opcc", "person": "Pat Smith"},),
    )
    older = sitting("budget-committee/2017-04-04")
    other = sitting(f"another/{DAY}", decisions=({"id": "9", "title": "Elsewhere"},))
    report = shown(a_meeting(), minutes={one.id: one for one in (older, newer, other)})
    text = as_text(report)

    assert text.index("4 April 2018 (closed, draft)") < text.index("4 April 2017\n")
    assert "1       Custody: Close it  to be signed, on condition: a survey" in text
    assert "Papers without a decision:\n\n- 2 Fleet\n" in text
    assert "Write to the council  Constabulary  2 May 2018  open" in text
    assert "Elsewhere" not in text
    assert [one["day"] for one in report.data()["minutes"]] == [DAY, "2017-04-04"]
    assert report.data()["minutes"][0]["papers_without_decision"] == [{"id": "2", "title": "Fleet"}]
    assert ("Action", "Write to the council; Constabulary; 2 May 2018; open") in sheet(report)


@pytest.mark.parametrize("key", ["purpose", "purpose_as_written"])
def test_a_purpose_in_either_words_is_no_gap(key: str) -> None:
    def gaps(**keys: str) -> str:
        return next(line for line in as_text(shown(a_meeting(**keys))).splitlines() if "Not stated" in line)

    assert "purpose" in gaps()
    assert "purpose" not in gaps(**{key: "To plan"})


def test_a_terminal_shows_only_the_newest_sittings() -> None:
    minutes = {id_: sitting(id_) for id_ in (f"budget-committee/20{year}-01-01" for year in range(10, 20))}
    report = shown(a_meeting(), minutes=minutes)

    assert "5 earlier sittings: --format json has all." in as_text(report)
    assert len(report.data()["minutes"]) == 10


def test_a_spreadsheet_has_a_row_per_sentence() -> None:
    entry = a_meeting(
        focus=["Budget", "Estates"],
        participants=["opcc", {"organisation": "constabulary", "role": "ACC"}],
        reports_to=["opcc"],
        review=[{"recommendation": "change", "change": "Meets less"}, {"recommendation": "continue"}],
        notes="As far as is known.",
        sources=[{"document": "Paper", "date": "2016-11-10"}, {"document": "Minutes"}],
    )
    rows = sheet(shown(entry))

    assert [value for label, value in rows if label == "Works on"] == ["Budget", "Estates"]
    assert [value for label, value in rows if label == "Participant"] == ["OPCC office", "Constabulary (ACC)"]
    assert [value for label, value in rows if label == "Review"] == ["Recommended: change; Change: Meets less", "Recommended: continue"]
    assert [value for label, value in rows if label == "Source"] == ["Paper, 10 November 2016", "Minutes"]
    assert {
        ("Title", "Budget committee"),
        ("Reports to", Link("organisation", "opcc", "OPCC office")),
        ("Notes", "As far as is known."),
    } <= set(rows)
