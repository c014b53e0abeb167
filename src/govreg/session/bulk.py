"""Changes many meetings at once: selects them, and asks the person before anything is written."""

from collections.abc import Sequence

from govreg.analysis.selection import select
from govreg.errors import GovregError
from govreg.model.names import listed, many, shown
from govreg.session import resolve
from govreg.session.change import PreparedChange
from govreg.session.file_changes import unified_diff
from govreg.session.load import LoadedRegister
from govreg.session.streams import write_stderr
from govreg.session.terminal import agreed, can_ask

_FILTERS = ("lead", "support", "participant", "area", "theme", "text", "level", "kind", "status", "without")


def matching(loaded: LoadedRegister, where: Sequence[str]) -> tuple[str, ...]:
    """The ids of the meetings that match all of `where`, each `filter=value`; the same filter twice matches either value.

    Raises GovregError if one is not a filter, or if no meeting matches.
    """
    given: dict[str, list[str]] = {}
    for word in where:
        name, equals, value = word.partition("=")
        known = f"--where takes {listed(_FILTERS, 'or')}."
        if name.strip() not in _FILTERS:
            raise GovregError(
                f"--where has no “{shown(name)}”.", f"{known} For other fields, name each meeting: govreg set MEETING FIELD VALUE"
            )
        if not equals or not value.strip():
            raise GovregError(f"“{shown(word)}” says no value to look for.", f"Write it as lead=OPCC. {known}")
        given.setdefault(name.strip(), []).append(value)
    filters = resolve.filters(loaded.register, **given)  # type: ignore[arg-type] # all of them are lists of texts
    found = tuple(row.meeting.id for row in select(loaded.register, filters).rows)
    if not found:
        raise GovregError("No meetings match.", "Nothing was changed. “govreg list” takes the same filters.")
    return found


def confirm_changes(prepared: PreparedChange) -> None:
    """Show the changes and how many there are, and ask. Raises GovregError if the person says no, or can't be asked."""
    write_stderr(unified_diff(prepared.files_in_order()).rstrip("\n"))
    count = len(prepared.files)
    write_stderr(f"{many(count, 'meeting')} would be changed.")
    if not can_ask():
        raise GovregError("Nothing was written.", "Add --yes to change them all.")
    if not agreed("Change them?"):
        raise GovregError("Nothing was written.")
