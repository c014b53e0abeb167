"""Merged areas of a sheet, row by row."""

import pytest

from govreg.importers.excel.merges import Area, MergedAreas

WIDE, TALL, LOW = (0, 1, 0, 0), (3, 3, 0, 2), (1, 2, 2, 3)


@pytest.mark.parametrize("merges", [(WIDE, TALL, LOW), (LOW, TALL, WIDE), (TALL, LOW, WIDE)])
def test_the_area_that_a_cell_is_in(merges: tuple[Area, ...]) -> None:
    areas = MergedAreas(merges)
    found = [(areas.enter(row), [areas.at(column) for column in range(5)]) for row in range(5)]

    assert found == [
        (2, [WIDE, WIDE, None, TALL, None]),
        (1, [None, None, None, TALL, None]),
        (2, [None, LOW, LOW, TALL, None]),
        (1, [None, LOW, LOW, None, None]),
        (0, [None] * 5),
    ]


def test_rows_may_be_passed_over() -> None:
    areas = MergedAreas((WIDE, TALL, LOW))

    assert areas.enter(3) == 1
    assert (areas.at(1), areas.at(3)) == (LOW, None)
