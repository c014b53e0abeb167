"""The files of the register that a command works on: those named on the command line, or all."""

from collections.abc import Sequence
from pathlib import Path

from govreg.errors import GovregError
from govreg.storage import layout, paths

_EVERYTHING = "."
"""The register's own folder."""


def selected_files(files: Sequence[Path], folder: Path) -> tuple[str, ...]:
    """`files`, which are paths from here, as findings name them; empty for the whole register.

    Raises GovregError if one is not a file of the register in `folder`, or a folder of such files.
    """
    selected = tuple(_register_name(file, folder) for file in files)
    return () if _EVERYTHING in selected else selected


def is_selected(file: str, selected: tuple[str, ...]) -> bool:
    """Whether `file` is one of those in `selected`, or in a folder of them; true for every file if `selected` is empty."""
    return not selected or any(file == one or (one.endswith("/") and f"{file}/".startswith(one)) for one in selected)


def _register_name(file: Path, folder: Path) -> str:
    """`file`, which is a path from here, as findings name it; the name of a folder ends in `/`.

    Raises GovregError if it is neither a file of the register nor a folder of such files.
    """
    root, whole = paths.resolve(folder), paths.resolve(file.parent) / file.name
    whole = paths.resolve(file) if file.name in ("", "..") else whole
    if not whole.is_relative_to(root):
        raise GovregError(f"“{file}” is not in the register “{folder}”.", "Give the path from here to a file of the register.")
    why = paths.access_error(whole)
    if why:
        there = f"There is no file “{file}”" if why == paths.NONE else f"“{file}” can't be read: {why}"
        raise GovregError(f"{there}.", "Give the path from here to a file of the register.")
    name, folder_of_files = whole.relative_to(root).as_posix(), paths.is_folder(whole)
    if name != _EVERYTHING and not layout.belongs(name, folder=folder_of_files):
        raise GovregError(
            f"“{file}” is not part of a register, so nothing in it is read.", "Name a meeting's file, or another file of the register."
        )
    return layout.display_name(f"{name}/" if folder_of_files and name != _EVERYTHING else name)
