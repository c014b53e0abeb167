"""The parser's events of a YAML text: a mapping begins, a text, a mapping ends."""

from collections.abc import Callable
from typing import Protocol

import yaml
from govreg.model.location import Position

PARSER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's parser where PyYAML has it: eight times faster, and safe as long as only events are taken from it."""


class Mark(Protocol):
    """A position from libyaml or PyYAML: line, column and index, counted from 0."""

    line: int
    column: int
    index: int


class Event(Protocol):
    """An event from the parser. Which of these attributes it has depends on its class."""

    start_mark: Mark
    end_mark: Mark
    anchor: str | None
    tag: str | None
    value: str
    style: str | None
    flow_style: bool | None
    version: object
    tags: object


def position_of(mark: Mark) -> Position:
    """The line and column of `mark`, counted from 1."""
    return Position(mark.line + 1, mark.column + 1)


def events(text: str) -> Callable[[], Event]:
    """What gives the next event of `text`, the end of the stream last. It raises yaml.YAMLError where the text is not valid YAML."""
    get_event: Callable[[], Event] = PARSER(text).get_event
    return get_event
