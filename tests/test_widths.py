"""Whatever the width, no answer splits a word or breaks what one would copy: joined, its lines are what a pipe gets."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

import govreg.render.formats
from conftest import Run
from govreg.render.cells import width as width_of
from govreg.render.target import Target
from govreg.render.text import render
from govreg.render.wrap import units_of_hint
from govreg.report import Command, FindingBlock, Report

WIDTHS = (40, 60, 80, 120, 200)
QUESTIONS = (
    "list",
    "review",
    "overlaps",
    "overlaps --by role",
    "duplicates --limit 0",
    "duplicates --by workstream",
    "validate",
    "explain",
    "explain GR311",
    "verdict --list",
    "load --recommended",
    "coverage",
)
REGISTERS = ("register", "examples/cambridgeshire", "examples/devon-and-cornwall")
OF_ONE = (
    'show "Local Meetings"',
    "organisation OPCC",
    'show "Police and Crime Board"',
    "whatif --recommended",
    "whatif --end local-meetings",
    'list --participant "Bristol City Council"',
    "duplicates local-meetings senior-contact-meetings",
)
COMMANDS = [(words, register) for register in REGISTERS for words in QUESTIONS] + [(words, "register") for words in OF_ONE]


@dataclass
class Seen:
    """The report that a command made."""

    report: Report | None = None


@pytest.fixture
def report_of(run: Run, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], Report]:
    """Runs a command on a register, and gives the report that it rendered."""
    seen = Seen()

    def keep(_format: object, report: Report, _target: Target) -> str:
        seen.report = report
        return ""

    monkeypatch.setattr(govreg.render.formats.Format, "render", keep)

    def made(words: str, register: str) -> Report:
        ran = run(f"{words} --register {register}" if not words.startswith("explain") else words)
        assert ran.status in (0, 1), ran.err
        assert seen.report is not None
        return seen.report

    return made


def without_sources(report: Report) -> Report:
    """`report` without the lines of files under findings, which are shown around their caret."""
    return replace(report, blocks=tuple(replace(block, line=None) if isinstance(block, FindingBlock) else block for block in report.blocks))


def words_of(text: str) -> set[str]:
    """The words of `text`, without what only draws lines."""
    return {word for word in text.split() if not re.fullmatch(r"[-=─]+|#*\.*>?", word)}


@pytest.mark.parametrize(("words", "register"), COMMANDS, ids=lambda value: value.replace("/", "-"))
def test_no_word_is_split_and_nothing_to_copy_is_broken(words: str, register: str, report_of: Callable[[str, str], Report]) -> None:
    report = without_sources(report_of(words, register))
    whole = render(report, Target())
    to_copy = [
        *re.findall(r"“govreg [^”]*”|\{[^{}\n]*\}|\S+://\S+", whole),
        *(one.text for one in report.blocks if isinstance(one, Command)),
    ]
    longest = max((width_of(unit) for unit in (*units_of_hint(whole), *to_copy)), default=0)

    for width in WIDTHS:
        text = render(report, Target(width=width))
        lines = text.splitlines()
        assert words_of(text) == words_of(whole)
        assert all(any(one in line for line in lines) for one in to_copy)
        assert all(width_of(line) <= max(width, longest + len("    ")) for line in lines if "    " not in line[:4])


def test_a_pipe_has_the_width_that_columns_asks_for(run: Run) -> None:
    assert max(map(width_of, run("list", columns=60).out.splitlines())) <= 60
    assert max(map(width_of, run("list").out.splitlines())) > 120


def test_help_cuts_no_summary(run: Run) -> None:
    for columns in WIDTHS:
        text = run("-h", columns=columns).out
        assert "..." not in text.split("Commands:")[1]


def test_messages_go_to_standard_error(run: Run, tmp_path: Path) -> None:
    ran = run(f"review --output {tmp_path / 'review.html'}")

    assert ran.out == ""
    assert "Written: " in ran.err
