"""Keys and values of a YAML text replaced where they are, with everything around them as it was."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from govreg.yaml.nodes import Node, ScalarNode, SequenceNode, compose
from govreg.yaml.parse import parse

Shape = str | tuple["Shape", ...]
"""What a node holds: a text, the items of a list, or the keys and values of a mapping in turn."""


class Replacement(NamedTuple):
    """A text of one key or value, from `start` to before `end`, and the YAML to write in its place."""

    start: int
    end: int
    new: str


def replace_values(text: str, replacements: Sequence[Replacement]) -> tuple[str, tuple[Replacement, ...]]:
    """`text` with the `replacements` made, and those that were.

    Left out is one that overlaps another, and one after which the text would say anything else than intended, or have a
    new problem in it.
    """
    chosen: list[Replacement] = []
    for one in sorted(set(replacements)):
        if not chosen or one.start >= chosen[-1].end:
            chosen.append(one)
    made = _made(text, chosen)
    if made is not None:
        return made, tuple(chosen)
    done: list[Replacement] = []
    for one in reversed(chosen):  # from the last to the first, so that the places of the others stay
        if (made := _made(text, [one])) is not None:
            text = made
            done.insert(0, one)
    return text, tuple(done)


def _made(text: str, chosen: Sequence[Replacement]) -> str | None:
    """`text` with all of the `chosen` replaced; None if it would not be read as intended."""
    pieces, behind = [], 0
    intended: dict[int, Shape] = {}
    for start, end, new in chosen:
        pieces += [text[behind:start], new]
        behind = end
        node = compose(f"[{new}]").root
        if not isinstance(node, SequenceNode) or len(node.items) != 1:
            return None
        intended[start] = _shape(node.items[0], {})
    after = "".join([*pieces, text[behind:]])
    before, root = compose(text), compose(after)
    if before.root is None or root.root is None or (root.fault is not None and before.fault is None):
        return None
    if _shape(before.root, intended) != _shape(root.root, {}) or len(parse(after, "").problems) > len(parse(text, "").problems):
        return None
    return after


def _shape(node: Node, intended: Mapping[int, Shape]) -> Shape:
    """What `node` holds, with what is `intended` in the place of the texts that begin there."""
    if isinstance(node, ScalarNode):
        there = intended.get(node.start_mark.index) if node.value else None
        return there if there is not None else node.value.rstrip("\n") if node.style in ("|", ">") else node.value
    if isinstance(node, SequenceNode):
        return ("[", *(_shape(item, intended) for item in node.items))
    both = zip(node.keys, node.values, strict=False)
    return ("{", *(_shape(one, intended) for pair in both for one in pair))
