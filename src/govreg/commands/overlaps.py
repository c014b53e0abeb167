"""`govreg overlaps`: meetings that share members, by organisation, role or person; who sits on most."""

from typing import Annotated

import typer

from govreg.analysis import overlaps as analysis
from govreg.analysis.selection import select
from govreg.session import options
from govreg.session.load import audience_of, load_register
from govreg.session.output import report_unread, write_report
from govreg.session.resolve import filters
from govreg.views import overlaps as views
from govreg.views.filters import compared


def overlaps(
    by: Annotated[options.By, typer.Option("--by", help="What counts as the same seat.")] = options.By.ORGANISATION,
    limit: Annotated[int, typer.Option("--limit", min=0, help="Rows in a table; 0 shows all. JSON and CSV have all.")] = 20,
    lead: options.Lead = None,
    participant: options.Participant = None,
    area: options.Area = None,
    theme: options.Theme = None,
    level: options.Level = None,
    kind: options.Kind = None,
    status: options.Status = None,
    statutory: options.Statutory = None,
    exact: options.Exact = False,
    for_: options.For = options.ReportFor.INTERNAL,
    people: options.People = False,
    register: options.RegisterFolder = None,
    as_at: options.AsAt = None,
    format_: options.FormatOption = None,
    output: options.OutputFile = None,
    colour: options.ColourOption = options.Colour.AUTO,
    strict: options.Strict = False,
) -> None:
    """Find meetings that share members.

    Also lists who sits on most meetings. Only meetings that are held are compared, unless --status asks for others. Members and
    chairs count; an organisation that only leads or supports a meeting doesn't. Where all pairs together would name about a million
    members or more, only the first are listed; the others are counted (pairs_left_out in JSON).

    \b
    Examples:
      govreg overlaps
      govreg overlaps --by role --status active --output overlaps.csv
    """
    opened = load_register(register, as_at, audience_of(for_.value, people=people, numbered=by is options.By.PERSON))
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
    selected = [row.meeting for row in select(known, asked).rows]
    chosen = selected if status else [meeting for meeting in selected if meeting.is_held]
    found = analysis.overlaps(known, chosen, by.value, most=analysis.MOST_LISTED)
    not_held, among = len(selected) - len(chosen), compared(known, len(chosen), asked)
    write_report(
        views.overlaps(known, found, by.value, opened.as_at, limit=limit, not_held=not_held, chosen=among), format_, output, colour
    )
    raise typer.Exit(report_unread(known, strict=strict))
