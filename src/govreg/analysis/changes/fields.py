"""A field of an entry as a person names and fills it: `chair.role`, `participants.nhs.until`, and words for its value."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from govreg.analysis.changes.file_data import add_to, remove_at, set_at, value_at
from govreg.errors import GovregError
from govreg.model.edits import Edit, SetValue, Value, applied
from govreg.model.fields import Record
from govreg.model.file_schema import entry_at
from govreg.model.location import KeyPath, Location
from govreg.model.names import as_keyword, fold, listed, shown
from govreg.model.other_words import field_meant, nested_field_meant
from govreg.model.schema import FieldSpec, field_specs
from govreg.model.suggest import nearest_of
from govreg.model.written_dates import day_first_date, month_may_be_first


@dataclass(frozen=True, slots=True)
class Field:
    """A field that was named: its path in the file, and the edits that write out short forms on the way to it."""

    path: KeyPath
    spec: FieldSpec
    way: tuple[Edit, ...] = ()


def set_field(data: Value, entry: Location, key: str, texts: Sequence[str]) -> list[Edit]:
    """The edits that make `texts` the value of the field `key` of `entry`, whose file holds `data`. Raises GovregError if it can't be."""
    field = named_field(data, entry, key)
    return [*field.way, set_at(_after(data, field), field.path, value_of(field.spec, texts))]


def add_to_field(data: Value, entry: Location, key: str, texts: Sequence[str]) -> list[Edit]:
    """The edits that add `texts` to the list in the field `key`. Raises GovregError if it holds one value, or has one of them already."""
    field = named_field(data, entry, key)
    if not field.spec.many:
        raise GovregError(f"“{key}” holds one value, so nothing can be added to it.", "Leave out --add to replace the value.")
    items = value_of(field.spec, texts)
    edits: list[Edit] = [*field.way]
    here = _after(data, field)
    for item in items if isinstance(items, tuple) else (items,):
        there = value_at(here, field.path)
        if item == there or (isinstance(there, tuple) and item in there):
            raise GovregError(f"“{key}” already has “{_in_words(item)}”.", "Nothing was changed.")
        for edit in add_to(here, field.path, item):
            edits.append(edit)
            here = applied(here, edit)
    return edits


def remove_from_field(data: Value, entry: Location, key: str, texts: Sequence[str]) -> list[Edit]:
    """The edits that remove the field `key`, or, where `texts` are given, these items of its list. Raises GovregError if there are none."""
    field = named_field(data, entry, key)
    here = data
    edits: list[Edit] = []
    there = value_at(here, field.path)
    if there is None:
        raise GovregError(f"There is no “{key}” to remove.", "Nothing was changed.")
    paths = [field.path]
    if texts:
        paths = [_item_path(there, field, text, key) for text in texts]
    for path in sorted(set(paths), key=lambda path: path[-1], reverse=True):
        edits.append(remove_at(here, path, len(entry.path)))
        here = applied(here, edits[-1])
    return edits


def named_field(data: Value, entry: Location, key: str) -> Field:
    """The field of `entry` that a person calls `key`: words with dots, and for an item of a list its number or what it names.

    Raises GovregError, with the nearest, if there is no such field or item.
    """
    record = _record(entry)
    path, way = entry.path, list[Edit]()
    words = key.split(".")
    spec = _spec(record, words, key)
    path = (*path, spec.name)
    while words:
        there = value_at(data, path)
        if spec.mapping:
            path = (*path, words.pop(0))
            spec = replace(spec, many=False, mapping=False)
            continue
        if spec.record is None:
            raise GovregError(f"“{key}” is not a field: “{spec.name}” has no fields of its own.", f"Write “{spec.name}”.")
        if isinstance(there, tuple):
            path = (*path, _item(there, spec, words, key))
            there = value_at(data, path)
        elif spec.many and there is None and not spec.single:
            raise GovregError(f"“{spec.name}” is empty, so it has no “{words[0]}”.", f"Add to it with --add {spec.name}.")
        if not words:  # the item itself
            return Field(path, replace(spec, many=False), tuple(way))
        if isinstance(there, str) and spec.record.short is not None:
            way.append(SetValue(path, {spec.record.short: there}))
        spec = _spec(spec.record, words, key)
        path = (*path, spec.name)
    return Field(path, spec, tuple(way))


_ANSWERS = {"true": "true", "yes": "true", "false": "false", "no": "false"}
"""The value of a field of true or false for each answer."""


def value_of(spec: FieldSpec, texts: Sequence[str]) -> Value:
    """The value of a field that is given as `texts`: one value, a list, or a mapping where each is `key=value`.

    Raises GovregError if the field takes something else.
    """
    if spec.record is not None and (parts := _parts(spec.record, texts)) is not None:
        return (parts,) if spec.many and not spec.single else parts
    if spec.record is not None and spec.record.short is None:
        keys = [f"{name}=…" for name in list(field_specs(spec.record))[:3]]
        raise GovregError(f"“{spec.name}” has fields of its own.", f"Write them so: {' '.join(keys)}")
    if spec.mapping:
        raise GovregError(f"“{spec.name}” holds a value for each of several names.", f"Name one: “{spec.name}.NAME VALUE”.")
    if spec.kind in ("truth", "true or false") and len(texts) == 1 and (answer := _ANSWERS.get(fold(texts[0]))) is not None:
        return answer
    values = tuple(_word(spec, text) for text in texts)
    if spec.many:
        return values[0] if spec.single and len(values) == 1 else values
    if len(values) != 1:
        raise GovregError(f"“{spec.name}” takes one value, and there are {len(values)}.", "Put a value of several words in quotes.")
    return values[0]


_DATES = ("date", "date or text")


def dates_read(spec: FieldSpec, texts: Sequence[str]) -> list[tuple[str, str]]:
    """The dates in figures among `texts` that `value_of` reads day first where the month may come first, each with what it writes."""
    specs = field_specs(spec.record) if spec.record is not None else {}
    parts = [(name.strip().replace("-", "_"), value) for name, _, value in (text.partition("=") for text in texts)]
    inner = [read for name, value in parts if name in specs for read in dates_read(specs[name], [value])]
    own = [(text, day_first_date(text)) for text in texts if spec.kind in _DATES and month_may_be_first(text)]
    return [(text, date) for text, date in (*own, *inner) if date]


def _word(spec: FieldSpec, text: str) -> str:
    """`text` as it is written: a date in figures, and a word of the field without its capitals and spaces."""
    if spec.kind in _DATES:
        return day_first_date(text) or text
    plain = as_keyword(text)
    return plain if plain in spec.words else text


def _parts(record: type[Record], texts: Sequence[str]) -> Value | None:
    """The fields that `key=value` texts give, in the order of the schema; None if they aren't all of that form."""
    specs = field_specs(record)
    pairs = [text.partition("=") for text in texts]
    names = [name.strip().replace("-", "_") for name, _, _ in pairs]
    if not all(equals and name in specs for name, (_, equals, _) in zip(names, pairs, strict=True)):
        return None
    given = {name: value_of(specs[name], (value,)) for name, (_, _, value) in zip(names, pairs, strict=True)}
    return {name: given[name] for name in specs if name in given}


def _record(entry: Location) -> type[Record]:
    at = entry_at(entry.file, entry.path)
    if at is None:
        raise GovregError(f"“{shown(entry.file)}” has no entries.")
    return at[0]


def _spec(record: type[Record], words: list[str], key: str) -> FieldSpec:
    """The field of `record` that the next of `words` means, which are the rest of `key`."""
    word, specs = words.pop(0), field_specs(record)
    name = fold(word).replace("-", "_").replace(" ", "_")
    if name in specs:
        return specs[name]
    nearest = nearest_of(name, specs) or field_meant(word, specs) or (nested_field_meant(word) if "review" in specs else None)
    hint = f"Did you mean “{nearest}”?" if nearest else f"Fields: {', '.join(specs)}."
    above = ".".join(key.split(".")[: -1 - len(words)])
    raise GovregError(f"“{shown(key)}” is not a field{f' of “{above}”' if above else ''}.", hint)


def _item(items: tuple[Value, ...], spec: FieldSpec, words: list[str], key: str) -> int:
    """Which of `items` the next of `words` means: by number, or by what it names; else, of reviews, the newest."""
    word = words[0]
    if word.isdigit() and 1 <= int(word) <= len(items):
        words.pop(0)
        return int(word) - 1
    places = [place for place, item in enumerate(items) if fold(word) in _names_of(item)]
    if len(places) == 1:
        words.pop(0)
        return places[0]
    if not places and spec.single and spec.record is not None and word.replace("-", "_") in field_specs(spec.record):
        return len(items) - 1
    problem = f"{len(places)} items of “{spec.name}” are called “{shown(word)}”." if places else f"“{shown(key)}”: no item “{shown(word)}”."
    numbered = listed([f"{number} ({_in_words(item)})" for number, item in enumerate(items[:8], 1)], "or")
    raise GovregError(problem, f"Give its number: {numbered}.")


def _item_path(there: Value, field: Field, text: str, key: str) -> KeyPath:
    """The path of the item of `there` that `text` means."""
    if not isinstance(there, tuple):
        if fold(text) not in _names_of(there):
            raise GovregError(f"“{shown(text)}” is not in “{key}”.", f"It has “{_in_words(there)}”.")
        return field.path
    return (*field.path, _item(there, replace(field.spec, single=False), [text], key))


def _names_of(item: Value) -> set[str]:
    """The words by which a person may name an item: its text, or, of a mapping, the values that identify it."""
    if isinstance(item, Mapping):
        return {fold(str(item[key])) for key in ("organisation", "meeting", "text", "document", "item", "id") if item.get(key)}
    return {fold(str(item))}


def _in_words(item: Value) -> str:
    name = next(iter(item.values()), "") if isinstance(item, Mapping) else item
    return shown(str(name or ""))


def _after(data: Value, field: Field) -> Value:
    for edit in field.way:
        data = applied(data, edit)
    return data
