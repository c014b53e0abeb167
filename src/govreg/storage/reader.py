"""Reading a tree of files as a register, with everything that is wrong with them; no invalid file hides another's findings."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import field
from functools import partial
from pathlib import Path as Folder
from typing import Generic, NamedTuple, TypeVar

from govreg.diagnostics import schema, syntax
from govreg.diagnostics.finding import Finding, Problem, Severity
from govreg.model import register as registers
from govreg.model.entries import Area, Organisation, Theme
from govreg.model.fields import Record, keys
from govreg.model.location import GLOSSARY, MEETINGS, MINUTES, ORGANISATIONS, REGISTER, THEMES, VERDICTS, Location
from govreg.model.meeting import Meeting
from govreg.model.register import Register
from govreg.model.settings import RegisterFile
from govreg.model.verdict import Verdict
from govreg.storage import layout
from govreg.storage.file_loader import FileLoader, FileReading
from govreg.storage.source_map import SourceMap
from govreg.storage.tree import EntryType, FolderTree, Tree, TreeEntry, UnreadableFileError
from govreg.values import dataclass
from govreg.yaml.document import Data, Document, Lookalike
from govreg.yaml.validate_entry import type_name

Named = TypeVar("Named", bound=Record)


@dataclass(frozen=True)
class ReadResult:
    """The result of reading a register: the register, the findings in its files, and the positions of everything in them.

    `drafts` are meetings whose files have mistakes in their shape: they are in no answer, but their references are
    checked, so that one run shows everything. `doubtful` are the keys of each draft that it may have otherwise than its
    file was meant.
    """

    register: Register
    findings: tuple[Finding, ...]
    sources: SourceMap
    drafts: Mapping[str, Meeting] = field(default_factory=dict)
    uncertain_keys: Mapping[str, frozenset[str]] = field(default_factory=dict)
    readings: Mapping[str, FileReading] = field(default_factory=dict)
    """What was read of each file, for another state of the same register."""
    unshown: Mapping[str, Sequence[Lookalike]] = field(default_factory=dict)
    """By file, the ambiguous texts beyond those among `findings`."""


def read_register(folder: Folder) -> ReadResult:
    """Read the register in `folder`. Never raises because of its content."""
    return read_tree(FolderTree(folder))


def read_tree(tree: Tree, earlier: ReadResult | None = None) -> ReadResult:
    """Read the register in `tree`; files that say what they said in `earlier` aren't parsed again. Never raises because of its content."""
    loader = FileLoader(tree, earlier.readings if earlier is not None else {})
    top = _top(loader)
    about, areas = _register_file(loader, there=REGISTER in top)
    organisations = _named(loader, ORGANISATIONS, Organisation, "the organisation", there=ORGANISATIONS in top)
    if ORGANISATIONS not in top and not _too_low(loader, ORGANISATIONS):
        loader.add(ORGANISATIONS, syntax.missing_file(ORGANISATIONS, "it lists each organisation's id and name"))
    themes = _named(loader, THEMES, Theme, "the theme", there=THEMES in top)
    meetings = _meetings(loader, top)
    register = Register(
        meetings=registers.meetings(meetings.entries, meetings.unread),
        organisations=registers.organisations(
            organisations.entries, organisations.unread, complete=organisations.complete and ORGANISATIONS in top
        ),
        areas=registers.areas(areas.entries, areas.unread, complete=areas.complete),
        themes=registers.themes(themes.entries, themes.unread, complete=themes.complete),
        glossary=_glossary(loader, there=GLOSSARY in top),
        verdicts=_verdicts(loader, there=VERDICTS in top),
        name=about.name or "",
        as_at=about.as_at,
        settings=about.settings,
        unread=loader.unread(),
    )
    sources = SourceMap(loader.texts, loader.origins, loader.starts)
    return ReadResult(register, loader.findings(), sources, meetings.drafts, meetings.doubtful, loader.readings, loader.unshown)


class _Entries(Generic[Named]):
    """Entries of one sort: those that were read, the ids of those that weren't, and whether there may be more."""

    def __init__(self) -> None:
        self.entries: dict[str, Named] = {}
        self.drafts: dict[str, Named] = {}
        self.doubtful: dict[str, frozenset[str]] = {}
        self.unread: set[str] = set()
        self.complete = True


def _top(loader: FileLoader) -> Mapping[str, TreeEntry]:
    """What is in the register's folder; adds a finding for each name that doesn't belong there."""
    try:
        top = {entry.name: entry for entry in loader.tree.entries("")}
    except UnreadableFileError as unreadable:
        loader.add(".", unreadable.problem)
        return {}
    meetings = top.get(MEETINGS)
    if meetings is None:
        loader.add(MEETINGS, syntax.missing_file(f"folder “{MEETINGS}”", "it has a file for each meeting, named after its id"))
    for name in (MEETINGS, MINUTES):
        if name in top and top[name].type is not EntryType.FOLDER:
            loader.add(name, syntax.not_a_file(f"this should be a folder, but it is a {top[name].type}"))
    for name, entry in top.items():
        hidden = name.startswith(".") and meetings is not None  # the settings of another tool, not a lost meeting
        if name not in layout.FILES and layout.looks_like_yaml(name) and not hidden:
            loader.add(name, layout.unexpected_file(name))
        elif name == layout.JOURNAL:
            loader.add(name, syntax.unfinished())
        elif layout.left_by_writing(name) and entry.type is EntryType.FILE:
            loader.add(name, syntax.ignored_file(left=True))
        elif (meant := layout.near_miss(name, folder=entry.type is EntryType.FOLDER)) is not None:
            loader.add(name, meant)
        elif name not in (MEETINGS, MINUTES) and _has_register(loader, name):
            loader.add(name, layout.register_within(name))
    return top


def _has_register(loader: FileLoader, folder: str) -> bool:
    """Whether `folder`, beside the meetings, has meetings of its own."""
    try:
        return any(entry.name == MEETINGS and entry.type is EntryType.FOLDER for entry in loader.tree.entries(folder))
    except UnreadableFileError:
        return False


def _register_file(loader: FileLoader, *, there: bool) -> tuple[RegisterFile, _Entries[Area]]:
    nothing = RegisterFile.model_validate({})
    areas: _Entries[Area] = _Entries()
    if not there:
        return nothing, areas
    opened = loader.mapping(REGISTER, "the register's name")
    if opened is None:
        areas.complete = False
        return nothing, areas
    document, data = opened
    about = {key: item for key, item in data.items() if key != "areas"}
    checked = loader.entry(REGISTER, document, about, RegisterFile, "the register")
    of_areas = data.get("areas")
    if isinstance(of_areas, dict):
        for id_ in of_areas:
            if not loader.id(REGISTER, document, ("areas", id_)):
                continue
            area = loader.entry(REGISTER, document, of_areas[id_], Area, "the area", ("areas", id_), id=id_)
            _take(areas, id_, area.entry or area.draft)
    elif of_areas not in (None, ()):
        areas.complete = False
        hint = "Write one area per line: `bristol: {name: Bristol}`."
        problem = schema.wrong_type("a mapping of names to values", type_name(of_areas), hint)
        loader.add(REGISTER, problem.at(Location(REGISTER, ("areas",))), document)
    return checked.entry or checked.draft or nothing, areas


def _named(loader: FileLoader, file: str, part: type[Named], where: str, *, there: bool) -> _Entries[Named]:
    """The entries of a file that maps ids to them."""
    return loader.once(file, lambda: _read_named(loader, file, part, where)) if there else _Entries()


def _read_named(loader: FileLoader, file: str, part: type[Named], where: str) -> _Entries[Named]:
    found: _Entries[Named] = _Entries()
    opened = loader.mapping(file, "an id and a name for each")
    if opened is None:
        found.complete = False
        return found
    document, data = opened
    for id_ in data:
        if loader.id(file, document, (id_,)):
            checked = loader.entry(file, document, data[id_], part, where, (id_,), id=id_)
            _take(found, id_, checked.entry or checked.draft)
    return found


def _take(found: _Entries[Named], id_: str, entry: Named | None) -> None:
    if entry is None:
        found.unread.add(id_)
    else:
        found.entries[id_] = entry


def _meetings(loader: FileLoader, top: Mapping[str, TreeEntry]) -> _Entries[Meeting]:
    found: _Entries[Meeting] = _Entries()
    try:
        folder = loader.tree.entries(MEETINGS) if MEETINGS in top else ()
    except UnreadableFileError as unreadable:
        loader.add(MEETINGS, unreadable.problem)
        return found
    for entry in folder:
        file = f"{MEETINGS}/{entry.name}"
        if not is_file(loader, file, entry):
            continue
        if _too_low(loader, entry.name):
            loader.add(file, layout.one_folder_too_low(entry.name))
            continue
        id_ = layout.meeting_id(entry.name)
        if isinstance(id_, Problem):
            loader.add(file, id_)
            continue
        read = loader.once(file, partial(_meeting, loader, file, id_))
        if read.entry is not None:
            found.entries[id_] = read.entry
            continue
        found.unread.add(id_)
        if read.draft is not None:
            found.drafts[id_] = read.draft
            found.doubtful[id_] = read.doubtful
    return found


class _ReadMeeting(NamedTuple):
    """A meeting that was read, or what could be made of a file with errors."""

    entry: Meeting | None = None
    draft: Meeting | None = None
    doubtful: frozenset[str] = frozenset()


def _meeting(loader: FileLoader, file: str, id_: str) -> _ReadMeeting:
    opened = loader.mapping(file, "the meeting's title and lead")
    if opened is None:
        return _ReadMeeting()
    checked = loader.entry(file, opened[0], opened[1], Meeting, "the meeting", id=id_)
    if not loader.has_errors(file):
        return _ReadMeeting(checked.entry)
    return _ReadMeeting(None, checked.entry or checked.draft, _uncertain_keys(loader, file, *opened, checked.problems))


def _too_low(loader: FileLoader, name: str) -> bool:
    """Whether the file `name` of the register's folder is among the meetings: one that has no title, which a meeting has."""
    if name not in layout.FILES:
        return False
    try:
        content = loader.tree.read(f"{MEETINGS}/{name}")
    except UnreadableFileError:
        return False
    return re.search(rb"^title\s*:", content, re.MULTILINE) is None


def _uncertain_keys(
    loader: FileLoader, file: str, document: Document, there: Mapping[str, Data], problems: Sequence[Problem]
) -> frozenset[str]:
    """The keys at the top of a meeting's file, `there`, in which something is wrong: a mistake in their shape, or an error in their lines.

    Any key that isn't there may be meant by one that is unknown.
    """
    wrong = {str(one.place.path[0]) for one in problems if isinstance(one.place, Location) and one.place.path}
    of_shape = {one.code for one in problems}
    of_lines = [one for one in loader.by_file.get(file, ()) if one.severity is Severity.ERROR and one.code not in of_shape]
    others = [line for one in of_lines for line in (one.line, *(other.line for other in one.related))]
    lines = {key: document.position((key,), at_key=True).line for key in there} if others else {}
    for other in others:
        begin = max((line for line in lines.values() if other is not None and line <= other), default=None)
        wrong |= {key for key, line in lines.items() if begin in (None, line)}
    known = set(keys(Meeting))
    return frozenset(wrong & known | (known - there.keys() if there.keys() - known else set()))


def is_file(loader: FileLoader, file: str, entry: TreeEntry) -> bool:
    """Whether `entry` is a plain file meant for YAML; other names in a folder of entries get a finding or are ignored."""
    if entry.type in (EntryType.LINK, EntryType.OTHER):
        loader.add(file, syntax.not_a_file(f"it is a {entry.type}"))
    elif entry.type is EntryType.FOLDER:
        if layout.looks_like_yaml(entry.name):
            loader.add(file, syntax.not_a_file(f"it is a {entry.type}"))
        elif not entry.name.startswith("."):
            loader.add(file, layout.folder_among_files(entry.name))
    elif layout.looks_like_yaml(entry.name):
        return True
    elif layout.left_by_writing(entry.name) or not layout.kept_beside_entries(entry.name):
        loader.add(file, syntax.ignored_file(left=layout.left_by_writing(entry.name)))
    return False


def _glossary(loader: FileLoader, *, there: bool) -> Mapping[str, tuple[str, ...]]:
    """Abbreviations and their meanings: one, or several."""
    found: dict[str, tuple[str, ...]] = {}
    opened = loader.mapping(GLOSSARY, "abbreviations and their meanings") if there else None
    if opened is None:
        return found
    document, data = opened
    for abbreviation, item in data.items():
        if not abbreviation.strip():
            loader.add(GLOSSARY, schema.blank().at(Location(GLOSSARY, (abbreviation,), at_key=True)), document)
            continue
        meanings = (item,) if isinstance(item, str) else item
        if isinstance(meanings, tuple) and meanings and all(isinstance(meaning, str) and meaning.strip() for meaning in meanings):
            found[abbreviation] = tuple(str(meaning) for meaning in meanings)
        else:
            hint = f"Write `{abbreviation}: its meaning`, or a list if it has several meanings."
            problem = schema.wrong_type("a meaning", type_name(item), hint)
            loader.add(GLOSSARY, problem.at(Location(GLOSSARY, (abbreviation,))), document)
    for lookalike in document.lookalikes:
        loader.ambiguous_text(GLOSSARY, document, lookalike)
    return found


def _verdicts(loader: FileLoader, *, there: bool) -> tuple[Verdict, ...]:
    """Reviewers' verdicts, in the order of the file: the last one of a pair counts."""
    document = loader.document(VERDICTS, "a list of verdicts") if there else None
    if document is None:
        return ()
    if not isinstance(document.data, tuple):
        loader.wrong_top_level(VERDICTS, document, "a list")
        return ()
    checked = [loader.entry(VERDICTS, document, item, Verdict, "the verdict", (index,)) for index, item in enumerate(document.data)]
    return tuple(one.entry for one in checked if one.entry is not None)
