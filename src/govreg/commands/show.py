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
    from govreg.session.load import load_register
    from govreg.storage import layout
    from govreg.storage.minutes_reader import read_minutes
    from govreg.views.show import show as told

    opened = load_register(register, as_at)
    known = opened.register
    id_ = resolve.meeting_id(known, meeting)
    live = [entry for entry in known.meetings.values() if entry.live or entry.id == id_]
    shared = tuple(pair for pair in overlaps(known, live).pairs if id_ in (pair.a, pair.b) and pair.shared)
    sittings = read_minutes(opened.tree)
    known = known.with_unread(file for file in sittings.unread if file.startswith(f"{layout.MINUTES}/{id_}/"))
    write_report(
        told(known, known.meetings[id_], meeting_links(known, id_), shared, sittings.minutes, opened.as_at, people=people),
        format_,
        output,
        colour,
    )
    raise typer.Exit(report_unread(known, strict=strict))
