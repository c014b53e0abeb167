"""What a paper changes of a meeting that the register has, and which side counts where they differ."""

from collections.abc import Mapping
from typing import Any

import pytest

from building import a_meeting
from govreg.analysis.importing.compare import as_value, changes_of, decided_side, same
from govreg.analysis.importing.plan import Decisions, Side
from govreg.analysis.importing.values import CONTEXT
from govreg.model.edits import Value
from govreg.model.meeting import Meeting

BOTH: tuple[Side, ...] = ("file", "register")


@pytest.mark.parametrize(
    ("take", "side"),
    [
        ([], None),
        ([("", "", "file")], "file"),
        ([("", "", "file"), ("", "", "register")], "register"),
        ([("board", "", "register"), ("", "", "file")], "register"),
        ([("", "lead", "register"), ("", "", "file")], "register"),
        ([("board", "lead", "file"), ("board", "", "register")], "file"),
        ([("board", "lead", "file"), ("", "lead", "register")], "file"),
        ([("board", "lead", "file"), ("board", "lead", "register")], "register"),
        ([("other", "", "file")], None),
        ([("other", "", "file"), ("", "", "register")], "register"),
        ([("board", "chair", "file")], None),
        ([("board", "lead", "first")], None),
    ],
)
def test_what_was_said_of_one_field_counts_before_what_was_said_of_all(take: list[tuple[str, str, Side]], side: Side | None) -> None:
    assert decided_side("board", "lead", Decisions(take=tuple(take)), BOTH) == side


def test_notes_names_and_sources_are_added_to_what_is_there() -> None:
    board = a_meeting(aliases=["SSB"], notes="First", sources=[{"document": "Paper"}])
    found = changes_of(board, {"aliases": ("Streets", "ssb"), "notes": "Second", "sources": ({"document": "Review"},)}, Decisions())

    assert {change.key: change.new for change in found} == {
        "aliases": ("SSB", "Streets"),
        "notes": "First\nSecond",
        "sources": ({"document": "Paper"}, {"document": "Review"}),
    }


@pytest.mark.parametrize(
    ("key", "old", "new", "is_same"),
    [
        ("purpose", "To act.", "to  ACT", True),
        ("purpose", "To act;", "To act .", True),
        ("purpose", "To act", "To react", False),
        ("purpose", None, "To act", False),
        ("level", "strategic", "tactical", False),
        ("lead", "opcc", ("opcc",), True),
        ("lead", ("opcc", "nhs"), ("nhs", "opcc"), True),
        ("lead", ("opcc", "nhs"), "opcc", False),
        ("lead", ("opcc",), "opcc", True),
        ("lead", None, "opcc", False),
        ("chair", {"organisation": "pcc"}, "pcc", True),
        ("chair", {"organisation": "pcc", "role": "Chair"}, "pcc", True),
        ("chair", {"organisation": "pcc"}, "nhs", False),
        ("chair", {"role": "Chair"}, "nhs", False),
        ("chair", None, {"role": "Chair"}, False),
        ("chair", {"organisation": "pcc", "role": "Chair"}, {"role": "chair."}, True),
        ("chair", {"organisation": "pcc", "role": "Chair"}, {"organisation": "pcc", "role": "Deputy"}, False),
        ("chair", {"organisation": "pcc"}, {"organisation": "pcc", "role": "Chair"}, False),
        ("frequency", {"text": "Monthly", "per_year": "12"}, "monthly", True),
        ("frequency", {"text": "Monthly", "per_year": "12"}, "weekly", False),
        ("frequency", "Monthly", "monthly.", True),
        ("focus", ("Parks", {"text": "Streets"}), ("streets", "parks."), True),
        ("focus", ("Parks", {"text": "Streets", "from": "2017"}), ("Streets", "Parks"), False),
        ("focus", ("Parks",), ("Parks", "Streets"), False),
        ("focus", ("Parks", "Streets"), ("Parks",), False),
        ("focus", None, ("Parks",), False),
        ("support", "nhs", ("nhs",), True),
        ("participants", ("nhs", "pcc"), ("pcc", "nhs"), True),
        ("participants", ("nhs",), ("nhs", "pcc"), False),
        ("participants", ("nhs", "pcc"), ("nhs",), False),
        ("participants", ({"organisation": "nhs", "role": "Director"},), ("nhs",), True),
        ("participants", ({"organisation": "nhs", "role": "Director"},), ({"organisation": "nhs", "role": "director"},), True),
        ("participants", ({"organisation": "nhs", "role": "Director"},), ({"organisation": "nhs", "role": "Nurse"},), False),
        ("participants", ("nhs",), ({"organisation": "nhs", "role": "Nurse"},), False),
        ("participants", ({"organisation": "nhs", "role": "Nurse"},), ({"organisation": "nhs", "attendance": "deputy"},), True),
        ("participants", ({"organisation": "nhs", "role": "A"}, "pcc"), ("nhs", {"organisation": "pcc", "role": "A"}), False),
        ("participants", ({"meeting": "board"},), ({"meeting": "board"},), True),
        ("participants", ({"meeting": "board"},), ({"meeting": "panel"},), False),
        ("participants", ({"meeting": "board", "role": "chair"},), ({"meeting": "board", "role": "secretary"},), False),
        ("review", None, {"recommendation": "end"}, False),
        ("review", {"recommendation": "end"}, {"recommendation": "end"}, True),
        ("review", {"recommendation": "end", "reason": "Old"}, {"recommendation": "end"}, True),
        ("review", {"recommendation": "end"}, {"recommendation": "end", "reason": "Old"}, False),
        ("review", ({"recommendation": "end"}, {"recommendation": "merge"}), {"recommendation": "merge"}, True),
        ("review", ({"recommendation": "end"}, {"recommendation": "merge"}), {"recommendation": "end"}, False),
        ("review", {"recommendation": "merge", "into": ("board", "panel")}, {"into": ("Board", "panel")}, True),
        ("review", {"recommendation": "merge", "into": ("board", "panel")}, {"into": ("panel", "board")}, False),
        ("review", {"recommendation": "merge", "into": ("board",)}, {"into": ("panel",)}, False),
    ],
)
def test_two_values_of_a_field_say_the_same(key: str, old: Value, new: Value, *, is_same: bool) -> None:
    assert same(key, old, new) is is_same


def changed(board: Meeting, fields: Mapping[str, Value], *take: tuple[str, str, Side]) -> list[tuple[str, Value, Value, str]]:
    """What `fields` would change in `board`: of each field its key, what it was and would be, and what the person has to say of it."""
    found = changes_of(board, fields, Decisions(take=take))
    return [(one.key, one.old, one.new, "?" if one.needs_decision else one.decided or "") for one in found]


KEPT, TAKEN = ("board", "", "register"), ("board", "", "file")


@pytest.mark.parametrize(
    ("there", "fields", "take", "changes"),
    [
        ({}, {"title": "Other"}, [], []),
        ({}, {"purpose": "To act"}, [], [("purpose", None, "To act", "")]),
        ({}, {"purpose": "To act"}, [KEPT], [("purpose", None, "To act", "")]),
        ({}, {"purpose": "To act"}, [("board", "purpose", "register")], [("purpose", None, "To act", "register")]),
        ({"purpose": "To act"}, {"purpose": "to act."}, [], []),
        ({"purpose": "To act"}, {"purpose": "To be"}, [], [("purpose", "To act", "To be", "?")]),
        ({"purpose": "To act"}, {"purpose": "To be"}, [TAKEN], [("purpose", "To act", "To be", "file")]),
        ({"purpose": "To act"}, {"purpose": "To be"}, [KEPT], [("purpose", "To act", "To be", "register")]),
        ({"lead": "opcc"}, {"lead": "not-stated"}, [], []),
        ({"lead": "opcc"}, {"lead": "unclear"}, [TAKEN], []),
        ({"lead": "not-stated"}, {"lead": "opcc"}, [], [("lead", "not-stated", "opcc", "")]),
        ({"lead": "unclear"}, {"lead": "opcc"}, [], [("lead", "unclear", "opcc", "")]),
        ({"lead": "unclear"}, {"lead": "opcc"}, [("board", "lead", "register")], [("lead", "unclear", "opcc", "register")]),
        ({"lead": "nhs"}, {"lead": "opcc"}, [], [("lead", "nhs", "opcc", "?")]),
        ({"purpose": "unclear"}, {"purpose": "To act"}, [], [("purpose", "unclear", "To act", "?")]),
        ({"purpose": "To act"}, {"purpose": "unclear"}, [], [("purpose", "To act", "unclear", "?")]),
        ({"chair": {"role": "Chair", "from": "2016"}}, {"chair": {"role": "chair", "from": "2016"}}, [], []),
        ({"statutory": True}, {"statutory": "true"}, [], []),
        ({"statutory": False}, {"statutory": "true"}, [], [("statutory", "false", "true", "?")]),
        ({"frequency": {"text": "monthly", "per_year": 12}}, {"frequency": {"text": "Monthly", "per_year": "12"}}, [], []),
        ({"frequency": {"text": "monthly", "per_year": 2.5}}, {"frequency": {"text": "Monthly", "per_year": "2.5"}}, [], []),
    ],
)
def test_a_field_is_filled_or_the_person_decides(
    there: Mapping[str, Any], fields: Mapping[str, Value], take: list[tuple[str, str, Side]], changes: list[Any]
) -> None:
    assert changed(a_meeting("board", **there), fields, *take) == changes


@pytest.mark.parametrize(
    ("there", "fields", "take", "keys"),
    [
        # words for a field that is new come with it, and alone where the register has neither
        ({"lead": "not-stated"}, {"lead": "nhs", "lead_as_written": "NHS"}, [], ["lead", "lead_as_written"]),
        ({}, {"purpose_as_written": "We act"}, [], ["purpose_as_written"]),
        ({}, {"purpose": "To act", "purpose_as_written": "We act"}, [("board", "purpose", "register")], ["purpose register"]),
        ({}, {"purpose_as_written": "We act", "level": "tactical"}, [], ["level", "purpose_as_written"]),
        ({"purpose": "To act"}, {"purpose_as_written": "We act"}, [], []),
        ({"purpose_as_written": "We act"}, {"purpose_as_written": "We are"}, [], []),
        ({"purpose_as_written": "We act"}, {"purpose_as_written": "we act."}, [], []),
        # words for a field that the person takes, keeps, or has to decide about
        ({"lead": "opcc"}, {"lead": "nhs", "lead_as_written": "NHS"}, [TAKEN], ["lead file", "lead_as_written file"]),
        ({"lead": "opcc"}, {"lead": "nhs", "lead_as_written": "NHS"}, [KEPT], ["lead register"]),
        ({"lead": "opcc"}, {"lead": "nhs", "lead_as_written": "NHS"}, [], ["lead ?"]),
        # the field was changed by hand since it was imported from the same words
        ({"lead": "opcc", "lead_as_written": "NHS"}, {"lead": "nhs", "lead_as_written": "nhs"}, [], []),
        ({"lead": "opcc", "lead_as_written": "OPCC"}, {"lead": "nhs", "lead_as_written": "NHS"}, [], ["lead ?"]),
        ({"lead": "opcc"}, {"lead": "nhs"}, [], ["lead ?"]),
        ({"purpose_as_written": "We act"}, {"purpose": "To act", "purpose_as_written": "We act"}, [], ["purpose"]),
        # a paper is a source only of what it changes
        ({}, {"sources": ({"document": "Paper"},)}, [], []),
        ({}, {"purpose": "To act", "sources": ({"document": "Paper"},)}, [], ["purpose", "sources"]),
        ({"purpose": "To be"}, {"purpose": "To act", "sources": ({"document": "Paper"},)}, [], ["purpose ?"]),
        ({"sources": [{"document": "Paper"}]}, {"purpose": "To act", "sources": ({"document": "paper"},)}, [], ["purpose"]),
        ({}, {"purpose": "To act", "level": "tactical"}, [], ["purpose", "level"]),
    ],
)
def test_words_and_sources_come_with_the_fields_that_change(
    there: Mapping[str, Any], fields: Mapping[str, Value], take: list[tuple[str, str, Side]], keys: list[str]
) -> None:
    assert [f"{key} {says}".strip() for key, _, _, says in changed(a_meeting("board", **there), fields, *take)] == keys


@pytest.mark.parametrize(
    ("there", "fields", "take", "new"),
    [
        ({}, {"notes": "One\nTwo"}, [], "One\nTwo"),
        ({"notes": "One"}, {"notes": "ONE\nTwo"}, [], "One\nTwo"),
        ({"notes": "One"}, {"notes": "one"}, [], None),
        ({"notes": "One"}, {"notes": f"{CONTEXT[1]}Boards"}, [], None),
        ({"notes": "One"}, {"notes": "Two"}, [("board", "notes", "register")], None),
        ({"notes": "One"}, {"notes": "Two"}, [("other", "notes", "register")], "One\nTwo"),
        ({"notes": "One"}, {"notes": "Two"}, [KEPT], "One\nTwo"),
        ({}, {"aliases": ("SSB", "Streets")}, [], ("SSB", "Streets")),
        ({"aliases": ["SSB"]}, {"aliases": ("ssb.",)}, [], None),
        ({"aliases": ["SSB"]}, {"aliases": "Streets"}, [], ("SSB", "Streets")),
    ],
)
def test_what_is_there_already_is_not_added(
    there: Mapping[str, Any], fields: Mapping[str, Value], take: list[tuple[str, str, Side]], new: Value
) -> None:
    assert [one[2] for one in changed(a_meeting("board", **there), fields, *take)] == ([] if new is None else [new])


@pytest.mark.parametrize(
    ("dumped", "value"),
    [
        (True, "true"),
        (False, "false"),
        (12, "12"),
        (12.0, "12"),
        (1234567, "1234567"),
        (365.2425, "365.2425"),
        ("NO", "NO"),
        (None, None),
        ([1, ["x"]], ("1", ("x",))),
    ],
)
def test_a_value_as_a_file_has_it(dumped: object, value: Value) -> None:
    assert as_value(dumped) == value
    assert as_value({"key": dumped}) == {"key": value}
