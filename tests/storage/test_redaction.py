"""A file is searched for private lines only as far as needed."""

from govreg.storage.redaction import _private_lines

TEXT = "title: A\nchair:\n  person: Jane\n  role: PCC\n# a note\nfocus: [a]\n" + "titel: x\n" * 1_000


def test_lines_in_a_part_that_a_person_stands_in_are_private() -> None:
    lines = _private_lines("meetings/a.yaml", TEXT)

    assert [number for number in range(1, 7) if lines.at(number) is not None] == [2, 3, 4]
    assert lines.at(5_000) is None


def test_no_line_below_the_one_asked_for_is_looked_at() -> None:
    lines = _private_lines("meetings/b.yaml", TEXT)

    assert lines.at(4) is not None
    assert lines.read == 4
    assert lines.at(2) is not None
    assert lines.read == 4
