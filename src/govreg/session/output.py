"""The only place that prints a report or writes it to a file."""

import os
import sys
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from govreg.errors import GovregError
from govreg.model.names import shown
from govreg.render.workflow_commands import disarmed
from govreg.session.options import Colour, FindingsFormat, Format

if TYPE_CHECKING:
    from govreg.model.register import Register
    from govreg.report import Report

_ENDINGS = {".json": "json", ".csv": "csv", ".md": "markdown", ".txt": "table", ".sarif": "sarif", ".xml": "junit"}
_NARROWEST = 40
"""Columns of a terminal under which tables are printed plain: there they would be all breaks."""

_LONGEST_SAID = 4000

BROKEN_PIPE_STATUS = 141
"""The exit status where the reader of a pipe went away, as shells give it for SIGPIPE."""


def write_report(report: "Report", format_: Format | None, output: Path | None, colour: Colour = Colour.AUTO) -> None:
    """Print `report`, or write it to the file `output`. Raises GovregError if that can't be done."""
    _write(report, format_ or _by_ending(Format, output), output, colour)


def write_findings(report: "Report", format_: FindingsFormat | None, output: Path | None, colour: Colour = Colour.AUTO) -> None:
    """The same for a report of findings, which CI takes in formats of its own."""
    _write(report, format_ or _by_ending(FindingsFormat, output), output, colour)


FormatT = TypeVar("FormatT", bound=StrEnum)


def _by_ending(formats: type[FormatT], output: Path | None) -> FormatT:
    """The one of `formats` that the ending of `output` says, a table where there is none. Raises GovregError if it says none."""
    known = {ending: formats(name) for ending, name in _ENDINGS.items() if name in list(formats)}
    found = formats("table") if output is None else known.get(output.suffix.lower())
    if found is None:
        raise GovregError(f"What should “{output}” hold? Its ending doesn't say.", f"Use one of {', '.join(known)}, or add --format.")
    return found


def _write(report: "Report", chosen: StrEnum, output: Path | None, colour: Colour) -> None:
    if output is None and chosen == Format.JSON:
        from govreg.render.json_text import json_pieces

        for piece in json_pieces(report.data()):
            write_stdout(piece)
        return
    if output is None:
        write_stdout(rendered(report, chosen, colour))
        return
    from govreg.render.csv_text import BYTE_ORDER_MARK
    from govreg.storage.atomic_write import write_output

    mark = BYTE_ORDER_MARK if chosen == Format.CSV else ""
    write_output(output, (mark + rendered(report, chosen, Colour.NEVER, to_file=True)).encode(errors="backslashreplace"))
    notify(f"Written: {output}")


def rendered(report: "Report", format_: StrEnum, colour: Colour, *, to_file: bool = False) -> str:
    """`report` in `format_`. Raises GovregError if it has no table and `format_` needs one."""
    match format_.value:
        case "json":
            from govreg.render.json_text import json_text

            return json_text(report.data())
        case "csv":
            from govreg.render.csv_text import csv_text

            if report.table is None:
                raise GovregError("This has no table to put out as CSV.", "Use --format markdown or json.")
            if report.sheet_note:
                notify(f"This CSV holds {report.sheet_note}")
            return csv_text(report.table)
        case "markdown":
            from govreg.render.markdown_text import markdown_text as text
        case "github":
            from govreg.render.github_text import github_text as text
        case "sarif":
            from govreg.render.sarif_text import sarif_text as text
        case "junit":
            from govreg.render.junit_text import junit_text as text
        case _:
            return _table(report, colour, to_file=to_file)
    return text(report)


def _table(report: "Report", colour: Colour, *, to_file: bool) -> str:
    if not to_file and (_is_terminal() or colour is Colour.ALWAYS) and (width := _width()) >= _NARROWEST:
        from govreg.render.terminal import terminal

        return terminal(report, width, colour=_coloured(colour))
    from govreg.render.plain import plain

    return plain(report)


def write_stdout(text: str) -> None:
    """Write `text` to standard output. Ends the program if its reader went away; raises GovregError if it can't be written."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        _discard_buffered()
        raise SystemExit(BROKEN_PIPE_STATUS) from None
    except (AttributeError, OSError, ValueError) as problem:  # closed, or on a full disk
        _discard_buffered()
        reason = problem.strerror if isinstance(problem, OSError) and problem.strerror else "it is closed"
        raise GovregError(f"Standard output cannot be written: {reason.lower()}.") from None


def _discard_buffered() -> None:
    """Let what is still to be written go nowhere, so that the end of the program doesn't fail on it again."""
    with suppress(AttributeError, OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def notify(message: str, hint: str = "") -> None:
    """Say something to the person on standard error, in one line: a line break in a name begins none there."""
    write_stderr(shown(f"govreg: {message}" + (f" {hint}" if hint else ""), longest=_LONGEST_SAID))


def write_stderr(text: str) -> None:
    """Put `text` on standard error, if somebody listens there.

    What was typed, or is a file's name, steers neither a terminal nor a workflow's runner.
    """
    if sys.stderr is None:
        return
    lines = "\n".join(shown(line, longest=_LONGEST_SAID) for line in text.split("\n"))
    with suppress(OSError, ValueError):
        print(disarmed(lines), file=sys.stderr, flush=True)


def _is_terminal() -> bool:
    return sys.stdout is not None and sys.stdout.isatty()


def _width() -> int:
    asked = os.environ.get("COLUMNS", "")
    if asked.isdigit() and 0 < int(asked) <= 1000:  # noqa: PLR2004 - wider is no terminal
        return int(asked)
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or 80
    except (OSError, ValueError):
        return 80


def _coloured(colour: Colour) -> bool:
    """Whether to colour: as asked for, else unless NO_COLOR is set or the terminal is dumb."""
    if colour is not Colour.AUTO:
        return colour is Colour.ALWAYS
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def report_unread(register: "Register", *, strict: bool) -> int:
    """Say on standard error what could not be read; the exit status of a question is 1 for it only if `strict`."""
    if not register.unread:
        return 0
    several = len(register.unread) > 1
    files, have, are = (f"{len(register.unread)} files", "have", "are") if several else ("1 file", "has", "is")
    missing = "" if register.organisations.complete else f" or {are} missing,"
    notify(f"{files} {have} errors{missing} and {are} not in this.", "“govreg validate” says what is wrong.")
    return 1 if strict else 0
