"""Standard output and standard error: the only place that writes to them."""

import io
import os
import sys
from contextlib import suppress
from typing import TextIO

from govreg.errors import GovregError
from govreg.model.names import shown
from govreg.render.workflow_commands import disarmed

BROKEN_PIPE_STATUS = 141
"""The exit status where the reader of a pipe went away, as shells give it for SIGPIPE."""

_LONGEST_LINE = 4000
"""The most characters of a line on standard error."""


def use_utf8() -> None:
    """Print UTF-8 whatever the locale; what it can't encode, such as half of a surrogate pair in a file name, is escaped."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        newline = "\n" if name == "stdout" else None
        if isinstance(getattr(stream, "buffer", None), io.RawIOBase):
            # PYTHONUNBUFFERED or python -u: unbuffered, Python drops what the system didn't take at once; a buffer writes it again
            stream = io.TextIOWrapper(io.BufferedWriter(stream.buffer), line_buffering=True)
            setattr(sys, name, stream)
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline=newline)


def write_stdout(text: str, hint: str = "") -> None:
    """Write `text` to standard output.

    Ends the program if its reader went away; raises GovregError, with `hint`, if it can't be written.
    """
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        _discard_buffered(sys.stdout)
        raise SystemExit(BROKEN_PIPE_STATUS) from None
    except (AttributeError, OSError, ValueError) as problem:  # closed, or on a full disk
        _discard_buffered(sys.stdout)
        reason = problem.strerror if isinstance(problem, OSError) and problem.strerror else "it is closed"
        raise GovregError(f"Standard output can't be written: {reason.lower()}.", hint) from None


def _discard_buffered(stream: TextIO) -> None:
    """Discard what `stream` still has to write: when the program ends, Python would fail on it again, and make the status 120."""
    with suppress(AttributeError, OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def notify(message: str, hint: str = "") -> None:
    """Print a message on standard error, in one line even if a name has a line break in it."""
    write_stderr(shown(f"govreg: {message}" + (f" {hint}" if hint else ""), longest=_LONGEST_LINE))


def write_stderr(text: str) -> None:
    """Print `text` on standard error, if it can be written: the exit status never depends on it.

    Control characters and workflow commands in it are disarmed, as it may hold what was typed, or the name of a file.
    """
    if sys.stderr is None:
        return
    lines = "\n".join(shown(line, longest=_LONGEST_LINE) for line in text.split("\n"))
    try:
        print(disarmed(lines), file=sys.stderr, flush=True)
    except (OSError, ValueError):
        _discard_buffered(sys.stderr)
