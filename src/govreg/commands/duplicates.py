"""`govreg duplicates`: duplicated workstreams, most certain first, each with its evidence."""

from enum import StrEnum
from typing import Annotated

import typer

from govreg.commands import completion
from govreg.commands import options as take
from govreg.commands.output import put_out, tell_unread
from govreg.errors import GovregError


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
        float | None, typer.Option("--min-score", min=0, max=1, metavar="X", help="All pairs from this score on; 0 for every pair.")
    ] = None,
    limit: Annotated[int, typer.Option("--limit", min=0, help="How many pairs at most; 0 for all.")] = 0,
    meeting: Annotated[
        str | None, typer.Option("--meeting", autocompletion=completion.meeting, metavar="MEETING", help="Only pairs with this meeting.")
    ] = None,
    fail_on: Annotated[
        FailOn | None, typer.Option("--fail-on", help="Exit with 1 if a pair of this grade or a surer one is shown.")
    ] = None,
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
      govreg duplicates "Local Meetings" "Community Safety and Commissioning Meetings"
    """
    from govreg.analysis.duplicates.asked import Asked, ask, ask_of
    from govreg.commands import asking
    from govreg.commands.opening import open_register
    from govreg.views.duplicates import duplicates as told
    from govreg.views.duplicates import one_pair

    opened = open_register(register, as_at)
    known, locate = opened.register, opened.reading.sources.locate
    if meetings:
        a, b = _two([asking.meeting(known, word) for word in meetings])
        pair = ask_of(known, a, b)
        put_out(one_pair(known, pair, locate, opened.as_at), format_, output, colour)
        grades = {pair.grade}
    else:
        named = asking.meeting(known, meeting) if meeting is not None else None
        found = ask(known, Asked(everything, min_score, limit, named))
        put_out(told(known, found, locate, opened.as_at), format_, output, colour)
        grades = {pair.grade for pair in found.pairs if pair.kind == "duplicate"}
    failed = fail_on is not None and ("likely" in grades or (fail_on is FailOn.POSSIBLE and "possible" in grades))
    raise typer.Exit(max(tell_unread(known, strict=strict), int(failed)))


def _two(ids: list[str]) -> tuple[str, str]:
    """Two different meetings, in order. Raises GovregError if there are more, fewer, or one twice."""
    if len(set(ids)) != 2:  # noqa: PLR2004 - a pair
        raise GovregError("Name two different meetings, or none.", "govreg duplicates A B")
    a, b = sorted(set(ids))
    return a, b
