"""A key that a text in a block swallows is told at its line, and the file isn't read as if nothing were missing."""

from building import in_short, read_meeting

START = "title: Budget committee\nlead: opcc\n"


def test_a_key_with_a_value_that_only_it_takes_is_an_error_at_its_line() -> None:
    reading = read_meeting(f"{START}purpose: >-\n  Oversee the budget.\n\n  visibility: internal\n")

    assert in_short(reading.findings) == ["GR024 6:3"]
    assert not reading.register.meetings


def test_a_key_with_a_text_behind_it_is_a_warning() -> None:
    reading = read_meeting(f"{START}notes: |\r\n  As agreed.\r\n  purpose: Oversee the budget\r\n")

    assert in_short(reading.findings) == ["GR026 5:3"]
    assert "budget-committee" in reading.register.meetings


def test_only_the_keys_of_the_same_mapping_count() -> None:
    reading = read_meeting(
        f"{START}participants:\n  - organisation: nhs\n    role: >-\n      Director\n      quarterly: yes\n      status: ended\n"
    )

    assert in_short(reading.findings) == []


def test_a_text_of_a_thousand_such_lines_is_not_reported_a_thousand_times() -> None:
    reading = read_meeting(f"{START}purpose: |\n" + "  status: ended\n" * 1000)

    assert len(reading.findings) == 20
