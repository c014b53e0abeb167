"""Every kind of finding that govreg tells, by code: what the reader words, and what the rules look for."""

from collections.abc import Iterator
from typing import Any

from govreg.diagnostics import schema, syntax
from govreg.diagnostics.finding import Problem, Rule
from govreg.rules import frequencies, governance, minutes_and_people, naming, references, structure, suppressions, verdicts
from govreg.rules.context import RuleContext

RULES: tuple[Rule[[RuleContext], Iterator[Problem]], ...] = (
    *references.RULES,
    *naming.RULES,
    *structure.RULES,
    *suppressions.RULES,
    *governance.RULES,
    *frequencies.RULES,
    *minutes_and_people.RULES,
    *verdicts.RULES,
)
"""The rules that look at a whole register."""


def every_rule() -> tuple[Rule[..., Any], ...]:
    """All rules, those of the reader too, by code."""
    return tuple(sorted((*syntax.RULES, *schema.RULES, *RULES), key=lambda one: one.code))
