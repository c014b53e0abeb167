"""`govreg organisation`: what an organisation leads, chairs and sits on, how often, with whom, what is due and what is open."""

from typing import Annotated

import typer

from govreg.analysis.organisation import organisation_profile
from govreg.session import completion, options, resolve
from govreg.session.load import audience_of, load_register
from govreg.session.output import report_unread, write_report
from govreg.views import organisation as views


def organisation(
    name: Annotated[
        str,
        typer.Argument(
            metavar="ORGANISATION", autocompletion=completion.organisation, help="The organisation's id, its name or an alias, in any case."
        ),
    ],
    exact: options.Exact = False,
    for_: options.For = options.ReportFor.INTERNAL,
    people: options.People = False,
    register: options.RegisterFolder = None,
    as_at: options.AsAt = None,
    format_: options.FormatOption = None,
    output: options.OutputFile = None,
    colour: options.ColourOption = options.Colour.AUTO,
    strict: options.Strict = False,
) -> None:
    """Show everything recorded about an organisation.

    What it leads, chairs, supports and sits on; how often in a year and with whom; which posts attend; next dates, roles
    whose term is over, what the register leaves unclear, and gaps. What lies below it is counted too, unless --exact.

    \b
    Examples:
      govreg organisation OPCC
      govreg organisation "Bristol City Council" --for partners --output bristol.html
    """
    opened = load_register(register, as_at, audience_of(for_.value, people=people))
    known = opened.register
    id_ = resolve.entry_id(known.organisations, name)
    whole = None if opened.audience.is_internal else opened.result.register
    profile = organisation_profile(known, id_, opened.today, exact=exact, whole=whole)
    write_report(views.organisation(known, profile, opened.as_at), format_, output, colour)
    raise typer.Exit(report_unread(known, strict=strict))
