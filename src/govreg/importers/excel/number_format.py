"""A number as the format of its cell shows it: a date in ISO form, a percentage, a count with the words around it.

Formats are those of ECMA-376 part 1, 18.8.30 and 18.8.31. A colour, a condition, a fraction or an exponent is not followed: the number is
shown plain then, so that nothing is lost.
"""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import lru_cache

GENERAL = "General"
BUILT_IN = {
    0: GENERAL, 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 14: "yyyy-mm-dd", 15: "d-mmm-yy", 16: "d-mmm",
    17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "m/d/yy h:mm", 37: "#,##0", 38: "#,##0",
    39: "#,##0.00", 40: "#,##0.00", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 49: "@",
    **dict.fromkeys((*range(27, 32), 36, *range(50, 59)), "yyyy-mm-dd"),
}  # fmt: skip
"""The formats that have a number and no text in the file, as far as they aren't General; those of East Asia are all dates."""

_PARTS = re.compile(r'"[^"]*"?|\\.|_.|\*.|\[[^\]]*\]|AM/PM|A/P|General|[0#?][0#?,.]*%?|%|[ymdhsYMDHS]+|.', re.DOTALL)
_ELAPSED = re.compile(r"\[[hms]+\]", re.IGNORECASE)
_CURRENCY = re.compile(r"\[\$([^-\]]*)(?:-[^\]]*)?\]")
_DAY_IN_EXCEL_ONLY = 60
"""29 February 1900, a day that there was not: a mistake of Lotus 1-2-3 that Excel keeps."""
_SECONDS = 86_400
"""The seconds of a day."""
_DATE_LETTERS = frozenset("ymdhsegba")
"""The letters that a date's format may have without quotes, those of eras, Buddhist years and Japanese weekdays too."""
_DIGITS = 15
"""How many digits of a number Excel keeps."""
_LONGEST_CODE = 255
"""The most characters of a format in Excel."""
_MOST_DECIMALS = 10
"""More digits after the point than these show no count, share or sum; the number is shown plain."""


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """A format of a cell, taken apart."""

    date: str = ""
    """The letters of `ymdhs` that are in it, in order, `M` for minutes; empty if it shows no date and no time."""
    elapsed: bool = False
    before: str = ""
    after: str = ""
    decimals: int | None = None
    """How many digits come after the point; None for as many as there are."""
    digits: int = 0
    """The fewest digits before the point."""
    thousands: bool = False
    percent: bool = False


@lru_cache(1024)
def number_format(code: str) -> NumberFormat:
    """The format `code`, as far as it is understood: its section for positive numbers."""
    parts = _first_section(code) if len(code) <= _LONGEST_CODE else []
    if not parts or any(part.lower() == "general" for part in parts):
        before, after = _words(parts)
        return NumberFormat(before=before, after=after)
    if date := _date_letters(parts):
        return NumberFormat(date=date, elapsed=any(_ELAPSED.fullmatch(part) for part in parts))
    numbers = [part for part in parts if part[0] in "0#?"]
    if len(numbers) != 1 or "E" in parts or "/" in parts:
        return NumberFormat()
    number = numbers[0].rstrip("%")
    whole, _, decimals = number.partition(".")
    before, after = _words(parts)
    places = sum(sign in "0#?" for sign in decimals)
    optional = "#" in decimals or "?" in decimals or places > _MOST_DECIMALS
    return NumberFormat(
        before=before, after=after, decimals=None if optional else places, digits=whole.count("0"), thousands="," in whole.rstrip(","),
        percent=numbers[0].endswith("%") or "%" in parts,
    )  # fmt: skip


def shown_number(text: str, code: str, *, since_1904: bool = False) -> str:
    """The number `text`, as the file stores it, as the format `code` shows it; `text` itself if it is no number."""
    form = number_format(code)
    try:
        value = Decimal(text)
    except InvalidOperation:
        return text
    if not value.is_finite() or abs(value.adjusted()) > _DIGITS:
        return text
    if form.date:
        return _elapsed(value) if form.elapsed else _date(value, form.date, since_1904=since_1904) or _plain(value)
    if form.percent:
        value *= 100
    shown = _plain(value) if form.decimals is None else f"{value.quantize(Decimal(1).scaleb(-form.decimals), ROUND_HALF_UP):f}"
    sign, shown = ("-", shown[1:]) if shown.startswith("-") else ("", shown)
    whole, point, rest = shown.partition(".")
    if form.digits > 1:
        whole = whole.zfill(form.digits)
    if form.thousands:
        whole = f"{int(whole):,}"
    return f"{sign}{form.before}{whole}{point}{rest}{'%' if form.percent else ''}{form.after}".strip()


def _plain(value: Decimal) -> str:
    """`value` without an exponent and without zeros at its end: 4, not 4.0, and 0.1, not 0.10000000000000001."""
    rounded = Decimal(f"{value:.{_DIGITS}g}") if value else Decimal(0)
    shown = f"{rounded:f}"
    return shown.rstrip("0").rstrip(".") if "." in shown else shown


def _first_section(code: str) -> list[str]:
    parts: list[str] = []
    for part in _PARTS.findall(code):
        if part == ";":
            break
        parts.append(part)
    return parts


def _words(parts: list[str]) -> tuple[str, str]:
    """The words before the number and after it."""
    before, after = "", ""
    seen = False
    for part in parts:
        if part[0] in "0#?" or part.lower() == "general":
            seen = True
            continue
        word = _word(part)
        before, after = (before, after + word) if seen else (before + word, after)
    return before, after


def _word(part: str) -> str:
    """What a part of a format shows as it is: quoted or escaped text, a currency, punctuation."""
    if part[0] == '"':
        return part.strip('"')
    if part[0] == "\\":
        return part[1:]
    if currency := _CURRENCY.fullmatch(part):
        return currency[1]
    if part[0] in "[_*%@":
        return " " if part[0] == "_" else ""
    return part


def _date_letters(parts: list[str]) -> str:
    """The letters of a date or time in `parts`, each once in a row, with `M` for minutes: an `m` after hours or before seconds."""
    if any(part.isalpha() and not set(part.lower()) <= _DATE_LETTERS for part in parts):
        return ""  # such as Standard, which some programs write for General in their own language
    letters = [part[0].lower() for part in parts if part[0].lower() in "ymdhs" or _ELAPSED.fullmatch(part)]
    elapsed = [part[1].lower() for part in parts if _ELAPSED.fullmatch(part)]
    letters = [letter for letter in letters if letter != "["] or elapsed
    return "".join(
        "M" if letter == "m" and ("h" in letters[:index][-1:] or "s" in letters[index + 1 :][:1]) else letter
        for index, letter in enumerate(letters)
    )


def _elapsed(value: Decimal) -> str:
    minutes = round(value * 24 * 60)
    return f"{minutes // 60}:{minutes % 60:02}"


def _date(value: Decimal, letters: str, *, since_1904: bool) -> str:
    """The day or time that the serial number `value` is; empty if it is none."""
    if value < 0:
        return ""
    seconds = round((value % 1) * _SECONDS)
    if not set(letters) & set("ymd"):
        hours, seconds = divmod(seconds % _SECONDS, 3600)
        return f"{hours:02}:{seconds // 60:02}"
    day = int(value)
    if since_1904:
        first = datetime(1904, 1, 1)  # noqa: DTZ001 - a day in a sheet has no time zone
    elif day in {_DAY_IN_EXCEL_ONLY, 0}:
        return ""
    else:
        first = datetime(1899, 12, 31 if day < _DAY_IN_EXCEL_ONLY else 30)  # noqa: DTZ001
    try:
        moment = first + timedelta(days=day, seconds=seconds)
    except OverflowError:  # after 31 December 9999
        return ""
    has_time = "h" in letters and seconds
    if has_time:
        return f"{moment:%Y-%m-%d %H:%M}" if moment.year > 999 else moment.isoformat(" ", "minutes")  # noqa: PLR2004 - strftime pads no year
    iso = moment.date().isoformat()
    if "d" in letters:
        return iso
    return iso[:7] if "m" in letters else iso[:4]
