"""`govreg new`: add a meeting, an organisation, a theme or an area."""

import shlex
from collections.abc import Mapping, Sequence
from typing import Annotated

import typer

from govreg.analysis.changes.file_data import new_entry
from govreg.analysis.duplicates.search import Query, find_duplicates
from govreg.errors import GovregError
from govreg.model.edits import RegisterChange
from govreg.model.markers import EntryKind
from govreg.model.names import shown
from govreg.session import completion, entry_words, options
from govreg.session.change import PreparedChange, change_register, file_reader
from govreg.session.load import LoadedRegister, load_register
from govreg.session.new_values import ask_for_missing, new_organisations, new_value, with_organisations
from govreg.session.streams import notify
from govreg.session.typed_dates import as_read

_SIMILAR = 3
"""How many meetings that look like a new one are named."""


def new(
    words: Annotated[
        list[str],
        typer.Argument(metavar="[organisation|theme|area] NAME", help="Its title or name. If it isn't a meeting, say first what it is."),
    ],
    lead: Annotated[
        list[str] | None,
        typer.Option(
            "--lead", metavar="WHO", autocompletion=completion.lead, help="Who leads; or unclear, or not-stated. Repeat for a joint lead."
        ),
    ] = None,
    support: Annotated[
        list[str] | None,
        typer.Option("--support", metavar="WHO", autocompletion=completion.organisation, help="Who supports the lead. Repeatable."),
    ] = None,
    chair: Annotated[
        str | None,
        typer.Option("--chair", metavar="WHO", autocompletion=completion.organisation, help="The organisation that chairs."),
    ] = None,
    kind: Annotated[str | None, typer.Option("--kind", metavar="KIND", help=options.KINDS)] = None,
    level: Annotated[str | None, typer.Option("--level", metavar="LEVEL", help="strategic, tactical or operational.")] = None,
    status: Annotated[str | None, typer.Option("--status", metavar="STATUS", help="proposed, shadow, active, suspended or ended.")] = None,
    area: Annotated[
        list[str] | None, typer.Option("--area", metavar="AREA", autocompletion=completion.area, help="An area it covers. Repeatable.")
    ] = None,
    theme: Annotated[
        list[str] | None, typer.Option("--theme", metavar="THEME", autocompletion=completion.theme, help="A theme of its work. Repeatable.")
    ] = None,
    purpose: Annotated[str | None, typer.Option("--purpose", metavar="TEXT", help="What it is for.")] = None,
    focus: Annotated[list[str] | None, typer.Option("--focus", metavar="TEXT", help="What it works on now. Repeatable.")] = None,
    participant: Annotated[
        list[str] | None,
        typer.Option("--participant", metavar="WHO", autocompletion=completion.organisation, help="Who sits on it. Repeatable."),
    ] = None,
    frequency: Annotated[str | None, typer.Option("--frequency", metavar="TEXT", help="How often it meets: “quarterly”.")] = None,
    reports_to: Annotated[
        list[str] | None,
        typer.Option("--reports-to", metavar="WHO", autocompletion=completion.meeting, help="What it reports to. Repeatable."),
    ] = None,
    set_: Annotated[
        list[options.OptionPair] | None,
        typer.Option("--set", metavar="KEY VALUE", parser=options.OptionPair, help="Any other field. Repeatable."),
    ] = None,
    id_: Annotated[str | None, typer.Option("--id", metavar="ID", help="Its id (default: made from the name).")] = None,
    organisation: Annotated[
        list[str] | None,
        typer.Option("--new-organisation", metavar="NAME", help="Add this organisation too. Repeatable."),
    ] = None,
    dry_run: options.DryRun = False,
    register: options.RegisterFolder = None,
    as_at: options.AsAt = None,
) -> None:
    """Add a meeting, organisation, theme or area.

    Organisations, themes, areas and meetings may be given by name, alias or id. At a terminal govreg asks for what is missing; elsewhere a
    meeting needs --lead. It then names meetings that may already do the same work.

    \b
    Examples:
      govreg new "Budget board" --lead OPCC --frequency Quarterly --participant NHS
      govreg new organisation "Youth Council" --set sector community --set aliases YC
    """
    entry_kind, rest = entry_words.kind_and_rest([entry_words.check_typed("name", word) for word in words], 1)
    if len(rest) != 1 or not rest[0].strip():
        raise GovregError("This needs one name.", _how_to_write(entry_kind, rest))
    name = rest[0].strip()
    given = {
        "lead": lead,
        "support": support,
        "chair": [chair] if chair else None,
        "kind": [kind] if kind else None,
        "level": [level] if level else None,
        "status": [status] if status else None,
        "areas": area,
        "themes": theme,
        "purpose": [purpose] if purpose else None,
        "focus": focus,
        "participants": participant,
        "frequency": [frequency] if frequency else None,
        "reports_to": reports_to,
    }
    fields = [(key, [entry_words.check_typed(key, text) for text in texts]) for key, texts in given.items() if texts]
    if entry_kind != "meeting" and fields:
        raise GovregError(f"--{fields[0][0].replace('_', '-')} is a field of a meeting.", "For other fields use --set KEY VALUE.")
    fields += [(key, [entry_words.check_typed(key, text)]) for key, text in set_ or ()]
    if entry_kind == "meeting" and name in entry_words.KINDS and not fields:
        raise GovregError(f"This says what to add, but not its name: “{name}”.", f"govreg new {name} NAME")
    also = [entry_words.check_typed("name", text) for text in organisation or ()]
    if entry_kind == "meeting" and all(key != "lead" for key, _ in fields):
        ask_for_missing(load_register(register, as_at).register, fields, also)
    created: list[str] = []
    dates: list[tuple[str, str]] = []

    def decide(loaded: LoadedRegister) -> RegisterChange:
        files = file_reader(loaded)
        added = new_organisations(loaded.register, also)
        known = with_organisations(loaded.register, added)
        id_of_new = entry_words.new_id(known, entry_kind, name, id_)
        created[:] = [id_of_new]
        change = RegisterChange()
        for one, its_name in added.items():
            change = change.joined(new_entry(files, "organisation", one, {"name": its_name}))
        new_fields = new_value(known, entry_kind, id_of_new, name, fields)
        dates[:] = new_fields.dates
        return change.joined(new_entry(files, entry_kind, id_of_new, new_fields.value))

    done = change_register(register, as_at, decide, dry_run=dry_run)
    if dates:
        notify(as_read(dates))
    if entry_kind == "meeting":
        _name_similar(done, created[0])
    if done.written:
        notify("Added.", f"Next: {_NEXT[entry_kind].format(id=created[0])}")


def _how_to_write(kind: EntryKind, words: Sequence[str]) -> str:
    """How to write what was typed as several `words`: a field with --set, a name of several words in quotes."""
    fields = [(key, value) for key, equals, value in (word.partition("=") for word in words) if equals]
    if fields:
        key, value = fields[0]
        return f"Give a field with --set: --set {shown(key)} {shlex.quote(shown(value))}"
    return "Put it in quotes: " + ('govreg new "Budget board" --lead OPCC' if kind == "meeting" else f'govreg new {kind} "NAME"')


_NEXT: Mapping[EntryKind, str] = {
    "meeting": "govreg show {id}",
    "organisation": "govreg new MEETING --lead {id}",
    "theme": "govreg list --theme {id}",
    "area": "govreg new MEETING --area {id}",
}
"""What to do after an entry was added."""


def _name_similar(done: PreparedChange, id_: str) -> None:
    """Say which meetings of the register look like the new one."""
    register = done.after.register
    if id_ not in register.meetings:
        return
    for pair in find_duplicates(register, Query(meeting=id_, limit=_SIMILAR)).pairs:
        other = pair.b if pair.a == id_ else pair.a
        notify(f"It may duplicate “{shown(register.meetings[other].title, 80)}”.", f"Compare: govreg duplicates {id_} {other}")
