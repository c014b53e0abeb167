"""One YAML text: its data as text, lists and mappings only, the place of every key and value, and what is wrong with it."""

import re
from collections.abc import Iterator  # noqa: TC003 - a cast names it
from dataclasses import dataclass
from typing import Protocol, cast

import yaml

from govreg.files import reading, syntax
from govreg.files.lookalikes import NULLS, taken_for
from govreg.files.text import name_of, odd_character, position_at
from govreg.model.finding import Path, Position, Rule, Wording

Data = None | str | tuple["Data", ...] | dict[str, "Data"]
"""What a YAML text holds: None is a value left empty; everything else is text, whatever it looks like."""

DEEPEST = 16
MOST_EVENTS = 100_000
MOST_MISTAKES = 20

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's parser where PyYAML has it: eight times faster, and safe as long as only events are taken from it."""

_CONFLICT = re.compile(r"^(<{7} |={7}$|>{7} )", re.MULTILINE)
_HASH = re.compile(r"[ \t]+(#[^\s][^\n]*)")


@dataclass(slots=True)
class Branch:
    """Where a list or a mapping stands, and all that is in it: by index or key, its key's place and its own."""

    start: Position
    children: dict[str | int, tuple[Position, "Position | Branch"]]


Marks = Position | Branch


@dataclass(frozen=True, slots=True)
class Mistake:
    """Something wrong with the text, and where."""

    rule: Rule[..., Wording]
    wording: Wording
    position: Position
    related: tuple[tuple[Position, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """What one YAML text holds.

    `data` is None where the text could not be read to its end. `lookalikes` are the ways to texts that other readers
    take for something else, with what they take them for; `True` behind a way means the key there.
    """

    data: Data
    marks: Marks
    mistakes: tuple[Mistake, ...]
    lookalikes: tuple[tuple[Path, bool, str, str], ...] = ()

    def position(self, path: Path, *, at_key: bool = False) -> Position:
        """Where the value at `path` stands, or its key; where the file has no such value, the nearest one above it."""
        here: Marks = self.marks
        key = here.start if isinstance(here, Branch) else here
        for step in path:
            if not isinstance(here, Branch):
                break
            if step not in here.children:
                if isinstance(step, int):
                    continue  # a single mapping stands where a list of them may
                break
            key, here = here.children[step]
        start = here.start if isinstance(here, Branch) else here
        return key if at_key else start


class _Mark(Protocol):
    """Where libyaml or PyYAML says that something stands, counted from 0."""

    line: int
    column: int
    index: int


class _Event(Protocol):
    """What the YAML parser tells, one after the other; which of these an event has depends on its kind."""

    start_mark: _Mark
    end_mark: _Mark
    anchor: str | None
    tag: str | None
    value: str
    style: str | None
    flow_style: bool | None
    version: object
    tags: object


@dataclass(slots=True)
class _Frame:
    """A list or mapping whose end has not been read yet."""

    items: list[Data] | dict[str, Data]
    marks: Branch
    flow: bool
    key: str | int = 0
    key_position: Position | None = None
    key_line: int = -1
    key_end: int = 0


class _Stop(Exception):  # noqa: N818 - it ends the reading, it is no error of the program
    """The rest of the text cannot be read."""


def parse(text: str, holds: str) -> Document:
    """Read `text`, which should hold `holds` (for the message where it is empty). Never raises for what the text says."""
    conflict = _CONFLICT.search(text)
    if conflict is not None:
        line = text.count("\n", 0, conflict.start()) + 1
        return _unread(Mistake(reading.merge_conflict, reading.merge_conflict(), Position(line, 1)))
    return _Builder(text, holds).build()


def _unread(*mistakes: Mistake) -> Document:
    return Document(None, Position(1, 1), mistakes)


class _Builder:
    """Turns the events of one text into a document."""

    def __init__(self, text: str, holds: str) -> None:
        self.text = text
        self.holds = holds
        self.has_hash = "#" in text
        self.has_escape = "\\" in text
        self.mistakes: list[Mistake] = []
        self.lookalikes: list[tuple[Path, bool, str, str]] = []
        self.stack: list[_Frame] = []
        self.root: tuple[Data, Marks] | None = None

    def build(self) -> Document:
        try:
            self._read()
        except _Stop:
            return _unread(*self.mistakes)
        except yaml.YAMLError as problem:
            self._add(reading.not_yaml, *syntax.explain(problem, self.text))
            return _unread(*self.mistakes)
        if self.root is None or self.root[0] is None:
            return _unread(Mistake(reading.empty, reading.empty(self.holds), Position(1, 1)))
        return Document(*self.root, tuple(self.mistakes), tuple(self.lookalikes))

    def _read(self) -> None:
        for count, event in enumerate(cast("Iterator[_Event]", yaml.parse(self.text, Loader=_LOADER))):
            if count > MOST_EVENTS:
                self._stop(reading.too_much, event, f"more than {MOST_EVENTS:,} values and marks")
            kind: type[object] = event.__class__
            if kind is yaml.ScalarEvent:
                self._scalar(event)
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                self._start(event, [] if kind is yaml.SequenceStartEvent else {})
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                frame = self.stack.pop()
                items = frame.items
                self._put(tuple(items) if isinstance(items, list) else items, frame.marks)
            elif kind is yaml.AliasEvent:
                self._stop(reading.borrowed, event, f"*{event.anchor}")
            elif kind is yaml.DocumentStartEvent:
                self._document(event)

    def _document(self, event: _Event) -> None:
        if self.root is not None:
            self._stop(reading.one_document, event, "a second document")
        if event.version is not None or event.tags:
            self._stop(reading.one_document, event, "an instruction to the YAML reader")

    def _start(self, event: _Event, items: "list[Data] | dict[str, Data]") -> None:
        if len(self.stack) >= DEEPEST:
            self._stop(reading.too_much, event, f"more than {DEEPEST} levels")
        if event.anchor is not None or event.tag is not None:
            self._refuse_marks(event)
        if self.stack and isinstance(self.stack[-1].items, dict) and self.stack[-1].key_position is None:
            self._stop(reading.no_key, event, "a list" if isinstance(items, list) else "a mapping")
        position = Position(event.start_mark.line + 1, event.start_mark.column + 1)
        self.stack.append(_Frame(items, Branch(position, {}), bool(event.flow_style)))

    def _scalar(self, event: _Event) -> None:
        mark = event.start_mark
        position = Position(mark.line + 1, mark.column + 1)
        if event.anchor is not None or event.tag is not None:
            self._refuse_marks(event)
        value: str = event.value
        plain = not event.style
        if self.has_escape and event.style == '"':
            self._check_escapes(value, position)
        elif event.style in ("|", ">"):
            value = value.rstrip("\n")
        frame = self.stack[-1] if self.stack else None
        if frame is not None and frame.key_position is None and isinstance(frame.items, dict):
            self._key(frame, value, event, position)
            return
        if plain:
            if self.has_hash:
                self._check_cut_off(event, frame)
            if value == "":
                if frame is not None and frame.flow and isinstance(frame.items, dict):
                    self._add(reading.key_alone, reading.key_alone(str(frame.key)), frame.key_position or position)
                self._put(None, position)
                return
            if value in NULLS:
                self._add(reading.null, reading.null(value), position)
            elif (what := taken_for(value)) is not None:
                self.lookalikes.append((self._path(), False, value, what))
        self._put(value, position)

    def _key(self, frame: _Frame, key: str, event: _Event, position: Position) -> None:
        plain = not event.style
        if plain and key == "<<":
            self._add(reading.borrowed, reading.borrowed("<<"), position)
        if plain and key == "":
            self._add(reading.no_key, reading.no_key("nothing"), position)
        if key in frame.marks.children:
            first = frame.marks.children[key][0]
            wording = reading.repeated_key(key, first.line)
            self.mistakes.append(Mistake(reading.repeated_key, wording, position, ((first, "it stands here first"),)))
            self._too_many()
        elif plain and (what := taken_for(key)) is not None:
            self.lookalikes.append(((*self._path_of_frames(), key), True, key, what))
        frame.key, frame.key_position = key, position
        frame.key_line, frame.key_end = event.end_mark.line, event.end_mark.index

    def _put(self, value: Data, marks: Marks) -> None:
        if not self.stack:
            self.root = (value, marks)
            return
        frame = self.stack[-1]
        items = frame.items
        if isinstance(items, dict):
            key = str(frame.key)
            if key not in items:  # of a repeated key the first stays
                items[key] = value
                frame.marks.children[key] = (frame.key_position or Position(1, 1), marks)
            frame.key_position = None
        else:
            start = marks.start if isinstance(marks, Branch) else marks
            frame.marks.children[len(items)] = (start, marks)
            items.append(value)

    def _path_of_frames(self) -> Path:
        """The way to the innermost list or mapping."""
        return tuple(len(outer.items) if isinstance(outer.items, list) else outer.key for outer in self.stack[:-1])

    def _path(self) -> Path:
        """The way to the value that is read now."""
        if not self.stack:
            return ()
        frame = self.stack[-1]
        return (*self._path_of_frames(), len(frame.items) if isinstance(frame.items, list) else frame.key)

    def _check_escapes(self, value: str, position: Position) -> None:
        place = odd_character(value)
        if place is not None or "\r" in value:
            name = name_of(value[place] if place is not None else "\r")
            self._add(reading.odd_character, reading.odd_character(name), position)

    def _check_cut_off(self, event: _Event, frame: _Frame | None) -> None:
        """Look for a text that a `#` cut off: behind the value, or between its key and a value on a later line."""
        lost = _HASH.match(self.text, event.end_mark.index)
        if lost is None and frame is not None and frame.key_position is not None and frame.key_line < event.start_mark.line:
            line_end = self.text.find("\n", frame.key_end)
            lost = _HASH.search(self.text, frame.key_end, line_end) if event.value else None
        if lost is not None:
            self._add(reading.cut_off, reading.cut_off(lost.group(1).rstrip()), position_at(self.text, lost.start(1)))

    def _refuse_marks(self, event: _Event) -> None:
        """An anchor ends the reading, since what lends can be borrowed without end; a tag only spoils its value."""
        if event.anchor is not None:
            self._stop(reading.borrowed, event, f"&{event.anchor}")
        mark = event.start_mark
        self._add(reading.tagged, reading.tagged(str(event.tag)), Position(mark.line + 1, mark.column + 1))

    def _add(self, rule: Rule[..., Wording], wording: Wording, position: Position) -> None:
        self.mistakes.append(Mistake(rule, wording, position))
        self._too_many()

    def _too_many(self) -> None:
        if len(self.mistakes) > 50 * MOST_MISTAKES:
            raise _Stop

    def _stop(self, rule: Rule[..., Wording], event: _Event, what: str) -> None:
        mark = event.start_mark
        self._add(rule, rule(what), Position(mark.line + 1, mark.column + 1))
        raise _Stop
