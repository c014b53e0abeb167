"""Reads a phrase about frequency: meetings a year, how certain that is, and how areas differ; never a guess.

A phrase is put in plain form, its series are found, those that are no rule for the meeting itself are left out (cycles of
reports, histories, what is denied or held only in season), and the rest is put together: a second series adds up, words
that spell out a count already given do not, and an alternative gives the lower one as a floor.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from govreg.analysis.frequency import vocabulary as words
from govreg.analysis.frequency.areas import split_areas
from govreg.analysis.frequency.combine import JudgedSeries, combine
from govreg.analysis.frequency.exceptions import without_exceptions
from govreg.analysis.frequency.lazy import LazyPattern
from govreg.analysis.frequency.normalise import MONTHS, WEEKDAYS, is_countable, normalise
from govreg.analysis.frequency.remainder import not_understood
from govreg.analysis.frequency.reports import is_report
from govreg.analysis.frequency.result import Certainty, ParsedFrequency, weakest
from govreg.analysis.frequency.series import Series, find_series, months_in

LONGEST = 1000
"""The most characters that are read as a phrase: what is longer is a text about something else."""

_NOTHING = ParsedFrequency(None, Certainty.UNKNOWN)
_VARYING = ParsedFrequency(None, Certainty.VARIES)
_BREAK = LazyPattern(r"[;()]")


def understand(phrase: str, areas: Mapping[str, str] | None = None) -> ParsedFrequency:
    """The reading of `phrase`; `areas` maps the names and aliases of the register's areas to their ids."""
    if len(phrase) > LONGEST or not is_countable(phrase):
        return replace(_NOTHING, known=False)
    written = normalise(phrase)
    plainly = _plainly(written.text)
    if plainly is not None:
        return _with_days(plainly, written.text, frozenset(), written.respelt)
    split = split_areas(written.text, areas or {})
    text, left_out, uncounted = without_exceptions(split.text)
    months_out = len(left_out)
    if months_out:
        text = _without_months(text, months_out)
    text = _without_end(text)
    result, read = _put_together(text)
    if months_out and result.per_year is not None:
        result = _shortened(text, result, months_out)
    if result.per_year is not None:
        result = _accounted(text, result, read, uncounted=uncounted)
    if split.unknown and result.per_year is not None:
        why = f"“{split.unknown}” is no area of the register"
        result = replace(result, certainty=weakest(result.certainty, Certainty.AMBIGUOUS), why=result.why or why)
    if split.unsettled:
        result = replace(result, certainty=weakest(result.certainty, Certainty.VARIES))
    return replace(_with_days(result, text, left_out, written.respelt), exceptions=split.counts)


def _with_days(result: ParsedFrequency, text: str, left_out: frozenset[str], misspellings: tuple[tuple[str, str], ...]) -> ParsedFrequency:
    """`result` with the months and weekdays that `text` names, and what was misspelt."""
    weekdays = tuple(number for number, day in enumerate(WEEKDAYS, 1) if day in text)
    return replace(result, months=_months(text, result.per_year, left_out), weekdays=weekdays, misspellings=misspellings)


def _plainly(text: str) -> ParsedFrequency | None:
    """The result of a phrase whose words besides its one count mean nothing (`to meet quarterly`); None for any other.

    Most phrases are such, and are read without the many patterns that the others need.
    """
    series = find_series(text)
    counts = [one for one in series if not one.detail]
    if (
        len(counts) > 1
        or not series
        or any(one.form == "other" for one in series)
        or (counts[:1] and counts[0].form == "bare")
        or words.UNSETTLED.search(text)
        or words.SUSPENDED.search(text)
    ):
        return None
    rest = text
    for one in reversed(series):
        rest = f"{rest[: one.start]} {rest[one.end :]}"
    if not words.SAYS_NO_MORE.issuperset(rest.split()):
        return None
    judged = [JudgedSeries(one, one.floor) for one in series]
    return combine(text, [one for one in judged if not one.series.detail], [one for one in judged if one.series.detail])


def _accounted(text: str, result: ParsedFrequency, read: Sequence[Series], *, uncounted: bool) -> ParsedFrequency:
    """`result`, or none where `text` says something of time that no clause accounts for: a wrong number is worse than none."""
    if uncounted or words.ONLY_WHEN.search(text):
        return _VARYING
    word = not_understood(text, read)
    if not word:
        return result
    why = "it does not say what becomes of a month that it names" if word in MONTHS else f"“{word}” in it is not understood"
    return replace(_NOTHING, certainty=Certainty.AMBIGUOUS, why=why)


def _without_months(text: str, months_out: int) -> str:
    """`text` with the number of months that are left instead of `monthly` and `every month`."""
    for one in reversed(find_series(text)):
        if one.form in ("adverb", "unit") and one.per_year == len(MONTHS):
            text = f"{text[: one.start]}{len(MONTHS) - months_out} times per year{text[one.end :]}"
    return text


def _without_end(text: str) -> str:
    """`text` without when the body ends (`until the plan is adopted`), where nothing follows."""
    found = words.UNTIL_AN_END.search(text)
    return text if found is None or find_series(found.group()) else f"{text[: found.start()]}{text[found.end() :]}".strip()


def _months(text: str, per_year: Fraction | None, left_out: frozenset[str]) -> tuple[int, ...]:
    """The months in which it is held, where the phrase names as many as there are meetings, or those it leaves out."""
    named = set(months_in(text))
    held = named if per_year == len(named) else set(MONTHS) - left_out if left_out and per_year == len(MONTHS) - len(left_out) else set()
    return tuple(number for number, month in enumerate(MONTHS, 1) if month in held)


def _shortened(text: str, result: ParsedFrequency, months_out: int) -> ParsedFrequency:
    """`result` without the months that are left out, which only a count that names no months can be freed of."""
    if result.per_year is None or any(one.form in words.EXPLICIT and one.unit == 1 for one in find_series(text)):
        return result
    if result.per_year >= 12:  # noqa: PLR2004 - at least once a month
        return replace(result, per_year=result.per_year * (12 - months_out) / 12)
    why = result.why or "it leaves months out"
    return replace(result, certainty=weakest(result.certainty, Certainty.AMBIGUOUS), why=why)


def _put_together(text: str) -> tuple[ParsedFrequency, list[Series]]:
    """The result of `text`, and the series that were read in it, including those left out."""
    if words.SUSPENDED.search(text):
        return _NOTHING, []
    series = find_series(text)
    seasons = [one for one in series if one.form == "seasons"]
    for one in seasons:  # which name when the meetings are, not when they are held only
        text = text[: one.start] + "s" * (one.end - one.start) + text[one.end :]
    kept: list[JudgedSeries] = []
    dropped: list[ParsedFrequency] = []
    lightest = Fraction(366)
    """The fewest meetings a year of a series that holds only for a part of it."""
    dropped_at = -1
    """Where the last series ends that says nothing of the meeting."""
    others = [_is_of_another_body(text, series, index) for index in range(len(series))]
    alone = all(others) and not words.OTHER_BODIES.search(words.SUBJECT.sub("", text))  # then the other body is the meeting itself
    for index, one in enumerate(series):
        previous = series[index - 1].end if index else 0
        following = next((later.start for later in series[index + 1 :] if one.detail or not later.detail), len(text))
        judged = _NOTHING if others[index] and not alone else _judge(text, one, previous, following)
        if one.detail and index and dropped_at == previous and _OF_THE_ONE_BEFORE.fullmatch(text[previous : one.start]):
            judged = _NOTHING
        if isinstance(judged, ParsedFrequency):
            dropped.append(judged)
            dropped_at = one.end if judged is _NOTHING else dropped_at
            lightest = min(lightest, one.per_year or lightest) if judged is _VARYING else lightest
        else:
            kept.append(judged)
    kept = [one for one in kept if one.series.form != "bare"] and _with_bare(text, kept)
    counted_on = {one.series.start for one in kept}
    read = [one for one in series if one.form != "bare" or one.start in counted_on]
    counts = [one for one in kept if not one.series.detail]
    if not kept or (not counts and _VARYING in dropped):  # days and months of a count that varies give none
        return _no_number(text, dropped), read
    result = combine(text, counts, [one for one in kept if one.series.detail])
    if any(one.floor and one.series.detail for one in kept) or _VARYING in dropped:
        result = replace(result, certainty=weakest(result.certainty, Certainty.AT_LEAST))
    if words.UNSETTLED.search(text) and not words.ABOUT_DATES.search(text):
        result = replace(result, certainty=weakest(result.certainty, Certainty.AMBIGUOUS), why=result.why or "it is to be confirmed")
    seasonal = result.per_year is not None and lightest < result.per_year
    if seasonal or any(one.varies for one in kept) or words.VARIES.search(words.VARIES_ELSE.sub(" ", text)):
        result = replace(result, certainty=weakest(result.certainty, Certainty.VARIES))
    return result, read


def _is_of_another_body(text: str, series: tuple[Series, ...], index: int) -> bool:
    """Whether a series is about a sub-group or another body that the phrase also names."""
    one = series[index]
    before = text[series[index - 1].end if index else 0 : one.start]
    stop = _BREAK.search(text[one.end :])
    after = text[one.end : one.end + stop.start() if stop else len(text)]
    return words.ANOTHER_BODY.match(after) is not None or words.ANOTHER_BODY_BEFORE.search(before) is not None


def _with_bare(text: str, kept: list[JudgedSeries]) -> list[JudgedSeries]:
    """`kept` with the counts that name no period of their own only where they hang on to one that does."""
    fit: list[JudgedSeries] = []
    for index, one in enumerate(kept):
        if one.series.form == "bare":
            before = text[kept[index - 1].series.end : one.series.start] if index else ""
            after = text[one.series.end : kept[index + 1].series.start] if index + 1 < len(kept) else ""
            if not (_HANGS_ON.fullmatch(before) or _HANGS_ON.fullmatch(after)):
                continue
            if not _HANGS_ON.fullmatch(before) and one.series.per_year is not None:  # `two meetings plus two others a term`
                one = replace(one, series=replace(one.series, per_year=one.series.per_year * kept[index + 1].series.unit))  # noqa: PLW2901
        fit.append(one)
    return fit


_HANGS_ON = LazyPattern(
    rf"[ ,;(]*(?:meetings? )?(?:in (?:{'|'.join(MONTHS)}) )?(?:(?:; |, )?(?:in addition|and|plus)(?: the [a-z]+)?(?: (?:must|shall|will|also))* (?:hold|holds|have|has) |(?:the|and|plus|with|together|also|as well as|in addition|to|a further|or|has|holds|have|an?)[ ,]*)+|[ ,]+"
)


def _no_number(text: str, dropped: list[ParsedFrequency]) -> ParsedFrequency:
    if _VARYING in dropped or words.VARIES.search(text) or words.NO_RHYTHM.search(text):
        return _VARYING
    unsettled = words.UNSETTLED.search(text) or words.SAYS_NOTHING.search(text) or "@" in text or any(months_in(text))
    return _NOTHING if dropped or unsettled else replace(_NOTHING, known=False)


def _judge(text: str, series: Series, previous: int, following: int) -> JudgedSeries | ParsedFrequency:
    """What the words around `series` make of it: kept, or left out as saying nothing or as varying."""
    if series.form == "other":
        return _NOTHING
    breaks = [match.end() for match in _BREAK.finditer(text[: series.start])]
    before = text[max([previous, *breaks[-1:]]) : series.start].rstrip(" ,")
    before = words.OTHERWISE.sub("", before)
    whole_before = text[previous : series.start].rstrip(" ,;(")
    stop = _BREAK.search(text[series.end :])
    after = text[series.end : min(following, series.end + stop.start() if stop else len(text))]
    until_next = text[series.end : following]
    if not any(map(str.isalpha, until_next)):
        until_next = after = ""  # brackets and commas alone say nothing
    own = words.FLOOR_BEFORE.sub("", until_next.rstrip()) if following < len(text) else until_next  # `at least` is of what follows it
    floor_before = words.FLOOR_BEFORE.search(whole_before) is not None or words.AS_NEEDED_AND.search(whole_before) is not None
    if (words.CEILING_BEFORE.search(whole_before) and not floor_before) or words.CEILING_AFTER.match(until_next):
        if series.form == "interval":
            return JudgedSeries(series, floor=True)
        return _VARYING
    if (words.DENIED.search(before) and not floor_before) or words.GIVEN_UP.search(before):
        return _NOTHING
    if words.PAST.search(before) or words.PAST_AFTER.match(after):
        return _NOTHING
    if (
        words.MAYBE.search(before)
        or is_report(
            before, after, adjective=text[series.start : series.end] == "annually", opens=series.form in ("interval", "unit") and not before
        )
        or words.INSTEAD.search(until_next)
    ):
        return _NOTHING
    if series.per_year == 1 and series.form == "adverb" and words.REFERRED_TO.search(before):
        return _NOTHING
    in_season = (
        (series.per_year or 0) > 1
        and series.form != "seasons"
        and (
            any(words.SEASON.search(near) for near in (before, words.SINCE.sub("", after)))
            or words.SEASON_BEHIND.match(until_next) is not None
        )
    )
    in_a_month = (series.per_year or 0) > 1 and (
        (series.form in _CYCLES and words.IN_A_MONTH.match(after) is not None)
        or (series.form in (*_CYCLES, "nth_weekday") and words.IN_A_MONTH_BEFORE.search(text[: series.start]) is not None)
    )
    if series.form == "weekday" and words.ON_DAYS.search(before) and not text[series.start :].startswith(("every", "each", "alternate")):
        return _NOTHING
    if words.CONDITION.match(after) or in_season or in_a_month:
        return _VARYING
    floor = series.floor or floor_before or any(pattern.search(own) for pattern in words.FLOOR_AFTER)
    return JudgedSeries(series, floor, words.ROUGHLY.search(before) is not None, words.IF_POSSIBLE.match(until_next) is not None)


_OF_THE_ONE_BEFORE = LazyPattern(r"(?: [a-z]+){0,3} (?:in|on|during|of|at) ")
"""Between a meeting that only dates something and its own day: `elected at the AGM in May each year`."""
_CYCLES = frozenset({"adverb", "unit", "interval", "interval_adverb", "weekday"})
"""The forms of series that go round all year."""
