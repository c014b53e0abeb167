"""`govreg review`: the review tables, what a board needs in front of it."""

import typer

from govreg.session import options as take
from govreg.session.output import report_unread, write_report


def review(
    for_: take.For = take.ReportFor.INTERNAL,
    people: take.People = False,
    register: take.RegisterFolder = None,
    as_at: take.AsAt = None,
    format_: take.FormatOption = None,
    output: take.OutputFile = None,
    colour: take.ColourOption = take.Colour.AUTO,
    strict: take.Strict = False,
) -> None:
    """Show the review tables: what there is, what is recommended, what is done twice, what is to be put right.

    \b
    Examples:
      govreg review
      govreg review --format markdown --output review.md
    """
    from govreg.analysis.duplicates.search import Query, find_duplicates
    from govreg.analysis.overlaps import overlaps
    from govreg.session.check import findings_for_audience
    from govreg.session.load import audience_of, load_register
    from govreg.views.review import ReviewResult
    from govreg.views.review import review as told

    opened = load_register(register, as_at, audience_of(for_.value, people=people))
    known = opened.register
    live = [meeting for meeting in known.meetings.values() if meeting.live]
    reviewed = ReviewResult(find_duplicates(known, Query()), overlaps(known, live).pairs, findings_for_audience(opened))
    known = known.with_unread(opened.minutes.unread)
    write_report(told(known, reviewed, opened.as_at), format_, output, colour)
    raise typer.Exit(report_unread(known, strict=strict))
