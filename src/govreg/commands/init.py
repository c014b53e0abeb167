"""`govreg init`: start a register in a new folder."""

from pathlib import Path
from typing import Annotated

import typer

from govreg.errors import GovregError
from govreg.session import completion
from govreg.session.entry_words import check_typed
from govreg.session.file_changes import report_written
from govreg.session.new_register import WORKFLOW, create_register, is_top_of_repository, register_files
from govreg.session.streams import notify, write_stdout


def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", autocompletion=completion.path, help="The folder to create.")],
    name: Annotated[
        str | None, typer.Option("--name", metavar="NAME", help="What to call the register (default: the folder's name).")
    ] = None,
    organisation: Annotated[
        list[str] | None, typer.Option("--organisation", metavar="NAME", help="An organisation to begin with. Repeatable.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="List the files that would be created, and write nothing.")] = False,
) -> None:
    """Start a register in a new folder.

    The register is empty but valid. With it come a README, settings that stop VS Code from reformatting the files, and a check that runs on
    GitHub, should you keep the register there.

    \b
    Examples:
      govreg init partnerships --name "Partnership meetings"
      govreg init partnerships --organisation "County Council" --organisation "Fire and Rescue Service"
    """
    title = check_typed("name", name if name is not None else folder.resolve().name).strip()
    if not title or "\n" in title:
        raise GovregError("The name is blank or has several lines.", 'Give one with --name "Partnership meetings"')
    workflow = is_top_of_repository(folder)
    names = [check_typed("name", one) for one in organisation or ()]
    if any(not one.strip() or "\n" in one for one in names):
        raise GovregError("The name of an organisation is blank or has several lines.", "Write it on one line.")
    files = register_files(title, names, workflow=workflow)
    if dry_run:
        write_stdout("".join(f"Would create {file}\n" for file in files))
        return
    report_written("".join(f"Created {file}\n" for file in create_register(folder, files)))
    if workflow:
        notify(f"{WORKFLOW} checks each change on GitHub once you replace OWNER and COMMIT in it; its first line says with what.")
    add = f'"NAME OF A MEETING" --lead "{names[0]}"' if names else 'organisation "YOUR ORGANISATION"'
    notify("Done.", f"Next: cd {folder} && govreg new {add}")
    notify(f"If the meetings are in a spreadsheet or a paper: cd {folder} && govreg import FILE")
