"""`govreg whatif`: the effect and the losses if meetings ended, merged, met less often or had another lead."""

from typing import Annotated

import typer

from govreg.analysis.whatif.result import run_scenario
from govreg.session import completion, options
from govreg.session.load import audience_of, load_register
from govreg.session.output import report_unread, write_report
from govreg.session.scenario_options import parse_scenario
from govreg.views.whatif import report as views


def whatif(
    end: Annotated[
        list[str] | None,
        typer.Option("--end", metavar="MEETING", autocompletion=completion.meeting, help="End it; its work goes where the register says."),
    ] = None,
    merge: Annotated[
        list[options.OptionPair] | None,
        typer.Option(
            "--merge",
            metavar="FROM INTO",
            parser=options.OptionPair,
            autocompletion=completion.meeting,
            help="Merge the first into the second.",
        ),
    ] = None,
    into: Annotated[
        list[options.OptionPair] | None,
        typer.Option(
            "--into",
            metavar="MEETING RECEIVER",
            parser=options.OptionPair,
            autocompletion=completion.meeting,
            help="End it, and give its work to the receiver. Repeat for each receiver.",
        ),
    ] = None,
    frequency: Annotated[
        list[options.OptionPair] | None,
        typer.Option(
            "--frequency",
            metavar="MEETING WORDS",
            parser=options.OptionPair,
            autocompletion=completion.meeting,
            help="Change how often it meets: “twice a year”.",
        ),
    ] = None,
    lead: Annotated[
        list[options.OptionPair] | None,
        typer.Option(
            "--lead",
            metavar="MEETING WHO",
            parser=options.OptionPair,
            autocompletion=completion.meeting,
            help="Give it this lead. Repeat for a joint lead.",
        ),
    ] = None,
    recommended: Annotated[bool, typer.Option("--recommended", help="Apply everything that the register's reviews recommend.")] = False,
    for_: options.For = options.ReportFor.INTERNAL,
    register: options.RegisterFolder = None,
    as_at: options.AsAt = None,
    format_: options.FormatOption = None,
    output: options.OutputFile = None,
    colour: options.ColourOption = options.Colour.AUTO,
    strict: options.Strict = False,
) -> None:
    """Show the effect and the losses of a change.

    The change may end or merge meetings, hold them less often or give them another lead. You see the meetings a year and
    person-hours that it adds or saves, the duties, work, seats and links that no other entry in this register records, what
    can't be judged because it isn't recorded, and whose agreement the change needs. Nothing is written. Repeat any option.

    \b
    Examples:
      govreg whatif --merge "Safeguarding chairs meeting" "Safeguarding Consortium"
      govreg whatif --end "Mental Health Concordat" --frequency "Senior Contact Meetings" "twice a year"
    """
    loaded = load_register(register, as_at, audience_of(for_.value, people=False))
    scenario = parse_scenario(
        loaded.register,
        end=end or (),
        merge=merge or (),
        into=into or (),
        frequency=frequency or (),
        lead=lead or (),
        recommended=recommended,
    )
    result = run_scenario(loaded.register, scenario, loaded.today)
    write_report(views.whatif(result, loaded.locate, loaded.as_at), format_, output, colour)
    raise typer.Exit(report_unread(loaded.register, strict=strict))
