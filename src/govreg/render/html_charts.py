"""Charts in a page of HTML: bars as a picture with its figures as a table, a matrix as a shaded table."""

from xml.etree import ElementTree as ET

from govreg.render.cells import cell_text, number_text
from govreg.render.charts import SHADES, drawing, shade
from govreg.report import BarChart, Matrix

CHART_STYLE = """\
.matrix th, .matrix td { padding: 0.35rem 0.75rem; }
.chart { margin: 1rem 0; overflow-x: auto; }
figcaption { font-weight: bold; padding: 0.25rem 0; }
""" + "".join(f".shade-{number} {{ background: {colour}; }}\n" for number, colour in enumerate(SHADES) if number)
"""The part of the style sheet for pages with charts."""


MOST_COLUMNS = 6
"""How many columns a printed page upright has room for."""


def add_bar_chart(parent: ET.Element, chart: BarChart, name: str) -> None:
    """Add `chart` to `parent`; `name` is the beginning of its ids, which must be its own in the page."""
    figure = ET.SubElement(parent, "figure", {"class": "chart", "tabindex": "0"})
    ET.SubElement(figure, "figcaption").text = chart.title
    figure.append(drawing(chart, name).element)
    if chart.in_table:
        return
    details = ET.SubElement(figure, "details")
    ET.SubElement(details, "summary").text = "The figures as a table"
    _table(details, chart.title, tuple(column.title for column in chart.table.columns))
    body = ET.SubElement(details[-1], "tbody")
    for bar in chart.bars:
        row = ET.SubElement(body, "tr")
        ET.SubElement(row, "th", scope="row").text = cell_text(bar.label)
        ET.SubElement(row, "td").text = bar.text


def add_matrix(parent: ET.Element, matrix: Matrix) -> None:
    """Add `matrix` to `parent` as a table whose cells are shaded by their figures."""
    classes = "table wide" if len(matrix.columns) >= MOST_COLUMNS else "table"
    keys = {"class": classes, "role": "region", "tabindex": "0", "aria-label": matrix.title}
    frame = ET.SubElement(parent, "div", keys)
    _table(frame, matrix.title, (matrix.corner, *(cell_text(title) for title in matrix.columns)), "matrix")
    body = ET.SubElement(frame[-1], "tbody")
    for label, figures in matrix.rows:
        row = ET.SubElement(body, "tr")
        ET.SubElement(row, "th", scope="row").text = cell_text(label)
        for figure in figures:
            ET.SubElement(row, "td", {"class": f"number shade-{shade(figure, matrix.most)}"}).text = number_text(figure)


def _table(parent: ET.Element, caption: str, titles: tuple[str, ...], classes: str = "") -> None:
    drawn = ET.SubElement(parent, "table", {"class": classes} if classes else {})
    ET.SubElement(drawn, "caption").text = caption
    row = ET.SubElement(ET.SubElement(drawn, "thead"), "tr")
    for index, title in enumerate(titles):
        number = {"class": "number"} if classes == "matrix" and index else {}
        ET.SubElement(row, "th", {"scope": "col", **number}).text = title
