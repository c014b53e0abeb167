"""Open the register for a command: find it, read it, take out what its audience may not see, and settle the day it is looked at."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from govreg.diagnostics.syntax import missing_file
from govreg.errors import GovregError
from govreg.model.audience import Audience, Positions, RedactedRegister, for_audience
from govreg.model.dates import last_day
from govreg.model.location import MINUTES, Location, Position
from govreg.model.meeting import Visibility
from govreg.model.register import Register
from govreg.session.typed_dates import typed_date
from govreg.storage.folder import VARIABLE, find
from govreg.storage.reader import ReadResult, read_tree
from govreg.storage.source_map import SourceMap
from govreg.storage.tree import FolderTree, Tree

if TYPE_CHECKING:
    from govreg.model.minutes import Minutes
    from govreg.model.minutes_audience import RedactedMinutes
    from govreg.storage.minutes_reader import MinutesResult

EVERYTHING = Audience()
"""Those who keep the register: they see every entry and every name."""


@dataclass(frozen=True)
class LoadedRegister:
    """A register that was read, where it lies, and the day that it is looked at."""

    folder: Path
    result: ReadResult
    """All that was read, whoever may see it: for `validate`, and for nothing that is shown to others."""
    as_at: str
    """The day as it was said: by `--as-at`, by the register, or by the computer's calendar."""
    tree: Tree
    """Where it was read from."""
    audience: Audience = EVERYTHING

    @property
    def register(self) -> Register:
        """What could be read of it and its audience may see."""
        return self._redacted.register

    @cached_property
    def all_minutes(self) -> "MinutesResult":
        """The minutes, whoever may see them."""
        from govreg.storage.minutes_reader import read_minutes  # noqa: PLC0415 - `list` reads no minutes

        return read_minutes(self.tree)

    @cached_property
    def minutes(self) -> "RedactedMinutes":
        """The minutes that its audience may see."""
        from govreg.model.minutes_audience import minutes_for_audience  # noqa: PLC0415 - the same

        return minutes_for_audience(self.all_minutes.minutes, self.all_minutes.unread, self.register, self.audience)

    def with_minutes_of(self, id_: str) -> tuple[Register, "Mapping[str, Minutes]"]:
        """The register that also says what is missing from the minutes of the meeting `id_`, and these minutes."""
        sittings = self.minutes
        left_out = sum(count for sitting, count in sittings.left_out.items() if sittings.minutes[sitting].meeting == id_)
        known = self.register.with_unread(file for file in sittings.unread if file.startswith(f"{MINUTES}/{id_}/"))
        known = replace(known, left_out=known.left_out._replace(decisions=left_out))
        return known, {sitting: one for sitting, one in sittings.minutes.items() if one.meeting == id_}

    @property
    def positions(self) -> Mapping[str, Positions]:
        """By file, the positions of the items of lists in `register` that have lost some."""
        return self._redacted.positions

    def locate(self, place: Location) -> Position | None:
        """The line and column of a place in `register`."""
        sources = self.result.sources
        return SourceMap(sources.texts, {**sources.origins, **self.positions}).locate(place)

    @cached_property
    def _redacted(self) -> RedactedRegister:
        return redact(self.result.register, self.audience)

    @property
    def missing(self) -> tuple[str, ...]:
        """The files that a register must have and this one lacks."""
        return tuple(found.file for found in self.result.findings if found.code == missing_file.code)

    @property
    def today(self) -> date:
        """The day that rules about dates go by."""
        return last_day(self.as_at)


def audience_of(sees: Visibility, *, people: bool, numbered: bool = False) -> Audience:
    """Who a report is for; `numbered` tells persons apart where they are not named. Raises GovregError for names to the public."""
    if people and sees == "public":
        raise GovregError("People are never named in a report for the public.", "Leave out --people, or use --for partners.")
    return Audience(sees, "named" if people else "numbered" if numbered else "left out")


def redact(register: Register, audience: Audience, also_hidden: frozenset[str] = frozenset()) -> RedactedRegister:
    """What `audience` may see of `register`; a verdict that holds still does where parts of its meetings are left out."""
    seen, positions = for_audience(register, audience, also_hidden)
    if audience.is_internal or not seen.verdicts:
        return RedactedRegister(seen, positions)
    from govreg.analysis.verdicts import restated  # noqa: PLC0415 - only a report for others changes verdicts

    verdicts = tuple(restated(verdict, register, seen) for verdict in seen.verdicts)
    return RedactedRegister(replace(seen, verdicts=verdicts), positions)


def find_register(folder: str | Path | None = None) -> Path:
    """The register's folder: `folder`, else $GOVREG_REGISTER, else the nearest upward. Raises GovregError if there is none."""
    return find(Path(folder) if folder is not None else None, os.environ.get(VARIABLE))


def load_register(folder: str | Path | None = None, as_at: str | None = None, audience: Audience = EVERYTHING) -> LoadedRegister:
    """Find and read the register, as `audience` may see it. Raises GovregError if there is none, or if `as_at` is not a date."""
    day = typed_date(as_at, "--as-at") if as_at is not None else None
    found = find_register(folder)
    tree = FolderTree(found)
    reading = read_tree(tree)
    return LoadedRegister(found, reading, day or today_of(reading.register), tree, audience)


def today_of(register: Register) -> str:
    """The day that a register is looked at where the call doesn't say: its own, else the computer's date."""
    return register.as_at or date.today().isoformat()  # noqa: DTZ011 - the reader's own calendar is meant
