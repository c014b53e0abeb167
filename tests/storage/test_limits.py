"""A register that is too large is read up to a limit; each file beyond it is reported, and is in no answer."""

import pytest

from building import in_short, read_files, read_meeting

ORGANISATIONS = "opcc: {name: Office of the Police and Crime Commissioner}\n"
FILES = {"organisations.yaml": ORGANISATIONS, **{f"meetings/board-{letter}.yaml": "title: A board\nlead: opcc\n" for letter in "abcd"}}
OF_TWO = len(ORGANISATIONS) + len(FILES["meetings/board-a.yaml"]) + 1
"""The bytes of the organisations and of a meeting, and one more."""


@pytest.mark.parametrize(
    ("limit", "most"),
    [
        ("MOST_FILES", 3),
        ("MOST_BYTES", OF_TWO),
        ("MOST_BYTES", OF_TWO + len(FILES["meetings/board-b.yaml"]) - 1),
        ("FEW_BYTES", OF_TWO),
        ("MOST_VALUES", 3 + 2 * 3),
    ],
)
def test_files_beyond_the_limit_are_reported_one_by_one(monkeypatch: pytest.MonkeyPatch, limit: str, most: int) -> None:
    monkeypatch.setattr("govreg.storage.file_loader.VALUES_PER_FILE", 0)
    monkeypatch.setattr("govreg.storage.file_loader.BYTES_PER_FILE", 0)
    monkeypatch.setattr(f"govreg.storage.file_loader.{limit}", most)

    reading = read_files(FILES)

    assert list(reading.register.meetings) == ["board-a", "board-b"]
    assert reading.register.unread == ("meetings/board-c.yaml", "meetings/board-d.yaml")
    assert [finding.code for finding in reading.findings] == ["GR025", "GR025"]
    assert reading.register.meetings.knows("board-c")


def test_a_register_of_many_files_may_have_more_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("govreg.storage.file_loader.FEW_BYTES", 3)
    monkeypatch.setattr("govreg.storage.file_loader.BYTES_PER_FILE", len(ORGANISATIONS) + 1)

    assert read_files(FILES).findings == ()


def test_a_register_of_many_files_may_have_more_values(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("govreg.storage.file_loader.MOST_VALUES", 3)
    monkeypatch.setattr("govreg.storage.file_loader.VALUES_PER_FILE", 4)

    assert read_files(FILES).findings == ()


def test_of_an_entry_with_thousands_of_mistakes_only_the_first_are_worded(monkeypatch: pytest.MonkeyPatch) -> None:
    worded: list[str] = []
    monkeypatch.setattr("govreg.yaml.validate_entry.nearest_of", lambda word, _: worded.append(word))

    found = in_short(read_meeting("title: A\nlead: opcc\n" + "".join(f"titel{number}: x\n" for number in range(2_000))).findings)

    assert len(worded) == len(found) == 1_000
