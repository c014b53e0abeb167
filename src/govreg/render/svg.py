"""The charts of a report as one file of SVG, one below the other, the same bytes for the same report."""

from xml.etree import ElementTree as ET

from govreg.render.charts import drawing
from govreg.render.target import Target
from govreg.render.workflow_commands import disarmed
from govreg.report import Report

_GAP = 24
_TITLE = 32
_SIZE = 18


def render(report: Report, _: Target) -> str:
    """The charts of `report`, each under its title. Raises ValueError if there is none."""
    drawn = [(chart.title, drawing(chart, f"chart-{number}")) for number, chart in enumerate(report.charts, 1)]
    if not drawn:
        raise ValueError(report.title)
    high = sum(_TITLE + one.height + _GAP for _, one in drawn)
    wide = max(max(one.width, _SIZE * len(title)) for title, one in drawn)
    file = ET.Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "width": str(wide),
            "height": str(high),
            "viewBox": f"0 0 {wide} {high}",
            "role": "group",
            "aria-labelledby": "report-title",
        },
    )
    ET.SubElement(file, "title", id="report-title").text = report.title
    ET.SubElement(file, "rect", {"width": str(wide), "height": str(high), "fill": "#ffffff"})
    top = 0
    for title, one in drawn:
        keys = {"x": "0", "y": str(top + _SIZE), "font-family": "Arial, sans-serif", "font-size": str(_SIZE), "font-weight": "bold"}
        ET.SubElement(file, "text", keys).text = title
        one.element.set("y", str(top + _TITLE))
        file.append(one.element)
        top += _TITLE + one.height + _GAP
    ET.indent(file, space="")
    text = ET.tostring(file, encoding="unicode").replace("##[", "&#35;#[")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{disarmed(text)}\n'
