"""A change of several files of a register: carried out whole, or undone, or finished by the next command that writes."""

import base64
import json
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from govreg.diagnostics.syntax import MOST_BYTES
from govreg.errors import GovregError
from govreg.model.location import ORGANISATIONS, REGISTER, THEMES
from govreg.model.names import shown
from govreg.storage import layout, paths
from govreg.storage.atomic_write import make_folder, remove, remove_folder, rewrite
from govreg.storage.tree import EntryType, FolderTree, UnreadableFileError

_SHARED = (REGISTER, ORGANISATIONS, THEMES)
"""The files that others refer to."""


_LARGEST_JOURNAL = 2 * MOST_BYTES
"""More than the whole of the largest register that is read takes in base64."""


@dataclass(frozen=True, slots=True)
class FileChange:
    """The bytes of a file of the register when it was read, and the new ones; None if there is no such file."""

    file: str
    old: bytes | None
    new: bytes | None


def in_order(changes: Sequence[FileChange]) -> list[FileChange]:
    """The changes in an order that leaves an explainable state: what others refer to first, and deletions last."""
    return sorted(changes, key=lambda change: (change.new is None, change.file not in _SHARED, change.old is not None, change.file))


def carry_out(folder: Path, changes: Sequence[FileChange]) -> None:
    """Make the changes in the register in `folder`, which the caller has locked.

    Raises GovregError if a file was changed since it was read, is a link, or can't be written; then none is changed. If even
    that fails, or the program is stopped, a journal is left, and `finish` does the rest.
    """
    ordered = in_order([change for change in changes if change.old != change.new])
    _check_places(folder, [change.file for change in ordered])
    if len(ordered) > 1:
        rewrite(folder / layout.JOURNAL, journal := _journal(ordered), None)
        _make_all(folder, ordered, journal)
        with suppress(GovregError):  # all is done; what is left of the journal says so, and goes with the next change
            remove(folder / layout.JOURNAL, journal)
    else:
        for change in ordered:
            _make(folder, change)


def finish(folder: Path) -> tuple[str, ...]:
    """Finish the change that was interrupted in the register in `folder`, if any: the files that it still had to change.

    The caller has locked the folder. Raises GovregError, with nothing changed, if a file is neither as it was before that change
    nor as it is to be: somebody changed it since.
    """
    tree = FolderTree(folder)
    if all(entry.name != layout.JOURNAL for entry in tree.entries("")):
        return ()
    try:
        content = tree.read(layout.JOURNAL, _LARGEST_JOURNAL)
        planned = [(str(one["file"]), one["old"], one["new"]) for one in json.loads(content)["changes"]]
        wanted = [(file, old, base64.b64decode(new, validate=True) if new is not None else None) for file, old, new in planned]
    except (UnreadableFileError, ValueError, KeyError, TypeError):
        raise GovregError(
            f"“{layout.JOURNAL}” cannot be read.", "Look at the register with “govreg validate”, then delete that file."
        ) from None
    rest = []
    _check_places(folder, [file for file, _, _ in wanted])
    for file, old, new in wanted:
        there = content_of(tree, file)
        if there == new:
            continue
        if _digest(there) != old:
            message = f"A change of several files was interrupted, and “{shown(file, 200)}” was changed since."
            raise GovregError(message, f"Look at what is right with “govreg validate”, then delete “{layout.JOURNAL}”.")
        rest.append(FileChange(file, there, new))
    for change in rest:
        _make(folder, change)
    remove(folder / layout.JOURNAL, content)
    return tuple(change.file for change in rest)


def content_of(tree: FolderTree, file: str) -> bytes | None:
    """What `file` holds, None where there is none. Raises GovregError if it can't be read."""
    try:
        return tree.read(file)
    except UnreadableFileError as problem:
        if paths.access_error(tree.root / file) == paths.NONE:
            return None
        raise GovregError(f"“{shown(file, 200)}” cannot be read: {problem.why}.", "Nothing was changed.") from None


def _make_all(folder: Path, changes: Sequence[FileChange], journal: bytes) -> None:
    """Make the changes one after the other; undo those that were made if one can't be."""
    try:
        for change in changes:
            _make(folder, change)
    except BaseException:
        try:
            for change in reversed(changes):
                if content_of(FolderTree(folder), change.file) == change.new:
                    _make(folder, FileChange(change.file, change.new, change.old))
            remove(folder / layout.JOURNAL, journal)
        except GovregError as problem:
            hint = "Some files are changed and some are not. The next command that changes the register finishes this one."
            raise GovregError(problem.message, hint) from None
        raise


def _make(folder: Path, change: FileChange) -> None:
    path = folder / change.file
    if change.new is not None:
        if path.parent != folder:
            make_folder(path.parent)
        rewrite(path, change.new, change.old)
    elif change.old is not None:
        remove(path, change.old)
        if folder not in (path.parent, path.parent.parent):
            remove_folder(path.parent)


def _check_places(folder: Path, files: Sequence[str]) -> None:
    """Raise GovregError unless each of `files` is a place in the register, and no folder on the way to it is a link."""
    for file in files:
        odd = any(not part or part.startswith(".") or set(part) & {"\\", ":", "\0"} for part in file.split("/"))
        if odd or not (layout.belongs(file) or file in layout.FILES):
            raise GovregError(f"“{shown(file, 200)}” is not a file of a register.", "Nothing was changed.")
    check_folders(folder, files)


def check_folders(folder: Path, files: Iterable[str]) -> None:
    """Raise GovregError if what is on the way from `folder` to one of `files` is there and is no folder: a link may lead anywhere."""
    tree = FolderTree(folder)
    types: dict[str, dict[str, EntryType]] = {}
    for file in files:
        parts = file.split("/")
        for number, part in enumerate(parts[:-1]):
            above = "/".join(parts[:number])
            if above not in types:
                types[above] = {entry.name: entry.type for entry in tree.entries(above)}
            kind = types[above].get(part, EntryType.FOLDER)
            if kind is not EntryType.FOLDER:
                raise GovregError(f"“{shown('/'.join(parts[: number + 1]), 200)}” is a {kind}, not a folder.", "Nothing was changed.")


def _journal(changes: Sequence[FileChange]) -> bytes:
    planned = [
        {
            "file": change.file,
            "old": _digest(change.old),
            "new": base64.b64encode(change.new).decode() if change.new is not None else None,
        }
        for change in changes
    ]
    return json.dumps({"changes": planned}, indent=1).encode() + b"\n"


def _digest(content: bytes | None) -> str | None:
    return sha256(content).hexdigest() if content is not None else None
