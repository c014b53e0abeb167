"""Loads the register for a command: finds it, reads it, leaves out what its audience may not see, and fixes the date to report on."""

import os
from collections.abc import Mapping
from dataclasses import replace
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
from govreg.storage.folder import VARIABLE, find
from govreg.storage.reader import ReadResult, read_tree
from govreg.storage.source_map import SourceMap
from govreg.storage.tree import FolderTree, Tree
from govreg.values import dataclass

if TYPE_CHECKING:
    from govreg.model.minutes import Minutes
    from govreg.model.minutes_audience import RedactedMinutes
    from govreg.storage.minutes_reader import MinutesResult

EVERYTHING = Audience()
"""The people who keep the register: they may see every entry and every name."""


@dataclass(frozen=True)
class LoadedRegister:
    """A register that was read, with its folder and the date to report on."""

    folder: Path
    result: ReadResult
    """Everything that was read, whoever may see it: for `validate`, and never shown to others."""
    as_at: str
    """The date to report on, as given by `--as-at`, the register or the computer's calendar."""
    tree: Tree
    """The files that it was read from."""
    audience: Audience = EVERYTHING
    earlier: "LoadedRegister | None" = None
    """Another state of the same register, of which the minutes are not parsed again where they say the same."""

    @property
    def register(self) -> Register:
        """The part of it that could be read and that its audience may see."""
        return self._redacted.register

    @cached_property
    def all_minutes(self) -> "MinutesResult":
        """The minutes, whoever may see them."""
        from govreg.storage.minutes_reader import read_minutes  # noqa: PLC0415 - `list` reads no minutes

        return read_minutes(self.tree, self.earlier.all_minutes if self.earlier is not None else None)

    @cached_property
    def minutes(self) -> "RedactedMinutes":
        """The minutes that its audience may see."""
        from govreg.model.minutes_audience import minutes_for_audience  # noqa: PLC0415 - the same

        return minutes_for_audience(self.all_minutes.minutes, self.all_minutes.unread, self.register, self.audience)

    def with_minutes_of(self, id_: str) -> tuple[Register, "Mapping[str, Minutes]"]:
        """The minutes of the meeting `id_`, and the register with what is left out of these, or couldn't be read."""
        sittings = self.minutes
        left_out = sum(count for sitting, count in sittings.left_out.items() if sittings.minutes[sitting].meeting == id_)
        known = self.register.with_unread(file for file in sittings.unread if file.startswith(f"{MINUTES}/{id_}/"))
        known = replace(known, left_out=known.left_out._replace(decisions=left_out))
        return known, {sitting: one for sitting, one in sittings.minutes.items() if one.meeting == id_}

    @property
    def positions(self) -> Mapping[str, Positions]:
        """The positions of the remaining items of shortened lists in `register`, by file."""
        return self._redacted.positions

    def locate(self, place: Location) -> Position | None:
        """The line and column of a place in `register`."""
        return self._sources.locate(place)

    @cached_property
    def _sources(self) -> SourceMap:
        """The files of `register`, with the positions of what remains in its shortened lists."""
        return self.result.sources.shortened(self.positions)

    @cached_property
    def _redacted(self) -> RedactedRegister:
        return redact(self.result.register, self.audience)

    @property
    def missing(self) -> tuple[str, ...]:
        """The required files that this register lacks."""
        return tuple(found.file for found in self.result.findings if found.code == missing_file.code)

    @property
    def today(self) -> date:
        """The date to report on as a day, for rules about dates."""
        return last_day(self.as_at)


def audience_of(visibility: Visibility, *, people: bool, numbered: bool = False) -> Audience:
    """Who a report is for; `numbered` gives unnamed people numbers. Raises GovregError if people would be named to the public."""
    if people and visibility == "public":
        raise GovregError("People are never named in a report for the public.", "Leave out --people, or use --for partners.")
    return Audience(visibility, "named" if people else "numbered" if numbered else "left out")


def redact(register: Register, audience: Audience, also_hidden: frozenset[str] = frozenset()) -> RedactedRegister:
    """The part of `register` that `audience` may see. Leaving out parts of meetings makes no verdict stale."""
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
    day = _typed_day(as_at) if as_at is not None else None
    found = find_register(folder)
    tree = FolderTree(found)
    reading = read_tree(tree)
    return LoadedRegister(found, reading, day or today_of(reading.register), tree, audience)


def _typed_day(as_at: str) -> str:
    from govreg.session.typed_dates import typed_date  # noqa: PLC0415 - most runs take the register's own day

    return typed_date(as_at, "--as-at")


def today_of(register: Register) -> str:
    """The date to report on unless the command line gives one: the register's own, else the computer's."""
    return register.as_at or date.today().isoformat()  # noqa: DTZ011 - the reader's own calendar is meant
