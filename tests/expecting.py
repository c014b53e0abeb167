"""Compares a command's output with a file that a person has read and approved.

The file names its command in the first line: `terminal 60: govreg list` is the output on a terminal of 60 columns, without colours;
`piped: govreg list` is the output to a pipe.
"""

import re
from pathlib import Path

import pytest

from conftest import ROOT, Run


def check_output(path: Path, run: Run, request: pytest.FixtureRequest, *, cwd: Path = ROOT) -> str:
    """Check that the command in `path`, run in `cwd`, writes the text in `path`; give what it writes on standard error."""
    command, _, expected = path.read_text(encoding="utf-8").partition("\n")
    kind, words = command.split(": govreg ", 1)
    at_terminal = kind.startswith("terminal")
    ran = run(f"{words} --color always" if at_terminal else words, columns=int(kind.split()[1]) if at_terminal else None, cwd=cwd)
    shown = re.sub(r" +$", "", re.sub(r"\x1b\[[0-9;]*m", "", ran.out), flags=re.MULTILINE).replace("\r\n", "\n")

    if request.config.getoption("--write-expected"):
        path.write_text(f"{command}\n{shown}", encoding="utf-8", newline="\n")
        return ran.err
    assert shown == expected
    assert "\x1b" not in shown
    if at_terminal:
        # a command to copy has its line to itself, however long; all else fits
        assert all(len(line) <= int(kind.split()[1]) for line in shown.splitlines() if not line.startswith("govreg "))
    return ran.err
