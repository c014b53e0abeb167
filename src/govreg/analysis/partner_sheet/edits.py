"""The edits of a meeting's file that a changed cell asks for: the fewest that do it, so that other lines stay as they are."""

from collections import deque
from collections.abc import Collection, Iterator, Mapping, Sequence

from govreg.analysis.changes.file_data import remove_at, set_at, value_at
from govreg.analysis.partner_sheet.columns import SheetColumn
from govreg.analysis.partner_sheet.texts import plain
from govreg.analysis.partner_sheet.values import Item
from govreg.model.edits import ArrangeItems, Edit, NewItem, RemoveValue, SetValue, Value, applied
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
    order, replaced = _order(items, shown, places, there)
    wanted = _with_hidden(order, places, len(there))
    edits: list[Edit] = [_replaced(there[place], (*path, place), item) for place, item in replaced]
    if wanted != [*range(len(there))]:
        edits.append(ArrangeItems(path, tuple(NewItem(one.value) if isinstance(one, Item) else one for one in wanted)))
    return edits


def _order(
    items: Sequence[Item], shown: Sequence[str], places: Sequence[int], there: tuple[Value, ...]
) -> tuple[list[int | Item], list[tuple[int, Item]]]:
    """The `items`, those that are there as their places, and which of them take the place of one that is not among them any more."""
    known: dict[tuple[str, Value], deque[int]] = {}
    for place, text in zip(places, shown, strict=True):
        known.setdefault(("text", plain(text)), deque()).append(place)
        value = there[place]
        if isinstance(value, str):
            known.setdefault(("value", value), deque()).append(place)
    kept = set[int]()
    order: list[int | Item] = []
    for item in items:
        same = [known[key] for key in (("value", item.value), ("text", plain(item.text))) if key in known]
        for one in same:
            while one and one[0] in kept:
                one.popleft()
        first = min((one[0] for one in same if one), default=None)
        order.append(item if first is None else first)
        if first is not None:
            kept.add(first)
    gone = {(before, after): between for before, between, after in _runs(places, kept)}
    replaced: list[tuple[int, Item]] = []
    now: list[int | Item] = []
    for before, between, after in _runs(order, kept):
        was = gone.get((before, after), [])
        if len(was) == len(between):
            replaced += ((place, one) for place, one in zip(was, between, strict=True) if isinstance(place, int) and isinstance(one, Item))
        now += was if len(was) == len(between) else between
        now += [] if after is None else [after]
    return now, replaced


def _runs(order: Sequence[int | Item], kept: Collection[int]) -> Iterator[tuple[int | None, list[int | Item], int | None]]:
    """What is in `order` between each two places that are `kept`, with these; None is the beginning and the end."""
    before: int | None = None
    between: list[int | Item] = []
    for one in order:
        if isinstance(one, int) and one in kept:
            yield before, between, one
            before, between = one, []
        else:
            between.append(one)
    yield before, between, None


def _with_hidden(order: Sequence[int | Item], places: Sequence[int], length: int) -> list[int | Item]:
    """`order` with the items that the sheet doesn't show, each behind what it is behind now."""
    kept, are_shown = {one for one in order if isinstance(one, int)}, {*places}
    behind: dict[int, list[int]] = {}
    last = -1
    for place in range(length):
        if place not in are_shown:
            behind.setdefault(last, []).append(place)
        elif place in kept:
            last = place
    full: list[int | Item] = [*behind.get(-1, [])]
    for one in order:
        full += [one, *(behind.get(one, []) if isinstance(one, int) else [])]
    return full


def _replaced(was: Value, path: KeyPath, item: Item) -> Edit:
    """The edit that gives an item another text; what else it holds stays."""
    if isinstance(was, dict) and "text" in was and isinstance(item.value, str):
        return SetValue((*path, "text"), item.value)
    return SetValue(path, item.value)
