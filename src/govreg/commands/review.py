"""`govreg review`: the review tables, what a Board needs in front of it."""

import typer

from govreg.analysis.duplicates.search import Query, find_duplicates
from govreg.analysis.overlaps import overlaps
from govreg.session import options
from govreg.session.check import findings_for_audience
from govreg.session.load import audience_of, load_register
from govreg.session.output import report_unread, write_report
from govreg.views import review as views


def review(
    for_: options.For = options.ReportFor.INTERNAL,
    people: options.People = False,
    register: options.RegisterFolder = None,
    as_at: options.AsAt = None,
    format_: options.FormatOption = None,
    output: options.OutputFile = None,
    colour: options.ColourOption = options.Colour.AUTO,
    strict: options.Strict = False,
) -> None:
    """Prepare the tables that a board needs for a review.

    Gaps, meetings, recommendations, possible duplicates, shared members, issues to resolve, and what has ended.

    \b
    Examples:
      govreg review
      govreg review --format markdown --output review.md
    """
    opened = load_register(register, as_at, audience_of(for_.value, people=people))
    known = opened.register
    held = [meeting for meeting in known.meetings.values() if meeting.is_held]
    reviewed = views.ReviewResult(find_duplicates(known, Query()), overlaps(known, held).pairs, findings_for_audience(opened))
    known = known.with_unread(opened.minutes.unread)
    write_report(views.review(known, reviewed, opened.as_at), format_, output, colour)
    raise typer.Exit(report_unread(known, strict=strict))
