"""A phrase about frequency in plain form: one spelling for numbers, units and dashes, without dates and clock times."""

import re
import unicodedata
from dataclasses import dataclass
from difflib import get_close_matches

_NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty"
).split()
_ORDINALS = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_SUFFIX = {1: "st", 2: "nd", 3: "rd"}

MONTHS = "january february march april may june july august september october november december".split()
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()

_WRITTEN = {
    **{word: str(number) for number, word in enumerate(_NUMBERS)},
    **{word: f"{number}{_SUFFIX.get(number, 'th')}" for number, word in enumerate(_ORDINALS)},
    **{month[:3]: month for month in MONTHS if month != "may"},
    "sept": "september",
    **{day[:3]: day for day in ("tuesday", "thursday", "friday")},
    "mon": "monday",
    "tues": "tuesday",
    "weds": "wednesday",
    "thur": "thursday",
    "thurs": "thursday",
    "once": "1 times",
    "twice": "2 times",
    "thrice": "3 times",
    "time": "times",
    "atleast": "at least",
    "pa": "per year",
    "circa": "about",
    "evry": "every",
    "anum": "year",
    "yr": "year",
    "yrs": "years",
    "annum": "year",
    "mth": "month",
    "mths": "months",
    "wk": "week",
    "wks": "weeks",
    "qtr": "quarter",
    "qtrs": "quarters",
    "mtg": "meeting",
    "mtgs": "meetings",
    "mthly": "monthly",
    "wkly": "weekly",
    "qtrly": "quarterly",
    "qrtly": "quarterly",
    "annual": "annually",
    "min": "minimum",
    "max": "maximum",
    "approx": "approximately",
    "mins": "minutes",
    "hrs": "hours",
    "hr": "hours",
}
_UNITS = tuple(
    "weekly fortnightly monthly quarterly annually annual yearly termly fortnight quarter bimonthly biannually biennially"
    " every annum minimum meeting meetings times required".split()
)
_NO_SLIPS = frozenset(
    "weeks months month years terms quarters fortnights biannual biennial quarter ever minimal requires require monthlong timed metering".split()
)
_LIKENESS = 0.84
"""How like a unit a word must be to be a slip for it, by difflib's ratio, with the same first letter: `quartely`, `fornightly`."""

_MONTH = "|".join(MONTHS)
_CHANGE = r"(?:decreas\w+|ris\w+|increas\w+|reduc\w+|fall\w*|chang\w+|go(?:es|ing)?|mov\w+|up|down|drop\w*)"
_HOURS = re.compile(
    r"\b(?:(?:for|lasting|lasts?|of|x|no longer than|no more than|up to|about|approximately|shall) )*"
    r"\d+(?:\.\d+)?(?: (?:to|or|and a half) ?\d*)? ?(?:hours?|minutes?|h)\b(?: long| duration| each)?"
    r"|\b(?:all|half a|half|full|whole) day\b"
)
_CLOCK = re.compile(
    r"\b(?:(?:at|from|between|start(?:ing|s)? at) )?(?:\d{1,2}(?:[:.]\d\d)? ?(?:am|pm|noon)|(?:[01]?\d|2[0-3])[:.][0-5]\d)\b"
    r"(?: ?(?:to|and|until|;|-) ?\d{1,2}(?:[:.]\d\d)? ?(?:am|pm|noon)?\b)?|\b(?:at )?(?:noon|midday)\b"
)
_DATE = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?)?(?:{_MONTH}) (?:\d{{1,2}}(?:st|nd|rd|th)? ?,? ?)?(?:19|20)\d\d(?:/\d\d)?\b"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{_MONTH})\b|\b(?:{_MONTH}) \d{{1,2}}(?:st|nd|rd|th)?\b"
    r"|\b\d{1,4}[./]\d{1,2}[./]\d{2,4}\b|\b(?:19|20)\d\d(?:-\d\d){1,2}\b|\b(?:19|20)\d\d(?: ?[/-] ?\d{2,4})?\b"
)


_SIGNS = {"<": "fewer than", "≤": "up to", ">": "more than", "≥": "at least", "?": "tbc"}
_HALF = re.compile(r"(?<!\d)(?:1⁄2|1/2(?=[- ]?year))")
_SIGN = re.compile("[<≤>≥?]")
_NO_COUNT = re.compile(r"(?<!\d)\d{1,3}(?:,\d{3})+(?!\d)|\d⁄\d|\de[-+]?\d|^[\s(]*-\s*\d|\d{4}")
"""What a count of meetings can't be: thousands, a fraction or a power of ten, less than none."""


def is_countable(phrase: str) -> bool:
    """Whether the numbers in `phrase` can be counts of meetings, so that none of them is read as another."""
    text = unicodedata.normalize("NFKC", phrase).casefold()
    text = re.sub(r"[‐‑‒–—―−]", "-", _HALF.sub(" half ", text))
    return _NO_COUNT.search(_DATE.sub(" @ ", _with_whole_months(text))) is None


@dataclass(frozen=True, slots=True)
class Plain:
    """A phrase in plain form, and what was misspelt on the way."""

    text: str
    """Lower-case words and punctuation with a space between each; `@` stands where a date was."""
    respelt: tuple[tuple[str, str], ...]
    """Misspelt words, and what each was read as."""


def plain(phrase: str) -> Plain:
    """`phrase` in plain form."""
    text = unicodedata.normalize("NFKC", phrase).casefold().replace("’", "'")
    text = re.sub(r"[‐‑‒–—―−]", "-", text)
    text = _HALF.sub(" half ", text)
    text = _SIGN.sub(lambda match: f" {_SIGNS[match.group()]} ", text)
    text = re.sub(r"\bp[./ ]{0,2}a\.?(?=\W|$)", " per annum ", text)
    text = re.sub(r"\bc(?:a|irca)?\.? ?(?=\d|one|two|three|four|five|six)", "about ", text)
    text = re.sub(r"(?<=\w)-\s+(?=(?:week|month|year|annual))|(?<=\w)\s+-(?=(?:week|month|year|annual))", " ", text)
    text = re.sub(r"\b(\d+) ?min\b", r"\1 minutes", text)
    text = re.sub(r"\b(?:ie|i\.e\.?|eg|e\.g\.?)(?=\W)", " ie ", text)
    text = _CLOCK.sub(" ", text)
    text = _DATE.sub(" @ ", _with_whole_months(text))
    text = re.sub(r"(?<=\d)\s*[-/]\s*(?=\d)", " to ", text)
    text = re.sub(r"(?<=\d)\s*\+", " or more ", text)
    text = re.sub(r"(?<=[a-z0-9])-(?=[a-z0-9])", " ", text)
    text = re.sub(r"[-.](?=\s|$|\))|(?<=\s)-+|:", " ; ", text)
    text = text.replace("&", " and ").replace("+", " plus ")
    text = re.sub(r"/\s*(?=(?:year|yr|annum|month|mth|week|wk|quarter|qtr)s?\b)", " per ", text)
    text = re.sub(r"\bx ?(\d+)\b|\b(\d+) ?x\b", lambda match: f" {match.group(1) or match.group(2)} times ", text)
    respelt: list[tuple[str, str]] = []
    words = re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?|\d+(?:\.\d+)?(?:st|nd|rd|th)?|[();,/@]", text)
    text = " ".join(_spelt(word, respelt) for word in words)
    text = re.sub(r"\b(?:1 )?half (?:a )?year(?:ly|s)?\b|\bhalf annually\b", "6 monthly", text)
    text = re.sub(r"\bhalf term(?:s|ly)?\b", lambda match: "halftermly" if match.group().endswith("ly") else "halfterm", text)
    text = re.sub(r"\b(?:rolling |consecutive )?12 months?(?: period)?\b", "year", text)
    text = re.sub(r"\b(\d+)( times)? \( \1(?: times)? \)", r"\1\2", text)
    text = re.sub(r"\b(\d+) times times\b", r"\1 times", text)
    text = re.sub(r"\b(\d+) (?:but|and) (?:no|not) (?:more|greater) than (\d+)\b", r"\1 to \2", text)
    text = re.sub(rf"\b{_CHANGE} from \d+ to (?=\d)|\b(?:anything |anywhere |from |between )+(?=\d+ (?:to|and) \d)", "", text)
    text = _HOURS.sub(" ", text)
    return Plain(" ".join(text.split()), tuple(respelt))


def _with_whole_months(text: str) -> str:
    return re.sub(r"[a-z]+", lambda match: _WRITTEN[match.group()] if _WRITTEN.get(match.group()) in MONTHS else match.group(), text)


def _spelt(word: str, respelt: list[tuple[str, str]]) -> str:
    if word in _WRITTEN:
        return _WRITTEN[word]
    if len(word) < len("wekly") or word in _UNITS or word in _NO_SLIPS:
        return word
    close = [unit for unit in get_close_matches(word, _UNITS, n=3, cutoff=_LIKENESS) if unit[0] == word[0]]
    if not close:
        return word
    respelt.append((word, close[0]))
    return _WRITTEN.get(close[0], close[0])
