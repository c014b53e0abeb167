"""Keys and values of a YAML text replaced where they are, with everything around them as it was."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from govreg.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode, compose
from govreg.yaml.parse import parse

Shape = str | tuple["Shape", ...]
"""The content of a node: a text, the items of a list, or the keys and values of a mapping in turn."""


class Replacement(NamedTuple):
    """A text of one key or value, from `start` to before `end`, and the YAML to write in its place, in one line.

    A list of one item, `[item]`, becomes a block list where the value is in a block and behind its key.
    """

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
    return _replaced(text, chosen) if chosen else (text, ())


def _replaced(text: str, chosen: Sequence[Replacement]) -> tuple[str, tuple[Replacement, ...]]:
    """`text` with as many of `chosen` replaced as can be, and these: all at once, or else each half by itself."""
    made = _made(text, chosen)
    if made is not None:
        return made, tuple(chosen)
    if len(chosen) == 1:
        return text, ()
    half = len(chosen) // 2
    text, later = _replaced(text, chosen[half:])  # first the later half, so that the places of the other stay
    text, earlier = _replaced(text, chosen[:half])
    return text, (*earlier, *later)


def _made(text: str, chosen: Sequence[Replacement]) -> str | None:
    """`text` with all of the `chosen` replaced; None if it would not be read as intended."""
    pieces, behind = [], 0
    intended: dict[int, Shape] = {}
    before, values = parse(text, ""), _values(one.new for one in chosen)
    if before.root is None or not values:
        return None
    keys = _keys_before_values(before.root)
    for start, end, new in chosen:
        value = values[new]
        intended[start] = _shape(value, {})
        begin, written = start, new
        if isinstance(value, SequenceNode) and len(value.items) == 1 and (key := keys.get(start)) is not None:
            begin, written = _block_list(text, key, new)
        pieces += [text[behind:begin], written]
        behind = end
    made = "".join([*pieces, text[behind:]])
    after = parse(made, "")
    added = Counter(one.code for one in after.problems) - Counter(one.code for one in before.problems)  # messages may name a line
    if after.root is None or (after.data is None and before.data is not None) or added:
        return None
    return made if _shape(before.root, intended) == _shape(after.root, {}) else None


def _values(texts: Iterable[str]) -> Mapping[str, Node]:
    """The node of each of `texts`; none at all unless each is one value in one line."""
    each = [*dict.fromkeys(texts)]
    root = compose("".join(f"- [{text}]\n" for text in each)).root
    lists = root.items if isinstance(root, SequenceNode) else ()
    values = [one.items[0] for one in lists if isinstance(one, SequenceNode) and one.closed and len(one.items) == 1]
    return dict(zip(each, values, strict=True)) if len(values) == len(each) else {}


def _shape(node: Node, intended: Mapping[int, Shape]) -> Shape:
    """What `node` holds, with what is `intended` in the place of the texts that begin there."""
    if isinstance(node, ScalarNode):
        there = intended.get(node.start_mark.index) if node.value else None
        return there if there is not None else node.value.rstrip("\n") if node.style in ("|", ">") else node.value
    if isinstance(node, SequenceNode):
        return ("[", *(_shape(item, intended) for item in node.items))
    both = zip(node.keys, node.values, strict=False)
    return ("{", *(_shape(one, intended) for pair in both for one in pair))


def _keys_before_values(node: Node) -> dict[int, ScalarNode]:
    """By where each text begins that is behind its key in a block, that key; of what is in `node`."""
    if isinstance(node, ScalarNode) or node.flow:
        return {}
    found: dict[int, ScalarNode] = {}
    if isinstance(node, MappingNode):
        for key, value in zip(node.keys, node.values, strict=False):
            if value.start_mark.line == key.end_mark.line:
                found[value.start_mark.index] = key
    for inner in node.items if isinstance(node, SequenceNode) else node.values:
        found |= _keys_before_values(inner)
    return found


def _block_list(text: str, key: ScalarNode, item: str) -> tuple[int, str]:
    """Where the value of `key` begins, with the blanks before it, and the `[item]` as a block list below the key."""
    end_of_line = "\r\n" if "\r\n" in text else "\n"
    return text.index(":", key.end_mark.index) + 1, f"{end_of_line}{' ' * (key.start_mark.column + 2)}- {item.strip()[1:-1].strip()}"
