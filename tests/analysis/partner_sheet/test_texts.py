"""What cells say of a register's entries, and when two texts of a cell are the same."""

import pytest

from building import a_meeting, a_register
from govreg.analysis.partner_sheet.columns import LONGEST, TOO_LONG
from govreg.analysis.partner_sheet.rows import column_of
from govreg.analysis.partner_sheet.texts import SheetTexts, fingerprint, fingerprints, found_id, packed, plain, unpacked

REGISTER = a_register(
    a_meeting("board", title="Finance Board"),
    a_meeting("first", title="Forum"),
    a_meeting("second", title="Forum"),
    organisations={"opcc": {"name": "Office of the PCC", "aliases": ["OPCC"]}},
    areas={"bristol": {"name": "Bristol"}},
)


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("  Savings \t now ", "Savings now"),
        ("\u00a0Savings", "Savings"),
        ("One\n\n  Two\n", "One\nTwo"),
        ("• One\n* Two\n– Three", "- One\n- Two\n- Three"),
        ("•One", "- One"),
        ("- - One", "- - One"),
        ("-One", "-One"),
        ("–", "–"),
        ("\n", ""),
    ],
)
def test_programs_differ_in_blanks_lines_and_bullets(text: str, same: str) -> None:
    assert plain(text) == same
    assert fingerprint("board", "focus", text) == fingerprint("board", "focus", same)


def test_a_fingerprint_is_of_one_cell() -> None:
    made = fingerprint("board", "title", "Forum")

    assert len(made) == 10
    assert made not in {
        fingerprint("other", "title", "Forum"),
        fingerprint("board", "lead", "Forum"),
        fingerprint("board", "title", "forum"),
    }
    assert fingerprint("board", "title", " \n") == ""


def test_fingerprints_are_packed_into_one_text() -> None:
    prints = fingerprints("board", {"title": "Forum", "frequency.text": "monthly"})

    assert packed(prints).count(" ") == 1
    assert unpacked(packed(prints)) == prints
    assert unpacked("a note title=12") == {"title": "12"}


def test_a_row_says_names_and_lists_and_leaves_out_blank_cells() -> None:
    meeting = a_meeting(
        "board",
        title="Finance Board",
        lead=["opcc", "gone"],
        chair={"organisation": "opcc", "person": "Jane Doe"},
        focus=["One\nthing", {"text": "Two"}],
        areas=["bristol"],
        instances="per-area",
        statutory=False,
        reports_to=["first", "second", "opcc"],
    )
    cells = {
        "title": "Finance Board",
        "lead": "Office of the PCC\ngone",
        "chair.organisation": "Office of the PCC",
        "focus": "One thing\nTwo",
        "areas": "Bristol",
        "instances": "per-area",
        "statutory": "no",
        "reports_to": "Forum\nsecond\nOffice of the PCC",
    }

    assert {key: text for key, text in SheetTexts(REGISTER, people=False).of_meeting(meeting).items() if key in cells} == cells
    assert "chair.person" not in SheetTexts(REGISTER, people=False).of_meeting(meeting)
    assert "purpose" not in SheetTexts(REGISTER, people=False).of_meeting(meeting)
    assert SheetTexts(REGISTER, people=True).of_meeting(meeting)["chair.person"] == "Jane Doe"


def test_the_words_in_place_of_a_lead_are_written_as_people_do() -> None:
    assert SheetTexts(REGISTER, people=False).of_meeting(a_meeting("board", lead="not-stated"))["lead"] == "not stated"


def test_a_row_says_who_has_a_seat() -> None:
    meeting = a_meeting(
        "board", title="Finance Board", participants=[{"organisation": "opcc", "role": "PCC", "voting": True, "person": "J"}]
    )
    texts = SheetTexts(REGISTER, people=False)

    assert texts.of_seat(meeting.participants[0], meeting) == {
        "of": "Finance Board",
        "sender": "Office of the PCC",
        "role": "PCC",
        "attendance": "member",
        "voting": "yes",
    }


@pytest.mark.parametrize(("more", "text"), [(0, "x" * LONGEST), (1, TOO_LONG)])
def test_a_text_longer_than_a_cell_is_left_in_the_register(more: int, text: str) -> None:
    meeting = a_meeting("board", purpose="x" * (LONGEST + more))

    assert SheetTexts(REGISTER, people=False).of_meeting(meeting)["purpose"] == text


@pytest.mark.parametrize(
    ("kind", "word", "id_"),
    [
        ("organisation", "opcc", "opcc"),
        ("organisation", "OPCC", "opcc"),
        ("organisation", "Finance Board", None),
        ("meeting", "Finance Board", "board"),
        ("meeting or organisation", "Finance Board", "board"),
        ("meeting or organisation", "office of the pcc", "opcc"),
        ("area", "Bristol", "bristol"),
        ("theme", "Bristol", None),
    ],
)
def test_an_entry_is_found_by_id_name_or_alias(kind: str, word: str, id_: str | None) -> None:
    assert found_id(REGISTER, kind, word) == id_  # type: ignore[arg-type] # a kind of reference


def test_items_are_those_of_the_column() -> None:
    meeting = a_meeting("board", focus=["One", "Two"])
    texts = SheetTexts(REGISTER, people=False)

    assert texts.items(meeting, column_of("focus", is_seats=False)) == ("One", "Two")
    assert texts.items(meeting, column_of("purpose", is_seats=False)) == ()
