"""The options that commands share, each declared once."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, get_args

import typer

from govreg.model import meeting
from govreg.render.formats import FOR_CHARTS, FOR_FINDINGS, FOR_REPORTS
from govreg.session import completion

ReportFormat = StrEnum("ReportFormat", [(one.name, one.name) for one in FOR_REPORTS])  # type: ignore[misc] # the registry has them
ChartFormat = StrEnum("ChartFormat", [(one.name, one.name) for one in FOR_CHARTS])  # type: ignore[misc]
FindingsFormat = StrEnum("FindingsFormat", [(one.name, one.name) for one in FOR_FINDINGS])  # type: ignore[misc]


class ReportFor(StrEnum):
    """Who a report is for."""

    PUBLIC = "public"
    PARTNERS = "partners"
    INTERNAL = "internal"


class Colour(StrEnum):
    """Whether to colour what is printed."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


class By(StrEnum):
    """What counts as one member, or as one seat."""

    ORGANISATION = "organisation"
    ROLE = "role"
    PERSON = "person"


class OptionPair(tuple[str, str]):
    """The two values of an option whose metavar has two words."""

    __slots__ = ()


KINDS = f"{', '.join(get_args(meeting.Kind)[:-1])} or {get_args(meeting.Kind)[-1]}."

RegisterFolder = Annotated[
    Path | None,
    typer.Option(
        "--register",
        metavar="DIR",
        autocompletion=completion.path,
        help="The register's folder (default: $GOVREG_REGISTER, else the nearest here or above).",
    ),
]
FilesToWrite = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="FILE",
        readable=False,
        autocompletion=completion.path,
        help="Only these files or folders of the register.",
    ),
]
AsAt = Annotated[
    str | None, typer.Option("--as-at", metavar="DATE", help="The date to report on (default: the register's own, else today).")
]
FormatOption = Annotated[
    ReportFormat | None, typer.Option("--format", help="Output format (default: from the file's extension, else a table).")
]
ChartFormatOption = Annotated[
    ChartFormat | None, typer.Option("--format", help="Output format (default: from the file's extension, else a table); svg: its charts.")
]
FindingsFormatOption = Annotated[
    FindingsFormat | None,
    typer.Option("--format", help="Output format (default: from the file's extension, else a table, or github in GitHub Actions)."),
]
Base = Annotated[
    str | None,
    typer.Option("--base", metavar="REV", help="Only what is new since this git revision: a branch, a tag, a commit or HEAD~1."),
]
OutputFile = Annotated[
    Path | None,
    typer.Option(
        "--output", metavar="FILE", autocompletion=completion.path, help="Write to this file, not to the screen; an old file is replaced."
    ),
]
ColourOption = Annotated[Colour, typer.Option("--color", "--colour", help="Colour: at a terminal (auto), always or never.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Show the lines that would change, and write nothing.")]
Strict = Annotated[bool, typer.Option("--strict", help="Exit with 1 if part of the register could not be read.")]
For = Annotated[ReportFor, typer.Option("--for", help="Who it is for: what they may not see is left out.")]
People = Annotated[bool, typer.Option("--people", help="Show people's names where the register has them; never for the public.")]
Exact = Annotated[bool, typer.Option("--exact", help="The organisation itself, not those below it or collectives it is in.")]

Lead = Annotated[
    list[str] | None,
    typer.Option(
        "--lead",
        autocompletion=completion.lead,
        metavar="WHO",
        help="Led by this organisation or one below it; or joint, unclear or not-stated.",
    ),
]
Support = Annotated[
    list[str] | None,
    typer.Option(
        "--support", autocompletion=completion.organisation, metavar="WHO", help="Supported by this organisation or one below it."
    ),
]
Participant = Annotated[
    list[str] | None,
    typer.Option(
        "--participant",
        autocompletion=completion.organisation,
        metavar="WHO",
        help="This organisation sits on it, itself or through a collective.",
    ),
]
Area = Annotated[
    list[str] | None,
    typer.Option(
        "--area",
        autocompletion=completion.area,
        metavar="AREA",
        help="For this area, one inside it, one around it, or the register's whole area.",
    ),
]
Theme = Annotated[
    list[str] | None,
    typer.Option(
        "--theme",
        autocompletion=completion.theme,
        metavar="THEME",
        help="Tagged with this theme, or with its terms in title, purpose or focus.",
    ),
]
Text = Annotated[
    list[str] | None, typer.Option("--text", metavar="WORDS", help="With these words in title, aliases, purpose, focus or notes.")
]
Level = Annotated[list[str] | None, typer.Option("--level", metavar="LEVEL", help="strategic, tactical or operational.")]
Kind = Annotated[list[str] | None, typer.Option("--kind", metavar="KIND", help=KINDS)]
Status = Annotated[list[str] | None, typer.Option("--status", metavar="STATUS", help="proposed, shadow, active, suspended, ended or all.")]
Without = Annotated[
    list[str] | None,
    typer.Option(
        "--without",
        metavar="GAP",
        help="Not ended, and doesn't state: lead, frequency, purpose, review-date, chair, participants or status.",
    ),
]
Statutory = Annotated[bool | None, typer.Option("--statutory/--not-statutory", help="Recorded as statutory, or as not statutory.")]
