"""What the rules look at: a register, the minutes of its meetings, and the day that it is looked at."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from govreg.model.finding import Path, Place
from govreg.model.minutes import Minutes
from govreg.model.register import Register


@dataclass(frozen=True)
class Subject:
    """A register under inspection."""

    register: Register
    today: date
    minutes: Mapping[str, Minutes] = field(default_factory=dict)


def in_meeting(id_: str, *path: str | int) -> Place:
    """The place at `path` in the file of the meeting `id_`."""
    return Place(f"meetings/{id_}.yaml", tuple(path))


def in_minutes(id_: str, path: Path = ()) -> Place:
    """The place at `path` in the minutes `id_` (`meeting/day`)."""
    return Place(f"minutes/{id_}.yaml", path)
