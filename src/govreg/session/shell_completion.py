"""Completion in the person's shell: answers the shell while a word is typed, and shows or installs the script that asks.

The scripts are Typer's. zsh evaluates the answer and bash inserts it as it is, so every suggestion must be harmless in itself:
`completion` makes sure of that.
"""

import os
import re
from collections.abc import Callable, Mapping
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import NamedTuple

import typer
from shellingham import ShellDetectionFailure, detect_shell
from typer.completion import get_completion_script  # type: ignore[attr-defined] # Typer imports it there

from govreg.errors import GovregError
from govreg.model.names import shown
from govreg.session.streams import notify, write_stderr, write_stdout

ASKING = "_GOVREG_COMPLETE"
"""The environment variable with which a shell asks for completions, as Typer's scripts set it."""

_UNBROKEN = "10000"
_SHELLS = ("bash", "zsh", "fish", "powershell", "pwsh")


class _Installation(NamedTuple):
    """The script's place in the home folder, and the start-up file and the line in it that load the script, if the shell needs one."""

    script: str
    start_up: str = ""
    line: str = ""


_INSTALLATIONS: Mapping[str, _Installation] = {
    "bash": _Installation(".bash_completions/govreg.sh", ".bashrc", "source ~/.bash_completions/govreg.sh"),
    "zsh": _Installation(".zfunc/_govreg", ".zshrc", "fpath+=~/.zfunc; autoload -Uz compinit; compinit"),
    "fish": _Installation(".config/fish/completions/govreg.fish"),
}


def answer(run: Callable[[], object]) -> int:
    """Print for the shell what `run`, the command line, answers, and give the exit status. Raises GovregError if no shell asks."""
    bash_asks = "COMP_WORDS" in os.environ and re.fullmatch(r"\d{1,9}", os.environ.get("COMP_CWORD", ""))
    if os.environ[ASKING] == "complete_bash" and not bash_asks:
        raise GovregError(f"{ASKING} is set, but COMP_WORDS and COMP_CWORD don't say what to complete.", f"Unset {ASKING}.")
    os.environ["TERMINAL_WIDTH"] = _UNBROKEN  # else Typer breaks long help into lines, and fish takes each for a word
    answered, errors = StringIO(), StringIO()
    status: object = 0
    try:
        with redirect_stdout(answered), redirect_stderr(errors):
            run()
    except SystemExit as end:
        status = end.code
    if errors.getvalue():
        write_stderr(errors.getvalue().rstrip("\n"))
    write_stdout(answered.getvalue())
    return int(bool(status))


def show(context: typer.Context, _: object, asked: bool) -> None:  # noqa: FBT001 - Typer calls it so
    """Print the script for the shell that this runs in, if it was asked for. Raises GovregError if that shell has none."""
    if asked and not context.resilient_parsing:
        write_stdout(_script(_shell()) + "\n")
        context.exit()


def install(context: typer.Context, _: object, asked: bool) -> None:  # noqa: FBT001 - Typer calls it so
    """Put the script where the shell that this runs in finds it, if that was asked for.

    The start-up file is only ever added to. Raises GovregError if this can't be done.
    """
    if asked and not context.resilient_parsing:
        shell = _shell()
        if shell not in _INSTALLATIONS:
            hint = "Do it yourself: govreg --show-completion | Add-Content $PROFILE"
            raise GovregError("govreg doesn't change PowerShell's start-up file.", hint)
        _install(_INSTALLATIONS[shell], _script(shell))
        context.exit()


CALLBACKS: Mapping[str | None, Callable[[typer.Context, object, bool], None]] = {"show_completion": show, "install_completion": install}
"""What to do for each of the two options that Typer adds for completion, by its name for them."""


def _shell() -> str:
    """The shell that this runs in. Raises GovregError if it is unknown, or if there is no completion for it."""
    try:
        name: str = detect_shell()[0]
    except (ShellDetectionFailure, RuntimeError, OSError):
        name = ""
    if name not in _SHELLS:
        which = f"There is no completion for {shown(name)}." if name else "govreg can't tell which shell this runs in."
        raise GovregError(which, "Run this in bash, zsh, fish or PowerShell.")
    return name


def _script(shell: str) -> str:
    return str(get_completion_script(prog_name="govreg", complete_var=ASKING, shell=shell))


def _install(where: _Installation, script: str) -> None:
    from govreg.storage.atomic_write import append_line, make_folder, replace_file  # noqa: PLC0415 - only an installation writes

    try:
        home = Path.home()
    except RuntimeError:
        raise GovregError(
            "There is no home folder to install it in.", "Put what --show-completion prints where your shell looks."
        ) from None
    make_folder((home / where.script).parent)
    replace_file(home / where.script, f"{script}\n".encode())
    if where.start_up:
        append_line(home / where.start_up, where.line.encode())
    notify(f"Written: {home / where.script}.", "Open a new shell to use it.")
