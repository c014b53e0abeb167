"""How every command writes files of a register: under a lock, after finishing an interrupted change; or shows them as a diff."""

import difflib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from govreg.model.names import and_more, listed
from govreg.render.workflow_commands import disarmed
from govreg.session.streams import notify, write_stdout
from govreg.storage.atomic_write import locked
from govreg.storage.plan import FileChange, finish

_MOST_NAMED = 5


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Lock the register in `folder` against other commands, and finish an interrupted change first.

    Raises GovregError if another command is writing, or if the interrupted change can't be finished.
    """
    with locked(folder):
        if finished := finish(folder):
            named = listed(and_more(finished[:_MOST_NAMED], len(finished)))
            notify(f"Finished a change that was interrupted: {named}.")
        yield


def report_written(lines: str) -> None:
    """Print the `lines` that say which files were written, if there are any. Raises GovregError if they can't be printed."""
    write_stdout(disarmed(lines), "The files are written all the same." if lines else "")


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
