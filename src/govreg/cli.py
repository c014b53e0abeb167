"""The command line: which commands there are, and what becomes of what goes wrong."""

import gc
import io
import os
import sys
from typing import Annotated, Any, cast

import typer
from typer.core import TyperCommand, TyperGroup, TyperOption

from govreg.commands.diff import diff
from govreg.commands.duplicates import duplicates
from govreg.commands.explain import explain
from govreg.commands.list_meetings import list_meetings
from govreg.commands.overlaps import overlaps
from govreg.commands.review import review
from govreg.commands.shell_completion import ASKING, CALLBACKS, answer
from govreg.commands.show import show
from govreg.commands.validate import validate
from govreg.commands.verdict import verdict
from govreg.commands.whatif import PairCommand, whatif
from govreg.errors import GovregError
from govreg.session.output import notify, write_stderr, write_stdout

USAGE_STATUS = 2
"""The exit status where the call was wrong or could not be carried out."""

WITHOUT_DOCSTRINGS = "\nPython was started with -OO or PYTHONOPTIMIZE=2, so this leaves out what a command does, and its examples.\n"
"""The end of a help text that has lost its docstring."""

_WHOLE_SUMMARY = 1000
"""A number of characters that no summary of a command has."""

UsageError = cast("type[Exception]", typer.BadParameter.__base__)
"""What Typer raises for a call that it can't take."""


class _Command(TyperCommand):
    """A command whose help is put out as every answer is: a full disk or a reader that goes away is told, not traced."""

    def get_help_option(self, ctx: typer.Context) -> TyperOption | None:  # type: ignore[override]
        """The option that shows the help."""
        return _help_through_stdout(super().get_help_option(ctx))

    def get_short_help_str(self, limit: int = _WHOLE_SUMMARY) -> str:
        """The summary in the list of commands: on two lines where it must be, never cut."""
        return super().get_short_help_str(max(limit, _WHOLE_SUMMARY))


class _PairedCommand(_Command, PairCommand):
    """The same for a command with options that take two values."""


class _Commands(TyperGroup):
    """The commands together, with the same for their help and for the options of completion."""

    def get_params(self, ctx: typer.Context) -> list[Any]:  # type: ignore[override]
        """The options."""
        options = super().get_params(ctx)
        for option in options:
            option.callback = CALLBACKS.get(option.name, option.callback)  # type: ignore[assignment]
        return options

    def get_help_option(self, ctx: typer.Context) -> TyperOption | None:  # type: ignore[override]
        """The option that shows the help."""
        return _help_through_stdout(super().get_help_option(ctx))


def _help_through_stdout(option: TyperOption | None) -> TyperOption | None:
    def put_out(context: typer.Context, _: object, asked: bool) -> None:  # noqa: FBT001 - Typer calls it so
        if asked and not context.resilient_parsing:
            write_stdout(context.get_help() + "\n" + (WITHOUT_DOCSTRINGS if sys.flags.optimize > 1 else ""))
            context.exit()

    if option is not None:
        option.callback = put_out  # type: ignore[assignment]
    return option


app = typer.Typer(
    name="govreg",
    cls=_Commands,
    help="Keep the register of meetings, and answer what a review asks of it.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("list", cls=_Command)(list_meetings)
for _command in (show, validate, duplicates, verdict, overlaps, review, diff, explain):
    app.command(cls=_Command)(_command)
app.command(cls=_PairedCommand)(whatif)


def _version(*, asked: bool) -> None:
    if asked:
        from govreg.version import __version__

        write_stdout(f"govreg {__version__}\n")
        raise typer.Exit


@app.callback()
def govreg(
    version: Annotated[
        bool, typer.Option("--version", "-V", callback=lambda asked: _version(asked=asked), is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Keep the register of meetings, and answer what a review asks of it."""


def main() -> None:
    """Run the command line; every end of it goes through here."""
    _use_utf8()
    _start_fast()
    try:
        sys.exit(answer(_run) if os.environ.get(ASKING) else _run())
    except GovregError as problem:
        notify(problem.message, problem.hint)
    except UsageError as problem:
        said = io.StringIO()
        problem.show(said)  # type: ignore[attr-defined]
        write_stderr(said.getvalue().rstrip("\n"))
    sys.exit(USAGE_STATUS)


def _run() -> int | None:
    return cast("int | None", app(prog_name="govreg", standalone_mode=False))


def _start_fast() -> None:
    """Spare what a short run has no use for: pydantic's search for plugins, and frequent looks for circles of objects."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    gc.set_threshold(100_000, 50, 100)


def _use_utf8() -> None:
    """Print the same bytes whatever the locale, and all of them; what no encoding can hold, such as a broken file name, is escaped."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        newline = "\n" if name == "stdout" else None
        if isinstance(getattr(stream, "buffer", None), io.RawIOBase):
            # PYTHONUNBUFFERED or python -u: Python drops what the system didn't take at once, which a buffer writes again
            stream = io.TextIOWrapper(io.BufferedWriter(stream.buffer), line_buffering=True)
            setattr(sys, name, stream)
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline=newline)
