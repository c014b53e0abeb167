"""The texts of entries, each in the field that its file has it in, and alike with and without their places."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import yaml
from govreg.model.columns import columns
from govreg.model.location import KeyPath, in_meeting
from govreg.model.texts import distinct_texts, texts
from govreg.storage.reader import read_register

ROOT = Path(__file__).parents[2]
REGISTERS = ("register", "examples/cambridgeshire", "examples/devon-and-cornwall", "docs/example")
IN_WORDS = frozenset({"title", "aliases", "purpose", "sources", "status_reason", "notes"})


@pytest.mark.parametrize("register", REGISTERS)
def test_each_text_is_in_the_field_that_its_file_has_it_in_and_none_in_words_is_missing(register: str) -> None:
    folder = ROOT / register
    read = read_register(folder).register
    found = texts((in_meeting(meeting.id), meeting) for meeting in read.meetings.values())
    placed = {(file, path[0], text) for by_text in found.values() for text, places in by_text.items() for file, path in places}

    written = {  # below a field, paths differ: a bare text stands for a mapping, and one mapping for a list
        (f"meetings/{file.name}", path[0], text)
        for file in sorted(folder.glob("meetings/*.yaml"))
        for path, text in leaves(yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader), ())  # noqa: S506 - it makes texts only
    }
    assert len(placed) > len(read.meetings)
    assert placed <= written
    assert {one for one in written if one[1] in IN_WORDS} <= placed


@pytest.mark.parametrize("register", REGISTERS)
def test_the_different_texts_of_each_key_are_those_with_a_place(register: str) -> None:
    meetings = read_register(ROOT / register).register.meetings.values()

    placed = texts(((in_meeting(meeting.id), meeting) for meeting in meetings), {"organisation": frozenset({"opcc"})})
    distinct = distinct_texts(columns(meetings), {"organisation": frozenset({"opcc"})})

    assert {key: set(by_text) for key, by_text in placed.items() if by_text} == {
        key: set(found) for key, found in distinct.items() if found
    }


def leaves(value: object, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    """The texts in a YAML value, each with its path; the line breaks at the end of a block aren't kept."""
    if isinstance(value, str):
        yield path, value.rstrip("\n")
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from leaves(item, (*path, index))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from leaves(item, (*path, key))
