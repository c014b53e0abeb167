"""What a shell may complete: ids and short names of organisations, themes, areas and meetings, and codes of findings.

Completion must answer while the person types, so it reads only the file with the names and checks nothing else. If that can't be
read, there are no suggestions.

Shells insert, split and evaluate suggestions, each in its own way. So only words without special characters are suggested; an entry
with other names is completed by its id.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import typer

from govreg.errors import GovregError
from govreg.model.entry_index import EntryIndex
from govreg.model.location import MEETINGS, ORGANISATIONS, REGISTER, THEMES
from govreg.model.register import Register
from govreg.session.load import find_register
from govreg.storage import layout
from govreg.storage.reader import read_tree
from govreg.storage.tree import EntryType, FolderTree, Tree, TreeEntry, UnreadableFileError
from govreg.values import dataclass

Suggestions = list[tuple[str, str]]
"""Words that may be typed, each with its help."""

_HARMLESS_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_UNSURE_IN_HELP = re.compile(r"[^\w ,./-]+")
_LONGEST_HELP = 60
"""The most characters of help, so that a list of suggestions has one line for each."""


def organisation(context: typer.Context, incomplete: str) -> Suggestions:
    """Organisations that begin with `incomplete`."""
    register = _register(context, ORGANISATIONS)
    return beginning(incomplete, _spellings(register.organisations) if register else ())


def lead(context: typer.Context, incomplete: str) -> Suggestions:
    """Organisations that begin with `incomplete`, and the words for a lead that isn't one organisation."""
    words = [("joint", "several organisations lead"), ("unclear", "the source is unclear"), ("not-stated", "no source says")]
    return [*beginning(incomplete, words), *organisation(context, incomplete)]


def theme(context: typer.Context, incomplete: str) -> Suggestions:
    """Themes that begin with `incomplete`."""
    register = _register(context, THEMES)
    return beginning(incomplete, _spellings(register.themes) if register else ())


def area(context: typer.Context, incomplete: str) -> Suggestions:
    """Areas that begin with `incomplete`."""
    register = _register(context, REGISTER)
    return beginning(incomplete, _spellings(register.areas) if register else ())


def meeting(context: typer.Context, incomplete: str) -> Suggestions:
    """Meetings that begin with `incomplete`."""
    try:
        entries = FolderTree(_folder(context)).entries(MEETINGS)
    except (GovregError, UnreadableFileError):
        return []
    ids = (layout.meeting_id(entry.name) for entry in entries if entry.type is EntryType.FILE)
    return beginning(incomplete, ((id_, "") for id_ in ids if isinstance(id_, str)))


def meeting_or_verdict(context: typer.Context, incomplete: str) -> Suggestions:
    """Meetings that begin with `incomplete`, and the words for a verdict."""
    words = [
        ("distinct", "two pieces of work"),
        ("related", "keep both"),
        ("duplicate", "the same work"),
        ("unsure", "not decided"),
    ]
    return [*beginning(incomplete, words), *meeting(context, incomplete)]


def path() -> Suggestions:
    """No suggestions: the shell then completes names of files and folders, and quotes them as it must."""
    return []


def beginning(incomplete: str, words: Iterable[tuple[str, str]]) -> Suggestions:
    """Those of `words` that begin with `incomplete` and are harmless in every shell, each with harmless help."""
    return [(word, _harmless(says)) for word, says in words if word.startswith(incomplete) and _HARMLESS_WORD.fullmatch(word)]


def _harmless(text: str) -> str:
    """`text` as help, without characters that mean something to a shell, a terminal or Rich."""
    plain = " ".join(_UNSURE_IN_HELP.sub(" ", text.replace("&", " and ")).split())
    return plain if len(plain) <= _LONGEST_HELP else plain[: _LONGEST_HELP - 1].rstrip() + "…"


def _folder(context: typer.Context) -> Path:
    """The register's folder, as it was typed or as the command would find it."""
    return find_register(context.params.get("register") or None)


def _register(context: typer.Context, file: str) -> Register | None:
    """The part of the register that is in `file`; None if there is no register."""
    try:
        folder = _folder(context)
    except GovregError:
        return None
    return read_tree(_OneFile(FolderTree(folder), file)).register


@dataclass(frozen=True)
class _OneFile:
    """A tree that shows only the file `name`."""

    tree: Tree
    name: str

    def entries(self, folder: str) -> Sequence[TreeEntry]:
        """The file, if it is in `folder`."""
        return () if folder else [entry for entry in self.tree.entries("") if entry.name == self.name]

    def read(self, name: str) -> bytes:
        """The bytes of `name`."""
        return self.tree.read(name)


def _spellings(directory: EntryIndex[Any]) -> Iterator[tuple[str, str]]:
    """The ids, names and aliases by which an entry is found, with its name."""
    for id_, entry in directory.items():
        for word in dict.fromkeys((id_, *directory.names(entry))):
            if directory.find(word) == id_:
                yield word, entry.name
