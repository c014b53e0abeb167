"""`govreg review`: the review tables on the screen, and the pack, the paper that a Board takes, as a document."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from govreg.analysis.coverage import coverage
from govreg.analysis.diff.compare import RegisterDiff, compare
from govreg.analysis.diff.partial import fill_gaps
from govreg.analysis.duplicates.comparison import build_comparison
from govreg.analysis.duplicates.search import Query, find_duplicates
from govreg.analysis.load import LoadReader
from govreg.analysis.overlaps import MOST_LISTED, MOST_RANKED, PairsInCommon, pairs_in_common
from govreg.analysis.text.topics import Topics
from govreg.analysis.whatif.result import run_scenario
from govreg.analysis.whatif.scenario import ScenarioOptions, scenario
from govreg.analysis.whatif.work_index import WorkReader
from govreg.errors import GovregError
from govreg.model.dates import in_words, is_date
from govreg.model.names import shown
from govreg.model.register import Register
from govreg.model.settings import Paper
from govreg.render.formats import Format
from govreg.render.progress import track
from govreg.report import Report
from govreg.session import options
from govreg.session.check import findings_for_audience
from govreg.session.compare import read_sides
from govreg.session.load import LoadedRegister, audience_of, load_register
from govreg.session.output import report_format, report_long_entries, report_unread, write_report
from govreg.storage.given_file import read_given
from govreg.views import review as views
from govreg.views.diff.data import ComparedSides
from govreg.views.pack.duplicates import PAIRS_LISTED
from govreg.views.pack.report import pack
from govreg.views.pack.result import PackResult

_LARGEST_TEMPLATE = 20 * 1024 * 1024


def review(
    since: Annotated[str | None, typer.Option("--since", metavar="REV", help="In a pack: what changed since this git revision.")] = None,
    title: Annotated[str | None, typer.Option("--title", metavar="TEXT", help="In a pack: the paper's name.")] = None,
    meeting: Annotated[str | None, typer.Option("--meeting", metavar="TEXT", help="In a pack: the board that it goes to.")] = None,
    date: Annotated[str | None, typer.Option("--date", metavar="DATE", help="In a pack: when that board meets.")] = None,
    agenda: Annotated[str | None, typer.Option("--agenda", metavar="TEXT", help="In a pack: the number of the agenda item.")] = None,
    author: Annotated[str | None, typer.Option("--author", metavar="TEXT", help="In a pack: who writes it.")] = None,
    sponsor: Annotated[str | None, typer.Option("--sponsor", metavar="TEXT", help="In a pack: who is responsible for it.")] = None,
    template: Annotated[
        Path | None,
        typer.Option("--template", metavar="FILE", help="In a Word pack: a Word file whose styles, page and header it takes."),
    ] = None,
    for_: Annotated[
        options.ReportFor | None,
        typer.Option("--for", help="Leave out what others may not see. Default: partners in a pack, internal (everything) on the screen."),
    ] = None,
    people: options.People = False,
    register: options.RegisterFolder = None,
    as_at: options.AsAt = None,
    format_: options.FormatOption = None,
    output: options.OutputFile = None,
    colour: options.ColourOption = options.Colour.AUTO,
    strict: options.Strict = False,
) -> None:
    """Prepare a review: its tables, or a pack for the board.

    On the screen, in JSON and in CSV: gaps, meetings, recommendations, possible duplicates, shared members, issues to resolve, and what
    has ended. As Word, Excel, HTML or Markdown: the pack, a paper with a cover, a summary, numbered recommendations with their effect and
    losses, changes, the evidence for duplicates, load, coverage, and Appendix A. A pack leaves out what is internal unless you add
    --for internal. Its cover can also be set in register.yaml.

    \b
    Examples:
      govreg review
      govreg review --output pack.docx --since HEAD~5 --agenda 7
      govreg review --output pack.html --for public
    """
    chosen = report_format(format_, output)
    cover = {"title": title, "meeting": meeting, "date": date, "agenda": agenda, "author": author, "sponsor": sponsor}
    _check_options({**cover, "since": since}, template, chosen)
    visibility = for_ or (options.ReportFor.PARTNERS if chosen.is_document else options.ReportFor.INTERNAL)
    opened = load_register(register, as_at, audience_of(visibility.value, people=people))
    styles = read_given(template, _LARGEST_TEMPLATE) if template is not None else None
    changes = _changes(since, register, opened) if since is not None else None
    paper = opened.register.settings.paper.model_copy(update={key: value for key, value in cover.items() if value is not None})
    report = _pack(opened, paper, changes) if chosen.is_document else _tables(opened)
    write_report(report, format_, output, colour, styles)
    report_long_entries(opened.register)
    raise typer.Exit(report_unread(opened.register.with_unread(opened.minutes.unread), strict=strict))


def _tables(opened: LoadedRegister) -> Report:
    """The review tables, which are worked out where a format shows them."""
    known = opened.register

    def reviewed(first: int | None) -> views.ReviewResult:
        return views.ReviewResult(
            find_duplicates(known, Query(limit=first or 0), track), _shared(known, first), findings_for_audience(opened)
        )

    return views.review(known.with_unread(opened.minutes.unread), reviewed, opened.as_at)


def _pack(opened: LoadedRegister, paper: Paper, changes: tuple[RegisterDiff, ComparedSides] | None) -> Report:
    """The pack, with a bar for its steps where they take longer than a second."""
    known = opened.register
    steps = track(range(_STEPS), "Preparing the pack")
    next(steps)
    supposed = scenario(known, ScenarioOptions(recommended=True))
    topics = Topics(known)
    reader = WorkReader(topics, opened.today)
    found = find_duplicates(known, Query(limit=PAIRS_LISTED), comparison=build_comparison(known, topics=topics, also=reader.read))
    next(steps)
    shared = _shared(known, MOST_RANKED)
    next(steps)
    findings = findings_for_audience(opened)
    next(steps)
    recommended = run_scenario(known, supposed, opened.today, reader.works)
    next(steps)
    loads = LoadReader(known, opened.today)
    now, then = loads.load(known), loads.load(recommended.comparison.after)
    next(steps)
    covered = coverage(known, opened.today, works=reader.works)
    result = PackResult(paper, found, shared, findings, recommended, now, then, covered, changes)
    report = pack(known.with_unread(opened.minutes.unread), result, opened.as_at)
    next(steps, None)
    return report


_STEPS = 6


def _shared(known: Register, first: int | None) -> PairsInCommon:
    """The pairs of held meetings, or only the `first`, that are worth a board's time: one shared seat may be chance."""
    held = [entry for entry in known.meetings.values() if entry.is_held]
    return pairs_in_common(known, held, fewest=2, most=MOST_LISTED, first=first)


def _check_options(asked: Mapping[str, str | None], template: Path | None, chosen: Format) -> None:
    """Raise GovregError for options that only a pack has where none is made, and for values that can't be used."""
    given = [f"--{name}" for name, value in asked.items() if value is not None]
    if given and not chosen.is_document:
        raise GovregError(f"{given[0]} is for the pack.", "Add --output pack.docx, .xlsx, .html or .md.")
    if template is not None and chosen.name != "docx":
        raise GovregError("--template is for Word.", "Add --output pack.docx.")
    for name, value in asked.items():
        if value is not None and (not value.strip() or "\n" in value):
            raise GovregError(f"--{name} needs a text of one line.", f'Write --{name} "…", or leave it out.')
    date = asked["date"]
    if date is not None and not is_date(date):
        raise GovregError(f"“{shown(date)}” is not a valid date (--date).", "Write it as 2016-11-10.")


def _changes(since: str, register: Path | None, opened: LoadedRegister) -> tuple[RegisterDiff, ComparedSides]:
    """What changed since a revision, as the pack's audience may see it; called by its day where it has one."""
    one, other = read_sides([since], register, opened.audience, opened.result)
    called = in_words(one.day) if one.day is not None else one.label
    compared = ComparedSides(called, other.label, (one.commit, other.commit), (one.day, other.day), opened.today)
    return compare(*fill_gaps(one.partial, other.partial)), compared
