"""Where the values, keys and items of a YAML text are, and which piece of the text each edit replaces."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise, zip_longest
from typing import NamedTuple

from govreg.model.edits import (
    ArrangeItems,
    Edit,
    InsertItem,
    NewItem,
    RemoveValue,
    RenameKey,
    SetValue,
    Value,
    WrapInList,
    applied,
    value_at,
)
from govreg.model.file_schema import key_order
from govreg.model.location import KeyPath
from govreg.yaml import write
from govreg.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from govreg.yaml.positions import nodes_at


class Splice(NamedTuple):
    """A text to write in the place of what is from `start` to before `end`."""

    start: int
    end: int
    new: str


def spliced(text: str, splices: Sequence[Splice]) -> str:
    """`text` with all `splices` made, which are in order and don't overlap."""
    pieces, behind = list[str](), 0
    for start, end, new in splices:
        pieces += (text[behind:start], new)
        behind = end
    return "".join((*pieces, text[behind:]))


def place_of_key(file: str, path: KeyPath, holder: Mapping[str, Value]) -> int:
    """Where a new key belongs in its mapping: behind the last one that the schema has before it, else at the end."""
    order = key_order(file, path[:-1])
    if path[-1] not in order:
        return len(holder)
    before = {*order[: order.index(str(path[-1]))]}
    return max((number for number, key in enumerate(holder, 1) if key in before), default=0)


@dataclass
class _Holder:
    """A list or mapping of the text: its column, and where each item or entry begins and ends."""

    column: int
    flow: bool
    spans: list[tuple[int, int]]
    """From its key, dash or, in brackets, own beginning to the end of its value."""


class Editor:
    """Edits of one text: where things are in it, and what replaces them."""

    def __init__(self, file: str, text: str, data: Value, root: Node) -> None:
        self.file, self.text, self.data, self.root = file, text, data, root
        self.end_of_line = "\r\n" if "\r\n" in text else "\n"
        self._holders: dict[KeyPath, _Holder] = {}

    def splice(self, one: Edit) -> Splice:
        """What makes the edit."""
        match one:
            case SetValue(path, value):
                return self._set(path, value)
            case InsertItem(path, value, index):
                items = value_at(self.data, path)
                if not items:  # nothing behind the key, or `[]`
                    return self._replaced(path, (value,))
                place = len(items) if index is None else index
                return self._put_in(
                    path, place, [*write.item_lines(self.file, value, (*path, place))], self._in_line(value, (*path, place))
                )
            case RemoveValue(path):
                return self._removed(path)
            case RenameKey(path, key):
                node = self._key(path)
                name = write.scalar(key, brackets=self._holder(path[:-1]).flow)
                return Splice(node.start_mark.index, node.end_mark.index, name)
            case WrapInList(path):
                return self._wrapped(path)
            case ArrangeItems(path, order):
                return self._arranged(path, order)

    # Where things are

    def _node(self, path: KeyPath) -> Node:
        return nodes_at(self.root, path)[1]

    def _key(self, path: KeyPath) -> Node:
        return nodes_at(self.root, path)[0]

    def _end(self, node: Node) -> int:
        """Where a value ends: after its last character that isn't a line end, a blank or a comment."""
        if not isinstance(node, ScalarNode):
            if node.flow:
                return node.end_mark.index
            return self._end(node.items[-1] if isinstance(node, SequenceNode) else node.values[-1])
        if node.style in ("|", ">"):
            return node.start_mark.index + len(self.text[node.start_mark.index : node.end_mark.index].rstrip())
        return node.end_mark.index

    def _holder(self, path: KeyPath) -> _Holder:
        if path not in self._holders:
            self._holders[path] = self._found_holder(path)
        return self._holders[path]

    def _found_holder(self, path: KeyPath) -> _Holder:
        node = self._node(path)
        starts: list[int] = []
        ends: list[int] = []
        if isinstance(node, SequenceNode):
            for item in node.items:
                start = item.start_mark.index
                starts.append(
                    start if node.flow else self._dash(ends[-1] if ends else node.start_mark.index, start, node.start_mark.column)
                )
                ends.append(self._end(item))
        elif isinstance(node, MappingNode):
            starts += (key.start_mark.index for key in node.keys)
            ends += (self._end(value) for value in node.values)
        flow = not isinstance(node, ScalarNode) and node.flow
        return _Holder(node.start_mark.column, flow, [*zip(starts, ends, strict=True)])

    def _dash(self, since: int, item: int, column: int) -> int:
        """Where the dash of the item that begins at `item` is: the last at its list's column, behind what was `since`."""
        for place in range(item - 1, since - 1, -1):
            if self.text[place] == "-" and place - self.text.rfind("\n", 0, place) - 1 == column:
                return place
        return since

    def _line_end(self, place: int) -> int:
        """Where the line that `place` is in ends, before its line end."""
        end = self.text.find("\n", place)
        end = len(self.text) if end < 0 else end
        return end - 1 if self.text[end - 1 : end] == "\r" and end > place else end

    def _next_line(self, place: int) -> int:
        """Where the line after that of `place` begins."""
        return self.text.find("\n", place) + 1 or len(self.text)

    def _first_of_line(self, place: int) -> bool:
        """Whether only blanks are before `place` in its line."""
        return not self.text[self.text.rfind("\n", 0, place) + 1 : place].strip()

    # What replaces them

    def _block(self, lines: Sequence[str], column: int) -> str:
        """`lines` one below the other at `column`; the first without a margin."""
        return f"{self.end_of_line}".join(" " * column * (number > 0 and bool(line)) + line for number, line in enumerate(lines))

    def _in_line(self, value: Value, path: KeyPath) -> str:
        return write.in_line(self.file, value, path, brackets=True)

    def _set(self, path: KeyPath, value: Value) -> Splice:
        if path:
            holder, step = value_at(self.data, path[:-1]), path[-1]
            if isinstance(step, str) and not holder:  # nothing behind the key above, or `{}`
                return self._replaced(path[:-1], {step: value})
            if isinstance(step, str) and isinstance(holder, Mapping) and step not in holder:
                return self.with_entries(path[:-1], place_of_key(self.file, path, holder), {step: value})
        return self._replaced(path, value)

    def with_entries(self, path: KeyPath, place: int, entries: Mapping[str, Value]) -> Splice:
        """What puts new `entries` at `place` of the mapping at `path`, which has some."""
        lines = [line for key, value in entries.items() for line in write.entry_lines(self.file, value, (*path, key))]
        in_brackets = ", ".join(
            f"{write.scalar(key, brackets=True)}: {self._in_line(value, (*path, key))}" for key, value in entries.items()
        )
        return self._put_in(path, place, lines, in_brackets)

    def _put_in(self, path: KeyPath, place: int, lines: Sequence[str], in_brackets: str) -> Splice:
        """Put an item or entry at `place` of the list or mapping at `path`, which has some."""
        holder = self._holder(path)
        if holder.flow:
            if place == 0:
                start = holder.spans[0][0]
                return Splice(start, start, f"{in_brackets}, ")
            end = holder.spans[place - 1][1]
            return Splice(end, end, f", {in_brackets}")
        if place == 0:
            start = holder.spans[0][0]
            return Splice(start, start, self._block([*lines, ""], holder.column) + " " * holder.column)
        end = self._line_end(holder.spans[place - 1][1])
        return Splice(end, end, self.end_of_line + " " * holder.column + self._block(lines, holder.column))

    def _replaced(self, path: KeyPath, value: Value) -> Splice:
        """Put `value` in the place of the one at `path`."""
        node = self._node(path)
        start, end = node.start_mark.index, self._end(node)
        if path and self._holder(path[:-1]).flow:
            blank = " " if start == end and self.text[start - 1] == ":" else ""
            return Splice(start, end, blank + self._in_line(value, path))
        if not path or isinstance(path[-1], int):
            column = self._holder(path[:-1]).column + 2 if path else 0
            blank = " " if path and self.text[start - 1] == "-" else ""
            lines = [*write.lines(self.file, value, path)]
            header = self._header_remark(node)
            if len(lines) == 1:
                return Splice(start, end, blank + lines[0] + header)
            if remark := header.strip() or self.text[end : self._line_end(end)].strip():  # which a text in a block would swallow
                begin = self._holder(path[:-1]).spans[int(path[-1])][0] if path else start
                above = remark + self.end_of_line + " " * max(column - 2, 0) + self.text[begin:start]
                return Splice(begin, self._line_end(end), above + blank + self._block(lines, column))
            return Splice(start, end, blank + self._block(lines, column))
        holder, key = self._holder(path[:-1]), self._key(path)
        colon = self.text.index(":", key.end_mark.index) + 1
        head, *below = write.entry_lines(self.file, value, path)
        head = head.removeprefix(f"{write.scalar(str(path[-1]))}:")
        remark = ""
        if start >= colon and self.text[colon:start].strip():  # a remark between the key and its value
            remark = self.text[colon : self._line_end(colon)]
        elif below:
            remark = self.text[end : self._line_end(end)]
            end += len(remark)
        remark = remark.rstrip() + self._header_remark(node)
        return Splice(colon, end, self._block([head + remark, *below], holder.column))

    def _header_remark(self, node: Node) -> str:
        """The remark behind the `|` or `>` of a text, with the blanks before it; none of another value."""
        if not isinstance(node, ScalarNode) or node.style not in ("|", ">"):
            return ""
        start = node.start_mark.index
        header = self.text[start : self._line_end(start)]
        return header[len(header.partition("#")[0].rstrip()) :].rstrip()

    def _removed(self, path: KeyPath) -> Splice:
        holder = self._holder(path[:-1])
        if len(holder.spans) == 1:
            return self._replaced(path[:-1], () if isinstance(path[-1], int) else {})
        place = self._number(path, holder)
        start, end = holder.spans[place]
        if holder.flow:
            if place + 1 < len(holder.spans):
                return Splice(start, holder.spans[place + 1][0], "")
            return Splice(holder.spans[place - 1][1], end, "")
        if self._first_of_line(start):
            return Splice(self.text.rfind("\n", 0, start) + 1, self._next_line(end), "")
        following = holder.spans[place + 1][0]  # it is first, behind a dash: the next one takes its place
        if self.text[self._line_end(end) : following].strip():
            return Splice(len(self.text[:start].rstrip(" ")), self._line_end(end), "")
        return Splice(start, following, "")

    def _number(self, path: KeyPath, holder: _Holder) -> int:
        """Which of its `holder`'s items or entries is at `path`, counted from 0."""
        return path[-1] if isinstance(path[-1], int) else [start for start, _ in holder.spans].index(self._key(path).start_mark.index)

    def _lines_of(self, holder: _Holder) -> tuple[list[int], list[int]]:
        """Where each item or entry in a block begins, with the comments and blank lines above it, and ends."""
        begin = holder.spans[0][0]
        ends = [self._line_end(end) for _, end in holder.spans]
        return [begin - holder.column if self._first_of_line(begin) else begin, *(end + len(self.end_of_line) for end in ends[:-1])], ends

    def _arranged(self, path: KeyPath, order: Sequence[int | NewItem]) -> Splice:
        """The list in another order: an item keeps the comments above it; those above one that goes stay, above the next."""
        holder = self._holder(path)
        if not order or not holder.spans or not (holder.flow or self._first_of_line(holder.spans[0][0])):
            return self._replaced(path, value_at(applied(self.data, ArrangeItems(path, tuple(order))), path))
        if holder.flow:
            pieces = [self._in_line(one.value, path) if isinstance(one, NewItem) else self.text[slice(*holder.spans[one])] for one in order]
            between = [self.text[end:start] for (_, end), (start, _) in pairwise(holder.spans)][: len(pieces) - 1]
            between += [", "] * (len(pieces) - 1 - len(between))
            return Splice(holder.spans[0][0], holder.spans[-1][1], "".join(chain(*zip_longest(pieces, between, fillvalue=""))))
        starts, ends = self._lines_of(holder)
        kept, own, above = {one for one in order if isinstance(one, int)}, dict[int, str](), ""
        for place, (dash, _) in enumerate(holder.spans):
            begin = dash - holder.column
            above += self.text[starts[place] : begin]
            if place in kept:
                own[place], above = above + self.text[begin : ends[place]], ""
        pieces = [own[one] if isinstance(one, int) else self._new_item(path, one.value, holder.column) for one in order]
        return Splice(starts[0], ends[-1], self.end_of_line.join([*pieces, *([above.removesuffix(self.end_of_line)] if above else ())]))

    def _new_item(self, path: KeyPath, value: Value, column: int) -> str:
        """The lines of a new item of the list at `path`."""
        return " " * column + self._block([*write.item_lines(self.file, value, (*path, 0))], column)

    def _wrapped(self, path: KeyPath) -> Splice:
        """The value at `path` as the only item of a list, its own text unchanged but for its margin."""
        node, value = self._node(path), value_at(self.data, path)
        start, end = node.start_mark.index, self._end(node)
        if path and self._holder(path[:-1]).flow:
            return Splice(start, end, f"[{self.text[start:end]}]")
        if "\n" in self.text[start:end] and isinstance(node, ScalarNode):
            return self._replaced(path, (value,))
        if not path or isinstance(path[-1], int) or not (isinstance(node, ScalarNode) or node.flow):
            first, *rest = self.text[start:end].split("\n")
            return Splice(start, end, "\n".join([f"- {first}", *(f"  {line}" if line.strip() else line for line in rest)]))
        colon = self.text.index(":", self._key(path).end_mark.index) + 1
        after = self._line_end(end)
        margin = " " * (self._holder(path[:-1]).column + 2)
        return Splice(colon, after, f"{self.text[end:after].rstrip()}{self.end_of_line}{margin}- {self.text[start:end]}")
