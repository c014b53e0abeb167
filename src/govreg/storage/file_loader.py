"""Loading the files of a register: each is read, parsed and validated, and its findings are collected."""

import re
from codecs import BOM_UTF8
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeVar

from govreg.diagnostics import schema, syntax
from govreg.diagnostics.finding import MOST_SHOWN, Finding, Problem, Severity, place_problem
from govreg.diagnostics.syntax import BYTES_PER_FILE, FEW_BYTES, LARGEST, MOST_BYTES, MOST_FILES, MOST_VALUES, VALUES_PER_FILE
from govreg.model.dates import is_date
from govreg.model.fields import Record
from govreg.model.location import KeyPath, Location, Position
from govreg.model.names import RESERVED, as_id, is_id
from govreg.model.schema import FieldSpec, field_at, field_spec, record_at
from govreg.storage import layout
from govreg.storage.tree import Tree, UnreadableFileError
from govreg.yaml.document import COMMENT, Data, Document, Lookalike
from govreg.yaml.parse import parse
from govreg.yaml.positions import starts
from govreg.yaml.scalars import written
from govreg.yaml.text import InvalidTextError, text_of
from govreg.yaml.validate_entry import ValidatedEntry, type_name, validate_entry

_MOST_SWALLOWED = 20
"""The most fields that are noticed in one text; one that has swallowed more is noticed anyway."""

_BEFORE_COMMENT = re.compile(r"(?:^|[ \t])#")

RecordT = TypeVar("RecordT", bound=Record)
Made = TypeVar("Made")


class FileReading(NamedTuple):
    """What reading a file came to, to be used again where a file of that name says the same."""

    text: str
    values: int
    findings: tuple[Finding, ...]
    unshown: Sequence[Lookalike]
    origins: Mapping[KeyPath, tuple[int, ...]] | None
    starts: Mapping[str, int] | None
    made: Any
    """The entry that was made of it."""


@dataclass
class FileLoader:
    """Loads the files of one tree, and keeps their texts and findings by file."""

    tree: Tree
    earlier: Mapping[str, FileReading] = field(default_factory=dict)
    """By file, what was read of another state of the same register."""
    readings: dict[str, FileReading] = field(default_factory=dict)
    """The same of this one, of the files that `once` read."""
    texts: dict[str, str] = field(default_factory=dict)
    origins: dict[str, Mapping[KeyPath, tuple[int, ...]]] = field(default_factory=dict)
    starts: dict[str, Mapping[str, int]] = field(default_factory=dict)
    """By file that is one entry, the index where the value of each of its keys begins."""
    by_file: dict[str, list[Finding]] = field(default_factory=dict)
    unshown: dict[str, list[Lookalike]] = field(default_factory=dict)
    """By file, the ambiguous texts that are only counted: before each of them so many others are findings that it is never shown."""
    files: int = 0
    size: int = 0
    values: int = 0
    """How many files were read, and how many bytes and values they have in total."""

    def once(self, file: str, read: Callable[[], Made]) -> Made:
        """The result of `read`, which may read only `file`. A file whose text is the same as earlier isn't parsed again."""
        earlier = self.earlier.get(file)
        if earlier is not None and (size := self._size_of_same(file, earlier.text)) is not None:
            self.files += 1
            self.size += size
            self.values += earlier.values
            self.texts[file] = earlier.text
            if earlier.findings:
                self.by_file.setdefault(file, []).extend(earlier.findings)
            if earlier.unshown:
                self.unshown[file] = [*earlier.unshown]
            if earlier.origins is not None:
                self.origins[file] = earlier.origins
            if earlier.starts is not None:
                self.starts[file] = earlier.starts
            self.readings[file] = earlier
            made: Made = earlier.made
            return made
        found, values = len(self.by_file.get(file, ())), self.values
        made = read()
        if file in self.texts:
            findings = tuple(self.by_file.get(file, ())[found:])
            unshown, origins, begins = self.unshown.get(file, ()), self.origins.get(file), self.starts.get(file)
            self.readings[file] = FileReading(self.texts[file], self.values - values, findings, unshown, origins, begins, made)
        return made

    def _size_of_same(self, file: str, text: str) -> int | None:
        """How many bytes `file` has, if it may be read and says `text`."""
        if self._limit() is not None:
            return None
        try:
            content = self.tree.read(file)
        except UnreadableFileError:
            return None
        return len(content) if content.removeprefix(BOM_UTF8) == text.encode() else None

    def document(self, file: str, holds: str) -> Document | None:
        """Read and parse `file`, which should contain `holds`; None, with a finding, if that fails."""
        content = self._content(file)
        if content is None:
            return None
        try:
            text = text_of(content)
        except InvalidTextError as refused:
            self.add(file, refused.problem)
            return None
        self.texts[file] = text
        document = parse(text, holds)
        self.values += document.values
        for problem in document.problems:
            self.add(file, problem)
        return None if document.data is None else document

    def _content(self, file: str) -> bytes | None:
        """The bytes of `file`; None, with a finding, if it can't be read or exceeds the register's limits."""
        if (limit := self._limit()) is not None:
            self.add(file, syntax.register_too_large(limit))
            return None
        try:
            content = self.tree.read(file)
        except UnreadableFileError as unreadable:
            self.add(file, unreadable.problem)
            return None
        self.files += 1
        self.size += len(content)
        return content

    def _limit(self) -> str | None:
        """The limit that the files read so far have reached, in words; None if there is room for more."""
        values = max(MOST_VALUES, VALUES_PER_FILE * self.files)
        if self.files >= MOST_FILES:
            return f"{MOST_FILES:,} files"
        size = min(MOST_BYTES, max(FEW_BYTES, BYTES_PER_FILE * self.files))
        if self.size >= size:
            return f"{size // LARGEST} MiB"
        return f"{values:,} values" if self.values >= values else None

    def mapping(self, file: str, holds: str) -> tuple[Document, dict[str, Data]] | None:
        """Read `file`, which should contain a mapping of `holds`; None, with a finding, if it doesn't."""
        document = self.document(file, holds)
        if document is None:
            return None
        if isinstance(document.data, dict):
            return document, document.data
        self.wrong_top_level(file, document, "keys and values")
        return None

    def entry(
        self, file: str, document: Document, data: Data, part: type[RecordT], where: str, base: KeyPath = (), **given: str
    ) -> ValidatedEntry[RecordT]:
        """Validate `data`, which is at `base` in `document`, as a `part`, which messages call `where`."""
        checked = validate_entry(part, data, where, given, Location(file, base))
        if not base:
            self.starts[file] = starts(document.root)
        for problem in checked.problems:
            finding = self._finding(file, problem, document)
            if (finding.line, finding.column) not in document.damaged:
                self._keep(file, finding)
        if checked.origins:
            self.origins[file] = {(*base, *path): kept for path, kept in checked.origins.items()}
        ambiguous = [one for one in document.lookalikes_below(base) if _is_text(part, one.path[len(base) :], one.what, at_key=one.at_key)]
        for lookalike in ambiguous[:MOST_SHOWN]:
            self.ambiguous_text(file, document, lookalike)
        if more := ambiguous[MOST_SHOWN:]:
            self.unshown.setdefault(file, []).extend(more)
        self._continuations(file, document, part, base)
        return checked

    def _continuations(self, file: str, document: Document, part: type[Record], base: KeyPath) -> None:
        """Check the lines that continue the texts of the `part` at `base`: were they meant as fields or comments?"""
        found: Counter[KeyPath] = Counter()
        for line in document.continuations_below(base):
            path = line.path[len(base) :]
            if line.word == COMMENT:
                self.add(file, syntax.comment_within_text().at(line.position))
            elif line.rest is None:
                if _is_key_beside(part, path, line.word):
                    self.add(file, syntax.unintended_continuation(line.word).at(line.position))
            elif (key := _key_beside(part, path, line.word)) is not None and found[path] < _MOST_SWALLOWED:
                if _fits(key, line.rest):
                    found[path] += 1
                    self.add(file, syntax.unintended_continuation(line.word).at(line.position))
                elif key.kind in ("text", "part") and not key.words:
                    found[path] += 1
                    self.add(file, syntax.key_within_text(line.word).at(line.position))

    def id(self, file: str, document: Document, path: KeyPath) -> bool:
        """Whether the key at `path` is a valid id; adds a finding if it isn't."""
        typed = str(path[-1])
        reserved = typed in RESERVED
        if reserved or not is_id(typed):
            problem = schema.invalid_id(typed, f"{typed}-organisation" if reserved else as_id(typed), reserved=reserved)
            self.add(file, problem.at(Location(file, path, at_key=True)), document)
            return False
        for lookalike in document.lookalikes_below(path):
            if lookalike.path == path and lookalike.at_key:
                self.ambiguous_text(file, document, lookalike)
        return True

    def ambiguous_text(self, file: str, document: Document, text: Lookalike) -> None:
        """Add the finding that other readers would not read `text` as text."""
        problem = syntax.ambiguous_text(text.typed, text.what)._replace(replacement=written(text.typed))
        self.add(file, problem.at(Location(file, text.path, text.at_key)), document)

    def has_errors(self, file: str) -> bool:
        """Whether `file` has an error."""
        return any(found.severity is Severity.ERROR for found in self.by_file.get(file, ()))

    def wrong_top_level(self, file: str, document: Document, expected: str) -> None:
        """Add the finding that `file` contains something other than `expected`."""
        self.add(file, schema.wrong_top_level(expected, type_name(document.data)).at(Location(file)), document)

    def add(self, file: str, problem: Problem, document: Document | None = None) -> None:
        """Add a finding on `file`; `document`, if given, is where the positions of values are looked up."""
        self._keep(file, self._finding(file, problem, document))

    def _finding(self, file: str, problem: Problem, document: Document | None) -> Finding:
        def locate(place: Location) -> Position | None:
            return document.position(place.path, at_key=place.at_key) if document is not None else None

        return place_problem(problem, layout.display_name(file), locate)

    def _keep(self, file: str, finding: Finding) -> None:
        self.by_file.setdefault(file, []).append(finding)

    def unread(self) -> tuple[str, ...]:
        """The names of the files with errors, sorted: they are left out of answers, or partly left out."""
        return tuple(sorted(layout.display_name(file) for file in self.by_file if self.has_errors(file)))

    def findings(self) -> tuple[Finding, ...]:
        """All findings, sorted."""
        return tuple(sorted((found for of_file in self.by_file.values() for found in of_file), key=lambda found: found.order))


def _is_text(part: type[Record], path: KeyPath, what: str, *, at_key: bool) -> bool:
    """Whether there is free text at `path` below `part`, or, `at_key`, a name of the writer's choice; `what` others take it for."""
    if at_key:
        holder = field_at(part, path[:-1]) if len(path) > 1 else None
        return holder is not None and holder.mapping and path[-2] == holder.name
    key = field_at(part, path)
    if key is not None and key.record is not None and key.record.short is not None:  # a bare text stands for the part
        key = field_spec(key.record, key.record.short)
    if key is None or key.words:
        return False
    if key.kind == "date or text":
        return what != "a date"
    return key.kind == "text" or (key.kind == "truth" and isinstance(path[-1], int))  # a duty in a list is a text


def _is_key_beside(part: type[Record], path: KeyPath, word: str) -> bool:
    """Whether `word`, which a line begins with that runs on at `path` below `part`, is a key there, and no prose is wrapped."""
    key = field_at(part, path)
    return _key_beside(part, path, word) is not None and key is not None and not key.prose


def _key_beside(part: type[Record], path: KeyPath, word: str) -> FieldSpec | None:
    """The key `word` of the mapping that holds the text at `path` below `part`, if it has one."""
    holder = record_at(part, path[:-1])
    return field_spec(holder, word) if holder is not None else None


def _fits(key: FieldSpec, typed: str) -> bool:
    """Whether `typed` can only be a value of `key`, since no prose says it: a word it takes, a date, a number, a list, or nothing yet."""
    value = _BEFORE_COMMENT.split(typed, maxsplit=1)[0].strip()
    if not value:
        return key.many or key.record is not None
    if value[0] in "[{|>":
        return True
    if key.words:
        return value.strip("'\"").lower() in key.words
    if key.kind in ("truth", "true or false"):
        return value.lower() in ("true", "false")
    return (key.kind in ("date", "date or text") and is_date(value)) or (key.kind == "number" and value.replace(".", "", 1).isdigit())
