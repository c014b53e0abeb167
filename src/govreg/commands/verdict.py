"""`govreg verdict`: record what a reviewer decided of a pair of meetings, or list what was decided."""

from enum import StrEnum
from typing import Annotated

import typer

from govreg.analysis.verdicts import fingerprint, verdict_statuses
from govreg.errors import GovregError
from govreg.model.dates import in_words, is_date, last_day
from govreg.model.edits import FileEdit, InsertItem, RegisterChange
from govreg.model.location import VERDICTS
from govreg.model.meeting import Meeting
from govreg.model.names import shown
from govreg.session import completion, options, resolve
from govreg.session.change import change_register
from govreg.session.entry_words import check_typed
from govreg.session.load import LoadedRegister, load_register
from govreg.session.output import report_unread, write_report
from govreg.session.streams import notify
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
    dry_run: options.DryRun = False,
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

    if review_by is not None and not is_date(review_by):
        raise GovregError(f"“{shown(review_by)}” is not a valid date (--review-by).", "Write it as 2027-11-10, 2027-11 or 2027.")
    if review_by is not None and last_day(review_by) < opened.today:
        raise GovregError(f"“{review_by}” is past already (--review-by), as at {opened.as_at}.", "Name a later date.")
    texts = {"reason": (reason or "").strip(), "by": (by or "").strip(), "review_by": review_by or ""}
    for key, text in texts.items():
        if "\n" in check_typed(key, text):
            raise GovregError(f"The {key} “{shown(text)}” has several lines.", "Nothing was written. Write it on one line.")
    pair: list[Meeting] = []

    def decide(loaded: LoadedRegister) -> RegisterChange:
        known = loaded.register
        ids = sorted(resolve.meeting_id(known, word) for word in (a, b))
        if ids[0] == ids[1]:
            raise GovregError("Both are the same meeting.", "Name two different meetings.")
        pair[:] = [known.meetings[id_] for id_ in ids]
        given = {key: text for key, text in texts.items() if text}
        item = {"meetings": (ids[0], ids[1]), "verdict": decided.value, "on": loaded.as_at, **given, "of": fingerprint(*pair)}
        return RegisterChange((FileEdit(VERDICTS, InsertItem((), item)),))

    done = change_register(register, as_at, decide, dry_run=dry_run)
    if done is not None and not dry_run:
        until = f", or {in_words(review_by)} is over" if review_by is not None else ""
        says = f"Recorded: “{pair[0].title}” and “{pair[1].title}” are {_said(decided)}."
        notify(says, f"It holds until what their entries say changes{until}.")
    raise typer.Exit(report_unread(opened.register, strict=strict))


def _said(decided: Decided) -> str:
    return {Decided.DUPLICATE: "the same work", Decided.UNSURE: "not decided"}.get(decided, decided.value)
