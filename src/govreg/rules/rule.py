"""A rule that checks a register: a function that takes the register's context and yields problems."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from govreg.diagnostics.finding import Fix, Problem, Severity
from govreg.diagnostics.rule import Rule
from govreg.model.location import Location, Position
from govreg.rules.context import RuleContext
from govreg.values import dataclass

Item = TypeVar("Item")


class UnwordedProblems(NamedTuple, Generic[Item]):
    """Problems of one kind in `file`, each of which is put into words only if it is shown: a file may have a thousand."""

    file: str
    items: Sequence[Item]
    """What makes each of them a problem."""
    place: Callable[[Item], Location]
    word: Callable[[Item], Problem]
    about: Callable[[Item], Hashable]
    """What an item is about, such as the id that isn't known: by this and the code, a problem is the same in another register."""
    code: str = ""
    severity: Severity = Severity.ERROR
    corrected: Callable[[Item], Problem | None] = lambda _: None
    """The problem of an item that has one right answer, in words; None of any other item."""

    def worded(self, items: Iterable[Item]) -> Iterator[Problem]:
        """The problems of `items` in words."""
        return (self.word(item)._replace(code=self.code, severity=self.severity) for item in items)


Found = Problem | UnwordedProblems[Any]
"""What a rule finds."""


@dataclass(frozen=True)
class RegisterRule(Rule):
    """A rule that checks a register and its minutes."""

    function: Callable[[RuleContext], Iterator[Found]]

    def __call__(self, context: RuleContext) -> Iterator[Found]:
        """The problems in `context`, each with the location of a value."""
        return (
            self.sign(found) if isinstance(found, Problem) else found._replace(code=self.code, severity=self.severity)
            for found in self.function(context)
        )


def worded(found: Iterable[Found]) -> Iterator[Problem]:
    """All that was `found` in words."""
    return (problem for one in found for problem in ((one,) if isinstance(one, Problem) else one.worded(one.items)))


def fixes(found: Iterable[Found]) -> Iterator[Fix]:
    """The corrections of all that was `found` and has one right answer."""
    for one in found:
        problems = (one,) if isinstance(one, Problem) else map(one.corrected, one.items)
        yield from (fix for problem in problems if problem is not None and (fix := problem.fix) is not None)


def worded_at(found: Iterable[Found], is_there: Callable[[str, Location | Position | None], bool]) -> Iterator[Problem]:
    """What was `found` at some places in words; `is_there` says of a rule's code and a place whether it is one of them."""
    for one in found:
        if isinstance(one, UnwordedProblems):
            yield from one.worded(item for item in one.items if is_there(one.code, one.place(item)))
        elif is_there(one.code, one.place):
            yield one


def rule(code: str, severity: Severity) -> Callable[[Callable[[RuleContext], Iterator[Found]]], RegisterRule]:
    """Decorate a function as a rule with this code and severity. List it in its module and in `rules.catalogue`."""
    return lambda function: RegisterRule(code, severity, function)
