"""How the series of a phrase relate: which add up, and which are an alternative, a part, a floor or the same count again."""

from dataclasses import replace
from fractions import Fraction

from govreg.analysis.frequency import vocabulary as words
from govreg.analysis.frequency.lazy import LazyPattern
from govreg.analysis.frequency.result import Certainty, ParsedFrequency, weakest
from govreg.analysis.frequency.series import Series
from govreg.model.names import decimal
from govreg.values import dataclass

_SHORT_OF = Fraction(1, 10)
"""How far `about eight times a year` may be from `every six weeks` and still spell it out."""


@dataclass(frozen=True)
class JudgedSeries:
    """A series with what the words around it make of it."""

    series: Series
    floor: bool = False
    roughly: bool = False
    """Whether the phrase says that the count is about right, so that another close to it spells it out."""
    varies: bool = False


def combine(text: str, counts: list[JudgedSeries], details: list[JudgedSeries]) -> ParsedFrequency:
    """The series put together: those that add up, those that spell out, those that are alternatives."""
    if not counts:
        first, *more = details
        result, last = _floored(_of(first.series), *details), first.series
        for one in more:
            between = text[last.end : one.series.start]
            if (one.series.form == "months") != (first.series.form == "months"):
                continue
            last = one.series
            if words.ADDS.search(between) or words.LIST.fullmatch(between):
                result = _added(result, one.series)
            elif result.per_year is not None and one.series.per_year is not None:
                result = replace(result, per_year=min(result.per_year, one.series.per_year))
        return result
    result = _floored(_of(counts[0].series), counts[0])
    last = counts[0].series
    for one in counts[1:]:
        between, after = text[last.end : one.series.start], text[one.series.end :]
        adds_more = words.MORE.match(text, one.series.start) is not None
        result = (
            result
            if not adds_more and _is_part(between, result, one.series, after)
            else _with_next(between, _floored(result, counts[0]), one, after)
        )
        last = one.series
    for detail in details:
        if detail.series.form in ("months", "day_in_months") and words.PLUS.match(text, detail.series.end):
            result = _added(result, detail.series)
        elif detail.series.per_year is not None and any(_is_near(detail.series.per_year, number) for _, number in result.readings):
            result = ParsedFrequency(detail.series.per_year, Certainty.EXACT)
        elif (
            result.per_year is not None
            and detail.series.form in ("months", "day_in_months")
            and len(counts) == 1
            and _spells_out(text, last, detail.series)
            and detail.series.per_year != result.per_year
        ):
            why = f"it names {_number(detail.series.per_year)} and says {_number(result.per_year)}"
            result = replace(result, certainty=weakest(result.certainty, Certainty.AMBIGUOUS), why=result.why or why)
    before_last = text[counts[-2].series.end : last.start] if len(counts) > 1 else ""
    changes = before_last and (words.THEN.search(before_last) or words.FROM_THEN.match(text[last.end :]))
    if words.LATER.search(text) or changes:  # the last count is the one that stays
        return ParsedFrequency(counts[-1].series.per_year, Certainty.VARIES)
    return result


def _of(series: Series) -> ParsedFrequency:
    if series.readings:
        return ParsedFrequency(series.per_year, Certainty.AMBIGUOUS, readings=series.readings)
    return ParsedFrequency(series.per_year, Certainty.EXACT)


def _added(result: ParsedFrequency, series: Series) -> ParsedFrequency:
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


def _with_next(between: str, result: ParsedFrequency, following: JudgedSeries, after: str) -> ParsedFrequency:
    """`result` with one more series, `between` being the words that lead to it and `after` those that follow.

    Only words that add (`and`, `plus`, `a further`) make it a second series. Others make it an alternative, a part or another
    count of the first. What none of them settles has no number.
    """
    series = following.series
    if result.per_year is None or series.per_year is None:
        return _unclear(result, "it gives two counts")
    adds = words.ADDS.search(between) is not None or (
        words.LIST_ITEM.fullmatch(between) is not None and words.LIST_END.search(after) is not None
    )
    names_a_body = any(pattern.search(between.rstrip()) for pattern in (words.ANOTHER_MEETING, words.NAMES_A_BODY))
    if adds and series.form != "bare" and (names_a_body or words.NAMED_BODY.match(after)):
        return result if series.per_year == result.per_year else _unclear(result, "it speaks of two bodies")
    if series.per_year in {number for _, number in result.readings}:
        return _floored(ParsedFrequency(series.per_year, Certainty.EXACT), following)
    if words.OR.match(between.rstrip()):
        return ParsedFrequency(min(result.per_year, series.per_year), Certainty.AT_LEAST)
    if words.JOINS.search(between) or series.form == "bare":
        return _floored(_added(result, series), following)
    near = _is_near(series.per_year, result.per_year)
    if near and series.floor and series.form == "interval":  # the longest gap that the count allows
        return result
    if series.per_year == result.per_year and words.ANOTHER_ONE.search(between):
        return _floored(_added(result, series), following)
    if series.per_year == result.per_year or (near and following.roughly):
        return _floored(result, following)
    if near and series.form in words.EXPLICIT and (between.rstrip().endswith("(") or words.THAT_IS.search(between)):
        return replace(result, per_year=series.per_year)
    if following.floor and series.per_year < result.per_year and not adds:
        is_floor = result.certainty is Certainty.AT_LEAST  # of two floors the higher holds
        return result if is_floor else _floored(replace(result, per_year=series.per_year), following)
    if adds and not between.rstrip().endswith("("):
        return _floored(_added(result, series), following)
    return _unclear(result, f"it says {_number(result.per_year)} and {_number(series.per_year)} a year")


def _is_part(between: str, result: ParsedFrequency, series: Series, after: str) -> bool:
    """Whether `series` says of some of the meetings counted in `result` what they are: `two of which are joint`."""
    if series.per_year is None or result.per_year is None or series.per_year > result.per_year:
        return False
    if words.INCLUDES.search(between) or words.PART_BEHIND.match(after):
        return True
    return (
        series.form == "bare" and not words.ADDS.search(between) and (words.WITH.search(between) or words.PLACE.search(after)) is not None
    )


def _floored(result: ParsedFrequency, *judged: JudgedSeries) -> ParsedFrequency:
    """`result`, as a floor where one of `judged` is one."""
    floor = any(one.floor for one in judged)
    return replace(result, certainty=weakest(result.certainty, Certainty.AT_LEAST)) if floor else result


def _unclear(result: ParsedFrequency, why: str) -> ParsedFrequency:
    return ParsedFrequency(None, weakest(result.certainty, Certainty.AMBIGUOUS), why=result.why or why)


def _is_near(one: Fraction, other: Fraction) -> bool:
    """Whether two counts are close enough to be two ways to say one."""
    return abs(one - other) <= other * _SHORT_OF


_SPELLS = LazyPattern(r"[ ,;(]*(?:(?:in|basis|meetings?|on|during|usually|normally|tentatively|ie|held|each|the) ?)*[ ,;(]*")


def _spells_out(text: str, counted: Series, detail: Series) -> bool:
    """Whether `detail` is close enough to `counted` to name its months."""
    between = text[counted.end : detail.start] if detail.start >= counted.end else ""
    return between == "" or _SPELLS.fullmatch(between) is not None


def _number(count: Fraction | None) -> str:
    return decimal(count or 0)
