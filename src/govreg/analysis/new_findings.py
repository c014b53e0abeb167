"""The findings that a change of the register adds, so that an old problem stops no new change."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypeVar

from govreg.diagnostics.finding import Finding

Key = TypeVar("Key")


def new_findings(now: Sequence[Finding], before: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those of `now` that are not among `before`, whatever their lines.

    The findings of a renamed file count as old where the same was found in a file that is gone.
    """
    old = Counter((one.code, one.file, one.message) for one in before)
    left = [one for one in now if not _taken(old, (one.code, one.file, one.message))]
    files = {one.file for one in now}
    gone = Counter((code, message) for (code, file, message), count in old.items() if file not in files for _ in range(count))
    return tuple(one for one in left if not _taken(gone, (one.code, one.message)))


def _taken(counted: Counter[Key], key: Key) -> bool:
    """Whether `key` was counted, in which case it is counted off."""
    if counted[key] <= 0:
        return False
    counted[key] -= 1
    return True
