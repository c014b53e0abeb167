"""The one place that writes files: each is replaced whole or left alone, also when the program or the machine stops."""

import contextlib
import os
import stat
import tempfile
from pathlib import Path

from govreg.errors import GovregError
from govreg.model.names import shown


def write_whole(path: Path, content: bytes) -> None:
    """Make `content` what the file `path` holds, all of it or nothing. Raises GovregError if it can't be written.

    The content is written to a temporary file beside it and brought to the disk, which then takes the file's place.
    """
    target = path.resolve()
    name = shown(str(path), longest=200)
    try:
        mode = target.stat().st_mode
    except OSError:
        mode = None
    if mode is not None and stat.S_ISDIR(mode):
        raise GovregError(f"“{name}” is a folder.", "Name a file.")
    try:
        if mode is not None and not stat.S_ISREG(mode):
            target.write_bytes(content)  # a device or pipe that the caller chose
            return
        _replace(target, content, mode)
    except OSError as problem:
        raise _cannot(path, problem) from None


def append(path: Path, content: bytes) -> None:
    """Put `content` behind what the file `path` holds, as a log is kept. Raises GovregError if it can't be written."""
    try:
        with path.open("ab") as file:
            file.write(content)
    except OSError as problem:
        raise _cannot(path, problem) from None


def _replace(target: Path, content: bytes, mode: int | None) -> None:
    handle, temporary = tempfile.mkstemp(prefix=".govreg-", suffix=".tmp", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(stat.S_IMODE(mode) if mode is not None else 0o666 & ~_umask())
        Path(temporary).replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(temporary).unlink()
        raise
    _sync_folder(target.parent)


def _cannot(path: Path, problem: OSError) -> GovregError:
    reason = (problem.strerror or "unknown fault").lower()
    return GovregError(f"“{shown(str(path), longest=200)}” cannot be written: {reason}.", "Nothing was changed.")


def _umask() -> int:
    current = os.umask(0o022)
    os.umask(current)
    return current


def _sync_folder(folder: Path) -> None:
    """Bring the folder's entry to the disk too, where the system can."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
