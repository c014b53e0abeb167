"""What each signal adds to a pair's sum or takes from it, the formula from sum to score, and the words for scores.

The weights are round numbers, set by reasoning on why people call two meetings duplicates and checked on labelled pairs
(see `bench/labelled.py`); they are the same for every register. Likeness (`theme`, `near-theme`, `words`, `copied`, `focus`,
`name`, `told`, `named`) is what two texts have in common. What ties two meetings, or sets them apart, is taken from their
likeness in proportion: a parent and its child, or one partnership in two towns, are bound to be alike, so that being alike
shows little of them.
"""

from math import exp, log

# For: what two meetings have in common.
THEME = 2.0
"""Topics in common, of all topics of the two; full where they are the same."""
SAME_THEME = 0.3
"""More where a topic in common stands in both titles, or both are tagged with it."""
NEAR_THEME = 0.3
"""A topic that takes the other's in, where they have none in common."""
WORDS = 2.0
"""Telling words in common beside the topics; full where they say the same."""
COPIED = 2.5
"""Whole runs of telling words in common, of all runs of the shorter text; full where one is wholly in the other."""
FEWEST_RUNS = 3
"""Fewer runs in common than this are chance."""
FOCUS = 0.8
"""The same items among what the two work on now, of the shorter list; full where no third meeting of the area has them."""
NAME = 1.0
"""One name, but for places and small words."""
TOLD = 1.0
"""One text names the other meeting and speaks of replacing, merging or renaming."""
NAMED = 0.3
"""One text names the other meeting."""
SUCCESSION = 2.5
"""One is recorded to take the other's place, and both are live."""
DUTY = 1.0
"""Both serve one statutory duty in one area."""
SEATS = 0.5
"""Seats in common, of all seats, each by how telling it is."""
SAME_REPORT = 0.2
"""Both report to one place."""

# Against: shares of the likeness that are taken away, and what is given for a tie that is known.
OTHER_AREA = 1.0
"""The areas have nothing to do with each other: all likeness is taken, and one more."""
WITHIN = 0.2
"""One's area lies in the other's, or they share only a part."""
UNPLACED = 0.1
"""Only one says which area it is for."""
OTHER_TIER = 0.4
"""One works for a region or a country, the other for a place in it."""
REPORTS = (0.9, 0.6)
"""One reports to the other: what the tie adds, and what share of the likeness it takes."""
LINKED = (0.5, 0.4)
"""One is linked to the other, or sends someone to it: likewise."""
BELOW = 0.35
"""One is called a group that works for another body, the other isn't."""
LEVEL = 0.2
"""One is strategic where the other is tactical or operational."""
OVERSIGHT = 0.1
"""One oversees, the other delivers."""
KEPT = 0.3
"""One review looked at both and recommends to keep both."""
SCRUTINY = 0.5
"""One is a committee that scrutinises such work, the other does it."""
OTHER_THEME = (0.3, 0.5)
"""Each has topics, and none in common: what that takes where none is even near, and what share of the likeness it takes."""

COMMON = 5
"""How many meetings of one area may work on a topic before sharing it tells less: with twice as many, half as much."""

LIKELY = 0.7
"""From this score on, a pair is likely the same work."""
POSSIBLE = 0.5
"""From this score on, it is possible; below, weak."""

GRADES = ("weak", "possible", "likely")
"""The words for scores, the surer the later."""

_MIDDLE = 1.5


def score_of(total: float) -> float:
    """The score of a pair whose pieces of evidence add up to `total`: 1 / (1 + e^(1.5 - total)), between 0 and 1.

    It rises strictly with the total: 0.5 at 1.5, 0.7 at 2.35, 0.18 where nothing was found.
    """
    return 1 / (1 + exp(_MIDDLE - total))


def total_of(score: float) -> float:
    """The total that makes `score`, which lies between 0 and 1, ends left out: the inverse of `score_of`."""
    return _MIDDLE - log(1 / score - 1)


def grade_of(score: float) -> str:
    """The word for `score`: likely, possible or weak."""
    return "likely" if score >= LIKELY else "possible" if score >= POSSIBLE else "weak"
