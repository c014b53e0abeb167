"""Findings that a register switches off (GR216)."""

from collections.abc import Iterator

from govreg.diagnostics.finding import Problem, Rule, Severity, rule
from govreg.model.location import Location
from govreg.model.names import shown
from govreg.model.suggest import nearest_of
from govreg.rules import chronology, consistency, frequencies, governance, minutes_and_people, placeholders, verdicts
from govreg.rules.context import RuleContext

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
            place = Location("register.yaml", ("settings", "findings_off", code), at_key=True)
            yield Problem(place, f"“{shown(code)}” cannot be switched off.", hint)


RULES: tuple[Rule[[RuleContext], Iterator[Problem]], ...] = (no_rule_to_switch_off,)
