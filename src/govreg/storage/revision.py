"""A git revision of a register as a tree: the names and bytes that were committed, without a checkout.

Git's objects are read as they are stored, each when it is asked for, so nothing is written and the files in the folder
don't matter. How objects are stored: https://git-scm.com/book/en/v2/Git-Internals-Git-Objects.
"""

import os
import re
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from govreg.diagnostics import syntax
from govreg.diagnostics.syntax import LARGEST
from govreg.errors import GovregError
from govreg.model.characters import harmless
from govreg.model.location import MEETINGS
from govreg.model.names import shown
from govreg.storage import paths
from govreg.storage.folder import repository
from govreg.storage.git import OBJECT_NAME, ObjectReader, ObjectTooLargeError, ask
from govreg.storage.tree import EntryType, TreeEntry, UnreadableFileError

_TYPES = {"040": EntryType.FOLDER, "100": EntryType.FILE, "120": EntryType.LINK, "160": EntryType.OTHER}
"""The meanings of the first digits of a mode: a folder, a file, a link, another repository."""

_LARGEST_FOLDER = 16 * LARGEST
"""The most bytes that the list of a folder's names may have: some 250,000 names."""

_LONGEST_PATH = 4096
"""The most characters of a path that Linux can check out."""


@dataclass(frozen=True, eq=False)
class Repository:
    """The git repository that a register's folder is in."""

    folder: Path
    """The register's folder."""
    prefix: str
    """The path of that folder from the top of the repository: empty, or with `/` at its end."""
    shallow: bool
    """Whether it holds only the newest commits."""
    objects: ObjectReader


class _Node(NamedTuple):
    """A name in a folder of a commit: what it is, and the name of its object."""

    type: EntryType
    object: str


@dataclass(frozen=True)
class RevisionTree:
    """The register's folder as it was at a commit, or of it some files alone."""

    repository: Repository
    commit: str
    """The commit's name in full."""
    prefix: str
    """Where the folder lay: empty, or a path with `/` behind it."""
    files: frozenset[str] = frozenset()
    """The files that are to be seen; empty for all."""
    _folders: dict[str, Mapping[str, _Node]] = field(default_factory=dict, compare=False)

    def entries(self, folder: str) -> Sequence[TreeEntry]:
        """The entries of `folder`, sorted by name. Raises GovregError if an object is missing or damaged."""
        within = f"{folder}/" if folder else ""
        nodes = self._folder(folder)
        return [TreeEntry(name, nodes[name].type) for name in sorted(nodes) if self._is_seen(within + name, nodes[name].type)]

    def read(self, name: str) -> bytes:
        """The bytes of the file `name`. Raises GovregError if its object is missing or damaged."""
        folder, _, last = name.rpartition("/")
        node = self._folder(folder).get(last)
        if node is None or not self._is_seen(name, node.type):
            raise UnreadableFileError(syntax.unreadable, "no such file")
        if node.type is not EntryType.FILE:
            raise UnreadableFileError(syntax.not_a_file, f"it is a {node.type}")
        try:
            return self.repository.objects.read(node.object, "blob", LARGEST)
        except ObjectTooLargeError as problem:
            raise UnreadableFileError(syntax.too_large, f"it has {problem.size:,} bytes") from None

    def _is_seen(self, path: str, type_: EntryType) -> bool:
        if not self.files:
            return True
        return any(file.startswith(f"{path}/") for file in self.files) if type_ is EntryType.FOLDER else path in self.files

    def _folder(self, folder: str) -> Mapping[str, _Node]:
        """The entries of `folder`, by name; none if there was no such folder."""
        if folder not in self._folders:
            self._folders[folder] = _nodes_at(self.repository, self.commit, f"{self.prefix}{folder}")
        return self._folders[folder]


def revision_tree(folder: Path, revision: str) -> RevisionTree:
    """The register in `folder` as it was at `revision`: a commit, branch or tag, or `HEAD~3`; empty where it was not there yet.

    Raises GovregError if the folder is in no git repository, git is missing, or there is no such revision.
    """
    opened = open_repository(folder)
    return tree_at(opened, commit_of(opened, revision), opened.prefix)


def tree_at(repository: Repository, commit: str, prefix: str, *files: str) -> RevisionTree:
    """The files below `prefix`, which is empty or ends in `/`, at `commit`; only `files` if they are given."""
    return RevisionTree(repository, commit, prefix, frozenset(files))


def open_repository(folder: Path) -> Repository:
    """The repository that `folder` is in. Raises GovregError if there is none, or git refuses to read it."""
    if repository(folder) is None:
        raise GovregError(f"“{shown(str(folder))}” isn't in a git repository, so it has no revisions.", "Name two folders instead.")
    output = ask(folder, "rev-parse", "--show-prefix", "--is-shallow-repository") or b""
    prefix, _, shallow = (os.fsdecode(part) for part in output.removesuffix(b"\n").rpartition(b"\n"))
    full_path = paths.resolve(folder)
    if paths.access_error((full_path, *full_path.parents)[prefix.count("/")] / ".git"):
        message = f"The configuration of the repository around “{shown(str(folder))}” says that its files are elsewhere."
        raise GovregError(message, "Check “core.worktree” in its configuration.")
    return Repository(folder, prefix, shallow == "true", ObjectReader(folder))


def register_prefix(repository: Repository, commit: str) -> str:
    """Where the register lay at `commit`: below which prefix. Where there was none here, the only other register's counts."""
    if _has_meetings(_nodes_at(repository, commit, repository.prefix)):
        return repository.prefix
    found: list[str] = []
    waiting = deque([("", _top(repository, commit))])
    seen: set[str] = set()
    while waiting and len(found) <= 1:
        prefix, name = waiting.popleft()
        nodes = _nodes(repository, name)
        if _has_meetings(nodes):
            found.append(prefix)
        for part, node in nodes.items():
            # two folders with one object hold the same, so one of them is enough; else a small repository may name billions
            if node.type is EntryType.FOLDER and node.object not in seen and len(prefix) + len(part) < _LONGEST_PATH:
                seen.add(node.object)
                waiting.append((f"{prefix}{part}/", node.object))
    return found[0] if len(found) == 1 else repository.prefix


def _has_meetings(nodes: Mapping[str, _Node]) -> bool:
    meetings = nodes.get(MEETINGS)
    return meetings is not None and meetings.type is EntryType.FOLDER


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit, as a person knows it."""

    name: str
    """In full."""
    day: str
    """The day on which it was made, where its committer was: `2016-11-10`."""
    subject: str
    """The first paragraph of its message, on one line and without a character that no register may hold."""

    @property
    def short(self) -> str:
        """The first letters of its name."""
        return self.name[:_SHORT]


_SHORT = 8
_LONGEST_SUBJECT = 4096
"""How many bytes of a message are looked at for its subject."""

_COMMITTER = re.compile(rb"^committer [^\n]*> *(\d+)(?: ([+-]\d+))?$", re.MULTILINE)
_ENCODING = re.compile(rb"^encoding ([!-~]+)$", re.MULTILINE)
_TREE = re.compile(rb"tree ([0-9a-f]+)\n")


def commit_info(repository: Repository, commit: str) -> Commit:
    """The date and subject of `commit`. Raises GovregError if it is missing or damaged, or its date is none."""
    head, _, message = repository.objects.read(commit, "commit", LARGEST).partition(b"\n\n")
    return Commit(commit, _day(commit, head), _subject(head, message))


def _day(commit: str, head: bytes) -> str:
    """The day on which a commit was made, where its committer was: `2016-11-10`."""
    found = _COMMITTER.search(head)
    seconds, zone = found.groups(b"+0000") if found is not None else (b"", b"")
    try:
        hours, minutes = divmod(abs(int(zone)), 100)
        ahead = timedelta(hours=hours, minutes=minutes) * (-1 if zone.startswith(b"-") else 1)
        return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=int(seconds)) + ahead).date().isoformat()
    except (ValueError, OverflowError):
        raise GovregError(f"The commit {commit[:_SHORT]} has no date between the years 1970 and 9999.") from None


def _subject(head: bytes, message: bytes) -> str:
    """The first paragraph of a commit's message, read in the encoding that the commit names, else UTF-8."""
    start = message.lstrip()[:_LONGEST_SUBJECT]
    encoding = _ENCODING.search(head)
    try:
        text = start.decode(encoding.group(1).decode() if encoding is not None else "utf-8", "backslashreplace")
    except (LookupError, ValueError):  # Python knows no such encoding
        text = start.decode("utf-8", "backslashreplace")
    return harmless(" ".join(re.split(r"\n[ \t\r]*\n", text, maxsplit=1)[0].split()))


def commits_changing(repository: Repository, commit: str, file: str) -> list[Commit]:
    """The commits up to `commit` that changed `file`, a path from the top; the newest first, a merged branch as its merge."""
    return [commit_info(repository, name) for name, _ in _changing(repository, commit, file)]


def commits_deleting(repository: Repository, commit: str, prefix: str) -> Iterator[tuple[str, str]]:
    """The commits up to `commit` that took a file out of the folder `prefix`, each with the one before it; the newest first."""
    for name, before in _changing(repository, commit, prefix):
        if before is not None and _nodes_at(repository, before, prefix).keys() - _nodes_at(repository, name, prefix).keys():
            yield name, before


def _changing(repository: Repository, commit: str, path: str) -> Iterator[tuple[str, str | None]]:
    """The commits up to `commit` that changed `path`, a path from the top, each with the first of its parents."""
    below = [f":(literal,top){path}"] if path else []
    output = ask(repository.folder, "rev-list", "--first-parent", "--format=%H %P", commit, "--", *below) or b""
    for line in output.decode().splitlines()[1::2]:  # every other line says `commit` and the name alone
        name, *parents = line.split()
        yield name, parents[0] if parents else None


def parent_of(repository: Repository, commit: str) -> str | None:
    """The full name of the commit before `commit`, or None if it is the first."""
    return _named(ask(repository.folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{commit}^"))


def is_shallow(repository: Repository) -> bool:
    """Whether the repository holds only the newest commits, as a shallow clone does."""
    return repository.shallow


def merge_base(repository: Repository, one: str, other: str) -> str:
    """The full name of the last common ancestor of two commits. Raises GovregError if there is none."""
    found = _named(ask(repository.folder, "merge-base", one, other))
    if found is None:
        raise GovregError("The two revisions have no commit in common.", "Write two dots instead of three.")
    return found


def commit_of(repository: Repository, revision: str) -> str:
    """The full name of the commit that `revision` names. Raises GovregError if it names none, or more than one."""
    found = _named(ask(repository.folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"))
    if found is None:
        hint = "Name a branch, a tag or a commit, or HEAD~1 for the last commit but one."
        if repository.shallow:
            hint += " This copy of the repository is shallow: “git fetch --unshallow” gets older commits."
        raise GovregError(f"There is no revision “{shown(revision)}” in this repository.", hint)
    return found


def _named(output: bytes | None) -> str | None:
    """The object that git named in full, and nothing else: no range, no `^` for what is left out."""
    name = (output or b"").removesuffix(b"\n")
    return name.decode() if OBJECT_NAME.fullmatch(name) else None


def _nodes_at(repository: Repository, commit: str, path: str) -> Mapping[str, _Node]:
    """The entries of the folder at `path`, from the top, at `commit`; none if there was no such folder."""
    nodes = _nodes(repository, _top(repository, commit))
    for part in filter(None, path.split("/")):
        node = nodes.get(part)
        if node is None or node.type is not EntryType.FOLDER:
            return {}
        nodes = _nodes(repository, node.object)
    return nodes


def _top(repository: Repository, commit: str) -> str:
    """The object of all that there was at `commit`."""
    found = _TREE.match(repository.objects.read(commit, "commit", LARGEST))
    if found is None:
        raise GovregError(f"The commit {commit[:_SHORT]} names no tree.", "Run “git fsck” to see what is wrong.")
    return found.group(1).decode()


def _nodes(repository: Repository, name: str) -> Mapping[str, _Node]:
    """The content of the tree called `name`: for each entry a mode, a space, a name, a null byte, and the bytes of an object's name."""
    content = repository.objects.read(name, "tree", _LARGEST_FOLDER)
    length = len(name) // 2
    found: dict[str, _Node] = {}
    at = 0
    while at < len(content):
        end = content.find(b"\0", at)
        mode, space, entry = content[at:end].partition(b" ")
        digest = content[end + 1 : end + 1 + length]
        if end < 0 or not space or len(digest) != length:
            raise GovregError(f"The tree {name} is damaged.", "Run “git fsck” to see what is wrong.")
        type_ = _TYPES.get(mode.decode("latin-1").zfill(6)[:3], EntryType.OTHER)
        found.setdefault(entry.decode("utf-8", "surrogateescape"), _Node(type_, digest.hex()))
        at = end + 1 + length
    return found
