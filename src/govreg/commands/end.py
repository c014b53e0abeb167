"""`govreg end`: record that a meeting has ended, why, and which meetings take its work on."""

from typing import Annotated

import typer

from govreg.analysis.changes.ending import end_meeting
from govreg.model.edits import RegisterChange
from govreg.session import completion, options
from govreg.session.change import change_register, file_reader
from govreg.session.endings import check_receivers, ending_date, live_meeting, next_after_ending, reason_given
from govreg.session.load import LoadedRegister
from govreg.session.streams import notify
from govreg.views.terms import when


def end(
    meeting: Annotated[str, typer.Argument(metavar="MEETING", autocompletion=completion.meeting, help="The meeting that has ended.")],
    reason: Annotated[str | None, typer.Option("--reason", metavar="TEXT", help="Why it ended.")] = None,
    into: Annotated[
        list[str] | None,
        typer.Option("--into", metavar="MEETING", autocompletion=completion.meeting, help="A meeting that takes on its work. Repeatable."),
    ] = None,
    on: Annotated[str | None, typer.Option("--on", metavar="DATE", help="The date it ended (default: the day of the register).")] = None,
    dry_run: options.DryRun = False,
    register: options.RegisterFolder = None,
    as_at: options.AsAt = None,
) -> None:
    """End a meeting, and say where its work goes.

    Its entry stays, with the date and the reason. If it has not ended after all: `govreg set MEETING status active`.

    \b
    Examples:
      govreg end "Budget board" --reason "Its work is done" --on 2026-11-10
      govreg end "Budget board" --reason "Too many boards" --into "Finance Board" --into "Audit Panel"
    """
    text = reason_given(reason)
    ended: list[str] = []

    def decide(loaded: LoadedRegister) -> RegisterChange:
        id_ = live_meeting(loaded.register, meeting)
        receivers = check_receivers(loaded.register, id_, into or ())
        ended[:] = [id_]
        return end_meeting(file_reader(loaded), id_, how="end", on=ending_date(loaded, on), reason=text, into=receivers)

    done = change_register(register, as_at, decide, dry_run=dry_run)
    if done.written:
        day = done.after.register.meetings[ended[0]].status_since
        notify(f"Ended{' ' + when(day) if day else ''}.", next_after_ending(done.after.register, ended[0]))
