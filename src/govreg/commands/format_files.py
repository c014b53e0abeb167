"""`govreg format`: one way to write each file, so that a change shows what changed and nothing else."""

from typing import Annotated

import typer

from govreg.model.names import and_more, listed, many
from govreg.render.workflow_commands import disarmed
from govreg.session import options
from govreg.session.file_changes import report_written, unified_diff, writing
from govreg.session.format_register import FormatResult, format_register
from govreg.session.load import find_register, load_register
from govreg.session.selected_files import selected_files
from govreg.session.streams import notify, write_stdout
from govreg.storage.layout import display_name
from govreg.storage.plan import carry_out

_MOST_NAMED = 5


def format_files(
    files: options.FilesToWrite = None,
    check: Annotated[bool, typer.Option("--check", help="Write nothing, and exit with 1 if a file would change.")] = False,
    dry_run: options.DryRun = False,
    register: options.RegisterFolder = None,
) -> None:
    """Put fields in order, and quote ambiguous values.

    Fields are put in the order of docs/file-format.md, each with its comments, and line endings become LF. Texts, and values in brackets,
    stay as they are.

    \b
    Examples:
      govreg format --check
      govreg format register/meetings
    """
    folder = find_register(register)
    asked = selected_files(files or (), folder)
    if check or dry_run:
        result = format_register(load_register(folder), asked)
        write_stdout(disarmed(unified_diff(result.changes) if dry_run else _names(result)))
        _report(result, "would change")
        raise typer.Exit(1 if check and result.changes else 0)
    with writing(folder):
        result = format_register(load_register(folder), asked)
        carry_out(folder, result.changes)
    report_written(_names(result))
    _report(result, "changed")


def _names(result: FormatResult) -> str:
    return "".join(f"{display_name(one.file)}\n" for one in result.changes)


def _report(result: FormatResult, verb: str) -> None:
    count = len(result.changes)
    notify(f"{many(count, 'file')} {verb}." if count else "Every file is formatted already.")
    if result.unread:
        named = and_more(result.unread[:_MOST_NAMED], len(result.unread))
        are = "are left as they are" if len(result.unread) > 1 else "is left as it is"
        notify(f"{listed(named)} {are}, since {'they have' if len(result.unread) > 1 else 'it has'} errors.", "See “govreg validate”.")
