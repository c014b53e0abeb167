"""`govreg diff`: what became of the register between two revisions, or two folders."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from govreg.errors import GovregError
from govreg.session import completion
from govreg.session import options as take
from govreg.session.output import notify, write_report

if TYPE_CHECKING:
    from govreg.model.audience import Audience
    from govreg.report import Report
    from govreg.session.compare import ComparisonSide


def diff(
    between: Annotated[
        list[str] | None,
        typer.Argument(metavar="A B", help="Git revisions, or folders (with a slash: ./old). One: against the folder as it stands."),
    ] = None,
    brief: Annotated[bool, typer.Option("--brief", help="What a reviewer of the change needs, new duplicates included.")] = False,
    history: Annotated[
        str | None,
        typer.Option(
            "--history", autocompletion=completion.meeting, metavar="MEETING", help="What became of one meeting over all revisions."
        ),
    ] = None,
    for_: take.For = take.ReportFor.INTERNAL,
    people: take.People = False,
    register: take.RegisterFolder = None,
    format_: take.FormatOption = None,
    output: take.OutputFile = None,
    colour: take.ColourOption = take.Colour.AUTO,
    strict: take.Strict = False,
) -> None:
    """Tell what changed: meetings that started, ended, merged or were renamed, and what that comes to a year.

    Without A and B: the last commit against the folder as it stands.

    \b
    Examples:
      govreg diff HEAD~3
      govreg diff main...HEAD --brief --format markdown
      govreg diff --history "Local Meetings"
    """
    from govreg.analysis.diff.compare import compare
    from govreg.analysis.diff.partial import fill_gaps
    from govreg.session.compare import read_sides
    from govreg.session.load import audience_of
    from govreg.views.diff import report as views
    from govreg.views.diff.data import ComparedSides

    audience = audience_of(for_.value, people=people)
    if history is not None:
        if between or brief:
            raise GovregError("--history takes no revisions: it tells of all of them.", "govreg diff --history MEETING")
        write_report(_history(history, register, audience), format_, output, colour)
        return
    one, other = read_sides(between or [], register, audience)
    changes = compare(*fill_gaps(one.partial, other.partial))
    compared = ComparedSides(one.label, other.label, (one.commit, other.commit), (one.day, other.day))
    if brief:
        from govreg.analysis.duplicates.new_pairs import new_pairs

        report = views.brief(changes, compared, new_pairs(changes))
    else:
        report = views.diff(changes, compared)
    write_report(report, format_, output, colour)
    unread = _unread(one, other)
    raise typer.Exit(unread if strict else 0)


def _unread(*sides: "ComparisonSide") -> int:
    """Say on standard error what could not be read on any side: 1 if there was something."""
    files = {file for side in sides for file in side.register.unread}
    if files:
        have = "1 file has" if len(files) == 1 else f"{len(files)} files have"
        notify(f"{have} errors and could not be compared whole.", "The last lines say which.")
    return int(bool(files))


def _history(word: str, register: Path | None, audience: "Audience") -> "Report":
    from govreg.session.compare import register_folder
    from govreg.session.history import meeting_history
    from govreg.views.history import history

    return history(meeting_history(register_folder(register), word, audience))
