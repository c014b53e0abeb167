"""Paths as people type them: no vanished folder, loop of links or closed door on the way stops the program."""

import os
import stat
from pathlib import Path

from govreg.errors import GovregError

NONE = "there is none"
"""Why a path is no folder, where nothing of that name is there."""


def here() -> Path:
    """The folder that the person is in. Raises GovregError if it was deleted."""
    try:
        return Path.cwd()
    except OSError:
        raise GovregError("The folder that you are in is gone.", "Go to another one.") from None


def whole(path: Path) -> Path:
    """`path` from the top, links followed as far as they lead. Raises GovregError if it begins here, and here is gone."""
    return Path(os.path.realpath(path if path.is_absolute() else here() / path))


def from_here(path: Path) -> str:
    """What to call `path` from here: the way below this folder, `.` for this folder itself, else `path` as it was typed."""
    at = whole(path)
    try:
        start = whole(here())
    except GovregError:  # this folder was deleted; `path` is another
        return path.as_posix()
    return at.relative_to(start).as_posix() if at.is_relative_to(start) else path.as_posix()


def is_folder(path: Path) -> bool:
    """Whether `path` is a folder that can be seen."""
    return os.path.isdir(path)


def exists(path: Path) -> bool:
    """Whether something that can be seen stands at `path`."""
    return os.path.lexists(path)


def no_folder(path: Path) -> str:
    """Why `path` is no folder, in the system's words where it is closed; empty where it is one."""
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return NONE
    except OSError as problem:
        return (problem.strerror or type(problem).__name__).lower()
    return "" if stat.S_ISDIR(mode) else NONE
