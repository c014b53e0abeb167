"""Locations in the files of a register: a value by its path, and the files of entries and minutes."""

from collections.abc import Callable
from typing import NamedTuple

REGISTER = "register.yaml"
ORGANISATIONS = "organisations.yaml"
THEMES = "themes.yaml"
GLOSSARY = "glossary.yaml"
VERDICTS = "verdicts.yaml"
MEETINGS = "meetings"
MINUTES = "minutes"
"""The files and the folders of a register."""

FILE_OF_KIND = {"organisation": ORGANISATIONS, "theme": THEMES, "area": REGISTER}
"""The file with all entries of a kind; a meeting has a file of its own."""

KeyPath = tuple[str | int, ...]
"""The path to a value in a file: keys, and indices from 0, from the top down."""


class Position(NamedTuple):
    """Where in a file's text: line and column (characters), both counted from 1."""

    line: int
    column: int


class Location(NamedTuple):
    """A value in a file, named by its path; `at_key` means the key rather than its value."""

    file: str
    path: KeyPath = ()
    at_key: bool = False


Locator = Callable[[Location], Position | None]
"""What finds a place in the text of its file; None where that was not read."""


def meeting_file(id_: str) -> str:
    """The file of the meeting `id_`."""
    return f"{MEETINGS}/{id_}.yaml"


def meeting_in(file: str) -> str | None:
    """The id of the meeting that `file` holds the entry or minutes of, or None if it is another kind of file."""
    folder, _, name = file.partition("/")
    return name.split("/", 1)[0].removesuffix(".yaml") if folder in (MEETINGS, MINUTES) else None


def in_meeting(id_: str, *path: str | int) -> Location:
    """The place at `path` in the file of the meeting `id_`."""
    return Location(meeting_file(id_), path)


def in_minutes(id_: str, path: KeyPath = ()) -> Location:
    """The place at `path` in the minutes `id_` (`meeting/day`)."""
    return Location(f"{MINUTES}/{id_}.yaml", path)
