"""Open the register for a command: find it, read it, and settle what day it is looked at."""

import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from govreg.diagnostics.syntax import missing_file
from govreg.errors import GovregError
from govreg.model.dates import is_date, last_day
from govreg.model.names import shown
from govreg.model.register import Register
from govreg.storage.folder import VARIABLE, find
from govreg.storage.reader import ReadResult, read_tree
from govreg.storage.tree import FolderTree, Tree


@dataclass(frozen=True)
class LoadedRegister:
    """A register that was read, where it lies, and the day that it is looked at."""

    folder: Path
    result: ReadResult
    as_at: str
    """The day as it was said: by `--as-at`, by the register, or by the computer's calendar."""
    tree: Tree
    """Where it was read from."""

    @property
    def register(self) -> Register:
        """What could be read of it."""
        return self.result.register

    @property
    def missing(self) -> tuple[str, ...]:
        """The files that a register must have and this one lacks."""
        return tuple(found.file for found in self.result.findings if found.code == missing_file.code)

    @property
    def today(self) -> date:
        """The day that rules about dates go by."""
        return last_day(self.as_at)


def load_revision(opened: LoadedRegister, revision: str) -> LoadedRegister:
    """The same register as it was at a git revision, looked at on the same day. Raises GovregError if there is none."""
    from govreg.storage.revision import revision_tree

    tree = revision_tree(opened.folder, revision)
    return LoadedRegister(opened.folder, read_tree(tree), opened.as_at, tree)


def load_register(folder: str | Path | None = None, as_at: str | None = None) -> LoadedRegister:
    """Find and read the register. Raises GovregError if there is none, or if `as_at` is no date."""
    if as_at is not None and not is_date(as_at):
        raise GovregError(f"“{shown(as_at)}” is no date (--as-at).", "Write it as 2016-11-10, 2016-11 or 2016.")
    found = find(Path(folder) if folder is not None else None, os.environ.get(VARIABLE))
    tree = FolderTree(found)
    reading = read_tree(tree)
    today = date.today().isoformat()  # noqa: DTZ011 - the reader's own calendar is meant
    return LoadedRegister(found, reading, as_at or reading.register.as_at or today, tree)
