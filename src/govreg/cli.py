"""The command line: which commands there are, and what becomes of what goes wrong."""

import gc
import os
import sys
from typing import Annotated

import typer

from govreg.commands.duplicates import duplicates
from govreg.commands.explain import explain
from govreg.commands.list_meetings import list_meetings
from govreg.commands.overlaps import overlaps
from govreg.commands.review import review
from govreg.commands.show import show
from govreg.commands.validate import validate
from govreg.commands.verdict import verdict
from govreg.errors import GovregError

COULD_NOT = 2
"""The exit status where the call was wrong or could not be carried out."""

app = typer.Typer(
    name="govreg",
    help="Keep the register of meetings, and answer what a review asks of it.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("list")(list_meetings)
app.command()(show)
app.command()(validate)
app.command()(duplicates)
app.command()(verdict)
app.command()(overlaps)
app.command()(review)
app.command()(explain)


def _version(*, asked: bool) -> None:
    if asked:
        from govreg.version import __version__

        typer.echo(f"govreg {__version__}")
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
    _speak_utf8()
    _start_light()
    try:
        app(prog_name="govreg")
    except GovregError as problem:
        _say(problem.message, problem.hint)
        sys.exit(COULD_NOT)


def _say(message: str, hint: str) -> None:
    from govreg.commands.output import say

    say(message, hint)


def _start_light() -> None:
    """Spare what a short run has no use for: pydantic's search for plugins, and frequent looks for circles of objects."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    gc.set_threshold(100_000, 50, 100)


def _speak_utf8() -> None:
    """Print the same bytes whatever the locale; what no encoding can hold, such as a broken file name, is escaped."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n" if stream is sys.stdout else None)
