"""The entry that a command is about, and the ids and texts that a register may hold."""

import pytest

from building import a_meeting, a_register
from govreg.errors import GovregError
from govreg.model import register as registers
from govreg.session.entry_words import check_name_free, check_typed, entry_id, kind_and_rest, new_id

REGISTER = a_register(a_meeting("board", aliases=["The Board"]), themes={"roads": {"name": "Roads"}}, areas={"town": {"name": "Town"}})


def refusal(error: pytest.ExceptionInfo[GovregError]) -> str:
    return f"{error.value.message} {error.value.hint}"


@pytest.mark.parametrize(
    ("words", "least", "expected"),
    [
        (["theme", "Roads", "name"], 2, ("theme", ["Roads", "name"])),
        (["theme", "Roads"], 2, ("meeting", ["theme", "Roads"])),
        (["area", "Town"], 1, ("area", ["Town"])),
        (["organisation", "OPCC"], 0, ("organisation", ["OPCC"])),
        (["meeting", "Board"], 1, ("meeting", ["Board"])),
        (["Board", "theme", "roads"], 1, ("meeting", ["Board", "theme", "roads"])),
        ([], 0, ("meeting", [])),
        (["theme"], 0, ("theme", [])),
    ],
)
def test_a_kind_comes_first_and_leaves_enough_words(words: list[str], least: int, expected: tuple[str, list[str]]) -> None:
    assert kind_and_rest(words, least) == expected


def test_an_entry_is_found_among_those_of_its_kind() -> None:
    found = [
        entry_id(REGISTER, "meeting", "the board"),
        entry_id(REGISTER, "organisation", "OPCC office"),
        entry_id(REGISTER, "theme", "ROADS"),
    ]

    assert (*found, entry_id(REGISTER, "area", "Town")) == ("board", "opcc", "roads", "town")
    with pytest.raises(GovregError, match="is not a theme"):
        entry_id(REGISTER, "theme", "Town")


def test_an_id_is_made_from_the_name_unless_it_is_given() -> None:
    assert new_id(REGISTER, "meeting", "Estates & Fleet Board", None) == "estates-and-fleet-board"
    assert new_id(REGISTER, "theme", "Board", None) == "board"
    assert new_id(REGISTER, "meeting", "Estates", "fleet") == "fleet"
    assert new_id(REGISTER, "meeting", "The board", "board", but="board") == "board"
    assert new_id(REGISTER, "organisation", "Con", None) == "con"


@pytest.mark.parametrize(
    ("name", "given", "message"),
    [
        ("Joint", None, "“joint” can't be an id."),
        ("Estates", "Estates", "“Estates” can't be an id."),
        ("Estates", "unclear", "“unclear” can't be an id."),
        ("Con", None, "“con” can't be an id."),
        ("???", None, "No id can be made from “???”."),
    ],
)
def test_an_id_is_lower_case_and_no_reserved_word_or_device(name: str, given: str | None, message: str) -> None:
    with pytest.raises(GovregError) as error:
        new_id(REGISTER, "meeting", name, given)

    assert refusal(error) == f"{message} Give one with --id: lower-case letters, digits and hyphens, such as “budget-board”."


def test_an_id_and_a_name_are_free() -> None:
    with pytest.raises(GovregError) as by_id:
        new_id(REGISTER, "meeting", "Estates", "board")
    with pytest.raises(GovregError) as by_name:
        new_id(REGISTER, "meeting", "THE BOARD", "estates")
    unread = a_register()
    broken = type(unread)(meetings=registers.meetings({}, ["broken"]), organisations=unread.organisations)
    with pytest.raises(GovregError) as by_unread_file:
        new_id(broken, "meeting", "Broken", None)

    assert refusal(by_id) == "There is a meeting “board” already. See “govreg show board”, or give another id with --id."
    assert refusal(by_name) == "There is a meeting called “THE BOARD” already: board. Choose another name."
    assert refusal(by_unread_file) == "There is a meeting “broken” already. See “govreg show broken”, or give another id with --id."
    check_name_free(REGISTER, "organisation", "The Board")
    check_name_free(REGISTER, "meeting", "The Board", but="board")


def test_a_text_has_50_000_characters_and_a_name_500() -> None:
    assert check_typed("name", "x" * 500) == "x" * 500
    assert check_typed("reason", "x" * 50_000) == "x" * 50_000
    with pytest.raises(GovregError) as name:
        check_typed("name", "x" * 501)
    with pytest.raises(GovregError) as reason:
        check_typed("reason", "x" * 50_001)

    assert name.value.message == "A title or a name has at most 500 characters; this has 501."
    assert reason.value.message == "A text has at most 50,000 characters; the reason has 50,001."


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a\ud800", "is not valid UTF-8 text."),
        ("a\x1b[31m", "holds U+001B (escape), which no file of a register may hold."),
        ("a\rb", "holds U+000D (a carriage return alone), which no file of a register may hold."),
        ("a\u200db", "which joins nothing between these characters."),
        ("a\u202eb", "which no file of a register may hold."),
    ],
)
def test_a_text_has_no_character_that_steers_a_screen(text: str, message: str) -> None:
    with pytest.raises(GovregError) as error:
        check_typed("reason", text)

    assert error.value.message.endswith(message)
    assert check_typed("reason", "two\nlines\tand a tab") == "two\nlines\tand a tab"
