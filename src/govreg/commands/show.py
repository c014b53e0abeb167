"""`govreg show`: everything recorded about a meeting, and its links."""

from typing import Annotated

import typer

from govreg.analysis.links import meeting_links
from govreg.analysis.overlaps import pairs_in_common
from govreg.session import completion, options, resolve
from govreg.session.load import audience_of, load_register
from govreg.session.output import report_unread, write_report
from govreg.views import show as views


def show(
    meeting: Annotated[
        str,
        typer.Argument(metavar="MEETING", autocompletion=completion.meeting, help="The meeting's id, its title or an alias, in any case."),
    ],
    for_: options.For = options.ReportFor.INTERNAL,
    people: options.People = False,
    register: options.RegisterFolder = None,
    as_at: options.AsAt = None,
    format_: options.FormatOption = None,
    output: options.OutputFile = None,
    colour: options.ColourOption = options.Colour.AUTO,
    strict: options.Strict = False,
) -> None:
    """Show everything recorded about a meeting.

    \b
    Examples:
      govreg show "Mental Health Concordat"
      govreg show criminal-justice-board --format markdown
    """
    opened = load_register(register, as_at, audience_of(for_.value, people=people))
    known = opened.register
    id_ = resolve.meeting_id(known, meeting)
    held = [entry for entry in known.meetings.values() if entry.is_held or entry.id == id_]
    shared = pairs_in_common(known, held, of=id_, fewest=1).pairs
    known, minutes = opened.with_minutes_of(id_)
    report = views.show(known, known.meetings[id_], meeting_links(known, id_), shared, minutes, opened.as_at)
    write_report(report, format_, output, colour)
    raise typer.Exit(report_unread(known, strict=strict))
