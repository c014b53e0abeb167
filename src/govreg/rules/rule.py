"""A rule that checks a register: a function that takes the register's context and yields problems."""

from collections.abc import Callable, Iterator

from govreg.diagnostics.finding import Problem, Severity
from govreg.diagnostics.rule import Rule
from govreg.rules.context import RuleContext
from govreg.values import dataclass


@dataclass(frozen=True)
class RegisterRule(Rule):
    """A rule that checks a register and its minutes."""

    function: Callable[[RuleContext], Iterator[Problem]]

    def __call__(self, context: RuleContext) -> Iterator[Problem]:
        """The problems in `context`, each with the location of a value."""
        return map(self.sign, self.function(context))


def rule(code: str, severity: Severity) -> Callable[[Callable[[RuleContext], Iterator[Problem]]], RegisterRule]:
    """Decorate a function as a rule with this code and severity. List it in its module and in `rules.catalogue`."""
    return lambda function: RegisterRule(code, severity, function)
