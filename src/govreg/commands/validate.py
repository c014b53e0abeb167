"""`govreg validate`: every finding in the register, with what to write instead."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from govreg.model.names import shown
from govreg.rules.catalogue import every_rule
from govreg.session import completion, options
from govreg.session.check import check_register
from govreg.session.findings_since import findings_since
from govreg.session.load import load_register
from govreg.session.output import findings_format, write_findings
from govreg.session.revision import load_revision
from govreg.session.selected_files import is_selected, selected_files
from govreg.storage import paths
from govreg.storage.folder import repository
from govreg.views.findings import FindingsResult, findings


class FailOn(StrEnum):
    """What makes the exit status 1."""

    ERROR = "error"
    WARNING = "warning"


def validate(
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="FILE",
            readable=False,
            autocompletion=completion.path,
            help="Only problems in, or because of, these files or folders of the register.",
        ),
    ] = None,
    fail_on: Annotated[FailOn, typer.Option("--fail-on", help="Exit with 1 on an error, or on a warning too.")] = FailOn.ERROR,
    base: options.Base = None,
    register: options.RegisterFolder = None,
    as_at: options.AsAt = None,
    format_: options.FindingsFormatOption = None,
    output: options.OutputFile = None,
    colour: options.ColourOption = options.Colour.AUTO,
) -> None:
    """Check the register, and say how to fix each problem.

    Nothing is changed. The exit status is 1 if there are errors; with --base, if there are new ones.

    \b
    Examples:
      govreg validate
      govreg validate register/meetings/local-meetings.yaml --fail-on warning
    """
    opened = load_register(register, as_at)
    asked = selected_files(files or (), opened.folder)
    inspection = check_register(opened)
    found = inspection.findings
    if base is not None:
        found = findings_since(opened, inspection, load_revision(opened, base))
    if asked:
        found = tuple(one for one in found if any(is_selected(file, asked) for file in (one.file, *(other.file for other in one.related))))
    chosen = findings_format(format_, output)
    shown_folder = _folder_in_repository(opened.folder) if chosen.takes == "findings" else _shown_folder(opened.folder)
    codes = {one.code for one in found}
    titles = {rule.code: rule.doc.title for rule in every_rule() if rule.code in codes}
    report = findings(
        FindingsResult(found, asked, shown_folder, titles, shown(base) if base is not None else None),
        opened.register,
        opened.as_at,
        inspection.line,
    )
    write_findings(report, chosen, output, colour)
    failing = {"error"} if fail_on is FailOn.ERROR else {"error", "warning"}
    raise typer.Exit(1 if any(one.severity in failing for one in found) else 0)


def _folder_in_repository(folder: Path) -> str:
    """The register's folder from the top of its repository, as a prefix for the files in it: what CI knows files by."""
    top = repository(folder)
    return _shown_folder(folder) if top is None else _prefix(paths.resolve(folder).relative_to(top).as_posix())


def _shown_folder(folder: Path) -> str:
    """The register's folder from here, as a prefix for the files in it."""
    return _prefix(paths.from_here(folder))


def _prefix(folder: str) -> str:
    return "" if folder == "." else f"{shown(folder, longest=1000)}/"
