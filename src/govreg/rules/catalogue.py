"""Every kind of finding, by code: what the reader finds, what the rules look for, and which of them a register may switch off."""

from collections.abc import Iterator

from govreg.diagnostics import schema, syntax
from govreg.diagnostics.finding import Problem, Severity
from govreg.diagnostics.rule import Rule
from govreg.model.location import REGISTER, Location
from govreg.model.names import shown
from govreg.model.suggest import nearest_of
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
    verdicts,
    vocabulary,
)
from govreg.rules.context import RuleContext
from govreg.rules.rule import RegisterRule, rule

GOVERNANCE = tuple(
    one.code
    for one in (
        *governance.RULES,
        *frequencies.RULES,
        *minutes_and_people.RULES,
        *verdicts.RULES,
        *placeholders.GOVERNANCE,
        *chronology.GOVERNANCE,
        *consistency.GOVERNANCE,
    )
)
"""The codes of good governance, which a register may switch off."""


@rule("GR216", Severity.ERROR)
def no_rule_to_switch_off(subject: RuleContext) -> Iterator[Problem]:
    """A setting switches off a finding that can't be.

    Only findings of good governance (GR3xx) may be switched off, each with a reason.

    Wrong:

        register.yaml
        settings:
          findings_off: {GR201: We know}

    Right:

        register.yaml
        settings:
          findings_off: {GR302: Our joint boards choose a chair at each sitting}
    """
    for code in subject.register.settings.findings_off:
        if code not in GOVERNANCE:
            nearest = nearest_of(code, GOVERNANCE)
            meant = f"Did you mean {nearest}? " if nearest else ""
            hint = f"{meant}Only {GOVERNANCE[0]} and the other codes of good governance can."
            place = Location(REGISTER, ("settings", "findings_off", code), at_key=True)
            yield Problem(place, f"“{shown(code)}” cannot be switched off.", hint)


RULES: tuple[RegisterRule, ...] = (
    *references.RULES,
    *naming.RULES,
    *structure.RULES,
    no_rule_to_switch_off,
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


def every_rule() -> tuple[Rule, ...]:
    """All rules, those of the reader too, by code."""
    return tuple(sorted((*syntax.RULES, *schema.RULES, *RULES), key=lambda one: one.code))
