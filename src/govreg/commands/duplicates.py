"""`govreg duplicates`: possible duplicates, most certain first, each with its evidence."""

from enum import StrEnum
from typing import Annotated

import typer

from govreg.analysis.diff.compare import compare as changes_between
from govreg.analysis.duplicates.comparison import build_comparison
from govreg.analysis.duplicates.new_pairs import new_pairs_between
from govreg.analysis.duplicates.search import MOST_PAIRS, Query, find_duplicates, score_pair
from govreg.analysis.duplicates.workstreams import workstreams
from govreg.errors import GovregError
from govreg.render.progress import track
from govreg.session import completion, options, resolve
from govreg.session.load import audience_of, load_register
from govreg.session.output import report_long_entries, report_unread, write_report
from govreg.session.revision import load_revision
from govreg.session.streams import notify
from govreg.views import workstreams as workstream_views
from govreg.views.duplicates import report


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
        typer.Argument(metavar="A B", autocompletion=completion.meeting, help="Two meetings to compare in full, whether raised or not."),
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Show related, weak and settled pairs too.")] = False,
    min_score: Annotated[
        float | None,
        typer.Option(
            "--min-score", min=0, max=1, metavar="X", help="Show every pair with this score or more; 0 shows every pair with any evidence."
        ),
    ] = None,
    limit: Annotated[
        int,
        typer.Option(
            "--limit",
            min=0,
            help="The most pairs to show. If it is 0 or left out, JSON and CSV have up to 10,000, and other formats the first 1,000.",
        ),
    ] = 0,
    meeting: Annotated[
        str | None, typer.Option("--meeting", autocompletion=completion.meeting, metavar="MEETING", help="Only pairs with this meeting.")
    ] = None,
    by: Annotated[By, typer.Option("--by", help="Show pairs of meetings, or each area of work with the meetings that do it.")] = By.PAIR,
    base: options.Base = None,
    fail_on: Annotated[FailOn | None, typer.Option("--fail-on", help="Exit with 1 if a pair this certain, or more, is shown.")] = None,
    for_: options.For = options.ReportFor.INTERNAL,
    register: options.RegisterFolder = None,
    as_at: options.AsAt = None,
    format_: options.FormatOption = None,
    output: options.OutputFile = None,
    colour: options.ColourOption = options.Colour.AUTO,
    strict: options.Strict = False,
) -> None:
    """Find meetings that may do the same work.

    Each possible duplicate is shown with its evidence. Pairs that work on one subject at different layers follow, one line each. The
    result is for discussion, not a finding.

    \b
    Examples:
      govreg duplicates
      govreg duplicates --base main --fail-on likely
      govreg duplicates "Local Meetings" "Community Safety and Commissioning Meetings"
    """
    graded = everything or min_score is not None or base is not None
    if meetings and (graded or limit or meeting is not None or by is By.WORKSTREAM):
        message = "With two meetings you can't use --all, --min-score, --limit, --meeting, --by or --base."
        raise GovregError(message, "Leave the options out, or the meetings.")
    if by is By.WORKSTREAM and (graded or fail_on is not None):
        raise GovregError("Workstreams have no score, so you can't use --all, --min-score, --base or --fail-on.", "Leave out --by.")
    opened = load_register(register, as_at, audience_of(for_.value, people=False))
    known, locate = opened.register, opened.locate
    if meetings:
        a, b = _two([resolve.meeting_id(known, word) for word in meetings])
        found = score_pair(known, a, b)
        write_report(report.one_pair(known, found, locate, opened.as_at), format_, output, colour)
        grades = {found.pairs[0].grade}
    elif by is By.WORKSTREAM:
        named = resolve.meeting_id(known, meeting) if meeting is not None else None
        comparison = build_comparison(known, track)
        streams = tuple(stream for stream in workstreams(comparison) if named is None or named in stream.meetings)
        write_report(workstream_views.workstreams(comparison, streams, limit, locate, opened.as_at, meeting=named), format_, output, colour)
        grades = set()
    else:
        named = resolve.meeting_id(known, meeting) if meeting is not None else None
        asked = Query(everything, min_score, limit, named)
        comparison = build_comparison(known, track)
        if base is not None:
            asked = new_pairs_between(changes_between(load_revision(opened, base).register, known), asked, comparison, track)
        found = find_duplicates(known, asked, track, comparison)
        write_report(report.duplicates(known, found, locate, opened.as_at, limit), format_, output, colour)
        if not limit and found.raised > MOST_PAIRS:
            notify(
                f"At most {MOST_PAIRS:,} of {found.raised:,} pairs are listed: the most certain.",
                "Use --limit for more of them, or --meeting for those of one meeting.",
            )
        grades = {pair.grade for pair in found.pairs if pair.kind == "duplicate"}
    report_long_entries(known)
    failed = fail_on is not None and ("likely" in grades or (fail_on is FailOn.POSSIBLE and "possible" in grades))
    raise typer.Exit(max(report_unread(known, strict=strict), int(failed)))


def _two(ids: list[str]) -> tuple[str, str]:
    """Two different meetings, in order. Raises GovregError if there are more, fewer, or one twice."""
    if len(set(ids)) != 2:  # noqa: PLR2004 - a pair
        raise GovregError("Name two different meetings, or none.", "govreg duplicates A B")
    a, b = sorted(set(ids))
    return a, b
