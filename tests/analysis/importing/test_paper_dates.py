"""A date in a paper is read however loosely it is written, with the day before the month."""

import pytest

from govreg.analysis.importing.paper_dates import paper_date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2026-04-03", "2026-04-03"),
        ("since Fri 3.4.26", "2026-04-03"),
        ("3 / 4 - 2026", "2026-04-03"),
        ("1/10/2026", "2026-10-01"),
        ("2026-04-03 00:00:00", "2026-04-03"),
        ("October 1, 2026", "2026-10-01"),
        ("1st of October 2026.", "2026-10-01"),
        ("1-Oct-26", "2026-10-01"),
        ("Oct ’26", "2026-10"),
        ("Sept-2026", "2026-09"),
        ("2026", "2026"),
        ("31.4.26", ""),
        ("31/31/2026", ""),
        ("in spring", ""),
        ("2026-02-30 00:00:00", ""),
    ],
)
def test_a_date_in_a_paper(text: str, date: str) -> None:
    assert paper_date(text) == date
