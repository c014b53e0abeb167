"""A git revision of a register as a tree: the names and bytes that were committed, without a checkout.

Git itself is asked (git-ls-tree, git-cat-file), so nothing is written and what lies in the folder now doesn't matter.
"""

import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from govreg.diagnostics.syntax import LARGEST
from govreg.errors import GovregError
from govreg.model.names import shown
from govreg.storage import layout, paths
from govreg.storage.folder import repository
from govreg.storage.tree import EntryType, TreeEntry, UnreadableFileError

_SORTS = {b"100": EntryType.FILE, b"120": EntryType.LINK, b"160": EntryType.OTHER}
"""What the first digits of a mode say: a file, a link, another repository."""


@dataclass(frozen=True, slots=True)
class _Blob:
    """A file of a revision: what it is, how large, and its bytes where they may be read."""

    sort: EntryType
    size: int
    content: bytes


@dataclass(frozen=True, slots=True)
class RevisionTree:
    """The register's folder as it was at a commit."""

    commit: str
    """The commit's name in full."""
    blobs: Mapping[str, _Blob]

    def entries(self, folder: str) -> Sequence[TreeEntry]:
        """What was in `folder`, sorted by name."""
        prefix = f"{folder}/" if folder else ""
        found: dict[str, EntryType] = {}
        for name, blob in self.blobs.items():
            if name.startswith(prefix):
                first, below, _ = name.removeprefix(prefix).partition("/")
                found[first] = EntryType.FOLDER if below else blob.sort
        return [TreeEntry(name, found[name]) for name in sorted(found)]

    def read(self, name: str) -> bytes:
        """The bytes of the file `name`."""
        blob = self.blobs.get(name)
        if blob is None:
            raise UnreadableFileError("unreadable", "no such file")
        if blob.sort is not EntryType.FILE:
            raise UnreadableFileError("not_a_file", f"it is a {blob.sort}")
        if blob.size > LARGEST:
            raise UnreadableFileError("too_large", f"it has {blob.size:,} bytes")
        return blob.content


def revision_tree(folder: Path, revision: str) -> RevisionTree:
    """The register in `folder` as it was at `revision`: a commit, branch or tag, or `HEAD~3`; empty where it was not there yet.

    Raises GovregError if the folder is in no git repository, git is missing, or there is no such revision.
    """
    top = repository_root(folder)
    return tree_at(top, commit_of(top, revision), _inside(top, folder))


def tree_at(top: Path, commit: str, prefix: str, *files: str) -> RevisionTree:
    """What was below `prefix`, which is empty or ends in `/`, at `commit` of the repository at `top`; or of it these `files` alone."""
    return RevisionTree(commit, dict(_blobs(top, commit, prefix, files)))


def repository_root(folder: Path) -> Path:
    """The top of the repository that `folder` lies in. Raises GovregError if it lies in none."""
    top = repository(folder)
    if top is None:
        raise GovregError(f"“{shown(str(folder))}” is in no git repository, so it has no revisions.", "Name two folders instead.")
    return top


def register_prefix(folder: Path, top: Path, commit: str) -> str:
    """Where the register in `folder` lay at `commit`: below which prefix. Where there was none, the only other register's counts."""
    here = _inside(top, folder)
    listed = _git(top, "ls-tree", "-r", "-d", "-z", "--name-only", "--full-tree", commit).split(b"\0")
    found = {name.decode("utf-8", "surrogateescape").removesuffix(layout.MEETINGS) for name in listed if _holds_meetings(name)}
    return here if here in found or len(found) != 1 else found.pop()


def _holds_meetings(folder: bytes) -> bool:
    return folder.rpartition(b"/")[2] == layout.MEETINGS.encode()


def _inside(top: Path, folder: Path) -> str:
    """The prefix of what lies in `folder`: empty, or the way there from `top` with a `/` behind it."""
    inside = paths.resolve(folder).relative_to(top).as_posix()
    return "" if inside == "." else f"{inside}/"


class Commit(NamedTuple):
    """A commit, as a person knows it."""

    name: str
    """In full."""
    day: str
    subject: str

    @property
    def short(self) -> str:
        """The first letters of its name."""
        return self.name[:_SHORT]


def commit_info(top: Path, commit: str) -> Commit:
    """What is known of `commit`."""
    return _commits(_git(top, "show", "--no-patch", _FORM, commit, "--"))[0]


def commits_changing(top: Path, commit: str, file: str) -> list[Commit]:
    """The commits up to `commit` that changed `file`, a path from `top`; the newest first, a merged branch as its merge."""
    return _commits(_git(top, "log", _FORM, "--first-parent", commit, "--", f":(literal,top){file}"))


def commits_deleting(top: Path, commit: str, prefix: str) -> list[Commit]:
    """The commits up to `commit` that took a file below `prefix` away; the newest first."""
    below = [f":(literal,top){prefix}"] if prefix else []
    return _commits(_git(top, "log", _FORM, "--first-parent", "--no-renames", "--diff-filter=D", commit, "--", *below))


def parent_of(top: Path, commit: str) -> str | None:
    """The full name of the commit before `commit`, or None if it is the first."""
    return _git(top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{commit}^", must=False).decode().strip() or None


def is_shallow(top: Path) -> bool:
    """Whether the repository holds only the newest commits, as a shallow clone does."""
    return _git(top, "rev-parse", "--is-shallow-repository").strip() == b"true"


def merge_base(top: Path, one: str, other: str) -> str:
    """The last commit that both have behind them. Raises GovregError if there is none."""
    found = _git(top, "merge-base", one, other, must=False).decode().strip()
    if not found:
        raise GovregError("The two revisions have no commit in common.", "Write two dots instead of three.")
    return found


_FORM = "--format=%H%x00%cs%x00%s%x00"
_SHORT = 8


def _commits(told: bytes) -> list[Commit]:
    words = [word.strip("\n") for word in told.decode("utf-8", "replace").split("\0")]
    return [Commit(*words[at : at + 3]) for at in range(0, len(words) - 2, 3)]


def commit_of(top: Path, revision: str) -> str:
    """The full name of the commit that `revision` names in the repository at `top`. Raises GovregError if there is none."""
    done = _git(top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}", must=False)
    if not done:
        hint = "Name a branch, a tag, a commit, or HEAD~1 for the one before the last."
        raise GovregError(f"There is no revision “{shown(revision)}” in this repository.", hint)
    return done.decode().strip()


def _blobs(top: Path, commit: str, prefix: str, files: Sequence[str]) -> Iterator[tuple[str, _Blob]]:
    """The files below `prefix` at `commit`, or `files` of them, by their names below it."""
    below = [f":(literal){prefix}{name}" for name in files or ("",) if prefix or name]
    listed = _git(top, "ls-tree", "-r", "-z", "-l", "--full-tree", commit, "--", *below)
    rows = [_row(row) for row in listed.split(b"\0")[:-1]]
    contents = _contents(top, [row.object for row in rows if row.sort is EntryType.FILE and row.size <= LARGEST])
    for row in rows:
        yield row.path.removeprefix(prefix), _Blob(row.sort, row.size, contents.get(row.object, b""))


class _Row(NamedTuple):
    """A line of git-ls-tree."""

    path: str
    sort: EntryType
    object: bytes
    size: int


def _row(row: bytes) -> _Row:
    about, _, path = row.partition(b"\t")
    mode, _, name, size = about.split()
    return _Row(path.decode("utf-8", "surrogateescape"), _SORTS.get(mode[:3], EntryType.OTHER), name, int(size) if size.isdigit() else 0)


def _contents(top: Path, names: Sequence[bytes]) -> dict[bytes, bytes]:
    """The bytes of the objects called `names`, all of them in one go."""
    put_out = _git(top, "cat-file", "--batch", given=b"".join(name + b"\n" for name in names)) if names else b""
    found: dict[bytes, bytes] = {}
    at = 0
    while at < len(put_out):
        end = put_out.index(b"\n", at)
        name, _, size = put_out[at:end].split()
        found[name] = put_out[end + 1 : end + 1 + int(size)]
        at = end + 1 + int(size) + 1
    return found


def _git(top: Path, *words: str, given: bytes = b"", must: bool = True) -> bytes:
    """What git puts out, or nothing where it may fail. Raises GovregError if git is missing or fails."""
    try:
        done = subprocess.run(["git", "-C", str(top), *words], input=given, capture_output=True, check=False)  # noqa: S603, S607 - git, as it is installed
    except OSError:
        raise GovregError("git is not installed, and this asks for a revision.", "Install git, or name two folders instead.") from None
    if done.returncode and must:
        reason = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise GovregError(f"git could not read the revision: {shown(reason[-1]) if reason else 'it says nothing'}.")
    return b"" if done.returncode else done.stdout
