"""The formats of the questions whose answers have charts: those of every report, and pictures."""

from enum import StrEnum
from typing import Annotated

import typer

from govreg.render.formats import FOR_CHARTS

ChartFormat = StrEnum("ChartFormat", [(one.name, one.name) for one in FOR_CHARTS])  # type: ignore[misc] # the registry has them

ChartFormatOption = Annotated[
    ChartFormat | None, typer.Option("--format", help="Output format (default: from the file's extension, else a table); svg: its charts.")
]
