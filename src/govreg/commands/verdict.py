"""`govreg verdict`: record what a reviewer decided about a pair or a group of meetings, or list what was decided."""

from collections.abc import Sequence
from enum import StrEnum
from itertools import combinations
from typing import Annotated

import typer

from govreg.analysis.verdicts import fingerprint, verdict_statuses
from govreg.errors import GovregError
from govreg.model.dates import in_words, last_day
from govreg.model.edits import FileEdit, InsertItem, RegisterChange
from govreg.model.location import VERDICTS
from govreg.model.names import listed as in_a_row
from govreg.model.names import shown
from govreg.model.register import Register
from govreg.session import completion, options, resolve
from govreg.session.change import change_register
from govreg.session.entry_words import check_typed
from govreg.session.load import LoadedRegister, load_register
from govreg.session.output import report_unread, write_report
from govreg.session.streams import notify
from govreg.session.typed_dates import typed_date
from govreg.views import verdicts as views


class Decided(StrEnum):
    """What a reviewer may decide."""

    DISTINCT = "distinct"
    RELATED = "related"
    DUPLICATE = "duplicate"
    UNSURE = "unsure"


def verdict(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="A B … VERDICT",
            autocompletion=completion.meeting_or_verdict,
            help="Two or more meetings, then distinct, related, duplicate or unsure.",
        ),
    ] = None,
    reason: Annotated[str | None, typer.Option("--reason", metavar="TEXT", help="Why, for whoever asks next year.")] = None,
    by: Annotated[str | None, typer.Option("--by", metavar="POST", help="Who decided: a post rather than a person.")] = None,
    review_by: Annotated[str | None, typer.Option("--review-by", metavar="DATE", help="When to look at it again.")] = None,
    listed: Annotated[bool, typer.Option("--list", help="List the verdicts, and those that need another look.")] = False,
    dry_run: options.DryRun = False,
    register: options.RegisterFolder = None,
    as_at: options.AsAt = None,
    format_: options.FormatOption = None,
    output: options.OutputFile = None,
    colour: options.ColourOption = options.Colour.AUTO,
    strict: options.Strict = False,
) -> None:
    """Record what was decided about a pair or a group.

    The pair isn't raised again until its entries change. With three or more meetings, each pair of them gets the verdict. It is added at
    the end of verdicts.yaml; the last verdict on a pair counts.

    \b
    Examples:
      govreg verdict "Local Meetings" "Senior Contact Meetings" distinct --reason "One is for places, the other for posts"
      govreg verdict --list
    """
    opened = load_register(register, as_at)
    if listed:
        if words or any(one is not None for one in (reason, by, review_by)):
            raise GovregError("--list only shows verdicts: leave out the rest.", "govreg verdict --list")
        write_report(
            views.verdicts(opened.register, verdict_statuses(opened.register, opened.today), opened.as_at), format_, output, colour
        )
        raise typer.Exit(report_unread(opened.register, strict=strict))
    decided = _decided(words or ())
    if decided is not None and not (reason or "").strip():
        raise GovregError("A verdict needs a reason.", 'Add --reason "…"')
    if decided is None:
        raise GovregError(
            "A verdict needs two or more meetings, then distinct, related, duplicate or unsure, and a reason.",
            'govreg verdict A B distinct --reason "…"',
        )
    if format_ is not None or output is not None:
        raise GovregError("A verdict is recorded, not printed.", "Leave out --format and --output, or add --list.")

    review_by = typed_date(review_by, "--review-by") if review_by is not None else None
    if review_by is not None and last_day(review_by) < opened.today:
        raise GovregError(f"{in_words(review_by)} has passed (--review-by), as at {in_words(opened.as_at)}.", "Give a later date.")
    texts = {"reason": (reason or "").strip(), "by": (by or "").strip(), "review_by": review_by or ""}
    for key, text in texts.items():
        if "\n" in check_typed(key, text):
            raise GovregError(f"The {key} “{shown(text)}” has several lines.", "Nothing was written. Write it on one line.")

    def decide(loaded: LoadedRegister) -> RegisterChange:
        known = loaded.register
        ids = _meetings(known, words or ())
        given = {key: text for key, text in texts.items() if text}
        return RegisterChange(
            tuple(
                FileEdit(
                    VERDICTS,
                    InsertItem(
                        (),
                        {
                            "meetings": (a, b),
                            "verdict": decided.value,
                            "on": loaded.as_at,
                            **given,
                            "of": fingerprint(known.meetings[a], known.meetings[b]),
                        },
                    ),
                )
                for a, b in combinations(ids, 2)
            )
        )

    done = change_register(register, as_at, decide, dry_run=dry_run)
    if done.written:
        ids = _meetings(opened.register, words or ())
        until = f", or until {in_words(review_by)}" if review_by is not None else ""
        titles = in_a_row([f"“{opened.register.meetings[id_].title}”" for id_ in ids])
        count = len(ids) * (len(ids) - 1) // 2
        pairs = "" if count == 1 else f" ({count:,} pairs)"
        notify(f"Recorded: {titles} are {_decision(decided)}{pairs}.", f"It applies until what their entries say changes{until}.")
    raise typer.Exit(report_unread(opened.register, strict=strict))


def _meetings(register: Register, words: Sequence[str]) -> list[str]:
    """The ids of the meetings named before the verdict, in order. Raises GovregError if one is named twice or is unknown."""
    ids = sorted(resolve.meeting_id(register, word) for word in words[:-1])
    if len(set(ids)) < len(ids):
        raise GovregError("One meeting is named twice.", "Name two or more different meetings.")
    return ids


def _decided(words: Sequence[str]) -> Decided | None:
    """The verdict behind two or more meetings; None if there are fewer, or the last word is not one."""
    last = words[-1] if len(words) >= _FEWEST_WORDS else ""
    return Decided(last) if last in list(Decided) else None


_FEWEST_WORDS = 3


def _decision(decided: Decided) -> str:
    return {Decided.DUPLICATE: "the same work", Decided.UNSURE: "not decided"}.get(decided, decided.value)
