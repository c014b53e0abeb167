"""The months that a phrase leaves out: `except August`, `no meeting in December`, `between September and May`."""

from govreg.analysis.frequency import vocabulary as words
from govreg.analysis.frequency.normalise import MONTHS
from govreg.analysis.frequency.series import months_in


def without_exceptions(text: str) -> tuple[str, frozenset[str]]:
    """`text` without what it says of exceptions, and the months that are left out, each once.

    An exception that names months takes them out (`except August`, `no meeting in August`), unless it only moves the day
    (`except in December, when we meet on the second Tuesday`). Any other (`unless it is a bank holiday …`) says nothing of a count.
    """
    span = list(words.MONTHS_BETWEEN.finditer(text))
    if len(span) == 1:
        first, last = (MONTHS.index(span[0][1] or span[0][2]), MONTHS.index(span[0][3]))
        held = {MONTHS[(first + step) % 12] for step in range((last - first) % 12 + 1)}
        return " ".join(words.MONTHS_BETWEEN.sub(" ", text).split()), frozenset(MONTHS) - held
    left_out: set[str] = set()
    for pattern in (words.EXCEPT, words.NO_MEETING_IN, words.ONLY_IF_NEEDED):
        found = pattern.search(text)
        while found is not None:
            clause_end = words.CLAUSE_END.search(text[found.end() :])
            end = found.end() + clause_end.start() if clause_end else len(text)
            months = words.MONTHS_LISTED.match(text, found.end())
            if months is not None and months.end() > found.end():
                moved = words.ANOTHER_DAY.match(text, months.end())
                left_out |= set() if moved else set(months_in(months.group()))
                end = end if moved or words.MEETS_NOT.match(text, months.end()) else months.end()
            elif pattern is not words.EXCEPT:
                break
            text = f"{text[: found.start()]} {text[end:]}"
            found = pattern.search(text)
    return " ".join(text.split()), frozenset(left_out)
