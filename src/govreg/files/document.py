"""One YAML text: its data as text, lists and mappings only, the place of every key and value, and what is wrong with it."""

import re
from dataclasses import dataclass

import yaml

from govreg.files import places, reading, syntax
from govreg.files.events import Event, Mark, events
from govreg.files.lookalikes import NULLS, taken_for
from govreg.files.text import name_of, odd_character, position_at
from govreg.model.finding import Path, Position, Rule, Wording

Data = None | str | tuple["Data", ...] | dict[str, "Data"]
"""What a YAML text holds: None is a value left empty; everything else is text, whatever it looks like."""

DEEPEST = 16
MOST_EVENTS = 100_000
MOST_MISTAKES = 20

_CONFLICT = re.compile(r"^(<{7} |={7}$|>{7} )", re.MULTILINE)
_HASH = re.compile(r"[ \t]+(#[^\s][^\n]*)")


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
    text: str
    mistakes: tuple[Mistake, ...]
    lookalikes: tuple[tuple[Path, bool, str, str], ...] = ()

    def position(self, path: Path, *, at_key: bool = False) -> Position:
        """Where the value at `path` stands, or its key; where the file has no such value, the nearest one above it."""
        return places.position(self.text, path, at_key=at_key)


@dataclass(slots=True)
class _Frame:
    """A list or mapping whose end has not been read yet."""

    items: list[Data] | dict[str, Data]
    flow: bool
    key: str | None = None
    """The key whose value is read next."""
    key_event: Event | None = None


class _Stop(Exception):  # noqa: N818 - it ends the reading, it is no error of the program
    """The rest of the text cannot be read."""


def parse(text: str, holds: str) -> Document:
    """Read `text`, which should hold `holds` (for the message where it is empty). Never raises for what the text says."""
    conflict = _CONFLICT.search(text)
    if conflict is not None:
        line = text.count("\n", 0, conflict.start()) + 1
        return Document(None, text, (Mistake(reading.merge_conflict, reading.merge_conflict(), Position(line, 1)),))
    return _Builder(text, holds).build()


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
        self.data: Data = None
        self.ended = False

    def build(self) -> Document:
        try:
            self._read()
        except _Stop:
            return Document(None, self.text, tuple(self.mistakes))
        except yaml.YAMLError as problem:
            self._add(reading.not_yaml, *syntax.explain(problem, self.text))
            return Document(None, self.text, tuple(self.mistakes))
        if self.data is None:
            return Document(None, self.text, (Mistake(reading.empty, reading.empty(self.holds), Position(1, 1)),))
        return Document(self.data, self.text, tuple(self.mistakes), tuple(self.lookalikes))

    def _read(self) -> None:
        for count, event in enumerate(events(self.text)):
            if count > MOST_EVENTS:
                self._stop(reading.too_much, event, f"more than {MOST_EVENTS:,} values and marks")
            kind: type[object] = event.__class__
            if kind is yaml.ScalarEvent:
                self._scalar(event)
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                self._start(event, [] if kind is yaml.SequenceStartEvent else {})
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                items = self.stack.pop().items
                self._put(tuple(items) if isinstance(items, list) else items)
            elif kind is yaml.AliasEvent:
                self._stop(reading.borrowed, event, f"*{event.anchor}")
            elif kind is yaml.DocumentStartEvent:
                self._document(event)

    def _document(self, event: Event) -> None:
        if self.ended:
            self._stop(reading.one_document, event, "a second document")
        if event.version is not None or event.tags:
            self._stop(reading.one_document, event, "an instruction to the YAML reader")

    def _start(self, event: Event, items: "list[Data] | dict[str, Data]") -> None:
        if len(self.stack) >= DEEPEST:
            self._stop(reading.too_much, event, f"more than {DEEPEST} levels")
        if event.anchor is not None or event.tag is not None:
            self._refuse_marks(event)
        if self.stack and isinstance(self.stack[-1].items, dict) and self.stack[-1].key is None:
            self._stop(reading.no_key, event, "a list" if isinstance(items, list) else "a mapping")
        self.stack.append(_Frame(items, bool(event.flow_style)))

    def _scalar(self, event: Event) -> None:
        if event.anchor is not None or event.tag is not None:
            self._refuse_marks(event)
        value, style = event.value, event.style
        if style:
            if style == '"' and self.has_escape:
                self._check_escapes(value, event)
            elif style in ("|", ">"):
                value = value.rstrip("\n")
        frame = self.stack[-1] if self.stack else None
        if frame is not None and frame.key is None and isinstance(frame.items, dict):
            self._key(frame, frame.items, value, event)
            return
        if not style:
            if self.has_hash:
                self._check_cut_off(event, frame)
            if value == "":
                if frame is not None and frame.flow and frame.key is not None:
                    self._add(reading.key_alone, reading.key_alone(frame.key), _position((frame.key_event or event).start_mark))
                self._put(None)
                return
            if value in NULLS:
                self._add(reading.null, reading.null(value), _position(event.start_mark))
            elif (what := taken_for(value)) is not None:
                self.lookalikes.append((self._path(), False, value, what))
        self._put(value)

    def _key(self, frame: _Frame, items: dict[str, Data], key: str, event: Event) -> None:
        plain = not event.style
        if plain and key == "<<":
            self._add(reading.borrowed, reading.borrowed("<<"), _position(event.start_mark))
        if plain and key == "":
            self._add(reading.no_key, reading.no_key("nothing"), _position(event.start_mark))
        if key in items:
            first = places.position(self.text, (*self._path_of_frames(), key), at_key=True)
            wording = reading.repeated_key(key, first.line)
            here = _position(event.start_mark)
            self.mistakes.append(Mistake(reading.repeated_key, wording, here, ((first, "it stands here first"),)))
            self._too_many()
        elif plain and (what := taken_for(key)) is not None:
            self.lookalikes.append(((*self._path_of_frames(), key), True, key, what))
        frame.key, frame.key_event = key, event

    def _put(self, value: Data) -> None:
        if not self.stack:
            self.data = value
            self.ended = True
            return
        frame = self.stack[-1]
        if isinstance(frame.items, list):
            frame.items.append(value)
        elif frame.key is not None:
            frame.items.setdefault(frame.key, value)  # of a repeated key the first stays
            frame.key = None

    def _path_of_frames(self) -> Path:
        """The way to the innermost list or mapping."""
        return tuple(_step(frame) for frame in self.stack[:-1])

    def _path(self) -> Path:
        """The way to the value that is read now."""
        return tuple(_step(frame) for frame in self.stack)

    def _check_escapes(self, value: str, event: Event) -> None:
        place = odd_character(value)
        if place is not None or "\r" in value:
            name = name_of(value[place] if place is not None else "\r")
            self._add(reading.odd_character, reading.odd_character(name), _position(event.start_mark))

    def _check_cut_off(self, event: Event, frame: _Frame | None) -> None:
        """Look for a text that a `#` cut off: behind the value, or between its key and a value on a later line."""
        lost = _HASH.match(self.text, event.end_mark.index)
        key = frame.key_event.end_mark if frame is not None and frame.key is not None and frame.key_event is not None else None
        if lost is None and event.value and key is not None and key.line < event.start_mark.line:
            lost = _HASH.search(self.text, key.index, self.text.find("\n", key.index))
        if lost is not None:
            self._add(reading.cut_off, reading.cut_off(lost.group(1).rstrip()), position_at(self.text, lost.start(1)))

    def _refuse_marks(self, event: Event) -> None:
        """An anchor ends the reading, since what lends can be borrowed without end; a tag only spoils its value."""
        if event.anchor is not None:
            self._stop(reading.borrowed, event, f"&{event.anchor}")
        self._add(reading.tagged, reading.tagged(str(event.tag)), _position(event.start_mark))

    def _add(self, rule: Rule[..., Wording], wording: Wording, position: Position) -> None:
        self.mistakes.append(Mistake(rule, wording, position))
        self._too_many()

    def _too_many(self) -> None:
        if len(self.mistakes) > 50 * MOST_MISTAKES:
            raise _Stop

    def _stop(self, rule: Rule[..., Wording], event: Event, what: str) -> None:
        self._add(rule, rule(what), _position(event.start_mark))
        raise _Stop


def _position(mark: Mark) -> Position:
    return Position(mark.line + 1, mark.column + 1)


def _step(frame: _Frame) -> str | int:
    """The index or the key of what is read now in `frame`."""
    return len(frame.items) if isinstance(frame.items, list) else frame.key or ""
