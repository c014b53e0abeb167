"""`govreg verdict`: record what a reviewer decided of a pair of meetings, or list what was decided."""

from enum import StrEnum
from typing import Annotated

import typer

from govreg.analysis.verdicts import fingerprint, verdict_statuses
from govreg.errors import GovregError
from govreg.model.dates import in_words, is_date, last_day
from govreg.model.names import shown
from govreg.session import completion, options, resolve
from govreg.session.load import load_register
from govreg.session.output import report_unread, write_report
from govreg.session.streams import notify
from govreg.storage.verdict_writer import Written, add_verdict
from govreg.views import verdicts as views


class Decided(StrEnum):
    """What a reviewer may decide."""

    DISTINCT = "distinct"
    RELATED = "related"
    DUPLICATE = "duplicate"
    UNSURE = "unsure"


def verdict(
    a: Annotated[str | None, typer.Argument(metavar="A", autocompletion=completion.meeting, help="One meeting.")] = None,
    b: Annotated[str | None, typer.Argument(metavar="B", autocompletion=completion.meeting, help="The other.")] = None,
    decided: Annotated[Decided | None, typer.Argument(metavar="VERDICT", help="distinct, related, duplicate or unsure.")] = None,
    reason: Annotated[str | None, typer.Option("--reason", metavar="TEXT", help="Why, for whoever asks next year.")] = None,
    by: Annotated[str | None, typer.Option("--by", metavar="POST", help="Who decided: a post rather than a person.")] = None,
    review_by: Annotated[str | None, typer.Option("--review-by", metavar="DATE", help="When to look at the pair again.")] = None,
    listed: Annotated[bool, typer.Option("--list", help="Show what was decided, and what of it has to be looked at again.")] = False,
    register: options.RegisterFolder = None,
    as_at: options.AsAt = None,
    format_: options.FormatOption = None,
    output: options.OutputFile = None,
    colour: options.ColourOption = options.Colour.AUTO,
    strict: options.Strict = False,
) -> None:
    """Record what was decided about a pair of meetings.

    The pair isn't raised again until its entries change. The verdict is added to the end of verdicts.yaml; the last one on a pair counts.

    \b
    Examples:
      govreg verdict "Local Meetings" "Senior Contact Meetings" distinct --reason "One is for places, the other for posts"
      govreg verdict --list
    """
    opened = load_register(register, as_at)
    if listed:
        if any(one is not None for one in (a, reason, by, review_by)):
            raise GovregError("--list shows what was decided, and records nothing.", "govreg verdict --list")
        write_report(
            views.verdicts(opened.register, verdict_statuses(opened.register, opened.today), opened.as_at), format_, output, colour
        )
        raise typer.Exit(report_unread(opened.register, strict=strict))
    if a is None or b is None or decided is None or not (reason or "").strip():
        raise GovregError("A verdict needs two meetings, a word and a reason.", 'govreg verdict A B distinct --reason "…"')
    if format_ is not None or output is not None:
        raise GovregError("A verdict is recorded, and puts nothing out.", "Leave out --format and --output, or add --list.")

    known = opened.register
    ids = sorted(resolve.meeting_id(known, word) for word in (a, b))
    if ids[0] == ids[1]:
        raise GovregError("Both are the same meeting.", "Name two different meetings.")
    if review_by is not None and not is_date(review_by):
        raise GovregError(f"“{shown(review_by)}” is no date (--review-by).", "Write it as 2027-11-10, 2027-11 or 2027.")
    if review_by is not None and last_day(review_by) < opened.today:
        raise GovregError(f"“{review_by}” is past already (--review-by), as at {opened.as_at}.", "Name a later date.")
    one, other = (known.meetings[id_] for id_ in ids)
    item: Written = {"meetings": (ids[0], ids[1]), "verdict": decided.value, "on": opened.as_at, "reason": (reason or "").strip()}
    if (by or "").strip():
        item["by"] = (by or "").strip()
    if review_by is not None:
        item["review_by"] = review_by
    add_verdict(opened.folder, {**item, "of": fingerprint(one, other)})
    until = f", or {in_words(review_by)} is over" if review_by is not None else ""
    notify(f"Recorded: “{one.title}” and “{other.title}” are {_said(decided)}.", f"It holds until what their entries say changes{until}.")
    raise typer.Exit(report_unread(known, strict=strict))


def _said(decided: Decided) -> str:
    return {Decided.DUPLICATE: "the same work", Decided.UNSURE: "not decided"}.get(decided, decided.value)
