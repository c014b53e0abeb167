"""The report of `govreg import`: what would be added and changed, what the person has to decide, and what wasn't understood."""

import re
import shlex
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from govreg.analysis.importing.assemble import NO_MEETING, OUTSIDE
from govreg.analysis.importing.changes import needed_organisations, waiting_organisations
from govreg.analysis.importing.fields import MAYBE_A_PERSON
from govreg.analysis.importing.members import NO_ORGANISATION
from govreg.analysis.importing.organisations import Proposed
from govreg.analysis.importing.people import without_contacts
from govreg.analysis.importing.plan import FieldChange, ImportPlan, PlannedMeeting
from govreg.analysis.importing.values import A_PERSON
from govreg.model.edits import Value
from govreg.model.meeting import Meeting
from govreg.model.names import listed, many, shown
from govreg.model.register import Register
from govreg.report import Block, BulletList, Column, Command, Heading, Paragraph, Report, Table
from govreg.views import terms
from govreg.views.import_labels import labels_read, place_of

_MEETINGS = (Column("Meeting", share=3), Column("Action", whole=True), Column("Lead"), Column("Meets"), Column("Where it is", share=2))
_CHANGES = (Column("Meeting", share=2), Column("Field"), Column("In the register", share=3), Column("In the file", share=3), Column("Then"))
_ORGANISATIONS = (Column("Organisation", share=3), Column("Id", share=2), Column("May be", share=2), Column("Named in", share=2))
_MISSED = (Column("Where it is", share=2), Column("Text", share=4), Column("Why", share=3))
_ACTIONS = {"new": "new", "change": "changed", "same": "unchanged", "conflict": "to be decided"}
_TWICE = (Column("Meeting", share=2), Column("Field"), Column("In the first", share=3), Column("In the last", share=3), Column("Then"))
_FILLED = "is filled"
_OF_PERSONS = (A_PERSON, MAYBE_A_PERSON)
_MOST_PLACES = 3
_SEVERAL = 2
_LONGEST = 200
"""The most characters of a text that people are shown; machines get all of it."""


def import_plan(register: Register, plan: ImportPlan, files: Sequence[str], options: Sequence[str] = ()) -> Report:
    """The report of `govreg import` without `--write`; `options` are those that the person typed, for the commands suggested."""
    blocks: list[Block] = [Heading("Import plan", 1), Paragraph(_summary(plan, files))]
    if plan.remarks:
        blocks.append(BulletList(tuple(f"{file}: {remark}" for file, remark in plan.remarks)))
    if plan.meetings:
        blocks.append(Table(_MEETINGS, tuple(_meeting_row(register, plan, meeting) for meeting in plan.meetings)))
    blocks += _questions(register, plan, shlex.join(["govreg", "import", *files, *options]))
    blocks += _changes(register, plan)
    blocks += _organisations(register, plan)
    blocks += labels_read(plan)
    blocks += _missed(plan)
    return Report(
        tuple(blocks),
        data=lambda: plan_data(plan),
        sheet=lambda: Table(_MEETINGS, tuple(_meeting_row(register, plan, meeting) for meeting in plan.meetings)),
        sheet_note="the meetings",
        foot=(_foot(plan),),
        name="Import plan",
    )


def _organisations(register: Register, plan: ImportPlan) -> Iterator[Block]:
    """The organisations that the register would have, and the initials that were taken for one that it has."""
    organisations = (*needed_organisations(plan), *waiting_organisations(plan))
    if organisations:
        yield Heading("Organisations to add")
        yield Table(_ORGANISATIONS, tuple(_organisation_row(register, plan, one) for one in organisations))
    if any(one.nearest in plan.proposed_names for one in organisations):
        yield Paragraph(
            "If two of these are one, add it with its other names and import again: "
            'govreg new organisation "NAME" --set aliases "OTHER NAME".',
            quiet=True,
        )
    for letters, id_ in plan.abbreviations.items():
        yield Paragraph(f"“{letters}” was taken for {register.organisations[id_].name}, which has these initials. To make it a name of it:")
        yield Command(f"govreg set organisation {id_} --add aliases {letters}")


def _organisation_row(register: Register, plan: ImportPlan, one: Proposed) -> tuple[str | None, ...]:
    named = f"{one.name} ({', '.join(one.aliases)})" if one.aliases else one.name
    nearest = one.nearest and (plan.proposed_names.get(one.nearest) or terms.organisation(register, one.nearest))
    return (named, one.id, nearest, _places(one.places))


def _foot(plan: ImportPlan) -> str:
    if all(meeting.action == "same" for meeting in plan.meetings):
        return "Nothing is written: there is nothing to change."
    return "Nothing is written. Add --write to carry out the plan, or --dry-run to see each line."


def _changes(register: Register, plan: ImportPlan) -> Iterator[Block]:
    """The changes of the register, and the differences between two descriptions."""
    for heading, columns, is_twice in (("Changed fields", _CHANGES, False), ("Described differently", _TWICE, True)):
        changed = [(meeting, change) for meeting in plan.meetings if bool(meeting.twice) == is_twice for change in meeting.changes]
        if changed:
            yield Heading(heading)
            yield Table(columns, tuple(_change_row(register, plan, *one) for one in changed))
        filled = next(((meeting, change) for meeting, change in changed if _then(meeting, change) == _FILLED), None)
        if filled is not None:
            meeting, change = filled
            yield Paragraph(f"To leave a field empty: --take {meeting.id}.{change.key}=register.", quiet=True)


def _summary(plan: ImportPlan, files: Sequence[str]) -> str:
    where = listed([f"“{file}”" for file in files[:_MOST_PLACES]]) if len(files) <= _MOST_PLACES else f"{len(files)} files"
    if not plan.meetings:
        return f"No meeting was found in {where}. Give each a line, or a column of a table, for “Meeting”, “Lead”, “Meets” and “Members”."
    counted = Counter(_ACTIONS[meeting.action] for meeting in plan.meetings)
    counts = listed([f"{counted[word]:,} {word}" for word in _ACTIONS.values() if counted[word]])
    return f"{many(len(plan.meetings), 'meeting')} found in {where}: {counts}."


def _meeting_row(register: Register, plan: ImportPlan, meeting: PlannedMeeting) -> tuple[str | None, ...]:
    fields = meeting.fields
    lead = _words(register, plan, "lead", fields.get("lead"))
    place = place_of(plan, meeting.file, meeting.place)
    frequency = fields.get("frequency")
    return (meeting.title, _ACTIONS[meeting.action], lead, _words(register, plan, "frequency", frequency) if frequency else None, place)


def _change_row(register: Register, plan: ImportPlan, meeting: PlannedMeeting, change: FieldChange) -> tuple[str | None, ...]:
    return (
        meeting.title,
        change.key.replace("_", " "),
        _words(register, plan, change.key, change.old) if change.old is not None else None,
        _words(register, plan, change.key, change.new),
        _then(meeting, change),
    )


def _then(meeting: PlannedMeeting, change: FieldChange) -> str:
    if change.needs_decision:
        return "decide"
    if change.decided in ("register", "first"):
        return "stays" if change.old is not None else "stays empty"
    return "waits" if meeting.action == "conflict" else "is changed" if change.old is not None else _FILLED


def _questions(register: Register, plan: ImportPlan, command: str) -> Iterator[Block]:
    """The decisions that the person has to make, with the commands for them."""
    if not plan.undecided:
        return
    yield Heading("To be decided")
    for meeting in plan.undecided:
        if meeting.twice:
            first = f"{meeting.file}, {meeting.place}"
            yield Paragraph(
                f"“{meeting.title}” is described twice, in {first} and in {meeting.twice}, with {_different(meeting)}. Which counts?"
            )
            yield Command(f"{command} --take {meeting.id}=first", "The first")
            yield Command(f"{command} --take {meeting.id}=last", "The last")
        elif meeting.like is not None and meeting.like in register.meetings:
            yield Paragraph(f"Is “{meeting.title}” in the file the register's “{terms.meeting(register, meeting.like)}”?")
            yield Command(f"{command} --as {shlex.quote(f'{meeting.title}={meeting.like}')}", "It is")
            yield Command(f"{command} --as {shlex.quote(f'{meeting.title}=new')}", "It is another meeting")
        elif meeting.like is not None and (other := next((one for one in plan.meetings if one.id == meeting.like), None)) not in (
            None,
            meeting,
        ):
            yield Paragraph(f"Is “{meeting.title}” in {meeting.file} the same meeting as “{other.title}” in {other.file}?")
            yield Command(f"{command} --as {shlex.quote(f'{meeting.title}={meeting.like}')}", "It is")
            yield Command(f"{command} --as {shlex.quote(f'{meeting.title}=new')}", "It is another meeting")
        elif meeting.like is not None:
            yield Paragraph(
                f"“{meeting.title}” can't be compared: the register's file {meeting.like}.yaml has errors. “govreg validate” names them."
            )
        else:
            keys = [change.key for change in meeting.changes if change.needs_decision]
            yield Paragraph(f"“{meeting.title}” has {_different(meeting)} in the file. Which counts?")
            yield Command(f"{command} --take {meeting.id}=file", "The file's")
            yield Command(f"{command} --take {meeting.id}=register", "The register's")
            yield Command(f"{command} --take {meeting.id}=register --take {meeting.id}.{keys[0]}=file", "One field of the file's")
    deciding = [meeting for meeting in plan.undecided if any(change.needs_decision for change in meeting.changes)]
    if any(not meeting.twice for meeting in deciding):
        yield Paragraph("--take file, or --take register, decides about every field that differs from the register.", quiet=True)
    if any(meeting.twice for meeting in deciding):
        yield Paragraph("--take first, or --take last, decides about every field that two descriptions have differently.", quiet=True)


def _different(meeting: PlannedMeeting) -> str:
    """The fields to decide about, each once; the source's words for a field go with it."""
    keys = dict.fromkeys(change.key for change in meeting.changes if change.needs_decision)
    names = [key.replace("_", " ") for key in keys if key.removesuffix("_as_written") == key or key.removesuffix("_as_written") not in keys]
    plural = names[0].endswith("s") and not names[0].endswith("us")
    return f"different {listed(names)}" if plural else f"a different {listed(names)}"


def _missed(plan: ImportPlan) -> Iterator[Block]:
    within = [one for one in plan.not_understood if one.why not in (OUTSIDE, NO_MEETING)]
    outside = len(plan.not_understood) - len(within)
    if within:
        texts = [(one, one.text if plan.people else without_contacts(one.text)) for one in within if one.why not in _OF_PERSONS]
        rows = tuple((place_of(plan, one.file, one.place), shown(text, _LONGEST), one.why) for one, text in texts if text.strip())
        persons = len(within) - len(rows)
        if rows:
            yield Heading("Not understood")
            yield Table(_MISSED, rows)
        if any(one.why == NO_ORGANISATION for one in within):
            yield Paragraph('If one is an organisation, add it and import again: govreg new organisation "NAME".', quiet=True)
        if persons:
            are, them = ("name of a person is", "it") if persons == 1 else ("names of persons are", "them")
            yield Paragraph(f"{persons:,} {are} left out; --people keeps {them}.")
    if outside:
        belongs = "paragraph or cell belongs" if outside == 1 else "paragraphs or cells belong"
        tables = dict.fromkeys(_table_of(place_of(plan, one.file, one.place)) for one in plan.not_understood if one.why == NO_MEETING)
        named = listed([*[*tables][:_MOST_PLACES], *(["others"] if len(tables) > _MOST_PLACES else [])])
        among = f", among them {named}" if tables else ""
        yield Paragraph(f"{outside:,} {belongs} to no meeting{among}. --format json lists them.", quiet=True)


def _table_of(place: str) -> str:
    """The table or sheet that a cell is in; the place itself for a paragraph."""
    return re.sub(r"(?<=.)(?:, row \d+.*|!.*)$", "", place)


def _places(places: Sequence[str]) -> str:
    rest = len(places) - _MOST_PLACES
    return ", ".join(places[:_MOST_PLACES]) + (f" and {rest:,} more" if rest > 0 else "")


def _words(register: Register, plan: ImportPlan, key: str, value: Value) -> str:
    """A value as a person reads it, with names for ids."""
    if isinstance(value, Mapping):
        return ", ".join(_words(register, plan, key if part in ("organisation", "meeting") else "", item) for part, item in value.items())
    if isinstance(value, tuple):
        return "; ".join(_words(register, plan, key, one) for one in value)
    if key in ("lead", "support", "secretariat", "chair", "participants", "reports_to") and isinstance(value, str):
        new = plan.proposed_names.get(value)
        return new or (terms.meeting(register, value) if value in register.meetings else terms.organisation(register, value)).replace(
            "not-stated", "not stated"
        )
    return value or ""


def plan_data(plan: ImportPlan) -> dict[str, Any]:
    """The plan as the contract has it."""
    new = {one.id for one in needed_organisations(plan)}
    return {
        "meetings": [_meeting_data(meeting) for meeting in plan.meetings],
        "organisations": [
            {
                "id": one.id,
                "name": one.name,
                "action": "new" if one.id in new else "same",
                "aliases": list(one.aliases),
                "nearest": one.nearest,
                "places": list(one.places),
            }
            for one in plan.organisations
        ],
        "not_understood": [{"file": one.file, "place": one.place, "text": one.text, "why": one.why} for one in plan.not_understood],
        "abbreviations": [{"text": letters, "organisation": id_} for letters, id_ in plan.abbreviations.items()],
        "labels": [
            {"label": one.label.text, "key": one.label.key, "read_as": one.label.read_as or None, "file": one.file, "place": one.place}
            for one in plan.labels
        ],
        "remarks": [{"file": file, "remark": remark} for file, remark in plan.remarks],
    }


def _meeting_data(meeting: PlannedMeeting) -> dict[str, Any]:
    return {
        "id": meeting.id,
        "title": meeting.title,
        "action": meeting.action,
        "from": {"file": meeting.file, "place": meeting.place},
        "fields": written_out(meeting.fields),
        "changes": [
            {
                "key": change.key,
                "old": _value_written_out(change.key, change.old),
                "new": _value_written_out(change.key, change.new),
                "decide": change.needs_decision,
                "decided": change.decided,
            }
            for change in meeting.changes
        ],
        "like": meeting.like,
        "twice": meeting.twice or None,
        "read": [{"key": one.key, "label": one.label, "text": one.text, "place": one.place} for one in meeting.readings],
    }


def written_out(fields: Mapping[str, Value]) -> dict[str, Any]:
    """The fields of a meeting's file with the short forms written out, as in every answer for machines."""
    try:
        entry = Meeting.model_validate({"lead": "not-stated", "title": "x", **fields, "id": "x"})
    except ValidationError:
        return dict(fields)
    data = entry.model_dump(by_alias=True, exclude_unset=True, warnings="none", exclude={"id"})
    if len(entry.review) == 1:
        data["review"] = data["review"][0]
    return {key: data[key] for key in data if key in fields}


def _value_written_out(key: str, value: Value) -> Any:  # noqa: ANN401 - whatever the field holds
    return None if value is None else written_out({key: value}).get(key)
