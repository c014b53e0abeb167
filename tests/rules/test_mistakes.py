r"""Mistakes that a careful reader would name are found, each by its own rule; what is right is not reported.

`mistakes.txt` has one tiny register each: the code expected and its place, or `accepted` and why, then the files. Text before the
first file's name is of the meeting `budget-committee`. A place without a file is in the first of them.
"""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from building import ORGANISATIONS, TODAY, tree_of
from govreg.diagnostics.finding import Finding, Severity
from govreg.rules.catalogue import every_rule
from govreg.rules.context import RuleContext
from govreg.rules.run import placed, problems_of_drafts, run
from govreg.storage.minutes_reader import read_minutes
from govreg.storage.reader import read_tree
from govreg.storage.source_map import SourceMap

MEETING = "meetings/budget-committee.yaml"
FILE = re.compile(r"(?:(?:meetings|minutes)/.+|[a-z]+)\.yaml")
ESCAPE = re.compile(r"\\(t|u[0-9a-f]{4}|U[0-9a-f]{8})")
AREAS = """
areas:
  avon-and-somerset: {name: Avon and Somerset}
  bristol: {name: Bristol, part_of: avon-and-somerset}
  somerset: {name: Somerset, part_of: avon-and-somerset}
"""
AROUND = {
    "register.yaml": AREAS,
    "themes.yaml": "mental-health: {name: Mental health, terms: [mental health, place of safety]}\n",
    "meetings/finance-board.yaml": "title: Finance Board\nlead: constabulary\n",
}
ADDED_TO = {"organisations.yaml": ORGANISATIONS, "themes.yaml": AROUND["themes.yaml"]}
"""The text before a mistake in these files."""


class Mistake(NamedTuple):
    """A register with a mistake in it: the code and place expected, or `accepted`, what is wrong, and the files that differ."""

    expected: str
    place: str
    what: str
    files: dict[str, str]


def mistakes() -> list[Mistake]:
    """The mistakes in the table."""
    text = (Path(__file__).parent / "mistakes.txt").read_text(encoding="utf-8")
    return [_mistake(block) for block in re.split(r"^== ", text, flags=re.MULTILINE)[1:]]


def _mistake(block: str) -> Mistake:
    head, *lines = ESCAPE.sub(_character, block).splitlines()
    expected, what = head.split(" ", 1)
    place = ""
    if expected != "accepted":
        place, what = what.split(" ", 1)
    files: dict[str, str] = {}
    name = MEETING
    for line in lines:
        if FILE.fullmatch(line):
            name = line
            files[name] = ADDED_TO.get(name, "")
        else:
            files[name] = files.get(name, "") + line + "\n"
    if place and ".yaml" not in place:
        place = f"{next(iter(files))}:{place}"
    entry = files.get(MEETING, "")
    for key, value in (("title", "Budget committee"), ("lead", "opcc")):
        if not re.search(rf"^{key}:", entry, flags=re.MULTILINE):
            entry += f"{key}: {value}\n"
    return Mistake(expected, place, what, {**AROUND, **files, MEETING: entry})


def _character(escape: re.Match[str]) -> str:
    return "\t" if escape[1] == "t" else chr(int(escape[1][1:], 16))


def findings(files: dict[str, str]) -> list[Finding]:
    """All that is found in a register with `files`."""
    return checked(files)[0]


def checked(files: dict[str, str]) -> tuple[list[Finding], SourceMap]:
    """All that is found in a register with `files`, and where its values are; checked once for the tests that ask for it."""
    return _checked(tuple(files.items()))


@cache
def _checked(files: tuple[tuple[str, str], ...]) -> tuple[list[Finding], SourceMap]:
    tree = tree_of(dict(files))
    reading, sittings = read_tree(tree), read_minutes(tree)
    sources = reading.sources.joined(sittings.sources)
    subject = RuleContext(reading.register, TODAY, sittings.minutes)
    found = [*reading.findings, *sittings.findings, *run(subject, sources.locate)]
    if reading.drafts or sittings.drafts:
        found += placed(problems_of_drafts(subject, reading.drafts, sittings.drafts), sources.locate)
    return found, sources


def fixed(files: dict[str, str], found: list[Finding], sources: SourceMap) -> dict[str, str]:
    """`files` with the replacement of every finding that has one, from the last to the first."""
    edits = {(one.fix.place.file, *span, one.fix.text) for one in found if one.fix and (span := sources.span(one.fix.place))}
    texts = dict(files)
    for file, start, end, text in sorted(edits, reverse=True):
        texts[file] = texts[file][:start] + text + texts[file][end:]
    return texts


def test_the_register_without_mistakes_has_no_findings() -> None:
    assert findings({**AROUND, MEETING: "title: Budget committee\nlead: opcc\n"}) == []


@pytest.mark.parametrize("mistake", mistakes(), ids=lambda mistake: mistake.what)
def test_each_mistake_is_found_and_each_correct_register_is_accepted(mistake: Mistake) -> None:
    found = findings(mistake.files)

    if mistake.expected == "accepted":
        assert not found, [(one.code, one.message) for one in found]
    else:
        assert [_place(one) for one in found if one.code == mistake.expected] == [mistake.place], [(one.code, one.message) for one in found]


def _place(finding: Finding) -> str:
    return f"{finding.file}:{finding.line or '-'}" + (f":{finding.column}" if finding.column else "")


def wrong_examples() -> list[Mistake]:
    """The mistakes in the table, and the wrong example of every page."""
    pages = [Mistake(rule.code, "", f"the page of {rule.code}", {**AROUND, **rule.doc.wrong}) for rule in every_rule() if rule.doc.wrong]
    return [*mistakes(), *pages]


def test_a_replacement_mends_its_mistake_and_makes_no_other() -> None:
    for mistake in wrong_examples():
        found, sources = checked(mistake.files)
        replaced = {(one.code, one.message) for one in found if one.fix is not None}
        if not replaced:
            continue  # nothing is replaced: a person decides

        after = findings(fixed(mistake.files, found, sources))

        assert replaced.isdisjoint((one.code, one.message) for one in after), mistake.what
        assert {one.code for one in after if one.severity is Severity.ERROR} <= {one.code for one in found}, mistake.what
