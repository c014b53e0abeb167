"""`govreg set`: change a field of a meeting, an organisation, a theme or an area, or of many meetings at once."""

from typing import Annotated

import typer

from govreg.analysis.changes import fields
from govreg.analysis.changes.file_data import entry_location
from govreg.errors import GovregError
from govreg.model.edits import RegisterChange
from govreg.model.markers import EntryKind
from govreg.model.names import many
from govreg.session import completion, entry_words, options
from govreg.session.bulk import confirm_changes, matching
from govreg.session.change import change_register, file_reader
from govreg.session.endings import notify_stale_status
from govreg.session.load import LoadedRegister
from govreg.session.names_to_ids import with_ids
from govreg.session.source_words import notify_words_kept
from govreg.session.streams import notify
from govreg.session.typed_dates import as_read


def set_field(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[organisation|theme|area] NAME KEY VALUE …",
            autocompletion=completion.meeting,
            help="The entry, the field and its value.",
        ),
    ] = None,
    add: Annotated[bool, typer.Option("--add", help="Add VALUE to the list in the field.")] = False,
    remove: Annotated[bool, typer.Option("--remove", help="Remove VALUE from the list; without VALUE, remove the field.")] = False,
    where: Annotated[
        list[str] | None,
        typer.Option("--where", metavar="FILTER=VALUE", help="Instead of NAME: all meetings that this filter of `list` finds. Repeatable."),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="With --where: don't ask before writing.")] = False,
    dry_run: options.DryRun = False,
    register: options.RegisterFolder = None,
    as_at: options.AsAt = None,
) -> None:
    """Change a field of an entry, or of many meetings.

    An entry is a meeting, an organisation, a theme or an area. KEY is a field, such as `level`, or a field inside another, such as
    `chair.role`, `review.next_due` or `participants.nhs.until`. Several values make a list; `field=value` pairs make one item of a list.
    Dates are read with the day first: 1/10/2026 is 1 October.

    \b
    Examples:
      govreg set "Budget board" frequency "Twice a year"
      govreg set "Budget board" --add participants organisation="Youth Council" role=Chair
      govreg set --where lead=OPCC --where level=strategic chair.organisation PCC
    """
    typed = [entry_words.check_typed("value", word) for word in words or ()]
    if add and remove:
        raise GovregError("--add and --remove were both given.", "Give one of them.")
    if where:
        _set_many(typed, where, add, remove, yes, dry_run, register, as_at)
        return
    kind, rest = entry_words.kind_and_rest(typed, 2 if remove else 3)
    if len(rest) < (2 if remove else 3):
        raise GovregError("This needs an entry, a field and a value.", 'For example: govreg set "Budget board" level strategic')
    name, key, *values = rest

    dates: list[tuple[str, str]] = []

    def decide(loaded: LoadedRegister) -> RegisterChange:
        if kind == "meeting" and name in entry_words.KINDS and loaded.register.meetings.find(name) is None:
            raise GovregError("This needs an entry, a field and a value.", f"For example: govreg set {name} NAME FIELD VALUE")
        id_ = entry_words.entry_id(loaded.register, kind, name)
        return _change(loaded, kind, id_, key, values, add=add, remove=remove, dates=dates)

    done = change_register(register, as_at, decide, dry_run=dry_run)
    _say_dates(dates)
    if done.written:
        id_ = entry_words.entry_id(done.after.register, kind, name) if key not in ("title", "name") else ""
        if kind == "meeting" and id_:
            notify_stale_status(done.loaded.register, done.after.register, id_)
        notify_words_kept(done.loaded.register, done.after.register)
        notify("Done.", _next(kind, id_))


def _next(kind: EntryKind, id_: str) -> str:
    if kind == "meeting" and id_:
        return f"Next: govreg show {id_}"
    return "Next: govreg validate"


def _say_dates(dates: list[tuple[str, str]]) -> None:
    if dates:
        notify(as_read(dates))


def _change(
    loaded: LoadedRegister,
    kind: EntryKind,
    id_: str,
    key: str,
    values: list[str],
    *,
    add: bool,
    remove: bool,
    dates: list[tuple[str, str]],
) -> RegisterChange:
    """The change of one field; `dates` gets what was read as a date with the day first."""
    files = file_reader(loaded)
    entry = entry_location(kind, id_)
    if not remove:
        dates += fields.dates_read(fields.named_field(files(entry.file), entry, key).spec, values)
    act = fields.add_to_field if add else fields.remove_from_field if remove else fields.set_field
    return with_ids(loaded.register, files, entry, act(files(entry.file), entry, key, values))


def _set_many(
    typed: list[str],
    where: list[str],
    add: bool,  # noqa: FBT001
    remove: bool,  # noqa: FBT001
    yes: bool,  # noqa: FBT001
    dry_run: bool,  # noqa: FBT001
    register: options.RegisterFolder,
    as_at: options.AsAt,
) -> None:
    if len(typed) < (1 if remove else 2):
        raise GovregError("With --where this needs a field and a value.", "For example: govreg set --where lead=OPCC level strategic")
    key, *values = typed
    dates: list[tuple[str, str]] = []

    def decide(loaded: LoadedRegister) -> RegisterChange:
        change = RegisterChange()
        for id_ in matching(loaded, where):
            change = change.joined(_change(loaded, "meeting", id_, key, values, add=add, remove=remove, dates=dates))
        return change

    done = change_register(register, as_at, decide, dry_run=dry_run, confirm=None if yes else confirm_changes)
    _say_dates(dates)
    if done.written:
        notify_words_kept(done.loaded.register, done.after.register)
        notify(f"Changed {many(len(done.files), 'meeting')}.", "Next: govreg validate")
