"""A lock on a folder, held by the system for one program at a time, which ends with that program however it ends."""

import contextlib
import os
import time
from collections.abc import Iterator
from pathlib import Path

from govreg.storage import layout

_TRIES, _PAUSE = 1000, 0.01
"""How often the lock is asked for, and how many seconds lie between."""


@contextlib.contextmanager
def exclusive(folder: Path) -> Iterator[None]:
    """Hold the lock on `folder`. Raises TimeoutError if it isn't free within ten seconds, OSError if it can't be asked for.

    Where the system locks folders it leaves no file behind; on Windows, which locks only files, there is one meanwhile.
    Disks without locks go without.
    """
    try:
        import fcntl  # noqa: PLC0415 - Windows has none
    except ImportError:
        with _locked_file(folder / layout.LOCK):
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
            raise TimeoutError
        yield
    finally:
        os.close(handle)


@contextlib.contextmanager
def _locked_file(path: Path) -> Iterator[None]:
    """Hold the lock on the first byte of the file `path`, which is made for it and removed once nobody has it open."""
    import msvcrt  # noqa: PLC0415 - only Windows has it

    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        for _ in range(_TRIES):
            try:
                msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined, unused-ignore]
            except PermissionError:
                time.sleep(_PAUSE)
            else:
                break
        else:
            raise TimeoutError
        yield
    finally:
        os.close(handle)  # which ends the lock
        with contextlib.suppress(OSError):  # Windows removes no file that another program has open
            path.unlink()
