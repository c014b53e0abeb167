"""Parsing a YAML text into a document: lists and mappings of texts, and each problem with its position."""

import re

from govreg.diagnostics import syntax
from govreg.diagnostics.finding import Problem
from govreg.model.characters import odd_character
from govreg.model.location import Position
from govreg.yaml.comments import comments_within, further_lines, keys_within, lost_after_closing, lost_after_opening, lost_after_scalar
from govreg.yaml.document import COMMENT, ContinuationLine, Data, Document, Lookalike
from govreg.yaml.events import position_of
from govreg.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode, compose
from govreg.yaml.scalars import NULLS, implicit_type
from govreg.yaml.text import name_at, name_of, position_at

MOST_MISTAKES = 1000

_NO_KEYS = frozenset(("<<", ""))

_SIGNS_OF_CONFLICT = ("<<<<<<< ", "=======", ">>>>>>> ")
_CONFLICT = re.compile(r"^(<{7} |={7}$|>{7} )", re.MULTILINE)


class _TooManyError(Exception):
    """The text has so many mistakes that the rest isn't checked."""


def parse(text: str, holds: str) -> Document:
    """Parse `text`. `holds` says what it should contain, for the message if it is empty. Never raises because of its content."""
    if any(sign in text for sign in _SIGNS_OF_CONFLICT) and (conflict := _CONFLICT.search(text)) is not None:
        line = text.count("\n", 0, conflict.start()) + 1
        return Document(None, text, None, (syntax.merge_conflict().at(Position(line, 1)),))
    root, fault, values = compose(text)
    reader = _Reader(text)
    try:
        data = reader.value(root) if root is not None else None
    except _TooManyError:
        return Document(None, text, root, tuple(reader.problems), values=values)
    if fault is not None:
        return Document(None, text, root, (*reader.problems, fault), values=values)
    if data is None:
        return Document(None, text, root, (syntax.empty_file(holds).at(Position(1, 1)),))
    return Document(data, text, root, tuple(reader.problems), tuple(reader.lookalikes), tuple(reader.further), values)


class _Reader:
    """Turns the nodes of one text into data, and checks each for what YAML would drop or other readers would misread."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.path: list[str | int] = []
        """The path of the value that is being read."""
        self.has_hash = "#" in text
        self.has_escapes = "\\" in text
        self.problems: list[Problem] = []
        self.lookalikes: list[Lookalike] = []
        self.further: list[ContinuationLine] = []
        self.is_unclosed = False
        """Whether the value that is being read is in brackets that are never closed, so that it swallows the lines below them."""

    def value(self, node: Node, key: ScalarNode | None = None) -> Data:
        """The data of `node`; `key` is its key, if it is a value in a mapping."""
        if isinstance(node, ScalarNode):
            return self._scalar(node, key)
        if node.tag is not None:
            self._add(syntax.tag_on_value(node.tag), node)
        around = self.has_hash and node.flow
        if around and node.tag is None:
            self._report_text_cut_off(lost_after_opening(self.text, node))
        around_is_unclosed, self.is_unclosed = self.is_unclosed, self.is_unclosed or (node.flow and not node.closed)
        data = self._list(node) if isinstance(node, SequenceNode) else self._mapping(node)
        self.is_unclosed = around_is_unclosed
        if around and node.closed:
            self._report_text_cut_off(lost_after_closing(self.text, node))
        return data

    def _list(self, node: SequenceNode) -> Data:
        items: list[Data] = []
        path = self.path
        path.append(0)
        for path[-1], item in enumerate(node.items):
            items.append(self._scalar(item) if isinstance(item, ScalarNode) else self.value(item))
        path.pop()
        return tuple(items)

    def _mapping(self, node: MappingNode) -> Data:
        items: dict[str, Data] = {}
        path, flow = self.path, node.flow
        path.append("")
        for key, value in zip(node.keys, node.values, strict=False):
            path[-1] = name = key.value
            repeated = name in items
            if repeated or key.style or key.tag is not None or name in _NO_KEYS or implicit_type(name) is not None:
                self._check_key(key, node, repeated=repeated)
            if repeated:  # the first of a repeated key counts
                data = self._pass_over(value, key)
            else:
                data = items[name] = self._scalar(value, key) if isinstance(value, ScalarNode) else self.value(value, key)
            if data is None and flow:
                self._add(syntax.key_without_value(name), key)
        for key in node.keys[len(node.values) :]:  # the text couldn't be read any further
            self._check_key(key, node, repeated=key.value in items)
        path.pop()
        return items

    def _pass_over(self, value: Node, key: ScalarNode) -> Data:
        """Check the value of a repeated key, but drop its doubts: its path is that of the first value."""
        lookalikes, further = len(self.lookalikes), len(self.further)
        data = self.value(value, key)
        del self.lookalikes[lookalikes:]
        del self.further[further:]
        return data

    def _check_key(self, node: ScalarNode, holder: MappingNode, *, repeated: bool) -> None:
        key = node.value
        if node.tag is not None:
            self._add(syntax.tag_on_value(node.tag), node)
        if node.style:
            self._check_escapes(node)
        elif key in _NO_KEYS:
            self._add(syntax.alias_or_anchor(key) if key else syntax.invalid_key("nothing"), node)
        elif (type_ := implicit_type(key)) is not None and not repeated:
            self.lookalikes.append(Lookalike((*self.path[:-1], key), at_key=True, typed=key, what=type_))
        if repeated:
            first = position_of(holder.keys[holder.place(key) or 0].start_mark)
            self._add(syntax.repeated_key(key, first.line), node, (first, "first used here"))

    def _scalar(self, node: ScalarNode, key: ScalarNode | None = None) -> Data:
        value = node.value
        if self.has_hash:
            self._report_text_cut_off(lost_after_scalar(self.text, node, key))
        if node.tag is not None:
            self._add(syntax.tag_on_value(node.tag), node)
        if style := node.style:
            if self.has_escapes:
                self._check_escapes(node)
            return self._block(node) if style in ("|", ">") else value
        if value == "":
            return None
        if (type_ := implicit_type(value)) is not None:
            self.lookalikes.append(Lookalike(tuple(self.path), at_key=False, typed=value, what=type_))
        elif value in NULLS:
            self._add(syntax.null_value(value), node)
        elif node.start_mark.line != node.end_mark.line and not self.is_unclosed:
            self._check_further_lines(node)
        return value

    def _block(self, node: ScalarNode) -> Data:
        """The text of a block, which may have swallowed fields and comments."""
        self.further += (
            ContinuationLine(tuple(self.path), word, Position(line + 1, column + 1), rest)
            for line, column, word, rest in keys_within(self.text, node)
        )
        if self.has_hash:
            path = tuple(self.path)
            self.further += (ContinuationLine(path, COMMENT, position, "") for position in comments_within(self.text, node))
        return node.value.rstrip("\n")

    def _check_escapes(self, node: ScalarNode) -> None:
        """Report a character that isn't allowed in a register and was written as an escape in double quotes."""
        if node.style != '"':
            return
        place = odd_character(node.value)
        if place is not None or "\r" in node.value:
            self._add(syntax.odd_character(name_at(node.value, place) if place is not None else name_of("\r")), node)

    def _check_further_lines(self, node: ScalarNode) -> None:
        """Check the continuation lines of a plain text: a line that begins with a dash was probably meant as a list item."""
        for position, dash, word in further_lines(self.text, node):
            if dash:
                self._add(syntax.unintended_continuation(None), position)
            elif word:
                self.further.append(ContinuationLine(tuple(self.path), word, position))

    def _report_text_cut_off(self, lost: int | None) -> None:
        """Report the text that the `#` at the index `lost` cuts off; nothing if `lost` is None."""
        if lost is not None:
            end = self.text.find("\n", lost)
            cut = self.text[lost : end if end >= 0 else None].rstrip()
            self._add(syntax.text_cut_off(cut), position_at(self.text, lost))

    def _add(self, problem: Problem, place: ScalarNode | SequenceNode | MappingNode | Position, *related: tuple[Position, str]) -> None:
        position = place if isinstance(place, Position) else position_of(place.start_mark)
        self.problems.append(problem.at(position, *related))
        if len(self.problems) > MOST_MISTAKES:
            raise _TooManyError
