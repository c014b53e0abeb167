"""Compares a meeting of a paper with the register's: which fields it fills, adds to or contradicts."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from govreg.analysis.importing.plan import Decisions, FieldChange, Side
from govreg.analysis.importing.values import CONTEXT
from govreg.model.edits import Value
from govreg.model.meeting import Meeting
from govreg.model.names import fold

_ADDED = frozenset({"notes", "aliases"})
"""The fields to which a paper's text is added, whatever they hold; sources are too, for what else is changed."""
_FOLLOWS = {"lead_as_written": "lead", "participants_as_written": "participants", "purpose_as_written": "purpose"}
"""The fields with the source's words for another field; they change only together with it."""
_UNSTATED = ("unclear", "not-stated")


def changes_of(meeting: Meeting, fields: Mapping[str, Value], decisions: Decisions) -> tuple[FieldChange, ...]:
    """What the `fields` of a paper would change in `meeting`."""
    written = as_value(meeting.model_dump(by_alias=True, exclude_unset=True, exclude={"id"}, warnings="none"))
    there: Mapping[str, Value] = written if isinstance(written, Mapping) else {}
    found: dict[str, FieldChange] = {}
    for key, new in fields.items():
        if key in _FOLLOWS or key == "sources" or _read_before(key, there, fields):
            continue
        change = _change(meeting, key, there.get(key), new, decisions)
        if change is not None:
            found[key] = change
    for key, followed in _FOLLOWS.items():
        if key not in fields or _same_text(there.get(key), fields[key]):
            continue
        other = found.get(followed)
        if other is not None and other.is_made:
            found[key] = FieldChange(key, there.get(key), fields[key], decided=other.decided)
        elif other is None and there.get(followed) is None and there.get(key) is None:
            found[key] = FieldChange(key, None, fields[key])
    if "sources" in fields and any(change.is_made for change in found.values()):
        added = _added("sources", there.get("sources"), fields["sources"])
        if added is not None:
            found["sources"] = added
    return tuple(found.values())


def _read_before(key: str, there: Mapping[str, Value], fields: Mapping[str, Value]) -> bool:
    """Whether the register has this field from the same words: whoever changed it since knew them."""
    words = f"{key}_as_written"
    return words in fields and there.get(key) is not None and _same_text(there.get(words), fields[words])


def _change(meeting: Meeting, key: str, old: Value, new: Value, decisions: Decisions) -> FieldChange | None:
    if key == "title":
        return None  # the paper may call the same meeting something else
    if key in _ADDED and (meeting.id, key, "register") in decisions.take:
        return None
    if key in _ADDED:
        return _added(key, old, new)
    if same(key, old, new):
        return None
    if key == "lead" and new in _UNSTATED:
        return None  # a paper that doesn't say who leads is no reason to forget it
    if old is None or (key == "lead" and old in _UNSTATED):
        return FieldChange(key, old, new, decided="register" if (meeting.id, key, "register") in decisions.take else None)
    decided = decided_side(meeting.id, key, decisions, ("file", "register"))
    if decided is None:
        return FieldChange(key, old, new, needs_decision=True)
    return FieldChange(key, old, new, decided=decided)


def decided_side(id_: str, key: str, decisions: Decisions, sides: tuple[Side, ...]) -> Side | None:
    """Which of `sides` counts: as the person said last about this field, else about this meeting, else about all."""
    found: tuple[int, Side] | None = None
    for of, field, side in decisions.take:
        if of not in ("", id_) or field not in ("", key) or side not in sides:
            continue
        weight = bool(of) + bool(field)
        if found is None or weight >= found[0]:
            found = (weight, side)
    return found[1] if found is not None else None


def _added(key: str, old: Value, new: Value) -> FieldChange | None:
    if key == "notes":
        before = old.split("\n") if isinstance(old, str) else []
        known = {fold(one) for one in before}
        lines = [line for line in str(new).split("\n") if fold(line) not in known and not line.startswith(CONTEXT)]
        if not lines:
            return None
        return FieldChange(key, old, "\n".join([*before, *lines]))
    there = _items(old)
    more = tuple(one for one in _items(new) if not any(_same_text(one, other) for other in there))
    return FieldChange(key, old, (*there, *more)) if more else None


def same(key: str, old: Value, new: Value) -> bool:
    """Whether two values of the field `key` say the same."""
    if key == "participants":
        return _same_seats(old, new)
    there = _items(old)[-1] if key == "review" and old else old  # the newest review is the last
    if isinstance(new, Mapping) and isinstance(there, Mapping):
        return all(_same_text(there.get(part), value) for part, value in new.items())
    if isinstance(there, Mapping):
        return _same_text(there.get("text") or there.get("organisation"), new)
    if isinstance(new, tuple) or isinstance(there, tuple):
        return {str(_plain(one)) for one in _items(there)} == {str(_plain(one)) for one in _items(new)}
    return _same_text(there, new)


def _same_seats(old: Value, new: Value) -> bool:
    before, after = [*map(_seat, _items(old))], [*map(_seat, _items(new))]
    if {one[0] for one in before} != {one[0] for one in after}:
        return False
    return all(any(sender == other and (not role or role == its) for other, its in before) for sender, role in after)


def _seat(value: Value) -> tuple[str, str]:
    if isinstance(value, Mapping):
        return str(value.get("organisation") or value.get("meeting")), fold(str(value.get("role") or ""))
    return str(value), ""


def _items(value: Value) -> tuple[Value, ...]:
    return value if isinstance(value, tuple) else () if value is None else (value,)


def _same_text(one: Value, other: Value) -> bool:
    return _plain(one) == _plain(other)


def _plain(value: Value) -> object:
    """`value` in the form in which two are compared: texts without case, extra space or a final full stop; short forms in full."""
    if isinstance(value, Mapping):
        if set(value) in ({"organisation"}, {"text"}):
            return _plain(next(iter(value.values())))
        return tuple(sorted((key, _plain(item)) for key, item in value.items()))
    if isinstance(value, tuple):
        return tuple(map(_plain, value))
    return fold(value).rstrip(" .;") if isinstance(value, str) else value


def as_value(dumped: Any) -> Value:  # noqa: ANN401 - whatever pydantic gives
    """What pydantic gives for a record, as a file has it: texts, lists and mappings."""
    if isinstance(dumped, Mapping):
        return {str(key): as_value(item) for key, item in dumped.items()}
    if isinstance(dumped, Iterable) and not isinstance(dumped, str):
        return tuple(as_value(item) for item in dumped)
    if isinstance(dumped, bool):
        return "true" if dumped else "false"
    return dumped if dumped is None or isinstance(dumped, str) else f"{Decimal(str(dumped)).normalize():f}"
