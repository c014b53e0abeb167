"""`govreg whatif`: what would be saved and what would be lost if meetings ended, merged, met less often or had another lead."""

from typing import Annotated

import typer

from govreg.analysis.whatif.agreement import agreement
from govreg.analysis.whatif.coverage import work_transfers
from govreg.analysis.whatif.losses import ScenarioComparison, losses
from govreg.analysis.whatif.saving import saving
from govreg.analysis.whatif.scenario import apply_scenario
from govreg.analysis.whatif.work_index import work_index
from govreg.session import completion, options
from govreg.session.load import audience_of, load_register
from govreg.session.output import report_unread, write_report
from govreg.session.scenario_options import parse_scenario
from govreg.views.whatif import report as views


def whatif(
    end: Annotated[
        list[str] | None,
        typer.Option("--end", metavar="MEETING", autocompletion=completion.meeting, help="It ends; its work goes where the register says."),
    ] = None,
    merge: Annotated[
        list[options.OptionPair] | None,
        typer.Option(
            "--merge",
            metavar="FROM INTO",
            parser=options.OptionPair,
            autocompletion=completion.meeting,
            help="The one merges into the other.",
        ),
    ] = None,
    into: Annotated[
        list[options.OptionPair] | None,
        typer.Option(
            "--into",
            metavar="MEETING RECEIVER",
            parser=options.OptionPair,
            autocompletion=completion.meeting,
            help="It ends, and its work goes to the receiver; again for each receiver.",
        ),
    ] = None,
    frequency: Annotated[
        list[options.OptionPair] | None,
        typer.Option(
            "--frequency",
            metavar="MEETING WORDS",
            parser=options.OptionPair,
            autocompletion=completion.meeting,
            help="It is held so often: “twice a year”.",
        ),
    ] = None,
    lead: Annotated[
        list[options.OptionPair] | None,
        typer.Option(
            "--lead",
            metavar="MEETING WHO",
            parser=options.OptionPair,
            autocompletion=completion.meeting,
            help="This organisation leads it; again for a joint lead.",
        ),
    ] = None,
    recommended: Annotated[bool, typer.Option("--recommended", help="All that the reviews in the register recommend.")] = False,
    for_: options.For = options.ReportFor.INTERNAL,
    register: options.RegisterFolder = None,
    as_at: options.AsAt = None,
    format_: options.FormatOption = None,
    output: options.OutputFile = None,
    colour: options.ColourOption = options.Colour.AUTO,
    strict: options.Strict = False,
) -> None:
    """Work out what a change would save and lose.

    Meetings may end, merge, meet less often or get another lead. Nothing is written. Every option can be repeated.

    \b
    Examples:
      govreg whatif --recommended
      govreg whatif --merge "Safeguarding chairs meeting" "Safeguarding Consortium"
      govreg whatif --end cog-planning --frequency "Senior Contact Meetings" "twice a year"
    """
    opened = load_register(register, as_at, audience_of(for_.value, people=False))
    known = opened.register
    supposed = parse_scenario(
        known,
        end=end or (),
        merge=merge or (),
        into=into or (),
        frequency=frequency or (),
        lead=lead or (),
        recommended=recommended,
    )
    reckoning = ScenarioComparison(known, apply_scenario(known, supposed), supposed, work_index(known, opened.today))
    found = views.WhatIfResult(
        supposed,
        reckoning.after,
        saving(known, reckoning.after, supposed),
        losses(reckoning),
        work_transfers(reckoning),
        agreement(reckoning),
    )
    write_report(views.whatif(known, found, opened.locate, opened.as_at), format_, output, colour)
    raise typer.Exit(report_unread(known, strict=strict))
