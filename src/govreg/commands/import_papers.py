"""`govreg import`: meetings from Word, Excel, CSV and plain text into the register, as a plan that is shown first."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated

import typer

from govreg.analysis.importing.plan import ImportPlan
from govreg.errors import GovregError
from govreg.model.edits import RegisterChange
from govreg.session import completion, options
from govreg.session.change import change_register
from govreg.session.import_decisions import ImportRequest, columns_of
from govreg.session.importing import change_of, plan_import, read_documents, undecided_in_words
from govreg.session.load import LoadedRegister, load_register
from govreg.session.output import report_unread, write_report
from govreg.session.partner_sheet import SheetImport, check_answer, import_sheet, sheet_among
from govreg.session.streams import notify
from govreg.storage.folder import MissingRegisterError
from govreg.views.import_plan import import_plan
from govreg.views.partner_merge import counted, needs_attention, sheet_report

_ONLY_MEETINGS = "Only the table of meetings is read. “govreg export --sheet” makes a workbook with seats, which is read too."


def import_papers(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE …", autocompletion=completion.path, help="Word (.docx), Excel (.xlsx), CSV or text; - reads text."),
    ],
    write: Annotated[bool, typer.Option("--write", help="Carry out the plan; without this, it is only shown.")] = False,
    map_: Annotated[
        list[str] | None,
        typer.Option("--map", metavar="LABEL=FIELD", help="What a label of yours means; the register remembers it. Repeatable."),
    ] = None,
    same_as: Annotated[
        list[str] | None,
        typer.Option("--as", metavar="TITLE=MEETING", help="Which meeting of the register a title in the file is, or =new. Repeatable."),
    ] = None,
    take: Annotated[
        list[str] | None,
        typer.Option(
            "--take",
            metavar="SIDE",
            help="Whose value counts where both have one: file or register; for one meeting MEETING=file, "
            "for one field MEETING.FIELD=file. Repeatable.",
        ),
    ] = None,
    answer: Annotated[
        Path | None,
        typer.Option(
            "--answer",
            metavar="FILE",
            autocompletion=completion.path,
            help="For a sheet of “govreg export --sheet”: write it to this file, with what became of each row.",
        ),
    ] = None,
    people: Annotated[bool, typer.Option("--people", help="Keep the names of persons; else only their posts.")] = False,
    dry_run: options.DryRun = False,
    register: options.RegisterFolder = None,
    as_at: options.AsAt = None,
    format_: options.FormatOption = None,
    output: options.OutputFile = None,
    colour: options.ColourOption = options.Colour.AUTO,
    strict: options.Strict = False,
) -> None:
    """Import meetings from Word, Excel, CSV or plain text.

    It finds the meetings in tables and lists, and shows what would be added to the register or changed in it, what you have to decide, and
    what it didn't understand. Nothing is written until you add --write, and nothing that the register already has is overwritten unless
    you say so with --take.

    A sheet of “govreg export --sheet” is merged cell by cell: what the partner changed is taken, and what changed in the register too
    since the sheet was made is a conflict, which is shown and never overwritten. --answer writes the sheet that you send back.

    \b
    Examples:
      govreg import governance-paper.docx
      govreg import meetings.xlsx --map "Meets=frequency" --take file --write
      govreg import partners.xlsx --write --answer answer.xlsx
    """
    try:
        loaded = load_register(register, as_at)
    except MissingRegisterError as problem:
        raise GovregError(problem.message, 'Start one: govreg init partnerships --name "Partnership meetings"') from None
    columns = columns_of(map_ or ())
    documents = read_documents(files)
    sheet = sheet_among(documents, take or (), {"--map": map_, "--as": same_as, "--people": people})
    check_answer(answer, files[0], sheet)
    if sheet is not None:
        sheet_import = SheetImport(files[0], sheet, write, dry_run, answer)
        remarks = documents[0].remarks if sheet.table is None else (*documents[0].remarks, _ONLY_MEETINGS)
        _import_sheet(sheet_import, loaded, remarks, format_, output, colour)
        raise typer.Exit(report_unread(loaded.register, strict=strict))
    request = ImportRequest(documents, columns, tuple(same_as or ()), tuple(take or ()), people)
    if not write and not dry_run:
        plan = plan_import(loaded, request)
        typed = _typed(register, as_at, {"--map": map_, "--as": same_as, "--take": take}, people=people)
        write_report(import_plan(loaded.register, plan, [one.file for one in request.documents], typed), format_, output, colour)
        raise typer.Exit(report_unread(loaded.register, strict=strict))
    if format_ is not None or output is not None:
        raise GovregError("--write and --dry-run print files, not the plan.", "Leave out --format and --output.")

    plans: list[ImportPlan] = []

    def decide(current: LoadedRegister) -> RegisterChange:
        plans.append(plan_import(current, request))
        return change_of(current, request, plans[-1])

    done = change_register(register, as_at, decide, dry_run=dry_run)
    if waiting := undecided_in_words(plans[-1]):
        notify(waiting, "“govreg import” without --write shows each question and its options.")
    if done.written:
        notify("Imported.", "Next: govreg validate")


def _typed(register: Path | None, as_at: str | None, repeated: Mapping[str, Sequence[str] | None], *, people: bool) -> list[str]:
    """The options that the person typed and that the next command needs too."""
    typed = [word for option, values in repeated.items() for value in values or () for word in (option, value)]
    typed += ["--people"] if people else []
    typed += ["--register", str(register)] if register is not None else []
    return typed + (["--as-at", str(as_at)] if as_at is not None else [])


def _import_sheet(
    request: SheetImport,
    loaded: LoadedRegister,
    remarks: Sequence[str],
    format_: options.ReportFormat | None,
    output: Path | None,
    colour: options.Colour,
) -> None:
    """Merge a partners' sheet: show what it changes, or write it."""
    if not request.write and not request.dry_run:
        result = import_sheet(request, loaded)
        write_report(sheet_report(result, str(request.file), remarks), format_, output, colour)
        return
    if format_ is not None or output is not None:
        raise GovregError("--write and --dry-run print files, not what the sheet changes.", "Leave out --format and --output.")
    result = import_sheet(request, loaded)
    notify(f"{counted(result)}.", "“govreg import” without --write shows each." if needs_attention(result) else "")
