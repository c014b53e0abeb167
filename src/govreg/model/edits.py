"""A change to a file as data: which value is set, put in, removed or renamed, how a list is arranged, and what the file then holds."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from govreg.model.location import KeyPath

Value = None | str | tuple["Value", ...] | Mapping[str, "Value"]
"""The value at a path of a file; None is a key with nothing after it."""


@dataclass(frozen=True, slots=True)
class SetValue:
    """Make `value` what is at `path`: in the place of the value there, or behind a new key of the mapping above it."""

    path: KeyPath
    value: Value


@dataclass(frozen=True, slots=True)
class InsertItem:
    """Put `value` into the list at `path`, before the item at `place`, counted from 0; without one, at its end."""

    path: KeyPath
    value: Value
    place: int | None = None


@dataclass(frozen=True, slots=True)
class RemoveValue:
    """Remove the item at `path` from its list, or the key and its value from their mapping."""

    path: KeyPath


@dataclass(frozen=True, slots=True)
class RenameKey:
    """Call the key at `path` `key`; its value and place stay."""

    path: KeyPath
    key: str


@dataclass(frozen=True, slots=True)
class WrapInList:
    """Make the value at `path` a list with that value as its only item."""

    path: KeyPath


class NewItem(NamedTuple):
    """A value that is put into a list."""

    value: Value


@dataclass(frozen=True, slots=True)
class ArrangeItems:
    """Give the list at `path` the items in `order`: those of its own by their place now, from 0, and new ones; the others go."""

    path: KeyPath
    order: tuple[int | NewItem, ...]


Edit = SetValue | InsertItem | RemoveValue | RenameKey | WrapInList | ArrangeItems


@dataclass(frozen=True, slots=True)
class FileEdit:
    """An edit of one file of the register."""

    file: str
    edit: Edit


@dataclass(frozen=True)
class RegisterChange:
    """What one command changes: files that move, files that are new, and edits in the order in which they are made.

    Edits of a file that moves name it as it is called afterwards.
    """

    edits: tuple[FileEdit, ...] = ()
    created: Mapping[str, Value] = field(default_factory=dict)
    """By file, what a new one holds."""
    moved: Mapping[str, str] = field(default_factory=dict)
    """By file, what it is called afterwards."""

    def joined(self, other: "RegisterChange") -> "RegisterChange":
        """This change, and then `other`."""
        return RegisterChange((*self.edits, *other.edits), {**self.created, **other.created}, {**self.moved, **other.moved})


class EditError(Exception):
    """An edit that can't be made: the file has no such value, or isn't in a form that can be edited."""


def value_at(data: Value, path: KeyPath) -> Value:
    """What `data` holds at `path`. Raises EditError if there is no such value."""
    here: Any = data
    for step in path:
        inside = isinstance(here, Mapping) if isinstance(step, str) else isinstance(here, tuple)
        if not inside or step not in (here if isinstance(step, str) else range(len(here))):
            raise EditError(f"there is no {_in_words(path)}")
        here = here[step]
    found: Value = here
    return found


def applied(data: Value, edit: Edit) -> Value:
    """`data` once `edit` is made. Raises EditError if it can't be."""
    match edit:
        case SetValue((), value):
            return value
        case SetValue(path, value):
            return _changed(data, path[:-1], lambda holder: _with(holder, path, value))
        case InsertItem(path, value, index):
            return _changed(data, path, lambda holder: _inserted(holder, path, value, index))
        case RemoveValue(path) if path:
            value_at(data, path)
            return _changed(data, path[:-1], lambda holder: _without(holder, path[-1]))
        case RenameKey(path, key) if path:
            value_at(data, path)
            return _changed(data, path[:-1], lambda holder: _renamed(holder, path, key))
        case WrapInList(path):
            return _changed(data, path, lambda value: (value,))
        case ArrangeItems(path, order):
            return _changed(data, path, lambda holder: _arranged(holder, path, order))
    raise EditError("the whole file cannot be removed or renamed")


def _changed(data: Value, path: KeyPath, change: Callable[[Value], Value]) -> Value:
    """`data` with what is at `path` put through `change`."""
    if not path:
        return change(data)
    inner = _changed(value_at(data, path[:1]), path[1:], change)
    return _with(data, path[:1], inner)


def _with(holder: Value, path: KeyPath, value: Value) -> Value:
    step = path[-1]
    if isinstance(holder, tuple) and isinstance(step, int):
        value_at(holder, (step,))
        return (*holder[:step], value, *holder[step + 1 :])
    if isinstance(step, str) and (holder is None or isinstance(holder, Mapping)):
        return {**(holder or {}), step: value}
    raise EditError(f"there is no {_in_words(path)}")


def _inserted(holder: Value, path: KeyPath, value: Value, index: int | None) -> Value:
    if holder is not None and not isinstance(holder, tuple):
        raise EditError(f"{_in_words(path)} is not a list")
    items = holder or ()
    place = len(items) if index is None else index
    if not 0 <= place <= len(items):
        raise EditError(f"there is no place {place} in {_in_words(path)}")
    return (*items[:place], value, *items[place:])


def _without(holder: Value, step: str | int) -> Value:
    if isinstance(holder, Mapping):
        return {key: item for key, item in holder.items() if key != step}
    return tuple(item for index, item in enumerate(holder or ()) if index != step)


def _renamed(holder: Value, path: KeyPath, key: str) -> Value:
    if not isinstance(holder, Mapping):
        raise EditError(f"{_in_words(path)} is not a key")
    if key in holder and key != path[-1]:
        raise EditError(f"there is a key “{key}” already")
    return {key if one == path[-1] else one: item for one, item in holder.items()}


def _arranged(holder: Value, path: KeyPath, order: tuple[int | NewItem, ...]) -> Value:
    if not isinstance(holder, tuple):
        raise EditError(f"{_in_words(path)} is not a list")
    own = [one for one in order if isinstance(one, int)]
    if len({*own}) < len(own) or not {*own} <= {*range(len(holder))}:
        raise EditError(f"{_in_words(path)} has no such items")
    return tuple(one.value if isinstance(one, NewItem) else holder[one] for one in order)


def _in_words(path: KeyPath) -> str:
    return "“" + ".".join(str(step + 1) if isinstance(step, int) else step for step in path) + "”" if path else "value"
