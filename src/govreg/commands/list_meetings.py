"""`govreg list`: the meetings of the register, filtered and sorted by title."""

import typer

from govreg.commands import options as take
from govreg.commands.output import put_out, say, tell_unread


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
    from govreg.commands.asking import wanted
    from govreg.commands.opening import open_register
    from govreg.views.meetings import meetings

    opened = open_register(register, as_at)
    known = opened.register
    asked = wanted(
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
    put_out(meetings(known, select(known, asked), asked, opened.as_at, people=people), format_, output, colour)
    for file in opened.missing:
        say(f"{file} is missing.", "“govreg validate” says what belongs there.")
    raise typer.Exit(tell_unread(known, strict=strict))
