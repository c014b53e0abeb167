"""`govreg explain`: what a finding means, why it matters, a wrong and a right example."""

from typing import Annotated

import typer

from govreg.errors import GovregError
from govreg.session import completion
from govreg.session import options as take
from govreg.session.output import write_report

_ONE_CHARACTER = 0.8
"""How alike two codes are that differ in one of five characters: less alike, one is no misspelling of the other."""


def explain(
    code: Annotated[
        str | None,
        typer.Argument(metavar="CODE", autocompletion=completion.code, help="The finding's code; all of them are listed without one."),
    ] = None,
    format_: take.FormatOption = None,
    output: take.OutputFile = None,
    colour: take.ColourOption = take.Colour.AUTO,
) -> None:
    """Say what a finding means, why it matters, and what is wrong and right.

    \b
    Examples:
      govreg explain GR311
      govreg explain
    """
    from difflib import get_close_matches

    from govreg.model.names import shown
    from govreg.rules.catalogue import every_rule
    from govreg.views.explain import explain, explain_all

    rules = {rule.code: rule for rule in every_rule()}
    if code is None:
        write_report(explain_all(rules.values()), format_, output, colour)
        return
    rule = rules.get(code.upper())
    if rule is None:
        nearest = get_close_matches(code.upper(), rules, n=1, cutoff=_ONE_CHARACTER)
        hint = f"Did you mean {nearest[0]}?" if nearest else "“govreg explain” lists them all."
        raise GovregError(f"“{shown(code)}” is not a code.", hint)
    write_report(explain(rule), format_, output, colour)
