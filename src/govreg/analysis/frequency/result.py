"""The reading of a frequency: meetings a year, how certain that is, how areas differ, and what was misspelt."""

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from fractions import Fraction

from govreg.values import dataclass


class Certainty(StrEnum):
    """How certain a number of meetings a year is, the most certain first."""

    EXACT = "exact"
    AT_LEAST = "at-least"
    AMBIGUOUS = "ambiguous"
    VARIES = "varies"
    UNKNOWN = "unknown"


def weakest(*certainties: Certainty) -> Certainty:
    """The least sure of `certainties`, which is what a sum is; exact where there is nothing to sum."""
    order = list(Certainty)
    return max(certainties, key=order.index, default=Certainty.EXACT)


@dataclass(frozen=True)
class ParsedFrequency:
    """The reading of a phrase."""

    per_year: Fraction | None
    """Meetings a year of one instance, or None where the words give no number."""
    certainty: Certainty
    exceptions: Mapping[str, Fraction] = field(default_factory=dict)
    """Area id -> meetings a year, where the phrase says that an area differs."""
    readings: tuple[tuple[str, Fraction], ...] = ()
    """Both readings of an ambiguous phrase, the usual one first."""
    why: str = ""
    """Why the number is ambiguous, for a person."""
    known: bool = True
    """Whether the words were understood, if only as giving no number."""
    misspellings: tuple[tuple[str, str], ...] = ()
    """Certain misspellings: what was written, and what it was read as."""
    months: tuple[int, ...] = ()
    """The months in which it is held, 1 to 12, where the phrase settles all of them; else none."""
    weekdays: tuple[int, ...] = ()
    """The days of the week that the phrase names, 1 (Monday) to 7."""
