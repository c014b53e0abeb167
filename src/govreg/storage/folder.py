"""Which folder the register is: the one that was named, or the nearest upward from here."""

from collections.abc import Iterator
from pathlib import Path

from govreg.errors import GovregError
from govreg.model.location import MEETINGS, MINUTES
from govreg.storage import layout, paths
from govreg.storage.tree import FolderTree, UnreadableFileError

VARIABLE = "GOVREG_REGISTER"


class MissingRegisterError(GovregError):
    """There is no register in this folder or above it."""


def find(named: Path | None, from_environment: str | None, here: Path | None = None) -> Path:
    """The register's folder: `named`, else the one in the environment, else the nearest one upward from `here`.

    Without `here`, from where the person is. Raises GovregError if there is none.
    """
    if named is not None:
        return checked(named, "--register")
    if from_environment:
        return checked(Path(from_environment), VARIABLE)
    start = here or paths.here()
    for folder in (start, *start.parents):
        for candidate in (folder, folder / "register"):
            if paths.is_folder(candidate / MEETINGS):
                return candidate
    message = "There is no register here, nor in a folder above: none holds a folder “meetings”."
    raise MissingRegisterError(message, "Name the register's folder: --register DIR.")


def repository(folder: Path) -> Path | None:
    """The top of the git repository that `folder` is in, or None if there is none."""
    full_path = paths.resolve(folder)
    return next((above for above in (full_path, *full_path.parents) if not paths.access_error(above / ".git")), None)


def checked(folder: Path, source: str) -> Path:
    """`folder` if it is a register's, else its `register/`; `source` is what named it. Raises GovregError if neither is one."""
    name = paths.shown_path(folder)
    if not paths.is_folder(folder):
        why = paths.access_error(folder / MEETINGS)
        there = f"There is no folder “{name}”" if why in ("", paths.NONE) else f"The folder “{name}” cannot be opened: {why}"
        raise GovregError(f"{there} ({source}).", "Name the folder that holds “meetings”.")
    for candidate in (folder, folder / "register"):
        if paths.is_folder(candidate / MEETINGS):
            return candidate
    above = _register_around(folder)
    if above is None and any(_looks_like_register(folder)):
        return folder
    hint = f"Did you mean “{paths.shown_path(above)}”?" if above is not None else "Name the folder that holds “meetings”."
    raise GovregError(f"“{name}” is not a register: it has no folder “meetings” ({source}).", hint)


def _register_around(folder: Path) -> Path | None:
    """The register that `folder` is a part of, being its meetings or in its minutes; None if it is none."""
    full_path = paths.resolve(folder)
    for part in (full_path, *full_path.parents):
        if part.name in (MEETINGS, MINUTES) and paths.is_folder(part.parent / MEETINGS):
            return part.parent
    return None


def _looks_like_register(folder: Path) -> Iterator[bool]:
    """Whether `folder` holds files meant for a register, if not where they belong: then reading it says what is wrong."""
    try:
        entries = FolderTree(folder).entries("")
    except UnreadableFileError:
        return
    for entry in entries:
        if layout.looks_like_yaml(entry.name):
            yield True
