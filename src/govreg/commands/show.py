"""`govreg show`: one meeting whole, and what it is tied to."""

from typing import Annotated

import typer

from govreg.session import completion
from govreg.session import options as take
from govreg.session.output import report_unread, write_report


def show(
    meeting: Annotated[
        str,
        typer.Argument(metavar="MEETING", autocompletion=completion.meeting, help="The meeting's id, its title or an alias, in any case."),
    ],
    for_: take.For = take.ReportFor.INTERNAL,
    people: take.People = False,
    register: take.RegisterFolder = None,
    as_at: take.AsAt = None,
    format_: take.FormatOption = None,
    output: take.OutputFile = None,
    colour: take.ColourOption = take.Colour.AUTO,
    strict: take.Strict = False,
) -> None:
    """Show one meeting whole, and what it is tied to.

    \b
    Examples:
      govreg show "Mental Health Concordat"
      govreg show criminal-justice-board --format markdown
    """
    from govreg.analysis.links import meeting_links
    from govreg.analysis.overlaps import overlaps
    from govreg.session import resolve
    from govreg.session.load import audience_of, load_register
    from govreg.views.show import show as told

    opened = load_register(register, as_at, audience_of(for_.value, people=people))
    known = opened.register
    id_ = resolve.meeting_id(known, meeting)
    live = [entry for entry in known.meetings.values() if entry.live or entry.id == id_]
    shared = tuple(pair for pair in overlaps(known, live).pairs if id_ in (pair.a, pair.b) and pair.shared)
    known, minutes = opened.with_minutes_of(id_)
    report = told(known, known.meetings[id_], meeting_links(known, id_), shared, minutes, opened.as_at)
    write_report(report, format_, output, colour)
    raise typer.Exit(report_unread(known, strict=strict))
