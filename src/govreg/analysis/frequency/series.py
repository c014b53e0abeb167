"""The series in a phrase: each piece of it that says how often, or on which days and months, something takes place."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from fractions import Fraction

from govreg.analysis.frequency.lazy import LazyPattern
from govreg.analysis.frequency.normalise import MONTHS, WEEKDAYS
from govreg.values import dataclass

A_YEAR = {"day": 365, "week": 52, "fortnight": 26, "month": 12, "quarter": 4, "term": 3, "semester": 2, "halfterm": 6, "year": 1}
"""How many of each unit a year has, as diaries count: 52 weeks, 3 school terms."""

_WORKING_DAYS = Fraction(5 * A_YEAR["week"])
"""From Monday to Friday, public holidays included, as they are for a weekly meeting."""

_ADVERBS: dict[str, int | Fraction] = {
    "weekly": 52,
    "fortnightly": 26,
    "monthly": 12,
    "quarterly": 4,
    "termly": 3,
    "halftermly": 6,
    "annually": 1,
    "yearly": 1,
    "biennially": Fraction(1, 2),
    "biennial": Fraction(1, 2),
    "triennially": Fraction(1, 3),
    "triennial": Fraction(1, 3),
    "agm": 1,
}
_TWO_READINGS: dict[str, tuple[tuple[str, int | Fraction], ...]] = {
    "weekly": (("fortnightly", 26), ("twice a week", 104)),
    "monthly": (("every two months", 6), ("twice a month", 24)),
    "quarterly": (("every six months", 2), ("twice a quarter", 8)),
    "termly": (("every two terms", Fraction(3, 2)), ("twice a term", 6)),
    "annually": (("twice a year", 2), ("every two years", Fraction(1, 2))),
    "yearly": (("twice a year", 2), ("every two years", Fraction(1, 2))),
}
_THREE_READINGS: dict[str, tuple[tuple[str, int | Fraction], ...]] = {
    "monthly": (("every three months", 4), ("three times a month", 36)),
    "annually": (("three times a year", 3), ("every three years", Fraction(1, 3))),
    "weekly": (("every three weeks", Fraction(52, 3)), ("three times a week", 156)),
}

_NUMBER = r"\d+(?:\.\d+)?"
_RANGE = rf"(?P<n>{_NUMBER})(?: (?:to|or|and) (?P<n2>{_NUMBER}))?"
_UNIT = r"(?P<unit>day|week|fortnight|month|quarter|term|semester|halfterm|year)s?"
_KIND_OF_YEAR = r"(?:(?:calendar|financial|municipal|academic|council|civic|fiscal|school|working|full) )*"
_ORDINAL = r"(?:\d{1,2}(?:st|nd|rd|th)|last|penultimate)"
_DAY = rf"(?:{'|'.join(WEEKDAYS)})s?"
_MONTH = rf"(?:{'|'.join(MONTHS)})"
_A = r"(?:a|an|per|each|every|(?:in|within|during|over|throughout|across) (?:a|an|any|each|every|the)(?: 1)?|in 1)"
_EACH_YEAR = r"(?:of )?(?:each|every|per|a|the) (?:calendar |financial |municipal )?year"
_SEASON = r"(?:spring|summer|autumn|winter)"
_SITTING = r"(?:meetings?|workshops?|sessions?|conferences?|events?|seminars?|briefings?|(?:away|planning|development|training|strategy|study|review) days?|agms?|summits?)"
_BECOMES = r"(?:(?: (?:to|will|shall|should|is|are|be|set at|increased?|increases|reduced?|reduces|raised|changed?))+)?"
_NOUN = r"(?:times|meetings?|sessions?|sittings?|occasions?|gatherings?|boards?|panels?|(?:away|planning|development|training|strategy|study) days?)"
_PLAIN = frozenset("tbc ordinary formal full main regular scheduled planned public usual".split())
_HELD = LazyPattern(rf"\b(?:{_NOUN}|{_SITTING}|agms?|councils?|committees?|forums?|groups?|plenar\w+|calls?|hearings?|surgeries)\b")
"""What is held: other things than these that are counted a year (`four newsletters a year`) are no meetings."""

_DAY_NAMES = tuple(WEEKDAYS)
_DIGITS = tuple("0123456789")
_OF_WHICH = ("a ", "an ", "per ", "each ", "every ", "in ", "during ", "over ", "throughout ", "across ")
"""What `_A` begins with."""
_ORDINALS = ("st", "nd", "rd", "th", "last", "penultimate")
_A_UNIT = ("day", "week", "fortnight", "month", "quarter", "term", "semester", "year")
_FORMS: tuple[tuple[str, LazyPattern], ...] = tuple(
    (name, LazyPattern(rf"\b(?:{pattern})\b", needs))
    for name, pattern, needs in (
        ("count_in_interval", rf"{_RANGE} times (?:in )?(?:every|each|per|in) (?P<m>{_NUMBER}) {_UNIT}", (_DIGITS, ("times",))),
        (
            "count_in_other",
            rf"{_RANGE}(?: {_NOUN})? (?:in )?(?:every|each) (?:other|alternate|2nd) {_UNIT}",
            (_DIGITS, ("other", "alternate", "2nd")),
        ),
        (
            "count",
            rf"(?:on )?{_RANGE}(?! (?:day|week|month|year|hour)s?\b)(?P<more> or more)?(?: {_NOUN})?(?P<words>(?: (?!(?:or|plus|to|the|a|an|but|of|for|that|which|who|each|all|both|meets?|sits?)\b(?! committee))[a-z]+){{0,4}}?)(?: {_NOUN})?(?: (?:of|for) (?:[a-z]+ ){{1,5}}?[a-z]+?)??(?: (?:takes?|took) place| (?:(?:are|is|will be|shall be|to be) )?(?:normally |usually |generally )?(?:held|scheduled|planned|arranged))?(?: in (?:public|person|private))?(?: \()? {_A} {_KIND_OF_YEAR}{_UNIT}",
            (_DIGITS, _A_UNIT, _OF_WHICH),
        ),
        (
            "count_after",
            rf"(?:meetings?|times) {_A} {_KIND_OF_YEAR}{_UNIT}(?: [;(]|{_BECOMES})? {_RANGE}(?! (?:to|of|members|weeks|months))|annually number of (?:[a-z]+ ){{0,2}}?meetings{_BECOMES} (?P<j>{_NUMBER})(?! (?:to|of))",
            (_DIGITS, (*_A_UNIT, "annually"), ("meeting", "times")),
        ),
        (
            "count_adverb",
            rf"{_RANGE} times (?P<adverb>weekly|fortnightly|monthly|quarterly|termly|annually|yearly)|{_RANGE.replace('<n', '<k')} (?P<adverb2>annually)",
            (_DIGITS, ("times", "annually")),
        ),
        (
            "interval",
            rf"{_RANGE.replace('<n', '<i')} (?P<unit3>week|month|day)s? (?:intervals?|cycles?)|(?:no|not) (?:more|longer|greater) than (?P<gap>{_NUMBER}) (?P<unit4>week|month|day)s? (?:apart|between (?:\w+ ){{0,3}}meetings)|(?:every|each|any|(?:at )?intervals of(?: (?:no|not) (?:more|longer|greater) than)?|not exceeding) {_RANGE} {_UNIT}",
            (
                ("interval", "cycle", "than", *(f"{word} {digit}" for word in ("every", "each", "any", "exceeding") for digit in _DIGITS)),
                _A_UNIT,
            ),
        ),
        (
            "interval",
            rf"(?:every|each) (?P<other>other|alternate|\d+(?:st|nd|rd|th)) {_UNIT}|(?P<alternate>alternate) {_UNIT.replace('<unit', '<unit2')}",
            (("every", "each", "alternate"), _A_UNIT),
        ),
        (
            "interval_adverb",
            rf"{_RANGE} (?P<adverb>weekly|monthly|termly|yearly)|(?P<ordinal>\d+(?:nd|rd|th)) (?P<adverb2>weekly|monthly)",
            (_DIGITS, ("weekly", "monthly", "termly", "yearly")),
        ),
        ("two_readings", r"bi ?(?P<adverb>weekly|monthly|quarterly|termly|annually|annual|yearly)", (("bi",),)),
        ("three_readings", r"tri ?(?P<adverb>weekly|monthly|annually|annual)", (("tri",),)),
        ("semi", r"semi ?(?P<adverb>weekly|monthly|annually|annual|yearly)", (("semi",),)),
        (
            "day_of",
            rf"(?P<days>{_ORDINAL}(?:(?: ?[,/;]| and| or)* {_ORDINAL})*)(?: (?P<run>[2-5])(?= {_DAY}))?(?: available| working)?(?: {_DAY}(?: (?:and|or) {_DAY})*)?(?: (?:morning|afternoon|evening)s?)?(?: day)? (?:(?:of|in) (?:the |each |every |a |any )*|(?:each |every |a |per )+)(?P<other>other |alternate |2nd )?(?:calendar )?(?P<unit>month|quarter|term|year)",
            (_ORDINALS, ("month", "quarter", "term", "year"), ("of ", "in ", "each ", "every ", "a ", "per ")),
        ),
        (
            "day_in_months",
            rf"(?P<days>{_ORDINAL}(?:(?: ?[,/;]| and| or)* {_ORDINAL})*) {_DAY} (?:of|in|on|during) (?P<months>{_MONTH}(?:(?: ?[,/;]| and| or)+ {_MONTH})*)",
            (_DAY_NAMES, tuple(MONTHS)),
        ),
        ("every_nth_day", rf"(?:every|each) (?P<nth>2nd|3rd|4th) (?P<day>{_DAY})", (("2nd", "3rd", "4th"), _DAY_NAMES)),
        (
            "weekday",
            rf"(?:every|each|on) (?P<other>other|alternate) {_DAY}|(?P<alternate>alternate) {_DAY}|(?:every|each) (?P<each>{_DAY}(?:(?: ?[,/]| and)+ {_DAY})*)|(?P<plural>(?:{'|'.join(WEEKDAYS)})s(?:(?: ?[,/]| and)+ (?:{'|'.join(WEEKDAYS)})s)*)",
            (_DAY_NAMES,),
        ),
        (
            "nth_weekday",
            rf"(?P<days>{_ORDINAL}(?:(?: ?[,/]| and| or)* {_ORDINAL})*) {_DAY}(?! (?:occurring|that|which|after|following|before|preceding|in the)\b)",
            (_DAY_NAMES,),
        ),
        (
            "months",
            rf"(?P<months>{_MONTH}(?:(?: ?[,/;]| and(?: again)?| or| in| once| 1 times)+ {_MONTH})+)(?: {_EACH_YEAR})?|(?:each|every) (?P<month>{_MONTH})|(?P<month2>{_MONTH}) {_EACH_YEAR}",
            (tuple(MONTHS),),
        ),
        (
            "seasons",
            rf"(?P<seasons>{_SEASON}(?:(?: ?[,/;]| and| in)+ (?:the )?{_SEASON})+)(?: terms?)?(?: {_EACH_YEAR})?",
            (("spring", "summer", "autumn", "winter"),),
        ),
        ("adverb", rf"(?P<adverb>{'|'.join(_ADVERBS)})(?: {_EACH_YEAR})?", (tuple(_ADVERBS),)),
        ("daily", r"daily", (("daily",),)),
        ("working_days", r"(?:every|each) (?:working |week)day|monday (?:to|;) friday", (("day",),)),
        ("unit", rf"(?<!meetings )(?<!times )(?:every|each) (?:single )?{_KIND_OF_YEAR}{_UNIT}", (("every", "each"), _A_UNIT)),
        (
            "bare",
            rf"(?<!every )(?<!any )(?<!between )(?:{_RANGE}(?! (?:day|week|month|hour|year)s?\b) (?:(?!(?:and|or|plus|to|the|a|an|but|of|members)\b)[a-z]+ ){{0,3}}?{_SITTING}|{_RANGE.replace('<n', '<x')} (?:extra|additional|further)|(?P<one>an?) (?:[a-z]+ ){{1,2}}?meeting\b(?= (?:in|on|at|to) |$| ?[;,)]))",
            (
                (
                    "meeting",
                    "workshop",
                    "session",
                    "conference",
                    "event",
                    "seminar",
                    "briefing",
                    "day",
                    "agm",
                    "summit",
                    "extra",
                    "additional",
                    "further",
                ),
            ),
        ),
    )
)


@dataclass(frozen=True)
class Series:
    """One piece of a phrase that says how often: its place in the plain text, and its number."""

    start: int
    end: int
    per_year: Fraction | None
    form: str
    readings: tuple[tuple[str, Fraction], ...] = ()
    """Where it can be read in two ways: both, the usual one first."""
    floor: bool = False
    """Whether it gives a range, and `per_year` is its lower end."""
    detail: bool = False
    """Whether it names days or months, which spell a count out where one is given."""
    unit: Fraction = Fraction(1)
    """How many a year has of the period that it counts in."""


def find_series(text: str) -> tuple[Series, ...]:
    """The series in a plain text, in order, none overlapping another."""
    found: list[Series] = []
    for form, pattern in _FORMS:
        for match in pattern.finditer(text):
            if any(match.start() < other.end and other.start < match.end() for other in found):
                continue
            with suppress(ZeroDivisionError):  # every 0 weeks is never
                series = _series(form, match, text)
                if series is not None:
                    found.append(series)
    return tuple(sorted(found, key=lambda series: series.start))


def _series(form: str, match: re.Match[str], text: str) -> Series | None:
    part = match.groupdict()
    series = Series(match.start(), match.end(), None, form)
    if not _PLAIN.issuperset((part.get("words") or "").split()) and not _HELD.search(match.group()):
        return replace(series, form="other")
    if form in ("count", "count_after", "count_in_interval", "count_in_other"):
        unit = Fraction(A_YEAR[part["unit"] or "year"]) / Fraction(part.get("m") or (2 if form == "count_in_other" else 1))
        counted = _counted(series, part["n"] or part["j"] or "", part["n2"], unit)
        return replace(counted, floor=counted.floor or bool(part.get("more")), unit=unit)
    if form == "count_adverb":
        adverb = Fraction(_ADVERBS[part["adverb"] or part["adverb2"]])
        return _counted(series, part["n"] or part["k"], part["n2"] or part["k2"], adverb)
    if form == "interval":
        unit = Fraction(A_YEAR[part.get("unit") or part.get("unit2") or part.get("unit3") or part["unit4"]])
        if part.get("gap"):
            return replace(series, per_year=unit / Fraction(part["gap"]), floor=True)
        if part.get("i"):
            return replace(series, per_year=unit / max(Fraction(part["i"]), Fraction(part["i2"] or part["i"])), floor=bool(part["i2"]))
        if part.get("n"):
            longest = max(Fraction(part["n"]), Fraction(part["n2"] or part["n"]))
            floor = bool(part["n2"]) or "than" in match.group() or "exceeding" in match.group()
            return replace(series, per_year=unit / longest, floor=floor)
        nth = part.get("other") or part.get("alternate") or "2"
        return replace(series, per_year=unit / (int(nth[:-2]) if nth[0].isdigit() else 2))
    if form == "interval_adverb":
        adverb = Fraction(_ADVERBS[part["adverb"] or part["adverb2"]])
        longest = max(Fraction(number) for number in (part["n"], part["n2"], (part["ordinal"] or "")[:-2]) if number)
        return replace(series, per_year=adverb / longest, floor=bool(part["n2"]))
    return _named(form, series, part, text)


def _counted(series: Series, least: str, most: str | None, unit: Fraction) -> Series:
    lower = min(Fraction(least), Fraction(most or least))
    return replace(series, per_year=lower * unit, floor=most is not None)


def _named(form: str, series: Series, part: dict[str, str | None], text: str) -> Series | None:
    adverb = {"annual": "annually"}.get(part.get("adverb") or "", part.get("adverb") or "")
    if form in ("two_readings", "three_readings"):
        pairs = (_TWO_READINGS if form == "two_readings" else _THREE_READINGS)[adverb]
        readings = tuple((words, Fraction(number)) for words, number in pairs)
        return replace(series, per_year=readings[0][1], readings=readings)
    if form == "semi":
        return replace(series, per_year=2 * Fraction(_ADVERBS[adverb]))
    if form == "adverb":
        return replace(series, per_year=Fraction(_ADVERBS[adverb]))
    if form == "unit":
        return replace(series, per_year=Fraction(A_YEAR[part["unit"] or "year"]))
    if form == "bare":
        return _counted(series, part["n"] or part["x"] or "1", part["n2"] or part["x2"], Fraction(1))
    if form == "daily":
        return replace(series, readings=(("every working day", _WORKING_DAYS), ("every day", Fraction(365))))
    if form == "working_days":
        return replace(series, per_year=_WORKING_DAYS)
    if form == "every_nth_day":
        nth = int((part["nth"] or "2nd")[0])
        readings = ((f"every {nth} weeks", Fraction(52, nth)), ("once a month, on that weekday", Fraction(12)))
        return replace(series, per_year=readings[0][1], readings=readings)
    return _days_or_months(form, series, part, text)


def _days_or_months(form: str, series: Series, part: dict[str, str | None], text: str) -> Series | None:
    named_days = part.get("days") or ""
    days = 1 if " or " in named_days else len(re.findall(_ORDINAL, named_days)) or 1
    if form == "day_of":
        unit = Fraction(A_YEAR[part["unit"] or "month"]) / (2 if part["other"] else 1)
        return replace(series, per_year=days * int(part["run"] or 1) * unit, detail=True)
    if form == "nth_weekday":
        return replace(series, per_year=Fraction(12 * days), detail=True)
    if form == "weekday":
        named = len(re.findall(_DAY, part["each"] or part["plural"] or "")) or 1
        return replace(series, per_year=Fraction(26 if part["other"] or part["alternate"] else 52 * named), detail=True)
    if form == "seasons":
        return replace(series, per_year=Fraction(len(set(re.findall(_SEASON, part["seasons"] or "")))), detail=True)
    if re.fullmatch(rf"{_MONTH} ?(?:/|or) ?{_MONTH}", text[series.start : series.end]):
        return replace(series, readings=(("once a year", Fraction(1)), ("twice a year", Fraction(2))))
    months = set(re.findall(_MONTH, part.get("months") or part.get("month") or part.get("month2") or ""))
    if re.match(r" (?:be|meet|convene|call|also|hold|vary|need|require|change|invite)\b", text[series.end :]):
        months.discard("may")  # the verb, not the month
    if not months:
        return None
    return replace(series, per_year=Fraction(days * len(months)), detail=True)


def months_in(text: str) -> Iterator[str]:
    """The months named in a plain text."""
    return iter(dict.fromkeys(re.findall(rf"\b{_MONTH}\b", text)))
