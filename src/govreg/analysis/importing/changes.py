"""The plan of an import as a change of the register: new files, and edits of existing ones."""

from collections.abc import Iterator, Mapping

from govreg.analysis.changes.file_data import Files, add_to, new_entry, set_at
from govreg.analysis.importing.organisations import Proposed
from govreg.analysis.importing.plan import ImportPlan, PlannedMeeting
from govreg.model.edits import FileEdit, RegisterChange, Value
from govreg.model.file_schema import in_order
from govreg.model.location import REGISTER, meeting_file


def import_change(files: Files, plan: ImportPlan, columns: Mapping[str, str]) -> RegisterChange:
    """`plan` as a change of the register; `columns` are the meanings of labels that the register is to remember."""
    edits: list[FileEdit] = []
    created: dict[str, Value] = {}
    for one in needed_organisations(plan):
        value: dict[str, Value] = {"name": one.name}
        if one.aliases:
            value["aliases"] = one.aliases
        edits += new_entry(files, "organisation", one.id, value).edits
    for meeting in plan.meetings:
        if meeting.action == "new":
            created |= new_entry(files, "meeting", meeting.id, meeting.fields).created
        elif meeting.action == "change":
            edits += _edits(files, meeting)
    if columns:
        settings = files(REGISTER)
        there = settings.get("settings") if isinstance(settings, Mapping) else None
        known = there.get("import_columns") if isinstance(there, Mapping) else None
        merged = {**(known if isinstance(known, Mapping) else {}), **columns}
        if merged != known:
            edits.append(FileEdit(REGISTER, set_at(settings, ("settings", "import_columns"), merged)))
    return RegisterChange(tuple(edits), created)


def _edits(files: Files, meeting: PlannedMeeting) -> Iterator[FileEdit]:
    file = meeting_file(meeting.id)
    data = files(file)
    for change in meeting.changes:
        if not change.is_made:
            continue
        new = in_order(file, (), {change.key: change.new})[change.key]
        if change.key == "review" and change.old is not None:
            yield from (FileEdit(file, edit) for edit in add_to(data, ("review",), new))  # the newest review is the last
        else:
            yield FileEdit(file, set_at(data, (change.key,), new))


def needed_organisations(plan: ImportPlan) -> tuple[Proposed, ...]:
    """The proposed organisations that the meetings to be written name."""
    named: set[str] = set()
    for meeting in plan.meetings:
        if meeting.action == "new":
            named.update(_texts(tuple(value for key, value in meeting.fields.items() if key in _NAMING)))
        elif meeting.action == "change":
            named.update(_texts(tuple(change.new for change in meeting.changes if change.key in _NAMING and change.is_made)))
    return tuple(one for one in plan.organisations if one.id in named)


def waiting_organisations(plan: ImportPlan) -> tuple[Proposed, ...]:
    """The proposed organisations that only undecided meetings name."""
    needed = {one.id for one in needed_organisations(plan)}
    named = {text for meeting in plan.undecided for key, value in meeting.fields.items() if key in _NAMING for text in _texts(value)}
    return tuple(one for one in plan.organisations if one.id in named and one.id not in needed)


_NAMING = frozenset({"lead", "support", "secretariat", "chair", "participants", "reports_to"})
"""The fields that name organisations."""


def _texts(value: Value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for item in value.values() if isinstance(value, Mapping) else value if isinstance(value, tuple) else ():
        yield from _texts(item)
