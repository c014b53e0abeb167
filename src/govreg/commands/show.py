"""`govreg show`: one meeting whole, and what it is tied to."""

from typing import Annotated

import typer

from govreg.commands import completion
from govreg.commands import options as take
from govreg.commands.output import put_out, tell_unread


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
    from govreg.analysis.overlaps import overlaps
    from govreg.analysis.ties import ties
    from govreg.commands import asking
    from govreg.commands.opening import open_register
    from govreg.files import layout
    from govreg.files.sittings import read_sittings
    from govreg.views.meeting import meeting as told

    opened = open_register(register, as_at)
    known = opened.register
    id_ = asking.meeting(known, meeting)
    live = [entry for entry in known.meetings.values() if entry.live or entry.id == id_]
    shared = tuple(pair for pair in overlaps(known, live).pairs if id_ in (pair.a, pair.b) and pair.shared)
    sittings = read_sittings(opened.tree)
    known = known.without(file for file in sittings.unread if file.startswith(f"{layout.MINUTES}/{id_}/"))
    put_out(
        told(known, known.meetings[id_], ties(known, id_), shared, sittings.minutes, opened.as_at, people=people), format_, output, colour
    )
    raise typer.Exit(tell_unread(known, strict=strict))
