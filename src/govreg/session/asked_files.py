"""Which files of the register a command is asked to look at: those that were named on the command line, or all."""

from collections.abc import Sequence
from pathlib import Path

from govreg.errors import GovregError
from govreg.storage import layout, paths

_EVERYTHING = "."
"""The register's own folder."""


def asked_files(files: Sequence[Path], folder: Path) -> tuple[str, ...]:
    """`files`, paths from here, as findings call them; empty for the whole register.

    Raises GovregError if one is not a file of the register in `folder`, or a folder of such files.
    """
    asked = tuple(_in_register(file, folder) for file in files)
    return () if _EVERYTHING in asked else asked


def is_asked(file: str, asked: tuple[str, ...]) -> bool:
    """Whether `file` is one of those `asked` about, or in a folder of them; every file is where none is named."""
    return not asked or any(file == one or (one.endswith("/") and f"{file}/".startswith(one)) for one in asked)


def _in_register(file: Path, folder: Path) -> str:
    """`file`, named from here, as findings call it; a folder of the register ends in `/`. Raises GovregError if it is neither."""
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
