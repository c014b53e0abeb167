"""`govreg merge`: record that a meeting was merged into another."""

from typing import Annotated

import typer

from govreg.analysis.changes.ending import end_meeting
from govreg.analysis.changes.redirect import Redirection, redirect, redirections
from govreg.model.edits import RegisterChange
from govreg.session import completion, options
from govreg.session.change import change_register, file_reader
from govreg.session.endings import check_receivers, ending_date, live_meeting, next_after_ending, notify_redirections, reason_given
from govreg.session.load import LoadedRegister
from govreg.session.streams import notify
from govreg.views.terms import when


def merge(
    before: Annotated[str, typer.Argument(metavar="FROM", autocompletion=completion.meeting, help="The meeting that ends.")],
    after: Annotated[str, typer.Argument(metavar="INTO", autocompletion=completion.meeting, help="The meeting that takes on its work.")],
    reason: Annotated[str | None, typer.Option("--reason", metavar="TEXT", help="Why they were merged.")] = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help="The date of the merger (default: the day of the register).")
    ] = None,
    dry_run: options.DryRun = False,
    register: options.RegisterFolder = None,
    as_at: options.AsAt = None,
) -> None:
    """Merge a meeting into another.

    The first ends, and its entry says that the second takes on its work. Meetings that report or link to the first then do so to the
    second. The purpose and members of the second stay as they are: change them with `set`. `whatif --merge` shows beforehand what would
    be lost.

    \b
    Examples:
      govreg merge "Safeguarding chairs meeting" "Safeguarding Consortium" --reason "The same people meet twice"
      govreg merge budget-board finance-board --reason "One board is enough" --on 2026-11-10 --dry-run
    """
    text = reason_given(reason)
    merged: list[str] = []
    redirected: list[Redirection] = []

    def decide(loaded: LoadedRegister) -> RegisterChange:
        id_ = live_meeting(loaded.register, before)
        receivers = check_receivers(loaded.register, id_, [after])
        merged[:] = [id_, *receivers]
        redirected[:] = redirections(loaded.register, {id_: receivers[0]})
        files = file_reader(loaded)
        ended = end_meeting(files, id_, how="merge", on=ending_date(loaded, on), reason=text, into=receivers)
        return ended.joined(redirect(files, redirected))

    done = change_register(register, as_at, decide, dry_run=dry_run)
    if done.written:
        notify_redirections(done.after.register, redirected)
        day = done.after.register.meetings[merged[0]].status_since
        notify(
            f"Merged{' ' + when(day) if day else ''}.",
            next_after_ending(done.after.register, merged[0]) or f"Next: govreg show {merged[1]}",
        )
