"""`govreg diff`: what changed in the register between two revisions, or two folders."""

from pathlib import Path
from typing import Annotated

import typer

from govreg.analysis.diff.compare import compare
from govreg.analysis.diff.partial import fill_gaps
from govreg.analysis.duplicates.new_pairs import new_pairs
from govreg.errors import GovregError
from govreg.model.audience import Audience
from govreg.model.dates import last_day
from govreg.report import Report
from govreg.session import completion, options
from govreg.session.compare import ComparisonSide, read_sides
from govreg.session.history import meeting_history
from govreg.session.load import audience_of, find_register, today_of
from govreg.session.output import write_report
from govreg.session.streams import notify
from govreg.views.diff import report as views
from govreg.views.diff.data import ComparedSides
from govreg.views.history import history


def diff(
    between: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="A B", help="Git revisions, or folders (with a slash: ./old). With one, it is compared with the files as they are now."
        ),
    ] = None,
    brief: Annotated[bool, typer.Option("--brief", help="Show what a reviewer of the change needs, with possible duplicates.")] = False,
    history: Annotated[
        str | None,
        typer.Option(
            "--history", autocompletion=completion.meeting, metavar="MEETING", help="Show the history of one meeting over all revisions."
        ),
    ] = None,
    for_: options.For = options.ReportFor.INTERNAL,
    people: options.People = False,
    register: options.RegisterFolder = None,
    format_: options.FormatOption = None,
    output: options.OutputFile = None,
    colour: options.ColourOption = options.Colour.AUTO,
    strict: options.Strict = False,
) -> None:
    """Compare two revisions of the register.

    Shows which meetings are newly held or no longer held, what changed in their leads, chairs, members and work, and how many meetings
    a year that adds or saves. Without A and B, compares the last commit with the files as they are now.

    \b
    Examples:
      govreg diff HEAD~3
      govreg diff main...HEAD --brief --format markdown
      govreg diff --history "Local Meetings"
    """
    audience = audience_of(for_.value, people=people)
    if history is not None:
        if between or brief:
            raise GovregError("--history covers all revisions.", "Leave out A, B and --brief: govreg diff --history MEETING")
        write_report(_history(history, register, audience), format_, output, colour)
        return
    one, other = read_sides(between or [], register, audience)
    changes = compare(*fill_gaps(one.partial, other.partial))
    compared = ComparedSides(one.label, other.label, (one.commit, other.commit), (one.day, other.day), last_day(today_of(changes.after)))
    report = views.brief(changes, compared, new_pairs(changes)) if brief else views.diff(changes, compared)
    write_report(report, format_, output, colour)
    unread = _unread(one, other)
    raise typer.Exit(unread if strict else 0)


def _unread(*sides: ComparisonSide) -> int:
    """Say on standard error what could not be read on any side: 1 if there was something."""
    files = {file for side in sides for file in side.register.unread}
    if files:
        have = "1 file has" if len(files) == 1 else f"{len(files):,} files have"
        notify(f"{have} errors and could not be compared in full.", "The last lines say which.")
    return int(bool(files))


def _history(word: str, register: Path | None, audience: Audience) -> Report:

    return history(meeting_history(find_register(register), word, audience))
