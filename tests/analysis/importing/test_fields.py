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
    ],
)
def test_what_a_field_can_not_take_is_a_note(label: str, text: str) -> None:
    assert read(label, text) == {"notes": f"{label}: {text}"}


@pytest.mark.parametrize(
    ("label", "text", "fields"),
    [
        ("Statutory", "No duty, but expected", {"statutory": "false"}),
        ("Statutory", "Yes, for now", {"statutory": "true"}),
        ("Level", "mostly strategic", {"level": "strategic"}),
        ("Secretariat", "OPCC business manager", {"secretariat": "opcc"}),
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
