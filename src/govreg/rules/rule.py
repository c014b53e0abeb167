"""A rule on a register as a whole: a function from what is checked to the problems in it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from govreg.diagnostics.finding import Problem, Severity
from govreg.diagnostics.rule import Rule
from govreg.rules.context import RuleContext


@dataclass(frozen=True)
class RegisterRule(Rule):
    """A rule that looks at a register and its minutes."""

    function: Callable[[RuleContext], Iterator[Problem]]

    def __call__(self, context: RuleContext) -> Iterator[Problem]:
        """The problems in `context`, each at a value of a file."""
        return map(self.sign, self.function(context))


def rule(code: str, severity: Severity) -> Callable[[Callable[[RuleContext], Iterator[Problem]]], RegisterRule]:
    """Make the function below a rule. It is listed by hand, in its module and in `rules.catalogue`."""
    return lambda function: RegisterRule(code, severity, function)
