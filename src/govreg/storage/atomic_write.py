"""The one place that writes files: each is replaced whole or left alone, also when the program or the machine stops."""

import contextlib
import os
import stat
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from govreg.errors import GovregError
from govreg.model.names import shown
from govreg.storage import paths


def replace_file(path: Path, content: bytes) -> None:
    """Make `content` what the file `path` holds, all of it or nothing. Raises GovregError if it can't be written.

    The content is written to a temporary file beside it and brought to the disk, which then takes the file's place.
    """
    name = shown(str(path), longest=200)
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        mode = None
    except OSError as problem:
        raise _cannot(path, problem) from None
    if mode is not None and stat.S_ISDIR(mode):
        raise GovregError(f"“{name}” is a folder.", "Name a file.")
    try:
        if mode is not None and not stat.S_ISREG(mode):
            path.write_bytes(content)  # a device or pipe that the caller chose
            return
        _replace(paths.resolve(path), content, mode)
    except OSError as problem:
        raise _cannot(path, problem) from None


def write_output(path: Path, content: bytes) -> None:
    """The same for an answer, which is no entry. Raises GovregError too if `path` is, or leads to, a file named as one."""
    if paths.resolve(path).suffix.lower() in (".yaml", ".yml"):
        name = shown(str(path), longest=200)
        raise GovregError(f"“{name}” is named as an entry of a register, and would lose what it says.", "Name a file with another ending.")
    replace_file(path, content)


def rewrite(path: Path, content: bytes, was: bytes | None) -> None:
    """The same for a file that was read: `was` is what it held then, None where there was none.

    Raises GovregError, with nothing changed, if somebody changed the file since.
    """
    try:
        now = path.read_bytes() if path.exists() else None
    except OSError as problem:
        raise _cannot(path, problem) from None
    if now != was:
        raise GovregError(f"“{shown(str(path), longest=200)}” was changed while this was running.", "Nothing was changed; run it again.")
    replace_file(path, content)


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Let nobody else who asks for it write in `folder` meanwhile; whoever comes second waits.

    The lock is the system's, on the folder itself, so that it ends with the program however that ends and leaves no file
    behind. Systems without such locks go without. Raises GovregError if it isn't free within ten seconds.
    """
    try:
        import fcntl
    except ImportError:  # Windows
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        for _ in range(_TRIES):
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                time.sleep(_PAUSE)
            except OSError:  # a disk without locks
                break
            else:
                break
        else:
            raise GovregError("Another govreg is writing in this register.", "Nothing was changed; run it again.")
        yield
    finally:
        os.close(handle)


_TRIES, _PAUSE = 200, 0.05
"""How often the lock is asked for, and how many seconds lie between."""


def make_folder(path: Path) -> None:
    """See that there is a folder `path`, with those above it. Raises GovregError if there can't be."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise _cannot(path, problem) from None


def append_line(path: Path, line: bytes) -> None:
    """Put `line` behind what the file `path` holds, unless it stands there. Raises GovregError if that can't be done."""
    try:
        held = path.read_bytes() if path.exists() else b""
    except OSError as problem:
        raise _cannot(path, problem) from None
    if line not in held.splitlines():
        append(path, (b"" if held.endswith(b"\n") or not held else b"\n") + line + b"\n")


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
