"""The history of one meeting over all revisions: how each state of its file differs from the one before."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from govreg.analysis.diff.compare import MeetingChange, RegisterDiff, compare
from govreg.analysis.diff.partial import PartialRegister, fill_gaps
from govreg.model.audience import Audience
from govreg.model.cross_references import naming
from govreg.model.dates import last_day
from govreg.model.location import MEETINGS, meeting_file
from govreg.model.meeting import Meeting
from govreg.model.register import Register, meetings
from govreg.session import resolve
from govreg.session.compare import for_both, partial_register
from govreg.session.load import redact, today_of
from govreg.storage import layout
from govreg.storage.reader import read_register, read_tree
from govreg.storage.revision import (
    Commit,
    Repository,
    commit_info,
    commit_of,
    commits_changing,
    commits_deleting,
    is_shallow,
    open_repository,
    parent_of,
    register_prefix,
    tree_at,
)
from govreg.views.history import History, HistoryEntry, Revision


@dataclass(frozen=True)
class _State:
    """The register at a commit, read when it is needed; without a commit, the empty register before the first."""

    repository: Repository
    commit: Commit | None

    @cached_property
    def full(self) -> PartialRegister:
        """All of it."""
        return self._read()

    def only(self, id_: str) -> PartialRegister:
        """The register with one meeting, which is enough to see how that meeting changed."""
        return self._read(*layout.FILES, meeting_file(id_))

    def _read(self, *files: str) -> PartialRegister:
        if self.commit is None:
            return PartialRegister(Register())
        commit = self.commit.name
        return partial_register(read_tree(tree_at(self.repository, commit, register_prefix(self.repository, commit), *files)))


@dataclass(frozen=True)
class _Now:
    """The register in the folder as it is now."""

    full: PartialRegister
    commit: None = None

    def only(self, id_: str) -> PartialRegister:
        """The register with one meeting."""
        known = self.full.register
        there = {id_: known.meetings[id_]} if id_ in known.meetings else {}
        return replace(self.full, register=replace(known, meetings=meetings(there, {id_} & known.meetings.unread)))


def meeting_history(folder: Path, word: str, audience: Audience) -> History:
    """The history, as far as `audience` may see it, of the meeting that `word` names now, or named last.

    Outsiders get only meetings that they may see now, and no commit messages, which weren't written for them. Raises GovregError
    if there never was such a meeting.
    """
    repository = open_repository(folder)
    now = partial_register(read_register(folder))
    seen = redact(now.register, audience).register
    id_ = _named(repository, seen, word) if audience.is_internal else resolve.meeting_id(seen, word)
    entries = _entries(repository, _Now(now), id_, audience)
    if not audience.is_internal:
        entries = (replace(step, commit=_without_subject(step.commit)) for step in entries)
    return History(id_, seen, tuple(entries), last_day(today_of(seen)), is_shallow(repository))


def _without_subject(commit: Revision | None) -> Commit | None:
    return Commit(commit.name, commit.day, "") if commit is not None else None


def _entries(repository: Repository, now: _Now, id_: str, audience: Audience) -> Iterator[HistoryEntry]:
    """Back from the folder as it is now, through the commits that changed the meeting's file, whatever it was called."""
    newer: _State | _Now = now
    head = commit_of(repository, "HEAD")
    last: str | None = head
    if _is_unreadable(now, id_) and not _is_unreadable(_State(repository, commit_info(repository, head)), id_):
        yield HistoryEntry(None, None)
    begun = False
    while last is not None:
        commits = commits_changing(repository, last, f"{register_prefix(repository, last)}{meeting_file(id_)}")
        older: list[Commit | None] = list(commits)
        if begun and commits:  # the newest is what `newer` was read from, or comes to the same
            there = _State(repository, commits[0])
            newer, older = newer if _is_unreadable(there, id_) else there, older[1:]
        last = parent_of(repository, commits[-1].name) if commits else None if begun else last
        begun = True
        older.append(commit_info(repository, last) if last is not None else None)
        for commit in older:
            state = _State(repository, commit)
            if _is_unreadable(state, id_):
                yield HistoryEntry(commit, None)
                continue
            changes, change = _between(state, newer, id_, audience)
            if change is not None:
                yield HistoryEntry(newer.commit, (changes, change))
            elif state.only(id_).entry(id_) is None and id_ in newer.only(id_).drafts:
                yield HistoryEntry(newer.commit, None)
            newer = state
            if change is not None and change.before is not None and change.before.id != id_:
                id_ = change.before.id
                last = commit.name if commit is not None else None
                break
        else:
            if newer.only(id_).entry(id_) is None:
                return


def _is_unreadable(state: _State | _Now, id_: str) -> bool:
    """Whether the meeting's file exists, but can't be read."""
    there = state.only(id_)
    return id_ in there.register.meetings.unread and id_ not in there.drafts


_NAMING = naming(Meeting, "meeting")
"""The fields that name other meetings, whose titles are shown."""


def _between(older: _State, newer: _State | _Now, id_: str, audience: Audience) -> tuple[RegisterDiff, MeetingChange | None]:
    """The change of the meeting whose newer id is `id_`; whole registers are read only if other meetings matter for it."""
    was, now = older.only(id_), newer.only(id_)
    if audience.is_internal and was.entry(id_) is not None and now.entry(id_) is not None:
        changes = compare(*fill_gaps(*for_both(was, now, audience)))
        change = next(iter(changes.meetings), None)
        if change is None or _NAMING.isdisjoint(change.keys):
            return changes, change
    changes = compare(*fill_gaps(*for_both(older.full, newer.full, audience)))
    return changes, next((change for change in changes.meetings if change.meeting.id == id_), None)


def _named(repository: Repository, now: Register, word: str) -> str:
    """The id of the meeting that `word` names in the folder, else in the newest commit that had one."""
    if now.meetings.find(word) is not None:
        return resolve.meeting_id(now, word)
    if word in now.meetings.unread:
        return word
    head = commit_of(repository, "HEAD")
    if (id_ := _State(repository, commit_info(repository, head)).full.register.meetings.find(word)) is not None:
        return id_
    for names in commits_deleting(repository, head, f"{register_prefix(repository, head)}{MEETINGS}/"):
        after, before = (_State(repository, commit_info(repository, name)).full.register for name in names)
        if (id_ := before.meetings.find(word)) is not None:
            called = compare(before, after).ids.meetings.get(id_)
            return _named(repository, now, called) if called is not None else id_
    return resolve.meeting_id(now, word)
