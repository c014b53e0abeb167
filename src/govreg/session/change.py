"""How every command changes a register: it works out the change, checks the register as it would be, and writes it or says why not."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from govreg.analysis.verdicts import fingerprint
from govreg.diagnostics.finding import Finding, Severity
from govreg.errors import GovregError, RefusedChangeError
from govreg.model.edits import EditError, FileEdit, RegisterChange, SetValue, Value
from govreg.model.location import VERDICTS
from govreg.model.names import many, shown
from govreg.render.workflow_commands import disarmed
from govreg.session.check import check_register
from govreg.session.file_changes import report_written, unified_diff, writing
from govreg.session.findings_since import findings_since
from govreg.session.load import LoadedRegister, find_register, load_register
from govreg.session.streams import notify, write_stderr, write_stdout
from govreg.storage.overlay import OverlayTree
from govreg.storage.plan import FileChange, carry_out, content_of, in_order
from govreg.storage.reader import read_tree
from govreg.storage.tree import FolderTree
from govreg.yaml.edit import data_of, edit, new_text
from govreg.yaml.text import InvalidTextError, encoded, text_of

_KEY = re.compile(r"([\w-]+):")
_MOST_KEPT = 8
"""How many files a reader keeps: the change of one field asks for the same file several times."""
_MOST_SHOWN = 10
"""How many new errors of a refused change are shown."""

_HEADS = {
    VERDICTS: "# What reviewers decided about pairs of meetings; the last verdict on a pair counts.\n",
}
"""The first line of a new file."""


@dataclass(frozen=True)
class PreparedChange:
    """A change that was worked out: the content that each file would have, and the register as it would be."""

    loaded: LoadedRegister
    files: tuple[FileChange, ...]
    after: LoadedRegister
    written: bool = False
    """Whether the files have that content now: not in a dry run, nor where there is nothing to change."""

    def files_in_order(self) -> tuple[FileChange, ...]:
        """The files in the order in which they are written."""
        return tuple(in_order(self.files))


Decide = Callable[[LoadedRegister], RegisterChange]


def file_reader(loaded: LoadedRegister) -> Callable[[str], Value]:
    """A function that reads a file of the register as data, with every value as it is written; the last few files are kept."""

    @lru_cache(_MOST_KEPT)
    def read(file: str) -> Value:
        content = content_of(FolderTree(loaded.folder), file)
        if content is None:
            return None
        try:
            return data_of(text_of(content))
        except (InvalidTextError, EditError) as problem:
            raise _cannot_edit(file, problem) from None

    return read


def change_register(
    register: str | Path | None,
    as_at: str | None,
    decide: Decide,
    *,
    dry_run: bool,
    confirm: Callable[[PreparedChange], None] | None = None,
) -> PreparedChange:
    """Make the change that `decide` works out.

    The register is locked meanwhile, except while `confirm` asks the person: then the change is worked out again and must be the same.

    Raises:
        RefusedChangeError: the register would have a new error, so nothing was written.
        GovregError: the change can't be written.
    """
    folder = find_register(register)
    previewed: PreparedChange | None = None
    if dry_run or confirm is not None:
        previewed = _checked(prepare(load_register(folder, as_at), decide))
        if confirm is not None and previewed.files:
            confirm(previewed)
        if dry_run:
            write_stdout(disarmed(unified_diff(previewed.files_in_order())))
            _notify_if_empty(previewed)
            return previewed
    with writing(folder):
        prepared = _checked(prepare(load_register(folder, as_at), decide))
        if previewed is not None and previewed.files != prepared.files:
            raise GovregError("The register changed while you were deciding.", "Nothing was written. Run it again.")
        carry_out(folder, prepared.files)
    report_written("".join(f"{_verb(change)} {change.file}\n" for change in prepared.files_in_order()))
    _notify_if_empty(prepared)
    return replace(prepared, written=bool(prepared.files))


def _notify_if_empty(prepared: PreparedChange) -> None:
    if not prepared.files:
        notify("Nothing to change: the register already says so.")


def prepare(loaded: LoadedRegister, decide: Decide) -> PreparedChange:
    """The change that `decide` works out, as contents of files. Raises GovregError if a file can't be edited."""
    return prepared_change(loaded, decide(loaded))


def prepared_change(loaded: LoadedRegister, change: RegisterChange) -> PreparedChange:
    """`change` as contents of files. Raises GovregError if a file can't be edited."""
    tree = FolderTree(loaded.folder)
    old: dict[str, bytes | None] = {}
    new: dict[str, bytes | None] = {}
    for before, after in change.moved.items():
        old[before], new[before] = content_of(tree, before), None
        old[after], new[after] = content_of(tree, after), old[before]
        if old[after] is not None:
            raise GovregError(f"There is a file “{shown(after, 200)}” already.", "Choose another name.")
    for file, value in change.created.items():
        old[file] = content_of(tree, file)
        if old[file] is not None:
            raise GovregError(f"There is a file “{shown(file, 200)}” already.", "Choose another name.")
        try:
            new[file] = new_text(file, value).encode()
        except EditError as problem:
            why = str(problem).removeprefix("after the change, ")
            hint = "Nothing was written. Leave out, shorten or divide what is too long."
            raise GovregError(f"“{shown(file, 200)}” cannot be written: {why}.", hint) from None
        except UnicodeEncodeError as problem:
            raise _cannot_edit(file, problem) from None
    edits: dict[str, list[FileEdit]] = {}
    for one in change.edits:
        edits.setdefault(one.file, []).append(one)
    for file, of_file in edits.items():
        if file not in new:
            old[file] = new[file] = content_of(tree, file)
        new[file] = _edited(file, new[file], of_file)
    files = tuple(FileChange(file, old[file], new[file]) for file in new if old[file] != new[file])
    overlay = OverlayTree(tree, {one.file: one.new for one in files})
    reading = read_tree(overlay, loaded.result)
    return PreparedChange(loaded, files, LoadedRegister(loaded.folder, reading, loaded.as_at, overlay, earlier=loaded))


def _edited(file: str, content: bytes | None, edits: Sequence[FileEdit]) -> bytes:
    try:
        text = text_of(content) if content is not None else _HEADS.get(file, "")
        after = edit(file, text, [one.edit for one in edits])
        return encoded(after, like=content)
    except (EditError, InvalidTextError, UnicodeEncodeError) as problem:
        raise _cannot_edit(file, problem) from None


def _cannot_edit(file: str, problem: Exception) -> GovregError:
    if isinstance(problem, UnicodeEncodeError):
        return GovregError("A value is not valid UTF-8 text.", "Nothing was written. Type it again.")
    return GovregError(
        f"“{shown(file, 200)}” cannot be changed: {problem}.", "Nothing was written. “govreg validate” says what is wrong with the file."
    )


def _checked(prepared: PreparedChange) -> PreparedChange:
    """The change, if the register would have no new error with it. Raises RefusedChangeError if it would."""
    errors = new_errors(prepared)
    if errors:
        write_stderr("\n".join(_in_line(finding) for finding in errors[:_MOST_SHOWN]))
        count = many(sum(one.mistakes for one in errors), "new error")
        raise RefusedChangeError(f"Nothing was written: the register would have {count}.", "Change what you typed, and run it again.")
    return prepared


def new_errors(prepared: PreparedChange) -> list[Finding]:
    """The errors that the register would have with the change, and doesn't have now."""
    if not prepared.files:
        return []
    after = check_register(prepared.after)
    if all(finding.severity is not Severity.ERROR for finding in after.findings):
        return []
    return [finding for finding in findings_since(prepared.after, after, prepared.loaded) if finding.severity is Severity.ERROR]


def errors_by_key(prepared: PreparedChange) -> Iterator[tuple[Finding, str]]:
    """The new errors in the files of the change, each with the key at the left margin that it is below; empty if there is none."""
    lines = {one.file: (one.new or b"").decode(errors="replace").split("\n") for one in prepared.files}
    for finding in new_errors(prepared):
        if finding.file in lines:
            above = reversed(lines[finding.file][: finding.line or 0])
            yield finding, next((key[1] for line in above if (key := _KEY.match(line))), "")


def _in_line(finding: Finding) -> str:
    place = ":".join(str(part) for part in (finding.file, finding.line, finding.column) if part is not None)
    return f"{place}: error {finding.code}: {finding.message} {finding.hint}".rstrip()


def restate_verdicts(loaded: LoadedRegister, change: RegisterChange, ids: dict[str, str]) -> RegisterChange:
    """`change`, which only renames, with verdicts that are not stale kept so; `ids` gives the new id of each renamed meeting."""
    before, after = loaded.register, prepared_change(loaded, change).after.register
    edits = []
    for index, verdict in enumerate(before.verdicts):
        now = [ids.get(id_, id_) for id_ in verdict.meetings]
        if any(id_ not in before.meetings for id_ in verdict.meetings) or any(id_ not in after.meetings for id_ in now):
            continue
        one, other = verdict.meetings
        if verdict.of == fingerprint(before.meetings[one], before.meetings[other]):
            of = fingerprint(after.meetings[now[0]], after.meetings[now[1]])
            if of != verdict.of:
                edits.append(FileEdit(VERDICTS, SetValue((index, "of"), of)))
    return replace(change, edits=(*change.edits, *edits))


def _verb(change: FileChange) -> str:
    return "Created" if change.old is None else "Deleted" if change.new is None else "Changed"
