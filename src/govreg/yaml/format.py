"""A file's text with its keys in the model's order: entries move as lines, comments with them, and nothing is printed anew."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from govreg.model.location import KeyPath
from govreg.yaml.document import Document
from govreg.yaml.nodes import DEEPEST, MappingNode, Node, ScalarNode, SequenceNode, compose
from govreg.yaml.parse import parse
from govreg.yaml.positions import nodes_at

KeyOrder = Callable[[KeyPath], tuple[str, ...]]
"""The keys that the mapping at a path may have, in the order in which they are written; empty where they are free."""

_MODELINE = "# yaml-language-server:"


class _Edit(NamedTuple):
    start: int
    end: int
    new: str


def format_text(text: str, order: KeyOrder) -> str:
    """`text` with its keys in `order`, those that other programs misread in quotes, and LF at the end of its lines, the last one too.

    A mapping in braces stays as it is, so does one with a key that `order` doesn't have. A text that can't be read
    comes back unchanged, and so does one that would not be read as the same.
    """
    before = parse(text, "")
    if before.data is None or before.problems:
        return text
    quoted = text
    for key in sorted(_misread(before), key=lambda key: key.start_mark.index, reverse=True):
        quoted = f'{quoted[: key.start_mark.index]}"{key.value}"{quoted[key.end_mark.index :]}'
    after = quoted.replace("\r\n", "\n")
    after = after if after.endswith("\n") else f"{after}\n"
    for _ in range(DEEPEST):  # the innermost mappings first, since their lines move within those of others
        edits = [*_edits(after, compose(after).root, (), order)]
        if not edits:
            break
        for one in sorted(edits, reverse=True):
            after = after[: one.start] + one.new + after[one.end :]
    now = parse(after, "")
    same = now.data == before.data and not now.problems and _remarks(after) == _remarks(quoted)
    return after if same else text


def _misread(document: Document) -> Iterator[ScalarNode]:
    """The keys that other programs take for something else than a text, such as `on`, which YAML 1.1 takes for true."""
    for one in document.lookalikes:
        key = nodes_at(document.root, one.path)[0] if document.root is not None and one.at_key else None
        if isinstance(key, ScalarNode):
            yield key


def _remarks(text: str) -> list[str]:
    """The lines of `text` in any order, their margins and dashes aside: what moves is not lost."""
    return sorted(line.strip(" \t-") for line in text.splitlines())


def _edits(text: str, node: Node | None, path: KeyPath, order: KeyOrder) -> Iterator[_Edit]:
    """What puts the mappings at `node` and below it in order that have none below them to be put in order."""
    below: list[_Edit] = []
    if isinstance(node, SequenceNode) and not node.flow:
        for index, item in enumerate(node.items):
            below += _edits(text, item, (*path, index), order)
    elif isinstance(node, MappingNode) and not node.flow:
        for key, value in zip(node.keys, node.values, strict=True):
            below += _edits(text, value, (*path, key.value), order)
        if not below:
            below += _reordered(text, node, order(path))
    yield from below


class _Entry(NamedTuple):
    """A key and its value as lines: where its comments begin, its key does, and the line after its last begins."""

    above: int
    start: int
    end: int


def _reordered(text: str, node: MappingNode, order: tuple[str, ...]) -> Iterator[_Edit]:
    """What puts the entries of the block mapping `node` in `order`."""
    places = {key: place for place, key in enumerate(order)}
    keys = [key.value for key in node.keys]
    if any(key not in places for key in keys) or keys == sorted(keys, key=places.__getitem__):
        return
    entries = _entries(text, node)
    if entries is None:
        return
    first, column = entries[0], node.keys[0].start_mark.column
    line = text.rfind("\n", 0, first.start) + 1
    moved = [entry for _, entry in sorted(zip(keys, entries, strict=True), key=lambda pair: places[pair[0]])]
    margin, lead = " " * column, text[line : first.start]
    comments = {entry: text[entry.above : text.rfind("\n", 0, entry.start) + 1] for entry in entries}
    top = comments[moved[0]]
    blank = top[: len(top) - len(top.lstrip("\n"))]  # the lines that part two entries stay between two
    comments[moved[0]] = _beside_dash(top.removeprefix(blank), lead)
    comments[first] = blank + comments[first]
    pieces = [comments[entry] + (margin if number else lead) + text[entry.start : entry.end] for number, entry in enumerate(moved)]
    yield _Edit(first.above, entries[-1].end, "".join(pieces))


def _beside_dash(comments: str, lead: str) -> str:
    """`comments` as they are above `lead`, which is before a first key: above its dash, if there is one."""
    if not lead.strip():
        return comments
    indent = " " * (len(lead) - len(lead.lstrip(" ")))
    return "".join(f"{indent}{row.lstrip(' ')}" for row in comments.splitlines(keepends=True))


def _entries(text: str, node: MappingNode) -> list[_Entry] | None:
    """The entries of `node`; None where one doesn't have its lines for itself."""
    entries: list[_Entry] = []
    for key, value in zip(node.keys, node.values, strict=True):
        line = text.rfind("\n", 0, key.start_mark.index) + 1
        before = text[line : key.start_mark.index]
        if before.strip(" " if entries else " -"):
            return None
        end = _end(text, key, value, node.keys[0].start_mark.column)
        if end is None:
            return None
        above = entries[-1].end if entries else line if before.strip() else _head(text, line)
        entries.append(_Entry(above, key.start_mark.index, end))
    return entries


def _end(text: str, key: ScalarNode, value: Node, column: int) -> int | None:
    """Where the line after the entry begins, remarks below it that are set in deeper among its lines; None if more is in its last line."""
    behind = text.index(":", key.end_mark.index) + 1
    stop = max(behind, _last(text, value) or behind)
    line_end = text.index("\n", stop)  # every line has its end here, the last one too
    rest = text[stop:line_end].strip()
    if rest and not rest.startswith("#"):
        return None
    end = here = line_end + 1
    while here < len(text):
        line_end = text.index("\n", here)
        row = text[here:line_end]
        here = line_end + 1
        if row.strip() and len(row) - len(row.lstrip(" ")) <= column:  # anything deeper is a remark, or it would be of the value
            break
        end = here if row.strip() else end
    return end


def _last(text: str, node: Node) -> int | None:
    """Where `node` ends, after its last character; None where it is empty."""
    if isinstance(node, ScalarNode):
        if not node.value and not node.style:
            return None
        return node.start_mark.index + len(text[node.start_mark.index : node.end_mark.index].rstrip())
    if node.flow:
        return node.end_mark.index
    if isinstance(node, SequenceNode):
        return _last(text, node.items[-1]) or node.items[-1].start_mark.index
    return _last(text, node.values[-1]) or text.index(":", node.keys[-1].end_mark.index) + 1


def _head(text: str, line: int) -> int:
    """Where the comments begin that belong to the first key, whose line begins at `line`.

    At the top of a file, a comment with a blank line below it belongs to the file, and so does a line for an editor.
    """
    above = line
    while above > 0:
        before = text.rfind("\n", 0, above - 1) + 1
        row = text[before : above - 1]
        if not row.lstrip(" ").startswith("#") or row.startswith(_MODELINE):
            break
        above = before
    return above
