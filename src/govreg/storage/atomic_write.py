"""The one place that writes files: each is replaced whole or left alone, also when the program or the machine stops."""

import contextlib
import os
import stat
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from govreg.diagnostics.syntax import LARGEST
from govreg.errors import GovregError, reason
from govreg.storage import layout, paths
from govreg.storage.lock import exclusive
from govreg.storage.tree import FolderTree, UnreadableFileError

_OLD = 3600.0
"""Seconds after which a temporary file is left over: no write takes so long."""

_BUSY_ON_WINDOWS = frozenset({5, 32, 33})
"""What Windows says while a virus scanner, OneDrive or a reader has the file open: access denied, sharing, lock violation."""

_PATIENCE, _PAUSE = 2.5, 0.05
"""For how many seconds a busy file is tried again, and how many lie between two tries."""


def replace_file(path: Path, content: bytes | Iterable[bytes]) -> None:
    """Make `content`, or its pieces, what the file `path` holds, all of it or nothing. Raises GovregError if it can't be written.

    The content is written to a temporary file beside it and brought to the disk, which then takes the file's place.
    """
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        mode = None
    except OSError as problem:
        raise _cannot(path, problem) from None
    if mode is not None and stat.S_ISDIR(mode):
        raise GovregError(f"“{paths.shown_path(path)}” is a folder.", "Name a file.")
    try:
        if mode is not None and not stat.S_ISREG(mode):
            with path.open("wb") as file:  # a device or pipe that the caller chose
                file.writelines(_pieces(content))
            return
        _replace(paths.resolve(path), content, mode, lambda: None)
    except OSError as problem:
        raise _cannot(path, problem) from None


def write_output(path: Path, content: bytes | Iterable[bytes]) -> None:
    """The same for an answer, which is no entry. Raises GovregError too if `path` is, or leads to, a file named as one."""
    if paths.resolve(path).suffix.lower() in (".yaml", ".yml"):
        raise GovregError(
            f"“{paths.shown_path(path)}” has the name of a register's file, which this would overwrite.", "Name a file with another ending."
        )
    replace_file(path, content)


def rewrite(path: Path, content: bytes, was: bytes | None) -> None:
    """The same for a file of a register that was read: `was` is what it held then, None where there was none.

    No link is followed. Raises GovregError, with nothing changed, if the file is read-only, or if somebody changed it since
    it was read, which is looked at last of all, when the content is on the disk and only has to take its place.
    """
    try:
        _check_unchanged(path, was)
        _replace(path, content, path.lstat().st_mode if was is not None else None, lambda: _check_unchanged(path, was))
    except OSError as problem:
        raise _cannot(path, problem) from None


def remove(path: Path, was: bytes) -> None:
    """Delete a file of a register that held `was` when it was read.

    No link is followed. Raises GovregError, with the file left alone, if it is read-only or was changed since.
    """
    try:
        _check_unchanged(path, was)
        _check_writable(path, path.lstat().st_mode)
        _patiently(path.unlink, lambda: _check_unchanged(path, was))
    except OSError as problem:
        raise _cannot(path, problem) from None
    _sync_folder(path.parent)


def remove_folder(path: Path) -> None:
    """Delete the folder `path` if nothing is in it."""
    with contextlib.suppress(OSError):
        path.rmdir()


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Let no other govreg write in `folder` meanwhile; whoever comes second waits.

    Raises GovregError if `folder` isn't free within ten seconds, or can't be opened.
    """
    with contextlib.ExitStack() as held:
        try:
            held.enter_context(exclusive(folder))
        except TimeoutError:
            raise GovregError("Another govreg is writing in this register.", "Nothing was changed; run it again.") from None
        except OSError as problem:
            raise _cannot(folder, problem) from None
        yield


def make_folder(path: Path) -> None:
    """See that there is a folder `path`, with those above it. Raises GovregError if there can't be."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise _cannot(path, problem) from None


def append_line(path: Path, line: bytes) -> None:
    """Append `line` to the file `path`, unless it has it. Raises GovregError if that can't be done."""
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


def _replace(target: Path, content: bytes | Iterable[bytes], mode: int | None, check: Callable[[], None]) -> None:
    """Put `content`, or its pieces, in the place of `target`, if `check` then raises nothing; `mode` is the old file's, if there is one."""
    if mode is not None:
        _check_writable(target, mode)
    _clear(target.parent)
    handle, name = tempfile.mkstemp(prefix=layout.TEMPORARY[0], suffix=layout.TEMPORARY[1], dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(_pieces(content))
            file.flush()
            temporary.chmod(stat.S_IMODE(mode) if mode is not None else 0o666 & ~_umask())
            os.fsync(file.fileno())
        _patiently(lambda: temporary.replace(target), check)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    _sync_folder(target.parent)


def _pieces(content: bytes | Iterable[bytes]) -> Iterable[bytes]:
    return (content,) if isinstance(content, bytes) else content


def _check_writable(path: Path, mode: int) -> None:
    """Raise GovregError if the file `path` is read-only."""
    if not (mode & 0o222 and os.access(path, os.W_OK)):
        raise GovregError(f"“{paths.shown_path(path)}” is read-only.", "Nothing was changed. Make it writable if it should change.")


def _check_unchanged(path: Path, was: bytes | None) -> None:
    """Raise GovregError unless the file `path` holds what it `was` read as."""
    if _content(path, max(LARGEST, len(was or b""))) != was:
        raise GovregError(f"“{paths.shown_path(path)}” was changed while this was running.", "Nothing was changed; run it again.")


def _patiently(action: Callable[[], object], check: Callable[[], None]) -> None:
    """Do `action`, if `check` raises nothing; again and again while Windows says that another program has the file open."""
    until = time.monotonic() + _PATIENCE
    while True:
        check()
        try:
            action()
        except PermissionError as problem:
            if getattr(problem, "winerror", None) not in _BUSY_ON_WINDOWS or time.monotonic() > until:
                raise
            time.sleep(_PAUSE)
        else:
            return


def _clear(folder: Path) -> None:
    """Remove what writes that were killed left in `folder` long enough ago."""
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if layout.left_by_writing(entry.name):
                with contextlib.suppress(OSError):
                    facts = entry.stat(follow_symlinks=False)
                    if stat.S_ISREG(facts.st_mode) and time.time() - facts.st_mtime > _OLD:
                        Path(entry.path).unlink()


def _content(path: Path, largest: int) -> bytes | None:
    """The bytes of the regular file `path` now; None if there is none.

    Raises GovregError if it can't be read, or has more than `largest` bytes.
    """
    try:
        return FolderTree(path.parent).read(path.name, largest)
    except UnreadableFileError as problem:
        if paths.access_error(path) == paths.NONE:
            return None
        raise GovregError(f"“{paths.shown_path(path)}” can't be read: {problem.why}.", "Nothing was changed.") from None


def _cannot(path: Path, problem: OSError) -> GovregError:
    return GovregError(f"“{paths.shown_path(path)}” can't be written: {reason(problem)}.", "Nothing was changed.")


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
