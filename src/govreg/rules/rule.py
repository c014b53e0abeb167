"""A rule that checks a register: a function that takes the register's context and yields problems."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from govreg.diagnostics.finding import Problem, Severity
from govreg.diagnostics.rule import Rule
from govreg.model.location import Location
from govreg.rules.context import RuleContext
from govreg.values import dataclass


class UnwordedProblem(NamedTuple):
    """A problem at `place` whose words are made only if it is shown: a file may have a thousand of one kind."""

    place: Location
    word: Callable[[], Problem]
    code: str = ""
    severity: Severity = Severity.ERROR

    @property
    def worded(self) -> Problem:
        """The problem in words."""
        return self.word()._replace(code=self.code, severity=self.severity)


Found = Problem | UnwordedProblem
"""What a rule finds."""


@dataclass(frozen=True)
class RegisterRule(Rule):
    """A rule that checks a register and its minutes."""

    function: Callable[[RuleContext], Iterator[Found]]

    def __call__(self, context: RuleContext) -> Iterator[Found]:
        """The problems in `context`, each with the location of a value."""
        return (
            self.sign(found) if isinstance(found, Problem) else UnwordedProblem(found.place, found.word, self.code, self.severity)
            for found in self.function(context)
        )


def worded(found: Found) -> Problem:
    """The problem in words."""
    return found if isinstance(found, Problem) else found.worded


def rule(code: str, severity: Severity) -> Callable[[Callable[[RuleContext], Iterator[Found]]], RegisterRule]:
    """Decorate a function as a rule with this code and severity. List it in its module and in `rules.catalogue`."""
    return lambda function: RegisterRule(code, severity, function)
