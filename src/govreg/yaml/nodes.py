"""A YAML text as a tree of nodes, each with its start and end: made in one walk over the parser's events."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from govreg.diagnostics import syntax
from govreg.diagnostics.finding import Problem
from govreg.yaml import parser_messages
from govreg.yaml.events import Event, Mark, events, position_of
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

_ALIAS: type[object] = AliasEvent
_DOCUMENT_START: type[object] = DocumentStartEvent
_MAPPING_END: type[object] = MappingEndEvent
_SEQUENCE_START: type[object] = SequenceStartEvent
_SEQUENCE_END: type[object] = SequenceEndEvent
_STREAM_END: type[object] = StreamEndEvent
_AROUND: frozenset[type[object]] = frozenset((StreamStartEvent, DocumentEndEvent))
"""The kinds of event, compared by identity: Event says what they have."""

DEEPEST = 16
"""The most levels of lists and mappings that a text may have; govreg's own limit."""

MOST_VALUES = 50_000
"""The most values that a text may contain; govreg's own limit."""

MOST_ITEMS = 1_000
"""The most items of a list within an entry; govreg's own limit. The longest in `register/` and `examples/` has 13."""


if TYPE_CHECKING:

    class ScalarNode:
        """A text as it was typed: a key, a value or an empty value.

        `style` is `'` or `"` in quotes, `|` or `>` for a block, and empty for a plain text. A plain text ends after its
        last character, a block after its last line end.
        """

        start_mark: Mark
        end_mark: Mark
        value: str
        style: str | None
        tag: str | None
        anchor: str | None

else:
    ScalarNode = ScalarEvent  # has all that; most nodes are scalars, and to make another object for each costs a quarter more


@dataclass(slots=True, eq=False)
class SequenceNode:
    """A list. In brackets (`flow`), it ends after the closing bracket; otherwise, where its last item ends."""

    start_mark: Mark
    end_mark: Mark
    flow: bool
    tag: str | None
    items: "list[Node]" = field(default_factory=list)
    closed: bool = False
    """Whether the text could be read as far as its end."""


@dataclass(slots=True, eq=False)
class MappingNode:
    """Keys, each with a value. In braces (`flow`), it ends after the closing brace; otherwise, where its last value ends.

    A repeated key is included each time that it was written. If the text couldn't be read any further, the last key may
    have no value.
    """

    start_mark: Mark
    end_mark: Mark
    flow: bool
    tag: str | None
    keys: list[ScalarNode] = field(default_factory=list)
    values: "list[Node]" = field(default_factory=list)
    closed: bool = False
    """Whether the text could be read as far as its end."""
    _places: dict[str, int] | None = None

    def place(self, key: str) -> int | None:
        """The index of the first `key` that has a value among `keys`; None if there is none."""
        if self._places is None:
            self._places = {self.keys[index].value: index for index in reversed(range(len(self.values)))}
        return self._places.get(key)


Node = ScalarNode | SequenceNode | MappingNode


class Tree(NamedTuple):
    """The nodes of a text, and the problem that stopped the reading, if any; the nodes before it are included."""

    root: Node | None
    fault: Problem | None = None
    values: int = 0
    """How many values were read: texts, lists and mappings, without keys."""


class _StopError(Exception):
    """A problem after which the rest of a text can't be read."""

    def __init__(self, problem: Problem, event: "Event | ScalarNode") -> None:
        super().__init__(problem.message)
        self.problem = problem.at(position_of(event.start_mark))


def compose(text: str) -> Tree:
    """The nodes of `text`. Never raises because of its content; the limits above bound its time and memory."""
    fault: Problem | None = None
    composer = _Composer(text)
    try:
        composer.compose()
    except _StopError as stop:
        fault = stop.problem
    except YAMLError as problem:
        fault = parser_messages.explain(problem, text)
    return Tree(composer.roots[0] if composer.roots else None, fault, composer.count)


class _Composer:
    """Builds the tree from the events, no deeper than the limit, and keeps what has been read if it has to stop."""

    def __init__(self, text: str) -> None:
        self.next_event = events(text)
        self.roots: list[Node] = []
        self.count = 0

    def compose(self) -> None:
        """Read the text. Raises _StopError where a register's file may not continue, and YAMLError where it isn't YAML."""
        documents = 0
        while (event := self.next_event()).__class__ is not _STREAM_END:
            if event.__class__ is _DOCUMENT_START:
                documents += 1
                if documents > 1:
                    raise _StopError(syntax.one_document("a second document"), event)
                if event.version is not None or event.tags:
                    raise _StopError(syntax.one_document("a YAML directive"), event)
            elif event.__class__ not in _AROUND:
                self._value(event, self.roots, 0)

    def _value(self, event: Event, into: list[Node], depth: int) -> None:
        """Append the value that begins with `event` to `into`, and then read its contents."""
        if event.anchor is not None:
            raise _alias_or_anchor(event)
        self.count += 1
        if self.count > MOST_VALUES:
            raise _StopError(syntax.too_complex(f"more than {MOST_VALUES:,} values"), event)
        if isinstance(event, ScalarNode):
            if len(event.value) > syntax.LONGEST_TEXT:
                raise _StopError(syntax.too_complex(f"a text of more than {syntax.LONGEST_TEXT:,} characters"), event)
            into.append(event)
        elif depth >= DEEPEST:
            raise _StopError(syntax.too_complex(f"more than {DEEPEST} levels"), event)
        elif event.__class__ is _SEQUENCE_START:
            items = SequenceNode(event.start_mark, event.end_mark, bool(event.flow_style), event.tag)
            into.append(items)
            self._items(items, depth + 1)
        else:
            entries = MappingNode(event.start_mark, event.end_mark, bool(event.flow_style), event.tag)
            into.append(entries)
            self._entries(entries, depth + 1)

    def _items(self, node: SequenceNode, depth: int) -> None:
        next_event, items = self.next_event, node.items
        most = MOST_ITEMS if depth > 1 else MOST_VALUES
        while (event := next_event()).__class__ is not _SEQUENCE_END:
            if len(items) == most:
                raise _StopError(syntax.too_complex(f"a list of more than {most:,} items"), event)
            self._value(event, items, depth)
        node.end_mark = event.end_mark if node.flow else items[-1].end_mark
        node.closed = True

    def _entries(self, node: MappingNode, depth: int) -> None:
        next_event, keys, values = self.next_event, node.keys, node.values
        while (event := next_event()).__class__ is not _MAPPING_END:
            if event.anchor is not None:
                raise _alias_or_anchor(event)
            if not isinstance(event, ScalarNode):
                raise _StopError(syntax.invalid_key("a list" if event.__class__ is _SEQUENCE_START else "a mapping"), event)
            keys.append(event)
            self._value(next_event(), values, depth)
        node.end_mark = event.end_mark if node.flow else values[-1].end_mark
        node.closed = True


def _alias_or_anchor(event: "Event | ScalarNode") -> _StopError:
    return _StopError(syntax.alias_or_anchor(f"{'*' if event.__class__ is _ALIAS else '&'}{event.anchor}"), event)
