"""`govreg load`: who attends how many meetings a year, for how many hours; before and after what is recommended."""

from typing import Annotated

import typer

from govreg.analysis.load import LoadReader
from govreg.analysis.whatif.scenario import ScenarioOptions, apply_scenario, scenario
from govreg.session import options
from govreg.session.load import audience_of, load_register
from govreg.session.output import report_unread, write_report
from govreg.views import load as views


def load(
    by: Annotated[
        options.By, typer.Option("--by", help="Whose load: an organisation's, a post's or a person's.")
    ] = options.By.ORGANISATION,
    recommended: Annotated[
        bool, typer.Option("--recommended", help="Also show it as it would be if every recommendation were carried out.")
    ] = False,
    limit: Annotated[int, typer.Option("--limit", min=0, help="Rows in a table; 0 shows all. JSON and CSV have all.")] = 20,
    for_: options.For = options.ReportFor.INTERNAL,
    people: options.People = False,
    register: options.RegisterFolder = None,
    as_at: options.AsAt = None,
    format_: options.ChartFormatOption = None,
    output: options.OutputFile = None,
    colour: options.ColourOption = options.Colour.AUTO,
    strict: options.Strict = False,
) -> None:
    """Count meetings and hours a year, by member.

    As scheduled: what the entries say of frequency, duration and members. Where an entry states no duration, and for
    preparation and travel, it takes what register.yaml assumes under `settings.load`, as a range. What isn't known is
    counted beside every figure. Costs are shown where register.yaml has rates, never for a person or with --for.

    \b
    Examples:
      govreg load
      govreg load --by role --recommended --output load.html
    """
    opened = load_register(register, as_at, audience_of(for_.value, people=people, numbered=by is options.By.PERSON))
    known = opened.register
    reader = LoadReader(known, opened.today, by.value)
    found = reader.load(known)
    then = None
    if recommended:
        supposed = scenario(known, ScenarioOptions(recommended=True))
        then = views.Recommended(supposed, reader.load(apply_scenario(known, supposed)))
    write_report(views.load(known, found, opened.as_at, limit=limit, recommended=then), format_, output, colour)
    raise typer.Exit(report_unread(known, strict=strict))
