"""The command line: its commands, each loaded when it is called, and how errors are reported."""

import io
import os
import re
import sys
from collections.abc import Mapping
from importlib import import_module
from typing import Annotated, Any, cast

import typer
from typer.core import TyperCommand, TyperGroup, TyperOption

from govreg.errors import GovregError
from govreg.session.shell_completion import ASKING, CALLBACKS, answer
from govreg.session.streams import notify, use_utf8, write_stderr, write_stdout
from govreg.values import dataclass
from govreg.version import __version__

USAGE_STATUS = 2
"""The exit status if the call was wrong or couldn't be carried out."""

WITHOUT_DOCSTRINGS = "\nPython was started with -OO or PYTHONOPTIMIZE=2, so this leaves out the description and the examples.\n"
"""The end of a help text that has lost its docstring."""

_WHOLE_SUMMARY = 1000
"""More characters than any summary of a command has."""

PLAIN_WORDS = {
    r"Value error, ": "",
    r"Input should be a valid integer.*": "this must be a whole number.",
    r"Input should be a valid number.*": "this must be a number.",
    r"Input should be greater than or equal to (\S+)": r"this must be \1 or more.",
    r"Input should be less than or equal to (\S+)": r"this must be \1 or less.",
}
"""What pydantic says of a value, by which Typer converts it -> plain words. Both are as `re.sub` has them."""

UsageError = cast("type[Exception]", typer.BadParameter.__base__)
"""The exception that Typer raises for a wrong call."""


@dataclass(frozen=True)
class CommandEntry:
    """A command that hasn't been loaded."""

    summary: str
    """One line of fewer than 55 characters, which a list of commands on 80 columns shows in full."""
    function: str
    """The name of the command's module in `govreg.commands`, and of its function."""


COMMANDS: Mapping[str, CommandEntry] = {
    "list": CommandEntry("List meetings, filtered and sorted by title", "list_meetings"),
    "show": CommandEntry("Show everything recorded about a meeting", "show"),
    "organisation": CommandEntry("Show everything recorded about an organisation", "organisation"),
    "validate": CommandEntry("Check the register, and say how to fix each problem", "validate"),
    "duplicates": CommandEntry("Find meetings that may do the same work", "duplicates"),
    "verdict": CommandEntry("Record what was decided about a pair or a group", "verdict"),
    "overlaps": CommandEntry("Find meetings that share members", "overlaps"),
    "load": CommandEntry("Count meetings and hours a year, by member", "load"),
    "coverage": CommandEntry("Find themes and duties with no home, or with many", "coverage"),
    "review": CommandEntry("Prepare a review: its tables, or a pack for the board", "review"),
    "diff": CommandEntry("Compare two revisions of the register", "diff"),
    "explain": CommandEntry("Explain a finding, with a wrong and a right example", "explain"),
    "fix": CommandEntry("Fix mistakes that have one right answer", "fix"),
    "format": CommandEntry("Put fields in order, and quote ambiguous values", "format_files"),
    "schema": CommandEntry("Write JSON Schema of the register's files for editors", "schema"),
    "whatif": CommandEntry("Work out what a change would save and lose", "whatif"),
    "init": CommandEntry("Start a register in a new folder", "init"),
    "new": CommandEntry("Add a meeting, organisation, theme or area", "new"),
    "set": CommandEntry("Change a field of an entry, or of many meetings", "set_field"),
    "rename": CommandEntry("Rename an entry everywhere", "rename"),
    "end": CommandEntry("End a meeting, and say where its work goes", "end"),
    "merge": CommandEntry("Merge a meeting into another", "merge"),
    "import": CommandEntry("Import meetings from Word, Excel, CSV or plain text", "import_papers"),
    "export": CommandEntry("Export the register to Excel, CSV, JSON or SQLite", "export"),
}
"""The commands by name, in the order in which the help lists them."""


class _Option(TyperOption):
    """An option that is converted only where it was given or must be: Typer builds a converter for each, which slows every start."""

    def process_value(self, ctx: typer.Context, value: Any) -> Any:  # type: ignore[override] # noqa: ANN401 - as Typer has it
        """`value` as the command takes it."""
        return value if value in (None, False) and not self.required else super().process_value(ctx, value)


class _Command(TyperCommand):
    """A command whose help is written like any answer, and whose options take as many values as their metavars have words.

    Typer has options that take two values, and options that can be repeated, but none that do both.
    """

    def __init__(self, *args: Any, **keys: Any) -> None:  # noqa: ANN401 - handed on as they are
        super().__init__(*args, **keys)
        for option in self.params:
            if isinstance(option, TyperOption):
                option.__class__ = _Option  # Typer makes its options itself
                option.nargs = len((option.metavar or "").split()) or 1

    def get_help_option(self, ctx: typer.Context) -> TyperOption | None:  # type: ignore[override]
        """The option that shows the help."""
        return _help_through_stdout(super().get_help_option(ctx))

    def get_short_help_str(self, limit: int = _WHOLE_SUMMARY) -> str:
        """The summary in the list of commands: on two lines where it must be, never cut."""
        return super().get_short_help_str(max(limit, _WHOLE_SUMMARY))


class _Commands(TyperGroup):
    """The commands, each loaded when it is called: until then the help and the shell's completion know its name and summary."""

    def __init__(self, **attributes: Any) -> None:  # noqa: ANN401 - handed on as they are
        super().__init__(**attributes)
        self.commands = {name: TyperCommand(name, short_help=entry.summary) for name, entry in COMMANDS.items()}

    def resolve_command(self, ctx: typer.Context, args: list[str]) -> tuple[str | None, Any, list[str]]:  # type: ignore[override]
        """The name of the command that `args` begin with, the command, loaded, and its arguments."""
        name, command, rest = super().resolve_command(ctx, args)
        return name, command and _loaded(str(name)), rest

    def get_params(self, ctx: typer.Context) -> list[Any]:  # type: ignore[override]
        """The options, those for completion with callbacks that report errors as every command does."""
        options = super().get_params(ctx)
        for option in options:
            option.callback = CALLBACKS.get(option.name, option.callback)  # type: ignore[assignment]
        return options

    def get_help_option(self, ctx: typer.Context) -> TyperOption | None:  # type: ignore[override]
        """The option that shows the help."""
        return _help_through_stdout(super().get_help_option(ctx))


def _loaded(name: str) -> Any:  # noqa: ANN401 - Typer keeps the class of its commands to itself
    entry = COMMANDS[name]
    function = getattr(import_module(f"govreg.commands.{entry.function}"), entry.function)
    single = typer.Typer(add_completion=False, rich_markup_mode=None)
    single.command(name, cls=_Command, help=function.__doc__ or entry.summary)(function)
    return typer.main.get_command(single)


def _help_through_stdout(option: TyperOption | None) -> TyperOption | None:
    """`option` with a callback that reports a full disk or a closed pipe as every command does."""

    def write_help(context: typer.Context, _: object, asked: bool) -> None:  # noqa: FBT001 - Typer calls it so
        if asked and not context.resilient_parsing:
            write_stdout(context.get_help() + "\n" + (WITHOUT_DOCSTRINGS if sys.flags.optimize > 1 else ""))
            context.exit()

    if option is not None:
        option.callback = write_help  # type: ignore[assignment]
    return option


app = typer.Typer(
    name="govreg",
    cls=_Commands,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(*, asked: bool) -> None:
    if asked:
        write_stdout(f"govreg {__version__}\n")
        raise typer.Exit


@app.callback()
def govreg(
    version: Annotated[
        bool, typer.Option("--version", "-V", callback=lambda asked: _version(asked=asked), is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Keep a register of meetings, and answer a review's questions."""


def main() -> None:
    """Run the command line; the program always exits here."""
    use_utf8()
    try:
        sys.exit(answer(_run) if os.environ.get(ASKING) else _run())
    except GovregError as problem:
        notify(problem.message, problem.hint)
        sys.exit(problem.status)
    except UsageError as problem:
        written = io.StringIO()
        problem.show(written)  # type: ignore[attr-defined]
        write_stderr(_in_plain_words(written.getvalue().rstrip("\n")))
    sys.exit(USAGE_STATUS)


def _in_plain_words(message: str) -> str:
    """What Typer says of a call, without the words that come from pydantic, by which it converts values."""
    for words, plain in PLAIN_WORDS.items():
        message = re.sub(f"(?<=: ){words}", plain, message)
    return message


def _run() -> int | None:
    return cast("int | None", app(prog_name="govreg", standalone_mode=False))
