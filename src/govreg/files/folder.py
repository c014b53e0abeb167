"""Which folder the register is: the one that was named, or the nearest upward from here."""

from collections.abc import Iterator
from pathlib import Path

from govreg.errors import GovregError
from govreg.files import layout
from govreg.files.tree import FolderTree, Unreadable
from govreg.model.names import shown

VARIABLE = "GOVREG_REGISTER"


def find(named: Path | None, from_environment: str | None, here: Path) -> Path:
    """The register's folder: `named`, else the one in the environment, else the nearest one upward from `here`.

    Raises GovregError if there is none.
    """
    if named is not None:
        return _checked(named, "--register")
    if from_environment:
        return _checked(Path(from_environment), VARIABLE)
    for folder in (here, *here.parents):
        for candidate in (folder, folder / "register"):
            if (candidate / layout.MEETINGS).is_dir():
                return candidate
    message = "There is no register here, nor in a folder above: none holds a folder “meetings”."
    raise GovregError(message, "Name the register's folder: --register DIR.")


def repository(folder: Path) -> Path | None:
    """The top of the git repository that `folder` lies in, or None if it lies in none."""
    whole = folder.resolve()
    return next((above for above in (whole, *whole.parents) if (above / ".git").exists()), None)


def _checked(folder: Path, said_by: str) -> Path:
    name = shown(str(folder), longest=200)
    if not folder.is_dir():
        raise GovregError(f"There is no folder “{name}” ({said_by}).", "Name the folder that holds “meetings”.")
    if (folder / layout.MEETINGS).is_dir() or any(_looks_like_register(folder)):
        return folder
    inside = folder / "register"
    hint = (
        f"Did you mean “{shown(str(inside), longest=200)}”?"
        if (inside / layout.MEETINGS).is_dir()
        else "Name the folder that holds “meetings”."
    )
    raise GovregError(f"“{name}” is no register: it has no folder “meetings” ({said_by}).", hint)


def _looks_like_register(folder: Path) -> Iterator[bool]:
    """Whether `folder` holds files meant for a register, if not where they belong: then reading it says what is wrong."""
    try:
        entries = FolderTree(folder).entries("")
    except Unreadable:
        return
    for entry in entries:
        if layout.looks_like_yaml(entry.name):
            yield True
