"""A file that is given on the command line, such as a template: read whole, without waiting on a pipe or reading without end."""

import os
import stat
from pathlib import Path

from govreg.errors import GovregError, reason
from govreg.storage.paths import shown_path


def read_given(path: Path, largest: int) -> bytes:
    """The bytes of `path`. Raises GovregError if it is no regular file, has more than `largest` bytes, or can't be read."""
    named = shown_path(path)
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with open(handle, "rb") as file:  # noqa: PTH123 - it is open already
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise GovregError(f"“{named}” is not a file.", "Name a file.")
            content = file.read(largest + 1)
    except OSError as problem:
        raise GovregError(f"“{named}” can't be read: {reason(problem)}.", "Check its name.") from None
    if len(content) > largest:
        raise GovregError(f"“{named}” has more than {largest // 1024 // 1024} MiB.", "Name a smaller file.")
    return content
