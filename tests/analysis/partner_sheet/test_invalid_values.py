"""Words in a cell that are no value of its field."""

import pytest

from govreg.analysis.partner_sheet.invalid_values import asks_for_deletion, why_invalid
from govreg.analysis.partner_sheet.rows import column_of

DELETED = "“delete” is not taken as a value. To delete what the cell said, write (delete) and nothing else."


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("delete", True),
        ("Please remove this row", True),
        ("to be deleted", True),
        ("pls delete", True),
        ("DELETED, please!", True),
        ("Finance Board (delete)", True),
        ("[removed] Finance Board", True),
        ("Finance Board (delete) and more", False),
        ("please", False),
        ("delete duplicates", False),
        ("Head of removals", False),
        ("", False),
    ],
)
def test_words_that_ask_for_a_deletion(text: str, asks: bool) -> None:  # noqa: FBT001 - a row of the table
    assert asks_for_deletion(text) is asks


@pytest.mark.parametrize(
    ("key", "text", "why"),
    [
        ("seat sender", "delete", "“delete” names no sender. To remove the seat, write (delete) and nothing else."),
        ("seat sender", "none", ""),
        ("title", "delete", "A meeting needs this, so it isn't deleted. If the meeting has ended, choose “ended” under Status."),
        ("purpose", "delete", DELETED),
        (
            "focus",
            "delete",
            f"{DELETED} To delete one line of several, take the line out.",
        ),
        ("title", "n/a", "“n/a” is not taken as a value. To change nothing, leave the cell blank."),
        (
            "purpose",
            "none known",
            "“none known” is not taken as a value. To delete what the cell said, write (delete). To change nothing, leave the cell blank.",
        ),
        (
            "purpose",
            "No",
            "“No” is not taken as a value. To delete what the cell said, write (delete). To change nothing, leave the cell blank.",
        ),
        ("statutory", "no", ""),
        ("seat voting", "no", ""),
        ("chair.role", "currently vacant", "“currently vacant” is not a post. Write the post, or (delete) to delete it."),
        ("chair.person", "Vacant", "“Vacant” is not a name. Write the name, or (delete) to delete it."),
        ("seat role", "post vacant", "“post vacant” is not a post. Write the post, or (delete) to delete it."),
        ("purpose", "vacant", ""),
        ("frequency.text", "4.5", "“4.5” doesn't say how often. Write “4.5 a year”, for example, or “monthly”."),
        ("frequency.text", "4", "“4” doesn't say how often. Write “4 a year”, for example, or “monthly”."),
        ("frequency.text", "4 a year", ""),
        ("purpose", "4", ""),
    ],
)
def test_why_a_text_is_no_value(key: str, text: str, why: str) -> None:
    assert why_invalid(column_of(key.removeprefix("seat "), is_seats=key.startswith("seat ")), text) == why


@pytest.mark.parametrize("text", ["NA", "n a", "no", "nothing", "blank", "empty", "no longer", "No longer applicable", "none known", "TBC"])
def test_words_for_nothing_are_no_purpose(text: str) -> None:
    assert "is not taken as a value" in why_invalid(column_of("purpose", is_seats=False), text)


@pytest.mark.parametrize("text", ["vacant", "vacancy", "currently vacant", "post vacant", "vacant post", "Unfilled"])
def test_words_for_a_vacancy_are_no_post(text: str) -> None:
    assert "is not a post" in why_invalid(column_of("role", is_seats=True), text)
