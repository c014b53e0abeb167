"""What is wrong or doubtful: a problem as a rule finds it, and a finding, which is a problem placed in a file."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from govreg.model.location import Location, Locator, Position


class Severity(StrEnum):
    """How bad a finding is: an error is wrong and refused, a warning is doubtful and reported."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """What a rule finds: what is wrong, and what to write instead.

    A rule on a register names the value, since it never sees a file's text. The reader's rules leave the place to the
    reader, which knows the line, or the value.
    """

    place: Location | Position | None
    message: str
    hint: str
    related: tuple[tuple[Location | Position, str], ...] = ()
    replacement: str | None = None
    """YAML to write in place of the value, or of the key, where there is one right answer and it changes no meaning."""
    code: str = ""
    severity: Severity = Severity.ERROR
    """The rule's, which fills them in when it is called."""

    def at(self, place: Location | Position, *related: tuple[Location | Position, str]) -> "Problem":
        """The same problem at `place`, with other places that it concerns and what is there."""
        return replace(self, place=place, related=related or self.related)


class Related(NamedTuple):
    """Another place that a finding mentions, and what is there."""

    file: str
    line: int | None
    column: int | None
    says: str


class Fix(NamedTuple):
    """A correction that can be made without asking: the value (or key) to replace, and the YAML to write there."""

    place: Location
    text: str


class Finding(NamedTuple):
    """Something wrong or doubtful: what, where, and what to write instead.

    `file` is relative to the register, with `/`; line and column count from 1 and are None where there is no one place.
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

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """What findings are sorted by: file, line, column, code."""
        return (self.file, self.line or 0, self.column or 0, self.code, self.message)


def place_problem(problem: Problem, file: str, locate: Locator) -> Finding:
    """`problem` as a finding on `file`, unless its place names another; `locate` gives the lines of values."""
    place = problem.place
    name, position = _position(place, file, locate)
    related = tuple(Related(*_flat(*_position(other, file, locate)), says) for other, says in problem.related)
    fix = Fix(place, problem.replacement) if problem.replacement is not None and isinstance(place, Location) else None
    return Finding(problem.code, problem.severity, *_flat(name, position), problem.message, problem.hint, related, fix)


def _position(place: Location | Position | None, file: str, locate: Locator) -> tuple[str, Position | None]:
    return (place.file, locate(place)) if isinstance(place, Location) else (file, place)


def _flat(file: str, position: Position | None) -> tuple[str, int | None, int | None]:
    return (file, *(position or (None, None)))
