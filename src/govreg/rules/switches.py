"""Findings that a register switches off (GR216)."""

from collections.abc import Iterator

from govreg.model.finding import Problem, Rule, Severity, rule
from govreg.model.likeness import nearest_of
from govreg.model.names import shown
from govreg.model.place import Place
from govreg.rules import frequencies, governance, records, verdicts
from govreg.rules.subject import Subject

GOVERNANCE = tuple(one.code for one in (*governance.RULES, *frequencies.RULES, *records.RULES, *verdicts.RULES))
"""The codes of good governance, which a register may switch off."""


@rule("GR216", Severity.ERROR)
def no_rule_to_switch_off(subject: Subject) -> Iterator[Problem]:
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
            place = Place("register.yaml", ("settings", "findings_off", code), at_key=True)
            yield Problem(place, f"“{shown(code)}” cannot be switched off.", hint)


RULES: tuple[Rule[[Subject], Iterator[Problem]], ...] = (no_rule_to_switch_off,)
