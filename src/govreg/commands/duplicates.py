"""`govreg duplicates`: duplicated workstreams, most certain first, each with its evidence."""

from enum import StrEnum
from typing import Annotated

import typer

from govreg.errors import GovregError
from govreg.session import completion
from govreg.session import options as take
from govreg.session.output import notify, report_unread, write_report


class By(StrEnum):
    """What is shown."""

    PAIR = "pair"
    WORKSTREAM = "workstream"


class FailOn(StrEnum):
    """What makes the exit status 1."""

    LIKELY = "likely"
    POSSIBLE = "possible"


def duplicates(
    meetings: Annotated[
        list[str] | None,
        typer.Argument(metavar="A B", autocompletion=completion.meeting, help="Two meetings: the whole sum for these two, raised or not."),
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="All kinds and grades: related, weak and settled pairs too.")] = False,
    min_score: Annotated[
        float | None,
        typer.Option(
            "--min-score", min=0, max=1, metavar="X", help="All pairs from this score on; 0 for every pair with anything for or against it."
        ),
    ] = None,
    limit: Annotated[int, typer.Option("--limit", min=0, help="How many pairs at most; 0 for all.")] = 0,
    meeting: Annotated[
        str | None, typer.Option("--meeting", autocompletion=completion.meeting, metavar="MEETING", help="Only pairs with this meeting.")
    ] = None,
    by: Annotated[By, typer.Option("--by", help="Pairs of meetings; or each piece of work, with all the meetings that do it.")] = By.PAIR,
    base: take.Base = None,
    fail_on: Annotated[
        FailOn | None, typer.Option("--fail-on", help="Exit with 1 if a pair of this grade or a surer one is shown.")
    ] = None,
    for_: take.For = take.ReportFor.INTERNAL,
    register: take.RegisterFolder = None,
    as_at: take.AsAt = None,
    format_: take.FormatOption = None,
    output: take.OutputFile = None,
    colour: take.ColourOption = take.Colour.AUTO,
    strict: take.Strict = False,
) -> None:
    """Find meetings that do the same work, with the evidence for each pair.

    A suggestion for a reviewer, never a verdict.

    \b
    Examples:
      govreg duplicates
      govreg duplicates --base main --fail-on likely
      govreg duplicates "Local Meetings" "Community Safety and Commissioning Meetings"
    """
    from govreg.analysis.diff.compare import compare as changes_between
    from govreg.analysis.duplicates.comparison import build_comparison
    from govreg.analysis.duplicates.new_pairs import new_pairs_between
    from govreg.analysis.duplicates.search import MOST_TOLD, Query, find_duplicates, score_pair
    from govreg.analysis.duplicates.workstreams import workstreams
    from govreg.render.progress import track
    from govreg.session import resolve
    from govreg.session.load import audience_of, load_register, load_revision
    from govreg.views.duplicates import duplicates as told
    from govreg.views.duplicates import one_pair
    from govreg.views.workstreams import workstreams as told_by_workstream

    graded = everything or min_score is not None or base is not None
    if meetings and (graded or limit or meeting is not None or by is By.WORKSTREAM):
        message = "Two meetings are told whole: --all, --min-score, --limit, --meeting, --by and --base don't go with them."
        raise GovregError(message, "Leave the options out, or the meetings.")
    if by is By.WORKSTREAM and (graded or fail_on is not None):
        raise GovregError("Workstreams have no score: --all, --min-score, --base and --fail-on don't go with them.", "Leave out --by.")
    opened = load_register(register, as_at, audience_of(for_.value, people=False))
    known, locate = opened.register, opened.locate
    if meetings:
        a, b = _two([resolve.meeting_id(known, word) for word in meetings])
        pair = score_pair(known, a, b)
        write_report(one_pair(known, pair, locate, opened.as_at), format_, output, colour)
        grades = {pair.grade}
    elif by is By.WORKSTREAM:
        named = resolve.meeting_id(known, meeting) if meeting is not None else None
        streams = tuple(stream for stream in workstreams(build_comparison(known, track)) if named is None or named in stream.meetings)
        write_report(told_by_workstream(known, streams[: limit or None], len(streams), locate, opened.as_at), format_, output, colour)
        grades = set()
    else:
        named = resolve.meeting_id(known, meeting) if meeting is not None else None
        asked = Query(everything, min_score, limit, named)
        if base is not None:
            asked = new_pairs_between(changes_between(load_revision(opened, base).register, known), asked, track)
        found = find_duplicates(known, asked, track)
        write_report(told(known, found, locate, opened.as_at), format_, output, colour)
        if not limit and found.raised > MOST_TOLD:
            notify(f"These are the {MOST_TOLD:,} most certain of {found.raised:,} pairs.", "Use --meeting or --min-score to see others.")
        grades = {pair.grade for pair in found.pairs if pair.kind == "duplicate"}
    failed = fail_on is not None and ("likely" in grades or (fail_on is FailOn.POSSIBLE and "possible" in grades))
    raise typer.Exit(max(report_unread(known, strict=strict), int(failed)))


def _two(ids: list[str]) -> tuple[str, str]:
    """Two different meetings, in order. Raises GovregError if there are more, fewer, or one twice."""
    if len(set(ids)) != 2:  # noqa: PLR2004 - a pair
        raise GovregError("Name two different meetings, or none.", "govreg duplicates A B")
    a, b = sorted(set(ids))
    return a, b
