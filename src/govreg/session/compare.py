"""Reads the two sides of a comparison: a git revision, a folder, or the register's folder as it is."""

import os
from dataclasses import replace
from pathlib import Path

from govreg.analysis.diff.compare import compare
from govreg.analysis.diff.partial import PartialRegister, fill_gaps
from govreg.errors import GovregError
from govreg.model.audience import Audience, closed_like
from govreg.model.dates import in_words
from govreg.model.names import shown
from govreg.model.register import Register, meetings
from govreg.session.load import find_register, redact
from govreg.storage import paths
from govreg.storage.folder import checked
from govreg.storage.reader import ReadResult, read_tree
from govreg.storage.revision import Repository, commit_info, commit_of, merge_base, open_repository, register_prefix, tree_at
from govreg.storage.tree import FolderTree
from govreg.values import dataclass

AS_IT_IS = "the files as they are now"


@dataclass(frozen=True)
class ComparisonSide:
    """One side of a comparison: a register, and what it is called."""

    label: str
    """Its name for people: `HEAD~1 (1384bd57, 10 November 2016)`."""
    partial: PartialRegister
    """The part of it that could be read and that its audience may see, and drafts of the entries with errors."""
    reading: ReadResult
    """Everything that was read, so that files of another side that say the same aren't parsed again."""
    commit: str | None = None
    day: str | None = None

    @property
    def register(self) -> Register:
        """The same without the drafts."""
        return self.partial.register


def partial_register(reading: ReadResult) -> PartialRegister:
    """The register that was read, and drafts of the entries with errors."""
    return PartialRegister(reading.register, reading.drafts, reading.uncertain_keys)


def for_both(before: PartialRegister, after: PartialRegister, audience: Audience) -> tuple[PartialRegister, PartialRegister]:
    """The parts of two sides that `audience` may see.

    A meeting, or a part of one, that it may not see on one side, or that can't be read there, is left out of both, also under
    another id: otherwise it would seem to start or end when only its visibility changed.
    """
    if audience.is_internal:
        return _seen(before, audience), _seen(after, audience)
    renamed = compare(*fill_gaps(before, after)).ids.meetings
    old, new = _hidden(before.register, audience), _hidden(after.register, audience)
    hidden = new | {renamed.get(id_, id_) for id_ in old}
    old |= {id_ for id_ in before.register.meetings if renamed.get(id_, id_) in hidden}
    twins = {id_: renamed.get(id_, id_) for id_ in before.register.meetings if renamed.get(id_, id_) in after.register.meetings}
    was, now = before.register.meetings, after.register.meetings
    then = before.register.with_meetings({id_: closed_like(was[id_], now[twin], audience) for id_, twin in twins.items()})
    since = after.register.with_meetings({twin: closed_like(now[twin], was[id_], audience) for id_, twin in twins.items()})
    return _seen(replace(before, register=then), audience, old), _seen(replace(after, register=since), audience, hidden)


def _hidden(register: Register, audience: Audience) -> frozenset[str]:
    """The meetings that `audience` may not see, and those that can't be read."""
    return register.meetings.unread | {id_ for id_, entry in register.meetings.items() if not audience.may_see(entry.visibility)}


def _seen(side: PartialRegister, audience: Audience, hidden: frozenset[str] = frozenset()) -> PartialRegister:
    seen = redact(side.register, audience, hidden).register
    if not audience.is_internal:
        return PartialRegister(seen)
    drafts = {
        id_: redact(replace(side.register, meetings=meetings({id_: draft})), audience).register.meetings[id_]
        for id_, draft in side.drafts.items()
    }
    return PartialRegister(seen, drafts, side.uncertain_keys)


def read_sides(
    words: list[str], register: Path | None, audience: Audience, earlier: ReadResult | None = None
) -> tuple[ComparisonSide, ComparisonSide]:
    """The two sides that `words` ask for, as `audience` may see them; files that say what they said in `earlier` aren't parsed again.

    Raises GovregError if there is no such side.
    """
    one, other = _read_sides(words, register, earlier)
    before, after = for_both(one.partial, other.partial, audience)
    return replace(one, partial=before), replace(other, partial=after)


def _read_sides(words: list[str], register: Path | None, earlier: ReadResult | None) -> tuple[ComparisonSide, ComparisonSide]:
    """The two sides that `words` name. One word is compared with the folder as it is now; no words compare HEAD with that folder.

    `A..B` means A and B; `A...B` means the commit where B forked from A, and B. Raises GovregError if there is no such side.
    """
    if len(words) == 1 and ".." in words[0] and not is_folder(words[0]):
        return _range(words[0], register, earlier)
    if len(words) > 2:  # noqa: PLR2004 - two sides
        raise GovregError("Name two sides at most.", "govreg diff A B")
    before = read_side(words[0] if words else "HEAD", register, earlier)
    if len(words) > 1:
        return before, read_side(words[1], register, before.reading)
    return before, _folder(find_register(register), AS_IT_IS, earlier or before.reading)


def read_side(word: str, register: Path | None, earlier: ReadResult | None = None) -> ComparisonSide:
    """The register that `word` names, read with what was read `earlier`. Raises GovregError if it names none."""
    if is_folder(word):
        folder = Path(word).expanduser()
        name = word if folder.name else folder.resolve().name
        return _folder(checked(folder, "govreg diff"), f"the folder “{shown(name, longest=200)}”", earlier)
    repository = open_repository(find_register(register))
    return revision(repository, _commit(repository, word), word, earlier)


def revision(repository: Repository, commit: str, word: str, earlier: ReadResult | None = None) -> ComparisonSide:
    """The register as it was at `commit`, which the person calls `word`, read with what was read `earlier`."""
    about = commit_info(repository, commit)
    tree = tree_at(repository, commit, register_prefix(repository, commit))
    reading = read_tree(tree, earlier)
    return ComparisonSide(f"{shown(word)} ({about.short}, {in_words(about.day)})", partial_register(reading), reading, commit, about.day)


def is_folder(word: str) -> bool:
    """Whether `word` names a folder rather than a revision: it has a slash, and is written as a path or leads to one."""
    slashes = {os.sep, "/"}
    if word in (".", "..") or word.startswith(("/", "./", "../", "~")) or word[-1:] in slashes:
        return True
    return any(slash in word for slash in slashes) and paths.is_folder(Path(word))


def _range(word: str, register: Path | None, earlier: ReadResult | None) -> tuple[ComparisonSide, ComparisonSide]:
    dots = "..." if "..." in word else ".."
    one, _, other = word.partition(dots)
    repository = open_repository(find_register(register))
    one, other = one or "HEAD", other or "HEAD"
    first, last = _commit(repository, one), _commit(repository, other)
    if dots == "...":
        first, one = merge_base(repository, first, last), f"where {shown(other)} left {shown(one)}"
    before = revision(repository, first, one, earlier)
    return before, revision(repository, last, other, before.reading)


def _commit(repository: Repository, word: str) -> str:
    try:
        return commit_of(repository, word)
    except GovregError as problem:
        if word and paths.is_folder(Path(word)):
            raise GovregError(problem.message, f"For the folder write it with a slash: ./{shown(word)}") from None
        raise


def _folder(folder: Path, label: str, earlier: ReadResult | None) -> ComparisonSide:
    reading = read_tree(FolderTree(folder), earlier)
    return ComparisonSide(label, partial_register(reading), reading)
