"""`govreg coverage`: which themes and statutory duties have no home, one or several among the meetings that are held."""

from typing import Annotated

import typer

from govreg.analysis import coverage as analysis
from govreg.session import options
from govreg.session.load import audience_of, load_register
from govreg.session.output import report_long_entries, report_unread, write_report
from govreg.views import coverage as views


def coverage(
    crowded: Annotated[int, typer.Option("--crowded", min=2, help="How many homes in one area make a theme crowded.")] = analysis.CROWDED,
    for_: options.For = options.ReportFor.INTERNAL,
    register: options.RegisterFolder = None,
    as_at: options.AsAt = None,
    format_: options.ChartFormatOption = None,
    output: options.OutputFile = None,
    colour: options.ColourOption = options.Colour.AUTO,
    strict: options.Strict = False,
) -> None:
    """Find themes and duties with no home, or with many.

    A home is a held meeting that works on a theme or serves a duty. Themes are those of themes.yaml, which may name the
    organisations that each needs; duties are those that meetings name and those under `settings.duties` in register.yaml.

    \b
    Examples:
      govreg coverage
      govreg coverage --output coverage.svg
    """
    opened = load_register(register, as_at, audience_of(for_.value, people=False))
    found = analysis.coverage(opened.register, opened.today, crowded)
    write_report(views.coverage(opened.register, found, opened.as_at), format_, output, colour)
    report_long_entries(opened.register)
    raise typer.Exit(report_unread(opened.register, strict=strict))
