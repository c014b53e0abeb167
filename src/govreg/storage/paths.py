"""Paths as people type them: a deleted folder, a loop of links or a missing permission never stops the program."""

import os
from pathlib import Path

from govreg.errors import GovregError, reason
from govreg.model.names import shown

NONE = "there is none"
"""What is wrong with a path where nothing of that name is."""


def here() -> Path:
    """The folder that the person is in. Raises GovregError if it was deleted."""
    try:
        return Path.cwd()
    except OSError:
        raise GovregError("The current folder no longer exists.", "Change to another folder.") from None


def resolve(path: Path) -> Path:
    """`path` from the top, links followed as far as they lead. Raises GovregError if it begins here, and here is gone."""
    return Path(os.path.realpath(path if path.is_absolute() else here() / path))


def from_here(path: Path) -> str:
    """What to call `path` from here: the way below this folder, `.` for this folder itself, else `path` as it was typed."""
    at = resolve(path)
    try:
        start = resolve(here())
    except GovregError:  # this folder was deleted; `path` is another
        return path.as_posix()
    return at.relative_to(start).as_posix() if at.is_relative_to(start) else path.as_posix()


def shown_path(path: Path) -> str:
    """`path` as a message may print it: odd characters as escapes, cut to 200 characters."""
    return shown(str(path), longest=200)


def is_same_file(one: Path, other: Path) -> bool:
    """Whether both paths lead to one file, which may not exist yet."""
    try:
        return os.path.samefile(one, other)
    except OSError:
        return resolve(one) == resolve(other)


def is_folder(path: Path) -> bool:
    """Whether `path` is a folder that can be seen."""
    return os.path.isdir(path)


def access_error(path: Path) -> str:
    """Why nothing is to be seen at `path`: NONE, or the system's words where the way is closed; empty where something is."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return NONE
    except OSError as problem:
        return reason(problem)
    return ""
