"""Completion in real shells, at a terminal: words are completed, and nothing that a register says is run or shown raw."""

import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
import shellingham

from conftest import ROOT, Run
from forked import ForkedGovreg
from govreg.session import shell_completion

if sys.platform == "win32":
    pytest.skip("Windows has no pseudo-terminals", allow_module_level=True)

import pty  # Windows has no such module
import select

LONGEST = 90
"""Seconds after which a shell that says nothing has failed: a busy machine starts Python slowly."""

HOSTILE = r"""
opcc: {name: 'Of \$(touch pwned) \`touch pwned\` $(touch pwned)', aliases: [OPCC]}
semicolon: {name: "'; touch pwned; '", aliases: ['OQ;touch${IFS}pwned;#', 'OR$(touch${IFS}pwned)']}
nhs: {name: 'NHS [/ICB] trust', aliases: [NHS, '*']}
odd: {name: Odd, aliases: [{a: b}]}
escape: {name: "Es\e]0;stolen\a", aliases: ["OS\e]0;stolen\a"]}
long: {name: An organisation with a name that is longer than a terminal is wide and would be broken into two lines there at least}
"""

TYPED = {
    "list --lead OP": "OPCC",
    "list --lead OQ": "OQ",
    "list --lead NH": "NHS",
    "show budget": "budget-committee",
    "list --register reg": "register",
}
"""What is typed before the tabulator, and the last word of it then."""

START = {
    "bash": (["--norc", "--noprofile", "-i"], "source <(govreg --show-completion)"),
    "zsh": (["-f", "-i"], "autoload -Uz compinit; compinit -u -D; bindkey -e; source <(govreg --show-completion)"),
    "fish": (["--no-config", "-i"], "govreg --show-completion | source"),
}
"""How each shell is started without the person's own settings, and what it runs first."""

BEGINNING_OF_LINE = "\x01"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder with a hostile register in it, and `bin/govreg`, which runs this project."""
    meetings = tmp_path / "register" / "meetings"
    meetings.mkdir(parents=True)
    (tmp_path / "register" / "organisations.yaml").write_text(HOSTILE, encoding="utf-8")
    (meetings / "budget-committee.yaml").write_text("title: Budget committee\nlead: opcc\n", encoding="utf-8")
    program = tmp_path / "bin" / "govreg"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m govreg "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    return tmp_path


def environment(home: Path) -> dict[str, str]:
    """What a shell is started with: a home of its own, and govreg on its path."""
    path = f"{home / 'bin'}:{os.environ['PATH']}"
    return {"HOME": str(home), "LC_ALL": "C.UTF-8", "PATH": path, "PYTHONPATH": str(ROOT / "src"), "TERM": "dumb"}


def typed_in(shell: str, lines: Sequence[str], home: Path) -> str:
    """What a terminal shows while `lines` are typed into `shell` in the folder `home`."""
    found = shutil.which(shell)
    if found is None:
        pytest.skip(f"{shell} is not installed")
    process, terminal = pty.fork()
    if process == 0:
        os.chdir(home)
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        os.execve(found, [shell, *START[shell][0]], environment(home))  # noqa: S606 - a shell is what is tested
    output = bytearray()
    try:
        for line in (START[shell][1], *lines, "exit"):
            os.write(terminal, f"{line}\r".encode())
        end = time.monotonic() + LONGEST
        while (left := end - time.monotonic()) > 0 and select.select([terminal], [], [], left)[0]:
            try:
                output += os.read(terminal, 65536)
            except OSError:  # how Linux says that the shell has ended
                break
        else:
            pytest.fail(f"{shell} didn't end: {bytes(output)!r}")
    finally:
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        os.close(terminal)
    return output.decode(errors="replace")


@pytest.mark.parametrize("shell", START)
def test_words_are_completed_and_what_a_register_says_is_never_run(shell: str, home: Path, forked: ForkedGovreg) -> None:
    program = home / "bin" / "govreg"
    start, _, run = program.read_text(encoding="utf-8").partition("exec ")  # which finds out which shell it was started from
    fast = forked.command(home / "client.py")
    program.write_text(f'{start}[ -z "$_GOVREG_COMPLETE" ] || exec {fast} "$@"\nexec {run}', encoding="utf-8")
    shown = typed_in(shell, [f"govreg {words}\t{BEGINNING_OF_LINE}printf '[%s]\\n' " for words in TYPED], home)

    assert re.findall(r"^\[(.*)\]\r?$", shown.replace("\r\n", "\n").replace("/]", "]"), re.MULTILINE) == [
        word for words, last in TYPED.items() for word in ("govreg", *words.split()[:-1], last)
    ]
    assert not (home / "pwned").exists()
    assert "stolen" not in shown
    assert "Error" not in shown
    assert "rror:" not in shown


def asked_by(shell: str, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask for completions of `words`, the last of which is being typed, as the script of `shell` does."""
    monkeypatch.setenv("_GOVREG_COMPLETE", f"complete_{shell}")
    monkeypatch.setenv("COMP_WORDS", words)
    monkeypatch.setenv("COMP_CWORD", str(words.count(" ")))
    monkeypatch.setenv("_TYPER_COMPLETE_ARGS", words)
    monkeypatch.setenv("_TYPER_COMPLETE_WORD_TO_COMPLETE", words.rsplit(" ", maxsplit=1)[-1])
    monkeypatch.setenv("_TYPER_COMPLETE_FISH_ACTION", "get-args")


SHELLS = ["bash", "zsh", "fish", "powershell"]
WORDS_OF_FISH = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*(\t[\w ,./…-]+)?")


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize("words", ["list --lead ", "list --lead O", "list --area ", "list --theme ", "show ", "explain gr"])
def test_only_harmless_words_are_suggested(shell: str, words: str, home: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    register = home / "register"
    (register / "themes.yaml").write_text(HOSTILE, encoding="utf-8")
    areas = HOSTILE.strip().replace("\n", "\n  ")
    (register / "register.yaml").write_text(f"areas:\n  {areas}\n", encoding="utf-8")
    (register / "meetings" / "a;touch pwned.yaml").write_text("title: x\nlead: opcc\n", encoding="utf-8")
    asked_by(shell, f"govreg {words}", monkeypatch)

    ran = run("", cwd=home, columns=20)

    assert (ran.status, ran.err) == (0, "")
    assert ran.out.strip()
    if shell == "fish":
        assert [line for line in ran.out.splitlines() if not WORDS_OF_FISH.fullmatch(line)] == []
    assert not re.search("[$`\\\\;*\x1b\x07\\[]", ran.out.removeprefix("_arguments '*: :"))


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize(
    "file",
    ["", "[]", "opcc", "opcc: []", "opcc: {aliases: [OPCC]}", "? {a: b}\n: c", "o: &a {name: *a}", "[" * 3000, "\x00", "opcc: {name: ["],
)
def test_completion_suggests_what_can_be_read_of_an_odd_file(
    shell: str, file: str, home: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("organisations.yaml", "register.yaml", "themes.yaml"):
        (home / "register" / name).write_text(file, encoding="utf-8")
    for words in ("list --lead ", "list --area ", "list --theme ", "list --support "):
        asked_by(shell, f"govreg {words}", monkeypatch)
        ran = run("", cwd=home)
        assert (ran.status, ran.err) == (0, "")


@pytest.mark.parametrize("words", ["list --register x", "list --output x", "validate x", "list --register=x"])
def test_paths_are_left_to_the_shell(words: str, home: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    asked_by("bash", f"govreg {words}", monkeypatch)

    assert run("", cwd=home).out.strip() == ""


def test_a_completion_call_without_a_shell_is_status_2(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_GOVREG_COMPLETE", "complete_bash")
    for place in ("", "x", "-1", "9" * 5000):
        monkeypatch.setenv("COMP_CWORD", place)
        ran = run("")
        assert (ran.status, ran.out) == (2, "")
        assert "don't say what to complete" in ran.err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("asked", ["--show-completion", "", "list --lead "])
def test_a_full_disk_is_reported(asked: str, home: Path, forked: ForkedGovreg) -> None:
    if asked == "--show-completion":  # which finds out which shell it was started from
        command = f"{home / 'bin' / 'govreg'} {asked}"
    else:
        command = f"_GOVREG_COMPLETE=complete_zsh _TYPER_COMPLETE_ARGS='govreg {asked}' {forked.command(home / 'client.py')}"
    done = subprocess.run(
        ["bash", "-c", f"{command} >/dev/full; exit $?"], capture_output=True, cwd=home, env=environment(home), check=False
    )

    assert done.stderr == b"govreg: Standard output can't be written: no space left on device.\n"
    assert done.returncode == 2


@pytest.fixture
def in_shell(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[str], None]:
    """Lets the program take a shell for the one that it runs in, with a home folder that isn't that of whoever runs the tests."""
    monkeypatch.setenv("HOME", str(tmp_path))

    def name(shell: str) -> None:
        def detected() -> tuple[str, str]:
            if not shell:
                raise shellingham.ShellDetectionFailure
            return shell, f"/bin/{shell}"

        monkeypatch.setattr(shell_completion, "detect_shell", detected)

    return name


@pytest.mark.parametrize(("shell", "start_up"), [("bash", ".bashrc"), ("zsh", ".zshrc"), ("fish", "")])
def test_installing_only_adds_to_what_a_shell_starts_with(
    shell: str, start_up: str, tmp_path: Path, run: Run, in_shell: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    in_shell(shell)
    mine = b"alias l='ls' # \xe9 in Latin-1, no line end"
    if start_up:
        (tmp_path / start_up).write_bytes(mine)

    first, second = run("--install-completion"), run("--install-completion")

    assert (first.status, first.out, second.status) == (0, "", 0)
    assert "Written: " in first.err
    if start_up:
        held = (tmp_path / start_up).read_bytes()
        assert held.startswith(mine + b"\n")
        assert held.count(b"\n") == 2
    assert any("_GOVREG_COMPLETE" in path.read_text() for path in tmp_path.rglob("*govreg*") if path.is_file())


@pytest.mark.parametrize("shell", ["bash", "zsh"])
def test_a_failed_installation_is_status_2(
    shell: str, tmp_path: Path, run: Run, in_shell: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    in_shell(shell)
    (tmp_path / ".bashrc").mkdir()
    (tmp_path / ".zshrc").mkdir()
    for home in (tmp_path, "/dev/null", tmp_path / ".bashrc" / ("x" * 300)):
        monkeypatch.setenv("HOME", str(home))
        ran = run("--install-completion")
        assert (ran.status, ran.out) == (2, "")
        assert "can't be written" in ran.err


@pytest.mark.parametrize("shell", ["", "tcsh", "\x1b]0;x\x07", "powershell"])
def test_a_shell_without_an_installation_gets_a_hint(shell: str, run: Run, in_shell: Callable[[str], None]) -> None:
    in_shell(shell)
    ran = run("--install-completion")

    assert (ran.status, ran.out) == (2, "")
    assert "PowerShell" in ran.err
    assert "\x1b" not in ran.err
