"""The file that is imported: its name and its bytes, taken from the disk or from standard input without waiting or reading without end."""

import errno
import os
import stat
import sys
from dataclasses import dataclass
from pathlib import Path

from govreg.errors import GovregError, reason
from govreg.model.names import shown

STANDARD_INPUT = "-"
"""The name that stands for standard input."""
LARGEST = 64 * 1024 * 1024
"""The most bytes that a file may have."""
_PIECE = 1024 * 1024


@dataclass(frozen=True)
class Source:
    """A file's name as it was typed, and what is in it."""

    name: str
    content: bytes

    @property
    def ending(self) -> str:
        """The ending of the name in lower case, with its dot; empty for standard input."""
        return "" if self.name == STANDARD_INPUT else Path(self.name).suffix.lower()

    def refused(self, why: str, hint: str = "") -> GovregError:
        """The error that says why this file can't be imported: `why` follows its name."""
        return refused(self.name, why, hint)


def refused(name: str, why: str, hint: str = "") -> GovregError:
    """The error that says why the file `name` can't be imported: `why` follows its name."""
    return GovregError(f"{'Standard input' if name == STANDARD_INPUT else f'“{shown(name, 200)}”'} {shown(why, 300)}.", hint)


def read_source(path: str) -> Source:
    """The file at `path`, or standard input for `-`.

    Raises GovregError if there is none, if it isn't a regular file, if it is larger than LARGEST, or if it can't be read.
    """
    content = _standard_input() if path == STANDARD_INPUT else _file(path)
    if len(content) > LARGEST:
        raise refused(path, f"is larger than {LARGEST // 1024**2} MB", "Split it, or take its pictures out, and import the parts.")
    if not content:
        raise refused(path, "is empty", "Check that it was saved, or copied completely.")
    return Source(path, content)


def _standard_input() -> bytes:
    if sys.stdin is None:
        raise refused(STANDARD_INPUT, "is closed", "Name a file.")
    return sys.stdin.buffer.read(LARGEST + 1)


def _file(path: str) -> bytes:
    flags = os.O_RDONLY
    for flag in ("O_NONBLOCK", "O_NOFOLLOW", "O_CLOEXEC", "O_BINARY"):  # not every system has each
        flags |= getattr(os, flag, 0)
    try:
        handle = os.open(path, flags)
    except (OSError, ValueError) as problem:
        raise _unopened(path, problem) from None
    try:
        facts = os.fstat(handle)
        if stat.S_ISDIR(facts.st_mode):
            raise refused(path, "is a folder", "Name the files in it.")
        if not stat.S_ISREG(facts.st_mode):
            raise refused(path, "is a pipe, socket or device, not a file", "Name a file, or use - for standard input.")
        return _bytes(handle)
    except OSError as problem:
        raise _unopened(path, problem) from None
    finally:
        os.close(handle)


def _bytes(handle: int) -> bytes:
    """The bytes of the open file, and little more than is allowed: it may grow while it is read."""
    read = bytearray()
    while len(read) <= LARGEST and (more := os.read(handle, _PIECE)):
        read += more
    return bytes(read)


def _unopened(path: str, problem: OSError | ValueError) -> GovregError:
    if not isinstance(problem, OSError):  # a zero byte in the name
        return refused(path, "is not a valid file name")
    if problem.errno == errno.ELOOP:
        return refused(path, "is a link", "Name the file that it points to.")
    if isinstance(problem, FileNotFoundError):
        return refused(path, "does not exist", "Check the name and the folder.")
    if isinstance(problem, IsADirectoryError):
        return refused(path, "is a folder", "Name the files in it.")
    return refused(path, f"cannot be read: {reason(problem)}")
