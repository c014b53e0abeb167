"""The minutes in a tree: one file a sitting, in a folder for each meeting; read apart, since few questions need them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from govreg.diagnostics.finding import Finding, Problem
from govreg.model.location import MINUTES
from govreg.model.minutes import Minutes
from govreg.model.names import is_id
from govreg.storage import layout
from govreg.storage.file_loader import FileLoader, FileReading
from govreg.storage.reader import is_file
from govreg.storage.source_map import SourceMap
from govreg.storage.tree import EntryType, Tree, TreeEntry, UnreadableFileError
from govreg.yaml.document import Lookalike


@dataclass(frozen=True)
class MinutesResult:
    """The minutes that were read, by id (`meeting/day`), what is wrong with their files, and where everything is."""

    minutes: Mapping[str, Minutes]
    findings: tuple[Finding, ...]
    sources: SourceMap
    drafts: Mapping[str, Minutes]
    unread: tuple[str, ...]
    """The files with an error in them, relative to the register."""
    readings: Mapping[str, FileReading] = field(default_factory=dict)
    """What was read of each file, for another state of the same register."""
    unshown: Mapping[str, Sequence[Lookalike]] = field(default_factory=dict)
    """By file, the ambiguous texts beyond those among `findings`."""


def read_minutes(tree: Tree, earlier: MinutesResult | None = None) -> MinutesResult:
    """Read the minutes in `tree`; files that say what they said in `earlier` aren't parsed again. Never raises for what they hold."""
    loader = FileLoader(tree, earlier.readings if earlier is not None else {})
    minutes: dict[str, Minutes] = {}
    drafts: dict[str, Minutes] = {}
    for file, id_ in _files(loader):
        entry, draft = loader.once(file, partial(_sitting, loader, file, id_))
        if entry is not None:
            minutes[id_] = entry
        elif draft is not None:
            drafts[id_] = draft
    sources = SourceMap(loader.texts, loader.origins, loader.starts)
    return MinutesResult(minutes, loader.findings(), sources, drafts, loader.unread(), loader.readings, loader.unshown)


def _sitting(loader: FileLoader, file: str, id_: str) -> tuple[Minutes | None, Minutes | None]:
    """The minutes in `file`; where they have errors, what could be made of them instead."""
    opened = loader.mapping(file, "what the minutes say")
    if opened is None:
        return None, None
    checked = loader.entry(file, opened[0], opened[1], Minutes, "the minutes", id=id_)
    if checked.entry is not None and not loader.has_errors(file):
        return checked.entry, None
    return None, checked.entry or checked.draft


def _files(loader: FileLoader) -> Iterator[tuple[str, str]]:
    """The files of minutes and the ids of their sittings; adds a finding for any other file there."""
    for meeting in _entries(loader, MINUTES):
        folder = f"{MINUTES}/{meeting.name}"
        if meeting.type is not EntryType.FOLDER:
            if is_file(loader, folder, meeting):
                loader.add(folder, layout.minutes_outside_folder(meeting.name))
            continue
        if not is_id(meeting.name):
            loader.add(folder, layout.no_meeting(meeting.name))
            continue
        for sitting in _entries(loader, folder):
            file = f"{folder}/{sitting.name}"
            if not is_file(loader, file, sitting):
                continue
            id_ = layout.sitting_id(meeting.name, sitting.name)
            if isinstance(id_, Problem):
                loader.add(file, id_)
            else:
                yield file, id_


def _entries(loader: FileLoader, folder: str) -> Sequence[TreeEntry]:
    try:
        return loader.tree.entries(folder)
    except UnreadableFileError as unreadable:
        loader.add(folder, unreadable.problem)
        return ()
