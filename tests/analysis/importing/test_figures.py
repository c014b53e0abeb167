"""Figures and pairs in papers count or compare meetings, and don't describe them."""

import pytest

from govreg.analysis.importing.figures import as_evidence, is_figure, is_missing_figure
from govreg.analysis.importing.labels import Labels
from govreg.analysis.importing.wording import is_not_stated, says_nothing
from papers import heading, only, paper, planned, table


@pytest.mark.parametrize("text", ["8.7", "34", "+2", "44%", "about 41; 26 not known", "34 now, 35 then", "£1,200"])
def test_a_figure(text: str) -> None:
    assert is_figure(text)


@pytest.mark.parametrize("text", ["monthly", "4 times a year", "every 6 weeks", "4x yearly", "not known", "–", ""])
def test_these_texts_are_not_figures(text: str) -> None:
    assert not is_figure(text)


@pytest.mark.parametrize("text", ["not stated", "Not known.", "–", "-", "", "unknown", "not recorded"])
def test_words_for_not_stated(text: str) -> None:
    assert is_not_stated(text)
    assert says_nothing(text)


@pytest.mark.parametrize("text", ["TBC", "n/a", "to be confirmed", "not yet agreed", "no data", "nil"])
def test_words_that_say_nothing(text: str) -> None:
    assert says_nothing(text)
    assert not says_nothing(f"{text} by the Board")


def test_a_table_of_figures_describes_no_meeting() -> None:
    rows = (("Safer Streets Board", "not held", "12", "+12"), ("Rural Crime Forum", "4", "about 2", "not known"))

    assert planned(paper(table(("Meeting", "Meetings a year", "Then", "Change"), *rows))).meetings == ()


def test_a_table_of_pairs_describes_no_meeting() -> None:
    head = ("Meeting", "and", "Shared", "Overlap", "Shared members")
    assert planned(paper(table(head, ("Safer Streets Board", "Rural Crime Forum", "4", "44%", "Police; Council")))).meetings == ()

    rows = (("Safer Streets Board", "Rural Crime Forum", "Police"), ("Rural Crime Forum", "Road Safety Board", "Council"))
    assert planned(paper(table(("Meeting", "Overlaps", "Members"), *rows))).meetings == ()


def test_a_section_with_only_figures_is_not_a_meeting() -> None:
    rows = (("Held meetings", "34"), ("Meetings a year", "about 41; 26 not known"), ("Person-hours a year", "not known"))

    assert planned(paper(heading("Load before and after the recommendations"), table(*rows))).meetings == ()


def test_a_table_of_gaps_describes_no_meeting() -> None:
    rows = (("No stated lead", "2", "Safer Streets Board"), ("No stated frequency", "1", "Rural Crime Forum"))

    assert planned(paper(heading("Gaps"), table(("Gap", "Meetings", "Which"), *rows))).meetings == ()


def test_meetings_counted_for_each_theme_are_not_described() -> None:
    rows = (("Community safety", "2", "Safer Streets Board, Rural Crime Forum"), ("Roads", "1", "Road Safety Board"))

    assert planned(paper(table(("Theme", "Held meetings", "Which"), *rows))).meetings == ()


def test_a_bare_number_is_not_a_frequency() -> None:
    meeting = only(planned("Safer Streets Board\nLead: OPCC\nPurpose: Safer streets\nMembers: OPCC\nFrequency: 8.7\n"))

    assert "frequency" not in meeting.fields
    assert meeting.fields["notes"] == "Frequency: 8.7"


def test_meetings_a_year_beside_what_describes_the_meeting_are_kept() -> None:
    rows = (("Safer Streets Board", "OPCC", "12", "8"), ("Rural Crime Forum", "OPCC", "4", "9"))
    first, _ = planned(paper(table(("Meeting", "Lead", "Meetings a year", "Members (number)"), *rows))).meetings

    assert first.fields["frequency"] == {"per_year": "12"}


@pytest.mark.parametrize("text", ["not stated", "Not stated", "–", "not known"])
def test_a_value_that_is_not_stated_is_dropped(text: str) -> None:
    meeting = only(
        planned(
            f"Safer Streets Board\nLead: OPCC\nPurpose: {text}\nMembers: {text}\nMeets: {text}\nCurrent focus: {text}\nStatus: {text}\n"
        )
    )

    assert set(meeting.fields) == {"title", "lead", "lead_as_written", "sources"}


def test_a_lead_that_is_not_stated_keeps_no_words() -> None:
    meeting = only(planned("Safer Streets Board\nLead: Not stated\nPurpose: Safer streets\nMembers: OPCC\n"))

    assert meeting.fields["lead"] == "not-stated"
    assert "lead_as_written" not in meeting.fields


@pytest.mark.parametrize(
    "text", ["Frequency", "Members", "Lead", "Chair", "Purpose", "Focus", "Reports to", "Support", "Secretariat", "Links to"]
)
def test_a_column_that_should_have_words_and_has_figures_says_nothing_of_a_meeting(text: str) -> None:
    label = Labels().read(text)

    assert as_evidence(label, ["8.7", "not known", ""]).key is None
    assert as_evidence(label, ["8.7", "as needed"]) == label
    assert as_evidence(label, ["not known", ""]) == label
    assert as_evidence(label._replace(mapped=True), ["8.7"]).key == label.key


def test_numbers_of_rows_are_not_figures_about_meetings() -> None:
    rows = (("1", "Safer Streets Board", "12"), ("2", "Rural Crime Forum", "4"))
    found = planned(paper(table(("No", "Meeting", "Meetings a year"), *rows))).meetings

    assert [one.fields["frequency"] for one in found] == [{"per_year": "12"}, {"per_year": "4"}]
    assert planned(paper(table(("Cost", "Meeting", "Meetings a year"), *rows))).meetings == ()


@pytest.mark.parametrize(
    ("text", "figure", "missing"),
    [
        ("12", True, False),
        ("about 12", True, False),
        ("12; 4 not known", True, False),
        ("not known", False, True),
        ("n/a", False, True),
        ("4 to 6", True, False),
        ("+2", True, False),
        ("8.7", True, False),
        ("12 people", False, False),
        ("", False, True),
        ("-", False, True),
        ("now 4, then 5", True, False),
        ("more than 4", True, False),
        ("4 or 5", True, False),
    ],
)
def test_a_figure_and_a_missing_one(text: str, figure: bool, missing: bool) -> None:  # noqa: FBT001
    assert (is_figure(text), is_missing_figure(text)) == (figure, missing)
