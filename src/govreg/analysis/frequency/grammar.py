"""What a phrase about frequency comes to: meetings a year, how sure that is, and where areas differ; never a guess.

A phrase is put in plain form, its series are found, those that are no rule for the meeting itself are left out (cycles of
reports, histories, what is denied or held only in season), and the rest is put together: a second series adds up, words
that spell out a count already given do not, and an alternative gives the lower one as a floor.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from govreg.analysis.frequency import vocabulary as words
from govreg.analysis.frequency.areas import split_areas
from govreg.analysis.frequency.plain import MONTHS, is_countable, plain
from govreg.analysis.frequency.series import Series, find_series, months_in
from govreg.analysis.frequency.understood import Certainty, Understood, weakest

LONGEST = 1000
"""The most characters that are read as a phrase: what is longer is a text about something else."""

_NOTHING = Understood(None, Certainty.UNKNOWN)
_VARYING = Understood(None, Certainty.VARIES)
_BREAK = re.compile(r"[;()]")
_MONTHLY = re.compile(r"\b(?<!bi )(?<!tri )(?<!\d )monthly\b")
_SHORT_OF = Fraction(1, 10)
"""How far `about eight times a year` may be from `every six weeks` and still spell it out."""


def understand(phrase: str, areas: Mapping[str, str]) -> Understood:
    """What `phrase` comes to; `areas` maps the names and aliases of the register's areas to their ids."""
    if len(phrase) > LONGEST or not is_countable(phrase):
        return replace(_NOTHING, known=False)
    written = plain(phrase)
    split = split_areas(written.text, areas)
    text, months_out = _without_months(split.text)
    if months_out:
        text = _MONTHLY.sub(f"{12 - months_out} times per year", text)
    result = _put_together(text)
    if months_out and result.per_year is not None:
        result = _shortened(text, result, months_out)
    if split.unknown and result.per_year is not None:
        why = f"“{split.unknown}” is no area of the register"
        result = replace(result, certainty=weakest(result.certainty, Certainty.AMBIGUOUS), why=result.why or why)
    if split.unsettled:
        result = replace(result, certainty=weakest(result.certainty, Certainty.VARIES))
    return replace(result, exceptions=split.counts, slips=written.respelt)


def _shortened(text: str, result: Understood, months_out: int) -> Understood:
    """`result` without the months that are left out, which only a count that names no months can be freed of."""
    if result.per_year is None or any(one.form in words.EXPLICIT for one in find_series(text)):
        return result
    if result.per_year >= 12:  # noqa: PLR2004 - at least once a month
        return replace(result, per_year=result.per_year * (12 - months_out) / 12)
    why = result.why or "it leaves months out"
    return replace(result, certainty=weakest(result.certainty, Certainty.AMBIGUOUS), why=why)


def _without_months(text: str) -> tuple[str, int]:
    """`text` without `except August` or `between September and May`, and how many months that takes out."""
    span = words.MONTHS_BETWEEN.findall(text)
    if len(span) == 1:
        first, last = (MONTHS.index(month) for month in span[0])
        return " ".join(words.MONTHS_BETWEEN.sub(" ", text).split()), 11 - (last - first) % 12
    found = words.EXCEPT.search(text)
    if found is None:
        return text, 0
    end = text.find(")", found.end())
    clause = text[found.end() : end if end >= 0 else len(text)]
    months = len(list(months_in(clause)))
    if not months:
        return text, 0
    return " ".join((text[: found.start()] + (text[end:] if end >= 0 else "")).split()), months


@dataclass(frozen=True, slots=True)
class _Judged:
    """A series with what the words around it make of it."""

    series: Series
    floor: bool
    roughly: bool


def _put_together(text: str) -> Understood:
    if words.SUSPENDED.search(text):
        return _NOTHING
    series = find_series(text)
    kept: list[_Judged] = []
    dropped: list[Understood] = []
    lightest = Fraction(366)
    """The fewest meetings a year of a series that holds only for a part of it."""
    others = [_is_of_another_body(text, series, index) for index in range(len(series))]
    alone = all(others) and not words.OTHER_BODIES.search(text)  # then the other body is the meeting itself
    for index, one in enumerate(series):
        previous = series[index - 1].end if index else 0
        following = series[index + 1].start if index + 1 < len(series) else len(text)
        judged = _NOTHING if others[index] and not alone else _judge(text, one, previous, following)
        if isinstance(judged, Understood):
            dropped.append(judged)
            lightest = min(lightest, one.per_year or lightest) if judged is _VARYING else lightest
        else:
            kept.append(judged)
    kept = [one for one in kept if one.series.form != "bare"] and _with_bare(text, kept)
    counts = [one for one in kept if not one.series.detail]
    if not kept:
        return _no_number(text, dropped)
    result = _sum(text, counts, [one for one in kept if one.series.detail])
    if any(one.floor for one in kept) or _VARYING in dropped:
        result = replace(result, certainty=weakest(result.certainty, Certainty.AT_LEAST))
    if words.UNSETTLED.search(text) and not words.ABOUT_DATES.search(text):
        result = replace(result, certainty=weakest(result.certainty, Certainty.AMBIGUOUS), why=result.why or "it is to be confirmed")
    seasonal = result.per_year is not None and lightest < result.per_year
    if seasonal or any(one.roughly for one in counts or kept) or words.VARIES.search(text):
        result = replace(result, certainty=weakest(result.certainty, Certainty.VARIES))
    return result


def _is_of_another_body(text: str, series: tuple[Series, ...], index: int) -> bool:
    """Whether a series is said of a sub-group or another body that the phrase names besides."""
    one = series[index]
    before = text[series[index - 1].end if index else 0 : one.start]
    stop = _BREAK.search(text, one.end)
    after = text[one.end : stop.start() if stop else len(text)]
    return words.ANOTHER_BODY.match(after) is not None or words.ANOTHER_BODY_BEFORE.search(before) is not None


def _with_bare(text: str, kept: list[_Judged]) -> list[_Judged]:
    """`kept` with the counts that name no period of their own only where they hang on to one that does."""
    fit: list[_Judged] = []
    for index, one in enumerate(kept):
        if one.series.form == "bare":
            before = text[kept[index - 1].series.end : one.series.start] if index else ""
            after = text[one.series.end : kept[index + 1].series.start] if index + 1 < len(kept) else ""
            if not (_HANGS_ON.fullmatch(before) or _HANGS_ON.fullmatch(after)):
                continue
        fit.append(one)
    return fit


_HANGS_ON = re.compile(
    rf"[ ,;(]*(?:meetings? )?(?:in (?:{'|'.join(MONTHS)}) )?(?:(?:the|and|plus|with|together|also|as well as|in addition|to|a further|or|has|holds|have|an?)[ ,]*)+|[ ,]+"
)


def _no_number(text: str, dropped: list[Understood]) -> Understood:
    if _VARYING in dropped or words.VARIES.search(text):
        return _VARYING
    said = words.UNSETTLED.search(text) or words.SAYS_NOTHING.search(text) or "@" in text or any(months_in(text))
    return _NOTHING if dropped or said else replace(_NOTHING, known=False)


def _judge(text: str, series: Series, previous: int, following: int) -> _Judged | Understood:
    """What the words around `series` make of it: kept, or left out as saying nothing or as varying."""
    breaks = [match.end() for match in _BREAK.finditer(text, 0, series.start)]
    before = text[max([previous, *breaks[-1:]]) : series.start].rstrip(" ,")
    whole_before = text[previous : series.start].rstrip(" ,;(")
    stop = _BREAK.search(text, series.end)
    after = text[series.end : min(following, stop.start() if stop else len(text))]
    until_next = text[series.end : following]
    floor_before = words.FLOOR_BEFORE.search(whole_before) is not None
    if (words.CEILING_BEFORE.search(whole_before) and not floor_before) or words.CEILING_AFTER.match(until_next):
        if series.form == "interval":
            return _Judged(series, floor=True, roughly=False)
        return _VARYING
    if words.DENIED.search(before) and not floor_before:
        return _NOTHING
    if words.PAST.search(before) or words.PAST_AFTER.match(after):
        return _NOTHING
    if words.MAYBE.search(before) or _is_report(before, after) or words.INSTEAD.search(until_next):
        return _NOTHING
    in_season = any(words.SEASON.search(near) for near in (before, after)) or words.SEASON_BEHIND.match(until_next) is not None
    in_a_month = series.form in _CYCLES and words.IN_A_MONTH.match(after) is not None
    if words.CONDITION.match(after) or in_season or in_a_month:
        return _VARYING
    floor = series.floor or floor_before or any(pattern.search(until_next) for pattern in words.FLOOR_AFTER)
    roughly = words.ROUGHLY.search(before) is not None or words.ROUGHLY_AFTER.match(until_next) is not None
    return _Judged(series, floor, roughly)


_CYCLES = frozenset({"adverb", "unit", "interval", "interval_adverb", "weekday"})
"""The forms of series that go round all year."""

_HEAD = re.compile(
    r"(?: (?P<manner>basis|cycle|frequency|intervals|rota|rotation)\b)?"
    r"(?P<head>(?: (?!(?:to|for|by|at|in|on|with|from|via|through|when|as|and|but|or|after|where)\b)\w+){0,6})"
)
_A_MEETING = re.compile(rf"\b(?<!to the )(?<!of the )(?<!at the )(?<!to each )(?<!at each ){words.MEETS}\b")
_A_REPORT = re.compile(rf"\b{words.REPORTS}\b")


def _is_report(before: str, after: str) -> bool:
    """Whether a series is the cycle of something else than the meeting: `quarterly update`, `monitored on a quarterly basis`."""
    found = _HEAD.match(after)
    head = found.group("head") if found and not found.group("manner") else ""
    if _A_MEETING.search(head):
        return False
    if _A_REPORT.search(head):
        return True
    meets = [match.start() for match in _A_MEETING.finditer(before)]
    reports = [match.start() for match in _A_REPORT.finditer(before)]
    if words.REPORT_HELD.search(before):
        return True
    if not reports or (meets and meets[-1] > reports[-1]):
        return False
    return not (meets and before[: reports[-1]].endswith(" to "))  # meets to review …, quarterly


def _sum(text: str, counts: list[_Judged], details: list[_Judged]) -> Understood:
    """The series put together: those that add up, those that spell out, those that are alternatives."""
    if not counts:
        first, *more = details
        result = _of(first.series)
        for one in more:
            if (one.series.form == "months") == (first.series.form == "months"):
                result = _added(result, one.series)
        return result
    result = _of(counts[0].series)
    last = counts[0].series
    for one in counts[1:]:
        result = _with_next(text[last.end : one.series.start], result, one)
        last = one.series
    for detail in details:
        if detail.series.per_year in {number for _, number in result.readings}:
            result = Understood(detail.series.per_year, Certainty.EXACT)
        elif (
            detail.series.form in ("months", "day_in_months")
            and len(counts) == 1
            and _spells_out(text, last, detail.series)
            and detail.series.per_year != result.per_year
        ):
            why = f"it names {_number(detail.series.per_year)} and says {_number(result.per_year)}"
            result = replace(result, certainty=weakest(result.certainty, Certainty.AMBIGUOUS), why=result.why or why)
    if words.LATER.search(text) or (
        len(counts) > 1 and words.FROM_THEN.match(text[last.end :])
    ):  # it changes, and the last count is the one that stays
        return Understood(counts[-1].series.per_year, Certainty.VARIES)
    return result


def _of(series: Series) -> Understood:
    if series.readings:
        return Understood(series.per_year, Certainty.AMBIGUOUS, readings=series.readings)
    return Understood(series.per_year, Certainty.EXACT)


def _added(result: Understood, series: Series) -> Understood:
    other = _of(series)
    if result.per_year is None or other.per_year is None:
        return replace(
            result, certainty=weakest(result.certainty, other.certainty, Certainty.AMBIGUOUS), per_year=result.per_year or other.per_year
        )
    return replace(
        result,
        per_year=result.per_year + other.per_year,
        certainty=weakest(result.certainty, other.certainty),
        readings=result.readings or other.readings,
    )


def _with_next(between: str, result: Understood, following: _Judged) -> Understood:
    """`result` with one more series, `between` being the words that lead to it."""
    series = following.series
    if words.INCLUDES.search(between):
        return result
    if series.per_year is not None and series.per_year in {number for _, number in result.readings}:
        return Understood(series.per_year, Certainty.EXACT)
    if result.per_year is None or series.per_year is None:
        return _added(result, series)
    if words.OR.match(between.rstrip()):
        return Understood(min(result.per_year, series.per_year), Certainty.AT_LEAST)
    if series.form == "bare" and words.OF_THESE.search(between) and series.per_year <= result.per_year:
        return result
    joined = words.JOINS.search(between) is not None
    near = abs(series.per_year - result.per_year) <= result.per_year * _SHORT_OF
    joined = joined or series.form == "bare"
    if not joined and (series.per_year == result.per_year or (near and following.roughly)):
        return result
    in_brackets = between.rstrip().endswith("(") or re.search(r"\(|\bie\b|\bthat is\b", between) is not None
    if in_brackets and not joined:
        if series.form in words.EXPLICIT and near:
            return replace(result, per_year=series.per_year)
        why = f"it says {_number(result.per_year)} and {_number(series.per_year)} a year"
        return replace(result, certainty=weakest(result.certainty, Certainty.AMBIGUOUS), why=result.why or why)
    if words.ADDS.search(between):
        return _added(result, series)
    return replace(result, certainty=weakest(result.certainty, Certainty.AMBIGUOUS), why=result.why or "it gives two counts")


def _spells_out(text: str, counted: Series, detail: Series) -> bool:
    """Whether `detail` stands close enough to `counted` to name its months."""
    between = text[counted.end : detail.start] if detail.start >= counted.end else ""
    return re.fullmatch(r"[ ,;(]*(?:(?:in|basis|meetings?|on|during|usually|normally|ie|held|each|the) ?)*[ ,;(]*", between) is not None


def _number(count: Fraction | None) -> str:
    return f"{float(count or 0):g}"
