"""From a pair's sum to its score, and the words for scores.

A sum counts factors of ten: 1.00 is one comparable pair in ten that has as much in common by chance, 2.00 one in a hundred.
"""

from dataclasses import dataclass
from math import log10

LIKELY = 0.7
"""From this score on, a pair is likely the same work: ten times what chance brings about for each meeting."""
POSSIBLE = 0.5
"""From this score on, it is possible; below, weak."""

GRADES = ("weak", "possible", "likely")
"""The words for scores, the surer the later."""

_FEWEST_COMPARED = 10
"""A meeting is taken to have at least as many others to compare it with: of three meetings, a pair must have something in common too."""

_SLOPE = 1.5
"""So that a sum of 1 above the bar makes 0.7."""


@dataclass(frozen=True, slots=True)
class Scale:
    """How sums become scores in one register."""

    bar: float
    """The sum from which a pair is possible: as much in common as chance alone gives each meeting with one other."""

    def score(self, total: float) -> float:
        """The score of a pair whose evidence adds up to `total`, between 0 and 1: 0.5 + x / (2 (1.5 + |x|)), where x = total - bar.

        It rises strictly with the total and never reaches 1, however long two texts are: 0.5 at the bar, 0.7 one above it, 0.86 four.
        """
        x = total - self.bar
        return 0.5 + x / (2 * (_SLOPE + abs(x)))

    def grade(self, total: float) -> str:
        """The word for a pair whose evidence adds up to `total`: likely, possible or weak."""
        return "likely" if total >= self.bar + 1 else "possible" if total >= self.bar else "weak"


def scale(compared: float) -> Scale:
    """The scale of a register in which a meeting can be compared with `compared` others on average.

    With a hundred others, what one pair in a hundred has by chance comes up once for each meeting; so the bar is the logarithm of
    their number, to whole hundredths, as the parts of a sum are.
    """
    return Scale(round(log10(max(_FEWEST_COMPARED, compared)), 2))
