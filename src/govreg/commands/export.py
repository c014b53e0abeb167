"""`govreg export`: the register for Excel, for other programs and for databases, and the sheet that partners correct."""

from pathlib import Path
from typing import Annotated

import typer

from govreg.analysis.selection import select
from govreg.errors import GovregError
from govreg.importers.excel.sheet import MOST_CELLS
from govreg.render.formats import FOR_REPORTS
from govreg.session import completion, options
from govreg.session.check import findings_for_audience
from govreg.session.load import LoadedRegister, audience_of, load_register
from govreg.session.output import report_unread, write_report
from govreg.session.resolve import filters
from govreg.session.streams import notify
from govreg.storage.atomic_write import write_output
from govreg.views.export.database import database
from govreg.views.export.report import export as report_of
from govreg.views.partner_sheet import partner_sheet

_MOST_CELLS = MOST_CELLS - 10_000
"""The most cells of a sheet for partners; the rest is for lists, help and what partners add."""
DATABASES = (".sqlite", ".sqlite3", ".db")
"""The endings of a file that holds a database."""


def export(
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            metavar="FILE",
            autocompletion=completion.path,
            help="Write to this file: .xlsx, .csv (the meetings), .json, .sqlite, or another that reports have.",
        ),
    ] = None,
    sheet: Annotated[
        Path | None,
        typer.Option("--sheet", metavar="FILE", autocompletion=completion.path, help="Write a workbook that partners correct (.xlsx)."),
    ] = None,
    participant: options.Participant = None,
    for_: Annotated[
        options.ReportFor | None,
        typer.Option("--for", help="Leave out what the public, or partners, may not see; default: internal, or with --sheet partners."),
    ] = None,
    people: options.People = False,
    register: options.RegisterFolder = None,
    as_at: options.AsAt = None,
    format_: options.FormatOption = None,
    colour: options.ColourOption = options.Colour.AUTO,
    strict: options.Strict = False,
) -> None:
    """Export the register to Excel, CSV, JSON or SQLite.

    --output writes everything: meetings, members, organisations, themes, areas and issues; a CSV file has the meetings.
    --sheet writes a workbook for partners to correct, without internal entries or people's names unless you ask for them;
    “govreg import” takes it back, and overwrites nothing that changed in the register meanwhile.

    \b
    Examples:
      govreg export --output register.xlsx
      govreg export --sheet partners.xlsx --participant "Bristol City Council"
    """
    if sheet is not None and output is not None:
        raise GovregError("--output and --sheet were both given.", "Give one of them: --sheet for partners, --output for everything.")
    if sheet is not None and format_ is not None:
        raise GovregError("--sheet takes no --format: it is always an Excel workbook.", "Leave out --format, or use --output.")
    if sheet is None and output is None and format_ is None:
        raise GovregError("Neither --output nor --sheet was given.", "For example: govreg export --output register.xlsx")
    default = options.ReportFor.PARTNERS if sheet is not None else options.ReportFor.INTERNAL
    opened = load_register(register, as_at, audience_of((for_ or default).value, people=people))
    if sheet is not None:
        _write_sheet(opened, sheet, participant)
    else:
        _write_all(opened, participant, format_, output, colour, people=people)
    raise typer.Exit(report_unread(opened.register, strict=strict))


def _write_sheet(opened: LoadedRegister, file: Path, participant: list[str] | None) -> None:
    if file.suffix.lower() != ".xlsx":
        raise GovregError(f"“{file}” isn't named as an Excel workbook.", "Write --sheet partners.xlsx.")
    from govreg.render.form_xlsx import form_xlsx  # noqa: PLC0415 - it loads slowly, and other exports don't need it

    known = opened.register
    chosen = tuple(row.meeting for row in select(known, filters(known, participant=participant)).rows)
    form = partner_sheet(known, chosen, opened.audience, opened.as_at)
    if form.cells > _MOST_CELLS:
        problem = f"The sheet would have {form.cells:,} cells, and “govreg import” takes {MOST_CELLS:,} at most."
        raise GovregError(problem, "Send it in parts: give each partner the meetings that it sits on, with --participant.")
    write_output(file, form_xlsx(form))
    notify(f"Written: {file}")


def _write_all(
    opened: LoadedRegister,
    participant: list[str] | None,
    format_: options.ReportFormat | None,
    output: Path | None,
    colour: options.Colour,
    *,
    people: bool,
) -> None:
    known = opened.register
    chosen = tuple(row.meeting for row in select(known, filters(known, participant=participant)).rows)
    findings = findings_for_audience(opened)
    if output is None or format_ is not None or output.suffix.lower() not in DATABASES:
        _check_ending(output, format_)
        write_report(report_of(known, chosen, findings, opened.as_at, people=people), format_, output, colour)
        return
    from govreg.render.sqlite_file import sqlite_file  # noqa: PLC0415 - the same

    write_output(output, sqlite_file(database(known, chosen, findings, opened.as_at)))
    notify(f"Written: {output}")


def _check_ending(output: Path | None, format_: options.ReportFormat | None) -> None:
    """Raise GovregError, which names databases too, if the ending of `output` doesn't say what it is to hold."""
    endings = [ending for one in FOR_REPORTS for ending in one.endings]
    if output is not None and format_ is None and output.suffix.lower() not in endings:
        known = ", ".join((*endings, *DATABASES))
        raise GovregError(f"The ending of “{output}” doesn't say which format to write.", f"Use one of {known}, or add --format.")
