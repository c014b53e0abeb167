"""`govreg list`: the meetings of the register, filtered and sorted by title."""

import typer

from govreg.analysis.selection import select
from govreg.session import options
from govreg.session.load import audience_of, load_register
from govreg.session.output import report_long_entries, report_unread, write_report
from govreg.session.resolve import filters
from govreg.session.streams import notify
from govreg.views import list_meetings as views


def list_meetings(
    lead: options.Lead = None,
    support: options.Support = None,
    participant: options.Participant = None,
    area: options.Area = None,
    theme: options.Theme = None,
    text: options.Text = None,
    level: options.Level = None,
    kind: options.Kind = None,
    status: options.Status = None,
    statutory: options.Statutory = None,
    without: options.Without = None,
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
    """List meetings, filtered and sorted by title.

    Repeat a filter to match any of its values; different filters must all match. All statuses are listed. Totals count the meetings that
    are held, not those that are proposed, suspended or ended.

    \b
    Examples:
      govreg list --lead OPCC
      govreg list --participant "Bristol City Council" --status active --output list.csv
    """
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
        without=without,
        exact=exact,
    )
    write_report(views.list_meetings(known, select(known, asked), asked, opened.as_at), format_, output, colour)
    for file in opened.missing:
        notify(f"{file} is missing.", "“govreg validate” says what belongs there.")
    if theme:
        report_long_entries(known)
    raise typer.Exit(report_unread(known, strict=strict))
