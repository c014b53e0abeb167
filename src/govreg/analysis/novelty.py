"""What a change of the register adds: findings and duplicates that were not there before it.

Whoever proposes a board is asked “do we have this already?”, and nobody is stopped by another's old problem.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from govreg.model.finding import Finding
from govreg.model.register import Register

Key = TypeVar("Key")


def new_findings(now: Sequence[Finding], before: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those of `now` that say something else than `before`, wherever in its file it stood.

    A file that was renamed brings its findings along: they count as old where the same was said of a file that is gone.
    """
    old = Counter((one.code, one.file, one.message) for one in before)
    left = [one for one in now if not _taken(old, (one.code, one.file, one.message))]
    files = {one.file for one in now}
    gone = Counter((code, message) for (code, file, message), count in old.items() if file not in files for _ in range(count))
    return tuple(one for one in left if not _taken(gone, (one.code, one.message)))


def touched(now: Register, before: Register) -> frozenset[str]:
    """The meetings of `now` that are new or say something else than `before`; one that only got another id is neither."""
    gone = {_said(before, id_) for id_ in before.meetings if id_ not in now.meetings}
    return frozenset(_touched(now, before, gone))


def _touched(now: Register, before: Register, gone: set[str]) -> Iterator[str]:
    for id_, meeting in now.meetings.items():
        if id_ in before.meetings:
            if meeting != before.meetings[id_]:
                yield id_
        elif _said(now, id_) not in gone:
            yield id_


def _said(register: Register, id_: str) -> str:
    return register.meetings[id_].model_dump_json(exclude={"id"})


def _taken(counted: Counter[Key], key: Key) -> bool:
    """Whether `key` was counted, in which case it is counted off."""
    if counted[key] <= 0:
        return False
    counted[key] -= 1
    return True
