"""Prints a report, or writes it to a file, in the chosen format."""

import os
import sys
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from govreg.errors import GovregError
from govreg.render.formats import BY_NAME, FOR_CHARTS, FOR_FINDINGS, FOR_REPORTS, Format, by_ending
from govreg.render.target import Target
from govreg.session.options import Colour
from govreg.session.streams import notify, write_stdout
from govreg.storage.atomic_write import append, write_output

if TYPE_CHECKING:
    from govreg.model.register import Register
    from govreg.report import Report


def write_report(
    report: "Report", format_: StrEnum | None, output: Path | None, colour: Colour = Colour.AUTO, template: bytes | None = None
) -> None:
    """Print `report`, or write it to the file `output`. Raises GovregError if that can't be done."""
    by_its_ending = format_ is None and output is not None  # only then does it matter whether there are charts
    chosen = _chosen(FOR_CHARTS if by_its_ending and report.charts else FOR_REPORTS, format_, output)
    _write(report, chosen, output, colour, template)


def report_format(format_: StrEnum | None, output: Path | None) -> Format:
    """The format of a report: as asked for, else by the ending of `output`, else a table. Raises GovregError for an unknown ending."""
    return _chosen(FOR_REPORTS, format_, output)


def findings_format(format_: StrEnum | None, output: Path | None) -> Format:
    """The format for findings: as asked for, else by the ending of `output`, else annotations in GitHub's Actions."""
    if format_ is None and output is None and os.environ.get("GITHUB_ACTIONS") == "true":
        return BY_NAME["github"]
    return _chosen(FOR_FINDINGS, format_, output)


def write_findings(report: "Report", chosen: Format, output: Path | None, colour: Colour = Colour.AUTO) -> None:
    """Print or write a report of findings; in GitHub's Actions with a summary for the step."""
    _write(report, chosen, output, colour)
    if chosen is BY_NAME["github"] and (summary := os.environ.get("GITHUB_STEP_SUMMARY")):
        from govreg.render.github_text import step_summary  # noqa: PLC0415 - a format is loaded when it is asked for

        append(Path(summary), step_summary(report).encode())


def _chosen(formats: tuple[Format, ...], format_: StrEnum | None, output: Path | None) -> Format:
    """The format that was asked for, else the one of `formats` for the ending of `output`, else a table."""
    if format_ is not None:
        return BY_NAME[format_.value]
    return by_ending(formats, output) if output is not None else BY_NAME["table"]


def _write(report: "Report", chosen: Format, output: Path | None, colour: Colour, template: bytes | None = None) -> None:
    if chosen.takes == "table":
        _check_table(report, chosen)
    if chosen.takes == "charts" and not report.charts:
        raise GovregError("There is no chart here to draw.", "Use --format table, html, markdown or json.")
    content = chosen.render(report, replace(_target(output, colour), template=template))
    if output is not None:
        pieces = (content,) if isinstance(content, str | bytes) else content
        write_output(output, (one if isinstance(one, bytes) else one.encode(errors="backslashreplace") for one in pieces))
        notify(f"Written: {output}")
        return
    if isinstance(content, bytes):
        raise GovregError(f"{chosen.name} is not text, so it can't be printed.", f"Add --output report{chosen.endings[0]}.")
    for piece in (content,) if isinstance(content, str) else content:
        write_stdout(piece)


def _check_table(report: "Report", chosen: Format) -> None:
    """Raise GovregError if `report` has no table; if it has several, say on standard error which one is written."""
    if report.table is None:
        raise GovregError(f"There is no table here for {chosen.name.upper()}.", "Use --format html, markdown or json.")
    if report.table_note:
        notify(f"This {chosen.name.upper()} has {report.table_note}.", "For the other tables use --format html, markdown or json.")


def _target(output: Path | None, colour: Colour) -> Target:
    if output is not None:
        return Target(is_file=True)
    at_terminal = _is_terminal() or colour is Colour.ALWAYS
    return Target(width=_columns_in_environment() or (_terminal_width() if at_terminal else None), colour=at_terminal and _coloured(colour))


def _is_terminal() -> bool:
    return sys.stdout is not None and sys.stdout.isatty()


def _columns_in_environment() -> int | None:
    """The width in the environment variable COLUMNS, which counts for a pipe too; None or 0 if it isn't set."""
    columns = os.environ.get("COLUMNS", "")
    return int(columns) if columns.isascii() and columns.isdigit() and int(columns) <= 1000 else None  # noqa: PLR2004 - wider is no terminal


def _terminal_width() -> int:
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or 80
    except (OSError, ValueError):
        return 80


def _coloured(colour: Colour) -> bool:
    """Whether to colour: as asked for, else unless NO_COLOR is set or the terminal is dumb."""
    if colour is not Colour.AUTO:
        return colour is Colour.ALWAYS
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def report_long_entries(register: "Register") -> None:
    """Say on standard error how many entries have more words than are compared."""
    from govreg.views.long_entries import long_entries  # noqa: PLC0415 - `list` compares no words

    longer, sentence = long_entries(register)
    if longer:
        off = "GR326" in register.settings.findings_off
        notify(sentence, "" if off else f"“govreg validate” names {'it' if longer == 1 else 'them'}.")


def report_unread(register: "Register", *, strict: bool) -> int:
    """Say on standard error how many files could not be read; give the exit status, which is 1 for any only if `strict`."""
    if not register.unread:
        return 0
    several = len(register.unread) > 1
    files, have, are = (f"{len(register.unread):,} files", "have", "are") if several else ("1 file", "has", "is")
    missing = "" if register.organisations.complete else f" or {are} missing,"
    notify(f"{files} {have} errors{missing} and {are} left out.", "“govreg validate” says what is wrong.")
    return 1 if strict else 0
