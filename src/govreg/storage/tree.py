"""Where a register is read from: a tree of names and bytes, of which a folder on the disk is one."""

import errno
import os
import stat
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple, Protocol

from govreg.diagnostics import syntax
from govreg.diagnostics.rule import ReaderRule
from govreg.diagnostics.syntax import LARGEST
from govreg.errors import reason
from govreg.values import dataclass


class EntryType(StrEnum):
    """The kind of an entry of a folder."""

    FILE = "file"
    FOLDER = "folder"
    LINK = "link"
    OTHER = "pipe, socket or device"


class TreeEntry(NamedTuple):
    """One name in a folder of a tree."""

    name: str
    type: EntryType


class UnreadableFileError(Exception):
    """A file of a tree can't be read: the problem, and `why` in a few words."""

    def __init__(self, rule: ReaderRule[[str]], why: str) -> None:
        super().__init__(why)
        self.problem = rule(why)
        self.why = why


class Tree(Protocol):
    """Names and bytes, with `/` between the parts of a name."""

    def entries(self, folder: str) -> Sequence[TreeEntry]:
        """The entries of `folder` (`""` is the top), sorted by name; none if there is no such folder.

        Raises UnreadableFileError if there is one that can't be listed.
        """
        ...

    def read(self, name: str) -> bytes:
        """The bytes of the file `name`. Raises UnreadableFileError if it is no regular file, too large, or can't be read."""
        ...


@dataclass(frozen=True)
class FolderTree:
    """A folder on the disk, read without following a link, waiting on a pipe or reading without end."""

    root: Path

    def entries(self, folder: str) -> Sequence[TreeEntry]:
        """The entries of `folder`, sorted by name."""
        path = self.root / folder
        try:
            if folder and path.is_symlink():
                return ()
            with os.scandir(path) as found:
                return sorted((TreeEntry(entry.name, _type(entry)) for entry in found), key=lambda entry: entry.name)
        except (FileNotFoundError, NotADirectoryError):
            return ()
        except OSError as problem:
            raise UnreadableFileError(syntax.unreadable, reason(problem)) from None

    def read(self, name: str, largest: int = LARGEST) -> bytes:
        """The bytes of the file `name`, if there are no more than `largest`."""
        try:
            handle = os.open(os.path.join(self.root, name), _FLAGS)  # noqa: PTH118 - a path of its own for each file takes four times as long
        except OSError as problem:
            if problem.errno == errno.ELOOP:
                raise UnreadableFileError(syntax.not_a_file, f"it is a {EntryType.LINK}") from None
            raise UnreadableFileError(syntax.unreadable, reason(problem)) from None
        try:
            facts = os.fstat(handle)
            if not stat.S_ISREG(facts.st_mode):
                raise UnreadableFileError(syntax.not_a_file, f"it is a {_type_of_mode(facts.st_mode)}")
            content = b"" if facts.st_size > largest else _bytes(handle, facts.st_size, largest)
        except OSError as problem:
            raise UnreadableFileError(syntax.unreadable, reason(problem)) from None
        finally:
            os.close(handle)
        if (size := max(len(content), facts.st_size)) > largest:
            raise UnreadableFileError(syntax.too_large, f"it has {size:,} bytes")
        return content


def _bytes(handle: int, size: int, largest: int) -> bytes:
    """The bytes of the open file, which had `size` of them, up to one more than is allowed: it may grow while it is read.

    Python makes room for all that is asked for, so no more is asked for than there may be.
    """
    read = os.read(handle, size + 1)
    while len(read) <= largest and (more := os.read(handle, min(_MORE, largest + 1 - len(read)))):
        read += more
    return read


_MORE = 64 * 1024
"""How many bytes are asked for beyond those that a file had when it was opened."""

_FLAGS = os.O_RDONLY | sum(getattr(os, flag, 0) for flag in ("O_NONBLOCK", "O_NOFOLLOW", "O_CLOEXEC", "O_BINARY"))
"""How a file is opened: never waiting, never through a link. Not every system has each of the flags."""


def _type(entry: os.DirEntry[str]) -> EntryType:
    try:
        if entry.is_symlink():
            return EntryType.LINK
        if entry.is_dir(follow_symlinks=False):
            return EntryType.FOLDER
        return EntryType.FILE if entry.is_file(follow_symlinks=False) else EntryType.OTHER
    except OSError:
        return EntryType.OTHER


def _type_of_mode(mode: int) -> EntryType:
    return EntryType.FOLDER if stat.S_ISDIR(mode) else EntryType.OTHER
