"""`govreg whatif`: the effect and the losses if meetings ended, merged, met less often or had another lead."""

from collections.abc import Callable
from typing import Annotated

import typer

from govreg.analysis.changes.ending import carry_out_scenario, merged_in
from govreg.analysis.changes.redirect import Redirection, redirections
from govreg.analysis.whatif.result import run_scenario
from govreg.analysis.whatif.scenario import Scenario
from govreg.errors import GovregError
from govreg.model.edits import RegisterChange
from govreg.model.names import many
from govreg.model.register import Register
from govreg.session import completion, options
from govreg.session.change import change_register, file_reader
from govreg.session.endings import ending_date, notify_redirections, reason_given
from govreg.session.load import LoadedRegister, audience_of, load_register
from govreg.session.output import report_long_entries, report_unread, write_report
from govreg.session.scenario_options import parse_scenario
from govreg.session.streams import notify
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
    write: Annotated[bool, typer.Option("--write", help="Make the change in the register.")] = False,
    reason: Annotated[str | None, typer.Option("--reason", metavar="TEXT", help="With --write: why meetings stop.")] = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help="With --write: the date (default: the day of the register).")
    ] = None,
    dry_run: options.DryRun = False,
    for_: options.For = options.ReportFor.INTERNAL,
    register: options.RegisterFolder = None,
    as_at: options.AsAt = None,
    format_: options.FormatOption = None,
    output: options.OutputFile = None,
    colour: options.ColourOption = options.Colour.AUTO,
    strict: options.Strict = False,
) -> None:
    """Work out what a change would save and lose.

    The change may end or merge meetings, hold them less often or give them another lead. The report has the meetings and person-hours a
    year that this adds or saves; the duties, work, members and links that no other entry in this register records; what can't be judged
    because it isn't recorded; and whose agreement is needed. Nothing is written without --write. Any option can be repeated.

    \b
    Examples:
      govreg whatif --merge "Safeguarding chairs meeting" "Safeguarding Consortium"
      govreg whatif --end "Mental Health Concordat" --frequency "Senior Contact Meetings" "twice a year"
    """

    def scenario_in(known: Register) -> Scenario:
        return parse_scenario(
            known,
            end=end or (),
            merge=merge or (),
            into=into or (),
            frequency=frequency or (),
            lead=lead or (),
            recommended=recommended,
        )

    if write or dry_run:
        if format_ is not None or output is not None:
            raise GovregError("--write and --dry-run print files, not the report.", "Leave out --format and --output.")
        _carry_out(scenario_in, reason, on, register, as_at, dry_run=dry_run)
        return
    if reason is not None or on is not None:
        raise GovregError("--reason and --on apply only to a change that is written.", "Add --write.")
    loaded = load_register(register, as_at, audience_of(for_.value, people=False))
    result = run_scenario(loaded.register, scenario_in(loaded.register), loaded.today)
    write_report(views.whatif(result, loaded.locate, loaded.as_at), format_, output, colour)
    report_long_entries(loaded.register)
    raise typer.Exit(report_unread(loaded.register, strict=strict))


def _carry_out(
    scenario_in: Callable[[Register], Scenario],
    reason: str | None,
    on: str | None,
    register: options.RegisterFolder,
    as_at: options.AsAt,
    *,
    dry_run: bool,
) -> None:
    redirected: list[Redirection] = []

    def decide(loaded: LoadedRegister) -> RegisterChange:
        supposed = scenario_in(loaded.register)
        if supposed.stopping and reason is None:
            raise GovregError("The change stops meetings, so it needs a reason.", 'Add --reason "…"')
        text = reason_given(reason) if reason is not None else None
        redirected[:] = redirections(loaded.register, merged_in(supposed))
        return carry_out_scenario(file_reader(loaded), supposed, redirected, on=ending_date(loaded, on), reason=text)

    done = change_register(register, as_at, decide, dry_run=dry_run)
    if done.written:
        notify_redirections(done.after.register, redirected)
        notify(f"Changed {many(len(done.files), 'meeting')}.", "Next: govreg validate")
