"""The files that `init` writes: an empty register, and the settings that an editor and GitHub need to work on it."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from govreg.errors import GovregError
from govreg.model.location import MEETINGS, ORGANISATIONS, REGISTER
from govreg.model.names import as_id, shown
from govreg.storage import layout, paths
from govreg.storage.atomic_write import locked, make_folder, rewrite
from govreg.storage.folder import repository
from govreg.storage.plan import check_folders, content_of
from govreg.storage.tree import FolderTree, UnreadableFileError
from govreg.yaml.edit import new_text

WORKFLOW = ".github/workflows/register.yml"

_README = """\
# {name}

A register of meetings, kept with govreg: who leads each meeting, who sits on it, and what it works on.

- `meetings/` has one file per meeting, `organisations.yaml` the organisations that they name.
- `govreg new "Budget board" --lead {lead}` adds a meeting. `govreg set`, `rename`, `end` and `merge` change one.
- `govreg list` shows what there is, `govreg validate` what is wrong or doubtful.
- Every change is a commit, so that you can see later who changed what.
"""

_MEETINGS = """\
One file per meeting, named after its id. `govreg new` adds one.
"""

_IGNORE = """\
# What govreg has open while it writes
.govreg-*
"""

_SETTINGS = {
    "[yaml]": {"editor.formatOnSave": False, "editor.formatOnPaste": False, "editor.formatOnType": False},
    "yaml.format.enable": False,
    "files.eol": "\n",
    "files.insertFinalNewline": True,
}

_ACTION = """\
# Replace OWNER with the GitHub account that your copy of govreg belongs to, and COMMIT with the 40 digits of its newest commit.
name: register
on: [push, pull_request]
permissions: {}
jobs:
  validate:
    runs-on: ubuntu-latest
    permissions: {contents: read}
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with: {persist-credentials: false}
      - uses: OWNER/govreg@COMMIT
        with: {fail-on: error} # or warning
"""


_REST = "The files before it are written; run it again, and it writes the rest."


def register_files(name: str, organisations: Sequence[str], *, workflow: bool) -> Mapping[str, str]:
    """The files of a new register called `name`, with these organisations, by their paths in its folder."""
    ids = {as_id(one): one for one in organisations}
    if "" in ids or len(ids) < len(organisations):
        raise GovregError("No id can be made from one of the organisations, or two have the same one.", "Leave it out, and add it later.")
    known = {id_: {"name": one} for id_, one in ids.items()}
    heading = "# The organisations that meetings name, each with its full name and what else it goes by.\n"
    files = {
        REGISTER: new_text(REGISTER, {"name": name}, "# What the register is called, and the areas that meetings cover.\n"),
        ORGANISATIONS: new_text(ORGANISATIONS, known, heading) if known else heading + "{}\n",
        f"{MEETINGS}/README.md": _MEETINGS,
        "README.md": _README.format(name=name, lead=next(iter(ids), "not-stated")),
        ".gitignore": _IGNORE,
        ".vscode/settings.json": json.dumps(_SETTINGS, indent=2) + "\n",
        ".vscode/extensions.json": json.dumps({"recommendations": ["redhat.vscode-yaml"]}, indent=2) + "\n",
    }
    return {**files, WORKFLOW: _ACTION} if workflow else files


def create_register(folder: Path, files: Mapping[str, str]) -> list[str]:
    """Create `folder`, write `files` into it, and give the names of those written; a file that exists with this content is skipped.

    Raises GovregError, with nothing written, if anything else is in the folder, or a link in the place of one of its folders; or if a
    file can't be written, of which the message says whether others were.
    """
    known = {file.split("/")[0] for file in files} | {".git", layout.LOCK}
    if paths.access_error(folder) != paths.NONE:
        if not paths.is_folder(folder):
            raise GovregError(f"“{shown(str(folder), 200)}” is not a folder.", "Name a new folder.")
        try:
            others = [entry.name for entry in FolderTree(folder).entries("") if entry.name not in known]
        except UnreadableFileError as problem:
            raise GovregError(f"“{shown(str(folder), 200)}” cannot be read: {problem.why}.") from None
        if others:
            raise GovregError(f"“{shown(str(folder), 200)}” is not empty: it has “{shown(others[0])}”.", "Name a new folder.")
    make_folder(folder)
    written: list[str] = []
    with locked(folder):
        check_folders(folder, files)
        tree = FolderTree(folder)
        there = {file: content_of(tree, file) for file in files}
        for file, content in there.items():
            if content not in (None, files[file].encode()):
                raise GovregError(f"There is a file “{file}” already.", "Name a new folder.")
        for file, text in files.items():
            if there[file] is None:
                try:
                    make_folder((folder / file).parent)
                    rewrite(folder / file, text.encode(), None)
                except GovregError as problem:
                    raise GovregError(problem.message, _REST if written else problem.hint) from None
                written.append(file)
    return written


def is_top_of_repository(folder: Path) -> bool:
    """Whether GitHub would find a workflow in `folder`: it is the top of a repository, or in none yet."""
    return repository(folder) in (None, paths.resolve(folder))
