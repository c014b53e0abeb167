"""The edits of a meeting's file that a changed cell asks for: the fewest that do it, so that other lines stay as they are."""

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

from govreg.analysis.changes.file_data import remove_at, set_at, value_at
from govreg.analysis.partner_sheet.columns import SheetColumn
from govreg.analysis.partner_sheet.texts import plain
from govreg.analysis.partner_sheet.values import Item
from govreg.model.edits import Edit, InsertItem, MoveValue, RemoveValue, SetValue, Value, applied
from govreg.model.location import KeyPath


def set_edits(
    data: Value, base: KeyPath, column: SheetColumn, items: Sequence[Item], shown: Sequence[str], places: Sequence[int]
) -> list[Edit]:
    """The edits that make `items` what the field of `column` holds below `base`, in a file that holds `data`.

    `shown` is what the register shows of the field now, item by item, and `places` is where these items are in the file's list.
    """
    way, path = _way(data, base, column)
    here = data
    for edit in way:
        here = applied(here, edit)
    there = value_at(here, path)
    spec = column.field.spec
    first, *more = (item.value for item in items)
    if not spec.many or (not more and (spec.single or (spec.kind == "truth" and first in ("true", "false")))):
        return [] if there == first else [*way, set_at(here, path, first)]
    if not isinstance(there, tuple):
        return [] if there == first and not more else [*way, set_at(here, path, (first, *more))]
    return [*way, *_list_edits(there, path, items, shown, places)]


def delete_edits(data: Value, base: KeyPath, column: SheetColumn, places: Sequence[int]) -> list[Edit]:
    """The edits that delete what the field of `column` shows below `base`; items that it doesn't show stay."""
    way, path = _way(data, base, column)
    here = data
    for edit in way:
        here = applied(here, edit)
    there = value_at(here, path)
    if there is None:
        return []
    if isinstance(there, tuple) and len(places) < len(there):
        return [*way, *(RemoveValue((*path, place)) for place in sorted(places, reverse=True))]
    return [*way, remove_at(here, path, len(base))]


def _way(data: Value, base: KeyPath, column: SheetColumn) -> tuple[list[Edit], KeyPath]:
    """Where the field of `column` is below `base`, and the edits that write out a short form on the way to it."""
    path = (*base, *column.path)
    holder = value_at(data, path[:-1])
    short = column.field.short if len(column.path) > 1 else "organisation" if base else None
    if path[-1] == short and not isinstance(holder, Mapping):
        return [], path[:-1]
    if short is not None and isinstance(holder, str):
        return [SetValue(path[:-1], {short: holder})], path
    return [], path


def _list_edits(there: tuple[Value, ...], path: KeyPath, items: Sequence[Item], shown: Sequence[str], places: Sequence[int]) -> list[Edit]:
    """The edits that make the shown part of the list `there` the `items`: what is in both stays as it is written."""
    order = _order(items, shown, places, there)
    wanted: list[int | Item] = _with_hidden(order.places, places, len(there))
    edits: list[Edit] = [_replaced(there[place], (*path, place), item) for place, item in order.replaced]
    working: list[int | Item] = [*range(len(there))]
    for place in reversed(range(len(there))):
        if place not in order.kept and place in places:
            edits.append(RemoveValue((*path, place)))
            working.remove(place)
    for index, one in enumerate(wanted):
        if isinstance(one, Item):
            edits.append(InsertItem(path, one.value, index))
            working.insert(index, one)
        elif working[index] != one:
            edits.append(MoveValue((*path, working.index(one)), index))
            working.remove(one)
            working.insert(index, one)
    return edits


class _Order:
    """The order that a list is to have: the places of items that are there, and new items."""

    def __init__(self, places: list[int | Item], replaced: list[tuple[int, Item]]) -> None:
        self.places = places
        self.replaced = replaced
        self.kept = {place for place in places if isinstance(place, int)}


def _order(items: Sequence[Item], shown: Sequence[str], places: Sequence[int], there: tuple[Value, ...]) -> _Order:
    """Which of `items` are there, and which take the place of one that is not among them any more."""
    left = {place: (there[place], plain(text)) for place, text in zip(places, shown, strict=True)}
    order: list[int | Item] = []
    for item in items:
        same = next((place for place, (value, text) in left.items() if value == item.value or text == plain(item.text)), None)
        order.append(item if same is None else same)
        left.pop(-1 if same is None else same, None)
    replaced: list[tuple[int, Item]] = []
    for tag, a, b, c, d in SequenceMatcher(
        None, list(places), [one if isinstance(one, int) else -1 for one in order], autojunk=False
    ).get_opcodes():
        if tag == "replace" and b - a == d - c:
            for place, index in zip(places[a:b], range(c, d), strict=True):
                one = order[index]
                if place in left and isinstance(one, Item):
                    replaced.append((place, one))
                    order[index] = place
    return _Order(order, replaced)


def _with_hidden(order: Sequence[int | Item], places: Sequence[int], length: int) -> list[int | Item]:
    """`order` with the items that the sheet doesn't show, each behind what it is behind now."""
    kept = {one for one in order if isinstance(one, int)}
    behind: dict[int, list[int | Item]] = {}
    last = -1
    for place in range(length):
        if place not in places:
            behind.setdefault(last, []).append(place)
        elif place in kept:
            last = place
    full = behind.get(-1, [])
    for one in order:
        full = [*full, one, *(behind.get(one, []) if isinstance(one, int) else [])]
    return full


def _replaced(was: Value, path: KeyPath, item: Item) -> Edit:
    """The edit that gives an item another text; what else it holds stays."""
    if isinstance(was, dict) and "text" in was and isinstance(item.value, str):
        return SetValue((*path, "text"), item.value)
    return SetValue(path, item.value)
