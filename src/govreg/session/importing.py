"""Imports papers into a register: reads them, makes the plan with the person's decisions, and turns it into a change."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from govreg.analysis.importing.changes import import_change
from govreg.analysis.importing.plan import Decisions, ImportPlan, NotUnderstood, PlannedMeeting
from govreg.analysis.importing.prepare import make_plan
from govreg.diagnostics.finding import Finding
from govreg.errors import GovregError
from govreg.importers.reader import read_document
from govreg.model.document import Document
from govreg.model.edits import RegisterChange, Value
from govreg.model.location import ORGANISATIONS, meeting_file
from govreg.model.names import and_more, listed, shown
from govreg.render.progress import track
from govreg.session.change import errors_by_key, file_reader, prepared_change
from govreg.session.import_decisions import (
    ImportRequest,
    check_decisions,
    names_a_new_meeting,
    new_meetings,
    same_meetings,
    taken_sides,
)
from govreg.session.load import LoadedRegister

_MOST_ROUNDS = 8
"""How often a plan is corrected before what still has errors is left to the check of every change."""
_MOST_NAMED = 5
MOST_FILES = 100
"""How many files are read at once: the meetings of each are compared with those of all before it."""


def read_documents(paths: Sequence[Path]) -> tuple[Document, ...]:
    """The documents in files. Raises GovregError for a file that can't be read, and for more than `MOST_FILES`."""
    if len(paths) > MOST_FILES:
        raise GovregError(f"{len(paths):,} files are too many for one import.", f"Import at most {MOST_FILES} at once.")
    return tuple(read_document(str(path)) for path in track(paths, "Reading"))


def plan_import(loaded: LoadedRegister, request: ImportRequest) -> ImportPlan:
    """The plan of the import, without anything that would be a new error. Raises GovregError for a decision about what isn't there."""
    register = loaded.register
    columns = {**register.settings.import_columns, **request.columns}
    taken = taken_sides(register, request.take)
    fresh: Mapping[str, str] = {}
    if names_a_new_meeting(register, request):
        fresh = new_meetings(make_plan(register, request.documents, columns, Decisions({}, taken, request.people)))
    decisions = Decisions(same_meetings(register, request, fresh), taken, request.people)
    plan = make_plan(register, request.documents, columns, decisions, track)
    check_decisions(plan, request, taken)
    for _ in range(_MOST_ROUNDS):
        corrected = _without_errors(loaded, plan)
        if corrected is plan:
            break
        plan = corrected
    return plan


def change_of(loaded: LoadedRegister, request: ImportRequest, plan: ImportPlan) -> RegisterChange:
    """`plan` as a change of the register, without the undecided meetings."""
    return import_change(file_reader(loaded), plan, request.columns)


def undecided_in_words(plan: ImportPlan) -> str:
    """A sentence that names the undecided meetings; empty if there are none."""
    if not plan.undecided:
        return ""
    titles = [f"“{shown(one.title, 60)}”" for one in plan.undecided[:_MOST_NAMED]]
    named = listed(and_more(titles, len(plan.undecided)))
    return f"Left as {'it is' if len(plan.undecided) == 1 else 'they are'} until you decide: {named}."


def _without_errors(loaded: LoadedRegister, plan: ImportPlan) -> ImportPlan:
    """`plan` with the fields that would be new errors moved to what was not understood; the same object if there are none."""
    prepared = prepared_change(loaded, import_change(file_reader(loaded), plan, {}))
    if not prepared.files:
        return plan
    corrected = plan
    for finding, key in errors_by_key(prepared):
        if finding.line is not None:
            corrected = _without(corrected, finding, key)
    return corrected


def _without(plan: ImportPlan, finding: Finding, key: str) -> ImportPlan:
    """`plan` without the field that an error is about, or else the organisation, or else the meeting."""
    meeting = next((one for one in plan.meetings if meeting_file(one.id) == finding.file and one.action in ("new", "change")), None)
    if meeting is not None and key not in ("", "title"):
        return _without_field(plan, meeting, key, _waits(plan, meeting.fields.get(key)) or finding.message)
    if finding.file == ORGANISATIONS and any(one.id == key for one in plan.organisations):
        return _without_organisation(plan, key)
    return _without_meeting(plan, meeting, finding.message) if meeting is not None else plan


def _waits(plan: ImportPlan, value: Value) -> str:
    """Why `value` can't be written yet: it names a new meeting that is undecided; empty if it doesn't."""
    named = next((one for one in plan.undecided if one.is_new and _names(value, one.id)), None)
    return f"“{shown(named.title, 60)}” waits for your decision." if named is not None else ""


def _names(value: Value, id_: str) -> bool:
    if isinstance(value, Mapping):
        return any(_names(item, id_) for item in value.values())
    return any(_names(item, id_) for item in value) if isinstance(value, tuple) else value == id_


def _without_field(plan: ImportPlan, meeting: PlannedMeeting, key: str, why: str) -> ImportPlan:
    fields = {one: value for one, value in meeting.fields.items() if one != key}
    if key == "lead":
        fields["lead"] = "unclear"
    changes = tuple(change for change in meeting.changes if change.key != key)
    action = meeting.action
    if action == "change" and not any(change.is_made for change in changes):
        action = "same"
    text = "\n".join(reading.text for reading in meeting.readings if reading.key == key) or _in_words(meeting.fields.get(key))
    missed = NotUnderstood(meeting.file, meeting.place, text, why)
    corrected = replace(meeting, fields=fields, changes=changes, action=action)
    return replace(
        plan,
        meetings=tuple(corrected if one is meeting else one for one in plan.meetings),
        not_understood=(*plan.not_understood, missed),
    )


def _without_meeting(plan: ImportPlan, meeting: PlannedMeeting, why: str) -> ImportPlan:
    missed = [
        NotUnderstood(meeting.file, one.place, f"{one.label}: {one.text}" if one.label else one.text, why) for one in meeting.readings
    ]
    return replace(
        plan,
        meetings=tuple(one for one in plan.meetings if one is not meeting),
        not_understood=(*plan.not_understood, *missed),
    )


def _without_organisation(plan: ImportPlan, id_: str) -> ImportPlan:
    """`plan` without an organisation that can't be added; its seats stay as they are written."""
    meetings = []
    for meeting in plan.meetings:
        fields = {key: left for key, value in meeting.fields.items() if (left := _dropped(value, id_)) not in (None, (), {})}
        fields.setdefault("lead", "unclear")
        changes = tuple(change._replace(new=_dropped(change.new, id_)) for change in meeting.changes)
        meetings.append(replace(meeting, fields=fields, changes=tuple(change for change in changes if change.new not in (None, (), {}))))
    return replace(plan, meetings=tuple(meetings), organisations=tuple(one for one in plan.organisations if one.id != id_))


def _dropped(value: Value, id_: str) -> Value:
    if isinstance(value, tuple):
        return tuple(one for one in value if one != id_ and not (isinstance(one, Mapping) and one.get("organisation") == id_))
    if isinstance(value, Mapping):
        return {key: item for key, item in value.items() if item != id_}
    return None if value == id_ else value


def _in_words(value: Value) -> str:
    if isinstance(value, Mapping):
        return ", ".join(map(_in_words, value.values()))
    return ", ".join(map(_in_words, value)) if isinstance(value, tuple) else value or ""
