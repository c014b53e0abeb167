"""Changes of a register's files that stand on their own, one by one: shown as a unified diff, or written."""

import difflib
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from govreg.storage.atomic_write import remove, rewrite


class FileChange(NamedTuple):
    """What a file of the register held when it was read, and what it is to hold; None where there is no such file."""

    file: str
    old: bytes | None
    new: bytes | None


def write_changes(folder: Path, changes: Sequence[FileChange]) -> None:
    """Make the changes in the register in `folder`, which the caller has locked; a file that moves is there twice, never not at all.

    Raises GovregError if a file was changed since it was read, or can't be written; those before it are changed then.
    """
    for change in sorted(changes, key=lambda change: change.new is None):
        if change.new is not None:
            rewrite(folder / change.file, change.new, was=change.old)
        elif change.old is not None:
            remove(folder / change.file, was=change.old)


def unified_diff(changes: Sequence[FileChange]) -> str:
    """The changes as `diff -u` and git show them."""
    pieces: list[str] = []
    for change in changes:
        before, after = (_lines(content) for content in (change.old, change.new))
        names = ("/dev/null" if change.old is None else f"a/{change.file}", "/dev/null" if change.new is None else f"b/{change.file}")
        lines = difflib.unified_diff(before, after, *names)
        pieces += (line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)
    return "".join(pieces)


def _lines(content: bytes | None) -> list[str]:
    """The lines of `content` with their ends; only a line feed ends one, as in git."""
    text = (content or b"").decode("utf-8", "backslashreplace")
    return [f"{line}\n" for line in text.split("\n")[:-1]] + ([last] if (last := text.rpartition("\n")[2]) else [])
