"""A file with errors is compared as far as it can be read: its uncertain fields don't count as changes."""

import pytest

from building import read_files
from govreg.analysis.diff.compare import RegisterDiff, compare
from govreg.analysis.diff.partial import PartialRegister, fill_gaps
from govreg.storage.reader import ReadResult

WHOLE = """\
title: Board
lead: opcc
status: active
purpose: Reduce crime
participants:
  - nhs
  - {organisation: pcc, role: Chair}
frequency: Quarterly
"""


def partly(reading: ReadResult) -> PartialRegister:
    return PartialRegister(reading.register, reading.drafts, reading.uncertain_keys)


def compared(before: str, after: str) -> RegisterDiff:
    """The comparison of two registers with one board, whose file is `before` and `after`."""
    one, other = (partly(read_files({"meetings/board.yaml": text})) for text in (before, after))
    there, back = compare(*fill_gaps(one, other)), compare(*fill_gaps(other, one))
    assert [change.keys for change in there.meetings] == [change.keys for change in back.meetings]
    return there


def keys(before: str, after: str) -> list[tuple[str, ...]]:
    return [change.keys for change in compared(before, after).meetings]


BROKEN = {
    "a key that is unknown": WHOLE + "cadence: monthly\n",
    "a key that is misspelt": WHOLE.replace("frequency:", "frequncy:"),
    "a title that is misspelt": WHOLE.replace("title:", "titel:"),
    "a lead that is left out": WHOLE.replace("lead: opcc\n", ""),
    "a word that is not allowed": WHOLE.replace("status: active", "status: running"),
    "a part with an unknown key": WHOLE.replace("role: Chair", "rule: Chair"),
    "an item that is wrong": WHOLE.replace("  - nhs\n", "  - [nhs]\n"),
    "a key that is there twice": WHOLE + "purpose: Other\n",
}


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN.keys())
def test_an_error_in_a_file_is_not_a_change(broken: str) -> None:
    reading = read_files({"meetings/board.yaml": broken})

    assert "board" not in reading.register.meetings
    assert keys(WHOLE, broken) == []


def test_of_a_file_of_entries_that_cannot_be_read_none_is_added_or_removed() -> None:
    for file in ("organisations.yaml", "themes.yaml"):
        sound, broken = read_files({file: "nhs: {name: NHS}\nfire: {name: Fire}\n"}), read_files({file: "nhs: [\n"})
        for before, after in ((sound, broken), (broken, sound)):
            found = compare(*fill_gaps(partly(before), partly(after)))
            assert [one for one in found.entries if one.kind == file.removesuffix("s.yaml")] == []


def test_a_register_has_changed_where_only_a_theme_has() -> None:
    one, other = (partly(read_files({"themes.yaml": f"a: {{name: {name}}}\n"})) for name in "AB")

    assert compare(*fill_gaps(one, other))
    assert not compare(*fill_gaps(one, one))


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN.keys())
def test_changes_beside_an_error_are_found(broken: str) -> None:
    assert keys(broken.replace("lead: opcc", "lead: nhs").replace("Board", "Panel"), WHOLE) in (
        [("title", "lead")],
        [("title",)],
        [("lead",)],
    )


def test_a_file_that_cannot_be_read_is_not_compared() -> None:
    changes = compared(WHOLE, "title: [")

    assert (changes.meetings, changes.not_compared) == ((), ("board",))


def test_two_files_with_errors_are_compared_in_their_valid_fields() -> None:
    one, other = WHOLE + "cadence: monthly\n", WHOLE.replace("frequency:", "frequncy:").replace("Reduce", "Cut")

    assert keys(one, other) == [("purpose",)]


def test_organisations_whose_file_has_errors_have_not_changed() -> None:
    good = "opcc: {name: Office}\nnhs: {name: Health}\n"
    one, other = (partly(read_files({"organisations.yaml": text, "meetings/board.yaml": WHOLE})) for text in (good, good + "x: {nam: X}\n"))

    assert not compare(*fill_gaps(one, other))
