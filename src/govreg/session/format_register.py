"""What `format` changes: the order of keys, quotes around what other programs misread, and the ends of lines."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from govreg.diagnostics import syntax
from govreg.diagnostics.finding import Fix, Severity
from govreg.model.file_schema import key_order
from govreg.session.check import fixes_without_findings, refuse_too_large, sources_of
from govreg.session.load import LoadedRegister
from govreg.session.selected_files import is_selected
from govreg.storage.layout import display_name
from govreg.storage.overlay import OverlayTree
from govreg.storage.plan import FileChange
from govreg.storage.reader import read_tree
from govreg.storage.source_map import SourceMap
from govreg.yaml.format import format_text
from govreg.yaml.replace import Replacement, replace_values
from govreg.yaml.text import encoded


@dataclass(frozen=True)
class FormatResult:
    """The formatted files, and those left alone because of an error at which the reader stops."""

    changes: tuple[FileChange, ...]
    unread: tuple[str, ...]


def format_register(loaded: LoadedRegister, selected: tuple[str, ...]) -> FormatResult:
    """Format the files `selected` about, or all. Nothing is written.

    Raises RefusedChangeError if a file would grow beyond a limit of the reader.
    """
    sources = sources_of(loaded)
    findings = (*loaded.result.findings, *loaded.all_minutes.findings)
    ambiguous = (one.fix for one in findings if one.code == syntax.ambiguous_text.code and one.fix is not None)
    wanted: dict[str, list[Fix]] = {}
    for fix in chain(ambiguous, fixes_without_findings(loaded)):
        wanted.setdefault(fix.place.file, []).append(fix)
    quotes = {file: _replacements(sources, fixes) for file, fixes in wanted.items()}
    changes = []
    for file, text in sources.texts.items():
        if not is_selected(display_name(file), selected):
            continue
        after, _ = replace_values(text, quotes.get(file, ()))
        after = format_text(after, lambda path, file=file: key_order(file, path))  # type: ignore[misc] # the file of this round
        if after != text:
            old = loaded.tree.read(file)
            changes.append(FileChange(file, old, encoded(after, like=old)))
    if changes:
        tree = OverlayTree(loaded.tree, {one.file: one.new for one in changes})
        reading = read_tree(tree, loaded.result)
        refuse_too_large(loaded, LoadedRegister(loaded.folder, reading, loaded.as_at, tree, earlier=loaded))
    stopped = {one.file for one in findings if one.severity is Severity.ERROR and one.code < "GR1" and one.code != syntax.missing_file.code}
    return FormatResult(tuple(changes), tuple(sorted(file for file in stopped if is_selected(file, selected))))


def _replacements(sources: SourceMap, fixes: Iterable[Fix]) -> list[Replacement]:
    """The `fixes` of one file, each where its text is."""
    return [Replacement(*span, fix.text) for fix in fixes if (span := sources.span(fix.place)) is not None]
