"""`govreg whatif`: what would be saved and what would be lost if meetings ended, merged, met less often or had another lead."""

from typing import Annotated, Any

import typer
from typer.core import TyperCommand

from govreg.session import completion
from govreg.session import options as take
from govreg.session.output import report_unread, write_report


class OptionPair(tuple[str, str]):
    """The two values of an option."""

    __slots__ = ()


PAIR_OPTIONS = ("merge", "into", "frequency", "lead")


class PairCommand(TyperCommand):
    """A command some options of which take two values, as often as wanted: Typer knows only the one or the other."""

    def __init__(self, *args: Any, **keys: Any) -> None:  # noqa: ANN401 - handed on as they are
        super().__init__(*args, **keys)
        for option in self.params:
            if option.name in PAIR_OPTIONS:
                option.nargs = 2


def whatif(
    end: Annotated[
        list[str] | None,
        typer.Option("--end", metavar="MEETING", autocompletion=completion.meeting, help="It ends; its work goes where the register says."),
    ] = None,
    merge: Annotated[
        list[OptionPair] | None,
        typer.Option(
            "--merge", metavar="FROM INTO", parser=OptionPair, autocompletion=completion.meeting, help="The one merges into the other."
        ),
    ] = None,
    into: Annotated[
        list[OptionPair] | None,
        typer.Option(
            "--into",
            metavar="MEETING RECEIVER",
            parser=OptionPair,
            autocompletion=completion.meeting,
            help="It ends, and its work goes to the receiver; again for each receiver.",
        ),
    ] = None,
    frequency: Annotated[
        list[OptionPair] | None,
        typer.Option(
            "--frequency",
            metavar="MEETING WORDS",
            parser=OptionPair,
            autocompletion=completion.meeting,
            help="It is held so often: “twice a year”.",
        ),
    ] = None,
    lead: Annotated[
        list[OptionPair] | None,
        typer.Option(
            "--lead",
            metavar="MEETING WHO",
            parser=OptionPair,
            autocompletion=completion.meeting,
            help="This organisation leads it; again for a joint lead.",
        ),
    ] = None,
    recommended: Annotated[bool, typer.Option("--recommended", help="All that the reviews in the register recommend.")] = False,
    for_: take.For = take.ReportFor.INTERNAL,
    register: take.RegisterFolder = None,
    as_at: take.AsAt = None,
    format_: take.FormatOption = None,
    output: take.OutputFile = None,
    colour: take.ColourOption = take.Colour.AUTO,
    strict: take.Strict = False,
) -> None:
    """Show what would be saved, and what lost, if meetings ended, merged, met less often or were led by others.

    Nothing is written. Each option may be given as often as wanted.

    \b
    Examples:
      govreg whatif --recommended
      govreg whatif --merge "Safeguarding chairs meeting" "Safeguarding Consortium"
      govreg whatif --end cog-planning --frequency "Senior Contact Meetings" "twice a year"
    """
    from govreg.analysis.whatif.agreement import agreement
    from govreg.analysis.whatif.coverage import work_transfers
    from govreg.analysis.whatif.losses import ScenarioComparison, losses
    from govreg.analysis.whatif.saving import saving
    from govreg.analysis.whatif.scenario import apply_scenario
    from govreg.analysis.whatif.work_index import work_index
    from govreg.session.load import audience_of, load_register
    from govreg.session.scenario_options import parse_scenario
    from govreg.views.whatif.report import WhatIfResult
    from govreg.views.whatif.report import whatif as told

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
    found = WhatIfResult(
        supposed,
        reckoning.after,
        saving(known, reckoning.after, supposed),
        losses(reckoning),
        work_transfers(reckoning),
        agreement(reckoning),
    )
    write_report(told(known, found, opened.locate, opened.as_at), format_, output, colour)
    raise typer.Exit(report_unread(known, strict=strict))
