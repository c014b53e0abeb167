"""What `fix` changes: every finding that has one right answer, round by round until none is left."""

from dataclasses import dataclass

from govreg.diagnostics.finding import Finding, Fix, Severity
from govreg.model.location import MEETINGS
from govreg.session.check import check_register, corrections, refuse_too_large, sources_of
from govreg.session.load import LoadedRegister
from govreg.session.selected_files import is_selected
from govreg.storage import layout
from govreg.storage.overlay import OverlayTree
from govreg.storage.plan import FileChange
from govreg.storage.reader import read_tree
from govreg.storage.tree import EntryType, Tree, UnreadableFileError
from govreg.yaml.replace import Replacement, replace_values
from govreg.yaml.text import encoded

_MOST_ROUNDS = 10
"""The most rounds: a fix may reveal another, at most three deep."""


@dataclass(frozen=True, slots=True)
class AppliedFix:
    """One value or key as it was and as it is now, and its line when it was fixed; a file that was moved has no line."""

    file: str
    line: int | None
    old: str
    new: str


@dataclass(frozen=True)
class FixResult:
    """The fixes, the files with these made, and the findings that are left."""

    fixes: tuple[AppliedFix, ...]
    changes: tuple[FileChange, ...]
    left: tuple[Finding, ...]


def fix_register(loaded: LoadedRegister, selected: tuple[str, ...]) -> FixResult:
    """Fix what can be fixed without asking in the files `selected` about, or in all. Nothing is written.

    Raises RefusedChangeError if a file would grow beyond a limit of the reader.
    """
    fixes: list[AppliedFix] = []
    contents: dict[str, bytes | None] = {}
    now = loaded
    for _ in range(_MOST_ROUNDS):
        tree = OverlayTree(loaded.tree, contents)
        moved = _moved(tree, selected)
        if moved:
            fixes += (AppliedFix(old, None, old, new) for old, new in moved)
            done = {new: tree.read(old) for old, new in moved} | {old: None for old, _ in moved}
        else:
            done = _replaced(tree, now, selected, fixes)
        if not done:
            break
        contents |= done
        tree = OverlayTree(loaded.tree, contents)
        now = LoadedRegister(loaded.folder, read_tree(tree, now.result), loaded.as_at, tree, earlier=now)
    refuse_too_large(loaded, now)
    changes = (FileChange(file, _content(loaded.tree, file), new) for file, new in sorted(contents.items()))
    left = tuple(one for one in check_register(now).findings if is_selected(one.file, selected))
    return FixResult(tuple(fixes), tuple(change for change in changes if change.old != change.new), left)


def _replaced(tree: Tree, now: LoadedRegister, selected: tuple[str, ...], fixes: list[AppliedFix]) -> dict[str, bytes | None]:
    """The contents of the files of `now` with every possible fix made; each is added to `fixes`."""
    sources = sources_of(now)
    wanted: dict[str, list[Fix]] = {}
    for fix in corrections(now):
        if is_selected(fix.place.file, selected):
            wanted.setdefault(fix.place.file, []).append(fix)
    contents: dict[str, bytes | None] = {}
    for file, of_file in sorted(wanted.items()):
        before = sources.texts[file]
        spans = ((sources.span(one.place), one.text) for one in of_file)
        after, done = replace_values(before, [Replacement(*span, text) for span, text in spans if span is not None])
        line, behind = 1, 0
        for one in done:
            line += before.count("\n", behind, one.start)
            behind = one.start
            fixes.append(AppliedFix(file, line, before[one.start : one.end], one.new))
        if done:
            contents[file] = encoded(after, like=tree.read(file))
    return contents


def _moved(tree: Tree, selected: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """The register's own files that are among the meetings, each with its right place.

    A file is moved only if its place is free, if it is valid there, and if it isn't valid as a meeting.
    """
    try:
        top = {entry.name for entry in tree.entries("")}
        among = {entry.name for entry in tree.entries(MEETINGS) if entry.type is EntryType.FILE}
    except UnreadableFileError:
        return ()
    found = []
    for name in layout.FILES:
        file = f"{MEETINGS}/{name}"
        if name in top or name not in among or not is_selected(file, selected):
            continue
        content = _content(tree, file)
        if content is None or not _wrong(tree, file):
            continue
        if not _wrong(OverlayTree(tree, {name: content, file: None}), name):
            found.append((file, name))
    return tuple(found)


def _wrong(tree: Tree, file: str) -> bool:
    """Whether the reader finds an error in `file`."""
    return any(one.file == file and one.severity is Severity.ERROR for one in read_tree(tree).findings)


def _content(tree: Tree, file: str) -> bytes | None:
    try:
        return tree.read(file)
    except UnreadableFileError:
        return None
