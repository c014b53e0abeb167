"""The options that commands share, each declared once."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from govreg.render.formats import FOR_FINDINGS, FOR_REPORTS
from govreg.session import completion

ReportFormat = StrEnum("ReportFormat", [(one.name, one.name) for one in FOR_REPORTS])  # type: ignore[misc] # the registry has them
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


class OptionPair(tuple[str, str]):
    """The two values of an option whose metavar has two words."""

    __slots__ = ()


RegisterFolder = Annotated[
    Path | None,
    typer.Option(
        "--register",
        metavar="DIR",
        autocompletion=completion.path,
        help="The register's folder; else $GOVREG_REGISTER, else the nearest upward from here.",
    ),
]
AsAt = Annotated[str | None, typer.Option("--as-at", metavar="DATE", help="The day to look at it; else the register's own, else today.")]
FormatOption = Annotated[
    ReportFormat | None, typer.Option("--format", help="Output format (default: from the file's ending, else a table).")
]
FindingsFormatOption = Annotated[
    FindingsFormat | None,
    typer.Option("--format", help="Output format (default: from the file's ending, else a table, or github in GitHub Actions)."),
]
Base = Annotated[
    str | None,
    typer.Option("--base", metavar="REV", help="Only what is new against this git revision: a branch, a tag, HEAD~1, a commit."),
]
OutputFile = Annotated[
    Path | None,
    typer.Option("--output", metavar="FILE", autocompletion=completion.path, help="Write to this file, whole, instead of the screen."),
]
ColourOption = Annotated[Colour, typer.Option("--color", "--colour", help="Colour: at a terminal (auto), always or never.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Print the change as a unified diff, and write nothing.")]
Strict = Annotated[bool, typer.Option("--strict", help="Exit with 1 if a part of the register could not be read.")]
For = Annotated[ReportFor, typer.Option("--for", help="Leave out what the public, or partners, may not see; internal shows everything.")]
People = Annotated[bool, typer.Option("--people", help="Show people's names where the register has them; never for the public.")]
Exact = Annotated[bool, typer.Option("--exact", help="The organisation alone, without what is below it or collectives it is in.")]

Lead = Annotated[
    list[str] | None,
    typer.Option(
        "--lead",
        autocompletion=completion.lead,
        metavar="WHO",
        help="Led by this organisation or one below it; or joint, unclear, not-stated.",
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
        "--area", autocompletion=completion.area, metavar="AREA", help="Held for this area, one in it, one that holds it, or the whole."
    ),
]
Theme = Annotated[
    list[str] | None,
    typer.Option(
        "--theme",
        autocompletion=completion.theme,
        metavar="THEME",
        help="Tagged with this theme, or its terms stand in title, purpose or focus.",
    ),
]
Text = Annotated[
    list[str] | None, typer.Option("--text", metavar="WORDS", help="These words stand in title, aliases, purpose, focus or notes.")
]
Level = Annotated[list[str] | None, typer.Option("--level", metavar="LEVEL", help="strategic, tactical or operational.")]
Kind = Annotated[
    list[str] | None, typer.Option("--kind", metavar="KIND", help="board, committee, panel, forum, partnership, network, sub-group …")
]
Status = Annotated[list[str] | None, typer.Option("--status", metavar="STATUS", help="proposed, shadow, active, suspended or ended.")]
Without = Annotated[
    list[str] | None,
    typer.Option(
        "--without",
        metavar="GAP",
        help="Not ended, and doesn't state its lead, frequency, purpose, review-date, chair, participants or status.",
    ),
]
Statutory = Annotated[bool | None, typer.Option("--statutory/--not-statutory", help="Serves a statutory duty, or does not.")]
