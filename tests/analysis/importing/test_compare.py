"""What a paper changes of a meeting that the register has, and which side counts where they differ."""

import pytest

from building import a_meeting
from govreg.analysis.importing.compare import changes_of, decided_side
from govreg.analysis.importing.plan import Decisions, Side

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
