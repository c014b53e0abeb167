"""What `format` changes: the order of keys, quotes around what other programs misread, and the ends of lines."""

from collections.abc import Sequence
from dataclasses import dataclass

from govreg.diagnostics import syntax
from govreg.diagnostics.finding import Severity
from govreg.model.file_schema import key_order
from govreg.session.load import LoadedRegister
from govreg.session.selected_files import is_selected
from govreg.storage.layout import display_name
from govreg.storage.plan import FileChange
from govreg.yaml.format import format_text
from govreg.yaml.replace import Replacement, replace_values
from govreg.yaml.text import encoded


@dataclass(frozen=True)
class FormatResult:
    """The formatted files, and those left alone because of an error at which the reader stops."""

    changes: tuple[FileChange, ...]
    unread: tuple[str, ...]


def format_register(loaded: LoadedRegister, selected: Sequence[str]) -> FormatResult:
    """Format the files `selected` about, or all. Nothing is written."""
    sources = loaded.result.sources.joined(loaded.all_minutes.sources)
    findings = (*loaded.result.findings, *loaded.all_minutes.findings)
    quotes: dict[str, list[Replacement]] = {}
    for finding in findings:
        if finding.code == syntax.ambiguous_text.code and finding.fix is not None and (span := sources.span(finding.fix.place)) is not None:
            quotes.setdefault(finding.fix.place.file, []).append(Replacement(*span, finding.fix.text))
    changes = []
    for file, text in sources.texts.items():
        if not is_selected(display_name(file), tuple(selected)):
            continue
        after, _ = replace_values(text, quotes.get(file, ()))
        after = format_text(after, lambda path, file=file: key_order(file, path))  # type: ignore[misc] # the file of this round
        if after != text:
            old = loaded.tree.read(file)
            changes.append(FileChange(file, old, encoded(after, like=old)))
    stopped = {one.file for one in findings if one.severity is Severity.ERROR and one.code < "GR1" and one.code != syntax.missing_file.code}
    return FormatResult(tuple(changes), tuple(sorted(file for file in stopped if is_selected(file, tuple(selected)))))
