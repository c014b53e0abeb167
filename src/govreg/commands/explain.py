"""`govreg explain`: what a finding means, why it matters, a wrong and a right example."""

from difflib import get_close_matches
from typing import Annotated

import typer

from govreg.errors import GovregError
from govreg.model.names import listed, shown
from govreg.rules.catalogue import every_rule
from govreg.session import completion, options
from govreg.session.output import write_report
from govreg.views import explain as views

_FEW = 12
"""How many codes a hint names at most."""

_ONE_CHARACTER = 0.8
"""How alike two codes are that differ in one of five characters: less alike, neither is a misspelling of the other."""


def _codes(incomplete: str) -> completion.Suggestions:
    """Codes of findings that begin with `incomplete`, in any case."""
    codes = ((rule.code.lower() if incomplete.islower() else rule.code, rule.doc.title) for rule in every_rule())
    return completion.beginning(incomplete, codes)


def explain(
    code: Annotated[
        str | None,
        typer.Argument(metavar="CODE", autocompletion=_codes, help="The finding's code; leave it out to list them all."),
    ] = None,
    format_: options.FormatOption = None,
    output: options.OutputFile = None,
    colour: options.ColourOption = options.Colour.AUTO,
) -> None:
    """Explain a finding, with a wrong and a right example.

    \b
    Examples:
      govreg explain GR311
      govreg explain
    """
    rules = {rule.code: rule for rule in every_rule()}
    if code is None:
        write_report(views.explain_all(rules.values()), format_, output, colour)
        return
    rule = rules.get(code.upper())
    if rule is None:
        begun = [known for known in rules if known.removeprefix("GR").startswith(code.upper().removeprefix("GR") or "GR")]
        near = begun or get_close_matches(code.upper(), rules, n=1, cutoff=_ONE_CHARACTER)
        hint = f"Did you mean {listed(near, 'or')}?" if 0 < len(near) <= _FEW else "“govreg explain” lists them all."
        raise GovregError(f"“{shown(code)}” is not a code.", hint)
    write_report(views.explain(rule), format_, output, colour)
