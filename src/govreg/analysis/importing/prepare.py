"""Makes the plan of an import from documents and a register."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from pydantic import ValidationError

from govreg.analysis.importing.alike_names import alike
from govreg.analysis.importing.assemble import OUTSIDE
from govreg.analysis.importing.compare import changes_of, decided_side, same
from govreg.analysis.importing.found import Found
from govreg.analysis.importing.labels import Labels
from govreg.analysis.importing.matching import NEW, Described, among_files, id_from, match_titles, questions
from govreg.analysis.importing.mentions import MAY_BE_A_MEETING, may_be_meeting
from govreg.analysis.importing.numbered_ids import NumberedIds
from govreg.analysis.importing.organisations import Organisations, bare, normal
from govreg.analysis.importing.plan import Decisions, FieldChange, ImportPlan, NotUnderstood, PlannedMeeting, ReadLabel
from govreg.analysis.importing.read_meeting import ReadMeeting
from govreg.analysis.importing.search import find_meetings
from govreg.analysis.importing.texts import title_of
from govreg.analysis.importing.values import ValueReader
from govreg.analysis.progress import Tracker, untracked
from govreg.errors import GovregError
from govreg.model.document import Document, DocumentTable
from govreg.model.edits import Value
from govreg.model.meeting import Meeting
from govreg.model.register import Register

_WORDS = re.compile(r"[^\W_]+")
_SEVERAL = re.compile(r"\s*[,;\n]\s*|\s+/\s+|\s+(?:and|&)\s+")
MOST_MEETINGS = 2_000
"""How many meetings one import may describe: as many as a register of many counties has; each is compared with others."""

_NAMES_MEETINGS = frozenset({"links_to", "supersedes", "review.into"})


@dataclass(frozen=True)
class _Described:
    """A meeting as one document describes it."""

    file: str
    read: ReadMeeting


def make_plan(
    register: Register, documents: Sequence[Document], columns: Mapping[str, str], decisions: Decisions, watch: Tracker = untracked
) -> ImportPlan:
    """The plan of importing `documents` into `register`.

    `columns` gives the fields that an office's own labels mean, by label. Raises GovregError for more than `MOST_MEETINGS`.
    """
    labels = Labels(columns)
    found = [(document, find_meetings(document, labels)) for document in documents]
    count = sum(len(one.meetings) for _, one in found)
    if count > MOST_MEETINGS:
        message = f"There are {count:,} meetings in what you import, which are too many at once."
        raise GovregError(message, f"Divide it into parts of at most {MOST_MEETINGS:,} meetings.")
    titles = [title_of(meeting.title.text)[0] for _, one in found for meeting in one.meetings]
    first = Organisations(register, meeting_names=_meeting_names(titles))
    _read(found, ValueReader(first, decisions.people), watch)
    organisations = Organisations(register, first.names(), meeting_names=_meeting_names(titles))
    described = _read(found, ValueReader(organisations, decisions.people), watch)
    planned = _plan_meetings(register, described, organisations, decisions)
    near = alike({one.id: one.name for one in organisations.proposed.values()})
    missed = [text for document, one in found for text in _not_understood(document, one, described)]
    return ImportPlan(
        tuple(planned),
        tuple(one if one.nearest is not None else one._replace(nearest=near.get(one.id)) for one in organisations.proposed.values()),
        tuple(missed),
        tuple(_labels(found)),
        tuple((document.file, remark) for document, _ in found for remark in document.remarks),
        len(documents),
        decisions.people,
        organisations.abbreviations,
    )


def _meeting_names(titles: Iterable[str]) -> dict[str, str]:
    return {normal(title): title for title in titles}


def _read(found: Sequence[tuple[Document, Found]], reader: ValueReader, watch: Tracker) -> list[_Described]:
    meetings = [(document.file, meeting) for document, one in found for meeting in one.meetings]
    return [_Described(file, reader.read(meeting)) for file, meeting in watch(meetings, "Understanding")]


def _plan_meetings(
    register: Register, described: Sequence[_Described], organisations: Organisations, decisions: Decisions
) -> list[PlannedMeeting]:
    decided = {bare(title): id_ for title, id_ in decisions.same_as.items()}
    papers = [_naming(one.read) for one in described]
    matches = match_titles(register, papers, decided)
    ids: list[str] = []
    taken: set[str] = set()
    fresh_ids = NumberedIds(lambda id_: id_ in taken or id_ in register.meetings or id_ in register.meetings.unread)
    by_title: dict[str, str] = {}
    by_place: dict[tuple[str, str], str] = {}
    matches = [None if one is not None and one.id in decided.values() and _is_fresh(register, one.id) else one for one in matches]
    for (title, _, _, place), match in zip(papers, matches, strict=True):
        if bare(title) in decided and _is_fresh(register, decided[bare(title)]):
            ids.append(decided[bare(title)])
            continue
        known = match.id if match is not None else by_place.get((bare(title), place))
        if known is None and bare(title) in by_title and not place:
            known = by_title[bare(title)]
        if known is None:
            known = fresh_ids.free(id_from(f"{title} {place}" if bare(title) in by_title else title))
        ids.append(known)
        taken.add(known)
        by_place[bare(title), place] = known
        by_title.setdefault(bare(title), known)
    for (title, _, _, _), id_ in zip(papers, ids, strict=True):
        by_title.setdefault(bare(title), id_)
    for one in described:
        _resolve(one.read, by_title, organisations)
        _finish(one)
    merged: dict[str, PlannedMeeting] = {}
    own = sorted(range(len(ids)), key=lambda at: _is_fresh(register, decided.get(bare(papers[at].title), NEW)))
    for id_, one, match in ((ids[at], described[at], matches[at]) for at in own):
        if id_ in merged:
            merged[id_] = _again(merged[id_], one, decisions)
        else:
            merged[id_] = PlannedMeeting(
                id_,
                one.read.title.text,
                "new" if match is None else "same",
                one.file,
                one.read.title.place,
                one.read.fields,
                is_new=match is None,
                readings=tuple(one.read.readings),
            )
    fresh = {id_: one.fields for id_, one in merged.items() if one.action == "new" and bare(one.title) not in decided}
    likely = questions(register, fresh, frozenset(id_ for id_, one in merged.items() if one.action != "new"))
    likely = {**among_files(register, fresh, {id_: merged[id_].file for id_ in fresh}), **likely}
    return [_with_action(register, one, likely.get(id_), decisions) for id_, one in merged.items()]


def _is_fresh(register: Register, id_: str) -> bool:
    """Whether a decided id is that of a new meeting of the papers."""
    return id_ != NEW and id_ not in register.meetings and id_ not in register.meetings.unread


def _with_action(register: Register, one: PlannedMeeting, like: str | None, decisions: Decisions) -> PlannedMeeting:
    if one.twice:
        return replace(one, action="conflict")
    if one.action == "new":
        return replace(one, action="conflict", like=like) if like is not None else one
    if one.id not in register.meetings:
        return replace(one, action="conflict", like=one.id)  # its file has errors, so nothing can be compared
    changes = changes_of(register.meetings[one.id], one.fields, decisions)
    if any(change.needs_decision for change in changes):
        return replace(one, action="conflict", changes=changes)
    return replace(one, action="change" if any(change.is_made for change in changes) else "same", changes=changes)


def _naming(read: ReadMeeting) -> Described:
    """What a paper calls a meeting, and for which area it is."""
    aliases, areas = read.fields.get("aliases"), read.fields.get("areas")
    ids = tuple(map(str, areas)) if isinstance(areas, tuple) else ()
    place = " ".join(ids) or next((one.text for one in read.readings if one.field == "areas"), "")
    return Described(read.title.text, tuple(map(str, aliases)) if isinstance(aliases, tuple) else (), ids, place)


def _again(first: PlannedMeeting, one: _Described, decisions: Decisions) -> PlannedMeeting:
    """`first` with what a second description adds to it; where the two differ, the person decides."""
    fields = dict(first.fields)
    changes: list[FieldChange] = []
    for key, value in one.read.fields.items():
        there = fields.get(key)
        if key in ("title", "sources") or same(key, there, value):
            continue
        if there is None or (key == "lead" and there == "not-stated"):
            fields[key] = value
        elif key == "notes":
            fields[key] = f"{there}\n{value}"
        elif key == "lead" and value == "not-stated":
            continue
        elif (side := decided_side(first.id, key, decisions, ("first", "last"))) is not None:
            fields[key] = value if side == "last" else there
        else:
            changes.append(FieldChange(key, there, value, needs_decision=True))
    place = f"{one.file}, {one.read.title.place}"
    readings = (*first.readings, *one.read.readings)
    return replace(first, fields=fields, changes=(*first.changes, *changes), twice=place if changes else first.twice, readings=readings)


def _resolve(read: ReadMeeting, ids: Mapping[str, str], organisations: Organisations) -> None:
    """Put ids where the paper names meetings, also among participants; a name that can't be found becomes a note."""
    participants = read.fields.get("participants")
    if isinstance(participants, tuple):
        known = [_with_id(one, ids, organisations) for one in participants]
        read.fields["participants"] = tuple(one for one in known if one is not None)
    for key, text in read.names.items():
        whole = _entry(text, key, ids, organisations)
        parts = [part.strip(" .-") for part in _SEVERAL.split(text) if part.strip(" .-")]
        found = [whole] if whole is not None else [_entry(part, key, ids, organisations) for part in parts]
        if found and all(found):
            read.put(key, tuple(dict.fromkeys(one for one in found if one is not None)))
        elif key != "review.into":
            label = next((one.label for one in read.readings if one.field == key), key)
            read.readings = [one._replace(key="notes") if one.field == key else one for one in read.readings]
            read.note(label, text)


def _with_id(seat: Value, ids: Mapping[str, str], organisations: Organisations) -> Value:
    """`seat`, with the id of the meeting that it names; None if neither the register nor the papers have that meeting."""
    if not isinstance(seat, Mapping) or not isinstance(name := seat.get("meeting"), str):
        return seat
    id_ = ids.get(bare(name)) or (name if name in organisations.register.meetings else None)
    return {**seat, "meeting": id_} if id_ is not None else None


def _entry(words: str, key: str, ids: Mapping[str, str], organisations: Organisations) -> str | None:
    name = re.sub(r"^(?:the|to the|to)\s+", "", words.strip(" .-"), flags=re.IGNORECASE)
    meeting = ids.get(bare(name)) or organisations.register.meetings.find(name)
    if meeting is not None or key in _NAMES_MEETINGS:
        return meeting
    return organisations.find(name)


def _finish(one: _Described) -> None:
    """Add the notes and the source to the fields; a value that is invalid in its field becomes a note."""
    read = one.read
    for _ in range(len(read.fields)):
        try:
            Meeting.model_validate({**read.fields, "id": "x"})
            break
        except ValidationError as problem:
            for key in {str(error["loc"][0]) for error in problem.errors() if error["loc"]} & set(read.fields):
                invalid = [reading for reading in read.readings if reading.key == key]
                read.fields.pop(key)
                for reading in invalid:
                    read.note(reading.label, reading.text)
    if read.notes:
        read.put("notes", "\n".join(read.notes))
    there = read.fields.get("sources")
    source: Value = {"document": PurePath(one.file).name, "reference": read.title.place}
    read.put("sources", (*(there if isinstance(there, tuple) else ()), source))


def _not_understood(document: Document, found: Found, described: Sequence[_Described]) -> Iterable[NotUnderstood]:
    """The texts of a document that became neither a value nor a note."""
    mine = [one.read for one in described if one.file == document.file]
    for read in mine:
        for one in read.unread:
            yield NotUnderstood(document.file, one.place, one.text, one.why)
    for run, why in found.leftovers:
        if run.text.strip():
            yield NotUnderstood(
                document.file, run.place, run.text, MAY_BE_A_MEETING if why == OUTSIDE and may_be_meeting(run.text) else why
            )
    yield from _forgotten(document, found, mine)


def _forgotten(document: Document, found: Found, mine: Sequence[ReadMeeting]) -> Iterable[NotUnderstood]:
    """Text that is missing from the plan, so that nothing is lost even if this package has a mistake; normally there is none."""
    there: Counter[str] = Counter()
    for read in mine:
        for reading in read.readings:
            there.update(words_of(reading.text))
            there.update(words_of(reading.label))
        for one in read.unread:
            there.update(words_of(one.text))
    for run, _ in found.leftovers:
        there.update(words_of(run.text))
    for label, _ in found.labels:
        there.update(words_of(label.text))
    for text, place in runs_of(document):
        if any(there[word] < count for word, count in Counter(words_of(text)).items()):
            yield NotUnderstood(document.file, place, text, "It was left over.")


def runs_of(document: Document) -> Iterable[tuple[str, str]]:
    """Every run of text in `document`, each with its place."""
    for block in document.blocks:
        if isinstance(block, DocumentTable):
            for row in block.rows:
                for _, cell in row.cells:
                    yield cell.text, cell.place
        else:
            yield block.text, block.place


def words_of(text: str) -> list[str]:
    """The words and numbers in `text`, in lower case."""
    return [word.casefold() for word in _WORDS.findall(text)]


def _labels(found: Sequence[tuple[Document, Found]]) -> Iterable[ReadLabel]:
    seen: set[tuple[str, str]] = set()
    for document, one in found:
        for label, place in one.labels:
            if (document.file, label.text) not in seen:
                seen.add((document.file, label.text))
                yield ReadLabel(label, document.file, place)
