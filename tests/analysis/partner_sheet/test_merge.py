"""What rows of meetings and seats change in a register, by what they said when the sheet was made and what the register says now."""

from collections.abc import Mapping
from typing import Any

import pytest

from building import a_meeting, a_register
from govreg.analysis.partner_sheet.drafts import MergeContext
from govreg.analysis.partner_sheet.hidden import HiddenSheet
from govreg.analysis.partner_sheet.merge import MergeResult, merge
from govreg.analysis.partner_sheet.rows import FilledSheet, SheetCell, SheetRow
from govreg.analysis.partner_sheet.texts import SheetTexts, fingerprints
from govreg.model.edits import Edit, InsertItem, RemoveValue, RenameKey, SetValue
from govreg.model.register import Register

BOARD: dict[str, Any] = {
    "title": "Board",
    "lead": "opcc",
    "level": "strategic",
    "participants": ("nhs", {"organisation": "opcc", "role": "ACC"}, {"meeting": "forum", "role": "Chair"}),
}
FORUM: dict[str, Any] = {"title": "Forum", "lead": "opcc"}


def a_register_of(board: dict[str, Any] | None) -> Register:
    """A register with two meetings, or without the board."""
    meetings = [a_meeting("forum", **FORUM), *([a_meeting("board", **board)] if board is not None else [])]
    return a_register(*meetings, organisations={"opcc": {"name": "OPCC"}, "nhs": {"name": "NHS"}})


def merged(
    *rows: Mapping[str, str], seats: bool = False, now: dict[str, Any] | None = BOARD, rejected: Mapping[str, str] | None = None
) -> MergeResult:
    """What `rows` change in a register whose board is `now`, and was BOARD when the sheet was made; each row has its own place."""
    was = SheetTexts(a_register_of(BOARD), people=False)
    board = was.register.meetings["board"]
    files = {"meetings/board.yaml": now, "meetings/forum.yaml": FORUM}
    context = MergeContext(
        HiddenSheet(
            "partners",
            people=False,
            meetings={id_: fingerprints(id_, was.of_meeting(one)) for id_, one in was.register.meetings.items()},
            seats={
                f"board#{number}": fingerprints(f"board#{number}", was.of_seat(seat, board))
                for number, seat in enumerate(board.participants, 1)
            },
        ),
        SheetTexts(a_register_of(now), people=False),
        {},
        files.get,
        lambda _, value: ("No level.",) if isinstance(value, dict) and value.get("level") == "operational" else (),
        lambda title: title.lower().replace(" ", "-"),
        rejected=rejected or {},
    )
    made = [
        SheetRow(f"S, row {number}", {key: SheetCell(text, f"S!{key}{number}") for key, text in row.items()})
        for number, row in enumerate(rows, 1)
    ]
    return merge(context, [FilledSheet("S", seats, {}, 1, tuple(made))], iter)


def short(result: MergeResult) -> list[tuple[str, str, str]]:
    """The field, outcome and reason of each cell."""
    return [(one.field, one.outcome, one.why) for one in result.cells]


def edits(result: MergeResult) -> list[Edit]:
    """The edits that a merge makes."""
    return [one.edit for one in result.change.edits]


def seat(number: int) -> tuple[str | int, ...]:
    """The path of a seat of the board, from 0."""
    return ("participants", number)


SEATS = {
    1: {"id": "board#1", "of": "Board", "sender": "NHS", "attendance": "member"},
    2: {"id": "board#2", "of": "Board", "sender": "OPCC", "role": "ACC", "attendance": "member"},
    3: {"id": "board#3", "of": "Board", "sender": "Forum", "role": "Chair", "attendance": "member"},
}
MOVED = {**BOARD, "participants": ("opcc", *BOARD["participants"][1:])}
GONE = {**BOARD, "participants": ()}


@pytest.mark.parametrize(
    ("number", "cells", "now", "outcome", "made"),
    [
        (1, {}, BOARD, None, []),
        (1, {"sender": "OPCC"}, BOARD, "taken", [SetValue(seat(0), "opcc")]),
        (1, {"sender": "Forum"}, BOARD, "taken", [SetValue(seat(0), {"meeting": "forum"})]),
        (2, {"sender": "NHS"}, BOARD, "taken", [SetValue((*seat(1), "organisation"), "nhs")]),
        (2, {"sender": "Forum"}, BOARD, "taken",
         [RenameKey((*seat(1), "organisation"), "meeting"), SetValue((*seat(1), "meeting"), "forum")]),
        (3, {"sender": "NHS"}, BOARD, "taken",
         [RenameKey((*seat(2), "meeting"), "organisation"), SetValue((*seat(2), "organisation"), "nhs")]),
        (2, {"sender": "opcc"}, BOARD, "unchanged", []),
        (2, {"sender": "Nobody"}, BOARD, "not understood", []),
        (2, {"sender": "(delete)"}, BOARD, "taken", [RemoveValue(seat(1))]),
        (2, {"role": "DCC"}, BOARD, "taken", [SetValue((*seat(1), "role"), "DCC")]),
        (2, {"role": "(delete)"}, BOARD, "taken", [RemoveValue((*seat(1), "role"))]),
        (2, {"of": "Forum"}, BOARD, "not understood", []),
        (2, {"of": "board"}, BOARD, None, []),
        (2, {"sender": "", "role": ""}, BOARD, None, []),
        (1, {"sender": "OPCC"}, MOVED, "conflict", []),
        (1, {"sender": "(delete)"}, MOVED, None, []),
        (2, {"role": "DCC"}, GONE, "conflict", []),
        (2, {"sender": "(delete)"}, GONE, None, []),
        (2, {}, GONE, None, []),
        (2, {"role": "DCC"}, None, "conflict", []),
        (2, {"sender": "(delete)"}, None, "conflict", []),
    ],
)  # fmt: skip
def test_a_row_of_a_seat(number: int, cells: dict[str, str], now: dict[str, Any] | None, outcome: str | None, made: list[Edit]) -> None:
    row = {key: text for key, text in {**SEATS[number], **cells}.items() if text}
    result = merged(row, seats=True, now=now)

    assert [one.outcome for one in result.cells] == ([outcome] if outcome else [])
    assert edits(result) == made


@pytest.mark.parametrize("number", [1, 2, 3])
def test_every_cell_of_an_unchanged_seat_is_counted(number: int) -> None:
    assert merged(SEATS[number], seats=True).unchanged == len(SEATS[number]) - 1
    assert merged({**SEATS[number], "people": "2"}, seats=True).unchanged == len(SEATS[number]) - 1


@pytest.mark.parametrize(
    ("cells", "outcomes", "made"),
    [
        ({"of": "Board", "sender": "OPCC"}, [("", "taken", "A new seat of OPCC.")], [InsertItem(("participants",), "opcc")]),
        (
            {"of": "Board", "sender": "NHS", "role": "DCC", "attendance": "Member"},
            [("", "taken", "A new seat of NHS, DCC.")],
            [InsertItem(("participants",), {"organisation": "nhs", "role": "DCC"})],
        ),
        (
            {"of": "Forum", "sender": "Board", "role": "(delete)"},
            [("", "taken", "A new seat of Board.")],
            [SetValue(("participants",), ({"meeting": "board"},))],
        ),
        ({"of": "Board", "sender": "NHS"}, [("", "unchanged", "The register has this seat of NHS already.")], []),
        ({"of": "Board", "sender": "OPCC", "role": "ACC"}, [("", "unchanged", "The register has this seat of OPCC, ACC already.")], []),
        ({"of": "Nothing", "sender": "NHS"}, [("", "not understood", "A new row needs a meeting of the list under “Meeting”.")], []),
        ({"of": "Board", "role": "DCC"}, [("", "not understood", "A new row needs who has the seat.")], []),
        ({"of": "Board", "sender": "(delete)"}, [("", "not understood", "A new row needs who has the seat.")], []),
        (
            {"of": "Forum", "sender": "NHS", "voting": "maybe"},
            [("Votes", "not understood", "“maybe” is not yes or no. Write yes or no."), ("", "taken", "A new seat of NHS.")],
            [SetValue(("participants",), ("nhs",))],
        ),
        (
            {"of": " forum  ", "sender": "NHS", "role": "(delete)", "voting": "maybe", "people": "2"},
            [("Votes", "not understood", "“maybe” is not yes or no. Write yes or no."), ("", "taken", "A new seat of NHS.")],
            [SetValue(("participants",), ({"organisation": "nhs", "people": "2"},))],
        ),
        ({"id": "board#9"}, [], []),
        (
            {"of": "Board", "sender": "Nobody"},
            [
                (
                    "Who",
                    "not understood",
                    "The register has no organisation called “Nobody”. Choose it from the list, or ask for it to be added.",
                )
            ],
            [],
        ),
    ],
)
def test_a_new_row_of_a_seat(cells: dict[str, str], outcomes: list[tuple[str, str, str]], made: list[Edit]) -> None:
    result = merged(cells, seats=True)

    assert short(result) == outcomes
    assert edits(result) == made


def test_a_copied_row_of_a_seat_is_a_new_one() -> None:
    result = merged(SEATS[2], {**SEATS[2], "role": "DCC"}, seats=True)

    assert short(result) == [("", "taken", "A new seat of OPCC, DCC.")]


@pytest.mark.parametrize(
    ("number", "cells", "now", "unchanged"),
    [
        (2, {"role": "DCC"}, BOARD, 3),
        (2, {"of": "board"}, BOARD, 3),
        (2, {"of": "Forum"}, BOARD, 3),
        (2, {"role": "DCC"}, GONE, 3),
        (2, {"role": "DCC", "people": "2"}, None, 3),
        (2, {}, GONE, 4),
    ],
)
def test_cells_of_a_seat_that_ask_for_nothing_are_counted(
    number: int, cells: dict[str, str], now: dict[str, Any] | None, unchanged: int
) -> None:
    assert merged({**SEATS[number], **cells}, seats=True, now=now).unchanged == unchanged


NHS, ACC, CHAIR = BOARD["participants"]


@pytest.mark.parametrize(
    ("number", "seats", "place"),
    [
        (2, (CHAIR, ACC, NHS), 1),
        (2, (ACC, NHS), 0),
        (3, (CHAIR, NHS, CHAIR), 2),
        (1, (NHS, NHS), 0),
        (1, (ACC, NHS, NHS), 1),
        (2, (NHS, {**ACC, "until": "2017"}), 1),
        (2, (NHS, {**ACC, "role": "DCC"}), 1),
        (2, ({**ACC, "role": "DCC"}, {**ACC, "until": "2017"}), 1),
        (2, ({**ACC, "role": "DCC"}, {**ACC, "role": "CC"}), None),
        (2, (NHS, CHAIR), None),
    ],
)
def test_a_seat_is_found_wherever_it_is_now(number: int, seats: tuple[Any, ...], place: int | None) -> None:
    result = merged({**SEATS[number], "people": "2"}, seats=True, now={**BOARD, "participants": seats})

    assert [one.outcome for one in result.cells] == (["conflict"] if place is None else ["taken"])
    assert [one.path for one in edits(result) if isinstance(one, SetValue)][-1:] == ([] if place is None else [(*seat(place), "people")])


def test_a_seat_that_is_gone_says_so() -> None:
    result = merged({**SEATS[2], "role": "DCC"}, seats=True, now=GONE)

    assert short(result) == [("", "conflict", "The register has no such seat any more. Ask whoever keeps it, or write it as a new row.")]


def test_a_seat_is_not_moved_to_another_meeting() -> None:
    result = merged({**SEATS[2], "of": "Forum"}, seats=True)

    assert short(result) == [
        (
            "Meeting",
            "not understood",
            "A seat isn't moved to another meeting. Write (delete) under “Who”, and add a row for the other meeting.",
        )
    ]


@pytest.mark.parametrize(
    ("copy", "outcomes"),
    [
        ({"of": "Forum"}, ["A new seat of OPCC, ACC."]),
        ({"sender": "NHS"}, ["A new seat of NHS, ACC."]),
        ({"role": "DCC"}, ["A new seat of OPCC, DCC."]),
        ({"people": "2"}, [""]),
    ],
)
def test_a_copied_row_is_a_new_seat_if_it_says_who_else(copy: dict[str, str], outcomes: list[str]) -> None:
    result = merged(SEATS[2], {**SEATS[2], **copy}, seats=True)

    assert [(one.outcome, one.why) for one in result.cells] == [("taken", why) for why in outcomes]


def test_seats_are_removed_from_the_last() -> None:
    result = merged(*({**SEATS[number], "sender": "(delete)"} for number in (1, 3, 2)), seats=True)

    assert edits(result) == [RemoveValue(seat(2)), RemoveValue(seat(1)), RemoveValue(("participants",))]


MEETING = {"id": "board", "title": "Board", "lead": "OPCC", "level": "strategic"}


@pytest.mark.parametrize(
    ("cells", "now", "outcome", "made"),
    [
        ({"level": "tactical"}, BOARD, "taken", [SetValue(("level",), "tactical")]),
        ({"level": "operational"}, BOARD, "not understood", []),
        ({"level": "tactical"}, {**BOARD, "level": "operational"}, "conflict", []),
        ({"level": "(delete)"}, {**BOARD, "level": "operational"}, "conflict", []),
        ({"level": "(delete)"}, BOARD, "taken", [RemoveValue(("level",))]),
        ({"level": "Strategic"}, BOARD, "unchanged", []),
        ({"level": "tactical"}, {**BOARD, "level": "tactical"}, "unchanged", []),
        ({"title": "(delete)"}, BOARD, "not understood", []),
        ({"purpose": "(delete)"}, BOARD, None, []),
        ({"title": "BOARD"}, BOARD, "taken", [SetValue(("title",), "BOARD")]),
        ({"title": "Panel"}, BOARD, "taken", [SetValue(("title",), "Panel"), SetValue(("aliases",), ("Board",))]),
        ({"level": "tactical"}, None, "conflict", []),
        ({}, None, None, []),
    ],
)
def test_a_row_of_a_meeting(cells: dict[str, str], now: dict[str, Any] | None, outcome: str | None, made: list[Edit]) -> None:
    result = merged({**MEETING, **cells}, now=now)

    assert [one.outcome for one in result.cells] == ([outcome] if outcome else [])
    assert edits(result) == made


@pytest.mark.parametrize(
    ("cells", "now", "unchanged"),
    [
        ({}, BOARD, 3),
        ({"level": "tactical"}, BOARD, 2),
        ({"purpose": "(delete)"}, BOARD, 4),
        ({"purpose": "(delete)", "level": "tactical"}, BOARD, 3),
        ({}, None, 3),
        ({"level": "tactical"}, None, 2),
    ],
)
def test_cells_that_ask_for_nothing_are_counted(cells: dict[str, str], now: dict[str, Any] | None, unchanged: int) -> None:
    assert merged({**MEETING, **cells}, now=now).unchanged == unchanged


@pytest.mark.parametrize(
    ("cells", "outcomes", "file"),
    [
        ({"title": "New  panel"}, [("", "taken", "A new meeting.")], {"title": "New panel", "lead": "not-stated"}),
        (
            {"title": "Panel", "level": "tactical", "purpose": "(delete)"},
            [("", "taken", "A new meeting."), ("Level", "taken", "")],
            {"title": "Panel", "level": "tactical", "lead": "not-stated"},
        ),
        ({"lead": "OPCC"}, [("", "not understood", "A new row needs the name of the meeting.")], None),
        ({"title": "(delete)"}, [("", "not understood", "A new row needs the name of the meeting.")], None),
        ({"title": "n/a"}, [("", "not understood", "A new row needs the name of the meeting.")], None),
    ],
)
def test_a_new_row_of_a_meeting(cells: dict[str, str], outcomes: list[tuple[str, str, str]], file: dict[str, Any] | None) -> None:
    result = merged(cells)

    assert short(result) == outcomes
    assert list(result.change.created.values()) == ([file] if file else [])


def test_a_change_that_the_register_has_already_is_unchanged() -> None:
    result = merged({**MEETING, "level": "tactical"}, now={**BOARD, "level": "tactical"})

    assert short(result) == [("Level", "unchanged", "The register says so already.")]


def test_two_new_rows_of_one_name() -> None:
    assert short(merged({"title": "Panel"}, {"title": "panel"}))[1:] == [("", "not understood", "Another new row has this name.")]


def test_of_two_copies_the_one_with_the_old_title_is_the_meeting() -> None:
    result = merged({**MEETING, "title": "Second board"}, {**MEETING, "level": "tactical"})

    assert {*result.change.created} == {"meetings/second-board.yaml"}
    assert edits(result) == [SetValue(("level",), "tactical")]


def test_copies_of_one_title_are_not_understood() -> None:
    assert {one.outcome for one in merged(MEETING, {**MEETING, "level": "tactical"}).cells} == {"not understood"}


def test_what_does_not_fit_the_register_is_not_taken() -> None:
    result = merged({**MEETING, "level": "tactical"}, {"title": "Panel"}, rejected={"S!level1": "No.", "S, row 2": "Twice."})

    assert [(one.outcome, one.why, one.clashes_with_register) for one in result.cells] == [
        ("not understood", "No.", True),
        ("not understood", "Twice.", True),
    ]
    assert (result.change.edits, result.change.created) == ((), {})
    removal = merged({**SEATS[2], "sender": "(delete)"}, seats=True, rejected={"S!sender1": "Needed."})
    assert ([one.outcome for one in removal.cells], edits(removal)) == (["not understood"], [])
