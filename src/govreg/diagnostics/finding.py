"""Problems, as rules find them, and findings, which are problems with their position in a file."""

from collections import Counter
from collections.abc import Container, Iterable
from enum import StrEnum
from typing import NamedTuple, TypeVar

from govreg.model.location import Location, Locator, Position

Key = TypeVar("Key")


class Severity(StrEnum):
    """How serious a finding is: an error is wrong and must be corrected; a warning may be right, and is reported."""

    ERROR = "error"
    WARNING = "warning"


MOST_SHOWN = 100
"""The most errors of one file that are shown, and the most warnings; the others are counted."""


class Problem(NamedTuple):
    """What a rule finds: what is wrong, and what to write instead.

    `place` is the location of a value for rules that check a register, since they never see a file's text. The reader's
    rules leave it None, and the reader fills in the location or the position. `related` are other places, each with what
    is there.
    """

    place: Location | Position | None
    message: str
    hint: str
    related: tuple[tuple[Location | Position, str], ...] = ()
    replacement: str | None = None
    """YAML to write instead of the value or key, if there is only one right answer and it doesn't change the meaning."""
    code: str = ""
    severity: Severity = Severity.ERROR
    """The rule's code and severity, which it fills in when it is called."""

    def at(self, place: Location | Position, *related: tuple[Location | Position, str]) -> "Problem":
        """The same problem at `place`; the `related` places, each with what is there, replace its own if there are any."""
        return Problem(place, self.message, self.hint, related or self.related, self.replacement, self.code, self.severity)

    @property
    def fix(self) -> "Fix | None":
        """The correction, if there is one."""
        return Fix(self.place, self.replacement) if self.replacement is not None and isinstance(self.place, Location) else None


class Related(NamedTuple):
    """Another place that a finding mentions, and what is there. Line and column count from 1."""

    file: str
    line: int | None
    column: int | None
    says: str


class Fix(NamedTuple):
    """A correction that can be made automatically: the value (or key) to replace, and the YAML to write there."""

    place: Location
    text: str


class Finding(NamedTuple):
    """An error or a warning: what it is, where, and what to write instead.

    `file` is relative to the register, with `/`. Line and column count from 1, and are None if there is no single position.
    """

    code: str
    severity: Severity
    file: str
    line: int | None
    column: int | None
    message: str
    hint: str
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    mistakes: int = 1
    """How many mistakes it is about: of a file with a great many, one finding counts those that are not shown."""

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """The key to sort findings by: file, line, column, code, message."""
        return (self.file, self.line or 0, self.column or 0, self.code, self.message)


def place_problem(problem: Problem, file: str, locate: Locator) -> Finding:
    """`problem` as a finding in `file`, or in the file that its location names; `locate` gives the position of a location."""
    place = problem.place
    name, position = _position(place, file, locate)
    related = tuple(Related(*_flat(*_position(other, file, locate)), says) for other, says in problem.related) if problem.related else ()
    return Finding(problem.code, problem.severity, *_flat(name, position), problem.message, problem.hint, related, problem.fix)


def _position(place: Location | Position | None, file: str, locate: Locator) -> tuple[str, Position | None]:
    return (place.file, locate(place)) if isinstance(place, Location) else (file, place)


def _flat(file: str, position: Position | None) -> tuple[str, int | None, int | None]:
    return (file, *(position or (None, None)))


def new_findings(now: Iterable[Finding], before: Iterable[Finding], files: Container[str]) -> tuple[Finding, ...]:
    """Those of `now` that are not among `before`, whatever their lines, so that an old problem stops no new change.

    The findings of a renamed file count as old where the same was found in a file that is gone; `files` are those that there are now.
    """
    old = Counter((one.code, one.file, one.message) for one in before)
    left = [one for one in now if not is_counted_off(old, (one.code, one.file, one.message))]
    gone = Counter((code, message) for (code, file, message), count in old.items() if file not in files for _ in range(count))
    return tuple(one for one in left if not is_counted_off(gone, (one.code, one.message)))


def is_counted_off(counted: Counter[Key], key: Key) -> bool:
    """Whether `counted` has `key`; if so, one less of it from now on."""
    if counted[key] <= 0:
        return False
    counted[key] -= 1
    return True
