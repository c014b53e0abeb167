"""`govreg review`: the review tables, what a board needs in front of it."""

import typer

from govreg.commands import options as take
from govreg.commands.output import put_out, tell_unread


def review(
    people: take.People = False,
    register: take.RegisterFolder = None,
    as_at: take.AsAt = None,
    format_: take.FormatOption = None,
    output: take.OutputFile = None,
    colour: take.ColourOption = take.Colour.AUTO,
    strict: take.Strict = False,
) -> None:
    """Show the review tables: what there is, what is recommended, what is done twice, what is to be put right.

    \b
    Examples:
      govreg review
      govreg review --format markdown --output review.md
    """
    from govreg.analysis.duplicates.asked import Asked, ask
    from govreg.analysis.overlaps import overlaps
    from govreg.commands.inspection import inspect
    from govreg.commands.opening import open_register
    from govreg.views.review import Reviewed
    from govreg.views.review import review as told

    opened = open_register(register, as_at)
    known = opened.register
    live = [meeting for meeting in known.meetings.values() if meeting.live]
    inspection = inspect(opened)
    reviewed = Reviewed(ask(known, Asked()), overlaps(known, live).pairs, inspection.findings)
    known = known.without(inspection.unread_minutes)
    put_out(told(known, reviewed, opened.as_at, people=people), format_, output, colour)
    raise typer.Exit(tell_unread(known, strict=strict))
