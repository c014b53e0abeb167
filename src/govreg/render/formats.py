"""The formats of a report: one line here for each, and one module that renders it.

A new format is a module with `render(report, target)`, and a line in `FORMATS`.
"""

from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path
from typing import Literal, cast

from govreg.errors import GovregError
from govreg.render.target import Target
from govreg.report import Report
from govreg.values import dataclass

Renderer = Callable[[Report, Target], str | Iterable[str] | bytes]
"""Makes text, or pieces of a long text, or bytes for a format that is not text."""


@dataclass(frozen=True)
class Format:
    """A format that a report is written in."""

    name: str
    """What `--format` takes."""
    endings: tuple[str, ...]
    """The endings of file names that mean this format, in lower case."""
    module: str
    """The module of this folder that renders it; it is loaded when the format is used, as `list` must start fast."""
    takes: Literal["report", "table", "charts", "findings"] = "report"
    """The part that it shows: all of a report, its one table, its charts, or its findings.

    The formats for findings are read by CI, which names files from the top of the repository.
    """
    is_document: bool = False
    """Whether it makes a document to hand round, rather than something to look at or for a program to read."""

    @property
    def render(self) -> Renderer:
        """The function that makes the format of a report."""
        return cast("Renderer", import_module(f"govreg.render.{self.module}").render)


FORMATS = (
    Format("table", (".txt",), "text"),
    Format("json", (".json",), "json_text"),
    Format("csv", (".csv",), "csv_text", takes="table"),
    Format("markdown", (".md",), "markdown_text", is_document=True),
    Format("html", (".html", ".htm"), "html_text", is_document=True),
    Format("xlsx", (".xlsx",), "xlsx", is_document=True),
    Format("docx", (".docx",), "docx.document", is_document=True),
    Format("svg", (".svg",), "svg", takes="charts"),
    Format("github", (), "github_text", takes="findings"),
    Format("sarif", (".sarif",), "sarif_text", takes="findings"),
    Format("junit", (".xml",), "junit_text", takes="findings"),
)
FOR_REPORTS = tuple(one for one in FORMATS if one.takes in ("report", "table"))
FOR_CHARTS = (*FOR_REPORTS, *(one for one in FORMATS if one.takes == "charts"))
FOR_FINDINGS = (*FOR_REPORTS, *(one for one in FORMATS if one.takes == "findings"))
BY_NAME = {one.name: one for one in FORMATS}


def by_ending(formats: tuple[Format, ...], file: Path) -> Format:
    """The format for the ending of `file`, in any case. Raises GovregError if none of `formats` has it."""
    known = {ending: one for one in formats for ending in one.endings}
    found = known.get(file.suffix.lower())
    if found is None:
        raise GovregError(f"The ending of “{file}” doesn't say which format to write.", f"Use one of {', '.join(known)}, or add --format.")
    return found
