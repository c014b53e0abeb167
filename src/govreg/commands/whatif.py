"""`govreg whatif`: what would be saved and what would be lost if meetings ended, merged, met less often or had another lead."""

from typing import Annotated, Any

import typer
from typer.core import TyperCommand

from govreg.commands import completion
from govreg.commands import options as take
from govreg.commands.output import put_out, tell_unread


class Two(tuple[str, str]):
    """The two values of an option."""

    __slots__ = ()


PAIRED = ("merge", "into", "frequency", "lead")


class PairCommand(TyperCommand):
    """A command some options of which take two values, as often as wanted: Typer knows only the one or the other."""

    def __init__(self, *args: Any, **keys: Any) -> None:  # noqa: ANN401 - handed on as they are
        super().__init__(*args, **keys)
        for option in self.params:
            if option.name in PAIRED:
                option.nargs = 2


def whatif(
    end: Annotated[
        list[str] | None,
        typer.Option("--end", metavar="MEETING", autocompletion=completion.meeting, help="It ends; its work goes where the register says."),
    ] = None,
    merge: Annotated[
        list[Two] | None,
        typer.Option("--merge", metavar="FROM INTO", parser=Two, autocompletion=completion.meeting, help="The one merges into the other."),
    ] = None,
    into: Annotated[
        list[Two] | None,
        typer.Option(
            "--into",
            metavar="MEETING RECEIVER",
            parser=Two,
            autocompletion=completion.meeting,
            help="It ends, and its work goes to the receiver; again for each receiver.",
        ),
    ] = None,
    frequency: Annotated[
        list[Two] | None,
        typer.Option(
            "--frequency",
            metavar="MEETING WORDS",
            parser=Two,
            autocompletion=completion.meeting,
            help="It is held so often: “twice a year”.",
        ),
    ] = None,
    lead: Annotated[
        list[Two] | None,
        typer.Option(
            "--lead",
            metavar="MEETING WHO",
            parser=Two,
            autocompletion=completion.meeting,
            help="This organisation leads it; again for a joint lead.",
        ),
    ] = None,
    recommended: Annotated[bool, typer.Option("--recommended", help="All that the reviews in the register recommend.")] = False,
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
    from govreg.analysis.agreement import agreement
    from govreg.analysis.loss import Reckoning, losses
    from govreg.analysis.saving import saving
    from govreg.analysis.scenario import applied
    from govreg.analysis.uptake import claims
    from govreg.analysis.work import works
    from govreg.commands.opening import open_register
    from govreg.commands.supposing import suppose
    from govreg.views.scenario import Supposed
    from govreg.views.scenario import scenario as told

    opened = open_register(register, as_at)
    known = opened.register
    supposed = suppose(
        known,
        end=end or (),
        merge=merge or (),
        into=into or (),
        frequency=frequency or (),
        lead=lead or (),
        recommended=recommended,
    )
    reckoning = Reckoning(known, applied(known, supposed), supposed, works(known, opened.today))
    found = Supposed(
        supposed,
        reckoning.after,
        saving(known, reckoning.after, supposed),
        losses(reckoning),
        claims(reckoning),
        agreement(reckoning),
    )
    put_out(told(known, found, opened.reading.sources.locate, opened.as_at), format_, output, colour)
    raise typer.Exit(tell_unread(known, strict=strict))
