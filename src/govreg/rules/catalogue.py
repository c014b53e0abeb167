"""Every kind of finding that govreg tells, by code: what the reader words, and what the rules look for."""

from collections.abc import Iterator
from typing import Any

from govreg.files import reading, shape
from govreg.model.finding import Problem, Rule
from govreg.rules import frequencies, governance, names, records, references, structure, switches, verdicts
from govreg.rules.subject import Subject

RULES: tuple[Rule[[Subject], Iterator[Problem]], ...] = (
    *references.RULES,
    *names.RULES,
    *structure.RULES,
    *switches.RULES,
    *governance.RULES,
    *frequencies.RULES,
    *records.RULES,
    *verdicts.RULES,
)
"""The rules that look at a whole register."""


def every_rule() -> tuple[Rule[..., Any], ...]:
    """All rules, those of the reader too, by code."""
    return tuple(sorted((*reading.RULES, *shape.RULES, *RULES), key=lambda one: one.code))
