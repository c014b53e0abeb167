"""`govreg list`: the meetings of the register, filtered and sorted by title."""

import typer

from govreg.session import options as take
from govreg.session.output import notify, report_unread, write_report


def list_meetings(
    lead: take.Lead = None,
    support: take.Support = None,
    participant: take.Participant = None,
    area: take.Area = None,
    theme: take.Theme = None,
    text: take.Text = None,
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
    """Show the meetings, filtered and sorted by title.

    The same filter twice means either; different filters must all hold.

    \b
    Examples:
      govreg list --lead OPCC
      govreg list --participant "Bristol City Council" --status active --output list.csv
    """
    from govreg.analysis.selection import select
    from govreg.session.load import audience_of, load_register
    from govreg.session.resolve import filters
    from govreg.views.list_meetings import list_meetings

    opened = load_register(register, as_at, audience_of(for_.value, people=people))
    known = opened.register
    asked = filters(
        known,
        lead=lead,
        support=support,
        participant=participant,
        area=area,
        theme=theme,
        text=text,
        level=level,
        kind=kind,
        status=status,
        statutory=statutory,
        exact=exact,
    )
    write_report(list_meetings(known, select(known, asked), asked, opened.as_at), format_, output, colour)
    for file in opened.missing:
        notify(f"{file} is missing.", "“govreg validate” says what belongs there.")
    raise typer.Exit(report_unread(known, strict=strict))
