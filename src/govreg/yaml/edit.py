"""The one place that changes the text of a YAML file: an edit touches its own lines, and comments, order and quotes around them stay.

The nodes of the text say where each value begins and ends, and only the text between such marks is replaced. What comes of it
is read again and must hold what was intended, with nothing new wrong in it, or the edit is refused.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from govreg.diagnostics import syntax
from govreg.model.edits import Edit, EditError, SetValue, Value, applied, value_at
from govreg.model.file_schema import key_order
from govreg.model.location import KeyPath, Position
from govreg.yaml import write
from govreg.yaml.document import Document
from govreg.yaml.nodes import Node
from govreg.yaml.parse import parse
from govreg.yaml.splice import Editor, Splice, place_of_key, spliced

_REFUSED = frozenset(rule.code for rule in (syntax.repeated_key, syntax.tag_on_value, syntax.alias_or_anchor, syntax.invalid_key))
"""Syntax that a file to be edited must not have, as it would be uncertain which value is meant."""


def edit(file: str, text: str, edits: Sequence[Edit]) -> str:
    """The `text` of the register's `file` once the edits are made, in their order.

    Raises EditError if one can't be made, or if `text` isn't sound enough to be edited.
    """
    document = _read(text)
    return _made(file, document, edits).text if edits else document.text


def new_text(file: str, value: Value, comment: str = "") -> str:
    """The text of a new `file` that holds `value`, under the lines of `comment`. Raises EditError if it can't be written."""
    return _checked(comment + "".join(f"{line}\n" for line in write.lines(file, value)), value, 0).text


def data_of(text: str) -> Value:
    """The data in the text of a file. Raises EditError if it isn't sound enough to be edited."""
    return _read(text).data


def _made(file: str, before: Document, edits: Sequence[Edit]) -> Document:
    """The file once the edits are made: all at once, or else one half after the other; a thousand don't read it a thousand times."""
    if len(edits) == 1:
        return _edited(file, before, edits[0])
    set_ = [one for one in edits if isinstance(one, SetValue) and one.path]
    if len(set_) == len(edits) and before.root is not None:
        try:
            together = _with_new_entries(file, before, before.root, set_) or _with_values(file, before, before.root, set_)
        except EditError:
            together = None
        if together is not None:
            return together
    half = len(edits) // 2
    return _made(file, _made(file, before, edits[:half]), edits[half:])


def _with_new_entries(file: str, before: Document, root: Node, edits: Sequence[SetValue]) -> Document | None:
    """The file with new keys at the end of one mapping, each set once; None if that isn't what `edits` ask for."""
    path = edits[0].path[:-1]
    entries = {step: one.value for one in edits if one.path[:-1] == path and isinstance(step := one.path[-1], str)}
    if len(entries) < len(edits):
        return None
    holder = value_at(before.data, path)
    if not isinstance(holder, Mapping) or not holder or not entries.keys().isdisjoint((*holder, *key_order(file, path))):
        return None
    intended = applied(before.data, SetValue(path, {**holder, **entries}))
    splice = Editor(file, before.text, before.data, root).with_entries(path, len(holder), entries)
    return _checked(spliced(before.text, [splice]), intended, len(before.problems))


def _with_values(file: str, before: Document, root: Node, edits: Sequence[SetValue]) -> Document | None:
    """The file with values set in places of which none is inside another; None if that isn't what `edits` ask for."""
    wanted: dict[str | int, Any] = {}
    editor, splices = Editor(file, before.text, before.data, root), list[Splice]()
    for one in sorted(edits, key=lambda one: _rank(file, one.path)):
        holder, step = value_at(before.data, one.path[:-1]), one.path[-1]
        inner = wanted
        for above in one.path[:-1]:
            inner = inner.setdefault(above, {})
            if isinstance(inner, SetValue):
                return None
        if not holder or step in inner:
            return None
        inner[step] = one
        if (isinstance(holder, Mapping) and isinstance(step, str) and step not in holder) or not _same(
            value_at(before.data, one.path), one.value
        ):
            splices.append(editor.splice(one))
    splices.sort(key=lambda one: (one.start, one.end))
    if any(one.end > following.start for one, following in pairwise(splices)):
        return None
    return _checked(spliced(before.text, splices), _with_all(file, before.data, wanted), len(before.problems))


def _with_all(file: str, data: Value, wanted: Mapping[str | int, Any], path: KeyPath = ()) -> Value:
    """`data`, which is at `path`, with all that is `wanted` in it, by step: a value that is set, or what is wanted further in."""
    if isinstance(data, tuple):
        items = [*data]
        for step in wanted:
            items[int(step)] = _wanted_at(file, items[int(step)], wanted[step], (*path, step))
        return tuple(items)
    holder = dict(data) if isinstance(data, Mapping) else {}
    for step in map(str, wanted):
        place = place_of_key(file, (*path, step), holder) if step not in holder else len(holder)
        following = [*holder][place:] if place < len(holder) else []
        holder[step] = _wanted_at(file, holder.get(step), wanted[step], (*path, step))
        for key in following:
            holder[key] = holder.pop(key)
    return holder


def _wanted_at(file: str, data: Value, wanted: SetValue | Mapping[str | int, Any], path: KeyPath) -> Value:
    """`data`, which is at `path`, as it is `wanted`."""
    return wanted.value if isinstance(wanted, SetValue) else _with_all(file, data, wanted, path)


def _rank(file: str, path: KeyPath) -> int:
    """The place of a key in the schema's order, in which new keys are put; behind it if the schema doesn't have it."""
    order = key_order(file, path[:-1])
    return order.index(str(path[-1])) if path[-1] in order else len(order)


def _edited(file: str, before: Document, one: Edit) -> Document:
    """The file with the edit made; `before` is sound enough to be edited."""
    text, root = before.text, before.root
    intended = _intended(file, before.data, one)
    if _same(intended, before.data):
        return before
    if before.data is None or root is None:
        return _checked(text + ("" if text.endswith("\n") or not text else "\n") + new_text(file, intended), intended, 0)
    return _checked(spliced(text, [Editor(file, text, before.data, root).splice(one)]), intended, len(before.problems))


def _intended(file: str, before: Value, one: Edit) -> Value:
    """The new data of the file: a new key, which only SetValue makes, is where the schema has it."""
    after = applied(before, one)  # which refuses a place that there isn't
    if not isinstance(one, SetValue) or not one.path:
        return after
    wanted: SetValue | dict[str | int, Any] = one
    for step in reversed(one.path):
        wanted = {step: wanted}
    return _wanted_at(file, before, wanted, ())


def _read(text: str) -> Document:
    """The data in the text. Raises EditError if it isn't sound enough to be edited."""
    document = parse(text, "")
    for problem in document.problems:
        if problem.code == syntax.empty_file.code:
            break
        if document.data is None or problem.code in _REFUSED:
            place = f"line {problem.place.line}: " if isinstance(problem.place, Position) else ""
            raise EditError(f"{place}{problem.message}")
    return document


def _checked(text: str, intended: Value, problems: int) -> Document:
    """What `text` holds. Raises EditError unless that is what was `intended`, with no more than so many problems."""
    document = parse(text, "")
    for problem in document.problems:
        if problem.code == syntax.too_complex.code:
            raise EditError(f"after the change, {problem.message[0].lower()}{problem.message[1:].rstrip('.')}")
    if not _same(document.data, intended) or len(document.problems) > problems:
        raise EditError("the change cannot be written in the form that the file has")
    return document


def _same(one: Value, other: Value) -> bool:
    """Whether two values are equal, with their keys in the same order."""
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return [*one] == [*other] and all(_same(item, other[key]) for key, item in one.items())
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(map(_same, one, other))
    return one == other
