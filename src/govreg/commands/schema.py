"""`govreg schema`: JSON Schema of the register's files, with the register's own ids, for editors."""

import json
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from govreg.model.json_schema import FILE_KINDS, json_schema
from govreg.session import completion, options
from govreg.session.load import load_register
from govreg.session.streams import notify, write_stdout
from govreg.storage.atomic_write import write_output

Kind = StrEnum("Kind", [(kind, kind) for kind in FILE_KINDS])  # type: ignore[misc] # the model has them


def schema(
    kind: Annotated[
        Kind | None, typer.Argument(metavar="FILE-KIND", help=f"{', '.join(FILE_KINDS)}; leave it out for all of them.")
    ] = None,
    register: options.RegisterFolder = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            metavar="FILE",
            autocompletion=completion.path,
            help="Write to this file, not to the screen; an old file is replaced.",
        ),
    ] = None,
) -> None:
    """Write JSON Schema of the register's files for editors.

    An editor then offers the fields with what they mean, and the ids of the organisations, themes, areas and meetings in this register.
    Write it again when these change.

    \b
    Examples:
      govreg schema meeting --output meeting.schema.json
      govreg schema
    """
    known = load_register(register).register
    schemas: dict[str, object] = {one: json_schema(one, known) for one in FILE_KINDS if kind is None or one == kind.value}
    made = schemas if kind is None else schemas[kind.value]
    text = json.dumps(made, ensure_ascii=False, indent=2) + "\n"
    if output is None:
        write_stdout(text)
        return
    write_output(output, text.encode())
    notify(f"Written: {output}")
