"""One YAML text read into a document: down through its events into lists and mappings, each mistake with its place."""

import re
from collections.abc import Iterator, Mapping
from typing import NoReturn

from govreg.diagnostics import syntax
from govreg.diagnostics.finding import Rule, Wording
from govreg.model.characters import odd_character
from govreg.model.location import Position
from govreg.yaml import parser_messages, positions
from govreg.yaml.comments import keys_within, lost_at_bracket, lost_behind, running_on
from govreg.yaml.document import ContinuationLine, Data, Document, Lookalike, SyntaxProblem
from govreg.yaml.events import DEEPEST, MOST_VALUES, Event, events, position_of
from govreg.yaml.scalars import NULLS, implicit_type
from govreg.yaml.text import name_at, name_of, position_at
from yaml import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
    YAMLError,
)

MOST_MISTAKES = 1000

_AROUND = frozenset((StreamStartEvent, StreamEndEvent, DocumentEndEvent))
"""Events that hold no value."""

_SIGNS_OF_CONFLICT = ("<<<<<<< ", "=======", ">>>>>>> ")
_CONFLICT = re.compile(r"^(<{7} |={7}$|>{7} )", re.MULTILINE)


class _Stop(Exception):  # noqa: N818 - it ends the reading, it is no error of the program
    """The rest of the text cannot be read."""


def parse(text: str, holds: str) -> Document:
    """Read `text`, which should hold `holds` (for the message where it is empty). Never raises for what the text says."""
    if any(sign in text for sign in _SIGNS_OF_CONFLICT) and (conflict := _CONFLICT.search(text)) is not None:
        line = text.count("\n", 0, conflict.start()) + 1
        return Document(None, text, (SyntaxProblem(syntax.merge_conflict, syntax.merge_conflict(), Position(line, 1)),))
    return _Builder(text).build(holds)


class _Builder:
    """Turns the events of one text into a document, going down into lists and mappings as they open."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.events: Iterator[Event] = iter(())
        self.count = 0
        self.path: list[str | int] = []
        """The way to the value that is read now."""
        self.has_hash = "#" in text
        self.mistakes: list[SyntaxProblem] = []
        self.lookalikes: list[Lookalike] = []
        self.run_on: list[ContinuationLine] = []

    def build(self, holds: str) -> Document:
        try:
            self.events = events(self.text)
            data = self._document()
        except _Stop:
            return Document(None, self.text, tuple(self.mistakes))
        except YAMLError as problem:
            self._add(syntax.not_yaml, *parser_messages.explain(problem, self.text))
            return Document(None, self.text, tuple(self.mistakes))
        if data is None:
            return Document(None, self.text, (SyntaxProblem(syntax.empty, syntax.empty(holds), Position(1, 1)),))
        return Document(data, self.text, tuple(self.mistakes), tuple(self.lookalikes), tuple(self.run_on))

    def _document(self) -> Data:
        data: Data = None
        documents = 0
        for event in self.events:
            kind: type[object] = event.__class__
            if kind is DocumentStartEvent:
                documents += 1
                if documents > 1:
                    self._stop(syntax.one_document, event, "a second document")
                if event.version is not None or event.tags:
                    self._stop(syntax.one_document, event, "an instruction to the YAML reader")
            elif kind not in _AROUND:
                if self.has_hash and kind is ScalarEvent:
                    self._cut_off(lost_behind(self.text, event))
                data = self._value(event)
        return data

    def _value(self, event: Event) -> Data:
        kind: type[object] = event.__class__
        self.count += 1
        if self.count > MOST_VALUES:
            self._stop(syntax.too_much, event, f"more than {MOST_VALUES:,} values")
        if kind is AliasEvent:
            self._stop(syntax.borrowed, event, f"*{event.anchor}")
        if event.anchor is not None or event.tag is not None:
            self._refuse_marks(event)
        if kind is ScalarEvent:
            return self._scalar(event)
        if len(self.path) >= DEEPEST:
            self._stop(syntax.too_much, event, f"more than {DEEPEST} levels")
        if self.has_hash:
            self._cut_off(lost_at_bracket(self.text, event))
        return self._list() if kind is SequenceStartEvent else self._mapping(flow=bool(event.flow_style))

    def _list(self) -> Data:
        items: list[Data] = []
        path = self.path
        path.append(0)
        for event in self.events:
            kind: type[object] = event.__class__
            if kind is SequenceEndEvent:
                if self.has_hash:
                    self._cut_off(lost_at_bracket(self.text, event))
                break
            if self.has_hash and kind is ScalarEvent:
                self._cut_off(lost_behind(self.text, event))
            items.append(self._value(event))
            path[-1] = len(items)
        path.pop()
        return tuple(items)

    def _mapping(self, *, flow: bool) -> Data:
        items: dict[str, Data] = {}
        path = self.path
        path.append("")
        for event in self.events:
            kind: type[object] = event.__class__
            if kind is MappingEndEvent:
                if self.has_hash:
                    self._cut_off(lost_at_bracket(self.text, event))
                break
            path[-1] = key = self._key(event, items)
            behind = next(self.events)
            of_value: type[object] = behind.__class__
            if of_value is ScalarEvent:
                if self.has_hash:
                    self._cut_off(lost_behind(self.text, behind, event))
                if flow and not behind.style and behind.value == "":
                    self._add(syntax.key_alone, syntax.key_alone(key), position_of(event.start_mark))
            if key in items:  # of a repeated key the first stays
                self._pass_over(behind)
            else:
                items[key] = self._value(behind)
        path.pop()
        return items

    def _pass_over(self, event: Event) -> None:
        """Read a value that is told as a whole: what is doubtful within it has no place of its own."""
        lookalikes, run_on = len(self.lookalikes), len(self.run_on)
        self._value(event)
        del self.lookalikes[lookalikes:]
        del self.run_on[run_on:]

    def _key(self, event: Event, items: Mapping[str, Data]) -> str:
        kind: type[object] = event.__class__
        if kind is not ScalarEvent:
            if kind is AliasEvent:
                self._stop(syntax.borrowed, event, f"*{event.anchor}")
            self._stop(syntax.no_key, event, "a list" if kind is SequenceStartEvent else "a mapping")
        if event.anchor is not None or event.tag is not None:
            self._refuse_marks(event)
        key = event.value
        if event.style:
            self._check_escapes(event)
        elif key in ("<<", ""):
            rule, what = (syntax.borrowed, key) if key else (syntax.no_key, "nothing")
            self._add(rule, rule(what), position_of(event.start_mark))
        elif (what_else := implicit_type(key)) is not None and key not in items:
            self.lookalikes.append(Lookalike((*self.path[:-1], key), at_key=True, typed=key, what=what_else))
        if key in items:
            first = positions.position(self.text, (*self.path[:-1], key), at_key=True)
            wording = syntax.repeated_key(key, first.line)
            here = position_of(event.start_mark)
            self.mistakes.append(SyntaxProblem(syntax.repeated_key, wording, here, ((first, "it stands here first"),)))
            self._too_many()
        return key

    def _scalar(self, event: Event) -> Data:
        value = event.value
        if event.style:
            self._check_escapes(event)
            if event.style not in "|>":
                return value
            if ": " in value or ":\n" in value or value.endswith(":"):
                self.run_on += (
                    ContinuationLine(tuple(self.path), word, Position(line + 1, column + 1), rest)
                    for line, column, word, rest in keys_within(self.text, event)
                )
            return value.rstrip("\n")
        if value == "":
            return None
        if value in NULLS:
            self._add(syntax.null, syntax.null(value), position_of(event.start_mark))
        elif " " in value and event.start_mark.line != event.end_mark.line:
            self._run_on(event)
        elif (what := implicit_type(value)) is not None:
            self.lookalikes.append(Lookalike(tuple(self.path), at_key=False, typed=value, what=what))
        return value

    def _check_escapes(self, event: Event) -> None:
        """Look for a character that an escape in double quotes stands for, and that no register may hold."""
        if event.style != '"':
            return
        value = event.value
        place = odd_character(value)
        if place is not None or "\r" in value:
            name = name_at(value, place) if place is not None else name_of("\r")
            self._add(syntax.odd_character, syntax.odd_character(name), position_of(event.start_mark))

    def _cut_off(self, lost: int | None) -> None:
        """Tell of the text that is cut off by the `#` at `lost`, if there is one."""
        if lost is not None:
            end = self.text.find("\n", lost)
            cut = self.text[lost : end if end >= 0 else None].rstrip()
            self._add(syntax.cut_off, syntax.cut_off(cut), position_at(self.text, lost))

    def _run_on(self, event: Event) -> None:
        """Look at the further lines of a plain text: one that begins with a dash was meant for an item of its own."""
        for position, dash, word in running_on(self.text, event):
            if dash:
                self._add(syntax.runs_on, syntax.runs_on("an item of a list"), position)
            elif word:
                self.run_on.append(ContinuationLine(tuple(self.path), word, position))

    def _refuse_marks(self, event: Event) -> None:
        """An anchor ends the reading, since what lends can be borrowed without end; a tag only spoils its value."""
        if event.anchor is not None:
            self._stop(syntax.borrowed, event, f"&{event.anchor}")
        self._add(syntax.tagged, syntax.tagged(str(event.tag)), position_of(event.start_mark))

    def _add(self, rule: Rule[..., Wording], wording: Wording, position: Position) -> None:
        self.mistakes.append(SyntaxProblem(rule, wording, position))
        self._too_many()

    def _too_many(self) -> None:
        if len(self.mistakes) > MOST_MISTAKES:
            raise _Stop

    def _stop(self, rule: Rule[..., Wording], event: Event, what: str) -> NoReturn:
        self._add(rule, rule(what), position_of(event.start_mark))
        raise _Stop
