"""What a shell may complete: ids and short names of organisations, themes, areas and meetings, and codes of findings.

It reads only the file that has the names, without the checks of a whole register: it must answer while somebody types.
Whatever can't be read completes to nothing.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import typer

Offered = list[tuple[str, str]]
"""What may be typed, with what it stands for."""


def organisation(context: typer.Context, incomplete: str) -> Offered:
    """Organisations that begin with `incomplete`."""
    return [*_beginning(incomplete, _named(context, "organisations.yaml"))]


def lead(context: typer.Context, incomplete: str) -> Offered:
    """Organisations that begin with `incomplete`, and the words for a lead that is none."""
    words = [("joint", "several organisations lead"), ("unclear", "the source is unclear"), ("not-stated", "no source says")]
    return [*_beginning(incomplete, iter(words)), *organisation(context, incomplete)]


def theme(context: typer.Context, incomplete: str) -> Offered:
    """Themes that begin with `incomplete`."""
    return [*_beginning(incomplete, _named(context, "themes.yaml"))]


def area(context: typer.Context, incomplete: str) -> Offered:
    """Areas that begin with `incomplete`."""
    return [*_beginning(incomplete, _named(context, "register.yaml", "areas"))]


def meeting(context: typer.Context, incomplete: str) -> Offered:
    """Meetings that begin with `incomplete`."""
    from govreg.errors import GovregError
    from govreg.storage import layout
    from govreg.storage.tree import FolderTree, UnreadableFileError

    try:
        names = [entry.name for entry in FolderTree(_folder(context)).entries(layout.MEETINGS)]
    except (GovregError, UnreadableFileError):
        return []
    ids = (layout.meeting_id(name) for name in names if layout.looks_like_yaml(name))
    return [*_beginning(incomplete, ((id_, "") for id_ in ids if isinstance(id_, str)))]


def code(incomplete: str) -> Offered:
    """Codes of findings that begin with `incomplete`, in any case."""
    from govreg.rules.catalogue import every_rule

    codes = ((rule.code.lower() if incomplete.islower() else rule.code, rule.doc.title) for rule in every_rule())
    return [*_beginning(incomplete, codes)]


def _beginning(incomplete: str, offered: Iterator[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    return ((word, says) for word, says in offered if word.startswith(incomplete) and " " not in word)


def _folder(context: typer.Context) -> Path:
    """The register's folder, as it was typed or as the command would find it."""
    from govreg.storage.folder import VARIABLE, find

    typed = context.params.get("register")
    return find(Path(typed) if typed else None, os.environ.get(VARIABLE))


def _named(context: typer.Context, file: str, key: str | None = None) -> Iterator[tuple[str, str]]:
    """The ids and aliases in `file`, or behind its `key`, with the names they stand for."""
    from govreg.errors import GovregError
    from govreg.storage.tree import FolderTree, UnreadableFileError
    from govreg.yaml.parse import parse
    from govreg.yaml.text import InvalidTextError, text_of

    try:
        data = parse(text_of(FolderTree(_folder(context)).read(file)), file).data
    except (GovregError, UnreadableFileError, InvalidTextError):
        return
    entries = data.get(key) if key is not None and isinstance(data, dict) else data
    for id_, entry in entries.items() if isinstance(entries, dict) else ():
        name = entry.get("name") if isinstance(entry, dict) else ""
        aliases = entry.get("aliases") if isinstance(entry, dict) else ()
        for word in dict.fromkeys((id_, name, *(aliases if isinstance(aliases, tuple) else ()))):
            if isinstance(word, str):
                yield word, name if isinstance(name, str) else ""
