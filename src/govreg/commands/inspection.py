"""Everything that is wrong with a register: what its reader told, what its minutes told, and what the rules find."""

from collections.abc import Mapping
from dataclasses import dataclass

from govreg.commands.opening import Opened
from govreg.files.excess import first_of
from govreg.files.sittings import read_sittings
from govreg.files.sources import Sources
from govreg.model.finding import Finding
from govreg.model.minutes import Minutes
from govreg.rules.run import run, run_on_drafts
from govreg.rules.subject import Subject


@dataclass(frozen=True)
class Inspection:
    """What came of inspecting a register."""

    findings: tuple[Finding, ...]
    """Sorted by file, line, column and code; of a file with a great many, the first."""
    minutes: Mapping[str, Minutes]
    sources: Sources
    """The texts of the register's files and of its minutes."""
    unread_minutes: tuple[str, ...]
    """The files of minutes with an error in them."""


def inspect(opened: Opened) -> Inspection:
    """Look for everything that is wrong with the register."""
    reading = opened.reading
    sittings = read_sittings(opened.tree)
    sources = reading.sources.joined(sittings.sources)
    subject = Subject(reading.register, opened.today, sittings.minutes)
    found = {*reading.findings, *sittings.findings, *run(subject, sources.locate)}
    if reading.drafts or sittings.drafts:
        found.update(run_on_drafts(subject, reading.drafts, sittings.drafts, sources.locate))
    return Inspection(first_of(found), sittings.minutes, sources, sittings.unread)
