"""Every kind of finding that govreg tells, by code: what the reader words, and what the rules look for."""

from collections.abc import Iterator
from typing import Any

from govreg.diagnostics import schema, syntax
from govreg.diagnostics.finding import Problem, Rule
from govreg.rules import (
    characters,
    chronology,
    consistency,
    frequencies,
    governance,
    minutes,
    minutes_and_people,
    naming,
    placeholders,
    quantities,
    references,
    structure,
    suppressions,
    verdicts,
    vocabulary,
)
from govreg.rules.context import RuleContext

RULES: tuple[Rule[[RuleContext], Iterator[Problem]], ...] = (
    *references.RULES,
    *naming.RULES,
    *structure.RULES,
    *suppressions.RULES,
    *characters.RULES,
    *placeholders.RULES,
    *chronology.RULES,
    *consistency.RULES,
    *quantities.RULES,
    *minutes.RULES,
    *vocabulary.RULES,
    *governance.RULES,
    *frequencies.RULES,
    *minutes_and_people.RULES,
    *verdicts.RULES,
    *placeholders.GOVERNANCE,
    *chronology.GOVERNANCE,
    *consistency.GOVERNANCE,
)
"""The rules that look at a whole register."""


def every_rule() -> tuple[Rule[..., Any], ...]:
    """All rules, those of the reader too, by code."""
    return tuple(sorted((*syntax.RULES, *schema.RULES, *RULES), key=lambda one: one.code))
