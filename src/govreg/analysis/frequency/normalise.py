"""A phrase about frequency in plain form: one spelling for numbers, units and dashes, without dates and clock times."""

import re
from difflib import get_close_matches

from govreg.analysis.frequency.lazy import LazyPattern
from govreg.model.names import normalised
from govreg.values import dataclass

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
    **{day[:3]: day for day in ("tuesday", "wednesday", "thursday", "friday")},
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
"""How similar to a unit a misspelling of it must be, by difflib's ratio, with the same first letter: `quartely`, `fornightly`."""

_LETTERS_APART = 3
"""How many letters longer or shorter a misspelling can be and still be that similar: the longest unit has ten."""

_ABBREVIATION = LazyPattern(r"\s\((?!TB[ACD]\)|AGM|MIN|MAX|NOT)[A-Z]{2,6}s?\)(?=\s|$|[,.;])", (("(",),))
"""`Full Governing Board (FGB)`."""

_MONTH = "|".join(MONTHS)
_CHANGE = r"(?:decreas\w+|ris\w+|increas\w+|reduc\w+|fall\w*|chang\w+|go(?:es|ing)?|mov\w+|up|down|drop\w*)"
_FROM_WHAT_WAS = LazyPattern(rf"\b({_CHANGE}(?: (?!from\b)[a-z]+){{1,7}}) from \d+ to (?=\d)", (("from",),))
"""`Increase the number of public meetings from three to five`, which is no range."""

_FROM = LazyPattern(
    rf"\b{_CHANGE} from \d+ to (?=\d)|\b(?:anything |anywhere |from |between )+(?=\d+ (?:to|and) \d)",
    (("from", "between", "any"),),
)
_HOURS = LazyPattern(
    r"\b(?:(?:for|lasting|lasts?|of|x|no longer than|no more than|up to|about|approximately|shall) )*"
    r"\d+(?:\.\d+)?(?: (?:to|or|and a half) ?\d*)? ?(?:hours?|minutes?|h)\b(?: long| duration| each)?"
    r"|\b(?:all|half a|half|full|whole) day\b",
    (("hour", "minute", " h", "day", *(f"{digit}h" for digit in "0123456789")),),
)
_CLOCK = LazyPattern(
    r"\b(?:(?:at|from|between|start(?:ing|s)? at) )?(?:\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.m\.?|am\b|pm\b|noon\b|o'clock\b)|(?:[01]?\d|2[0-3])[:.][0-5]\d\b"
    r"|(?:[01]\d|2[0-3])[0-5]\d ?(?:gmt|utc|bst|hrs|hours)\b)"
    r"(?: ?(?:to|and|until|;|-) ?\d{1,2}(?:[:.]\d\d)? ?(?:am|pm|noon)?\b)?|\b(?:at )?(?:noon|midday)\b",
    (("am", "pm", ".m", ":", ".", "noon", "midday", "o'clock", "gmt", "utc", "bst", "hrs", "hours"),),
)
_DATE = LazyPattern(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?)?(?:{_MONTH}) (?:\d{{1,2}}(?:st|nd|rd|th)? ?,? ?)?(?:19|20)\d\d(?:/\d\d)?\b"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{_MONTH})\b|\b(?:{_MONTH}) \d{{1,2}}(?:st|nd|rd|th)?\b"
    r"|\b\d{1,4}[./]\d{1,2}[./]\d{2,4}\b|\b(?:19|20)\d\d(?:-\d\d){1,2}\b|\b(?:19|20)\d\d(?: ?[/-] ?\d{2,4})?\b",
    (tuple("0123456789"),),
)


_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
_SIGNS = {"<": "fewer than", "≤": "up to", ">": "more than", "≥": "at least", "?": "tbc"}
_HALF = LazyPattern(r"(?<!\d)(?:1⁄2|1/2(?=[- ]?year))", (("1",),))
_SIGN = LazyPattern("[<≤>≥?]", (tuple("<≤>≥?"),))
_NO_COUNT = LazyPattern(r"(?<!\d)\d{1,3}(?:,\d{3})+(?!\d)|\d⁄\d|\de[-+]?\d|^[\s(]*-\s*\d|\d{4}", (tuple("0123456789"),))
"""What a count of meetings can't be: thousands, a fraction or a power of ten, less than none."""


def is_countable(phrase: str) -> bool:
    """Whether the numbers in `phrase` can be counts of meetings, so that none of them is read as another."""
    text = normalised(phrase).casefold()
    text = _HALF.sub(" half ", text).translate(_DASHES)
    return _NO_COUNT.search(_DATE.sub(" @ ", _with_whole_months(_CLOCK.sub(" ", text)))) is None


@dataclass(frozen=True)
class NormalisedPhrase:
    """A phrase in plain form, and what was misspelt on the way."""

    text: str
    """Lower-case words and punctuation with a space between each; `@` in place of each date."""
    respelt: tuple[tuple[str, str], ...]
    """Misspelt words, and what each was read as."""


_DIGITS = tuple("0123456789")
_BEFORE_WORDS: tuple[tuple[LazyPattern, str], ...] = (
    (LazyPattern(r"\bp[./ ]{0,2}a\.?(?=\W|$)", (("p.", "p/", "p ", "pa"),)), " per annum "),
    (
        LazyPattern(
            r"\bc(?:a|irca)?(?:\.? ?(?=\d)|(?:\. ?| )(?=one|two|three|four|five|six))",
            (("c.", "c ", "ca", *(f"c{digit}" for digit in _DIGITS)), (*_DIGITS, "one", "two", "three", "four", "five", "six")),
        ),
        "about ",
    ),
    (LazyPattern(r"(?<=\w)-\s+(?=(?:week|month|year|annual))|(?<=\w)\s+-(?=(?:week|month|year|annual))", (("-",),)), " "),
    (LazyPattern(r"\b(\d+) ?min\b", (_DIGITS, ("min",))), r"\1 minutes"),
    (LazyPattern(r"\b(?:ie|i\.e\.?|eg|e\.g\.?)(?=\W)", (("ie", "i.e", "eg", "e.g"),)), " ie "),
    (_CLOCK, " "),
)
"""What is put another way before dates and signs are."""
_SIGNS_TO_WORDS: tuple[tuple[LazyPattern, str], ...] = (
    (LazyPattern(r"(?<=\d)\s*[-/]\s*(?=\d)", (("-", "/"), _DIGITS)), " to "),
    (LazyPattern(r"(?<=\d)\s*\+", (("+",), _DIGITS)), " or more "),
    (LazyPattern(rf"(?<!-)(?<!- )\b({_MONTH})\s*-\s*(?=(?:{_MONTH})\b(?!\s*-))", (("-",), tuple(MONTHS))), r"\1 to "),
    (LazyPattern(r"(?<=[a-z0-9])-(?=[a-z0-9])", (("-",),)), " "),
    (LazyPattern(r"[-.](?=\s|$|\))|(?<=\s)-+|:", (("-", ".", ":"),)), " ; "),
    (LazyPattern(r"&", (("&",),)), " and "),
    (LazyPattern(r"\+", (("+",),)), " plus "),
    (LazyPattern(r"/\s*(?=(?:year|yr|annum|month|mth|week|wk|quarter|qtr)s?\b)", (("/",),)), " per "),
    (LazyPattern(r"\bx ?(\d+)\b", (("x",), _DIGITS)), r" \1 times "),
    (LazyPattern(r"\b(\d+) ?x\b", (("x",), _DIGITS)), r" \1 times "),
)
_COUNTS: tuple[tuple[LazyPattern, str], ...] = (
    (LazyPattern(r"\b(?:1 )?half (?:a )?year(?:ly|s)?\b|\bhalf annually\b", (("half",),)), "6 monthly"),
    (LazyPattern(r"\bhalf termly\b", (("half",),)), "halftermly"),
    (LazyPattern(r"\bhalf terms?\b", (("half",),)), "halfterm"),
    (LazyPattern(r"\b(?:rolling |consecutive )?12 months?(?: period)?\b", (("12 ",),)), "year"),
    (LazyPattern(r"\b(\d+)( times)? \( \1(?: times)? \)", (("(",), _DIGITS)), r"\1\2"),
    (LazyPattern(r"\b(\d+) times (or|to) (?=\d+ times)", (("times or", "times to"),)), r"\1 \2 "),
    (LazyPattern(r"\b(\d+) times times\b", (("times times",),)), r"\1 times"),
    (LazyPattern(r"\b(\d+) (?:but|and) (?:no|not) (?:more|greater) than (\d+)\b", ((" than ",), _DIGITS)), r"\1 to \2"),
    (
        LazyPattern(r"\b(?:an? )?minimum of (\d+)(?: times)? (?:and|but|to|with) (?:an? )?maximum of (\d+)\b", (("maximum",), _DIGITS)),
        r"\1 to \2",
    ),
    (_FROM_WHAT_WAS, r"\1 to "),
    (_FROM, ""),
    (_HOURS, " "),
)


def normalise(phrase: str) -> NormalisedPhrase:
    """`phrase` in plain form."""
    text = _ABBREVIATION.sub(" ", normalised(phrase)).casefold().replace("’", "'")
    text = text.translate(_DASHES)
    text = _HALF.sub(" half ", text)
    text = _SIGN.sub(lambda match: f" {_SIGNS[match.group()]} ", text)
    text = _replaced(text, _BEFORE_WORDS)
    text = _replaced(_DATE.sub(" @ ", _with_whole_months(text)), _SIGNS_TO_WORDS)
    respelt: list[tuple[str, str]] = []
    words = re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?|\d+(?:\.\d+)?(?:st|nd|rd|th)?|[();,/@]", text)
    text = _replaced(" ".join(_spelt(word, respelt) for word in words), _COUNTS)
    return NormalisedPhrase(" ".join(text.split()), tuple(respelt))


def _replaced(text: str, replacements: tuple[tuple[LazyPattern, str], ...]) -> str:
    for pattern, replacement in replacements:
        text = pattern.sub(replacement, text)
    return text


def _with_whole_months(text: str) -> str:
    return re.sub(r"[a-z]+", lambda match: _WRITTEN[match.group()] if _WRITTEN.get(match.group()) in MONTHS else match.group(), text)


def _spelt(word: str, respelt: list[tuple[str, str]]) -> str:
    if word in _WRITTEN:
        return _WRITTEN[word]
    if len(word) < len("wekly") or word in _UNITS or word in _NO_SLIPS:
        return word
    alike = [unit for unit in _UNITS if unit[0] == word[0] and abs(len(unit) - len(word)) <= _LETTERS_APART]
    close = get_close_matches(word, alike, n=1, cutoff=_LIKENESS) if alike else []
    if not close:
        return word
    respelt.append((word, close[0]))
    return _WRITTEN.get(close[0], close[0])
