"""`govreg overlaps`: meetings that the same organisations, roles or people sit on; who sits on most."""

from enum import StrEnum
from typing import Annotated

import typer

from govreg.session import options as take
from govreg.session.output import report_unread, write_report


class By(StrEnum):
    """What counts as the same seat."""

    ORGANISATION = "organisation"
    ROLE = "role"
    PERSON = "person"


def overlaps(
    by: Annotated[By, typer.Option("--by", help="What counts as the same seat.")] = By.ORGANISATION,
    limit: Annotated[int, typer.Option("--limit", min=0, help="Rows in a table; 0 shows all. JSON and CSV have all.")] = 20,
    lead: take.Lead = None,
    participant: take.Participant = None,
    area: take.Area = None,
    theme: take.Theme = None,
    level: take.Level = None,
    kind: take.Kind = None,
    status: take.Status = None,
    statutory: take.Statutory = None,
    exact: take.Exact = False,
    for_: take.For = take.ReportFor.INTERNAL,
    people: take.People = False,
    register: take.RegisterFolder = None,
    as_at: take.AsAt = None,
    format_: take.FormatOption = None,
    output: take.OutputFile = None,
    colour: take.ColourOption = take.Colour.AUTO,
    strict: take.Strict = False,
) -> None:
    """Show which meetings the same organisations sit on, and who sits on most.

    \b
    Examples:
      govreg overlaps
      govreg overlaps --by role --status active --output overlaps.csv
    """
    from govreg.analysis import overlaps as analysis
    from govreg.analysis.selection import select
    from govreg.session.load import audience_of, load_register
    from govreg.session.resolve import filters
    from govreg.views import overlaps as views

    opened = load_register(register, as_at, audience_of(for_.value, people=people, numbered=by is By.PERSON))
    known = opened.register
    asked = filters(
        known,
        lead=lead,
        participant=participant,
        area=area,
        theme=theme,
        level=level,
        kind=kind,
        status=status,
        statutory=statutory,
        exact=exact,
    )
    chosen = [row.meeting for row in select(known, asked).rows]
    found = analysis.overlaps(known, chosen, by.value)
    write_report(views.overlaps(known, found, by.value, opened.as_at, limit=limit), format_, output, colour)
    raise typer.Exit(report_unread(known, strict=strict))
