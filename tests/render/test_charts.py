"""Charts in each format: the figures are in words beside the bars and in the cells, whatever the colours and the width."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from types import ModuleType
from typing import cast
from xml.etree import ElementTree as ET

import pytest
from docx import Document
from openpyxl import load_workbook

from govreg.render import html_text, markdown_text, svg, text
from govreg.render.cells import width
from govreg.render.charts import SHADES, shade
from govreg.render.formats import BY_NAME, FORMATS
from govreg.render.target import Target
from govreg.report import Bar, BarChart, Link, Matrix, Report

CHART = BarChart(
    "Meetings a year",
    ("Member", "Meetings a year"),
    (
        Bar("Constabulary", "12 to 24", 12, 24),
        Bar(Link("organisation", "opcc", "OPCC"), "at least 6; 2 not known", 6, None, unknown=2),
        Bar("Fire", "about 3", about=3),
        Bar("Health", "not known", unknown=1),
    ),
)
MATRIX = Matrix("By area", "Theme", ("North", "South"), (("Victims", (0, 1)), ("Mental health", (4, 2))))
HOSTILE = '<script>alert(1)</script> & "quoted"'
SVG = "{http://www.w3.org/2000/svg}"


def report(*blocks: BarChart | Matrix) -> Report:
    return Report(blocks, data=dict, name="Load")


def test_bars_are_as_long_as_their_figures_in_plain_characters() -> None:
    assert text.render(report(CHART), Target(width=60)).splitlines() == [
        "Meetings a year",
        "Constabulary  ##########..........   12 to 24",
        "OPCC          #####>                 at least 6; 2 not known",
        "Fire          ..                     about 3",
        "Health                               not known",
        "# at least; . at most, or about; > or more.",
    ]


def test_colours_bring_solid_characters_and_nothing_else() -> None:
    coloured = text.render(report(CHART), Target(width=60, colour=True))

    assert "██████████░░░░░░░░░░ " in coloured
    assert "█ at least; ░ at most, or about; » or more." in coloured


@pytest.mark.parametrize("columns", [20, 30, 40, 60, 80, None])
def test_no_line_is_wider_than_there_is_room_and_every_figure_is_there(columns: int | None) -> None:
    written = text.render(report(CHART), Target(width=columns))

    assert columns is None or all(width(line) <= columns for line in written.splitlines())
    for word in ("Constabulary", "12", "24", "least", "not", "known"):
        assert word in written


def test_an_exact_chart_needs_no_key() -> None:
    exact = BarChart("A", ("B", "C"), (Bar("x", "4", 4, 4),))

    assert text.render(report(exact), Target(width=60)).count("\n") == 2


def test_a_small_figure_has_a_bar_beside_a_large_one() -> None:
    chart = BarChart("A", ("B", "C"), (Bar("x", "1000", 1000, 1000), Bar("y", "1", 1, 1), Bar("z", "0", 0, 0)))

    assert [line.split() for line in text.render(report(chart), Target(width=60)).splitlines()[2:]] == [["y", "#", "1"], ["z", "0"]]


def test_an_empty_chart_is_drawn_by_every_renderer() -> None:
    nothing = report(BarChart("A", ("B", "C"), ()), Matrix("A", "B", (), ()))

    for one in FORMATS:
        assert one.name in ("github", "sarif", "junit", "csv", "json") or one.render(nothing, Target())


def test_formats_without_pictures_have_the_tables() -> None:
    given = report(CHART, MATRIX)
    word = Document(BytesIO(cast("bytes", BY_NAME["docx"].render(given, Target()))))
    book = load_workbook(BytesIO(cast("bytes", BY_NAME["xlsx"].render(given, Target()))))

    assert "at least 6; 2 not known" in "".join(cell.text or "" for cell in word.element.body.iter("{*}t"))
    assert "at least 6; 2 not known" in {cell.value for sheet in book for row in sheet.iter_rows() for cell in row}
    assert given.table_note == "the first of 2 tables"


def test_markdown_has_a_table() -> None:
    written = markdown_text.render(report(CHART, MATRIX), Target())

    assert "| OPCC | at least 6; 2 not known |" in written
    assert "| Mental health | 4 | 2 |" in written


def test_a_matrix_is_a_table_in_text() -> None:
    assert "Mental health      4      2" in text.render(report(MATRIX), Target(width=60))


def test_a_picture_has_a_description_and_no_active_content() -> None:
    chart = BarChart(HOSTILE, ("a", "b"), (Bar(HOSTILE, HOSTILE, 1, 2),))
    written = svg.render(report(chart, Matrix(HOSTILE, HOSTILE, (HOSTILE,), ((HOSTILE, (1,)),))), Target())
    root = ET.fromstring(written)  # noqa: S314 - what was made here
    tags = {element.tag.removeprefix(SVG) for element in root.iter()}

    assert tags <= {"svg", "title", "desc", "text", "rect", "line"}
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert all(one in ids for element in root.iter() for one in element.get("aria-labelledby", "").split())
    assert HOSTILE in {element.text for element in root.iter(f"{SVG}text")}
    assert written == svg.render(report(chart, Matrix(HOSTILE, HOSTILE, (HOSTILE,), ((HOSTILE, (1,)),))), Target())


def test_every_figure_is_in_the_picture_and_in_its_table() -> None:
    picture = svg.render(report(CHART, MATRIX), Target())
    page = html_text.render(report(CHART, MATRIX), Target())

    for bar in CHART.bars:
        assert f">{bar.text}</text>" in picture
        assert f"<td>{bar.text}</td>" in page
    assert page.count('class="number shade-') == 4
    assert 'role="img"' in page
    assert 'aria-labelledby="chart-1-title chart-1-desc"' in page.replace("chart-0", "chart-1")


def test_a_picture_without_charts_is_refused() -> None:
    with pytest.raises(ValueError, match="Load"):
        svg.render(report(), Target())


def test_shades_rise_with_the_figures_and_none_is_white() -> None:
    found = [shade(figure, 9) for figure in range(10)]

    assert found == sorted(found)
    assert (found[0], found[1], found[-1]) == (0, 1, len(SHADES) - 1)


@pytest.mark.parametrize("format_", [html_text, svg])
def test_the_highest_figure_of_a_matrix_is_looked_for_once(format_: ModuleType) -> None:
    class Figures(tuple[int, ...]):
        __slots__ = ()

        def __iter__(self) -> Iterator[int]:
            looks.append(1)
            return super().__iter__()

    looks: list[int] = []
    rows = tuple((f"Theme {number}", Figures(range(20))) for number in range(20))
    format_.render(report(replace(MATRIX, columns=tuple("abcdefghijklmnopqrst"), rows=rows)), Target())

    assert len(looks) <= 20 * 4


def test_ink_can_be_read_on_every_shade() -> None:
    def light(colour: str) -> float:
        parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
        red, green, blue = (one / 12.92 if one <= 0.03928 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    assert all((light(ground) + 0.05) / (light("#0b0c0c") + 0.05) >= 10 for ground in SHADES)


def test_a_chart_whose_figures_a_table_has_is_a_picture_only() -> None:
    given = report(replace(CHART, in_table=True))

    assert markdown_text.render(given, Target()) == "\n"
    assert "<details>" not in html_text.render(given, Target())
    assert "at least 6" in text.render(given, Target())
