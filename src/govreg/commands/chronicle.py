"""What became of one meeting over all revisions: each state of its file against the one before."""

from collections.abc import Iterator
from pathlib import Path

from govreg.analysis.change import Change, compare
from govreg.commands import asking
from govreg.files.layout import MEETINGS
from govreg.files.read import read, read_tree
from govreg.files.revision import Commit, commit_of, described, dropping, parent_of, place_of, top_of, touching, tree_at
from govreg.model.register import Register
from govreg.views.history import Chronicle, Step


def chronicle(folder: Path, word: str) -> Chronicle:
    """What became of the meeting that `word` names now, or named last. Raises GovregError if there never was one."""
    top = top_of(folder)
    now = read(folder).register
    id_ = _named(folder, top, now, word)
    return Chronicle(id_, now, tuple(_steps(folder, top, now, id_)))


def _steps(folder: Path, top: Path, now: Register, id_: str) -> Iterator[Step]:
    """Back from the folder as it stands, through the commits that changed the meeting's file, whatever it was called."""
    newer, label = now, None
    if id_ in now.meetings.unread:
        yield Step(None, None, None)
    last: str | None = commit_of(top, "HEAD")
    begun = False
    while last is not None:
        commits = touching(top, last, f"{place_of(folder, top, last)}{MEETINGS}/{id_}.yaml")
        older: list[Commit | None] = list(commits)
        if begun:  # the newest is the one that `newer` was read from
            label, older = (commits[0], older[1:]) if commits else (label, [])
        begun = True
        last = parent_of(top, commits[-1].name) if commits else last if label is None else None
        older.append(described(top, last) if last is not None else None)
        for commit in older:
            was = _at(folder, top, commit)
            if id_ in was.meetings.unread:
                yield Step(commit, None, None)
                continue
            changes = compare(was, newer)
            change = next((one for one in changes.meetings if _is(one, id_)), None)
            if change is not None:
                yield Step(label, changes, change)
            newer, label = was, commit
            if change is not None and change.before is not None and change.before.id != id_:
                id_ = change.before.id
                last = commit.name if commit is not None else None
                break
        else:
            if id_ not in newer.meetings:
                return


def _is(change: Change, id_: str) -> bool:
    """Whether it is about the meeting that is called `id_` after it, or was last."""
    return change.meeting.id == id_


def _at(folder: Path, top: Path, commit: Commit | None) -> Register:
    """The register at `commit`; an empty one before the first."""
    return Register() if commit is None else read_tree(tree_at(top, commit.name, place_of(folder, top, commit.name))).register


def _named(folder: Path, top: Path, now: Register, word: str) -> str:
    """The id of the meeting that `word` names in the folder, else in the newest commit that had one."""
    if now.meetings.find(word) is not None:
        return asking.meeting(now, word)
    if word in now.meetings.unread:
        return word
    head = commit_of(top, "HEAD")
    if (id_ := _at(folder, top, described(top, head)).meetings.find(word)) is not None:
        return id_
    for commit in dropping(top, head, f"{place_of(folder, top, head)}{MEETINGS}/"):
        before, after = (_at(folder, top, described(top, name)) for name in (f"{commit.name}^", commit.name))
        if (id_ := before.meetings.find(word)) is not None:
            called = compare(before, after).ids.meetings.get(id_)
            return _named(folder, top, now, called) if called is not None else id_
    return asking.meeting(now, word)
