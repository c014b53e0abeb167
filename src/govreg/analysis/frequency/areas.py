"""The areas that a phrase about frequency singles out, each with its own count: `(except South Glos – three times a year)`."""

import re
from collections.abc import Mapping
from fractions import Fraction
from functools import lru_cache

from govreg.analysis.frequency.lazy import LazyPattern
from govreg.analysis.frequency.normalise import MONTHS, normalise
from govreg.analysis.frequency.series import Series, find_series
from govreg.analysis.frequency.vocabulary import EXCEPT
from govreg.values import dataclass

_TIES_BACK = LazyPattern(r"^[( ,]*(?:(?:in|for|at|across|within|and|or|,|/|\() ?)*(?:the )?$")
_TIES_ON = re.compile(
    r"^ ?[;:,()]* ?(?:area |csp )?(?:(?:is|are|meets?|has|have|holds?|where it (?:is|meets)|which (?:is|meets)|meeting|being|held) ?)*(?:[;(] ?)?$"
)
_ELSEWHERE = re.compile(
    r"\b(?:elsewhere|everywhere else|(?:all |the )?(?:others?|rest|remaining|remainder)(?: (?:areas?|of the \w+))?|other areas?|all other areas)\b"
)
_FILLER = LazyPattern(r"^(?:the|a|an|in|for|where|which|it|is|that|at|area|of|meets?|[;:,(])+$")


@dataclass(frozen=True)
class Split:
    """A plain phrase without what it says of single areas, and that."""

    text: str
    counts: Mapping[str, Fraction]
    """Area id -> meetings a year there."""
    unknown: str = ""
    """The name of an area that differs but is not known."""
    unsettled: bool = False
    """Whether an area differs without a count."""


def split_areas(text: str, names: Mapping[str, str]) -> Split:
    """Take what `text` says of single areas out of it; `names` maps names and aliases of areas to ids."""
    spellings, pattern = _spellings(tuple(names.items()))
    found = EXCEPT.search(text)
    if found is not None:
        end = text.find(")", found.end()) if text[: found.start()].count("(") > text[: found.start()].count(")") else -1
        clause = text[found.end() : end if end >= 0 else len(text)]
        split = _exceptions(clause, pattern, spellings)
        if split is not None:
            rest = text[: found.start()] + (text[end:] if end >= 0 else "")
            return Split(" ".join(rest.split()), split.counts, split.unknown, split.unsettled)
    return _by_area(text, pattern, spellings)


@lru_cache(maxsize=4)
def _spellings(names: tuple[tuple[str, str], ...]) -> tuple[Mapping[str, str], LazyPattern]:
    """Names as plain phrases have them, each with its area's id, and what finds them; made once for all phrases of a register."""
    spellings = {normalise(name).text: id_ for name, id_ in names}
    longest_first = sorted((spelling for spelling in spellings if spelling), key=len, reverse=True)
    pattern = LazyPattern(rf"\b(?:{'|'.join(map(re.escape, longest_first))})(?!\w)") if longest_first else LazyPattern(r"(?!)")
    return spellings, pattern


def _exceptions(clause: str, pattern: LazyPattern, spellings: Mapping[str, str]) -> Split | None:
    """What an `except …` says of areas; None if it is about something else, such as months."""
    series = find_series(clause)
    mentions = [
        match for match in pattern.finditer(clause) if not any(one.start < match.end() and match.start() < one.end for one in series)
    ]
    if not mentions:
        counted = [one for one in series if not one.detail and one.form != "bare" and one.per_year is not None]
        before = clause[: counted[0].start] if counted else ""
        name = " ".join(word for word in before.split() if not _FILLER.match(word))
        return Split("", {}, unknown=name) if name and not set(name.split()) & set(MONTHS) else None
    counts: dict[str, Fraction] = {}
    unsettled = False
    for mention in mentions:
        after = next((one.per_year for one in series if one.start >= mention.end() and one.per_year is not None), None)
        if after is None:
            unsettled = True
        else:
            counts[spellings[mention.group()]] = after
    return Split("", counts, unsettled=unsettled)


def _by_area(text: str, pattern: LazyPattern, spellings: Mapping[str, str]) -> Split:
    """`Monthly in Bristol and quarterly elsewhere`: several series, each tied to areas or to the rest."""
    series = [one for one in find_series(text) if not one.detail and one.form != "bare"]
    mentions = [mention for mention in pattern.finditer(text) if not _QUALIFIED.search(text[: mention.start()])]
    qualified = [mention for mention in pattern.finditer(text) if _QUALIFIED.search(text[: mention.start()])]
    tied: dict[int, list[str]] = {}
    counts: dict[str, Fraction] = {}
    for mention in mentions:
        bare = _BARE_COUNT.match(text, mention.end())
        owner = _owner(text, series, mention, [*mentions, *qualified])
        if bare is not None and series and mention.start() > series[0].start:
            counts[spellings[mention.group()]] = Fraction(bare.group(1))
            text = text[: mention.start()] + " " * (bare.end() - mention.start()) + text[bare.end() :]
        elif owner is not None:
            tied.setdefault(owner, []).append(spellings[mention.group()])
    nobodys = {
        owner: mention for mention in qualified if (owner := _owner(text, series, mention, mentions)) is not None and owner not in tied
    }
    unknown = next((_name(text, mention) for mention in nobodys.values()), "")
    tied |= {owner: [] for owner in nobodys}
    if len(series) < _SEVERAL or not tied or any(series[index].per_year is None for index in tied):
        return Split(" ".join(text.split()), counts, unknown if len(series) >= _SEVERAL else "")
    counts |= {area: series[index].per_year or Fraction(0) for index, areas in tied.items() for area in areas}
    rest = list(text)
    for start, end in ((series[index].start, series[index].end) for index in tied):
        rest[start:end] = " " * (end - start)
    for match in (*mentions, *qualified, *_ELSEWHERE.finditer(text)):
        rest[match.start() : match.end()] = " " * (match.end() - match.start())
    left = " ".join("".join(rest).split())
    return Split(left if len(tied) < len(series) else "varies", counts, unknown)


_SEVERAL = 2
_STARTS_ANEW = LazyPattern(r"(?:[,;]|\band) (?:in|for|at|across|within) (?:the )?$")
"""Before an area that a series follows: it begins a clause of its own, as in `monthly in Bristol, in Somerset quarterly`."""
_QUALIFIED = LazyPattern(r"\b(?:n|s|e|w|north|south|east|west|mid|greater|upper|lower|central|rest of) $")
_BARE_COUNT = LazyPattern(r" ?[;,(]? ?(\d+)(?: times)?(?= ?(?:[),;]|$|and\b))")


def _name(text: str, mention: re.Match[str]) -> str:
    """The name that ends in an area's, but is another's."""
    return f"{text[: mention.start()].rsplit(maxsplit=1)[-1]} {mention.group()}"


def _owner(text: str, series: list[Series], mention: re.Match[str], mentions: list[re.Match[str]]) -> int | None:
    """Which of `series` the area at `mention` is tied to: the one before it by a preposition, or the one after it."""
    before = [index for index, one in enumerate(series) if one.end <= mention.start()]
    after = [index for index, one in enumerate(series) if one.start >= mention.end()]
    back = _blank(text, mentions, series[before[-1]].end, mention.start()) if before else None
    on = _blank(text, mentions, mention.end(), series[after[0]].start) if after else None
    ties_on = on is not None and _TIES_ON.match(re.sub(r"\b(?:and|,)", " ", on)) is not None
    if on == "" and _STARTS_ANEW.search(text[: mention.start()]):
        return after[0]
    if back is not None and _TIES_BACK.match(back) is not None:
        says_where = re.search(r"\b(?:in|for|at|across|within)\b", back) is not None
        if says_where or not ties_on or ")" in (on or ""):
            return before[-1]
    return after[0] if ties_on else None


def _blank(text: str, matches: list[re.Match[str]], start: int, end: int) -> str:
    """The words between two places, without the areas that are named there."""
    for match in matches:
        text = text[: match.start()] + " " * (match.end() - match.start()) + text[match.end() :]
    return " ".join(text[start:end].split())
