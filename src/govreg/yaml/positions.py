"""Where the keys and values of a YAML text are: looked up in its nodes, for the few that somebody asks for."""

from functools import lru_cache

from govreg.model.location import KeyPath, Position
from govreg.yaml.events import position_of
from govreg.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode, compose

_LARGE = 16 * 1024


def position(root: Node | None, path: KeyPath, *, at_key: bool = False) -> Position:
    """Where the value at `path` below `root` begins, or its key; where there is no such value, the nearest one above it."""
    if root is None:
        return Position(1, 1)
    key, value, _ = _follow(root, path)
    return position_of((key if at_key else value).start)


def span(text: str, path: KeyPath, *, at_key: bool = False) -> tuple[int, int] | None:
    """The first character of the value at `path` of `text`, or of its key, and the one behind its last, which is no line end.

    None where there is no such value.
    """
    root = root_of(text)
    if root is None:
        return None
    key, value, missing = _follow(root, path)
    node = key if at_key else value
    if missing > int(isinstance(node, ScalarNode)):  # a bare text stands for the one key of a mapping
        return None
    start, end = node.start.index, node.end.index
    return start, start + len(text[start:end].rstrip("\r\n"))


def root_of(text: str) -> Node | None:
    """The nodes of `text`, kept for the texts that were asked for last: many small ones, few large ones."""
    return _of_small(text) if len(text) < _LARGE else _of_large(text)


@lru_cache(maxsize=64)
def _of_small(text: str) -> Node | None:
    return compose(text).root


@lru_cache(maxsize=2)
def _of_large(text: str) -> Node | None:
    return compose(text).root


def _follow(root: Node, path: KeyPath) -> tuple[Node, Node, int]:
    """The key and the value at `path`, or the nearest ones above, and how many steps are missing then."""
    key: Node = root
    value: Node = root
    for done, step in enumerate(path):
        if isinstance(value, MappingNode) and isinstance(step, str) and (index := value.place(step)) is not None:
            key, value = value.keys[index], value.values[index]
        elif isinstance(value, SequenceNode) and isinstance(step, int) and step < len(value.items):
            key = value = value.items[step]
        elif isinstance(step, str) or not isinstance(value, MappingNode):
            return key, value, len(path) - done
        # else one mapping is where a list of them may be
    return key, value, 0
