"""Every rule by code: those of the reader, those that check a register, and which of them a register may switch off."""

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
    disclosure,
    endings,
    frequencies,
    last_and_next,
    leads,
    length,
    minutes,
    minutes_and_people,
    naming,
    overdue,
    pasted,
    placeholders,
    quantities,
    references,
    reporting_lines,
    seats,
    structure,
    titles,
    unfinished,
    verdicts,
    vocabulary,
)
from govreg.rules.context import RuleContext
from govreg.rules.rule import RegisterRule, rule

_GOVERNANCE: tuple[RegisterRule, ...] = (
    *leads.GOVERNANCE,
    *overdue.GOVERNANCE,
    *endings.GOVERNANCE,
    *reporting_lines.GOVERNANCE,
    *frequencies.RULES,
    *minutes_and_people.RULES,
    *verdicts.GOVERNANCE,
    *placeholders.GOVERNANCE,
    *last_and_next.GOVERNANCE,
    *unfinished.GOVERNANCE,
    *consistency.GOVERNANCE,
    *seats.GOVERNANCE,
    *titles.GOVERNANCE,
    *disclosure.GOVERNANCE,
    *length.GOVERNANCE,
)
"""The rules about good governance."""

GOVERNANCE = tuple(one.code for one in _GOVERNANCE)
"""The codes of the rules about good governance (GR3xx), which a register may switch off."""


@rule("GR216", Severity.ERROR)
def rule_cannot_be_off(context: RuleContext) -> Iterator[Problem]:
    """A setting switches off a finding that must stay on.

    Only findings about good governance (GR3xx) can be switched off, each with a reason.

    Wrong:

        register.yaml
        settings:
          findings_off: {GR201: We know}

    Right:

        register.yaml
        settings:
          findings_off: {GR302: Our joint boards choose a chair at each meeting}
    """
    for code in context.register.settings.findings_off:
        if code not in GOVERNANCE:
            nearest = nearest_of(code, GOVERNANCE)
            meant = f"Did you mean {nearest}? " if nearest else ""
            hint = f"{meant}Only findings about good governance can be switched off: {GOVERNANCE[0]} and the other GR3xx codes."
            place = Location(REGISTER, ("settings", "findings_off", code), at_key=True)
            yield Problem(place, f"“{shown(code)}” can't be switched off.", hint)


RULES: tuple[RegisterRule, ...] = (
    *references.RULES,
    *naming.RULES,
    *structure.RULES,
    rule_cannot_be_off,
    *characters.RULES,
    *pasted.RULES,
    *placeholders.RULES,
    *chronology.RULES,
    *consistency.RULES,
    *seats.RULES,
    *quantities.RULES,
    *minutes.RULES,
    *vocabulary.RULES,
    *verdicts.RULES,
    *_GOVERNANCE,
)
"""The rules that check a register."""


def every_rule() -> tuple[Rule, ...]:
    """All rules, including the reader's, sorted by code."""
    return tuple(sorted((*syntax.RULES, *schema.RULES, *RULES), key=lambda one: one.code))
