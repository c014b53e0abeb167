"""`govreg rename`: give a meeting, an organisation, a theme or an area another name and id, everywhere."""

import shlex
from typing import Annotated

import typer

from govreg.analysis.changes.rename import rename_entry
from govreg.errors import GovregError
from govreg.model.edits import RegisterChange
from govreg.model.names import fold, is_id, shown
from govreg.model.register import Register
from govreg.session import completion, entry_words, options
from govreg.session.change import change_register, file_reader, restate_verdicts
from govreg.session.load import LoadedRegister
from govreg.session.streams import notify


def rename(
    words: Annotated[
        list[str],
        typer.Argument(metavar="[organisation|theme|area] OLD NEW", autocompletion=completion.meeting, help="The entry, and its new name."),
    ],
    id_: Annotated[str | None, typer.Option("--id", metavar="ID", help="The new id (default: made from the new name).")] = None,
    keep_id: Annotated[bool, typer.Option("--keep-id", help="Change only the name; the id stays.")] = False,
    dry_run: options.DryRun = False,
    register: options.RegisterFolder = None,
    as_at: options.AsAt = None,
) -> None:
    """Rename an entry everywhere.

    Every file that names it gets the new id, which is made from the new name. The old name stays as an alias. Verdicts on a
    meeting are kept, and its minutes move with it. A NEW name in the form of an id, such as budget-board, changes the id alone.

    \b
    Examples:
      govreg rename "Budget board" "Finance Board"
      govreg rename organisation "Fire Service" "Fire and Rescue Service"
    """
    kind, rest = entry_words.kind_and_rest([entry_words.check_typed("name", word) for word in words], 2)
    if len(rest) != 2:  # noqa: PLR2004 - the old name and the new one
        raise GovregError("This needs the old name and the new one.", 'Put each in quotes: govreg rename "Budget board" "Finance Board"')
    if id_ is not None and keep_id:
        raise GovregError("--id and --keep-id were both given.", "Give one of them.")
    old_word, new_word = rest
    renamed: list[str] = []

    def decide(loaded: LoadedRegister) -> RegisterChange:
        known = loaded.register
        if known.unread or loaded.all_minutes.unread:
            files = ", ".join((*known.unread, *loaded.all_minutes.unread))
            raise GovregError(f"These files have errors, and may name it: {files}.", "Correct them first; see “govreg validate”.")
        old = entry_words.entry_id(known, kind, old_word)
        if kind == "organisation":
            _check_not_one_of_two(known, old, new_word)
        entry_words.check_name_free(known, kind, new_word, old)
        only_id = is_id(new_word) and "-" in new_word
        new = old if keep_id or fold(new_word) == old else entry_words.new_id(known, kind, new_word, id_, but=old)
        renamed[:] = [new]
        name = None if only_id and not keep_id else new_word
        change = rename_entry(known, loaded.all_minutes.minutes, file_reader(loaded), kind, old, new, name)
        return restate_verdicts(loaded, change, {old: new} if kind == "meeting" else {})

    done = change_register(register, as_at, decide, dry_run=dry_run)
    if done.written:
        notify("Renamed.", f"Next: govreg show {renamed[0]}" if kind == "meeting" else "Next: govreg validate")


def _check_not_one_of_two(known: Register, old: str, name: str) -> None:
    """Raise GovregError if another organisation than `old` has `name`: what to do if the two are one."""
    there = known.organisations.find(name)
    if there is None or there == old:
        return
    entry = known.organisations[old]
    names = " ".join(shlex.quote(shown(one)) for one in (entry.name, *entry.aliases))
    raise GovregError(
        f"There is an organisation called “{shown(name, 80)}” already: {there}.",
        f"Choose another name. If the two are one, write {there} wherever {old} is named: “govreg organisation {old}” shows its meetings, "
        f"and “govreg set MEETING participants.{old}.organisation {there}” changes a member. Then delete {old} from organisations.yaml; "
        "“govreg validate” finds what still names it. Once that is corrected, keep its names: "
        f"govreg set organisation {there} --add aliases {names}",
    )
