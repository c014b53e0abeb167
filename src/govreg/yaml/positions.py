"""The positions of keys and values in a YAML text, looked up in its nodes only when they are needed."""

from functools import lru_cache

from govreg.model.location import KeyPath, Position
from govreg.yaml.events import position_of
from govreg.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode, compose

_LARGE = 16 * 1024


def position(root: Node | None, path: KeyPath, *, at_key: bool) -> Position:
    """Where the value at `path` below `root`, or its key, begins; if there is no such value, where the nearest one above it does."""
    if root is None:
        return Position(1, 1)
    key, value, _ = nodes_at(root, path)
    return position_of((key if at_key else value).start_mark)


def starts(root: Node | None) -> dict[str, int]:
    """The keys of a mapping, each with the index in the text where its value begins; of a repeated key, that of the first."""
    if not isinstance(root, MappingNode):
        return {}
    pairs = list(zip(root.keys, root.values, strict=False))  # a text that couldn't be read any further may end with a key
    return {key.value: value.start_mark.index for key, value in reversed(pairs)}


def span(text: str, path: KeyPath, *, at_key: bool = False) -> tuple[int, int] | None:
    """Where the value at `path` in `text`, or its key, begins and ends, as indices; the end excludes line breaks.

    None where there is no such value.
    """
    root = root_of(text)
    if root is None:
        return None
    key, value, missing = nodes_at(root, path)
    node = key if at_key else value
    if missing > int(isinstance(node, ScalarNode)):  # a bare text stands for the one key of a mapping
        return None
    start, end = node.start_mark.index, node.end_mark.index
    return start, start + len(text[start:end].rstrip("\r\n"))


def nodes_at(root: Node, path: KeyPath) -> tuple[Node, Node, int]:
    """The key and the value at `path`, or the nearest ones above it, and how many steps of the path are missing."""
    key: Node = root
    value: Node = root
    for done, step in enumerate(path):
        if isinstance(value, MappingNode) and isinstance(step, str) and (index := value.place(step)) is not None:
            key, value = value.keys[index], value.values[index]
        elif isinstance(value, SequenceNode) and isinstance(step, int) and step < len(value.items):
            key = value = value.items[step]
        elif isinstance(step, str) or not isinstance(value, MappingNode):
            return key, value, len(path) - done
        # otherwise a single mapping is in the place of a list of mappings
    return key, value, 0


def root_of(text: str) -> Node | None:
    """The nodes of `text`, cached for the most recent texts: 64 small ones and 2 large ones."""
    return _of_small(text) if len(text) < _LARGE else _of_large(text)


@lru_cache(maxsize=64)
def _of_small(text: str) -> Node | None:
    return compose(text).root


@lru_cache(maxsize=2)
def _of_large(text: str) -> Node | None:
    return compose(text).root
