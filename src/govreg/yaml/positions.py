"""Where the keys and values of a YAML text stand: looked up for the few that somebody asks for.

To keep the place of every key would take more room and time than all else in it; so a text is gone through once more when
the first of its places is asked for.
"""

from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice

import yaml
from govreg.model.location import KeyPath, Position
from govreg.yaml.events import DEEPEST, MOST_VALUES, Event, events, position_of

_LARGE = 16 * 1024


@dataclass(slots=True)
class _Node:
    """A list or a mapping: where it stands, and all that is in it by index or key: the key's place, and its own."""

    start: Position
    children: dict[str | int, tuple[Position, "Position | _Node"]] = field(default_factory=dict)
    mapping: bool = False
    key: tuple[str, Position] | None = None
    """The key whose value is read next."""


def position(text: str, path: KeyPath, *, at_key: bool = False) -> Position:
    """Where the value at `path` of `text` stands, or its key; where there is no such value, the nearest one above it."""
    here: Position | _Node = _tree(text)
    key = here.start if isinstance(here, _Node) else here
    for step in path:
        if not isinstance(here, _Node):
            break
        if step not in here.children:
            if isinstance(step, int):
                continue  # a single mapping stands where a list of them may
            break
        key, here = here.children[step]
    start = here.start if isinstance(here, _Node) else here
    return key if at_key else start


def _tree(text: str) -> "Position | _Node":
    """The places of `text`, kept for the texts that were asked for last: many small ones, few large ones."""
    return _of_small(text) if len(text) < _LARGE else _of_large(text)


@lru_cache(maxsize=64)
def _of_small(text: str) -> "Position | _Node":
    return _built(text)


@lru_cache(maxsize=2)
def _of_large(text: str) -> "Position | _Node":
    return _built(text)


def _built(text: str) -> "Position | _Node":
    root: Position | _Node = Position(1, 1)
    stack: list[_Node] = []
    try:
        for event in islice(events(text), 3 * MOST_VALUES):  # no more than is read of it
            kind: type[object] = event.__class__
            if kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                stack.pop()
                continue
            if kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                here: Position | _Node = _Node(position_of(event.start_mark), mapping=kind is yaml.MappingStartEvent)
            elif kind is yaml.ScalarEvent or kind is yaml.AliasEvent:
                here = position_of(event.start_mark)
            else:
                continue
            if stack:
                _put(stack[-1], here, event)
            else:
                root = here
            if isinstance(here, _Node):
                stack.append(here)
                if len(stack) > DEEPEST:
                    return root
    except yaml.YAMLError:
        return root  # what stands before the fault
    return root


def _put(branch: _Node, here: "Position | _Node", event: Event) -> None:
    start = here.start if isinstance(here, _Node) else here
    if not branch.mapping:
        branch.children[len(branch.children)] = (start, here)
    elif branch.key is None:
        branch.key = (getattr(event, "value", ""), start)
    else:
        name, key = branch.key
        branch.children.setdefault(name, (key, here))  # of a repeated key the first stays
        branch.key = None
