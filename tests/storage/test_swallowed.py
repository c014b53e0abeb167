"""A field swallowed by a block text is reported at its line, and the file isn't read as if nothing were missing."""

import pytest

from building import in_short, read_meeting, tree_of
from govreg.storage.minutes_reader import read_minutes

START = "title: Budget committee\nlead: opcc\n"


def test_a_swallowed_field_is_an_error_at_its_line() -> None:
    reading = read_meeting(f"{START}purpose: >-\n  Oversee the budget.\n\n  visibility: internal\n")

    assert in_short(reading.findings) == ["GR024 6:3"]
    assert not reading.register.meetings


def test_a_line_that_looks_like_a_field_is_a_warning() -> None:
    reading = read_meeting(f"{START}notes: |\r\n  As agreed.\r\n  purpose: Oversee the budget\r\n")

    assert in_short(reading.findings) == ["GR026 5:3"]
    assert "budget-committee" in reading.register.meetings


@pytest.mark.parametrize(
    ("line", "code"),
    [
        *((line, "GR024") for line in ("last_met: 2016-11", "kind: board", "kind: 'board'", "statutory: true", "last_met: {")),
        *((line, "GR024") for line in ("focus: [a]", "focus:", "areas:", "chair:", "notes: >")),
        *(
            (line, "GR026")
            for line in (
                "quorum: three",
                "quorum: 3",
                "quorum: 2016-11-10",
                "quorum:",
                "focus: crime",
                "chair: the PCC",
                "frequency: monthly",
            )
        ),
        *((line, None) for line in ("last_met: soon", "kind: boord", "statutory: Act", "people: 2", "colour: red")),
    ],
)
def test_a_line_is_a_field_where_no_prose_would_say_it_so(line: str, code: str | None) -> None:
    found = in_short(read_meeting(f"{START}purpose: |\n  Oversee the budget.\n  {line}\n").findings)

    assert found == ([f"{code} 5:3"] if code is not None else [])


@pytest.mark.parametrize(
    ("line", "code"),
    [
        *((line, "GR024") for line in ("people: 2", "voting: true", "from: 2016", "attendance: deputy")),
        *((line, None) for line in ("people: two", "voting: sure", "status: ended")),
    ],
)
def test_a_field_of_a_part_is_swallowed_by_a_text_of_that_part(line: str, code: str | None) -> None:
    text = f"{START}participants:\n  - organisation: nhs\n    role: >-\n      Director\n      {line}\n"

    assert in_short(read_meeting(text).findings) == ([f"{code} 7:7"] if code is not None else [])


@pytest.mark.parametrize(("due", "found"), [("2018-05-02", ["GR024 4:7"]), ("next meeting", [])])
def test_a_field_of_minutes_that_takes_a_date_or_a_text_is_swallowed_with_a_date(due: str, found: list[str]) -> None:
    text = f"actions:\n  - text: |\n      Ask.\n      due: {due}\n"

    assert in_short(read_minutes(tree_of({"minutes/board/2018-04-04.yaml": text})).findings) == found


@pytest.mark.parametrize("line", ["visibility: internal  # not for partners", "visibility: Internal", "areas: # all", "statutory: True"])
def test_a_swallowed_field_may_be_written_otherwise(line: str) -> None:
    assert in_short(read_meeting(f"{START}purpose: |\n  Oversee the budget.\n  {line}\n").findings)[-1] == "GR024 5:3"


def test_a_swallowed_field_is_found_below_any_number_of_other_lines_with_a_colon() -> None:
    reading = read_meeting(f"{START}notes: |\n" + "  item: agreed\n" * 100 + "  visibility: internal\n")

    assert in_short(reading.findings) == ["GR024 104:3"]


def test_only_the_keys_of_the_same_mapping_count() -> None:
    reading = read_meeting(
        f"{START}participants:\n  - organisation: nhs\n    role: >-\n      Director\n      quarterly: yes\n      status: ended\n"
    )

    assert in_short(reading.findings) == []


def test_many_swallowed_lines_give_few_findings() -> None:
    reading = read_meeting(f"{START}purpose: |\n" + "  status: ended\n" * 1000)

    assert len(reading.findings) == 20
