"""A place in the register's files: the meeting and the line, and the words there; or the field, where it holds a list or a word."""

from typing import Any

import pytest

from building import a_meeting, a_register
from govreg.model.location import KeyPath, Location, Position, in_meeting, in_minutes
from govreg.views.locations import looked_up, place_data, quoted, quoted_location, short_location

REGISTER = a_register(
    a_meeting(
        "board",
        title="Board",
        purpose="Count herons",
        notes="As known",
        aliases=["One", "Two"],
        focus=["Owls", {"text": "Egrets", "themes": ["birds", "fish"]}],
        themes=["bats", "birds"],
        review=[{"change": "Less"}, {"recommendation": "end"}],
    ),
    a_meeting("bare"),
    themes={"birds": {"name": "Birds of the marsh"}},
)


def locate(_: Location) -> Position | None:
    return Position(7, 3)


@pytest.mark.parametrize(
    ("path", "says"),
    [
        (("purpose",), "“Count herons”"),
        (("notes",), "“As known”"),
        (("focus", 0), "“Owls”"),
        (("focus", 1, "text"), "“Egrets”"),
        (("focus", 1, "themes", 1), "tagged “fish”"),
        (("themes", 1), "tagged “Birds of the marsh”"),
        (("aliases", 1), "“Two”"),
        (("review", 0, "change"), "“Less”"),
        (("review", 1, "change"), "“”"),
        (("title",), "the title"),
        (("reports_to",), "reports to"),
        (("terms_of_reference", "url"), "terms of reference"),
    ],
)
def test_the_words_at_a_place_or_its_field(path: KeyPath, says: str) -> None:
    assert quoted_location(REGISTER, in_meeting("board", *path), locate) == f"Board, line 7: {says}"


def test_a_place_without_words_is_the_meeting_and_the_line() -> None:
    assert quoted_location(REGISTER, in_meeting("board"), locate) == "Board, line 7"
    assert short_location(REGISTER, in_meeting("board", "purpose"), locate) == "Board, line 7"
    assert short_location(REGISTER, in_minutes("board/2018-04-04"), locate) == "Board, line 7"
    assert quoted_location(REGISTER, in_meeting("bare", "notes"), lambda _: None) == "Bare: “”"


@pytest.mark.parametrize("file", ["organisations.yaml", "meetings/gone.yaml"])
def test_a_place_in_another_file_is_named_by_it(file: str) -> None:
    assert quoted_location(REGISTER, Location(file, ("x",)), locate) == f"{file}, line 7"
    assert short_location(REGISTER, Location(file, ("x",)), lambda _: None) == file


@pytest.mark.parametrize(("length", "shown"), [(90, "x" * 90), (91, "x" * 89 + "…")])
def test_a_quotation_has_ninety_characters_at_most(length: int, shown: str) -> None:
    assert quoted("x" * length) == f"“{shown}”"


def test_machines_get_file_and_line() -> None:
    place = in_meeting("board", "purpose")

    assert place_data(place, locate) == {"file": "meetings/board.yaml", "line": 7}
    assert place_data(place, lambda _: None) == {"file": "meetings/board.yaml", "line": None}
    assert place_data(None, locate) is None


def test_places_are_looked_up_once_file_by_file_and_others_when_they_are_asked_for() -> None:
    asked: list[Any] = []

    def find(place: Location) -> Position | None:
        asked.append(place.file)
        return Position(len(asked), 1)

    places = [in_meeting("b", "title"), None, in_meeting("a", "title"), in_meeting("b", "notes"), in_meeting("b", "title")]
    found = looked_up(places, find)

    assert sorted(asked) == asked == ["meetings/a.yaml", "meetings/b.yaml", "meetings/b.yaml"]
    assert found(in_meeting("a", "title")) == Position(1, 1)
    assert found(in_meeting("c", "title")) == Position(4, 1)
    assert len(asked) == 4
