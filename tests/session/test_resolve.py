"""An entry that is not found is explained by what was typed, by what could not be read, or by what there is."""

import pytest

from building import a_meeting, a_register
from govreg.errors import GovregError
from govreg.model import register as registers
from govreg.session.resolve import entry_id

REGISTER = a_register(
    *(a_meeting(f"board-{letter}", title=f"Board {letter}") for letter in "abcdefghijklmn"),
    themes={"crime": {"name": "Rural crime"}, "health": {"name": "Mental health"}},
)


def refused(index: object, word: str) -> tuple[str, str | None]:
    with pytest.raises(GovregError) as problem:
        entry_id(index, word)  # type: ignore[arg-type]
    return problem.value.message, problem.value.hint


def test_an_entry_is_found_by_id_and_name() -> None:
    assert entry_id(REGISTER.themes, "crime") == entry_id(REGISTER.themes, "Rural Crime") == "crime"


def test_what_is_near_is_suggested_and_else_what_there_is() -> None:
    assert refused(REGISTER.themes, "crimes") == ("“crimes” is not a theme in the register.", "Did you mean “crime”?")
    assert refused(REGISTER.themes, "zebras")[1] == "The register has crime and health."
    assert refused(REGISTER.meetings, "zebras")[1] == "“govreg list” shows them all."
    assert refused(REGISTER.organisations, "zebras")[0] == "“zebras” is not an organisation in the register."
    assert refused(REGISTER.areas, "zebras")[1] == "The register has no areas."
    assert refused(a_register(themes={}).themes, "z")[1] == "The register has no themes. “govreg list --text WORD” looks for a word."


def test_of_many_the_file_is_named() -> None:
    many = a_register(organisations={f"body-{number}": {} for number in range(13)}, themes={f"theme-{number}": {} for number in range(13)})

    assert refused(many.organisations, "zebras")[1] == "All 13 are in organisations.yaml."
    assert refused(many.themes, "zebras")[1] == "All 13 are in themes.yaml. “govreg list --text WORD” looks for a word."


def test_a_file_with_errors_is_named() -> None:
    unread = registers.meetings(REGISTER.meetings, unread=["broken"])

    assert refused(unread, "Broken") == (
        "meetings/broken.yaml has errors, so “Broken” is not known.",
        "“govreg validate” says what is wrong.",
    )
    assert refused(unread, "zebras")[1] == "It may be one that could not be read. “govreg validate” says what is wrong."
