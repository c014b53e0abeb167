"""Prepares two registers with errors in their files for comparison: what can't be read is assumed to be the same as on the other side."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from govreg.model import fields
from govreg.model.meeting import Meeting
from govreg.model.register import Register

_NAMES = fields.keys(Meeting)


@dataclass(frozen=True)
class PartialRegister:
    """A register, and drafts of the meetings whose files have errors."""

    register: Register
    drafts: Mapping[str, Meeting] = field(default_factory=dict)
    uncertain_keys: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The keys of each draft that it may have otherwise than was meant."""

    def entry(self, id_: str) -> Meeting | None:
        """The meeting, or its draft."""
        return self.register.meetings.get(id_) or self.drafts.get(id_)


def fill_gaps(before: PartialRegister, after: PartialRegister) -> tuple[Register, Register]:
    """Both registers, with the drafts of meetings that both have: an uncertain field gets the value of the other side."""
    old: dict[str, Meeting] = {}
    new: dict[str, Meeting] = {}
    for id_ in before.drafts.keys() | after.drafts.keys():
        was, now = before.entry(id_), after.entry(id_)
        if was is None or now is None:
            continue
        new[id_] = _with(now, was, after.uncertain_keys.get(id_, frozenset()))
        old[id_] = _with(was, new[id_], before.uncertain_keys.get(id_, frozenset()))
    return before.register.with_meetings(old), after.register.with_meetings(new)


def _with(one: Meeting, other: Meeting, keys: frozenset[str]) -> Meeting:
    """`one` with the values that `other` has for `keys`."""
    return one.model_copy(update={_NAMES[key]: getattr(other, _NAMES[key]) for key in keys})
