"""What `fix` changes: every finding that has one right answer, until none is left that has, each result read again."""

from collections.abc import Sequence
from dataclasses import dataclass

from govreg.diagnostics.finding import Finding, Severity
from govreg.model.location import MEETINGS, Location
from govreg.session.asked_files import is_asked
from govreg.session.check import CheckResult, check_register
from govreg.session.load import LoadedRegister
from govreg.storage import layout
from govreg.storage.overlay import OverlayTree
from govreg.storage.plan import FileChange
from govreg.storage.reader import read_tree
from govreg.storage.tree import EntryType, Tree, UnreadableFileError
from govreg.yaml.replace import Replacement, replace_values

_MOST_ROUNDS = 50
"""How often the register is read again: a fix may show the next one, three deep at most, and of a file 100 show at once."""


@dataclass(frozen=True, slots=True)
class AppliedFix:
    """One value or key as it was and as it is now, and its line when it was fixed; a file that was moved has no line."""

    file: str
    line: int | None
    old: str
    new: str


@dataclass(frozen=True)
class FixResult:
    """What was fixed, what the files are to hold, and what is still wrong then."""

    fixes: tuple[AppliedFix, ...]
    changes: tuple[FileChange, ...]
    left: tuple[Finding, ...]


def fix_register(loaded: LoadedRegister, asked: Sequence[str]) -> FixResult:
    """Fix what can be fixed without asking in the files `asked` about, or in all. Nothing is written."""
    fixes: list[AppliedFix] = []
    contents: dict[str, bytes | None] = {}
    result = check_register(loaded)
    for _ in range(_MOST_ROUNDS):
        tree = OverlayTree(loaded.tree, contents)
        moved = _moved(tree, tuple(asked))
        if moved:
            fixes += (AppliedFix(old, None, old, new) for old, new in moved)
            done = {new: tree.read(old) for old, new in moved} | {old: None for old, _ in moved}
        else:
            done = _replaced(tree, result, tuple(asked), fixes)
        if not done:
            break
        contents |= done
        tree = OverlayTree(loaded.tree, contents)
        result = check_register(LoadedRegister(loaded.folder, read_tree(tree), loaded.as_at, tree))
    changes = (FileChange(file, _content(loaded.tree, file), new) for file, new in sorted(contents.items()))
    left = tuple(one for one in result.findings if is_asked(one.file, tuple(asked)))
    return FixResult(tuple(fixes), tuple(change for change in changes if change.old != change.new), left)


def _replaced(tree: Tree, result: CheckResult, asked: tuple[str, ...], fixes: list[AppliedFix]) -> dict[str, bytes | None]:
    """What the files hold with each finding fixed that can be; what was done is put into `fixes`."""
    wanted: dict[str, list[Replacement]] = {}
    for finding in result.findings:
        if finding.fix is not None and is_asked(finding.file, asked):
            place: Location = finding.fix.place
            span = result.sources.span(place)
            if span is not None:
                wanted.setdefault(place.file, []).append(Replacement(*span, finding.fix.text))
    contents: dict[str, bytes | None] = {}
    for file, of_file in wanted.items():
        before = result.sources.texts[file]
        after, done = replace_values(before, of_file)
        if done:
            fixes += (AppliedFix(file, before.count("\n", 0, one.start) + 1, before[one.start : one.end], one.new) for one in done)
            mark = b"\xef\xbb\xbf"
            contents[file] = (mark if tree.read(file).startswith(mark) else b"") + after.encode()
    return contents


def _moved(tree: Tree, asked: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """The files of the register's own that are among the meetings, each with its right place.

    One is moved only where none is in that place, where it is sound there, and where it could not be meant as a meeting.
    """
    try:
        top = {entry.name for entry in tree.entries("")}
        among = {entry.name for entry in tree.entries(MEETINGS) if entry.type is EntryType.FILE}
    except UnreadableFileError:
        return ()
    found = []
    for name in layout.FILES:
        file = f"{MEETINGS}/{name}"
        if name in top or name not in among or not is_asked(file, asked):
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
