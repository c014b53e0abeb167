"""Dates that a person types, with the day before the month, as the register writes them."""

from collections.abc import Iterable

from govreg.errors import GovregError
from govreg.model.dates import in_words, is_date
from govreg.model.names import listed, shown
from govreg.model.written_dates import day_first_date, how_to_write


def typed_date(text: str, option: str) -> str:
    """The date that was typed for `option`: `2026-10-01` for `1/10/2026`. Raises GovregError if `text` isn't a date."""
    date = text if is_date(text) else day_first_date(text)
    if not date:
        raise GovregError(f"“{shown(text)}” is not a valid date ({option}).", how_to_write(text))
    return date


def as_read(dates: Iterable[tuple[str, str]]) -> str:
    """A sentence that says how dates in figures were read, each as typed and as written; empty if there are none."""
    read = [f"“{shown(typed)}” as {in_words(date)}" for typed, date in dict.fromkeys(dates)]
    return f"Read {listed(read)}, with the day first." if read else ""
