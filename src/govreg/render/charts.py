"""Charts as elements of SVG: for a page of HTML, and for a file of their own.

Every figure is beside its bar or in its cell, so that colour is never the only sign; the colours keep the contrast of
WCAG 2.2, level AA. Elements are a tree, which escapes every text; there are no scripts and no links.
"""

from dataclasses import dataclass
from xml.etree import ElementTree as ET

from govreg.render.cells import cell_text, number_text, width
from govreg.report import Bar, BarChart, Matrix

_INK, _LINE = "#0b0c0c", "#1d70b8"
SURE, POSSIBLE = "#1d70b8", "#bbd4ea"
"""The colours of what is certain in a bar, and of what may be."""
SHADES = ("#ffffff", "#eef3f9", "#d9e6f2", "#bbd4ea", "#9cc1e2")
"""The grounds of a matrix's cells, from none to the most: ink has a contrast of at least 10 to 1 on each."""

_SIZE = 14
"""The height of the letters, in pixels."""
_LETTER = 8
"""The width to allow for a column of text in letters of that height, in pixels: no letter of a common sans serif is much wider."""
_ROW = 28
_BAR = 18
_LENGTH = 320
_GAP = 12
_CELL = 56


@dataclass(frozen=True)
class Drawing:
    """An element of SVG and its size in pixels."""

    element: ET.Element
    width: int
    height: int


def drawing(chart: BarChart | Matrix, name: str) -> Drawing:
    """`chart` as an element `svg`; `name` is the beginning of its ids, which must be its own in a page."""
    return _bar_chart(chart, name) if isinstance(chart, BarChart) else _matrix(chart, name)


def _bar_chart(chart: BarChart, name: str) -> Drawing:
    labels = [cell_text(bar.label) for bar in chart.bars]
    label_width, text_width = (max(map(_wide, texts), default=0) for texts in (labels, [bar.text for bar in chart.bars]))
    start = label_width + _GAP
    most = max((bar.end for bar in chart.bars), default=0.0)
    size = (start + _LENGTH + 2 * _GAP + text_width, _ROW * max(1, len(chart.bars)))
    description = "; ".join(f"{label}: {bar.text}" for label, bar in zip(labels, chart.bars, strict=True))
    svg = _svg(*size, name, chart.title, f"{chart.columns[1]}. {description}." if description else "Nothing to show.")
    for index, (label, bar) in enumerate(zip(labels, chart.bars, strict=True)):
        middle = index * _ROW + _ROW // 2
        _words(svg, label, label_width, middle, anchor="end")
        end = _bar(svg, bar, start, middle - _BAR // 2, _LENGTH / most if most else 0.0)
        _words(svg, " ".join(bar.text.split()), end + _GAP, middle)
    return Drawing(svg, *size)


def _bar(svg: ET.Element, bar: Bar, left: int, top: int, scale: float) -> int:
    """Draw `bar`, and give its end: the certain part is dark, the possible part light with an outline, dashed if it may go further."""
    sure, end = round((bar.least or 0.0) * scale), round(bar.end * scale)
    if sure:
        _box(svg, left, top, sure, _BAR, fill=SURE)
    if end > sure:
        _box(svg, left + sure, top, end - sure, _BAR, fill=POSSIBLE, stroke=_LINE)
    if bar.is_open:
        across = {"stroke": _LINE, "stroke-width": "2", "stroke-dasharray": "3 3"}
        y = str(top + _BAR // 2)
        ET.SubElement(svg, "line", {"x1": str(left + end), "x2": str(left + end + _GAP), "y1": y, "y2": y, **across})
        end += _GAP
    return left + end


def _matrix(chart: Matrix, name: str) -> Drawing:
    labels = [cell_text(label) for label, _ in chart.rows]
    titles = [cell_text(title) for title in chart.columns]
    label_width = max(map(_wide, (*labels, chart.corner)))
    cell = max(_CELL, *(_wide(title) + _GAP for title in titles)) if titles else _CELL
    size = (label_width + _GAP + cell * len(titles), _ROW * (len(labels) + 1))
    description = "; ".join(
        f"{label}: {', '.join(f'{title} {number_text(figure)}' for title, figure in zip(titles, figures, strict=True))}"
        for label, (_, figures) in zip(labels, chart.rows, strict=True)
    )
    svg = _svg(*size, name, chart.title, f"{description}." if description else "Nothing to show.")
    _words(svg, chart.corner, 0, _ROW // 2, bold=True)
    for column, title in enumerate(titles):
        _words(svg, title, label_width + _GAP + column * cell + cell // 2, _ROW // 2, anchor="middle", bold=True)
    for row, (label, (_, figures)) in enumerate(zip(labels, chart.rows, strict=True), 1):
        _words(svg, label, 0, row * _ROW + _ROW // 2)
        for column, figure in enumerate(figures):
            left = label_width + _GAP + column * cell
            _box(svg, left, row * _ROW, cell, _ROW, fill=SHADES[shade(figure, chart.most)], stroke=_LINE)
            _words(svg, number_text(figure), left + cell // 2, row * _ROW + _ROW // 2, anchor="middle")
    return Drawing(svg, *size)


def shade(figure: int, most: int) -> int:
    """Which of the grounds a cell with `figure` has, where `most` is the highest: 0 for none, then in equal steps."""
    steps = len(SHADES) - 1
    return 0 if figure <= 0 else max(1, -(-figure * steps // most))


def _svg(wide: int, high: int, name: str, title: str, says: str) -> ET.Element:
    keys = {"role": "img", "aria-labelledby": f"{name}-title {name}-desc", "font-family": "Arial, sans-serif", "font-size": str(_SIZE)}
    size = {"width": str(wide), "height": str(high), "viewBox": f"0 0 {wide} {high}"}
    svg = ET.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", **size, **keys, "fill": _INK})
    ET.SubElement(svg, "title", id=f"{name}-title").text = title
    ET.SubElement(svg, "desc", id=f"{name}-desc").text = says
    return svg


def _words(svg: ET.Element, text: str, x: int, y: int, *, anchor: str = "start", bold: bool = False) -> None:
    keys = {"x": str(x), "y": str(y + _SIZE // 3), "text-anchor": anchor, **({"font-weight": "bold"} if bold else {})}
    ET.SubElement(svg, "text", keys).text = text


def _box(svg: ET.Element, x: int, y: int, wide: int, high: int, **colours: str) -> None:
    ET.SubElement(svg, "rect", {"x": str(x), "y": str(y), "width": str(wide), "height": str(high), **colours})


def _wide(text: str) -> int:
    return _LETTER * width(" ".join(text.split()))
