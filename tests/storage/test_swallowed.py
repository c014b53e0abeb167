"""A field swallowed by a block text is reported at its line, and the file isn't read as if nothing were missing."""

from building import in_short, read_meeting

START = "title: Budget committee\nlead: opcc\n"


def test_a_swallowed_field_is_an_error_at_its_line() -> None:
    reading = read_meeting(f"{START}purpose: >-\n  Oversee the budget.\n\n  visibility: internal\n")

    assert in_short(reading.findings) == ["GR024 6:3"]
    assert not reading.register.meetings


def test_a_line_that_looks_like_a_field_is_a_warning() -> None:
    reading = read_meeting(f"{START}notes: |\r\n  As agreed.\r\n  purpose: Oversee the budget\r\n")

    assert in_short(reading.findings) == ["GR026 5:3"]
    assert "budget-committee" in reading.register.meetings


def test_only_the_keys_of_the_same_mapping_count() -> None:
    reading = read_meeting(
        f"{START}participants:\n  - organisation: nhs\n    role: >-\n      Director\n      quarterly: yes\n      status: ended\n"
    )

    assert in_short(reading.findings) == []


def test_many_swallowed_lines_give_few_findings() -> None:
    reading = read_meeting(f"{START}purpose: |\n" + "  status: ended\n" * 1000)

    assert len(reading.findings) == 20
