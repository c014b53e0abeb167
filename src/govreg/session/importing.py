"""What `import` shares with whoever brings papers into a register: reading them, the person's decisions, the plan, the change."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from govreg.analysis.importing.changes import import_change
from govreg.analysis.importing.labels import known_fields
from govreg.analysis.importing.matching import NEW
from govreg.analysis.importing.plan import Decisions, ImportPlan, NotUnderstood, PlannedMeeting, Side
from govreg.analysis.importing.prepare import make_plan
from govreg.diagnostics.finding import Finding, Severity, new_findings
from govreg.errors import GovregError
from govreg.importers.reader import read_document
from govreg.model.document import Document
from govreg.model.edits import RegisterChange, Value
from govreg.model.location import ORGANISATIONS, meeting_file
from govreg.model.names import fold, listed, shown
from govreg.model.other_words import field_meant
from govreg.model.register import Register
from govreg.model.suggest import nearest_of
from govreg.render.progress import track
from govreg.session import resolve
from govreg.session.change import file_reader, prepared_change
from govreg.session.check import check_register
from govreg.session.load import LoadedRegister

_SIDES: tuple[Side, ...] = ("file", "register", "first", "last")
_MOST_ROUNDS = 8
"""How often a plan is corrected before what still has errors is left to the check of every change."""
_MOST_NAMED = 5


@dataclass(frozen=True)
class ImportRequest:
    """What the person asked to import, and what they decided."""

    documents: tuple[Document, ...]
    columns: Mapping[str, str] = field(default_factory=dict)
    """What labels of the office's own mean: by label, the field."""
    same_as: tuple[str, ...] = ()
    take: tuple[str, ...] = ()
    people: bool = False


def read_documents(paths: Sequence[Path]) -> tuple[Document, ...]:
    """What the files hold. Raises GovregError for one that can't be read."""
    return tuple(read_document(str(path)) for path in track(paths, "Reading"))


def columns_of(typed: Sequence[str]) -> dict[str, str]:
    """The meanings of labels in `Label=field`, as `--map` has them. Raises GovregError for a field that there isn't."""
    found: dict[str, str] = {}
    for word in typed:
        label, equals, key = word.rpartition("=")
        if not equals or not label.strip():
            raise GovregError(f"“{shown(word)}” doesn't say what a label means (--map).", 'Write it as --map "Meets=frequency".')
        found[" ".join(label.split())] = _field(key)
    return found


def _field(word: str) -> str:
    known = known_fields()
    key = fold(word).replace("-", "_").replace(" ", "_")
    if key in known:
        return key
    meant = field_meant(word, known)
    if meant is not None:
        return meant
    near = nearest_of(key, known)
    hint = f"Did you mean “{near}”? " if near else ""
    raise GovregError(f"“{shown(word)}” is not a field of a meeting (--map).", f"{hint}Fields: {', '.join(sorted(known))}.")


def plan_import(loaded: LoadedRegister, asked: ImportRequest) -> ImportPlan:
    """What the import would do to the register, so that it has no new error. Raises GovregError for a decision about what isn't there."""
    register = loaded.register
    plan = make_plan(register, asked.documents, _all_columns(register, asked), _decisions(register, asked), track)
    _check_titles(plan, asked)
    for _ in range(_MOST_ROUNDS):
        corrected = _without_errors(loaded, plan)
        if corrected is plan:
            break
        plan = corrected
    return plan


def change_of(loaded: LoadedRegister, asked: ImportRequest, plan: ImportPlan) -> RegisterChange:
    """What carries out `plan`: all of it but the meetings about which the person has still to decide."""
    return import_change(file_reader(loaded), plan, asked.columns)


def undecided_in_words(plan: ImportPlan) -> str:
    """Which meetings wait for the person's decision; empty where none does."""
    if not plan.undecided:
        return ""
    titles = [f"“{shown(one.title, 60)}”" for one in plan.undecided[:_MOST_NAMED]]
    more = len(plan.undecided) - _MOST_NAMED
    named = listed([*titles, *([f"{more} more"] if more > 0 else [])])
    return f"Left as {'it is' if len(plan.undecided) == 1 else 'they are'} until you decide: {named}."


def _all_columns(register: Register, asked: ImportRequest) -> dict[str, str]:
    return {**register.settings.import_columns, **asked.columns}


def _decisions(register: Register, asked: ImportRequest) -> Decisions:
    same_as: dict[str, str] = {}
    for word in asked.same_as:
        title, equals, meant = word.rpartition("=")
        if not equals or not title.strip():
            raise GovregError(
                f"“{shown(word)}” doesn't say which meeting it is (--as).", 'Write it as --as "Title in the file=ID" or "…=new".'
            )
        same_as[title.strip()] = NEW if fold(meant) == NEW else resolve.meeting_id(register, meant.strip())
    return Decisions(same_as, tuple(_taken(register, word) for word in asked.take), asked.people)


def _taken(register: Register, word: str) -> tuple[str, str, Side]:
    """Whose value counts: `file`, `MEETING=register`, `MEETING.FIELD=file`."""
    of, _, side = word.rpartition("=")
    chosen = next((one for one in _SIDES if one == fold(side)), None)
    if chosen is None:
        raise GovregError(
            f"“{shown(word)}” doesn't say whose value counts (--take).",
            "Write it as --take file, --take MEETING=register or --take MEETING.FIELD=file.",
        )
    name, dot, key = of.strip().rpartition(".")
    if not of.strip():
        return "", "", chosen
    if dot and re.fullmatch(r"[a-z_]+", key) and register.meetings.find(of.strip()) is None:
        return _meeting(register, name), key, chosen
    return _meeting(register, of.strip()), "", chosen


def _meeting(register: Register, word: str) -> str:
    """The id of a meeting; a new one of the papers has its id as it is shown."""
    return word if register.meetings.find(word) is None and re.fullmatch(r"[a-z][a-z0-9-]*", word) else resolve.meeting_id(register, word)


def _check_titles(plan: ImportPlan, asked: ImportRequest) -> None:
    """Raise GovregError for a title that no paper has."""
    titles = {fold(reading.text): reading.text for one in plan.meetings for reading in one.readings if reading.key == "title"}
    titles |= {fold(one.title): one.title for one in plan.meetings}
    for word in asked.same_as:
        title = word.rpartition("=")[0].strip()
        if fold(title) not in titles:
            near = nearest_of(title, titles.values())
            hint = f"Did you mean “{near}”?" if near else "Write it as the plan shows it."
            raise GovregError(f"No meeting in the files is called “{shown(title)}” (--as).", hint)


def _without_errors(loaded: LoadedRegister, plan: ImportPlan) -> ImportPlan:
    """`plan` without the fields that would be errors in the register; they are not understood. The same plan if there are none."""
    prepared = prepared_change(loaded, import_change(file_reader(loaded), plan, {}))
    if not prepared.files:
        return plan
    before, after = check_register(prepared.loaded).findings, check_register(prepared.after).findings
    texts = {one.file: (one.new or b"").decode(errors="replace").split("\n") for one in prepared.files}
    corrected = plan
    for finding in new_findings(after, before):
        if finding.severity is Severity.ERROR and finding.file in texts and finding.line is not None:
            corrected = _without(corrected, finding, _key_at(texts[finding.file], finding.line))
    return corrected


def _without(plan: ImportPlan, finding: Finding, key: str | None) -> ImportPlan:
    """`plan` without what an error is about: a field, an organisation, or else the meeting."""
    meeting = next((one for one in plan.meetings if meeting_file(one.id) == finding.file and one.action in ("new", "change")), None)
    if meeting is not None and key is not None and key != "title":
        return _without_field(plan, meeting, key, finding.message)
    if finding.file == ORGANISATIONS and key is not None and any(one.id == key for one in plan.organisations):
        return _without_organisation(plan, key)
    return _without_meeting(plan, meeting, finding.message) if meeting is not None else plan


def _key_at(lines: Sequence[str], number: int) -> str | None:
    """The key at the margin that line `number`, counted from 1, belongs to."""
    for line in reversed(lines[:number]):
        found = re.match(r"([\w-]+):", line)
        if found is not None:
            return found[1]
    return None


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
        fields = {key: value for key, held in meeting.fields.items() if (value := _dropped(held, id_)) not in (None, (), {})}
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
