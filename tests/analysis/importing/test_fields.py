"""What the text behind a label says of a meeting; what a field can't take is kept as a note."""

from typing import Any

import pytest

from building import a_meeting, a_register
from papers import only, planned

REGISTER = a_register(
    a_meeting("streets-board", title="Streets Board"),
    areas={
        "bristol": {"name": "Bristol"},
        "somerset": {"name": "Somerset"},
        "bath": {"name": "Bath and North East Somerset", "aliases": ["BANES"]},
    },
    themes={"mental-health": {"name": "Mental health"}, "crime": {"name": "Rural crime"}, "youth": {"name": "Children, young people"}},
)
BOARD = "Safer Streets Board\nLead: Council\nMembers: NHS\nFrequency: monthly\n"


def read(label: str, text: str) -> dict[str, Any]:
    """The fields that a board has which it doesn't have without the line `label: text`."""
    fields, without = (only(planned(BOARD + line, REGISTER)).fields for line in (f"{label}: {text}", ""))
    return {key: value for key, value in fields.items() if without.get(key) != value}


@pytest.mark.parametrize(
    ("label", "text", "fields"),
    [
        ("Type", "Statutory", {"statutory": "true"}),
        ("Type", "Non-statutory", {"statutory": "false"}),
        ("Type", "not statutory", {"statutory": "false"}),
        ("Type", "Strategic", {"level": "strategic"}),
        ("Type", "Board", {"kind": "board"}),
        ("Themes", "Mental health, Rural crime.", {"themes": ("mental-health", "crime")}),
        ("Themes", "Rural crime; Mental health; Rural crime", {"themes": ("crime", "mental-health")}),
        ("Themes", "Children, young people", {"themes": ("youth",)}),
        ("Statutory", "Yes", {"statutory": "true"}),
        ("Statutory", "x", {"statutory": "false"}),
        ("Statutory", "Yes (under the Care Act 2014)", {"statutory": ("Care Act 2014",)}),
        ("Statutory", "Care Act 2014; Crime and Disorder Act 1998", {"statutory": ("Care Act 2014", "Crime and Disorder Act 1998")}),
        ("Areas", "Bristol and Somerset", {"areas": ("bristol", "somerset")}),
        ("Areas", "Bath and North East Somerset", {"areas": ("bath",)}),
        ("Areas", "BANES; Bristol, BANES", {"areas": ("bath", "bristol")}),
        ("Status", "Active since March 2016", {"status": "active", "status_since": "2016-03"}),
        ("Status", "Suspended (from 2016-05)", {"status": "suspended", "status_since": "2016-05"}),
        ("Status", "On hold", {"status": "suspended"}),
        ("Status", "Disbanded June 2023", {"status": "ended", "status_since": "2023-06"}),
        ("Status", "Suspended (May 2016)", {"status": "suspended", "status_since": "2016-05"}),
        ("Status", "Yes", {"status": "active"}),
        ("Level", "Strategic level", {"level": "strategic"}),
        ("Meetings a year", "12.0", {"frequency": {"text": "monthly", "per_year": "12"}}),
        ("Meetings a year", "2.5", {"frequency": {"text": "monthly", "per_year": "2.5"}}),
        ("Terms of reference", "https://example.org/terms", {"terms_of_reference": {"url": "https://example.org/terms"}}),
        ("Terms of reference", "March 2016", {"terms_of_reference": {"agreed_on": "2016-03"}}),
        ("Terms of reference", "To make streets safer", {"purpose": "To make streets safer"}),
        ("Terms of reference", "Streets of the county made safer", {"purpose": "Streets of the county made safer"}),
        ("Recommendation", "Continue", {"review": {"recommendation": "continue"}}),
        ("Recommendation", "Change: meet less often", {"review": {"recommendation": "change", "change": "Change: meet less often"}}),
        ("Recommendation", "End, as its work is done", {"review": {"recommendation": "end", "reason": "End, as its work is done"}}),
        (
            "Recommendation",
            "Merge into the Streets Board",
            {"review": {"recommendation": "merge", "change": "Merge into the Streets Board", "into": ("streets-board",)}},
        ),
        ("Aliases", "SSB, “Streets” or SSB", {"aliases": ("SSB", "Streets")}),
        ("Reports to", "Streets Board", {"reports_to": ("streets-board",)}),
        ("Secretariat", "OPCC", {"secretariat": "opcc"}),
        ("Support", "OPCC and Constabulary", {"support": ("opcc", "constabulary")}),
        ("Next meeting", "30 March 2020", {"next_meets": "2020-03-30"}),
        ("Chair", "Director of Public Health", {"chair": {"role": "Director of Public Health"}}),
        ("Status", "y", {"status": "active"}),
        ("Status", "Yes.", {"status": "active"}),
        ("Status", "active", {"status": "active"}),
        ("Status", "Active.", {"status": "active"}),
        ("Status", "Active (since 2016)", {"status": "active", "status_since": "2016"}),
        ("Status", "Ended in May 2017", {"status": "ended", "status_since": "2017-05"}),
        ("Status", "Ended on 4 May 2017", {"status": "ended", "status_since": "2017-05-04"}),
        ("Status", "Suspended from 2016", {"status": "suspended", "status_since": "2016"}),
        ("Status", "Shadow, since 2016", {"status": "shadow", "status_since": "2016"}),
        ("Status", "On hold since 2016", {"status": "suspended", "status_since": "2016"}),
        ("Type", "Non statutory", {"statutory": "false"}),
        ("Type", "Statutory.", {"statutory": "true"}),
        ("Type", "sub-group", {"kind": "sub-group"}),
        ("Type", "Working group", {"kind": "working-group"}),
        ("Type", "Task and finish", {"kind": "task-and-finish"}),
        ("Statutory", "y", {"statutory": "true"}),
        ("Statutory", "statutory", {"statutory": "true"}),
        ("Statutory", "TRUE", {"statutory": "true"}),
        ("Statutory", "✓", {"statutory": "true"}),
        ("Statutory", "✔", {"statutory": "true"}),
        ("Statutory", "Yes.", {"statutory": "true"}),
        ("Statutory", "n", {"statutory": "false"}),
        ("Statutory", "non statutory", {"statutory": "false"}),
        ("Statutory", "not statutory", {"statutory": "false"}),
        ("Statutory", "false", {"statutory": "false"}),
        ("Statutory", "No statutory basis", {"statutory": "false"}),
        ("Statutory", "✗", {"statutory": "false"}),
        ("Statutory", "X", {"statutory": "false"}),
        ("Statutory", "Yes - Care Act 2014", {"statutory": ("Care Act 2014",)}),
        ("Statutory", "Statutory: under the Care Act 2014", {"statutory": ("Care Act 2014",)}),
        ("Statutory", "y (Care Act 2014)", {"statutory": ("Care Act 2014",)}),
        ("Statutory", "yes, by the Care Act 2014.", {"statutory": ("Care Act 2014",)}),
        ("Statutory", "Care Act 2014\n- Crime and Disorder Act 1998.", {"statutory": ("Care Act 2014", "Crime and Disorder Act 1998")}),
        ("Statutory", "The Order of 2003", {"statutory": ("The Order of 2003",)}),
        ("Statutory", "s.17", {"statutory": ("s.17",)}),
        ("Areas", "Bristol, Somerset.", {"areas": ("bristol", "somerset")}),
        ("Areas", "Bristol/Somerset", {"areas": ("bristol", "somerset")}),
        ("Areas", "Bristol & Somerset", {"areas": ("bristol", "somerset")}),
        ("Areas", "the Bristol", {"areas": ("bristol",)}),
        ("Areas", "Bristol\nSomerset", {"areas": ("bristol", "somerset")}),
        ("Areas", "Bristol,", {"areas": ("bristol",)}),
        ("Themes", "Mental health.", {"themes": ("mental-health",)}),
        ("Themes", "Mental health/Rural crime", {"themes": ("mental-health", "crime")}),
        ("Themes", "Mental health\nRural crime", {"themes": ("mental-health", "crime")}),
        ("Themes", "Mental health,", {"themes": ("mental-health",)}),
        ("Support", "OPCC", {"support": ("opcc",)}),
        ("Support", "OPCC, OPCC", {"support": ("opcc",)}),
        ("Level", "strategic.", {"level": "strategic"}),
        ("Kind", "Board", {"kind": "board"}),
        ("Kind", "Sub group", {"kind": "sub-group"}),
        ("Kind", "working-group", {"kind": "working-group"}),
        ("Meetings a year", "4", {"frequency": {"text": "monthly", "per_year": "4"}}),
        ("Focus", "- Parks\n- Streets;\n- Parks", {"focus": ("Parks", "Streets")}),
        ("Focus", "Parks\nand streets", {"focus": ("Parks", "and streets")}),
        ("Focus", "- Parks\n  and trees", {"focus": ("Parks and trees",)}),
        ("Aliases", "SSB or Streets Board", {"aliases": ("SSB", "Streets Board")}),
        ("Aliases", "SSB / Streets\nS.S.B.", {"aliases": ("SSB", "Streets", "S.S.B")}),
        ("Aliases", "'SSB'; \"Streets\"", {"aliases": ("SSB", "Streets")}),
        ("Last met", "4/5/2026", {"last_met": "2026-05-04"}),
        ("Last met", "May 2026", {"last_met": "2026-05"}),
        ("Last met", "2026", {"last_met": "2026"}),
        ("Terms of reference", "http://a.example/b", {"terms_of_reference": {"url": "http://a.example/b"}}),
        ("Terms of reference", "To act", {"purpose": "To act"}),
        ("Terms of reference", "Streets made safer for all", {"purpose": "Streets made safer for all"}),
        ("Terms of reference", "4 May 2026", {"terms_of_reference": {"agreed_on": "2026-05-04"}}),
        ("Terms of reference link", "https://a.example/b", {"terms_of_reference": {"url": "https://a.example/b"}}),
        ("Terms of reference agreed", "May 2026", {"terms_of_reference": {"agreed_on": "2026-05"}}),
        ("Recommendation", "Continue.", {"review": {"recommendation": "continue"}}),
        (
            "Recommendation",
            "Merge with the Streets Board.",
            {"review": {"recommendation": "merge", "change": "Merge with the Streets Board.", "into": ("streets-board",)}},
        ),
        (
            "Recommendation",
            "Merge into Streets Board;",
            {"review": {"recommendation": "merge", "change": "Merge into Streets Board;", "into": ("streets-board",)}},
        ),
        ("Recommendation", "Merge", {"review": {"recommendation": "merge"}}),
        ("Recommendation", "Change", {"review": {"recommendation": "change"}}),
        ("Recommendation", "End", {"review": {"recommendation": "end"}}),
        ("Recommendation", "Merge into Zebra Board", {"review": {"recommendation": "merge", "change": "Merge into Zebra Board"}}),
        (
            "Recommendation",
            "Continue\ninto the Streets Board",
            {"review": {"recommendation": "continue", "reason": "Continue\ninto the Streets Board"}},
        ),
        ("Reason", "It works", {"review": {"reason": "It works"}}),
        ("Links to", "Streets Board", {"links_to": ("streets-board",)}),
        ("Links to", "the Streets Board", {"links_to": ("streets-board",)}),
        ("Reports to", "to the Streets Board", {"reports_to": ("streets-board",)}),
        ("Reports to", "Streets Board / Streets Board", {"reports_to": ("streets-board",)}),
        ("Reports to", "NHS", {"reports_to": ("nhs",)}),
        ("Reports to", "Streets Board, NHS", {"reports_to": ("streets-board", "nhs")}),
        ("Replaces", "Streets Board", {"supersedes": ("streets-board",)}),
        ("Source", "Review\nof 2016", {"sources": ({"document": "Review; of 2016"}, {"document": "paper.txt", "reference": "line 1"})}),
        ("Visibility", "internal", {"visibility": "internal"}),
        ("Visibility", "Public", {"visibility": "public"}),
        ("Chair", "PCC", {"chair": {"organisation": "pcc"}}),
        ("Chair since", "May 2016", {"chair": {"from": "2016-05"}}),
        ("Chair until", "2017", {"chair": {"until": "2017"}}),
        ("Chair role", "Director\nof Streets", {"chair": {"role": "Director; of Streets"}}),
        ("Quorum", "three\nof five", {"quorum": "three\nof five"}),
        ("Duration", "2h\nor more", {"duration": "2h; or more"}),
        ("Frequency per year", "4", {"frequency": {"text": "monthly", "per_year": "4"}}),
        ("Decided by", "PCC\nand all", {"review": {"decided_by": "PCC; and all"}}),
        ("Since", "2016", {"status_since": "2016"}),
        ("Purpose", "To act", {"purpose": "To act"}),
        ("Notes", "one\n two ", {"notes": "Notes: one\ntwo"}),
    ],
)
def test_a_field(label: str, text: str, fields: dict[str, Any]) -> None:
    assert read(label, text) == fields


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("Type", "Odd"),
        ("Themes", "Mental health; Zebras"),
        ("Statutory", "by custom"),
        ("Areas", "All areas"),
        ("Areas", "Bristol, Zebra"),
        ("Status", "No"),
        ("Status", "Ended in spring"),
        ("Level", "Strategic and tactical"),
        ("Meetings a year", "quarterly"),
        ("Terms of reference", "agreed in draft"),
        ("Recommendation", "Think about it"),
        ("Reports to", "Zebra Board"),
        ("Secretariat", "OPCC and Constabulary"),
        ("Next meeting", "soon"),
        ("Status", "n"),
        ("Status", "NO"),
        ("Status", "Active since then"),
        ("Status", "Active 2 groups"),
        ("Status", "Due to start in May 2027; terms agreed"),
        ("Status", "very active"),
        ("Status", "Active since"),
        ("Type", "strategic board"),
        ("Statutory", "nobody knows"),
        ("Statutory", "Not sure"),
        ("Statutory", "Not yet known – maybe the Care Act 2014"),
        ("Statutory", "No?"),
        ("Statutory", "Yes – to be confirmed"),
        ("Statutory", "Statutory?"),
        ("Statutory", "Section 115"),
        ("Statutory", "the code of practice"),
        ("Areas", "all districts"),
        ("Areas", "Force-wide"),
        ("Areas", "Whole county"),
        ("Areas", "Zebra"),
        ("Secretariat", "OPCC, Police"),
        ("Secretariat", "the clerk"),
        ("Level", "Strategic-level"),
        ("Level", "strategically important"),
        ("Level", "pre-strategic"),
        ("Kind", "boards"),
        ("Meetings a year", "1234"),
        ("Meetings a year", "4."),
        ("Meetings a year", "twice"),
        ("Last met", "never"),
        ("Terms of reference", "see https://a.example/b"),
        ("Terms of reference", "Streets made safer now"),
        ("Terms of reference link", "on the web"),
        ("Terms of reference link", "https://a"),
        ("Terms of reference agreed", "by us"),
        ("Links to", "Streets Board and Zebra Board"),
        ("Links to", "Bristol"),
        ("Replaces", "NHS"),
        ("Link", "http://x"),
        ("Visibility", "secret"),
        ("Chair", "TBC"),
        ("Chair since", "then"),
        ("Since", "once"),
        ("Purpose", "n/a"),
        ("Purpose", "None"),
        ("Contact", "the office"),
        ("No", "4"),
    ],
)
def test_what_a_field_can_not_take_is_a_note(label: str, text: str) -> None:
    assert read(label, text) == {"notes": f"{label}: {text}"}


def test_lists_below_two_labels_of_one_field_are_put_together() -> None:
    fields = only(planned(f"{BOARD}Aliases: SSB\nAlso known as: Streets\nFocus: Lighting\nPriorities: Parks", REGISTER)).fields

    assert (fields["aliases"], fields["focus"]) == (("SSB", "Streets"), ("Lighting", "Parks"))


@pytest.mark.parametrize(
    ("label", "text", "fields"),
    [
        ("Statutory", "No duty, but expected", {"statutory": "false"}),
        ("Status", "Ended June 2023; its work went to Zebra", {"status": "ended", "status_since": "2023-06"}),
        ("Status", "On hold. It may return", {"status": "suspended"}),
        ("Statutory", "Yes, for now", {"statutory": "true"}),
        ("Level", "mostly strategic", {"level": "strategic"}),
        ("Secretariat", "OPCC business manager", {"secretariat": "opcc"}),
        ("Statutory", "Non-statutory but Care Act", {"statutory": "false"}),
        ("Statutory", "not in an Act", {"statutory": "false"}),
        ("Statutory", "statutory as of old", {"statutory": "true"}),
        ("Support", "OPCC (Chief Executive)", {"support": ("opcc",)}),
        ("Support", "NHS Officer and Police", {"support": ("nhs",)}),
        ("Secretariat", "OPCC officer", {"secretariat": "opcc"}),
        ("Level", "Tactically driven", {"level": "tactical"}),
        ("Kind", "a board of people", {"kind": "board"}),
    ],
)
def test_what_a_field_takes_in_part_is_a_note_as_well(label: str, text: str, fields: dict[str, Any]) -> None:
    assert read(label, text) == {**fields, "notes": f"{label}: {text}"}


def test_what_was_said_before_stays() -> None:
    for label, text, key in (("Statutory", "No", "statutory"), ("Level", "Tactical", "level"), ("Kind", "Panel", "kind")):
        once = only(
            planned(f"{BOARD}{label}: {text}\nType: {'Statutory' if key == 'statutory' else 'Strategic' if key == 'level' else 'Board'}")
        )
        assert once.fields[key] == {"statutory": "false", "level": "tactical", "kind": "panel"}[key]


def test_where_it_is_from_comes_before_the_paper_itself() -> None:
    paper = {"document": "paper.txt", "reference": "line 1"}

    for label, text, source in (
        ("Source", "Review of 2016", {"document": "Review of 2016"}),
        ("Link", "https://a.example/b", {"url": "https://a.example/b"}),
    ):
        assert read(label, text) == {"sources": (source, paper)}
    assert read("Link", "on the intranet") == {"notes": "Link: on the intranet"}


def test_a_label_for_a_chair_s_name_gives_no_name_even_if_it_does_not_look_like_one() -> None:
    for label in ("Chair name", "Contact"):
        text = "Zaphod 01179 460000"
        plan = planned(f"{BOARD}{label}: {text}", REGISTER)
        assert text not in str(only(plan).fields), label
        assert text in [one.text for one in plan.not_understood], label
    plan = planned(f"{BOARD}Chair name: quill", REGISTER)
    assert "quill" not in str(only(plan).fields)
    assert only(planned(f"{BOARD}Chair name: quill", REGISTER, people=True)).fields["chair"] == {"person": "quill"}


def test_how_a_text_was_read_is_shown_with_its_label() -> None:
    readings = only(planned(f"{BOARD}Level: odd\nBudget: none set\nLead: Police", REGISTER)).readings

    assert [(one.label, one.text, one.field, one.key) for one in readings if one.label in ("Frequency", "Level", "Budget")] == [
        ("Frequency", "monthly", "frequency", "frequency"),
        ("Level", "odd", "level", "notes"),
        ("Budget", "none set", "", "notes"),
    ]


def test_a_dash_is_a_value_only_for_a_lead() -> None:
    fields = only(planned("Safer Streets Board\nLead: –\nMembers: NHS\nFrequency: monthly\nPurpose: n/a\nChair: nil")).fields

    assert fields["lead"] == "not-stated"
    assert {"purpose", "chair"}.isdisjoint(fields)


@pytest.mark.parametrize(
    ("labels", "lead", "notes"),
    [
        ("Lead officer: Head of Roads\nLead body: Port Council", "port-council", "Lead officer: Head of Roads"),
        ("Lead body: Port Council\nLead officer: Head of Roads", "port-council", "Lead officer: Head of Roads"),
        ("Lead officer: Superintendent, Port Police\nLead body: Port Council", "port-council", "Lead officer: Superintendent, Port Police"),
        ("Lead officer: NHS\nLead: Port Council", "port-council", "Lead officer: NHS"),
        ("Owner: Head of Roads\nLead agency: Port Council", "port-council", "Owner: Head of Roads"),
        ("Owner: –\nLead agency: Port Council", "port-council", None),
        ("Owner: –\nLead agency: Head of Parks", "not-stated", "Lead agency: Head of Parks"),
        ("Lead: Joint attendance\nHost: Port Council", "unclear", "Host: Port Council"),
        ("Owner: Head of Roads\nLead agency: Head of Parks", "unclear", "Lead agency: Head of Parks"),
        ("Lead officer: Head of Roads", "unclear", None),
    ],
)
def test_the_organisation_that_leads_counts_before_its_officer(labels: str, lead: str, notes: str | None) -> None:
    fields = only(planned(f"Safer Streets Board\n{labels}\nMembers: NHS\nFrequency: monthly")).fields

    assert (fields["lead"], fields.get("notes")) == (lead, notes)


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("Status", "not stated"),
        ("Areas", "."),
        ("Themes", ","),
        ("Level", "not known"),
        ("Quorum", "not stated"),
        ("Purpose", "-"),
        ("Contact", "Jane Smith"),
        ("Contact", "a@b.example"),
        ("Contact", "01234 567890"),
        ("Contact", "x1234 5678"),
        ("Notes", "-"),
    ],
)
def test_what_says_nothing_or_is_a_person_s_is_no_value_and_no_note(label: str, text: str) -> None:
    assert read(label, text) == {}


@pytest.mark.parametrize("text", ["Yes", "no.", "Y"])
def test_whether_a_meeting_is_held_is_not_how_often(text: str) -> None:
    fields = only(planned(f"Safer Streets Board\nLead: Council\nMembers: NHS\nHeld: {text}")).fields

    assert "frequency" not in fields
    assert fields["notes"] == f"Held: {text}"
