"""A command that changes a register parses no file more often than it has to."""

from pathlib import Path

import pytest

from editing import write_register
from govreg.model.edits import Value
from govreg.session import change
from govreg.session.load import load_register
from govreg.yaml.edit import data_of


def test_a_file_that_is_asked_for_several_times_is_parsed_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[str] = []

    def counted(text: str) -> Value:
        parsed.append(text)
        return data_of(text)

    monkeypatch.setattr(change, "data_of", counted)
    read = change.file_reader(load_register(write_register(tmp_path / "register"), None))
    files = ["meetings/budget-committee.yaml", "organisations.yaml"] * 3

    assert len({id(read(file)) for file in files}) == len(parsed) == 2
    assert read("meetings/budget-committee.yaml") == data_of((tmp_path / "register/meetings/budget-committee.yaml").read_text("utf-8"))
