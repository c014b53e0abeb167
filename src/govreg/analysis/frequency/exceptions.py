"""The months that a phrase leaves out: `except August`, `no meeting in December`, `between September and May`."""

from govreg.analysis.frequency import vocabulary as words
from govreg.analysis.frequency.normalise import MONTHS
from govreg.analysis.frequency.remainder import not_understood
from govreg.analysis.frequency.series import find_series, months_in


def without_exceptions(text: str) -> tuple[str, frozenset[str], bool]:
    """`text` without what it says of exceptions; the months that are left out, each once; and whether a time is left out that has no count.

    An exception that names months takes them out (`except August`, `no meeting in August`), unless it only moves the day
    (`except in December, when we meet on the second Tuesday`). Any other (`unless it is a bank holiday …`) says nothing of a count,
    but for one that leaves out holidays or weeks, or gives another count for a time.
    """
    span = list(words.MONTHS_BETWEEN.finditer(text))
    if len(span) == 1:
        first, last = (MONTHS.index(span[0][1] or span[0][2]), MONTHS.index(span[0][3]))
        held = {MONTHS[(first + step) % 12] for step in range((last - first) % 12 + 1)}
        return " ".join(words.MONTHS_BETWEEN.sub(" ", text).split()), frozenset(MONTHS) - held, False
    left_out: set[str] = set()
    uncounted = False
    for pattern in (words.EXCEPT, words.NO_MEETING_IN, words.ONLY_IF_NEEDED):
        found = pattern.search(text)
        while found is not None:
            clause_end = words.CLAUSE_END.search(text[found.end() :])
            end = found.end() + clause_end.start() if clause_end else len(text)
            months = words.MONTHS_LISTED.match(text, found.end())
            moved = None
            if months is not None and months.end() > found.end():
                moved = words.ANOTHER_DAY.match(text, months.end())
                left_out |= set() if moved else set(months_in(months.group()))
                end = end if moved or words.MEETS_NOT.match(text, months.end()) else months.end()
            elif pattern is not words.EXCEPT:
                break
            rest = "" if moved else text[months.end() if months else found.end() : end]
            uncounted = uncounted or _is_uncounted(text[found.start() : end], rest)
            if pattern is words.ONLY_IF_NEEDED:
                text = f"{text[: found.start()]} or{text[end:].removeprefix('only')}"
            else:
                text = f"{text[: found.start()]} {text[end:]}"
            found = pattern.search(text)
    return " ".join(text.split()), frozenset(left_out), uncounted


def _is_uncounted(clause: str, rest: str) -> bool:
    """Whether an exception leaves out a time that nobody can count, or gives it a count of its own; `rest` is what it says besides months."""
    counts = any(not series.detail and series.form != "bare" and series.per_year is not None for series in find_series(clause))
    if counts or any(pattern.search(clause) for pattern in (words.NO_TIME_OF_ITS_OWN, words.ONLY_WHEN)):
        return True
    return not_understood(rest, find_series(rest)) != ""
