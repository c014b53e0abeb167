"""Weigh one pair of meetings: what each signal adds to the sum or takes from it, in hundredths, without words yet."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt

from govreg.analysis.duplicates import weights
from govreg.analysis.duplicates.profile import WHOLE, WORKING, Profile, Profiles
from govreg.analysis.duplicates.relations import Relations
from govreg.analysis.text.shingles import ShingleIndex
from govreg.analysis.text.subjects import BY_LAW

HUNDREDTHS = 100
_ROUNDED = 0.1
"""More than what rounding every part to hundredths can add to a total."""


class Signal(StrEnum):
    """What was seen of a pair."""

    SUCCESSION = "succession"
    TOLD = "told"
    COPIED = "copied"
    FOCUS = "focus"
    NAME = "name"
    DUTY = "duty"
    THEME = "theme"
    NEAR = "near-theme"
    WORDS = "words"
    SEATS = "seats"
    SAME_REPORT = "same-report"
    NAMED = "named"
    REPORTS = "reports"
    LINKED = "linked"
    OTHER_AREA = "other-area"
    WITHIN = "area-within"
    UNPLACED = "area-not-stated"
    OTHER_TIER = "other-tier"
    BELOW = "working-group"
    LEVEL = "other-level"
    OVERSIGHT = "oversight-and-delivery"
    SCRUTINY = "scrutiny-and-work"
    KEPT = "both-kept"
    OTHER_THEME = "other-theme"
    SETTLED = "predecessor-ended"


RELATED = frozenset((Signal.REPORTS, Signal.LINKED, Signal.OTHER_AREA, Signal.OTHER_TIER, Signal.SETTLED))
"""What makes a pair related at most: whoever looks at both finds two rooms for good reason."""


@dataclass(frozen=True, slots=True)
class ScoredPair:
    """A pair of meetings with what each signal adds, in hundredths, so that parts and sum are the same in every format."""

    a: str
    b: str
    parts: Mapping[Signal, int]
    related: bool

    @property
    def total(self) -> float:
        """The sum of the parts."""
        return sum(self.parts.values()) / HUNDREDTHS

    @property
    def score(self) -> float:
        """The score, between 0 and 1."""
        return weights.score_of(self.total)


def score(a: str, b: str, known: Profiles, ties: Relations) -> ScoredPair:
    """What each signal says of the meetings `a` and `b`."""
    a, b = min(a, b), max(a, b)
    return _scored(a, b, known, ties, dict(_likeness(a, b, known, ties)))


def score_from(a: str, b: str, known: Profiles, ties: Relations, least: float) -> ScoredPair | None:
    """The same, or None where the two texts have so little in common that the total can't come to `least`."""
    likeness = dict(_likeness(a, b, known, ties))
    if (a, b) not in ties.related:
        duty = weights.DUTY if _one_duty(known.by_id[a], known.by_id[b]) else 0.0
        if sum(likeness.values()) + duty + weights.SEATS + weights.SAME_REPORT + _ROUNDED < least:
            return None
    return _scored(a, b, known, ties, likeness)


def _scored(a: str, b: str, known: Profiles, ties: Relations, likeness: Mapping[Signal, float]) -> ScoredPair:
    one, other = known.by_id[a], known.by_id[b]
    parts = {**likeness, **dict(_beside(a, b, known, ties)), **dict(_against(a, b, known, ties, likeness))}
    whole = {signal: round(weight * HUNDREDTHS) for signal, weight in parts.items()}
    kept = {signal: weight for signal, weight in whole.items() if weight}
    working_group = (one.meeting.kind in WORKING) != (other.meeting.kind in WORKING)
    return ScoredPair(a, b, kept, related=working_group or not RELATED.isdisjoint(parts))


def _likeness(a: str, b: str, known: Profiles, ties: Relations) -> Iterator[tuple[Signal, float]]:
    """What the two texts have in common."""
    one, other = known.by_id[a], known.by_id[b]
    shared, near = _topics(one, other, known)
    if shared:
        yield Signal.THEME, shared
    elif near:
        yield Signal.NEAR, weights.NEAR_THEME
    likeness = known.likeness(a, b)
    if likeness:
        yield Signal.WORDS, weights.WORDS * likeness
    copied = _copied(one, other, known.runs)
    if copied:
        yield Signal.COPIED, weights.COPIED * copied
    same = one.focus.keys() & other.focus.keys()
    if same:
        telling = sum(min(one.focus[item], other.focus[item]) for item in sorted(same))
        yield Signal.FOCUS, weights.FOCUS * telling / min(len(one.focus), len(other.focus))
    if one.names & other.names:
        yield Signal.NAME, weights.NAME
    if (a, b) in ties.mentions and (a, b) not in ties.followed:
        yield (Signal.TOLD, weights.TOLD) if ties.mentions[a, b].succession else (Signal.NAMED, weights.NAMED)


def _copied(one: Profile, other: Profile, runs: ShingleIndex) -> float:
    """How much of the shorter text stands in the other, by runs of telling words, from 0 to 1."""
    shared = one.runs & other.runs
    return sqrt(runs.telling(shared) / min(len(one.runs), len(other.runs))) if len(shared) >= weights.FEWEST_RUNS else 0.0


def _topics(one: Profile, other: Profile, known: Profiles) -> tuple[float, bool]:
    """What the topics in common add, and whether any are near each other where none is common.

    Half of it is their share of all topics of the two, half how far the narrower meeting's topics are all the broader's:
    a body that takes several on has more topics than each that it replaces.
    """
    common = one.topics.keys() & other.topics.keys()
    if not common:
        near = any(known.topics.near(mine, theirs) for mine in one.topics for theirs in other.topics)
        return 0.0, near
    both = overlap = in_one = in_other = same = 0.0
    for topic in sorted(common):
        mine, theirs = one.topics[topic], other.topics[topic]
        fresh = min(one.rarity[topic], other.rarity[topic])
        both += min(mine, theirs) * fresh
        overlap += min(mine, theirs)
        in_one += mine * fresh
        in_other += theirs * fresh
        if mine == theirs == 1.0:
            same = max(same, fresh)
    whole_one, whole_other = sum(one.topics.values()), sum(other.topics.values())
    taken_in = max(in_one / whole_one, in_other / whole_other)
    share = (both / (whole_one + whole_other - overlap) + taken_in) / 2
    return weights.THEME * share + weights.SAME_THEME * same, False


def _beside(a: str, b: str, known: Profiles, ties: Relations) -> Iterator[tuple[Signal, float]]:
    """What speaks for one piece of work beside the texts."""
    one, other = known.by_id[a], known.by_id[b]
    if (a, b) in ties.followed:
        yield Signal.SUCCESSION, weights.SUCCESSION
    if _one_duty(one, other):
        yield Signal.DUTY, weights.DUTY
    shared = one.seats & other.seats
    if shared:
        in_both = sum(known.is_distinctive[seat] for seat in sorted(shared))
        in_either = sum(known.is_distinctive[seat] for seat in sorted(one.seats | other.seats))
        yield Signal.SEATS, weights.SEATS * in_both / in_either if in_either else 0.0
    if set(one.meeting.reports_to) & set(other.meeting.reports_to):
        yield Signal.SAME_REPORT, weights.SAME_REPORT


def _one_duty(one: Profile, other: Profile) -> bool:
    """Whether both are statutory, for one area, and serve one Act or one subject that an Act makes them keep."""
    if not (one.meeting.statutory and other.meeting.statutory) or not (one.areas & other.above or other.areas & one.above):
        return False
    common = one.topics.keys() & other.topics.keys()
    if one.duties and other.duties:  # one Act may lay several duties down: it takes a topic in common too
        return bool(one.duties & other.duties) and bool(common or not (one.topics and other.topics))
    return any(topic in BY_LAW for topic in common)


def _against(a: str, b: str, known: Profiles, ties: Relations, likeness: Mapping[Signal, float]) -> Iterator[tuple[Signal, float]]:
    """What sets the two apart, or ties them so that they are bound to be alike."""
    one, other = known.by_id[a], known.by_id[b]
    alike = sum(likeness.values())
    tie = Signal.REPORTS if (a, b) in ties.reports else Signal.LINKED if (a, b) in ties.linked else None
    if tie is not None:
        adds, share = weights.REPORTS if tie is Signal.REPORTS else weights.LINKED
        yield tie, adds - share * alike
    if (a, b) in ties.settled:
        yield Signal.SETTLED, -weights.OTHER_AREA - alike
    yield from _apart(one, other, alike, tied=tie is not None)
    yield from _other_job(one, other, alike - _one_text(likeness))
    if _both_kept(one, other):
        yield Signal.KEPT, -weights.KEPT * alike
    if one.topics and other.topics and not one.topics.keys() & other.topics.keys():
        far, share = weights.OTHER_THEME
        near = _topics(one, other, known)[1]
        said = alike - likeness.get(Signal.NEAR, 0.0) - likeness.get(Signal.FOCUS, 0.0)
        yield Signal.OTHER_THEME, -share * said - (0.0 if near else far)


def _one_text(likeness: Mapping[Signal, float]) -> float:
    """What was seen of one text in both entries: no difference of subject or job explains that."""
    return likeness.get(Signal.COPIED, 0.0) + likeness.get(Signal.FOCUS, 0.0)


def _other_job(one: Profile, other: Profile, alike: float) -> Iterator[tuple[Signal, float]]:
    """What says that one does another job than the other; it explains likeness of subject, not one text copied into two."""
    if one.is_subgroup != other.is_subgroup:
        yield Signal.BELOW, -weights.BELOW * alike
    if one.meeting.level and other.meeting.level and (one.meeting.level == "strategic") != (other.meeting.level == "strategic"):
        yield Signal.LEVEL, -weights.LEVEL * alike
    if (one.oversees and not one.delivers and other.delivers and not other.oversees) or (
        other.oversees and not other.delivers and one.delivers and not one.oversees
    ):
        yield Signal.OVERSIGHT, -weights.OVERSIGHT * alike
    if one.scrutinises != other.scrutinises:
        yield Signal.SCRUTINY, -weights.SCRUTINY * alike


def _apart(one: Profile, other: Profile, alike: float, *, tied: bool) -> Iterator[tuple[Signal, float]]:
    """What the areas of the two say."""
    if one.areas == other.areas:
        return
    if WHOLE in one.areas or WHOLE in other.areas:
        yield Signal.UNPLACED, -weights.UNPLACED * alike
    elif one.areas & other.above or other.areas & one.above:
        yield Signal.WITHIN, -weights.WITHIN * alike
    elif tied or one.is_regional != other.is_regional:
        yield Signal.OTHER_TIER, -weights.OTHER_TIER * alike
    else:
        yield Signal.OTHER_AREA, -weights.OTHER_AREA - alike


def _both_kept(one: Profile, other: Profile) -> bool:
    """Whether one review looked at both meetings and recommends to keep both."""
    mine, theirs = one.meeting.latest_review, other.meeting.latest_review
    if mine is None or theirs is None or mine.proposed_in is None:
        return False
    return (mine.proposed_in, mine.proposed_on) == (theirs.proposed_in, theirs.proposed_on) and {
        mine.recommendation,
        theirs.recommendation,
    } <= {"continue", "change", "start"}
